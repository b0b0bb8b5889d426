"""Upright columns for values in time: dates at their true distance, the base always zero."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from pressroom.figures.plot import positions
from pressroom.figures.plot.bars import choose_fill, format_label, grouped
from pressroom.figures.plot.marks import (
    LEADING,
    SIZE,
    SMALL,
    Mark,
    Plot,
    PlotStyle,
    Stroke,
    Words,
    add_margins,
    make_box,
)
from pressroom.figures.plot.rows import find_bounds
from pressroom.figures.plot.scale import Scale, find_ticks
from pressroom.figures.text import numerals
from pressroom.figures.text.dates import format_dates
from pressroom.figures.text.measure import measure_width
from pressroom.model.figure import Datum, Figure

WIDEST_PITCH, THINNEST_PITCH = 62.0, 3.5  # points from one column to the next
FILLED = 0.68  # of the pitch
HIGH = 110.0
AFTER = 3.0
DASH = "\u2013"


def columns(figure: Figure, style: PlotStyle, room: float, lang: str) -> Plot:
    """Lay out one column a date: its value above it where all have room, else an axis at the left.

    Dates too uneven for columns that stand at their true distance are laid out as rows.
    """
    places = positions.place_categories(figure.categories)
    step = min((second - first for first, second in pairwise(places)), default=1.0)
    count = (places[-1] - places[0]) / step + 1
    data = figure.series[0].data
    values = [datum.value for datum in data if datum.value is not None]
    labels = [format_label(datum, lang) if datum.value is not None else DASH for datum in data]
    direct = max(measure_width(words, SIZE, 600) for words in labels) + 4 <= min(room / count, WIDEST_PITCH)
    steps = find_ticks(*find_bounds(values, zero=True), 5)
    left = 0.0 if direct else _axis_room(steps, lang)
    pitch = min((room - left) / count, WIDEST_PITCH)
    if pitch < THINNEST_PITCH:
        return grouped(figure, style, room, lang)
    x = Scale(
        places[0],
        places[0] + step * max(count - 1, 1),
        left + pitch / 2,
        left + pitch * (max(count, 2) - 0.5),
    )
    end = left + pitch * count
    y = _upright(values, steps, direct=direct)
    marks: list[Mark] = [] if direct else list(_grid(steps, y, (left, end), style, lang))
    chosen = dict(figure.options).get("highlight")
    for name, place, datum, words in zip(figure.categories, places, data, labels, strict=True):
        fill = choose_fill(chosen in (None, name), style)
        marks += _column(datum, x(place), pitch * FILLED, y, fill)
        if direct or datum.value is None:
            marks.append(_words(datum, x(place), y, words, style, strong=chosen == name))
    marks.append(Stroke(((left, y(0.0)), (end, y(0.0))), style.text, 0.8))
    dates = format_dates(figure.categories, lang)
    marks += positions.draw_axis(dates, places, x, (left, max(end, room)), HIGH, style)
    return add_margins(marks, room, HIGH + positions.measure_height(dates, room - left), 3.0)


def _axis_room(steps: Sequence[float], lang: str) -> float:
    return max(measure_width(words, SMALL) for words in numerals.format_ticks(steps, lang)) + AFTER + 2


def _upright(values: Sequence[float], steps: Sequence[float], *, direct: bool) -> Scale:
    """Return the scale of the values, with room for the words at the columns' ends."""
    if not direct:
        return Scale(steps[0], steps[-1], HIGH, SMALL * 0.6)
    low, high = find_bounds(values, zero=True)
    words = SIZE * LEADING + AFTER
    return Scale(low, high, HIGH - (words if low < 0 else 0.0), words)


def _grid(
    steps: Sequence[float], y: Scale, between: tuple[float, float], style: PlotStyle, lang: str
) -> Iterator[Mark]:
    for value, words in zip(steps, numerals.format_ticks(steps, lang), strict=True):
        yield Stroke(((between[0], y(value)), (between[1], y(value))), style.rule, 0.5)
        yield Words(between[0] - AFTER - 2, y(value) + SMALL * 0.34, words, style.muted, SMALL, "end")


def _column(datum: Datum, middle: float, thick: float, y: Scale, fill: str) -> Iterator[Mark]:
    if datum.value is not None:
        top, bottom = sorted((y(datum.value), y(0.0)))
        yield make_box(middle - thick / 2, top, thick, bottom - top, fill)


def _words(datum: Datum, middle: float, y: Scale, words: str, style: PlotStyle, *, strong: bool) -> Words:
    value = datum.value or 0.0
    baseline = y(value) + SIZE + AFTER - 1 if value < 0 else y(value) - AFTER
    colour = style.muted if datum.value is None else style.text
    return Words(middle, baseline, words, colour, anchor="middle", weight=600 if strong else 400)
