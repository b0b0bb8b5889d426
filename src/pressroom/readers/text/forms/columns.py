"""Two columns of a page, copied side by side: put one below the other."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

_GAP = re.compile(r"(?<=\S) {2,}(?=\S)")
_LEAST = 5  # lines with both columns
_LEAST_WORDS = 3  # of a line of a column, on average
_MOSTLY = 0.45  # of the lines have both columns; headings of one leave the other empty there
_ALIGNED = 0.8  # of the lines of the right column begin at the same place
_LETTERED = 0.7  # of its words have letters
_BROKEN = 0.25  # of the lines are broken off within a sentence
_SENTENCE_ENDS = '.!?:”"»'


@dataclass(slots=True)
class _Stretch:
    first: int
    last: int


def read_columns(text: str) -> str:
    """Return the text with the right column below the left one, "" where it has no two columns of prose."""
    if "  " not in text:
        return ""
    raw = text.split("\n")
    lines = [line.rstrip().expandtabs(8) for line in raw]
    begins = Counter(gap.end() for line in lines for gap in _GAP.finditer(line))
    if not begins or begins.most_common(1)[0][1] < _LEAST:
        return ""
    column = begins.most_common(1)[0][0]
    done: list[str] = []
    at = 0
    found = False
    while at < len(lines):
        stretch = _follow(lines, at, column) or _Stretch(at, at)
        if _is_prose(lines, stretch, column):
            done += _put_below(lines[stretch.first : stretch.last + 1], column)
            found = True
        else:
            done += raw[stretch.first : stretch.last + 1]
        at = stretch.last + 1
    return "\n".join(done) if found else ""


def _follow(lines: list[str], first: int, column: int) -> _Stretch | None:
    """Return the lines from one on that leave the gutter free, as far as the last with both columns."""
    if not _parts(lines[first], column) or lines[first][column].isspace():
        return None  # the masthead of a paper stands over both columns
    last = at = first
    while at < len(lines) and not lines[at][column - 2 : column].strip():
        if _parts(lines[at], column) or lines[at][:column].isspace():
            last = at
        at += 1
    # the left column may be the longer one: it ends with the first empty line behind
    while last + 1 < at and lines[last + 1].strip() and len(lines[last + 1]) < column:
        last += 1
    return _Stretch(first, last)


def _parts(line: str, column: int) -> bool:
    """Tell whether a line has words on both sides of the gutter."""
    return (
        bool(line[: column - 2].strip())
        and bool(line[column:].strip())
        and not line[column - 2 : column].strip()
    )


def _is_prose(lines: list[str], stretch: _Stretch, column: int) -> bool:
    rows = [line for line in lines[stretch.first : stretch.last + 1] if line.strip()]
    both = [line for line in rows if _parts(line, column)]
    if len(both) < _LEAST or len(both) < len(rows) * _MOSTLY:
        return False
    if sum(not line[column].isspace() for line in both) < len(both) * _ALIGNED:
        return False
    sides = [[line[:column].strip() for line in rows], [line[column:].strip() for line in rows]]
    return all(_reads_on([line for line in side if line]) for side in sides)


def _reads_on(lines: list[str]) -> bool:
    """Tell whether lines have several words each and often break off within a sentence."""
    words = sum(line.count(" ") + 1 for line in lines)
    broken = sum(one[-1] not in _SENTENCE_ENDS and _goes_on(other) for one, other in pairwise(lines))
    named = sum(any(map(str.isalpha, word)) for line in lines for word in line.split())
    if named < words * _LETTERED:
        return False  # rows of figures
    return words >= len(lines) * _LEAST_WORDS and broken >= len(lines) * _BROKEN


def _goes_on(line: str) -> bool:
    """Tell whether a line begins within a sentence: with a small letter, or a figure ahead of words."""
    return line[0].islower() or (line.lstrip("$£€")[:1].isdecimal() and line.count(" ") + 1 >= _LEAST_WORDS)


def _put_below(lines: list[str], column: int) -> list[str]:
    left = _trim([line[:column].rstrip() for line in lines])
    right = _trim([line[column:].rstrip() for line in lines])
    goes_on = left[-1][-1] not in _SENTENCE_ENDS and right[0].lstrip()[0].islower()
    return [*left, *([] if goes_on else [""]), *right]


def _trim(lines: list[str]) -> list[str]:
    while lines and not lines[0].strip():
        lines = lines[1:]
    while lines and not lines[-1].strip():
        lines = lines[:-1]
    return lines
