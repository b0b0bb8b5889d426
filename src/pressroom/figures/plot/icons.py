"""Counted signs and single words: icon array, waffle, the labelled single number."""

from __future__ import annotations

from pressroom.figures.plot import bars
from pressroom.figures.plot.arrays import MarkGrid, lay_out_array
from pressroom.figures.plot.bars import format_label
from pressroom.figures.plot.marks import (
    LEADING,
    SIZE,
    Mark,
    Plot,
    PlotStyle,
    Stroke,
    Words,
    add_margins,
    make_box,
)
from pressroom.figures.plot.rows import draw_key
from pressroom.figures.text.measure import measure_widest, measure_width, wrap
from pressroom.model.figure import Figure

CELL, GAP = 9.0, 2.4


def share(figure: Figure, style: PlotStyle, room: float, lang: str) -> Plot:
    """Lay out one share: as many signs as the source's own denominator, else a bar in its whole of 100."""
    of = dict(figure.options).get("of")
    if not isinstance(of, int) or len(figure.categories) != 1:
        return bars.share(figure, style, room, lang)
    datum = figure.series[0].data[0]
    radius = 7.0 if of <= 10 else 4.2
    step = 2 * radius + (4.0 if of <= 10 else 2.6)
    columns = min(of, 10 if of <= 20 or of % 10 == 0 else 20, int(room // step))
    array = lay_out_array(
        round(datum.value or 0.0),
        MarkGrid(columns, radius, step, step, radius),
        datum.qualifier,
        style.accent,
        style.paper,
        of=of,
        rest=(style.soft, style.muted),
    )
    marks: list[Mark] = list(array.marks)
    high = array.height
    beside = max(columns * step, array.width) + 8
    aside = room - beside >= 110
    words = [*_wrapped(format_label(datum, lang), room - beside if aside else room, 600)]
    rest = [*_wrapped(figure.categories[0], room - beside if aside else room, 400)]
    x, y = (beside, max((high - len(words + rest) * SIZE * LEADING) / 2, 0.0)) if aside else (0.0, high + 3)
    for line, weight in [(line, 600) for line in words] + [(line, 400) for line in rest]:
        y += SIZE * LEADING
        marks.append(Words(x, y - SIZE * 0.25, line, style.text, weight=weight))
    return add_margins(marks, room, max(high, y), 3.0)


def _wrapped(text: str, room: float, weight: int) -> list[str]:
    return wrap(text, SIZE, room, weight) if text else []


def waffle(figure: Figure, style: PlotStyle, room: float, lang: str) -> Plot:
    """Lay out parts of a hundred as cells of a square, one a per cent; categories are the parts."""
    data = figure.series[0].data
    counts = cells(tuple(datum.value or 0.0 for datum in data))
    fills = [*style.fills[: len(data)]]
    owner = [part for part, count in enumerate(counts) for _ in range(count)]
    marks: list[Mark] = []
    for index in range(100):
        row, column = index // 10, index % 10
        fill = fills[owner[index]] if index < len(owner) else ""
        place = (column * (CELL + GAP), row * (CELL + GAP))
        marks.append(make_box(*place, CELL, CELL, fill or style.paper, fill or style.rule, 0.6))
    side = 10 * (CELL + GAP)
    names = [
        f"{format_label(datum, lang)}  {name}" for name, datum in zip(figure.categories, data, strict=True)
    ]
    entries = [(name, fill, "") for name, fill in zip(names, fills, strict=True)]
    if room - side >= 130:
        y = 0.0
        for entry in entries:
            words, height = draw_key([entry], style, room - side - 14)
            marks += shifted_right(words, side + 14, y)
            y += height
        return add_margins(marks, room, max(side, y), 3.0)
    words, height = draw_key(entries, style, room)
    marks += shifted_right(words, 0.0, side + 4)
    return add_margins(marks, room, side + 4 + height, 3.0)


def cells(shares: tuple[float, ...]) -> list[int]:
    """Return whole cells for parts of a hundred, by largest remainder, so that their sum is right."""
    whole = [int(share + 1e-9) for share in shares]
    left = round(sum(shares)) - sum(whole)
    order = sorted(range(len(shares)), key=lambda index: (whole[index] - shares[index], index))
    for index in order[: max(left, 0)]:
        whole[index] += 1
    return whole


def shifted_right(marks: list[Mark], by: float, down: float) -> list[Mark]:
    """Return marks moved by points to the right and down."""
    from dataclasses import replace

    from pressroom.figures.plot.marks import Area

    moved: list[Mark] = []
    for mark in marks:
        if isinstance(mark, Area | Stroke):
            moved.append(replace(mark, points=tuple((x + by, y + down) for x, y in mark.points)))
        else:
            moved.append(replace(mark, x=mark.x + by, y=mark.y + down))
    return moved


def number(figure: Figure, style: PlotStyle, room: float, lang: str) -> Plot:
    """Lay out one number large, with what it counts below."""
    datum = figure.series[0].data[0]
    words = format_label(datum, lang)
    size = 34.0
    while size > SIZE * 1.5 and measure_width(words, size, 600) > room:
        size -= 1.0
    marks: list[Mark] = []
    y = 0.0
    for line in wrap(words, size, room, 600):
        y += size * 1.2
        marks.append(Words(0.0, y - size * 0.27, line, style.accent_text, size, weight=600))
    for line in wrap(figure.categories[0], SIZE + 1, room) if figure.categories[0] else []:
        y += (SIZE + 1) * LEADING
        marks.append(Words(0.0, y - SIZE * 0.25, line, style.text, SIZE + 1))
    return add_margins(marks, room, y, 3.0)


__all__ = ["cells", "measure_widest", "number", "share", "waffle"]
