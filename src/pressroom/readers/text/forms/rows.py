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
    done: list[str] = []
    found = False
    at = 0
    while at < len(lines):
        end = _follow(lines, at)
        head = _split_head(lines[at - 1]) if at and end - at >= _LEAST else []
        if head and len(head) == _count(lines[at]) + 1:
            done[-1] = "\t".join(head)
            done += [_part(line) for line in lines[at:end]]
            found = True
            at = end
        else:
            done.append(lines[at])
            at += 1
    return "\n".join(done) if found else ""


def _follow(lines: list[str], first: int) -> int:
    """Return the end of the rows from one on that have as many values."""
    end = first
    while end < len(lines) and _count(lines[end]) and _count(lines[end]) == _count(lines[first]):
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
