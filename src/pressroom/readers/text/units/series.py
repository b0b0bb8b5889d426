"""Lists whose items have lost their marks: short parallel lines under a line that ends with a colon."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import takewhile

from pressroom.readers.common.head.dates import DATE
from pressroom.readers.common.head.words import CONTACT
from pressroom.readers.text.lines.lines import Lines
from pressroom.readers.text.units.units import Unit

UNMARKED = "unmarked"  # the mark of an item without one
_LEAST = 3  # items
_LONGEST_ITEM = 140  # characters
_SHORTEST_OPENING = 15  # characters of the line above; "Notes:" is a heading
_AMOUNT = re.compile(r"(?:[A-Z]{2,3} ?)?[$€£¥]?\d[\d.,'’ ]*(?:%|\+)?\s\S*[^\W\d_]{3}")
_LABELLED = re.compile(r"[^:]{3,60}: .*\d")


# a line that says who was there, and the name of one who was: "Jane Roe", "Dr J. van Poe (Chair)"
_PEOPLE = re.compile(
    r"\b(?:attend\w*|present|members|participants|apologies|guests|anwesend\w*|teilnehm\w+|entschuldigt\w*"
    r"|présents?|membres|excusés?|asistentes|miembros)\b[^.?!]*:$",
    re.IGNORECASE,
)
_WHO = re.compile(
    r"(?:(?:Dr|Mr|Mrs|Ms|Prof|Sir)\.? )?[A-ZÀ-Þ][\w.'’-]*"
    r"(?: (?:[A-ZÀ-Þ][\w.'’-]*|de|van|von|der|den|la|bin|al)){1,4}"
    r"(?:(?:, | \()[^.:;]{2,40})?"
)


def mark_series(lines: Lines, units: Sequence[Unit], alone: Collection[int]) -> None:
    """Make items of the lines of such lists; those in ``alone`` are told to be something else."""
    at = 1
    while at < len(units):
        end = _find_end(lines, units, at, alone)
        people = _count_people(lines, units[at:end]) if end > at else 0
        if people >= _LEAST_PEOPLE and _PEOPLE.search(lines.content(units[at - 1].last)):
            end = at + people
        if end == at:
            end = _find_amounts(lines, units, at, alone)
            counted = end > at
        else:
            counted = False
        if counted or (end > at and _is_list(lines, units, at, end)):
            for unit in units[at:end]:
                unit.kind, unit.mark = "item", UNMARKED
        at = max(end, at) + 1


def _find_end(lines: Lines, units: Sequence[Unit], first: int, alone: Collection[int]) -> int:
    """Return the end of the run of short lines that begins under a line with a colon; ``first`` for none."""
    opening = units[first - 1]
    if first == 1 or opening.kind != "text" or opening.size < _SHORTEST_OPENING:
        return first
    if lines.content(opening.last)[-1] != ":" or CONTACT.fullmatch(lines.content(opening.last)):
        return first
    end = first
    while end < len(units) and _is_short(lines, units[end], alone):
        end += 1
    return end


def _find_amounts(lines: Lines, units: Sequence[Unit], first: int, alone: Collection[int]) -> int:
    """Return the end of amounts that stand line under line below a heading, ``first`` for none.

    They are no days, which a programme has, and no addresses.
    """
    opening = units[first - 1]
    if opening.kind != "text" or opening.first != opening.last or opening.size > _LONGEST_HEADING:
        return first
    end = first
    while end < len(units) and _is_short(lines, units[end], alone) and (end == first or not units[end].blank):
        content = lines.content(units[end].first)
        if not _AMOUNT.match(content) or _DAY.match(content):
            break
        end += 1
    over = end == len(units) or units[end].blank or not _is_short(lines, units[end], alone)
    return end if end - first >= _LEAST and over and units[first].blank else first


_LONGEST_HEADING = 60  # characters
_DAY = re.compile(
    rf"(?:{DATE.pattern}|\d{{1,2}}(?:[:.]\d{{2}})?\s*(?:uhr|h|[ap]\.?m\.?)\b|\d{{4,5}} )", re.IGNORECASE
)


def _count_people(lines: Lines, units: Sequence[Unit]) -> int:
    """Return how many lines there are that hold no more than the name of somebody."""
    names = takewhile(lambda unit: _WHO.fullmatch(lines.content(unit.first)), units)
    return sum(1 for _ in names)


_LEAST_PEOPLE = 2


def _is_short(lines: Lines, unit: Unit, alone: Collection[int]) -> bool:
    return (
        unit.kind == "text"
        and unit.size <= _LONGEST_ITEM
        and not unit.drawn
        and unit.first not in alone
        and (lines.content(unit.last)[-1] not in ".:;,?!" or lines.content(unit.last).endswith(_HOURS))
    )


_HOURS = ("a.m.", "p.m.")


def _is_list(lines: Lines, units: Sequence[Unit], first: int, end: int) -> bool:
    """Tell whether the lines are parallel: amounts of something, labels with a value, names of
    those present, or phrases that begin with small letters.

    Lines without empty ones between are fields or verse. Phrases that begin with capitals are not told from
    headings surely enough.
    """
    heads = [lines.content(unit.first) for unit in units[first:end]]
    opening = lines.content(units[first - 1].last)
    if not all(unit.blank for unit in units[first:end]):
        return False
    if _PEOPLE.search(opening) and _count_people(lines, units[first:end]) == len(heads) >= _LEAST_PEOPLE:
        return True
    if len(heads) < _LEAST:
        return False
    if all(map(_AMOUNT.match, heads)):
        return True
    if all(map(_LABELLED.match, heads)):
        return True
    return all(head[0].islower() for head in heads)
