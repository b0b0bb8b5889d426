"""Arrays of marks: whole marks that can be counted, within their width, their end as the text bounds it."""

from __future__ import annotations

import pytest

from pressroom.figures.kinds.glyphs import cells
from pressroom.figures.plot.arrays import DASH, EDGE, SHAPES, Array, fit_grid, lay_out_array
from pressroom.figures.plot.marks import Area, Disc, Mark, PlotStyle, Stroke
from pressroom.model.figure import Datum, Figure, Series
from pressroom.model.quantity import Qualifier
from tests.making import BRAND

INK, PAPER = "#12507b", "#ffffff"
QUALIFIERS = (
    None,
    Qualifier.OVER,
    Qualifier.AT_LEAST,
    Qualifier.ABOUT,
    Qualifier.NEARLY,
    Qualifier.UNDER,
    Qualifier.AT_MOST,
)


def _array(count: int, qualifier: Qualifier | None, room: float = 150.0, **more: object) -> Array:
    high = more.get("high")
    grid = fit_grid(high if isinstance(high, int) else count, room, qualifier)
    return lay_out_array(count, grid, qualifier, INK, PAPER, **more)  # type: ignore[arg-type]  # the keywords of one function


def _units(array: Array) -> list[Disc | Area]:
    return [mark for mark in array.marks if isinstance(mark, Disc | Area)]


def _kinds(array: Array) -> tuple[int, int, int, int]:
    """How many marks are full, hollow, dashed, and how many strokes there are."""
    units = _units(array)
    dashed = sum(unit.dash == DASH for unit in units)
    full = sum(unit.fill == INK for unit in units)
    return full, len(units) - full - dashed, dashed, sum(isinstance(mark, Stroke) for mark in array.marks)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize(
    ("qualifier", "expected"),
    [
        (None, (12, 0, 0, 0)),
        (Qualifier.OVER, (12, 0, 0, 2)),  # an arrow: its shaft and its head
        (Qualifier.AT_LEAST, (12, 0, 0, 2)),
        (Qualifier.ABOUT, (11, 1, 1, 3)),  # three lines of a hatching
        (Qualifier.NEARLY, (11, 1, 0, 3)),
        (Qualifier.AT_MOST, (0, 12, 0, 1)),
        (Qualifier.UNDER, (0, 12, 0, 1)),
    ],
)
def test_the_end_of_an_array_tells_the_doubt(
    qualifier: Qualifier | None, expected: tuple[int, int, int, int], shape: str
) -> None:
    full, hollow, dashed, strokes = _kinds(_array(12, qualifier, shape=shape))
    assert (full, hollow, dashed) == expected[:3]
    assert strokes == expected[3]


def test_a_range_is_full_to_its_low_end_and_hollow_to_its_high_one() -> None:
    assert _kinds(_array(9, Qualifier.BETWEEN, high=12)) == (9, 3, 0, 0)


def _ends(mark: Mark) -> list[tuple[float, float]]:
    if isinstance(mark, Disc):
        reach = mark.radius + mark.line / 2
        return [(mark.x - reach, mark.y - reach), (mark.x + reach, mark.y + reach)]
    assert isinstance(mark, Area | Stroke)
    return list(mark.points)


@pytest.mark.parametrize("room", [60.0, 118.0, 149.0, 232.0, 480.0])
@pytest.mark.parametrize("qualifier", QUALIFIERS)
def test_no_mark_leaves_the_room(qualifier: Qualifier | None, room: float) -> None:
    for count in range(1, 121):
        array = _array(count, qualifier, room)
        assert array.width <= room + 0.01, count
        for x, y in (end for mark in array.marks for end in _ends(mark)):
            assert -0.01 <= x <= room + 0.01, count
            assert -1.7 <= y <= array.height + 1.7, count


@pytest.mark.parametrize("room", [118.0, 149.0, 232.0])
def test_rows_can_be_counted(room: float) -> None:
    for count in range(16, 121):
        assert fit_grid(count, room).columns % 5 == 0, count
    assert fit_grid(11, room).height(11) < 10, "a few marks stand in one row"


@pytest.mark.parametrize("shape", SHAPES)
def test_the_hatching_stays_within_its_mark(shape: str) -> None:
    array = _array(1, Qualifier.NEARLY, shape=shape)
    (unit,) = _units(array)
    xs, ys = zip(*_ends(unit), strict=True)
    for x, y in (point for mark in array.marks if isinstance(mark, Stroke) for point in mark.points):
        assert min(xs) - 0.01 <= x <= max(xs) + 0.01
        assert min(ys) - 0.01 <= y <= max(ys) + 0.01


def test_nothing_lies_beyond_a_stated_whole() -> None:
    full, hollow, dashed, strokes = _kinds(_array(10, Qualifier.ABOUT, of=10, rest=("#eeeeee", "#666666")))
    assert (full, hollow, dashed, strokes) == (9, 1, 0, 3)
    assert _kinds(_array(10, Qualifier.OVER, of=10))[3] == 0
    part = _units(_array(3, Qualifier.ABOUT, of=10, rest=("#eeeeee", "#666666")))
    assert [unit.fill for unit in part].count("#eeeeee") == 6
    assert len(part) == 10, "the dashed mark takes the place of the next"


@pytest.mark.parametrize("count", [53, 75, 80])
@pytest.mark.parametrize("qualifier", [Qualifier.OVER, Qualifier.ABOUT, Qualifier.AT_MOST])
def test_the_sign_of_a_doubt_covers_no_cell(qualifier: Qualifier, count: int) -> None:
    datum = Datum(float(count), qualifier)
    figure = Figure("one", "cells", "A share", "", ("",), (Series("", (datum,)),), ())
    for room in (118.0, 150.0, 232.0):
        marks = cells(figure, PlotStyle.of(BRAND), room, "en").marks
        boxes = [mark for mark in marks if isinstance(mark, Area)]
        taken = 1 if qualifier is Qualifier.OVER else 0  # by the arrow
        assert len(boxes) == 100 - taken, "each cell once, and none under another"
        corners = [
            (min(xs), max(xs), min(ys), max(ys))
            for xs, ys in (zip(*box.points, strict=True) for box in boxes)
        ]
        signs = [mark for mark in marks if isinstance(mark, Stroke) and qualifier is not Qualifier.ABOUT]
        for x, y in (point for sign in signs for point in sign.points):
            assert x <= room
            assert not any(left < x < right and top < y < low for left, right, top, low in corners)


def test_marks_do_not_touch() -> None:
    discs = [mark for mark in _array(100, Qualifier.ABOUT).marks if isinstance(mark, Disc)]
    for one in discs:
        for other in discs:
            apart = ((one.x - other.x) ** 2 + (one.y - other.y) ** 2) ** 0.5
            assert one is other or apart > 2 * one.radius + one.line


def test_no_mark_is_cut_at_the_edge() -> None:
    for grid in (fit_grid(40, 120.0), fit_grid(7, 60.0)):
        x, _ = grid.place(0)
        assert x - grid.half - EDGE / 2 > 0
