"""Which page goes where on a sheet: booklets and several pages on one side. Pure arithmetic, no PDF.

Pages count from 0; None is a blank.
"""

from __future__ import annotations

from dataclasses import dataclass

Side = tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells of one side of a sheet, filled row by row from the reading start."""

    columns: int
    rows: int

    @property
    def cells(self) -> int:
        """Count the cells."""
        return self.columns * self.rows


@dataclass(frozen=True, slots=True)
class Slot:
    """A place on a side, in points, from the lower left corner."""

    x: float
    y: float
    width: float
    height: float


def booklet_sides(pages: int, *, right_to_left: bool = False) -> tuple[Side, ...]:
    """Return the sides of a saddle-stitched booklet, two pages each, outermost sheet first, front, then back.

    Blanks fill up to a multiple of four, at the end. Folded and nested, the pages read from first to last.
    """
    padded = -(-pages // 4) * 4
    sides = []
    for sheet in range(padded // 4):
        first, last = 2 * sheet, padded - 1 - 2 * sheet
        for pair in ((last, first), (first + 1, last - 1)):
            left, right = (page if page < pages else None for page in pair)
            sides.append((right, left) if right_to_left else (left, right))
    return tuple(sides)


def grid_sides(pages: int, grid: Grid) -> tuple[Side, ...]:
    """Return the sides of ``grid.cells`` pages each, in reading order."""
    return tuple(
        tuple(page if page < pages else None for page in range(first, first + grid.cells))
        for first in range(0, pages, grid.cells)
    )


def grid_cells(
    grid: Grid, width: float, height: float, margin: float, *, right_to_left: bool = False
) -> tuple[Slot, ...]:
    """Return the places of a side's pages in points, in reading order."""
    across = (width - margin * (grid.columns + 1)) / grid.columns
    down = (height - margin * (grid.rows + 1)) / grid.rows
    cells = []
    for row in range(grid.rows):
        for column in range(grid.columns):
            place = grid.columns - 1 - column if right_to_left else column
            x = margin + place * (across + margin)
            y = height - (row + 1) * (down + margin)
            cells.append(Slot(x, y, across, down))
    return tuple(cells)


def booklet_cells(width: float, height: float, creep: float) -> tuple[Slot, Slot]:
    """Return the two halves of a side, moved towards the fold by ``creep`` points.

    The more sheets lie outside of one, the further its edge sticks out and the more is trimmed from it;
    moving its pages inwards keeps their outer margins even.
    """
    half = width / 2
    return Slot(creep, 0, half, height), Slot(half - creep, 0, half, height)
