"""Events in the text's own order, at equal steps that say nothing of the time between."""

from __future__ import annotations

from pressroom.figures.plot.marks import (
    LEADING,
    SIZE,
    Disc,
    Mark,
    Plot,
    PlotStyle,
    Stroke,
    Words,
    add_margins,
)
from pressroom.figures.text.measure import wrap
from pressroom.model.figure import Figure

LEAST_STEP = 92.0  # points of width for an event among others; below it they stand under each other
RADIUS, LINE = 3.3, 1.1
DASH = (2.2, 2.0)
AIR = 8.0


def steps(figure: Figure, style: PlotStyle, room: float, _lang: str) -> Plot:
    """Lay out events on a dashed line, from left to right where each has room, else from top to bottom."""
    count = len(figure.categories)
    if room / count >= LEAST_STEP:
        return _across(figure, style, room)
    return _down(figure, style, room)


def _across(figure: Figure, style: PlotStyle, room: float) -> Plot:
    count = len(figure.categories)
    step, y = room / count, RADIUS + LINE
    marks: list[Mark] = [_line((RADIUS + LINE, y), (RADIUS + LINE + step * (count - 1), y), style)]
    low = y
    for at, (when, datum) in enumerate(zip(figure.categories, figure.series[0].data, strict=True)):
        left = at * step
        marks.append(Disc(left + RADIUS + LINE, y, RADIUS, style.accent))
        words, end = _told(when, datum.label, left, y + RADIUS + 2, step - AIR, style)
        marks += words
        low = max(low, end)
    return add_margins(marks, room, low, 2.0)


def _down(figure: Figure, style: PlotStyle, room: float) -> Plot:
    marks: list[Mark] = []
    y, left = 0.0, 2 * RADIUS + AIR
    places: list[float] = []
    for when, datum in zip(figure.categories, figure.series[0].data, strict=True):
        places.append(y + SIZE * 0.85)
        words, y = _told(when, datum.label, left, y, room - left, style)
        marks += words
        y += AIR * 0.6
    x = RADIUS + LINE
    discs: list[Mark] = [Disc(x, place, RADIUS, style.accent) for place in places]
    return add_margins([_line((x, places[0]), (x, places[-1]), style), *discs, *marks], room, y, 2.0)


def _line(start: tuple[float, float], end: tuple[float, float], style: PlotStyle) -> Mark:
    return Stroke((start, end), style.accent, LINE, DASH)


def _told(
    when: str, what: str, left: float, y: float, room: float, style: PlotStyle
) -> tuple[list[Mark], float]:
    marks: list[Mark] = []
    for line in wrap(when, SIZE, room, 600):
        y += SIZE * LEADING
        marks.append(Words(left, y, line, style.accent_text, weight=600))
    for line in wrap(what, SIZE, room) if what else []:
        y += SIZE * LEADING
        marks.append(Words(left, y, line, style.text))
    return marks, y + 3
