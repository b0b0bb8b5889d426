"""Figures are drawn for the media that are made, and for no other."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from pressroom.cache.steps import Steps
from pressroom.model.figure import (
    Datum,
    Drawing,
    Figure,
    Figures,
    Medium,
    Panel,
    PanelEntry,
    PanelFrame,
    Series,
)
from pressroom.pipeline.drawing import draw_figures
from tests.making import BRAND

CHART = Figure("chart", "bar", "t", "a", ("x", "y"), (Series("", (Datum(1.0), Datum(2.0))),), ())
GLYPH = Figure("glyph", "marks", "t", "a", ("x",), (Series("", (Datum(7.0),)),), ())
FIGURES = Figures((CHART,), (), Panel((PanelFrame("", (PanelEntry("kn-1", GLYPH),)),)))


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What is drawn, written down in place of being drawn."""
    kept: list[object] = []

    def take(_self: Steps, _name: str, ingredients: object, _make: Callable[[], Any]) -> Drawing:
        kept.append(ingredients)
        return Drawing(str(len(kept)).encode(), b"", 1.0, 1.0)

    monkeypatch.setattr(Steps, "take", take)
    return kept


@pytest.mark.parametrize(
    ("media", "drawn"),
    [
        ((Medium.PAPER,), 2),
        ((Medium.PAPER, Medium.WORD), 3),  # words as outlines
        ((Medium.WEB, Medium.PHONE), 3),
        (tuple(Medium), 6),  # those for two kinds of phones differ in their PNG alone
        ((), 2),
    ],
)
def test_each_canvas_is_drawn_once(media: tuple[Medium, ...], drawn: int, made: list[object]) -> None:
    draw_figures(FIGURES, BRAND, "en", Steps("1"), media)
    assert len(made) == drawn


@pytest.mark.usefixtures("made")
def test_a_drawing_is_found_by_its_medium() -> None:
    drawn = draw_figures(FIGURES, BRAND, "en", Steps("1"), (Medium.PAPER, Medium.WEB))
    chart = drawn["chart"]
    assert chart.on(Medium.PAPER).svg != chart.on(Medium.WEB).svg
    assert chart.on(Medium.MAIL) == chart, "what was not drawn is the first one"
    assert drawn["glyph"].variants == ()
