"""How a paragraph of a slide is marked as an item: by itself, its shape, the layout, or the master."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lxml import etree

from pressroom.readers.common.elements import attribute, local_name
from pressroom.readers.pptx.package import PresentationPackage

_TITLES = ("title", "ctrTitle")
_PLAIN = ("subTitle", *_TITLES)


@dataclass(frozen=True, slots=True)
class Placeholder:
    """The place of a layout that a shape fills: ``kind`` "" is a text box, "obj" one for any content."""

    kind: str = ""
    index: str = ""


@dataclass(frozen=True, slots=True)
class Bullet:
    """How an item is marked: ``kind`` is none, bullet or number; ``scheme`` and ``start`` for numbers."""

    kind: str
    scheme: str = ""
    start: int = 1


def read_placeholder(shape: etree._Element) -> Placeholder:
    """Return the placeholder that a shape fills."""
    found = next(shape.iter("{*}ph"), None)
    if found is None:
        return Placeholder()
    return Placeholder(attribute(found, "type") or "obj", attribute(found, "idx"))


class SlideStyles:
    """The bullets of one slide's shapes, by its layout and master."""

    def __init__(self, package: PresentationPackage, slide: str) -> None:
        layout = package.related(slide, "slideLayout")
        master = package.related(layout[0], "slideMaster") if layout else None
        self._layers = [part[1] for part in (layout, master) if part]
        self._texts = next(master[1].iter("{*}txStyles"), None) if master else None
        self.layout = attribute(layout[1], "type") if layout else ""

    def find_bullet(
        self, paragraph: etree._Element, shape: etree._Element, place: Placeholder, level: int
    ) -> Bullet:
        """Return how a paragraph on a level from 0 is marked."""
        own = next((entry for entry in paragraph if local_name(entry) == "pPr"), None)
        sources = [own, *(_find_level(style, level) for style in self._list_styles(shape, place))]
        for source in sources:
            bullet = _read_bullet(source)
            if bullet:
                return bullet
        return Bullet("none")

    def _list_styles(self, shape: etree._Element, place: Placeholder) -> Iterable[etree._Element | None]:
        yield next(shape.iter("{*}lstStyle"), None)
        if not place.kind:
            return
        for root in self._layers:
            match = next((each for each in root.iter("{*}sp") if _fits(read_placeholder(each), place)), None)
            if match is not None:
                yield next(match.iter("{*}lstStyle"), None)
        if self._texts is not None:
            wanted = "titleStyle" if place.kind in _TITLES else "bodyStyle"
            if place.kind != "subTitle":
                yield next((each for each in self._texts if local_name(each) == wanted), None)


def _fits(one: Placeholder, other: Placeholder) -> bool:
    if one.index and other.index and one.index == other.index:
        return True
    kinds = {kind if kind != "obj" else "body" for kind in (one.kind, other.kind)}
    return len(kinds) == 1 and one.kind != "" and not (one.index and other.index)


def _find_level(style: etree._Element | None, level: int) -> etree._Element | None:
    wanted = f"lvl{min(level, 8) + 1}pPr"
    return next((each for each in style if local_name(each) == wanted), None) if style is not None else None


def _read_bullet(properties: etree._Element | None) -> Bullet | None:
    for entry in properties if properties is not None else ():
        match local_name(entry):
            case "buNone":
                return Bullet("none")
            case "buChar" | "buBlip":
                return Bullet("bullet")
            case "buAutoNum":
                start = attribute(entry, "startAt")
                return Bullet("number", attribute(entry, "type"), int(start) if start.isdecimal() else 1)
    return None


def count_scheme(scheme: str) -> Sequence[str]:
    """Return (style, ahead, behind) of a numbering scheme: "alphaLcParenR" is ("lower-alpha", "", ")")."""
    style = next((name for key, name in _STYLES.items() if scheme.startswith(key)), "decimal")
    ahead = "(" if scheme.endswith("ParenBoth") else ""
    behind = ")" if "Paren" in scheme else "" if scheme.endswith("Plain") else "."
    return style, ahead, behind


_STYLES = {
    "alphaLc": "lower-alpha",
    "alphaUc": "upper-alpha",
    "romanLc": "lower-roman",
    "romanUc": "upper-roman",
}
