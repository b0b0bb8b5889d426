"""What the styles of a Word document say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from lxml import etree

from pressroom.readers.common.elements import attribute, parse_int
from pressroom.readers.docx.names import child, children, is_on, value

Part = Literal[
    "",
    "title",
    "subtitle",
    "quote",
    "caption",
    "contents",
    "code",
    "author",
    "date",
    "abstract",
    "list",
    "term",
    "definition",
]
_PART_NAMES: tuple[tuple[str, Part], ...] = (
    (r"title", "title"),
    (r"subtitle", "subtitle"),
    (r"(?:intense )?quote|quotations?|block ?text|block ?quote|citation", "quote"),
    (r"caption|(?:table|image|figure) caption|illustration( index heading)?|figure", "caption"),
    (r"toc \d|toc heading|contents \d+|contents heading|table of figures|index heading", "contents"),
    (r"html preformatted|preformatted text|source code|code( block)?|macro|verbatim", "code"),
    (r"author", "author"),
    (r"date", "date"),
    (r"abstract", "abstract"),
    (r"definition term.*", "term"),
    (r"definition(?: definition.*)?", "definition"),
    (r"list (?:bullet|number)(?: \d)?", "list"),
)
_PARTS = tuple((re.compile(pattern, re.IGNORECASE), part) for pattern, part in _PART_NAMES)
_HEADING = re.compile(r"heading ?(\d)", re.IGNORECASE)
_CODE_CHARS = re.compile(
    r"(?:html )?(?:code|keyboard|sample|typewriter)|verbatim char|source[ _]?text|inline code", re.IGNORECASE
)
_LONGEST_CHAIN = 20


@dataclass(frozen=True, slots=True)
class WordStyle:
    """A style with what it takes from those it is based on.

    ``level`` is the outline level from 1, 0 for body text; ``numbering`` is (numId, level), the level None
    where the numbering says it of the style, which ``ident`` names; ``size`` in half
    points, 0 where nothing is said.
    """

    name: str = ""
    part: Part = ""
    level: int = 0
    numbering: tuple[str, int | None] | None = None
    ident: str = ""
    bold: bool = False
    italic: bool = False
    code: bool = False
    size: int = 0


class WordStyles:
    """The styles of a document by their id; an unknown id is the default style."""

    def __init__(self, root: etree._Element | None) -> None:
        self._elements = {attribute(entry, "styleId"): entry for entry in children(root, "w:style")}
        self._known: dict[str, WordStyle] = {}
        defaults = {
            attribute(entry, "type"): attribute(entry, "styleId")
            for entry in self._elements.values()
            if attribute(entry, "default").lower() in ("1", "true", "on")
        }
        self._default = defaults.get("paragraph", "Normal")
        self.size = (
            parse_int(value(root, "w:docDefaults", "w:rPrDefault", "w:rPr", "w:sz"), 0)
            if root is not None
            else 0
        )
        self.size = self[""].size or self.size or 20

    def __getitem__(self, style_id: str) -> WordStyle:
        """Return a style by its id, "" for the default of paragraphs."""
        style_id = style_id if style_id in self._elements else (style_id or self._default)
        if style_id not in self._known:
            self._known[style_id] = self._make(style_id)
        return self._known[style_id]

    def _chain(self, style_id: str) -> list[etree._Element]:
        chain: list[etree._Element] = []
        while style_id in self._elements and len(chain) < _LONGEST_CHAIN:
            element = self._elements[style_id]
            if element in chain:
                break
            chain.append(element)
            style_id = value(element, "w:basedOn")
        return chain

    def _make(self, style_id: str) -> WordStyle:
        chain = self._chain(style_id)
        names = [value(element, "w:name") or attribute(element, "styleId") for element in chain] or [style_id]
        level = next((found for found in map(_level, chain) if found is not None), None)
        named = next((int(found[1]) for found in map(_HEADING.fullmatch, names) if found), 0)
        part: Part = next(filter(None, map(_part, names)), "")
        # a style based on a heading may say that it is none; "heading 1" is one by its name alone
        return WordStyle(
            names[0],
            part,
            (named if level is None else level) if not part else 0,
            _inherit_numbering(chain),
            style_id,
            bool(_first_switch(chain, "w:b")),
            bool(_first_switch(chain, "w:i")),
            any(_CODE_CHARS.fullmatch(each) for each in names),
            next((size for size in (parse_int(value(e, "w:rPr", "w:sz"), 0) for e in chain) if size), 0),
        )


def _part(name: str) -> Part:
    return next((part for pattern, part in _PARTS if pattern.fullmatch(name)), "")


def _level(style: etree._Element) -> int | None:
    return find_outline_level(child(style, "w:pPr"))


def find_outline_level(properties: etree._Element | None) -> int | None:
    """Return the outline level from 1 that paragraph properties set, 0 for body text, None for nothing."""
    written = value(properties, "w:outlineLvl")
    level = parse_int(written, -1)
    if not written or level < 0:
        return None
    return level + 1 if level < 9 else 0


def _inherit_numbering(chain: list[etree._Element]) -> tuple[str, int | None] | None:
    """Return the numbering of a style: its numId and its level each of the nearest style that has one."""
    found = [read_numbering(child(style, "w:pPr")) for style in chain]
    number = next((own[0] for own in found if own[0]), "")
    level = next((own[1] for own in found if own[1] is not None), None)
    return (number, level) if number else None


def read_numbering(properties: etree._Element | None) -> tuple[str, int | None]:
    """Return (numId, level from 0) as far as properties say them; numId "0" takes numbering away."""
    found = child(properties, "w:numPr")
    level = value(found, "w:ilvl")
    return value(found, "w:numId"), min(max(parse_int(level, 0), 0), 8) if level else None


def _first_switch(chain: list[etree._Element], wanted: str) -> bool | None:
    return next((found for found in (is_on(e, "w:rPr", wanted) for e in chain) if found is not None), None)
