"""Dated events on an upright scaled axis: places by date, words beside them, moved apart where they are
close.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

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
from pressroom.figures.plot.positions import parse_moment
from pressroom.figures.plot.scale import Scale
from pressroom.figures.plot.spread import spread
from pressroom.figures.text.measure import measure_width, wrap
from pressroom.model.figure import Datum, Figure

LEAST, RADIUS = 26.0, 3.2
TALLEST = 220.0


def timeline(figure: Figure, style: PlotStyle, room: float, lang: str) -> Plot:
    """Lay out events: categories are the dates in print, a datum's value its place in years, its label the
    words.

    A month or a year is a span as long as it lasts: ``Datum.high`` is its end.
    """
    del lang
    data = figure.series[0].data
    dates = max(measure_width(when, SIZE, 600) for when in figure.categories)
    dates = min(dates, room * 0.3)
    line = dates + 14
    words = line + 26
    texts = [wrap(datum.label, SIZE, room - words) for datum in data]
    whens = [wrap(when, SIZE, dates + 0.5, 600) for when in figure.categories]
    heights = [
        max(len(text), len(when)) * SIZE * LEADING + 5 for text, when in zip(texts, whens, strict=True)
    ]
    low = min(datum.value or 0.0 for datum in data)
    high = max(datum.high or datum.value or 0.0 for datum in data)
    long = max(sum(heights) * 1.15, LEAST * len(data))
    long = max(long, min(TALLEST, _part_dots(data, high - low)))
    scale = Scale(low, high if high > low else low + 1, 4.0, long - 4)
    middles = spread([scale(_middle(datum.value, datum.high)) for datum in data], heights, 0.0, long)
    marks: list[Mark] = [Stroke(((line, 0.0), (line, long)), style.muted, 0.8)]
    for index, datum in enumerate(data):
        middle, at = middles[index], scale(_middle(datum.value, datum.high))
        if datum.high is not None and datum.value is not None:
            marks.append(Stroke(((line, scale(datum.value)), (line, scale(datum.high))), style.accent, 4.5))
        else:
            marks.append(Disc(line, at, RADIUS, style.accent, style.paper, 0.8))
        marks.append(Stroke(((line + 5, at), (words - 12, middle), (words - 4, middle)), style.rule, 0.7))
        for lines, x, anchor, weight in (
            (whens[index], dates, "end", 600),
            (texts[index], words, "start", 400),
        ):
            top = middle - len(lines) * SIZE * LEADING / 2
            for count, text in enumerate(lines):
                baseline = top + (count + 0.78) * SIZE * LEADING
                marks.append(Words(x, baseline, text, style.text, anchor=anchor, weight=weight))
    return add_margins(marks, room, long, 3.0)


def _part_dots(data: Sequence[Datum], whole: float) -> float:
    """Return how long the line is to be so that no two dots overlap."""
    places = sorted(datum.value or 0.0 for datum in data if datum.high is None)
    near = min((other - one for one, other in pairwise(places) if other > one), default=whole)
    return (2 * RADIUS + 1) * whole / near + 8 if near else 0.0


def _middle(start: float | None, end: float | None) -> float:
    return ((start or 0.0) + (end if end is not None else start or 0.0)) / 2


__all__ = ["parse_moment", "timeline"]
