"""The brand's colours for a dark ground, worked out from the ones for paper."""

from __future__ import annotations

from pressroom.model.brand import Colours

GROUND = 0.11  # how much of the text's colour is left in the dark ground
READABLE = 4.5  # contrast that WCAG 2.2 asks of running text
Rgb = tuple[float, float, float]


def dark(colours: Colours) -> Colours:
    """Return the colours for a dark ground: each keeps its hue and is readable there."""
    ground = _mixed(_rgb(colours.text), (0.0, 0.0, 0.0), 0.35)
    return Colours(
        text=_hex(_readable(_mixed(_rgb(colours.paper), ground, GROUND), ground)),
        muted=_hex(_readable(_rgb(colours.muted), ground)),
        accent=_hex(_readable(_rgb(colours.accent), ground)),
        accent_soft=_hex(_mixed(ground, _rgb(colours.accent), 0.25)),
        rule=_hex(_mixed(ground, _rgb(colours.paper), 0.25)),
        paper=_hex(ground),
        warning=_hex(_readable(_rgb(colours.warning), ground)),
    )


def contrast(first: str, second: str) -> float:
    """Return the contrast of two colours "#rrggbb" as WCAG 2.2 reckons it, from 1 to 21."""
    return _contrast(_rgb(first), _rgb(second))


def _readable(colour: Rgb, ground: Rgb) -> Rgb:
    """Lighten a colour until it is readable on the soft ground too, which is a shade lighter."""
    share = 0.0
    lighter = colour
    while _contrast(lighter, ground) < READABLE * 1.5 and share < 1:
        share += 0.05
        lighter = _mixed(colour, (1.0, 1.0, 1.0), share)
    return lighter


def _contrast(first: Rgb, second: Rgb) -> float:
    high, low = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: Rgb) -> float:
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in colour
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _mixed(first: Rgb, second: Rgb, share: float) -> Rgb:
    red, green, blue = (a + (b - a) * share for a, b in zip(first, second, strict=True))
    return red, green, blue


def _rgb(colour: str) -> Rgb:
    red, green, blue = (int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5))
    return red, green, blue


def _hex(colour: Rgb) -> str:
    return "#" + "".join(f"{round(min(max(value, 0), 1) * 255):02x}" for value in colour)
