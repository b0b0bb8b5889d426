"""Corrections of split units: what only looks like an item, and a number with its title below."""

from __future__ import annotations

import re

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


_LONG_LETTERED = 250  # characters: longer ones are paragraphs with a letter, not items
_SURE_LETTER = re.compile(r"\s*(?:\(|[a-z]\))")
_LETTERED = re.compile(r"\s*\(?([A-Za-z]{1,6})[.)]")


def demote_false_items(lines: Lines, found: list[Unit]) -> None:
    """Make words of what only looks like an item: "A. Smith wrote", a single dash ahead of a name."""
    counts: dict[tuple[bool, bool], set[int]] = {}
    doubtful: list[tuple[Unit, str]] = []
    for at, unit in enumerate(found):
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
