"""Which header cells a table's cells stand under, however the headers span."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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


def find_headers(table: Any) -> Mapping[Any, tuple[Any, ...]]:
    """Return the header cells of each cell, columns' first; {} for a table whose scopes are enough.

    Scope is enough where no header spans: a reader finds the header straight above and straight ahead. Where
    one spans, cells name their headers.
    """
    areas = list(place_cells(table))
    if not any(area.header and (area.right - area.left > 1 or area.bottom - area.top > 1) for area in areas):
        return {}
    columns: dict[int, list[CellArea]] = {}
    rows: dict[int, list[CellArea]] = {}
    for area in areas:
        if not area.header:
            continue
        span, lines = (
            (range(area.top, area.bottom), rows)
            if area.heads_row
            else (range(area.left, area.right), columns)
        )
        for line in span:
            lines.setdefault(line, []).append(area)
    return {area.cell: _of(area, columns, rows) for area in areas}


def _of(
    area: CellArea, columns: Mapping[int, list[CellArea]], rows: Mapping[int, list[CellArea]]
) -> tuple[Any, ...]:
    above = [
        head.cell
        for column in range(area.left, area.right)
        for head in columns.get(column, ())
        if head.bottom <= area.top
    ]
    ahead = [
        head.cell
        for row in range(area.top, area.bottom)
        for head in rows.get(row, ())
        if head.right <= area.left
    ]
    return tuple(dict.fromkeys(above + ahead))


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
