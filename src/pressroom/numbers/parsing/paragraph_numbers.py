"""Numbers that paragraphs are counted by, with nothing but a blank behind them: "7 Over the weekend, …"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

NUMBER_OF_PARAGRAPH = "the number of a paragraph"
SHORTEST_ROW = 3  # paragraphs that are counted on, one by one
_AHEAD = re.compile(r"\s*(?P<number>[1-9]\d{0,2})[ \t]+(?=[^\W_a-zß-ÿ]|[“„«\"(])")


def find_paragraph_numbers(paragraphs: Sequence[str]) -> Mapping[int, int]:
    """Return by its index how many characters the number of each counted paragraph takes, with the blank.

    A number is one where those of other paragraphs go on from it or lead up to it; paragraphs without one
    may stand between.
    """
    found: dict[int, int] = {}
    row: list[tuple[int, int]] = []
    last = 0
    for at, text in enumerate(paragraphs):
        ahead = _AHEAD.match(text)
        if ahead is None:
            continue
        number = int(ahead["number"])
        if number != last + 1:
            row = []
        row.append((at, ahead.end()))
        last = number
        if len(row) >= SHORTEST_ROW:
            found |= dict(row)
    return found
