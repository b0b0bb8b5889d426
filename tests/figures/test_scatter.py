"""Points by two measures, and their names."""

from __future__ import annotations

import pytest

from pressroom.figures import WIDE_MM
from pressroom.figures.plot.marks import Disc, Words
from pressroom.figures.text.measure import measure_width
from pressroom.model.figure import Datum, Figure, Series
from tests.figures.boxes import plate

HEIGHT = 0.7  # of capitals, in sizes of the font


def lay_out(*points: tuple[str, float, float]) -> tuple[list[Words], list[Disc]]:
    """The names and the dots of points."""
    names, across, up = zip(*points, strict=True)
    series = tuple(Series(name, tuple(map(Datum, values))) for name, values in (("x", across), ("y", up)))
    marks = plate(Figure("f", "scatter", "t", "a", names, series, ()), WIDE_MM).marks
    words = [mark for mark in marks if isinstance(mark, Words) and mark.text in names]
    return words, [mark for mark in marks if isinstance(mark, Disc)]


@pytest.mark.parametrize("down", [0, 1, 1.5, 2])
@pytest.mark.parametrize("beside", [2, 3, 4])
def test_no_name_stands_on_the_dot_of_another_point(beside: float, down: float) -> None:
    names, dots = lay_out(("Aldmoor", 50, 50), ("Brin", 50 + beside, 50 - down), ("Calder", 100, 100))
    assert len(dots) == 3
    for name in names:
        right, top = name.x + measure_width(name.text, name.size), name.y - HEIGHT * name.size
        for dot in dots:
            across = name.x < dot.x + dot.radius and dot.x - dot.radius < right
            assert not (across and top < dot.y + dot.radius and dot.y - dot.radius < name.y), name.text


def test_a_name_has_its_place_beside_its_dot_where_nothing_is_near() -> None:
    names, dots = lay_out(("Aldmoor", 50, 50), ("Brin", 75, 60), ("Calder", 100, 100))
    assert [name.text for name in names] == ["Aldmoor", "Brin", "Calder"]
    for name, dot in zip(names, dots, strict=True):
        beside = min(abs(name.x - dot.x), abs(name.x + measure_width(name.text, name.size) - dot.x))
        assert beside < 3 * dot.radius
        assert abs(name.y - dot.y) < name.size
