"""Plots on two axes: line, area, scatter, small multiples."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pressroom.figures.plot import positions
from pressroom.figures.plot.marks import (
    LEADING,
    SIZE,
    SMALL,
    Area,
    Disc,
    Mark,
    Plot,
    PlotStyle,
    Stroke,
    Words,
    add_margins,
)
from pressroom.figures.plot.scale import Scale, find_ticks
from pressroom.figures.plot.spread import spread
from pressroom.figures.text import numerals
from pressroom.figures.text.dates import format_dates
from pressroom.figures.text.measure import measure_widest, measure_width, wrap
from pressroom.model.figure import Figure, Series

# a line is told from its neighbours by its dashes and its points as well, for paper without colour
DASHES: tuple[tuple[float, ...], ...] = (
    (),
    (5.0, 2.0),
    (1.2, 1.6),
    (7.0, 2.0, 1.2, 2.0),
    (2.5, 1.5),
    (9.0, 3.0),
)
AFTER, RADIUS = 5.0, 2.6


@dataclass(frozen=True, slots=True)
class Axes:
    """The space of a plot: both scales and the ticks of the upright one."""

    x: Scale
    y: Scale
    steps: tuple[float, ...]

    def grid(self, style: PlotStyle, lang: str) -> Iterator[Mark]:
        """Yield light rules with their values at the left; zero is drawn as a line of its own."""
        for value, words in zip(self.steps, numerals.format_ticks(self.steps, lang), strict=True):
            y = self.y(value)
            colour, line = (style.text, 0.8) if value == 0 else (style.rule, 0.5)
            yield Stroke(((self.x.start, y), (self.x.end, y)), colour, line)
            yield Words(self.x.start - AFTER, y + SMALL * 0.34, words, style.muted, SMALL, "end")


def _values(series: Sequence[Series]) -> list[float]:
    return [
        value
        for one in series
        for datum in one.data
        for value in (datum.value, datum.high)
        if value is not None
    ]


def _steps(values: Sequence[float], *, zero: bool, most: int = 5) -> tuple[float, ...]:
    low, high = min(values, default=0.0), max(values, default=1.0)
    if zero or (low >= 0 and low < 0.35 * high):
        low, high = min(low, 0.0), max(high, 0.0)
    return find_ticks(low, high, most)


def _axis_room(steps: Sequence[float], lang: str) -> float:
    return max(measure_width(words, SMALL) for words in numerals.format_ticks(steps, lang)) + AFTER


def line(figure: Figure, style: PlotStyle, room: float, lang: str) -> Plot:
    """Lay out lines with their names at their ends; a missing value breaks the line."""
    return _lines(figure, style, room, lang, filled=False)


def area(figure: Figure, style: PlotStyle, room: float, lang: str) -> Plot:
    """Lay out one line with the space down to zero filled."""
    return _lines(figure, style, room, lang, filled=True)


def _lines(figure: Figure, style: PlotStyle, room: float, lang: str, *, filled: bool) -> Plot:
    series = figure.series
    steps = _steps(_values(series), zero=filled)
    left = _axis_room(steps, lang)
    several = len(series) > 1
    names = [wrap(one.name, SIZE, room * 0.26, 600) if several else [] for one in series]
    right = room - (
        max(measure_widest(entry, SIZE, 600) for entry in names) + AFTER + RADIUS if several else 4.0
    )
    needed = sum(len(entry) * SIZE * LEADING for entry in names)
    high = max(min(room * 0.45, 190.0), needed + 8, 90.0)
    places = positions.place_categories(figure.categories)
    ends = min(places), max(places)
    inset = min(8.0, (right - left) / 8)
    x = Scale(ends[0], ends[1] if ends[1] > ends[0] else ends[0] + 1, left + inset, right - inset / 2)
    axes = Axes(Scale(x.low, x.high, left, right), Scale(steps[0], steps[-1], high, SMALL * 0.6), steps)
    marks = list(axes.grid(style, lang))
    dates = format_dates(figure.categories, lang)
    marks += positions.draw_axis(dates, places, x, (left, room), high, style)
    looks = _looks(len(series), style, dict(figure.options).get("highlight"), series)
    for one, look, dash in reversed(list(zip(series, looks, DASHES, strict=False))):
        marks += _curve(one, places, x, axes.y, look, dash, style, filled=filled)
    if several:
        marks += _ends(series, names, looks, right + AFTER, axes.y, style)
    plot = add_margins(marks, room, high + positions.measure_height(dates, room - left), 3.0)
    return replace(plot, axis=steps)


def _looks(many: int, style: PlotStyle, chosen: object, series: Sequence[Series]) -> list[str]:
    greys = [style.text, style.muted, style.fills[1], style.fills[4], style.muted]
    looks = [style.accent, *greys][:many]
    names = [one.name for one in series]
    if chosen in names:
        at = names.index(str(chosen))
        looks.insert(at, looks.pop(0))
    return looks


def _curve(
    one: Series,
    places: Sequence[float],
    x: Scale,
    y: Scale,
    colour: str,
    dash: tuple[float, ...],
    style: PlotStyle,
    *,
    filled: bool,
) -> Iterator[Mark]:
    run: list[tuple[float, float]] = []
    runs = [run]
    for place, datum in zip(places, one.data, strict=True):
        if datum.value is None:
            run = []
            runs.append(run)
        else:
            run.append((x(place), y(datum.value)))
    for run in runs:
        if filled and len(run) > 1:
            yield Area(((run[0][0], y(0.0)), *run, (run[-1][0], y(0.0))), style.soft)
        if len(run) > 1:
            yield Stroke(tuple(run), colour, 1.8 if colour == style.accent else 1.3, dash)
    few = len(places) <= 12
    for run in runs:
        shown = run if few or len(run) == 1 else []
        ground = style.paper if dash else colour
        yield from (Disc(*point, RADIUS * 0.8, ground, colour, 1.0) for point in shown)


def _ends(
    series: Sequence[Series],
    names: Sequence[Sequence[str]],
    looks: Sequence[str],
    x: float,
    y: Scale,
    style: PlotStyle,
) -> Iterator[Mark]:
    last = [next((d.value for d in reversed(one.data) if d.value is not None), None) for one in series]
    held = [index for index, value in enumerate(last) if value is not None]
    heights = [len(names[index]) * SIZE * LEADING for index in held]
    middles = spread([y(last[index] or 0.0) for index in held], heights, 0.0, max(y.start, sum(heights)))
    for index, middle, height in zip(held, middles, heights, strict=True):
        colour = style.accent_text if looks[index] == style.accent else style.text
        for count, text in enumerate(names[index]):
            baseline = middle - height / 2 + (count + 0.78) * SIZE * LEADING
            yield Words(x, baseline, text, colour, weight=600 if looks[index] == style.accent else 400)


def scatter(figure: Figure, style: PlotStyle, room: float, lang: str) -> Plot:
    """Lay out points by two measures: series 0 is x, series 1 is y; a point is named where its name has
    room.
    """
    xs, ys = figure.series[0], figure.series[1]
    steps = _steps(_values([ys]), zero=False)
    across = _steps(_values([xs]), zero=False, most=6 if room > 300 else 4)
    left = _axis_room(steps, lang)
    title_y, title_x = ys.name, xs.name
    top = SMALL * LEADING * len(wrap(title_y, SMALL, room)) + 6 if title_y else SMALL
    high = top + min(max(room * 0.55, 130.0), 240.0)
    labels = numerals.format_ticks(across, lang)
    half = measure_width(labels[-1], SMALL) / 2 + 1
    x = Scale(across[0], across[-1], left + 4, room - half)
    axes = Axes(Scale(x.low, x.high, left, room - half), Scale(steps[0], steps[-1], high, top), steps)
    marks = list(axes.grid(style, lang))
    for index, text in enumerate(wrap(title_y, SMALL, room) if title_y else []):
        marks.append(Words(0.0, (index + 0.8) * SMALL * LEADING, text, style.muted, SMALL))
    taken = float("-inf")
    for value, words in zip(across, labels, strict=True):
        wide = measure_width(words, SMALL) / 2
        marks.append(Stroke(((x(value), high), (x(value), high + 3)), style.muted, 0.6))
        if x(value) - wide > taken + 4:
            taken = x(value) + wide
            marks.append(Words(x(value), high + 4 + SMALL, words, style.muted, SMALL, "middle"))
    y = high + 4 + SMALL * 1.3
    for text in wrap(title_x, SMALL, room) if title_x else []:
        y += SMALL * LEADING
        marks.append(Words(room, y, text, style.muted, SMALL, "end"))
    marks += _points(figure, x, axes.y, room, (top, high), style)
    return add_margins(marks, room, y + 2, 3.0)


def _points(
    figure: Figure, x: Scale, y: Scale, room: float, between: tuple[float, float], style: PlotStyle
) -> Iterator[Mark]:
    places = [(x(across), y(up), name) for name, across, up in figure.points]
    yield from (Disc(px, py, RADIUS + 0.4, style.accent, style.paper, 0.6) for px, py, _ in places)
    taken = [(px - RADIUS, py - RADIUS, px + RADIUS, py + RADIUS) for px, py, _ in places]
    for px, py, name in places:
        wide = measure_width(name, SMALL)
        for left, baseline in (
            (px + RADIUS + 2.5, py + SMALL * 0.34),
            (px - RADIUS - 2.5 - wide, py + SMALL * 0.34),
            (px - wide / 2, py - RADIUS - 2.5),
            (px - wide / 2, py + RADIUS + SMALL),
        ):
            area = (left - 1, baseline - SMALL, left + wide + 1, baseline + SMALL * 0.35)
            inside = (
                area[0] >= x.start
                and area[2] <= room
                and area[1] >= between[0] - SMALL
                and area[3] <= between[1]
            )
            own = (px - RADIUS, py - RADIUS, px + RADIUS, py + RADIUS)
            if name and inside and not any(_cross(area, other) for other in taken if other != own):
                taken.append(area)
                yield Words(left, baseline, name, style.text, SMALL)
                break


def _cross(first: Sequence[float], second: Sequence[float]) -> bool:
    return first[0] < second[2] and second[0] < first[2] and first[1] < second[3] and second[1] < first[3]


def multiples(figure: Figure, style: PlotStyle, room: float, lang: str) -> Plot:
    """Lay out a small plot a series, all on the same scales."""
    columns = min(len(figure.series), 4 if room > 330 else 2)
    steps = _steps(_values(figure.series), zero=False, most=4)
    gap, axis = 14.0, _axis_room(steps, lang)
    wide = (room - axis - gap * (columns - 1)) / columns
    titles = [wrap(one.name, SIZE, wide, 600) for one in figure.series]
    head = max(len(entry) for entry in titles) * SIZE * LEADING + 5
    high = min(max(wide * 0.7, 55.0), 90.0)
    foot = SMALL * LEADING + 5
    places = positions.place_categories(figure.categories)
    ends = min(places), max(places)
    marks: list[Mark] = []
    for index, one in enumerate(figure.series):
        left = axis + (index % columns) * (wide + gap)
        top = (index // columns) * (head + high + foot + 8)
        for count, text in enumerate(titles[index]):
            marks.append(Words(left, top + (count + 0.8) * SIZE * LEADING, text, style.text, weight=600))
        x = Scale(ends[0], ends[1] if ends[1] > ends[0] else ends[0] + 1, left + 4, left + wide - 4)
        axes = Axes(
            Scale(x.low, x.high, left, left + wide),
            Scale(steps[0], steps[-1], top + head + high, top + head),
            steps,
        )
        grid = list(axes.grid(style, lang))
        marks += [mark for mark in grid if index % columns == 0 or not isinstance(mark, Words)]
        marks += positions.draw_ends(
            format_dates(figure.categories, lang), (left, left + wide), top + head + high, style
        )
        marks += _curve(one, places, x, axes.y, style.accent, (), style, filled=False)
    rows = -(-len(figure.series) // columns)
    return add_margins(marks, room, rows * (head + high + foot + 8) - 8, 3.0)
