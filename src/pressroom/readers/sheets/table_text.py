"""Comma-separated values to a sheet."""

from __future__ import annotations

import csv
import io
import re
from itertools import islice

from pressroom.errors import PressroomError
from pressroom.model.inline import Text
from pressroom.readers.sheets.grid import MOST_COLUMNS, MOST_ROWS, SheetCell, SheetCells

WIDEST_CELL = 131_072  # characters; a quote that never closes takes all that follows into one
_SAMPLE = 20  # lines
_NUMBER = re.compile(
    r"[(<>~≈±]?\s?[-+−–]?\s?(?:[$€£¥]|[A-Z]{3}\s)?\s?\d[\d.,'\s]*(?:\s?(?:%|‰|[$€£¥]|[A-Z]{3}))?\)?|n/?a|[-–—]|\d{1,4}[-./]\d{1,2}[-./]\d{1,4}",
    re.IGNORECASE,
)


def read_table_text(text: str, source: str, delimiter: str = "") -> tuple[SheetCells, int, int]:
    """Return the first rows of CSV or TSV as a sheet, and how many rows and columns there are.

    Raises PressroomError for quotes that never close.
    """
    text = text.replace("\0", "")
    mark = delimiter or find_delimiter(text)
    rows: list[tuple[SheetCell | None, ...]] = []
    csv.field_size_limit(WIDEST_CELL)  # of the whole process; readers of other lists have another
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark)
    count = widest = 0
    try:
        for cells in reader:
            count += 1
            widest = max(widest, len(cells))
            if count <= MOST_ROWS:
                rows.append(tuple(_cell(cell) for cell in cells[:MOST_COLUMNS]))
    except csv.Error as problem:
        raise PressroomError(
            f"this is no table of values ({problem})",
            cure="close the quotes on this line, or save the table again as CSV",
            rule="not-a-table",
            where=f"{source}:{reader.line_num}",
        ) from problem
    return SheetCells("", tuple(rows)), count, widest


def _cell(text: str) -> SheetCell:
    shown = " ".join(text.split())
    return SheetCell((Text(shown),) if shown else (), bool(_NUMBER.fullmatch(shown)))


def find_delimiter(text: str) -> str:
    """Return what parts the cells: the mark that most of the first lines have equally often."""
    lines = [line for line in islice(io.StringIO(text, newline=None), _SAMPLE) if line.strip()]

    def rate(mark: str) -> tuple[int, int]:
        counts = [_count_marks(line, mark) for line in lines]
        first = counts[0] if counts else 0
        return (sum(count == first for count in counts) if first else 0), first

    return max(",;\t|", key=rate)


def _count_marks(line: str, mark: str) -> int:
    """Return how many marks part the cells of a line, 0 for one that no table has."""
    try:
        return len(next(csv.reader([line], delimiter=mark), [])) - 1
    except csv.Error:
        return 0
