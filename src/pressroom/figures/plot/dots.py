"""Dots on rows and between two columns: dot plot, interval, change, two sources, slope."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pressroom.figures.plot import doubt
from pressroom.figures.plot.bars import format_label
from pressroom.figures.plot.marks import (
    LEADING,
    SIZE,
    SMALL,
    Disc,
    Mark,
    Plot,
    PlotStyle,
    Stroke,
    Words,
    add_margins,
    make_box,
)
from pressroom.figures.plot.rows import Reach, draw_key, find_bounds, fit_scale, lay_out_names, measure_sides
from pressroom.figures.plot.scale import Scale, find_ticks
from pressroom.figures.plot.spread import spread
from pressroom.figures.text import numerals
from pressroom.figures.text.measure import measure_widest, measure_width, wrap
from pressroom.model.figure import Datum, Figure

ROW, BETWEEN, RADIUS, AFTER = 13.0, 6.0, 3.4, 4.0


def _values(data: Sequence[Datum]) -> list[float]:
    return [value for datum in data for value in (datum.value, datum.high) if value is not None]


def dots(figure: Figure, style: PlotStyle, room: float, lang: str) -> Plot:
    """Lay out dots on a line a category; one series prints its values, several share an axis and a key."""
    data = [datum for series in figure.series for datum in series.data]
    single = len(figure.series) == 1
    reaches = [reach for datum in data for reach in _reaches(datum, lang, single)]
    names = lay_out_names(figure.categories, room, measure_sides(reaches))
    marks: list[Mark] = []
    y = 0.0
    looks = _looks(len(figure.series), style)
    if not single:
        entries = [
            (series.name, fill, edge) for series, (fill, edge) in zip(figure.series, looks, strict=True)
        ]
        marks, y = draw_key(entries, style, room, dots=True)
    values = _values(data)
    low, high = find_bounds(values, zero=False)
    steps = find_ticks(low, high, 5)
    scale = fit_scale(
        reaches + _tick_reaches(steps, lang), names.right, room, min(low, steps[0]), max(high, steps[-1])
    )
    top = y
    bottom = top + sum(max(ROW, names.height(row)) + BETWEEN for row in range(len(figure.categories)))
    marks += _grid(scale, steps, top, bottom, style, lang)
    for index in range(len(figure.categories)):
        height = max(ROW, names.height(index))
        middle = y + height / 2
        marks += names.marks(index, middle, style)
        marks.append(Stroke(((names.right, middle), (room, middle)), style.rule, 0.5, (1.0, 2.0)))
        for series, look in zip(figure.series, looks, strict=True):
            marks += _dot(series.data[index], scale, middle, look, style, lang if single else "")
        y += height + BETWEEN
    return add_margins(marks, room, bottom + SMALL * LEADING + 4, 3.0)


def _looks(many: int, style: PlotStyle) -> list[tuple[str, str]]:
    looks = [
        (style.accent, style.accent),
        (style.paper, style.text),
        (style.fills[1], style.fills[1]),
        (style.text, style.text),
        (style.paper, style.accent),
        (style.fills[2], style.accent),
    ]
    return looks[:many]


def _reaches(datum: Datum, lang: str, words: bool) -> Iterator[Reach]:
    room = measure_width(format_label(datum, lang), SIZE) + AFTER + RADIUS if words else RADIUS
    if datum.value is None:
        return
    if datum.high is not None:
        yield Reach(datum.value, left=RADIUS + 1, right=RADIUS)
        yield Reach(datum.high, left=RADIUS, right=room + 1)
    else:
        yield Reach(datum.value, left=RADIUS + 1, right=room + 1 + _arrow(datum))


def _arrow(datum: Datum) -> float:
    return 16.0 if datum.qualifier in doubt.OPEN + doubt.CAPPED else 0.0


def _dot(
    datum: Datum, scale: Scale, middle: float, look: tuple[str, str], style: PlotStyle, lang: str
) -> Iterator[Mark]:
    if datum.value is None:
        return
    x = end = scale(datum.value)
    if datum.high is not None:
        end = scale(datum.high)
        yield from doubt.interval(x, end, middle, 3.2, look[1])
    elif datum.qualifier in doubt.OPEN:
        yield from _arrow_to(x + RADIUS, x + 15, middle, look[1])
        yield Disc(x, middle, RADIUS, *look, line=1.1)
        end += 14
    elif datum.qualifier in doubt.CAPPED:
        yield Disc(x, middle, RADIUS, style.paper, look[1], 1.1)
        yield Stroke(((x + RADIUS + 2, middle - 5), (x + RADIUS + 2, middle + 5)), look[1], 1.8)
        end += 5
    elif datum.qualifier in doubt.SOFT:
        yield Disc(x, middle, RADIUS + 0.4, style.paper, look[1], 1.1)
        yield Disc(x, middle, RADIUS - 1.6, look[1])
    else:
        yield Disc(x, middle, RADIUS, *look, line=1.1)
    if lang:
        words, left = format_label(datum, lang), end + RADIUS + AFTER
        # no line of the grid runs through a value
        yield make_box(left - 1, middle - SIZE * 0.6, measure_width(words, SIZE) + 2, SIZE * 1.2, style.paper)
        yield Words(left, middle + SIZE * 0.34, words, style.text)


def _arrow_to(start: float, end: float, middle: float, colour: str) -> Iterator[Mark]:
    yield Stroke(((start, middle), (end, middle)), colour, 1.2, (2.0, 1.6))
    yield Stroke(((end - 3.5, middle - 3), (end, middle), (end - 3.5, middle + 3)), colour, 1.2)


def _tick_reaches(steps: Sequence[float], lang: str, *, percent: bool = False) -> list[Reach]:
    labels = numerals.format_ticks(steps, lang, percent=percent)
    halves = [measure_width(words, SMALL) / 2 + 1 for words in labels]
    return [Reach(value, half, half) for value, half in zip(steps, halves, strict=True)]


def _grid(
    scale: Scale, steps: Sequence[float], top: float, bottom: float, style: PlotStyle, lang: str
) -> Iterator[Mark]:
    taken = float("-inf")
    for value, words in zip(steps, numerals.format_ticks(steps, lang), strict=True):
        x = scale(value)
        colour, line = (style.text, 0.7) if value == 0 else (style.rule, 0.5)
        yield Stroke(((x, top), (x, bottom - 1)), colour, line)
        half = measure_width(words, SMALL) / 2
        if x - half > taken + 4:
            taken = x + half
            yield Words(x, bottom + SMALL + 1, words, style.muted, SMALL, "middle")


def intervals(figure: Figure, style: PlotStyle, room: float, lang: str) -> Plot:
    """Lay out ranges as lines on a ruler from zero, both ends labelled; a single value is a dot.

    A figure of one range has the values inside it as dots of its row, each named above its place.
    """
    ends = dict(figure.options).get("ends")
    words = ends if isinstance(ends, tuple) and len(ends) == 2 else None
    data = figure.series[0].data
    one = data[0].high is not None and bool(words) and len(data) > 1
    rows, inside = (data[:1], data[1:]) if one else (data, ())
    low, high = find_bounds(_values(data), zero=True)
    ticks = find_ticks(low, high, 5)
    pairs = [_ends(datum, lang, words) for datum in rows]
    labels = [
        f"{name} {format_label(datum, lang)}".strip()
        for name, datum in zip(figure.categories[1:], inside, strict=False)
    ]
    reaches = [reach for datum, pair in zip(rows, pairs, strict=True) for reach in _pair_reaches(datum, pair)]
    percent = figure.unit == "percent"
    reaches += _tick_reaches(ticks, lang, percent=percent)
    names = lay_out_names(figure.categories[: len(rows)], room, measure_sides(reaches))
    scale = fit_scale(reaches, names.right, room, min(low, ticks[0]), max(high, ticks[-1]))
    marks: list[Mark] = []
    y = 0.0
    for label, datum in zip(labels, inside, strict=True):
        marks += _above(label, scale(datum.value or 0.0), y, room, style)
        y += SIZE * LEADING
    y += 3.0 if inside else 0.0
    for index, (datum, pair) in enumerate(zip(rows, pairs, strict=True)):
        height = max(ROW, names.height(index))
        middle = y + height / 2
        marks += names.marks(index, middle, style)
        marks += _range(datum, pair, scale, middle, style)
        marks += [
            Disc(scale(each.value or 0.0), middle, 4.0, style.paper, style.accent, 1.6) for each in inside
        ]
        y += height + BETWEEN
    marks += _ruler(scale, ticks, y - BETWEEN / 2, style, lang, percent=percent)
    return add_margins(marks, room, y + SMALL * LEADING + 4, 3.0)


def _pair_reaches(datum: Datum, pair: tuple[str, str]) -> Iterator[Reach]:
    if datum.value is None:
        return
    left, right = (measure_width(words, SIZE) + AFTER + RADIUS for words in pair)
    yield Reach(datum.value, left=left)
    yield Reach(datum.value if datum.high is None else datum.high, right=right)


def _above(label: str, x: float, y: float, room: float, style: PlotStyle) -> Iterator[Mark]:
    wide = measure_width(label, SIZE, 600)
    left = min(max(x - wide / 2, 0.0), max(room - wide, 0.0))
    yield Words(left, y + SIZE, label, style.accent_text, weight=600)


def _range(
    datum: Datum, pair: tuple[str, str], scale: Scale, middle: float, style: PlotStyle
) -> Iterator[Mark]:
    if datum.value is None:
        return
    left, right = pair
    start = scale(datum.value)
    end = start if datum.high is None else scale(datum.high)
    baseline = middle + SIZE * 0.34
    if datum.high is None:
        yield Disc(start, middle, RADIUS, style.accent)
    else:
        yield from doubt.interval(start, end, middle, 5.0, style.accent)
    if left:
        yield Words(start - RADIUS - AFTER, baseline, left, style.text, anchor="end")
    yield Words(end + RADIUS + AFTER, baseline, right, style.text)


def _ruler(
    scale: Scale, ticks: Sequence[float], top: float, style: PlotStyle, lang: str, *, percent: bool
) -> Iterator[Mark]:
    """Yield a ruler: a line with its round values below, as many of them as have room."""
    yield Stroke(((scale(ticks[0]), top), (scale(ticks[-1]), top)), style.text, 0.7)
    taken = float("-inf")
    for value, words in zip(ticks, numerals.format_ticks(ticks, lang, percent=percent), strict=True):
        x = scale(value)
        yield Stroke(((x, top), (x, top + 3.5)), style.text, 0.6)
        half = measure_width(words, SMALL) / 2
        if x - half > taken + 4:
            taken = x + half
            yield Words(x, top + 4.5 + SMALL, words, style.muted, SMALL, "middle")


def _ends(datum: Datum, lang: str, words: tuple[str, str] | None) -> tuple[str, str]:
    """Return the words at both ends of a range, the source's own where they are given."""
    if datum.high is None or datum.value is None:
        return "", format_label(datum, lang)
    if words:
        return words
    return numerals.format_short(datum.value, lang), numerals.format_short(datum.high, lang)


def slope(figure: Figure, style: PlotStyle, room: float, lang: str) -> Plot:
    """Lay out two columns joined by lines, one a series; categories are the two columns' names."""
    sides = [
        [f"{series.name}  {format_label(series.data[0], lang)}" for series in figure.series],
        [f"{format_label(series.data[1], lang)}  {series.name}" for series in figure.series],
    ]
    most = room * 0.34
    lines = [[wrap(text, SIZE, most) for text in side] for side in sides]
    heads = [wrap(name, SIZE, most, 600) for name in figure.categories]
    # a head of several scripts may run a little wider than its letters one by one
    left = max(
        *(measure_widest(entry, SIZE) + AFTER + RADIUS for entry in lines[0]),
        measure_widest(heads[0], SIZE, 600) + 4,
    )
    right = room - max(
        *(measure_widest(entry, SIZE) + AFTER + RADIUS for entry in lines[1]),
        measure_widest(heads[1], SIZE, 600) + 4,
    )
    top = max(len(head) for head in heads) * SIZE * LEADING + 8
    need = max(sum(len(entry) * SIZE * LEADING + 2 for entry in side) for side in lines)
    height = max(need, 110.0)
    low, high = find_bounds(_values([datum for series in figure.series for datum in series.data]), zero=False)
    scale = Scale(low, high, top + height - 8, top + 8)
    marks: list[Mark] = []
    for x, head, anchor in ((left, heads[0], "end"), (right, heads[1], "start")):
        for index, line in enumerate(head):
            marks.append(Words(x, (index + 0.8) * SIZE * LEADING, line, style.text, SIZE, anchor, 600))
        marks.append(Stroke(((x, top), (x, top + height)), style.rule, 0.6))
    chosen = dict(figure.options).get("highlight")
    for series in figure.series:
        strong = chosen in (None, series.name)
        colour = style.accent if strong else style.fills[1]
        ends = [(left, series.data[0]), (right, series.data[1])]
        points = [(x, scale(datum.value)) for x, datum in ends if datum.value is not None]
        if len(points) == 2:
            marks.append(Stroke(tuple(points), colour, 1.8 if strong else 1.1))
        marks += [Disc(x, y, RADIUS, colour) for x, y in points]
    for column, (x, anchor) in enumerate(((left - AFTER - RADIUS, "end"), (right + AFTER + RADIUS, "start"))):
        marks += _side(figure, column, lines[column], x, anchor, scale, (top, top + height), style)
    return add_margins(marks, room, top + height, 3.0)


def _side(
    figure: Figure,
    column: int,
    lines: Sequence[Sequence[str]],
    x: float,
    anchor: str,
    scale: Scale,
    between: tuple[float, float],
    style: PlotStyle,
) -> Iterator[Mark]:
    held = [index for index, series in enumerate(figure.series) if series.data[column].value is not None]
    wanted = [scale(figure.series[index].data[column].value or 0.0) for index in held]
    heights = [len(lines[index]) * SIZE * LEADING for index in held]
    for index, middle in zip(held, spread(wanted, heights, *between), strict=True):
        top = middle - len(lines[index]) * SIZE * LEADING / 2
        for count, line in enumerate(lines[index]):
            yield Words(x, top + (count + 0.78) * SIZE * LEADING, line, style.text, anchor=anchor)
