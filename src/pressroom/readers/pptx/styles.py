"""How a paragraph of a slide is marked as an item: by itself, its shape, the layout, or the master."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from lxml import etree

from pressroom.model.document import ListStyle
from pressroom.readers.common.elements import attribute, local_name, parse_int
from pressroom.readers.pptx.package import PresentationPackage

_TITLES = ("title", "ctrTitle")


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
        self._layers = [
            [(read_placeholder(shape), shape) for shape in part[1].iter("{*}sp")]
            for part in (layout, master)
            if part
        ]
        self._texts = next(master[1].iter("{*}txStyles"), None) if master else None
        self.layout = attribute(layout[1], "type") if layout else ""

    def list_styles(self, shape: etree._Element, place: Placeholder) -> list[etree._Element]:
        """Return the list styles of a shape, the nearest first."""
        shapes = [shape]
        if place.kind:
            for layer in self._layers:
                shapes += [each for other, each in layer if _fits(other, place)][:1]
        styles = [style for each in shapes for style in islice(each.iter("{*}lstStyle"), 1)]
        if place.kind not in ("", "subTitle") and self._texts is not None:
            wanted = "titleStyle" if place.kind in _TITLES else "bodyStyle"
            styles += [each for each in self._texts if local_name(each) == wanted][:1]
        return styles


def find_bullet(paragraph: etree._Element, styles: Sequence[etree._Element], level: int) -> Bullet:
    """Return how a paragraph on a level from 0 is marked, by itself or the list styles of its shape."""
    own = next((entry for entry in paragraph if local_name(entry) == "pPr"), None)
    for source in (own, *(_find_level(style, level) for style in styles)):
        bullet = _read_bullet(source)
        if bullet:
            return bullet
    return Bullet("none")


def _fits(one: Placeholder, other: Placeholder) -> bool:
    if one.index and other.index and one.index == other.index:
        return True
    kinds = {kind if kind != "obj" else "body" for kind in (one.kind, other.kind)}
    return len(kinds) == 1 and one.kind != "" and not (one.index and other.index)


def _find_level(style: etree._Element, level: int) -> etree._Element | None:
    return next((each for each in style if local_name(each) == f"lvl{level + 1}pPr"), None)


def _read_bullet(properties: etree._Element | None) -> Bullet | None:
    for entry in properties if properties is not None else ():
        match local_name(entry):
            case "buNone":
                return Bullet("none")
            case "buChar" | "buBlip":
                return Bullet("bullet")
            case "buAutoNum":
                start = parse_int(attribute(entry, "startAt"), 1, least=1, most=_HIGHEST_START)
                return Bullet("number", attribute(entry, "type"), start)
    return None


_HIGHEST_START = 32_767  # that presentations allow


def count_scheme(scheme: str) -> tuple[ListStyle, str, str]:
    """Return (style, ahead, behind) of a numbering scheme: "alphaLcParenR" is ("lower-alpha", "", ")")."""
    style: ListStyle = next((name for key, name in _STYLES.items() if scheme.startswith(key)), "decimal")
    ahead = "(" if scheme.endswith("ParenBoth") else ""
    behind = ")" if "Paren" in scheme else "" if scheme.endswith("Plain") else "."
    return style, ahead, behind


_STYLES: Mapping[str, ListStyle] = {
    "alphaLc": "lower-alpha",
    "alphaUc": "upper-alpha",
    "romanLc": "lower-roman",
    "romanUc": "upper-roman",
}
