"""Bars whose end is in doubt."""

from __future__ import annotations

import pytest

from pressroom.figures.plot import doubt
from pressroom.figures.plot.marks import Area, PlotStyle, Stroke
from pressroom.model.quantity import Qualifier
from tests.making import BRAND


@pytest.mark.parametrize("end", [4.0, 14.0, 120.0])
@pytest.mark.parametrize("qualifier", [Qualifier.ABOUT, Qualifier.NEARLY])
def test_a_bar_that_is_about_a_value_is_not_much_longer(qualifier: Qualifier, end: float) -> None:
    marks = list(doubt.bar(0.0, end, 0.0, 7.0, "#12507b", qualifier, PlotStyle.of(BRAND)))
    reach = max(x for mark in marks if isinstance(mark, Area | Stroke) for x, _ in mark.points)
    assert reach <= end * 1.5
    assert (reach > end) is (qualifier is Qualifier.ABOUT)
    solid = marks[0]
    assert isinstance(solid, Area)
    assert max(x for x, _ in solid.points) >= end / 2
