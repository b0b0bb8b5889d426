"""Doubt drawn: what a bar's end looks like for each way in which a text bounds a number.

over, at least    solid to the value, then an open end that fades away: no far edge, no invented length
under, at most    hollow to the value, closed by a cap: not filled as if reached
about             solid, with a hatched end that has no edge, on both sides of the value
nearly            the same, but nothing beyond the value
between           a line from end to end, no bar: no value in between is claimed

Arrays of marks say the same with whole marks (``arrays``).
"""

from __future__ import annotations

from collections.abc import Iterator

from pressroom.figures.plot.marks import Area, Mark, PlotStyle, Stroke, make_box, mix
from pressroom.model.quantity import Qualifier

OPEN = (Qualifier.OVER, Qualifier.AT_LEAST)
CAPPED = (Qualifier.UNDER, Qualifier.AT_MOST)
SOFT = (Qualifier.ABOUT, Qualifier.NEARLY)
FADE = 16.0  # points; the same for every bar, whatever its value
HATCH = 10.0
STEPS = 12


def tail(qualifier: Qualifier | None) -> float:
    """Return how far the end of a bar reaches beyond its value, in points."""
    if qualifier in OPEN:
        return FADE
    return 1.5 if qualifier in CAPPED else HATCH / 2 if qualifier is Qualifier.ABOUT else 0.0


def bar(
    start: float,
    end: float,
    top: float,
    height: float,
    colour: str,
    qualifier: Qualifier | None,
    style: PlotStyle,
) -> Iterator[Mark]:
    """Yield a horizontal bar from ``start`` (its base) to ``end`` (its value), either way round."""
    way = 1.0 if end >= start else -1.0
    if qualifier in CAPPED:
        yield _rectangle(start, end, top, height, "", colour, 0.8)
        yield Stroke(((end, top - 1.5), (end, top + height + 1.5)), colour, 2.2)
        return
    if qualifier in SOFT:
        # of a short bar half stays solid, and the hatching reaches no farther beyond it
        inside = min(HATCH if qualifier is Qualifier.NEARLY else HATCH / 2, abs(end - start) / 2)
        solid, far = end - way * inside, end + way * min(tail(qualifier), inside)
        yield _rectangle(start, solid, top, height, colour)
        yield _rectangle(solid, far, top, height, style.paper)
        yield from hatch(solid, far, top, height, colour)
        return
    if qualifier in OPEN:
        for step in range(STEPS, 0, -1):
            share = (1 - step / (STEPS + 1)) ** 1.4
            far = end + way * FADE * step / STEPS
            yield _rectangle(start, far, top, height, mix(colour, style.paper, share))
    yield _rectangle(start, end, top, height, colour)


def interval(start: float, end: float, middle: float, reach: float, colour: str) -> Iterator[Mark]:
    """Yield a horizontal line between two values, closed at both ends."""
    yield Stroke(((start, middle), (end, middle)), colour, 2.0)
    for x in (start, end):
        yield Stroke(((x, middle - reach), (x, middle + reach)), colour, 2.0)


def _rectangle(
    start: float, end: float, top: float, height: float, fill: str, edge: str = "", line: float = 0.0
) -> Area:
    return make_box(min(start, end), top, abs(end - start), height, fill, edge, line)


def hatch(start: float, end: float, top: float, height: float, colour: str) -> Iterator[Mark]:
    """Yield the hatching of a box: lines at 45 degrees, cut to it."""
    left, right = min(start, end), max(start, end)
    gap, bottom = 2.6, top + height
    offset = left - height + gap / 2
    while offset < right:
        # a line at 45 degrees from (offset, bottom) to (offset + height, top), cut to the rectangle
        low, high = max(left, offset), min(right, offset + height)
        if high > low:
            yield Stroke(((low, bottom - (low - offset)), (high, bottom - (high - offset))), colour, 1.1)
        offset += gap
