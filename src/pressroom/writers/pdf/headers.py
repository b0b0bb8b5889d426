"""Which header cells a table's cells stand under, however the headers span."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pressroom.writers.common.cells import CellArea, place_cells


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
