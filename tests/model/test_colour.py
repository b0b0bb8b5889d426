"""Colours: notation, mixing, luminance and contrast."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressroom.model.colour import contrast, hex_contrast, hexadecimal, luminance, mix, rgb

CHANNEL = st.integers(0, 255).map(lambda value: value / 255)
COLOUR = st.tuples(CHANNEL, CHANNEL, CHANNEL)


@pytest.mark.parametrize(
    ("first", "second", "ratio"),
    [
        ("#000000", "#ffffff", 21),
        ("#777777", "#ffffff", 4.48),
        ("#0000ff", "#ffffff", 8.59),
        ("#ff0000", "#ff0000", 1),
    ],
)
def test_contrast_is_what_wcag_defines(first: str, second: str, ratio: float) -> None:
    assert hex_contrast(first, second) == pytest.approx(ratio, abs=0.01)
    assert hex_contrast(second, first) == hex_contrast(first, second)


@given(COLOUR)
def test_notation_is_read_back(colour: tuple[float, float, float]) -> None:
    assert rgb(hexadecimal(colour)) == pytest.approx(colour)


@given(COLOUR, COLOUR)
def test_mixing_ends_at_either_colour(
    first: tuple[float, float, float], second: tuple[float, float, float]
) -> None:
    assert mix(first, second, 0) == pytest.approx(first)
    assert mix(first, second, 1) == pytest.approx(second)


@given(COLOUR)
def test_luminance_lies_between_black_and_white(colour: tuple[float, float, float]) -> None:
    assert 0 <= luminance(colour) <= 1 + 1e-9
    assert 1 <= contrast(colour, (1.0, 1.0, 1.0)) <= 21 + 1e-9


def test_a_channel_out_of_range_is_clipped() -> None:
    assert hexadecimal((-1.0, 0.5, 2.0)) == "#0080ff"
