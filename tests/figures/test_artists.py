"""Marks that look alike are one artist, which shows what each of them would."""

from __future__ import annotations

from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from pressroom.figures.plot import artists, render
from pressroom.figures.plot.canvas import Canvas
from pressroom.figures.plot.marks import Area, Disc, Mark, Plot, Stroke, Words, make_box
from tests.making import BRAND

INK, PALE, PAPER = "#12507b", "#c3cad3", "#ffffff"
TRIANGLE = ((10.0, 40.0), (20.0, 20.0), (30.0, 40.0))


def draw(marks: tuple[Mark, ...]) -> str:
    return render.render(Plot(120, 60, marks), BRAND, "marks", Canvas(120)).svg.decode()


def count_paths(marks: tuple[Mark, ...]) -> int:
    return draw(marks).count("<path ")


def make_dots(fill: str = INK, edge: str = "", dash: tuple[float, ...] = ()) -> tuple[Mark, ...]:
    return tuple(Disc(8.0 + 11 * number, 10.0, 4.0, fill, edge, 0.8, dash) for number in range(10))


@pytest.mark.parametrize(
    ("marks", "paths"),
    [
        (make_dots(), 1),
        (make_dots(edge=INK), 1),
        (make_dots(fill="", edge=INK), 1),
        (make_dots(edge=PAPER), 10),  # an edge over a neighbour's fill would be seen
        (make_dots(dash=(1.2, 1.2)), 10),
        ((*make_dots(), *make_dots(PALE)), 2),
        ((*make_dots(), Words(5, 50, "ten", INK), *make_dots()), 2),
        ((*make_dots(), make_box(0, 30, 10, 10, INK), make_box(20, 30, 10, 10, INK)), 2),
        ((Area(TRIANGLE, INK), Area(TRIANGLE[::-1], INK)), 2),  # as one path they would take each other out
        ((Stroke(((0, 1), (9, 1)), INK, 1), Stroke(((0, 5), (9, 5)), INK, 1)), 2),
    ],
)
def test_shapes_of_one_look_that_follow_each_other_are_one_path(marks, paths):
    assert count_paths(marks) == paths


def test_the_picture_is_that_of_single_marks(monkeypatch):
    marks = (
        *make_dots(edge=INK),
        *(make_box(4.0 + 9 * number, 25, 12, 12, PALE, PALE, 0.6) for number in range(9)),
        Area(TRIANGLE, INK),
        Area(tuple((x + 8, y) for x, y in TRIANGLE), INK),
        Words(5, 55, "ten", INK),
    )

    def paint() -> np.ndarray:
        drawing = render.render(Plot(120, 60, marks), BRAND, "marks", Canvas(120, png=True))
        with Image.open(BytesIO(drawing.png)) as picture:
            return np.asarray(picture.convert("L")).astype(int)

    together = paint()
    monkeypatch.setattr(artists, "_find_look", lambda numbered: numbered[0])
    # the hairline between shapes that touch is the one thing that differs
    assert (abs(together - paint()) > 48).mean() < 0.002
