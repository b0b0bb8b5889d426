"""Lists whose items have lost their marks: short parallel lines under a line that ends with a colon."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from pressroom.readers.common.head.words import CONTACT
from pressroom.readers.text.lines.lines import Lines
from pressroom.readers.text.units.units import Unit

UNMARKED = "unmarked"  # the mark of an item without one
_LEAST = 3  # items
_LONGEST_ITEM = 140  # characters
_SHORTEST_OPENING = 15  # characters of the line above; "Notes:" is a heading
_AMOUNT = re.compile(r"(?:[A-Z]{2,3} ?)?[$€£¥]?\d[\d.,'’ ]*(?:%|\+)?\s\S*[^\W\d_]{3}")
_LABELLED = re.compile(r"[^:]{3,60}: .*\d")
# what a line ends with that announces a list
_ANNOUNCES = re.compile(
    r"\b(?:as follows|(?:the )?following(?: [\w-]+){0,3}|includ(?:es?|ing)|via|namely|such as"
    r"|wie folgt|folgende[nrs]?(?: [\w-]+){0,3}|darunter|nämlich|comme suit|suivant(?:e?s)?|notamment"
    r"|siguientes?(?: [\w-]+){0,2}|entre ell[oa]s):$",
    re.IGNORECASE,
)


def mark_series(lines: Lines, units: Sequence[Unit], alone: Collection[int]) -> None:
    """Make items of the lines of such lists; those in ``alone`` are told to be something else."""
    at = 1
    while at < len(units):
        end = _find_end(lines, units, at, alone)
        if end > at and _is_list(lines, units, at, end):
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


def _is_short(lines: Lines, unit: Unit, alone: Collection[int]) -> bool:
    return (
        unit.kind == "text"
        and unit.size <= _LONGEST_ITEM
        and not unit.drawn
        and unit.first not in alone
        and lines.content(unit.last)[-1] not in ".:;,?!"
    )


def _is_list(lines: Lines, units: Sequence[Unit], first: int, end: int) -> bool:
    """Tell whether the lines are parallel: amounts of something, labels with a value, or announced phrases.

    Lines without empty ones between are fields or verse. Phrases that begin with capitals are not told from
    headings surely enough.
    """
    if end - first < _LEAST or not all(unit.blank for unit in units[first:end]):
        return False
    heads = [lines.content(unit.first) for unit in units[first:end]]
    if all(map(_AMOUNT.match, heads)):
        return True
    if all(map(_LABELLED.match, heads)):
        return True
    announced = _ANNOUNCES.search(lines.content(units[first - 1].last))
    return announced is not None and all(head[0].islower() for head in heads)
