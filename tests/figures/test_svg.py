"""The SVG that is written without matplotlib is matplotlib's, letter for letter."""

from __future__ import annotations

import sys
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressroom.figures.plot import render as _  # noqa: F401 - the module, which the package's name hides
from pressroom.figures.plot.canvas import Canvas
from pressroom.figures.plot.marks import Area, Disc, Plot, Stroke, Words
from pressroom.figures.plot.svg import write_svg
from tests.making import BRAND

RENDER: Any = sys.modules["pressroom.figures.plot.render"]
WIDTH, HEIGHT = 200.0, 120.0
CANVAS = Canvas(100.0)

xs = st.floats(0, WIDTH).map(lambda x: round(x, 3))
ys = st.floats(0, HEIGHT).map(lambda y: round(y, 3))
points = st.tuples(xs, ys)
colours = st.sampled_from(["#000000", "#12507b", "#FFFFFF", "#abcDEF"])
widths = st.sampled_from([0.0, 0.4, 0.8, 1.0, 2.5])
dashes = st.sampled_from([(), (1.2, 1.2), (3.0, 2.0)])
words = st.builds(
    Words,
    xs,
    ys,
    st.text("Ångström & <Söhne>\"' 1,100–2", max_size=12),
    colours,
    size=st.sampled_from([7.75, 8.75, 17.0]),
    anchor=st.sampled_from(["start", "middle", "end"]),
    weight=st.sampled_from([400, 600]),
)
fills = st.one_of(st.just(""), colours)
areas = st.builds(Area, st.lists(points, min_size=3, max_size=6).map(tuple), fills, fills, widths, dashes)
strokes = st.builds(Stroke, st.lists(points, min_size=2, max_size=6).map(tuple), colours, widths, dashes)
discs = st.builds(Disc, xs, ys, st.floats(0.5, 9).map(lambda r: round(r, 2)), fills, fills, widths, dashes)


def tidy(svg: str) -> str:
    """Return an SVG as it is published."""
    return str(RENDER._tidied(svg, BRAND.fonts.sans, "A figure"))


def draw_by_matplotlib(plot: Plot) -> str:
    """Return what matplotlib makes of a plot."""
    return tidy(RENDER._draw(plot, BRAND, CANVAS, outlined=False)[0])


@given(st.lists(st.one_of(words, areas, strokes, discs), max_size=5))
def test_it_is_matplotlibs(marks: list[Words | Area | Stroke | Disc]) -> None:
    plot = Plot(WIDTH, HEIGHT, tuple(marks))
    written = write_svg(plot, RENDER.BUILT_IN)
    assert written is None or tidy(written) == draw_by_matplotlib(plot)


@pytest.mark.parametrize(
    "mark",
    [
        Words(1, 9, "plain", "#12507b"),
        Area(((0, 0), (9, 0), (9, 9), (0, 0)), "#12507b"),
        Area(((0, 0), (9, 0), (9, 9)), "", "#12507b", 0.8),
        Area(((-9, 0), (9, 0), (9, 9)), "#12507b"),
        Stroke(((0, 0), (200, 120)), "#12507b", 1.0),
        Disc(15, 15, 4, "", "#12507b", 0.5),
        Disc(5, 5, 4, "#ffffff", "#000000", 0.5, (1, 2)),
    ],
)
def test_simple_marks_are_written(mark: Words | Area | Stroke | Disc) -> None:
    plot = Plot(WIDTH, HEIGHT, (mark,))
    written = write_svg(plot, RENDER.BUILT_IN)
    assert written is not None
    assert tidy(written) == draw_by_matplotlib(plot)


@pytest.mark.parametrize(
    "mark",
    [
        Words(1, 9, "漢字", "#12507b"),  # another font must be found
        Words(1, 9, "words", "teal"),
        Stroke(((-1, 0), (9, 9)), "#12507b", 1.0),  # would be clipped
        Stroke(tuple((x, x % 7) for x in range(128)), "#12507b", 1.0),  # would be simplified
        Area(((0, 0), (9, 0), (9, 999)), "", "#12507b", 1.0),
        Disc(0, 0, 4, "", "#12507b", 1.0),
    ],
)
def test_what_needs_more_is_left_to_matplotlib(mark: Words | Area | Stroke | Disc) -> None:
    assert write_svg(Plot(WIDTH, HEIGHT, (mark,)), RENDER.BUILT_IN) is None
