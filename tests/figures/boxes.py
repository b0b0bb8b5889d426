"""What a plate looks like to the renderer: the boxes of its words, measured by matplotlib itself."""

from __future__ import annotations

import io
from itertools import combinations

import matplotlib as mpl
from matplotlib.backends.backend_svg import RendererSVG
from matplotlib.text import Text

from pressroom.figures import FIGURE_KINDS
from pressroom.figures.plot.marks import Area, Disc, Plot, PlotStyle, Stroke, Words
from pressroom.figures.plot.render import _settings, make_canvas
from pressroom.model.figure import Figure
from tests.making import BRAND

MM = 72 / 25.4
AIR = 1.25  # points: a box of words is as high as its tallest and lowest letters could be
TOLERANCE = 0.75  # points: less than the air round a letter


def plate(figure: Figure, width_mm: float, lang: str = "en") -> Plot:
    """Lay a figure out as ``draw`` does."""
    return FIGURE_KINDS[figure.kind].layout(figure, PlotStyle.of(BRAND), width_mm * MM, lang)


def faults(of: Plot) -> list[str]:
    """Return every label that overlaps another or leaves the canvas, and every shape outside of it."""
    with mpl.rc_context(_settings()):
        figure = make_canvas(of)
        figure.set_dpi(72)
        renderer = RendererSVG(of.width, of.height, io.StringIO())
        texts = [artist for artist in figure.get_children() if isinstance(artist, Text) and artist.get_text()]
        boxes = [(text.get_text(), text.get_window_extent(renderer)) for text in texts]
    found = []
    for words, box in boxes:
        if box.x0 < -TOLERANCE or box.y0 < -TOLERANCE:
            found.append(f"{words!r} starts outside: {box.x0:.1f}, {box.y0:.1f}")
        if box.x1 > of.width + TOLERANCE or box.y1 > of.height + TOLERANCE:
            found.append(
                f"{words!r} ends outside: {box.x1:.1f}, {box.y1:.1f} of {of.width:.1f}, {of.height:.1f}"
            )
    for (one, a), (two, b) in combinations(boxes, 2):
        across = min(a.x1, b.x1) - max(a.x0, b.x0)
        down = min(a.y1, b.y1) - max(a.y0, b.y0)
        if across > TOLERANCE and down > AIR:
            found.append(f"{one!r} and {two!r} overlap by {across:.1f} x {down:.1f}")
    return found + _outside(of)


def _outside(of: Plot) -> list[str]:
    found = []
    for mark in of.marks:
        if isinstance(mark, Words):
            continue
        if isinstance(mark, Disc):
            points: tuple[tuple[float, float], ...] = (
                (mark.x - mark.radius, mark.y - mark.radius),
                (mark.x + mark.radius, mark.y + mark.radius),
            )
        else:
            assert isinstance(mark, Area | Stroke)
            points = mark.points
        for x, y in points:
            if not (-TOLERANCE <= x <= of.width + TOLERANCE and -TOLERANCE <= y <= of.height + TOLERANCE):
                found.append(f"{type(mark).__name__} at {x:.1f}, {y:.1f} is outside")
    return found
