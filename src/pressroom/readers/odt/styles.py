"""What the styles of an OpenDocument text say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lxml import etree

from pressroom.model.document import ListStyle
from pressroom.readers.common.elements import attribute, local_name, parse_int
from pressroom.readers.common.office.counting import write_count

_PARTS: tuple[tuple[str, str], ...] = (
    (r"title", "title"),
    (r"subtitle", "subtitle"),
    (r"quotations?|blockquote", "quote"),
    (r"caption|table(?: ?caption)?|illustration|figure(?: ?caption)?|drawing", "caption"),
    (r"contents .*|index.*", "contents"),
    (r"preformatted[ _]text|source[ _]code", "code"),
    (r"author", "author"),
    (r"date", "date"),
    (r"abstract", "abstract"),
    (r"definition[ _]?term.*", "term"),
    (r"definition[ _]?definition.*", "definition"),
    (r"horizontal[ _]line", "rule"),
)
_COMPILED = tuple((re.compile(pattern, re.IGNORECASE), part) for pattern, part in _PARTS)
_FORMS: dict[str, ListStyle] = {
    "1": "decimal",
    "a": "lower-alpha",
    "A": "upper-alpha",
    "i": "lower-roman",
    "I": "upper-roman",
}
_SIZE = re.compile(r"([\d.]+)pt")


@dataclass(frozen=True, slots=True)
class StyleLook:
    """What a style, with those it is based on, makes of its text; ``size`` in tenths of a point."""

    part: str = ""
    bold: bool = False
    italic: bool = False
    strike: bool = False
    raised: str = ""
    code: bool = False
    hidden: bool = False
    size: int = 0


class OdtStyles:
    """The styles of a text by family and name."""

    def __init__(self, roots: Iterable[etree._Element]) -> None:
        self._elements: dict[tuple[str, str], etree._Element] = {}
        self._lists: dict[tuple[str, int], tuple[ListStyle, int]] = {}
        self._written: dict[tuple[str, int], tuple[int, str]] = {}
        self._looks: dict[tuple[str, str], StyleLook] = {}
        for root in roots:
            for entry in root.iter():
                kind = local_name(entry)
                if kind == "style":
                    self._elements[attribute(entry, "family"), attribute(entry, "name")] = entry
                elif kind == "list-style":
                    self._list(entry)

    def _list(self, element: etree._Element) -> None:
        for level in element:
            kind = local_name(level)
            depth = parse_int(attribute(level, "level"), 0)
            if depth > 0:
                form = attribute(level, "num-format")
                start = attribute(level, "start-value")
                style = _FORMS.get(form, "decimal") if kind.endswith("number") and form else "bullet"
                self._written[attribute(element, "name"), depth] = (
                    parse_int(attribute(level, "display-levels"), 1, least=1, most=9),
                    attribute(level, "num-suffix"),
                )
                self._lists[attribute(element, "name"), depth] = (style, parse_int(start, 1, 0, 999_999))

    def write_number(self, name: str, depth: int, counts: Mapping[int, int]) -> str:
        """Return the number of an item as its list style writes it: "2.1", "a)"; ``counts`` are by depth."""
        shown, suffix = self._written.get((name, depth), (1, "."))
        parts = [
            write_count(counts.get(each, 1), self.find_list_style(name, each)[0])
            for each in range(max(depth - shown, 0) + 1, depth + 1)
        ]
        return ".".join(parts) + suffix

    def find_list_style(self, name: str, depth: int) -> tuple[ListStyle, int]:
        """Return (style, start) of a list at a depth from 1."""
        return self._lists.get((name, depth), ("bullet", 1))

    def find_look(self, family: str, name: str) -> StyleLook:
        """Return what a style says; of the nearest one that says anything."""
        look = self._looks.get((family, name))
        if look is None:
            look = self._looks[family, name] = self._read_look(family, name)
        return look

    def _read_look(self, family: str, name: str) -> StyleLook:
        found = {
            "part": "",
            "weight": "",
            "slant": "",
            "line": "",
            "position": "",
            "font": "",
            "display": "",
            "size": "",
        }
        for _ in range(20):
            element = self._elements.get((family, name))
            shown = (attribute(element, "display-name") or name).replace("_20_", " ")
            found["part"] = found["part"] or next(
                (part for pattern, part in _COMPILED if pattern.fullmatch(shown)), ""
            )
            if element is None:
                break
            if re.match(r"source[_ ]?text|teletype|verbatim", shown, re.IGNORECASE):
                found["font"] = "code"
            for entry in element:
                for key, name_of in _PROPERTIES.items():
                    found[key] = found[key] or attribute(entry, name_of)
            name = attribute(element, "parent-style-name")
        raised = found["position"].split(" ")[0]
        size = _SIZE.fullmatch(found["size"])
        return StyleLook(
            found["part"],
            found["weight"] in ("bold", "600", "700", "800", "900"),
            found["slant"] in ("italic", "oblique"),
            found["line"] not in ("", "none"),
            _raised(raised),
            found["font"] == "code",
            found["display"] == "none",
            round(float(size[1]) * 10) if size and size[1].count(".") < 2 else 0,
        )


_PROPERTIES = {
    "weight": "font-weight",
    "slant": "font-style",
    "line": "text-line-through-style",
    "position": "text-position",
    "display": "display",
    "size": "font-size",
}


def _raised(position: str) -> str:
    if position == "super" or re.fullmatch(r"[1-9]\d?\d?%", position):
        return "superscript"
    return "subscript" if position == "sub" or position.startswith("-") else ""
