"""Colours in sRGB: hexadecimal notation, mixing, relative luminance and contrast (WCAG 2.2)."""

from __future__ import annotations

from functools import lru_cache

Rgb = tuple[float, float, float]  # channels from 0 to 1

LUMINANCE_WEIGHTS = (0.2126, 0.7152, 0.0722)
READABLE = 4.5  # contrast that WCAG 2.2 asks of running text
DISTINCT = 3.0  # contrast that WCAG 2.2 asks of graphics: bars, marks, rules that say something
BLACK, WHITE = "#000000", "#ffffff"


def rgb(colour: str) -> Rgb:
    """Return the channels of a colour "#rrggbb"."""
    red, green, blue = (int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5))
    return red, green, blue


def hexadecimal(colour: Rgb) -> str:
    """Return a colour as "#rrggbb"; channels outside 0 to 1 are clipped."""
    return "#" + "".join(f"{round(min(max(value, 0), 1) * 255):02x}" for value in colour)


def mix(first: Rgb, second: Rgb, share: float) -> Rgb:
    """Return a colour between two: the first for a ``share`` of 0, the second for 1."""
    red, green, blue = (a + (b - a) * share for a, b in zip(first, second, strict=True))
    return red, green, blue


def luminance(colour: Rgb) -> float:
    """Return the relative luminance, 0 for black to 1 for white."""
    linear = (value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in colour)
    return sum(weight * value for weight, value in zip(LUMINANCE_WEIGHTS, linear, strict=True))


def contrast(first: Rgb, second: Rgb) -> float:
    """Return the contrast ratio of two colours, 1 to 21."""
    high, low = sorted((luminance(first), luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def hex_contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two colours "#rrggbb", 1 to 21."""
    return contrast(rgb(first), rgb(second))


def choose_ink(ground: str) -> str:
    """Return black or white, whichever contrasts more with a ground "#rrggbb"."""
    return max(WHITE, BLACK, key=lambda ink: hex_contrast(ink, ground))


@lru_cache(64)
def strengthen(colour: str, grounds: tuple[str, ...], ratio: float) -> str:
    """Return the colour nearest to ``colour`` that has a contrast of ``ratio`` on each of the grounds.

    It is darkened, or on dark grounds lightened, and keeps its hue. Where no such colour reaches the ratio,
    black or white is returned.
    """
    ink = choose_ink(grounds[0])
    for percent in range(100):
        found = hexadecimal(mix(rgb(colour), rgb(ink), percent / 100))
        if all(hex_contrast(found, ground) >= ratio for ground in grounds):
            return found
    return ink
