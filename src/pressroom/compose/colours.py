"""The brand's colours for a dark ground, worked out from the ones for paper."""

from __future__ import annotations

from pressroom.model.brand import Colours
from pressroom.model.colour import READABLE, Rgb, contrast, hexadecimal, mix, rgb

GROUND = 0.11  # how much of the text's colour is left in the dark ground


def make_dark(colours: Colours) -> Colours:
    """Return the colours for a dark ground: each keeps its hue and is readable there."""
    ground = mix(rgb(colours.text), (0.0, 0.0, 0.0), 0.35)
    return Colours(
        text=hexadecimal(_readable(mix(rgb(colours.paper), ground, GROUND), ground)),
        muted=hexadecimal(_readable(rgb(colours.muted), ground)),
        accent=hexadecimal(_readable(rgb(colours.accent), ground)),
        accent_soft=hexadecimal(mix(ground, rgb(colours.accent), 0.25)),
        rule=hexadecimal(mix(ground, rgb(colours.paper), 0.25)),
        paper=hexadecimal(ground),
        warning=hexadecimal(_readable(rgb(colours.warning), ground)),
    )


def _readable(colour: Rgb, ground: Rgb) -> Rgb:
    """Lighten a colour until it is readable on the soft ground too, which is a shade lighter."""
    share = 0.0
    lighter = colour
    while contrast(lighter, ground) < READABLE * 1.5 and share < 1:
        share += 0.05
        lighter = mix(colour, (1.0, 1.0, 1.0), share)
    return lighter
