"""Pictures of single numbers: within their room at every width, each doubt drawn, readable in any brand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pressroom.figures import FIGURE_KINDS
from pressroom.figures.plot.canvas import GLYPHS
from pressroom.figures.plot.marks import Area, Disc, PlotStyle, Stroke, Words
from pressroom.model.colour import hex_contrast
from pressroom.model.figure import Datum, Figure, Series
from pressroom.model.quantity import Qualifier
from tests.figures.boxes import faults, plate
from tests.making import BRAND

WIDTHS = (38.0, 52.7, 61.0, 82.0, 170.0)  # millimetres: frames of paper, mail and a phone
STATES = (
    None,
    Qualifier.OVER,
    Qualifier.AT_LEAST,
    Qualifier.ABOUT,
    Qualifier.NEARLY,
    Qualifier.UNDER,
    Qualifier.AT_MOST,
    Qualifier.BETWEEN,
)


def _figure(kind: str, value: float, qualifier: Qualifier | None, **options: object) -> Figure:
    high = value + 3 if qualifier is Qualifier.BETWEEN else None
    series = (Series("", (Datum(value, qualifier, high),)),)
    return Figure("g", kind, "t", "a", ("x",), series, (), unit="month", options=tuple(options.items()))


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("qualifier", STATES)
@pytest.mark.parametrize("kind", GLYPHS)
def test_nothing_leaves_the_picture(kind: str, qualifier: Qualifier | None, width: float) -> None:
    for value in (1.0, 7.0, 20.0):
        assert not faults(plate(_figure(kind, value, qualifier), width))
    if kind == "marks":
        for value in (25.0, 97.0):
            assert not faults(plate(_figure(kind, value, qualifier, of=100, shape="square"), width))
    if kind == "cells":
        for value in (25.0, 50.0, 97.0):
            assert not faults(plate(_figure(kind, value, qualifier), width))
    if kind == "ruler":
        for value in (3.0, 61_400.0, 2.3e6, 1e12):
            assert not faults(plate(_figure(kind, value, qualifier), width))
            whole = _figure(kind, value, qualifier, of=value * 1.5, whole="of planned 3.1 million")
            assert not faults(plate(whole, width))


@pytest.mark.parametrize("accent", ["#ffd500", "#0b0b0b", "#12507b", "#e8e8e8"])
def test_the_ink_of_a_picture_stands_out_in_any_brand(accent: str) -> None:
    style = PlotStyle.of(replace(BRAND, colours=replace(BRAND.colours, accent=accent)))
    for kind in GLYPHS:
        laid = FIGURE_KINDS[kind].layout(_figure(kind, 7.0, Qualifier.ABOUT, of=10), style, 150.0, "en")
        inks = set()
        for mark in laid.marks:
            if isinstance(mark, Stroke | Words):
                inks.add(mark.colour)
            elif isinstance(mark, Area | Disc):
                inks.add(mark.edge or mark.fill)
        for ink in inks - {style.paper}:
            assert hex_contrast(ink, style.paper) >= 3, (kind, ink)
