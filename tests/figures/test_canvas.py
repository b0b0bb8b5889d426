"""Figures are drawn at the width where they stand, and their type is large enough to be read there."""

from __future__ import annotations

import pytest
from lxml import etree

from pressroom.figures import Canvas, draw, fit_canvas
from pressroom.figures.kinds import FIGURE_KINDS
from pressroom.figures.plot.canvas import PIXEL, WEB
from pressroom.figures.plot.marks import Words
from pressroom.model.figure import Datum, Figure, Medium, Series
from tests.figures.boxes import faults, plate
from tests.figures.test_draw import GALLERY
from tests.making import BRAND

SMALLEST = {Medium.PAPER: 7.0, Medium.WORD: 7.0}  # points
SMALLEST_ON_SCREEN = 12 * 0.75  # 12 pixels in points


@pytest.mark.parametrize("medium", Medium)
@pytest.mark.parametrize("figure", GALLERY, ids=lambda figure: figure.id)
def test_every_kind_is_readable_on_every_medium(figure: Figure, medium: Medium) -> None:
    canvas = fit_canvas(figure, medium, 3)
    laid = plate(figure, canvas.width_mm / canvas.zoom)
    assert not faults(laid)
    sizes = [mark.size * canvas.zoom for mark in laid.marks if isinstance(mark, Words) and mark.text]
    assert min(sizes, default=99) >= SMALLEST.get(medium, SMALLEST_ON_SCREEN)


def test_a_picture_without_words_is_drawn_once_for_all_media() -> None:
    figure = next(one for one in GALLERY if one.kind == "marks")
    assert len({fit_canvas(figure, medium, 3).width_mm for medium in Medium}) == 1
    assert len({fit_canvas(figure, medium, 3).zoom for medium in Medium}) == 1


@pytest.mark.parametrize(("frames", "paper"), [(1, 82.0), (2, 82.0), (3, 52.67), (4, 38.0)])
def test_a_picture_of_the_panel_is_as_wide_as_its_frame(frames: int, paper: float) -> None:
    figure = next(one for one in GALLERY if one.kind == "ruler")
    assert fit_canvas(figure, Medium.PAPER, frames).width_mm == pytest.approx(paper, abs=0.01)


def test_what_would_be_crowded_takes_both_columns_of_the_page() -> None:
    def columns(count: int) -> Figure:
        names = tuple(str(1950 + index) for index in range(count))
        data = tuple(Datum(float(index + 1)) for index in range(count))
        return Figure("f", "column", "t", "a", names, (Series("", data),), ())

    widths = [fit_canvas(columns(count), Medium.PAPER, 0).width_mm for count in (16, 17)]
    assert widths == [120.0, 170.0]


def test_a_drawing_for_a_screen_is_as_many_pixels_wide_as_its_place() -> None:
    figure = next(one for one in GALLERY if one.kind == "bar")
    drawing = draw(figure, BRAND, "en", fit_canvas(figure, Medium.WEB, 0))
    root = etree.fromstring(drawing.svg)
    assert drawing.width_mm == pytest.approx(WEB)
    assert root.get("width") == f"{704 * PIXEL:.3f}mm"
    assert float(root.get("viewBox").split()[2]) == pytest.approx(704 * 0.75 / 1.17, abs=0.01)


def test_words_are_outlines_for_word() -> None:
    figure = next(one for one in GALLERY if one.kind == "bar")
    drawing = draw(figure, BRAND, "en", fit_canvas(figure, Medium.WORD, 0))
    assert b"<text" not in drawing.svg
    assert drawing.png.startswith(b"\x89PNG")


def test_words_in_another_font_keep_the_width_they_were_laid_out_with() -> None:
    from dataclasses import replace

    figure = next(one for one in GALLERY if one.kind == "bar")
    other = replace(BRAND, fonts=replace(BRAND.fonts, sans=("Verdana", "sans-serif")))
    texts = list(etree.fromstring(draw(figure, other, "en").svg).iter("{http://www.w3.org/2000/svg}text"))
    assert texts
    assert all(float(text.get("textLength")) > 0 for text in texts)
    own = etree.fromstring(draw(figure, BRAND, "en", Canvas(120.0)).svg)
    assert not [text for text in own.iter() if text.get("textLength")]


def test_every_kind_is_measured_here() -> None:
    assert {figure.kind for figure in GALLERY} == set(FIGURE_KINDS)
