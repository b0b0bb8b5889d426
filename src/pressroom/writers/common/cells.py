"""The cells of a table on its grid, however they span."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

LIMIT = 1000  # columns or rows that one cell may span, as in HTML


@dataclass(frozen=True, slots=True)
class CellArea:
    """A cell and the part of the grid that it covers; ends exclusive."""

    cell: Any
    top: int
    left: int
    bottom: int
    right: int

    @property
    def header(self) -> bool:
        """Tell whether it is a header cell."""
        return bool(self.cell.tag == "th")

    @property
    def heads_row(self) -> bool:
        """Tell whether it is the header of the cells beside it, not of those below."""
        return (self.cell.get("scope") or "col").startswith("row")


def place_cells(table: Any) -> Iterator[CellArea]:
    """Yield the cells of a table with their areas, row by row."""
    taken: dict[int, int] = {}  # column → first row that is free again
    for top, row in enumerate(table.iter("tr")):
        left = 0
        for cell in row:
            if cell.tag not in ("th", "td"):
                continue
            while taken.get(left, 0) > top:
                left += 1
            right, bottom = left + _span(cell, "colspan"), top + _span(cell, "rowspan")
            taken.update(dict.fromkeys(range(left, right), bottom))
            yield CellArea(cell, top, left, bottom, right)
            left = right


def _span(cell: Any, name: str) -> int:
    value = cell.get(name) or ""
    return min(max(int(value), 1), LIMIT) if value.isascii() and value.isdigit() else 1
