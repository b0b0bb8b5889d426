"""Colours: notation, mixing, luminance and contrast."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressroom.model.colour import (
    DISTINCT,
    READABLE,
    choose_ink,
    contrast,
    hex_contrast,
    hexadecimal,
    luminance,
    mix,
    rgb,
    strengthen,
)

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


@pytest.mark.parametrize(
    ("ground", "ink"),
    [
        ("#12507b", "#ffffff"),
        ("#141414", "#ffffff"),
        ("#ffcc00", "#000000"),
        ("#ffffff", "#000000"),
        ("#0a6b3b", "#ffffff"),
    ],
)
def test_ink_on_a_ground_is_black_or_white(ground: str, ink: str) -> None:
    assert choose_ink(ground) == ink


@given(COLOUR)
def test_ink_can_be_read_on_any_ground(colour: tuple[float, float, float]) -> None:
    ground = hexadecimal(colour)
    assert hex_contrast(choose_ink(ground), ground) >= READABLE


@given(COLOUR, st.sampled_from(["#ffffff", "#fdf6e3", "#101418"]), st.sampled_from([READABLE, DISTINCT]))
def test_a_strengthened_colour_has_the_contrast(
    colour: tuple[float, float, float], ground: str, ratio: float
) -> None:
    given_colour = hexadecimal(colour)
    found = strengthen(given_colour, (ground,), ratio)
    assert hex_contrast(found, ground) >= ratio
    if hex_contrast(given_colour, ground) >= ratio:
        assert found == given_colour


def test_a_strengthened_colour_keeps_its_hue_and_is_no_darker_than_it_must_be() -> None:
    found = strengthen("#ffcc00", ("#ffffff",), READABLE)
    red, green, blue = rgb(found)
    assert green / red == pytest.approx(0.8, abs=0.02)
    assert blue == 0
    assert hex_contrast(found, "#ffffff") == pytest.approx(READABLE, abs=0.2)
