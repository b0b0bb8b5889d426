"""Figures are drawn for the media that are made, and for no other."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from pressroom.cache.steps import Steps
from pressroom.figures import choose
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
from pressroom.numbers import find
from pressroom.pipeline.drawing import draw_figures
from pressroom.readers import ReaderSettings, read
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


def test_frames_that_stand_three_in_a_row_have_pictures_as_wide_as_a_third() -> None:
    nine = tuple(PanelFrame("", (PanelEntry(f"kn-{at}", GLYPH),)) for at in range(9))
    widths = []
    for panel in (Panel(nine, in_row=3), Panel(nine[:3])):
        drawn = draw_figures(Figures((), (), panel), BRAND, "en", Steps("1"), (Medium.PAPER,))
        widths.append(drawn["glyph"].width_mm)
    assert widths[0] == widths[1] > 50


def test_a_panel_of_all_numbers_stands_in_thirds() -> None:
    text = b"Line\n\nSome 412 people work here.\n\nTrains\n\nOver 94 per cent of trains are on time.\n"
    document = read(text, "line.txt", ReaderSettings())
    numbers = find(document, show_all=True)
    assert choose(document, numbers, lang="en", all_numbers=True).panel.in_row == 3
    assert choose(document, numbers, lang="en").panel.in_row == 0
