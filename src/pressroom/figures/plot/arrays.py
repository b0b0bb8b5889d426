"""Arrays of marks: so many people or things as whole marks, their end drawn as the text bounds the number.

exact             full marks
over, at least    full marks, then an arrow: no mark for what the text does not give
about             the last mark hatched, and one dashed mark more
nearly            the last mark hatched
under, at most    hollow marks, closed by a stroke
between           full marks to the low end, hollow ones to the high end

The ends of bars are in ``doubt``; both say the same.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from pressroom.figures.plot.doubt import CAPPED, OPEN, SOFT
from pressroom.figures.plot.marks import Area, Disc, Mark, Stroke
from pressroom.model.quantity import Qualifier

SHAPES = ("dot", "square", "oval", "diamond")  # one for each thing that is counted
EDGE = 0.8
DASH = (1.2, 1.2)
ARROW = 10.5  # points from its tail to its tip
LARGEST, SMALLEST = 3.9, 1.6  # radius of a mark
AIR = 0.36  # between two marks, as a share of their width
TALLEST = 56.0
EASY = 2.8  # radius of marks that are seen at a glance
IN_A_ROW = 12  # marks that need no second row
CLOSE, STROKE = 1.8, 1.6  # from the last mark to the stroke that closes it, and the stroke
_SQUEEZE = 0.83
_CORNER = 0.9  # half a square's side, as a share of a disc's radius: both look equally large


@dataclass(frozen=True, slots=True)
class Grid:
    """Where marks stand: ``step`` and ``row`` from centre to centre, ``gap`` more after each ``group`` marks
    of a row.
    """

    columns: int
    radius: float
    step: float
    row: float
    group: int = 0
    gap: float = 0.0

    def place(self, index: int, *, after: bool = False) -> tuple[float, float]:
        """Return the centre of a mark, in points from the top left corner of the array.

        With ``after`` it stands in the row of the mark before it, even where that row is full.
        """
        down, across = divmod(index, self.columns)
        if after and index and not across:
            down, across = down - 1, self.columns
        gaps = min(across, self.columns - 1) // self.group * self.gap if self.group else 0.0
        inset = self.radius + EDGE / 2
        return inset + across * self.step + gaps, inset + down * self.row

    def height(self, count: int) -> float:
        """Return how high an array of so many marks is."""
        rows = -(-count // self.columns)
        return (rows - 1) * self.row + 2 * self.radius + EDGE if rows else 0.0


@dataclass(frozen=True, slots=True)
class Array:
    """An array laid out: its marks and its size in points."""

    marks: tuple[Mark, ...]
    width: float
    height: float


def fit_grid(
    count: int,
    room: float,
    qualifier: Qualifier | None = None,
    *,
    tallest: float = TALLEST,
    largest: float = LARGEST,
) -> Grid:
    """Return the grid with the largest marks on which ``count`` of them and their end stay within ``room``
    points of width.

    Where there are several rows, each has a multiple of ten or five marks, so that they can be counted. The
    grid is no higher than ``tallest`` unless its marks would be too small to see. A range is fitted by its
    far end.
    """
    grids = [_fit_row(columns, count, room, qualifier, largest) for columns in _list_columns(count)]
    seen = [grid for grid in grids if grid.radius >= SMALLEST] or grids[:1]
    if count <= IN_A_ROW and seen[-1].radius >= EASY:
        return seen[-1]
    return min(seen, key=lambda grid: (grid.height(count) > tallest, -grid.radius, grid.columns))


def _list_columns(count: int) -> list[int]:
    """Return how many marks a row may have, the fewest first."""
    if count <= 10:
        return [count]
    rows = [columns for columns in range(10, count, 5) if columns <= 10 or columns % 10 == 0 or count > 20]
    return [*rows, count] if count <= IN_A_ROW else [*rows, rows[-1] + 10]


def _fit_row(columns: int, count: int, room: float, qualifier: Qualifier | None, largest: float) -> Grid:
    group = 5 if 5 < columns <= 15 else 10 if columns > 15 else 0
    last = (count - 1) % columns + 1
    ends = [(_count_widths(columns, group), 0.0), (_count_widths(last, group), _measure_ending(qualifier))]
    if qualifier is Qualifier.ABOUT:
        ends.append((_count_widths(last, group) + 1 + AIR * (2 if group and last % group == 0 else 1), 0.0))
    elif qualifier in OPEN:
        ends[1] = (ends[1][0] + AIR * (2 if group and last % group == 0 else 1), ends[1][1])
    radius = min((room - EDGE - more) / (2 * widths) for widths, more in ends)
    radius = min(largest, radius)
    step = 2 * radius * (1 + AIR)
    return Grid(columns, radius, step, step, group, 2 * radius * AIR)


def _count_widths(marks: int, group: int) -> float:
    """Return how wide so many marks of a row are, as a multiple of one mark's width."""
    gaps = (marks - 1) // group if group else 0
    return marks + (marks - 1 + gaps) * AIR


def _measure_ending(qualifier: Qualifier | None) -> float:
    """Return the points that the end of an array takes, whatever the size of its marks."""
    return ARROW if qualifier in OPEN else CLOSE + STROKE / 2 if qualifier in CAPPED else 0.0


def lay_out_array(
    count: int,
    grid: Grid,
    qualifier: Qualifier | None,
    colour: str,
    paper: str,
    *,
    shape: str = "dot",
    high: int | None = None,
    x: float = 0.0,
    y: float = 0.0,
) -> Array:
    """Lay out ``count`` marks from the corner ``x``, ``y``, their end drawn by the qualifier.

    ``high`` is the far end of a range, in marks.
    """
    marks: list[Mark] = []
    right = 0.0
    for index in range(count if high is None else high):
        across, down = grid.place(index)
        right = max(right, across + grid.radius)
        place = (x + across, y + down, grid.radius)
        if qualifier in CAPPED or index >= count:
            marks += draw_mark(shape, *place, paper, colour)
        elif qualifier in SOFT and index == count - 1:
            marks += draw_mark(shape, *place, paper, colour)
            marks += _hatch(shape, *place, colour)
        else:
            marks += draw_mark(shape, *place, colour, colour)
    after = [*_ending(count, grid, qualifier, colour, paper, shape, x, y)] if high is None else []
    reach = max((point for mark in after for point in _right_ends(mark)), default=0.0) - x
    return Array((*marks, *after), max(right + EDGE / 2, reach), grid.height(high or count))


def _ending(
    count: int,
    grid: Grid,
    qualifier: Qualifier | None,
    colour: str,
    paper: str,
    shape: str,
    x: float,
    y: float,
) -> Iterator[Mark]:
    across, down = grid.place(count, after=True)
    if qualifier is Qualifier.ABOUT:
        yield from draw_mark(shape, x + across, y + down, grid.radius, paper, colour, DASH)
    elif qualifier in OPEN:
        yield from draw_arrow(x + across - grid.radius, y + down, colour)
    elif qualifier in CAPPED and count:
        across, down = grid.place(count - 1)
        edge, reach = x + across + grid.radius + CLOSE, grid.radius + 1.2
        yield Stroke(((edge, y + down - reach), (edge, y + down + reach)), colour, STROKE)


def _right_ends(mark: Mark) -> Iterator[float]:
    if isinstance(mark, Disc):
        yield mark.x + mark.radius
    elif isinstance(mark, Area | Stroke):
        yield from (x for x, _ in mark.points)


def draw_mark(
    shape: str, x: float, y: float, radius: float, fill: str, edge: str, dash: tuple[float, ...] = ()
) -> Iterator[Mark]:
    """Yield one mark of a shape by its centre."""
    if shape in ("dot", "oval"):
        yield Disc(x, y, radius, fill, edge, EDGE, dash, _squeeze(shape))
    else:
        yield Area(_corners(shape, x, y, radius), fill, edge, EDGE, dash)


def draw_arrow(x: float, y: float, colour: str, length: float = ARROW) -> Iterator[Mark]:
    """Yield an arrow to the right from ``x``: more, by how much the text does not say."""
    head = length / 3.5
    yield Stroke(((x, y), (x + length, y)), colour, 1.1)
    tip = x + length
    yield Stroke(((tip - head, y - head * 0.87), (tip, y), (tip - head, y + head * 0.87)), colour, 1.1)


def _squeeze(shape: str) -> float:
    return _SQUEEZE if shape == "oval" else 1.0


def _corners(shape: str, x: float, y: float, radius: float) -> tuple[tuple[float, float], ...]:
    if shape == "diamond":
        return ((x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y))
    side = radius * _CORNER
    return ((x - side, y - side), (x + side, y - side), (x + side, y + side), (x - side, y + side))


def _hatch(shape: str, x: float, y: float, radius: float, colour: str) -> Iterator[Mark]:
    """Yield lines at 45 degrees within a mark."""
    apart = max(radius * 0.55, 1.4)
    for line in (-1, 0, 1):
        reach = _half_chord(shape, line * apart, radius)
        if reach:
            # rising to the right, through a point of the falling diagonal
            middle = line * apart / math.sqrt(2)
            run = reach / math.sqrt(2)
            ends = ((x + middle - run, y + middle + run), (x + middle + run, y + middle - run))
            yield Stroke(ends, colour, 0.7)


def _half_chord(shape: str, away: float, radius: float) -> float:
    """Return half the length of the rising line at 45 degrees that passes a mark's centre at a distance."""
    if shape == "square":
        return max(math.sqrt(2) * radius * _CORNER - abs(away), 0.0)
    if shape == "diamond":
        return radius / math.sqrt(2) if abs(away) < radius / math.sqrt(2) else 0.0
    inner = radius * _squeeze(shape)  # of an ellipse the narrow half axis: the line never leaves it
    return math.sqrt(max(inner**2 - away**2, 0.0))
