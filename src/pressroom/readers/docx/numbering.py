"""The numbers that Word counts by itself, for lists and headings."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from pressroom.model.document import ListStyle
from pressroom.readers.common.elements import attribute, parse_int
from pressroom.readers.common.office.counting import write_count
from pressroom.readers.docx.names import child, children, value

_STYLES: dict[str, ListStyle] = {
    "lowerLetter": "lower-alpha",
    "upperLetter": "upper-alpha",
    "lowerRoman": "lower-roman",
    "upperRoman": "upper-roman",
}
_UNCOUNTED = ("bullet", "none", "")
_PLACE = re.compile(r"%([1-9])")
_DEEPEST = 9


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a numbering: Word's format ("decimal"), its text ("%1.%2."), its start, its style."""

    form: str
    text: str
    start: int
    style: str = ""


@dataclass(frozen=True, slots=True)
class ListNumber:
    """What a paragraph's numbering comes to: ``series`` is equal for items that are counted together."""

    marker: str
    style: ListStyle
    number: int
    series: str


@dataclass(slots=True)
class WordNumbering:
    """Counts paragraphs as Word does, level by level."""

    _abstract: dict[str, str] = field(default_factory=dict)
    _levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    _starts: dict[str, dict[int, int]] = field(default_factory=dict)
    _counts: dict[str, list[int]] = field(default_factory=dict)
    _begun: set[tuple[str, int]] = field(default_factory=set)

    @classmethod
    def of(cls, root: etree._Element | None) -> WordNumbering:
        """Read the part "numbering"; without one, every list has bullets."""
        found = cls()
        kinds = {
            attribute(entry, "abstractNumId"): _levels(entry) for entry in children(root, "w:abstractNum")
        }
        for entry in children(root, "w:num"):
            number = attribute(entry, "numId")
            abstract = value(entry, "w:abstractNumId")
            levels = dict(kinds.get(abstract, {}))
            starts: dict[int, int] = {}
            for override in children(entry, "w:lvlOverride"):
                at = parse_int(attribute(override, "ilvl"), 0)
                level = child(override, "w:lvl")
                if level is not None:
                    levels[at] = _level(level)
                if value(override, "w:startOverride"):
                    starts[at] = parse_int(value(override, "w:startOverride"), 1)
            found._abstract[number] = abstract
            found._levels[number] = levels
            found._starts[number] = starts
        return found

    def known(self, number: str) -> bool:
        """Tell whether there is such a numbering; "0" takes numbering away."""
        return number in self._levels

    def find_level(self, number: str, style: str) -> int:
        """Return the level of a numbering that belongs to a style, 0 where none does."""
        levels = self._levels.get(number, {})
        return next((at for at, level in sorted(levels.items()) if style and level.style == style), 0)

    def count(self, number: str, at: int) -> ListNumber:
        """Count a paragraph of numbering ``number`` at level ``at`` (from 0)."""
        levels = self._levels.get(number, {})
        level = levels.get(at, Level("bullet", "", 1))
        series = self._abstract.get(number, number)
        if level.form in _UNCOUNTED:
            return ListNumber(_bullet(level.text), "bullet", 1, f"{series}")
        counts = self._counts.setdefault(series, [-1] * _DEEPEST)
        start = level.start
        if (number, at) not in self._begun:
            self._begun.add((number, at))
            if at in self._starts.get(number, {}):
                counts[at], start = -1, self._starts[number][at]
        counts[at] = counts[at] + 1 if counts[at] >= 0 else start
        for deeper in range(at + 1, _DEEPEST):
            counts[deeper] = -1
        for higher in range(at):
            if counts[higher] < 0:
                counts[higher] = levels.get(higher, level).start
        marker = _PLACE.sub(lambda found: _written(counts, levels, int(found[1]) - 1), level.text).strip()
        return ListNumber(marker, _STYLES.get(level.form, "decimal"), counts[at], series)


def _written(counts: list[int], levels: dict[int, Level], at: int) -> str:
    return counted(counts[at], levels[at].form if at in levels else "decimal")


def _levels(abstract: etree._Element) -> dict[int, Level]:
    return {
        parse_int(attribute(entry, "ilvl"), 0): _level(entry)
        for entry in children(abstract, "w:lvl")
        if 0 <= parse_int(attribute(entry, "ilvl"), 0) < _DEEPEST
    }


def _level(entry: etree._Element) -> Level:
    form = value(entry, "w:numFmt") or "decimal"
    start = min(max(parse_int(value(entry, "w:start"), 1), 0), 100_000)
    return Level(form, value(entry, "w:lvlText"), start, value(entry, "w:pStyle"))


def _bullet(text: str) -> str:
    """Return a bullet that fonts have; Word's own are letters of symbol fonts. "" marks no bullet at all."""
    if text.isspace():
        return ""
    shown = all(char.isprintable() and not "\ue000" <= char <= "\uf8ff" for char in text)
    return text if text and shown else "•"


def counted(number: int, form: str) -> str:
    """Write a number in one of Word's formats."""
    return f"{number:02d}" if form == "decimalZero" else write_count(number, _STYLES.get(form, "decimal"))
