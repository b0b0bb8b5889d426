"""Horizontal bars: plain and grouped, stacked, part inside whole, value and target. The base is always
zero.
"""

from __future__ import annotations

from collections.abc import Sequence

from pressroom.figures.plot import doubt
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
from pressroom.figures.plot.rows import Reach, draw_key, find_bounds, fit_scale, lay_out_names, measure_sides
from pressroom.figures.plot.scale import Scale
from pressroom.figures.text import numerals
from pressroom.figures.text.measure import measure_width, wrap
from pressroom.model.figure import Datum, Figure
from pressroom.translations import translate

BAR, THIN, BETWEEN = 11.0, 8.5, 6.0
AFTER = 4.0  # from the end of a bar to its label


def format_label(datum: Datum, lang: str) -> str:
    """Return the words printed beside a value: the source's own where there are any."""
    if datum.label:
        return datum.label
    if datum.value is None:
        return translate("no_data", lang)
    if datum.high is not None:
        return numerals.format_range(datum.value, datum.high, lang)
    return numerals.format_short(datum.value, lang)


def choose_fill(strong: bool, style: PlotStyle) -> str:
    """Return the fill of a bar that is highlighted, or of one that stands back."""
    return style.accent if strong else style.fills[1]


def _reaches(datum: Datum, lang: str) -> list[Reach]:
    room = measure_width(format_label(datum, lang), SIZE) + AFTER
    if datum.value is None:
        return [Reach(0.0, right=room)]
    if datum.high is not None:
        return [Reach(datum.value, left=2.0), Reach(datum.high, right=room + 2)]
    room += doubt.tail(datum.qualifier)
    return [Reach(datum.value, left=room) if datum.value < 0 else Reach(datum.value, right=room)]


def _values(data: Sequence[Datum]) -> list[float]:
    return [value for datum in data for value in (datum.value, datum.high) if value is not None]


def grouped(figure: Figure, style: PlotStyle, room: float, lang: str) -> Plot:
    """Lay out one bar a category and series, each with its value at its end."""
    many, chosen = len(figure.series), dict(figure.options).get("highlight")
    if many > 1:
        return _rows(figure, style, room, lang, [[fill] * len(figure.categories) for fill in style.fills])
    fills = [choose_fill(chosen in (None, name), style) for name in figure.categories]
    return _rows(figure, style, room, lang, [fills])


def change(figure: Figure, style: PlotStyle, room: float, lang: str) -> Plot:
    """Lay out what was earlier and what is later as bars from zero, the earlier ones paler.

    One series has a row for each, in its order; two are "before" and "after" of each category.
    """
    rows, pale = len(figure.categories), style.fills[4]
    if len(figure.series) == 1:
        return _rows(figure, style, room, lang, [[pale] * (rows - 1) + [style.accent]])
    return _rows(figure, style, room, lang, [[pale] * rows, [style.accent] * rows])


def _rows(figure: Figure, style: PlotStyle, room: float, lang: str, fills: Sequence[Sequence[str]]) -> Plot:
    """Lay out bars in rows; ``fills`` has a list for each series, with the fill of each row."""
    data = [datum for series in figure.series for datum in series.data]
    reaches = [reach for datum in data for reach in _reaches(datum, lang)]
    names = lay_out_names(figure.categories, room, measure_sides(reaches))
    scale = fit_scale(reaches, names.right, room, *find_bounds(_values(data), zero=True))
    many, chosen = len(figure.series), dict(figure.options).get("highlight")
    thick = BAR if many == 1 else THIN
    marks: list[Mark] = []
    y = 0.0
    if many > 1:
        entries = [(series.name, fill[0], "") for series, fill in zip(figure.series, fills, strict=False)]
        marks, y = draw_key(entries, style, room)
    top = y
    for index, name in enumerate(figure.categories):
        block = max(many * (thick + 1.5) - 1.5, SIZE * LEADING)
        height = max(block, names.height(index))
        strong = many == 1 and chosen == name
        marks += names.marks(index, y + height / 2, style, 600 if strong else 400)
        bar_top = y + (height - (many * (thick + 1.5) - 1.5)) / 2
        for series, own in zip(figure.series, fills, strict=False):
            marks += _bar(series.data[index], scale, bar_top, thick, own[index], style, lang)
            bar_top += thick + 1.5
        y += height + BETWEEN
    zero = scale(0.0)
    marks.append(Stroke(((zero, top - 2), (zero, y - BETWEEN + 2)), style.text, 0.7))
    return _framed(marks, room, y - BETWEEN)


def _bar(
    datum: Datum, scale: Scale, top: float, thick: float, fill: str, style: PlotStyle, lang: str
) -> list[Mark]:
    words, baseline = format_label(datum, lang), top + thick / 2 + SIZE * 0.34
    zero = scale(0.0)
    if datum.value is None:
        return [Words(zero + AFTER, baseline, words, style.muted)]
    end = scale(datum.value)
    if datum.high is not None:
        far = scale(datum.high)
        lines = list(doubt.interval(end, far, top + thick / 2, thick * 0.35, fill))
        return [*lines, Words(far + AFTER + 2, baseline, words, style.text)]
    marks = list(doubt.bar(zero, end, top, thick, fill, datum.qualifier, style))
    reach = doubt.tail(datum.qualifier) + AFTER
    if datum.value < 0:
        return [*marks, Words(end - reach, baseline, words, style.text, anchor="end")]
    return [*marks, Words(end + reach, baseline, words, style.text)]


def stacked(figure: Figure, style: PlotStyle, room: float, lang: str) -> Plot:
    """Lay out one bar a category, its parts end to end; a part too small for its number leaves it to the
    table.
    """
    names = lay_out_names(figure.categories, room)
    shown = bool(dict(figure.options).get("totals", True))
    totals = [
        sum(series.data[index].value or 0.0 for series in figure.series)
        for index in range(len(figure.categories))
    ]
    words = numerals.format_alike([float(f"{total:.12g}") for total in totals], lang)
    words = words if shown else [""] * len(totals)
    reaches = [
        Reach(total, right=(measure_width(text, SIZE, 600) + AFTER) if text else 0.5)
        for total, text in zip(totals, words, strict=True)
    ]
    scale = fit_scale(reaches, names.right, room, *find_bounds(totals, zero=True))
    fills = style.fills[: len(figure.series)]
    entries = [(series.name, fill, "") for series, fill in zip(figure.series, fills, strict=True)]
    marks, y = draw_key(entries, style, room)
    top, thick = y, BAR + 4
    for index, total in enumerate(totals):
        height = max(thick, names.height(index))
        marks += names.marks(index, y + height / 2, style)
        marks += _parts(figure, index, scale, y + (height - thick) / 2, thick, fills, style, lang)
        if words[index]:
            baseline = y + height / 2 + SIZE * 0.34
            marks.append(Words(scale(total) + AFTER, baseline, words[index], style.text, weight=600))
        y += height + BETWEEN
    marks.append(Stroke(((scale(0.0), top - 2), (scale(0.0), y - BETWEEN + 2)), style.text, 0.7))
    return _framed(marks, room, y - BETWEEN)


def _parts(
    figure: Figure,
    index: int,
    scale: Scale,
    top: float,
    thick: float,
    fills: Sequence[str],
    style: PlotStyle,
    lang: str,
) -> list[Mark]:
    marks: list[Mark] = []
    base = 0.0
    for series, fill in zip(figure.series, fills, strict=True):
        datum = series.data[index]
        value = datum.value or 0.0
        start, end = scale(base), scale(base + value)
        marks.append(make_box(start, top, end - start, thick, fill, style.paper, 0.6))
        words = format_label(datum, lang)
        if value and measure_width(words, SMALL) + 4 <= end - start:
            baseline = top + thick / 2 + SMALL * 0.34
            marks.append(Words((start + end) / 2, baseline, words, style.on(fill), SMALL, "middle"))
        base += value
    return marks


def part(figure: Figure, style: PlotStyle, room: float, lang: str) -> Plot:
    """Lay out parts inside their stated whole: series "part" and "whole", one bar a category, the words of
    the part above its left end, those of the whole above its right end.
    """
    parts, wholes = figure.series[0], figure.series[1]
    values = _values([*parts.data, *wholes.data])
    tails = [Reach(inner.value or 0.0, right=doubt.tail(inner.qualifier) + 1.5) for inner in parts.data]
    tails += [Reach(outer.value or 0.0, right=doubt.tail(outer.qualifier) + 1.5) for outer in wholes.data]
    scale = fit_scale(tails, 0.6, room, *find_bounds(values, zero=True))
    marks: list[Mark] = []
    y, thick = 0.0, BAR * 1.5
    for name, inner, outer in zip(figure.categories, parts.data, wholes.data, strict=True):
        for line in wrap(name, SIZE, room) if name else []:
            y += SIZE * LEADING
            marks.append(Words(0.0, y - SIZE * 0.3, line, style.text))
        left = f"{format_label(inner, lang)} {parts.name}".strip()
        right = f"{format_label(outer, lang)} {wholes.name}".strip()
        end = scale(outer.value or 0.0)
        words, y = _ends_of_whole((left, right), y, end, room, style)
        marks += words
        zero = scale(0.0)
        if outer.qualifier is None:
            marks.append(make_box(zero, y, end - zero, thick, style.soft, style.muted, 0.7))
        else:
            marks += doubt.bar(zero, end, y, thick, style.soft, outer.qualifier, style)
        marks += _inside(inner, scale, y, thick, style)
        y += thick + BETWEEN * 2
    return _framed(marks, room, y - BETWEEN * 2)


def _ends_of_whole(
    words: tuple[str, str], y: float, end: float, room: float, style: PlotStyle
) -> tuple[list[Mark], float]:
    """Return the words above a whole: of the part at its left, of the whole at its right end, below each
    other where they have no room side by side; and where they end.
    """
    left, right = words
    wide = measure_width(right, SIZE, 600)
    both = measure_width(left, SIZE, 600) + wide + 3 * AFTER
    beside = both <= room
    first = [left] if beside else wrap(left, SIZE, room, 600)
    marks: list[Mark] = []
    for line in first:
        y += SIZE * LEADING
        marks.append(Words(0.0, y - SIZE * 0.3, line, style.accent_text, weight=600))
    place = max(end, both if beside else wide)
    for line in [right] if beside or wide <= room else wrap(right, SIZE, room, 600):
        y += 0.0 if beside else SIZE * LEADING
        marks.append(Words(min(place, room), y - SIZE * 0.3, line, style.text, anchor="end", weight=600))
    return marks, y + 1.0


def _inside(datum: Datum, scale: Scale, top: float, thick: float, style: PlotStyle) -> list[Mark]:
    start = scale(datum.value or 0.0)
    if datum.high is not None:
        return list(doubt.interval(start, scale(datum.high), top + thick / 2, thick / 3, style.accent))
    return list(doubt.bar(scale(0.0), start, top, thick, style.accent, datum.qualifier, style))


def target(figure: Figure, style: PlotStyle, room: float, lang: str) -> Plot:
    """Lay out values as bars with a mark where the target stands: series "actual" and "target"."""
    actuals, aims = figure.series[0], figure.series[1]
    data = [*actuals.data, *aims.data]
    reaches = [reach for datum in actuals.data for reach in _reaches(datum, lang)]
    widest_label = max(measure_width(format_label(datum, lang), SIZE) for datum in actuals.data)
    reaches += [Reach(value, right=widest_label + AFTER + 2) for value in _values(aims.data)]
    names = lay_out_names(figure.categories, room, measure_sides(reaches))
    scale = fit_scale(reaches, names.right, room, *find_bounds(_values(data), zero=True))
    marks: list[Mark] = []
    y = 0.0
    for index, (actual, aim) in enumerate(zip(actuals.data, aims.data, strict=True)):
        words = f"{aims.name} {format_label(aim, lang)}".strip()
        goal = scale(aim.value or 0.0)
        for line in wrap(words, SMALL, room - names.right):
            wide = measure_width(line, SMALL)
            x = min(max(goal - wide / 2, names.right), room - wide)
            marks.append(Words(x, y + SMALL, line, style.muted, SMALL))
            y += SMALL * LEADING
        y += 3
        height = max(BAR, names.height(index))
        top = y + (height - BAR) / 2
        marks += names.marks(index, y + height / 2, style)
        marks += _target_bar(actual, scale, top, goal, style, lang)
        marks.append(Stroke(((goal, y - 2), (goal, top + BAR + 3)), style.text, 2.0))
        y += height + BETWEEN + 2
    zero = scale(0.0)
    marks.append(Stroke(((zero, 0.0), (zero, y - BETWEEN)), style.text, 0.7))
    return _framed(marks, room, y - BETWEEN + 1)


def _target_bar(
    actual: Datum, scale: Scale, top: float, goal: float, style: PlotStyle, lang: str
) -> list[Mark]:
    marks = _bar(actual, scale, top, BAR, style.accent, style, lang)
    words = marks[-1]
    # the number may not stand on the target's mark: it moves to the other side of it, over a ground of paper
    if isinstance(words, Words) and words.anchor == "start":
        wide = measure_width(words.text, words.size)
        if words.x - 2 <= goal <= words.x + wide + 2:
            marks[-1] = Words(goal + AFTER, words.y, words.text, words.colour, words.size)
    return marks


def share(figure: Figure, style: PlotStyle, room: float, lang: str) -> Plot:
    """Lay out shares of a hundred as bars in their whole, each row 0 to 100 per cent."""
    names = lay_out_names(figure.categories, room)
    data = figure.series[0].data
    longest = max(measure_width(format_label(datum, lang), SIZE, 600) for datum in data)
    # an open end may reach beyond the whole: the words stand behind it
    after = AFTER + max((doubt.tail(datum.qualifier) for datum in data if (datum.value or 0) > 90), default=0)
    scale = Scale(0.0, 100.0, names.right, room - longest - after - 1)
    marks: list[Mark] = []
    y = 0.0
    for index, datum in enumerate(data):
        height = max(BAR + 3, names.height(index))
        top = y + (height - BAR - 3) / 2
        marks += names.marks(index, y + height / 2, style)
        marks.append(make_box(scale(0), top, scale(100) - scale(0), BAR + 3, style.soft, style.muted, 0.5))
        if datum.high is not None and datum.value is not None:
            ends = scale(datum.value), scale(datum.high)
            marks += doubt.interval(*ends, y + height / 2, 4.0, style.accent)
        elif datum.value is not None:
            marks += doubt.bar(
                scale(0), scale(datum.value), top, BAR + 3, style.accent, datum.qualifier, style
            )
        baseline = y + height / 2 + SIZE * 0.34
        label = format_label(datum, lang)
        if _fits_inside(datum, label, scale):
            end = scale(datum.value or 0.0) - AFTER
            marks.append(Words(end, baseline, label, style.on(style.accent), SIZE, "end", 600))
        else:
            marks.append(Words(scale(100) + after, baseline, label, style.text, weight=600))
        y += height + BETWEEN
    for value, anchor in ((0.0, "start"), (50.0, "middle"), (100.0, "end")):
        marks.append(Stroke(((scale(value), y - BETWEEN), (scale(value), y - BETWEEN + 3)), style.muted, 0.6))
        per_cent = numerals.format_percent(value, lang) if value else "0"
        marks.append(Words(scale(value), y - BETWEEN + 4 + SMALL, per_cent, style.muted, SMALL, anchor))
    return _framed(marks, room, y - BETWEEN + 6 + SMALL)


def _fits_inside(datum: Datum, label: str, scale: Scale) -> bool:
    """Tell whether the words of a share stand in its bar, at its end: an exact one that is long enough."""
    if datum.qualifier is not None or datum.high is not None or datum.value is None:
        return False
    return scale(datum.value) - scale(0) > measure_width(label, SIZE, 600) + 2 * AFTER


def _framed(marks: list[Mark], room: float, height: float) -> Plot:
    return add_margins(marks, room, height, 3.0)
