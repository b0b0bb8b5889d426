"""A table for the terminal: columns as wide as their words, long cells in several lines."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import click

from pressroom.model.printable import make_printable

GAP = "  "
PLAIN_WIDTH = 120  # where no terminal says how wide it is


@dataclass(frozen=True, slots=True)
class Column:
    """A heading and the most characters that its cells may take; 0 for all that is left."""

    head: str
    most: int = 0
    right: bool = False


@dataclass(frozen=True, slots=True)
class TableRow:
    """Cells, the colour of the row, and whether it is set bold."""

    cells: tuple[str, ...]
    colour: str | None = None
    bold: bool = False


def lay_out_table(columns: Sequence[Column], rows: Sequence[TableRow], width: int = 0) -> Iterator[str]:
    """Yield the lines of a table no wider than ``width`` characters, by default the terminal's."""
    rows = [replace(row, cells=tuple(map(make_printable, row.cells))) for row in rows]
    total = width or shutil.get_terminal_size((PLAIN_WIDTH, 24)).columns
    widths = _measure_widths(columns, rows, total)
    yield click.style(_format_line([column.head for column in columns], columns, widths), dim=True)
    for row in rows:
        wrapped = [_wrap(cell, wide) for cell, wide in zip(row.cells, widths, strict=True)]
        for at in range(max(map(len, wrapped))):
            cells = [lines[at] if at < len(lines) else "" for lines in wrapped]
            yield click.style(_format_line(cells, columns, widths), fg=row.colour, bold=row.bold)


def _wrap(cell: str, wide: int) -> list[str]:
    return [cell] if len(cell) <= wide else textwrap.wrap(cell, wide)


def _measure_widths(columns: Sequence[Column], rows: Sequence[TableRow], total: int) -> list[int]:
    """Give each column what its longest cell needs, up to its most; the open one gets the rest."""
    needed = [
        max([len(column.head), *(len(row.cells[at]) for row in rows)]) for at, column in enumerate(columns)
    ]
    widths = [
        min(need, column.most) if column.most else 0 for need, column in zip(needed, columns, strict=True)
    ]
    rest = total - sum(widths) - len(GAP) * (len(columns) - 1)
    open_columns = widths.count(0) or 1
    least = 20  # characters, in which a sentence can still be read
    return [width or max(least, rest // open_columns) for width in widths]


def _format_line(cells: Sequence[str], columns: Sequence[Column], widths: Sequence[int]) -> str:
    aligned = (
        cell.rjust(width) if column.right else cell.ljust(width)
        for cell, column, width in zip(cells, columns, widths, strict=True)
    )
    return GAP.join(aligned).rstrip()
