"""Rows of a spreadsheet in which a cell has several lines, which the program puts between quotation marks."""

from __future__ import annotations

import re

_CELL = re.compile(r'(?P<ahead>^|\t)"(?P<cell>(?:[^"\t]|""){0,2000})"(?=\t|$)', re.MULTILINE)
_LEAST = 2  # rows with tabs


def read_cells(text: str) -> str:
    """Return the text with each such cell on one line and without its marks, "" where there is none."""
    if sum("\t" in line for line in text.split("\n")) < _LEAST:
        return ""
    if not any("\n" in found["cell"] for found in _CELL.finditer(text)):
        return ""
    return _CELL.sub(lambda found: found["ahead"] + " ".join(found["cell"].replace('""', '"').split()), text)
