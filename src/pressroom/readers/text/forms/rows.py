"""Rows of a table that lost its columns in a PDF: "North 148 61" under "Region Homes Beds"."""

from __future__ import annotations

import re

_VALUE = r"[-+−]?[$€£]?\d[\d.,]*\s?%?"
_ROW = re.compile(rf"(?P<label>[^\W\d_][^\d\n]{{0,50}}?)(?P<values>(?: {_VALUE}){{2,8}})")
_ONE = re.compile(_VALUE)
_CELL = re.compile(r"[^\W\d_a-z]\S*(?: [a-z(]\S*)*|\d{4}")  # a capital begins a cell, as does a year
_LEAST = 3  # rows


def read_rows(text: str) -> str:
    """Return the text with tabs between the cells of such tables, "" where there is none.

    The line above the rows must have as many cells, by its capitals or years.
    """
    lines = text.split("\n")
    counts = [_count(line) for line in lines]
    done: list[str] = []
    found = False
    at = 0
    while at < len(lines):
        end = _follow(counts, at)
        head = _find_head(lines, at, end, counts[at] + 1)
        if head < 0:
            done += lines[at:end]
        else:
            del done[head:]
            done.append("\t".join(_split_head(lines[head])))
            done += [_part(line) for line in lines[head + 1 : end]]
            found = True
        at = end
    return "\n".join(done) if found else ""


def _find_head(lines: list[str], first: int, end: int, cells: int) -> int:
    """Return the line that heads rows, -1 where none does: the one above, or the first, whose years look like
    values.
    """
    for head in (first - 1, first):
        if head >= 0 and end - head - 1 >= _LEAST and len(_split_head(lines[head])) == cells:
            return head
    return -1


def _follow(counts: list[int], first: int) -> int:
    """Return the end of the rows from one line on that have as many values; of that line, if it has none."""
    end = first + 1
    while counts[first] and end < len(counts) and counts[end] == counts[first]:
        end += 1
    return end


def _count(line: str) -> int:
    row = _ROW.fullmatch(line.strip())
    return len(_ONE.findall(row["values"])) if row else 0


def _split_head(line: str) -> list[str]:
    cells = _CELL.findall(line.strip())
    return cells if " ".join(cells) == line.strip() else []


def _part(line: str) -> str:
    row = _ROW.fullmatch(line.strip())
    return "\t".join([row["label"], *_ONE.findall(row["values"])]) if row else line
