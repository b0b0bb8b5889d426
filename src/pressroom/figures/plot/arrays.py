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
from dataclasses import dataclass, replace

from pressroom.figures.plot.doubt import CAPPED, OPEN, SOFT, hatch
from pressroom.figures.plot.marks import Area, Disc, Mark, Stroke, make_box
from pressroom.model.quantity import Qualifier

SHAPES = ("dot", "square", "diamond", "triangle")  # one for each thing that is counted
# beside them "box", as wide as its place: a unit of time, a cell of a hundred
CORNER = 0.9  # half a square's side to a disc's radius: both look equally large
MOST_MARKS, MOST_BOXES = 120, 24  # more could not be counted
EDGE, FINE_EDGE = 0.8, 0.5
SIDE = 0.8  # ahead of the first mark: half an edge, and as much again that no pixel of it is cut
SIDES = SIDE + EDGE / 2
SMALLEST_EDGED = 2.2  # radius under which an edge would fill a mark
DASH = (1.2, 1.2)
ARROW = 10.5  # points from its tail to its tip
LARGEST, SMALLEST = 3.9, 1.6  # radius of a mark
AIR = 0.36  # between two marks, as a share of their width
TALLEST = 56.0
EASY = 2.8  # radius of marks that are seen at a glance
IN_A_ROW = 15  # marks that need no second row
CLOSE, STROKE = 1.8, 1.6  # from the last mark to the stroke that closes it, and the stroke


@dataclass(frozen=True, slots=True)
class MarkGrid:
    """Where marks stand: ``step`` and ``row`` from centre to centre, ``gap`` more after each ``group`` marks
    of a row. ``radius`` is half a mark's height, ``half`` half the width of its place.
    """

    columns: int
    radius: float
    step: float
    row: float
    half: float
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
        x = self.half + SIDE + across * self.step + gaps
        return x, self.radius + EDGE / 2 + down * self.row

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
) -> MarkGrid:
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


def _fit_row(columns: int, count: int, room: float, qualifier: Qualifier | None, largest: float) -> MarkGrid:
    group = 5 if 5 < columns <= 15 else 10 if columns > 15 else 0
    last = (count - 1) % columns + 1
    ends = [(_count_widths(columns, group), 0.0), (_count_widths(last, group), measure_ending(qualifier))]
    if qualifier is Qualifier.ABOUT:
        ends.append((_count_widths(last, group) + 1 + AIR * (2 if group and last % group == 0 else 1), 0.0))
    elif qualifier in OPEN:
        ends[1] = (ends[1][0] + AIR * (2 if group and last % group == 0 else 1), ends[1][1])
    radius = min((room - SIDES - more) / (2 * widths) for widths, more in ends)
    radius = min(largest, radius)
    step = 2 * radius * (1 + AIR)
    return MarkGrid(columns, radius, step, step, radius, group, 2 * radius * AIR)


def _count_widths(marks: int, group: int) -> float:
    """Return how wide so many marks of a row are, as a multiple of one mark's width."""
    gaps = (marks - 1) // group if group else 0
    return marks + (marks - 1 + gaps) * AIR


def measure_ending(qualifier: Qualifier | None) -> float:
    """Return the points that the end of an array takes, whatever the size of its marks."""
    return ARROW if qualifier in OPEN else CLOSE + STROKE / 2 if qualifier in CAPPED else 0.0


def lay_out_array(
    count: int,
    grid: MarkGrid,
    qualifier: Qualifier | None,
    colour: str,
    paper: str,
    *,
    shape: str = "dot",
    high: int | None = None,
    of: int = 0,
    rest: tuple[str, str] = ("", ""),
    x: float = 0.0,
    y: float = 0.0,
) -> Array:
    """Lay out ``count`` marks from the corner ``x``, ``y``, their end drawn by the qualifier.

    ``high`` is the far end of a range, in marks. ``of`` is the whole that they are a part of, its other marks
    drawn with ``rest``, a fill and an edge.
    """
    whole = max(high or count, of)
    marks: list[Mark] = []
    for index in range(whole):
        across, down = grid.place(index)
        place = (shape, x + across, y + down, grid.radius)
        if index == count < of and qualifier in (Qualifier.ABOUT, *OPEN) and high is None:
            continue  # the dashed mark or the arrow stands in its place
        if index >= (high or count):
            marks += draw_mark(*place, *rest, half=grid.half)
        elif qualifier in CAPPED or index >= count:
            marks += draw_mark(*place, paper, colour, half=grid.half)
        elif qualifier in SOFT and index == count - 1:
            marks += draw_mark(*place, paper, colour, half=grid.half)
            marks += _hatch(*place, grid.half, colour)
        else:
            marks += draw_mark(*place, colour, colour, half=grid.half)
    ending: list[Mark] = []
    if high is None and (qualifier in CAPPED or not of or count < of):  # there is no more than the whole
        ending = [*_ending((x, y), count, grid, qualifier, colour, paper, shape, within=count < of)]
    right = max((point for mark in (*marks, *ending) for point in _right_ends(mark)), default=x)
    return Array((*marks, *ending), right - x, grid.height(whole))


def _ending(
    corner: tuple[float, float],
    count: int,
    grid: MarkGrid,
    qualifier: Qualifier | None,
    colour: str,
    paper: str,
    shape: str,
    *,
    within: bool,
) -> Iterator[Mark]:
    """Yield what stands after the last mark; ``within`` a whole it takes the place of the next."""
    across, down = grid.place(count, after=not within)
    x, y = corner[0] + across, corner[1] + down
    if qualifier is Qualifier.ABOUT:
        yield from draw_mark(shape, x, y, grid.radius, paper, colour, DASH, half=grid.half)
    elif qualifier in OPEN:
        yield from draw_arrow(x - grid.half, y, colour, 2 * grid.half if within else ARROW)
    elif qualifier in CAPPED and count:
        across, down = grid.place(count - 1)
        near = grid.step - 2 * grid.half  # within a whole the stroke has the air before the next mark
        x, reach = corner[0] + across + grid.half + (near / 2 if within else CLOSE), grid.radius + 1.2
        line = min(STROKE, near * 0.6) if within else STROKE
        yield Stroke(((x, corner[1] + down - reach), (x, corner[1] + down + reach)), colour, line)


def _right_ends(mark: Mark) -> Iterator[float]:
    if isinstance(mark, Disc):
        yield mark.x + mark.radius + mark.line / 2
    elif isinstance(mark, Area | Stroke):
        yield from (x for x, _ in mark.points)


def draw_mark(
    shape: str,
    x: float,
    y: float,
    radius: float,
    fill: str,
    edge: str,
    dash: tuple[float, ...] = (),
    *,
    half: float = 0.0,
) -> Iterator[Mark]:
    """Yield one mark of a shape by its centre: ``radius`` is half its height, ``half`` half a box's width."""
    line = EDGE if radius > SMALLEST_EDGED else FINE_EDGE
    if shape == "dot":
        yield Disc(x, y, radius, fill, edge, line, dash)
    elif shape == "triangle":
        yield Area(_triangle(x, y, radius), fill, edge, line, dash)
    elif shape == "diamond":
        corners = ((x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y))
        yield Area(corners, fill, edge, line, dash)
    else:
        across, down = _measure_box(shape, radius, half)
        yield replace(make_box(x - across, y - down, 2 * across, 2 * down, fill, edge, line), dash=dash)


def _measure_box(shape: str, radius: float, half: float) -> tuple[float, float]:
    side = radius * CORNER
    return (side, side) if shape == "square" else (half or radius, radius)


def draw_arrow(x: float, y: float, colour: str, length: float = ARROW) -> Iterator[Mark]:
    """Yield an arrow to the right from ``x``: more, by how much the text does not say."""
    head, tip = length / 3.5, x + length
    yield Stroke(((x, y), (tip, y)), colour, 1.1)
    yield Stroke(((tip - head, y - head * 0.87), (tip, y), (tip - head, y + head * 0.87)), colour, 1.1)


def _hatch(shape: str, x: float, y: float, radius: float, half: float, colour: str) -> Iterator[Mark]:
    """Yield lines at 45 degrees within a mark."""
    if shape == "box":
        across, down = _measure_box(shape, radius, half)
        yield from hatch(x - across, x + across, y - down, 2 * down, colour)
        return
    apart = max(radius * 0.55, 1.4)
    if shape == "triangle":
        yield from _hatch_triangle(x, y, radius, colour)
        return
    for line in (-1, 0, 1):
        run = _half_chord(shape, line * apart, radius, half) / math.sqrt(2)
        if run:
            # rising to the right, through a point of the falling diagonal
            across, down = x + line * apart / math.sqrt(2), y + line * apart / math.sqrt(2)
            yield Stroke(((across - run, down + run), (across + run, down - run)), colour, 0.7)


def _hatch_triangle(x: float, y: float, radius: float, colour: str) -> Iterator[Mark]:
    """Yield three lines at 45 degrees, cut to a triangle."""
    corners = _triangle(x, y, radius)
    for line in (-1, 0, 1):
        level = x + y + radius / 3 + line * 0.7 * radius  # of x + y, the same all along a rising line
        ends = []
        for (left, top), (right, low) in zip(corners, (*corners[1:], corners[0]), strict=True):
            one, other = left + top - level, right + low - level
            if one * other < 0:
                share = one / (one - other)
                ends.append((left + share * (right - left), top + share * (low - top)))
        if len(ends) == 2:
            yield Stroke(tuple(ends), colour, 0.7)


def _triangle(x: float, y: float, radius: float) -> tuple[tuple[float, float], ...]:
    return (x, y - radius), (x + radius, y + radius), (x - radius, y + radius)


def _half_chord(shape: str, away: float, radius: float, half: float) -> float:
    """Return half the length of the rising line at 45 degrees that passes a mark's centre at a distance."""
    if shape == "diamond":
        return radius / math.sqrt(2) if abs(away) < radius / math.sqrt(2) else 0.0
    if shape == "dot":
        return math.sqrt(max(radius**2 - away**2, 0.0))
    # a high and narrow box: its width bounds the line, and towards its corners its ends do
    across, down = _measure_box(shape, radius, half)
    return max(min(math.sqrt(2) * across - abs(away), math.sqrt(2) * down - abs(away)), 0.0)
