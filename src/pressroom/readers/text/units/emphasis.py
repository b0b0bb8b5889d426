"""Marks of Markdown that lost their other half: "067/18 Review **rules of order"."""

from __future__ import annotations

import re
from itertools import zip_longest

from pressroom.readers.text.lines.lines import Lines

STRAY = "mark of Markdown without its other half"
_RUN = re.compile(r"\*{1,3}")
# ahead of a word within a line; at its beginning it may be the mark of a note, and names of code have it too
_OPENING = re.compile(r"(?<=\S\s)\*{1,3}(?!\w*(?:args|opts)\b)(?=[^\W\d_])")
_SET_IN = 4  # columns: code, where stars are pointers
_LEAST = 2  # lines with such marks


def find_stray_marks(lines: Lines) -> dict[tuple[int, int], str]:
    """Return the bounds of stars that were emphasis, in a text with several lines where they don't pair."""
    found = [
        [(lines.starts[index] + run.start(), lines.starts[index] + run.end()) for run in runs]
        for index, raw in enumerate(lines.raw)
        if "*" in raw and lines.indents[index] < _SET_IN and (runs := _find_unpaired(raw))
    ]
    return {place: STRAY for places in found for place in places} if len(found) >= _LEAST else {}


def _find_unpaired(raw: str) -> list[re.Match[str]]:
    """Return the runs of stars of a line from the first that opens emphasis on, nothing where all pair."""
    opening = _OPENING.search(raw)
    if not opening:
        return []
    runs = list(_RUN.finditer(raw, opening.start()))
    if len(runs) == 1:
        return runs if len(runs[0].group()) > 1 else []
    stars = [run.group() for run in runs]
    return [] if all(one == other for one, other in zip_longest(stars[::2], stars[1::2])) else runs
