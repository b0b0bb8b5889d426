"""Which header cells a table's cells stand under, however the headers span."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

LIMIT = 1000  # columns or rows that one cell may span, as in HTML


@dataclass(frozen=True, slots=True)
class Place:
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
        """Tell whether it speaks for the cells beside it, not for those below."""
        return (self.cell.get("scope") or "col").startswith("row")


def headers(table: Any) -> Mapping[Any, tuple[Any, ...]]:
    """Return the header cells of each cell, columns' first; {} for a table whose scopes tell all.

    Scope is enough where no header spans: a reader finds the header straight above and straight ahead. Where
    one spans, cells name their headers.
    """
    places = list(grid(table))
    if not any(
        place.header and (place.right - place.left > 1 or place.bottom - place.top > 1) for place in places
    ):
        return {}
    columns: dict[int, list[Place]] = {}
    rows: dict[int, list[Place]] = {}
    for place in places:
        if not place.header:
            continue
        span, lines = (
            (range(place.top, place.bottom), rows)
            if place.heads_row
            else (range(place.left, place.right), columns)
        )
        for line in span:
            lines.setdefault(line, []).append(place)
    return {place.cell: _of(place, columns, rows) for place in places}


def _of(place: Place, columns: Mapping[int, list[Place]], rows: Mapping[int, list[Place]]) -> tuple[Any, ...]:
    above = [
        head.cell
        for column in range(place.left, place.right)
        for head in columns.get(column, ())
        if head.bottom <= place.top
    ]
    ahead = [
        head.cell
        for row in range(place.top, place.bottom)
        for head in rows.get(row, ())
        if head.right <= place.left
    ]
    return tuple(dict.fromkeys(above + ahead))


def grid(table: Any) -> Iterator[Place]:
    """Yield the cells of a table with their places, row by row."""
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
            yield Place(cell, top, left, bottom, right)
            left = right


def _span(cell: Any, name: str) -> int:
    value = cell.get(name) or ""
    return min(max(int(value), 1), LIMIT) if value.isascii() and value.isdigit() else 1
