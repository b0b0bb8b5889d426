"""Corrections of split units: what only looks like an item, and a number with its title below."""

from __future__ import annotations

import re

from pressroom.readers.common.head.dates import DATE
from pressroom.readers.text.lines.lines import Lines
from pressroom.readers.text.lines.numbering import NAMED, parse_roman
from pressroom.readers.text.units.units import Unit

_LONGEST_NUMBER, _LONGEST_NAME = 24, 100  # characters of "Chapter III" and of what the chapter is called


def join_titles(lines: Lines, found: list[Unit], alone: frozenset[int]) -> list[Unit]:
    """Put "Article 5" and the line under it, which says what it is about, together."""
    result: list[Unit] = []
    for unit in found:
        before = result[-1] if result else None
        if (
            before is not None
            and before.size <= _LONGEST_NUMBER
            and before.first == before.last
            and unit.kind == "text"
            and not unit.blank
            and unit.first == unit.last
            and unit.size <= _LONGEST_NAME
            and not (unit.drawn or before.drawn or unit.first in alone or before.first in alone)
            and before.kind == "text"
            and lines.content(unit.first)[0].isupper()
            and NAMED.fullmatch(lines.content(before.first))
            and lines.content(unit.first)[-1] not in ".;,:"
            and not NAMED.match(lines.content(unit.first))
        ):
            before.last = unit.last
            before.size += unit.size + 1
            continue
        result.append(unit)
    return result


_LONGEST_DATED = 60  # characters
_DATED = re.compile(
    rf"{DATE.pattern}(?:\s*[,|–—-]?\s*(?:at |um |à )?\d{{1,2}}[:.]\d{{2}}.{{0,12}})?\.?", re.IGNORECASE
)
_LONG_LETTERED = 250  # characters: longer ones are paragraphs with a letter, not items
_SURE_LETTER = re.compile(r"\s*(?:\(|[a-z]\))")
_LETTERED = re.compile(r"\s*\(?([A-Za-z]{1,6})[.)]")


def demote_false_items(lines: Lines, found: list[Unit]) -> None:
    """Make words of what only looks like an item: "A. Smith wrote", a single dash ahead of a name."""
    counts: dict[tuple[bool, bool], set[int]] = {}
    doubtful: list[tuple[Unit, str]] = []
    for at, unit in enumerate(found):
        if (
            unit.mark == "number"
            and unit.size < _LONGEST_DATED
            and _DATED.fullmatch(lines.content(unit.first))
        ):
            unit.kind, unit.mark = "text", ""  # "12. Februar 2026, 10:15 Uhr"
        if unit.mark == "letter" or unit.mark == "roman":
            raw = lines.raw[unit.first]
            match = _LETTERED.match(raw)
            letter = match.group(1) if match else ""
            seen = counts.setdefault((letter.isupper(), raw.lstrip()[0] == "("), set())
            seen.update(_values(letter))
            if not _SURE_LETTER.match(raw) or unit.size > _LONG_LETTERED:
                doubtful.append((unit, letter))
        elif (
            unit.mark == "bullet"
            and unit.size < 100
            and lines.raw[unit.first].lstrip()[:2] in _DASHES
            and not (_is_item(found, at - 1) or _is_item(found, at + 1))
        ):
            unit.kind, unit.mark = "text", ""
    for unit, letter in doubtful:
        seen = counts.get((letter.isupper(), lines.raw[unit.first].lstrip()[0] == "("), set())
        alone = not any(value - 1 in seen or value + 1 in seen for value in _values(letter))
        if alone or (letter.isupper() and unit.size > _LONG_LETTERED):
            unit.kind, unit.mark = "text", ""


_DASHES = frozenset(("--", "– ", "— ", "–\t", "—\t", "–\xa0", "—\xa0"))


def _is_item(found: list[Unit], at: int) -> bool:
    return 0 <= at < len(found) and found[at].mark == "bullet"


def _values(letter: str) -> list[int]:
    values = [ord(letter.lower()) - 96] if len(letter) == 1 else []
    numeral = parse_roman(letter)
    return [*values, 100 + numeral] if numeral else values


# "1.7%*" calls the note "* Further information …"; "*Ahead*" is emphasis
_CALL = re.compile(r"(?<![\s*])\*{1,3}(?=[\s.,;:!?)]|$)")
_MOST_BELOW = 8  # units from a note to the end of the text
_EMPHASIS = re.compile(r"(?<!\S)\*{1,3}\w")
_STAR_NOTE = re.compile(r"\s*\*{1,3}\s?[^\s*]")


def join_star_notes(lines: Lines, found: list[Unit]) -> list[Unit]:
    """Make notes of "* …" that the text calls with a star, each with the rest of its sentence."""
    result: list[Unit] = []
    called = False
    if sum(_is_star(lines, found, at) for at in range(len(found))) != 1:
        return found  # a text that has stars ahead of its items
    for at, unit in enumerate(found):
        before = result[-1] if result else None
        if (
            before is not None
            and unit.kind == "text"
            and _is_star_note(lines, before)
            and called
            and lines.content(unit.first)[0].islower()
            and lines.content(before.last)[-1] not in ".!?:"
        ):
            before.last = unit.last
            before.size += unit.size + 1
            continue
        if called and _is_star(lines, found, at) and len(found) - at <= _MOST_BELOW:
            unit.kind, unit.mark = "text", ""
        called = called or any(_calls(lines.raw[index]) for index in range(unit.first, unit.last + 1))
        result.append(unit)
    return result


def find_star_notes(lines: Lines, found: list[Unit]) -> list[int]:
    """Return the notes "* …" that a text calls with a star, by their index."""
    called = False
    notes = []
    for at, unit in enumerate(found):
        if called and _is_star_note(lines, unit) and len(found) - at <= _MOST_BELOW:
            notes.append(at)
        called = called or any(_calls(lines.raw[index]) for index in range(unit.first, unit.last + 1))
    return notes


def _calls(raw: str) -> bool:
    return "*" in raw and _CALL.search(raw) is not None and _EMPHASIS.search(raw) is None


def _is_star_note(lines: Lines, unit: Unit) -> bool:
    return unit.kind == "text" and _STAR_NOTE.match(lines.raw[unit.first]) is not None


def _is_star(lines: Lines, found: list[Unit], at: int) -> bool:
    return _is_item(found, at) and lines.content(found[at].first)[0] == "*"
