"""Numbers in rows: at the left each with its words, at the right its picture on a scale of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pressroom.figures.kinds import glyphs
from pressroom.figures.panel.words import explain_glyph
from pressroom.figures.plot import doubt
from pressroom.figures.plot.arrays import fit_grid, lay_out_array
from pressroom.figures.plot.marks import (
    LEADING,
    SIZE,
    SMALL,
    Area,
    Mark,
    Plot,
    PlotStyle,
    Stroke,
    Words,
    add_margins,
)
from pressroom.figures.plot.scale import Scale
from pressroom.figures.text.measure import measure_width, wrap
from pressroom.model.figure import Figure, Series
from pressroom.translations import translate

WORDS_SHARE = 0.34  # of the width, for what is said of a number
NARROW = 250.0  # points: below it the picture of a number stands under its words
VALUE = 17.0  # size of the number itself
AIR, GAP = 7.0, 10.0
STEM = 4  # letters by which a unit is known in its other forms
BAR = 11.0
_PICTURES = {"marks": glyphs.marks, "boxes": glyphs.boxes, "ruler": glyphs.ruler}


def facts(figure: Figure, style: PlotStyle, room: float, lang: str) -> Plot:
    """Lay out a row for each number, parted by lines.

    Options, each with an entry a row: ``glyphs`` name the pictures ("" for none), ``units`` what a mark
    stands for, ``times`` the unit of a box, ``values`` the numbers without their qualifiers, ``counted`` what
    stands behind them.
    """
    beside = room >= NARROW
    column = room * WORDS_SHARE if beside else room
    marks: list[Mark] = []
    y = 0.0
    for row in range(len(figure.categories)):
        marks.append(Stroke(((0.0, y), (room, y)), style.rule, 0.5))
        ink = style.text if figure.kind == "earlier" and row == 0 else style.accent
        said = style.text if ink == style.text else style.accent_text
        words, low = _words(figure, row, said, style, column, y + AIR - 3)
        marks += words
        left, top = (column + GAP, y + AIR) if beside else (0.0, low + 5)
        glyph, bottom = _glyph(figure, row, ink, style, room - left, lang)
        marks += _moved(glyph, left, top)
        y = max(low, top + bottom) + AIR
    marks.append(Stroke(((0.0, y), (room, y)), style.rule, 0.5))
    return add_margins(marks, room, y, 1.0)


def _option(figure: Figure, name: str, row: int) -> object:
    held = dict(figure.options).get(name)
    return held[row] if isinstance(held, tuple) and row < len(held) else ""


def _words(
    figure: Figure, row: int, ink: str, style: PlotStyle, room: float, y: float
) -> tuple[list[Mark], float]:
    """Return the name, the number with its qualifier, and what is counted; and where they end."""
    marks: list[Mark] = []
    for line in wrap(figure.categories[row], SIZE, room, 600):
        y += SIZE * LEADING
        marks.append(Words(0.0, y, line, style.text, weight=600))
    label, value = figure.series[0].data[row].label, str(_option(figure, "values", row))
    qualifier = label.removesuffix(value).strip() if label.endswith(value) else ""
    value = value if label.endswith(value) else label
    value, tail = _split(value, str(_option(figure, "times", row)))
    size = VALUE
    while size > SIZE and measure_width(value, size, 600) > room:
        size -= 0.5
    x = measure_width(f"{qualifier} ", SIZE + 1) + 2 if qualifier else 0.0
    if x + measure_width(value, size, 600) > room:
        y += SIZE * LEADING
        marks.append(Words(0.0, y + 2, qualifier, ink, SIZE + 1))
        x = 0.0
    elif qualifier:
        marks.append(Words(0.0, y + size + 2, qualifier, ink, SIZE + 1))
    y += size + 2
    marks.append(Words(x, y, value, ink, size, weight=600))
    behind = x + measure_width(value, size, 600) + 4
    counted = " ".join(part for part in (tail, str(_option(figure, "counted", row))) if part)
    if counted and behind + measure_width(counted, SIZE) <= room:
        marks.append(Words(behind, y, counted, style.text))
        return marks, y + 3
    for line in wrap(counted, SIZE, room) if counted else []:
        y += SIZE * LEADING
        marks.append(Words(0.0, y, line, style.text))
    return marks, y + 3


def _split(value: str, unit: str) -> tuple[str, str]:
    """Part a number from its unit behind it: "40-kilometer", "eight months", "6.4 km"; not "€12 million"."""
    for mark in (" ", "-", "\u00a0"):
        head, found, tail = value.rpartition(mark)
        if found and unit and tail[:STEM].lower() == unit[:STEM].lower():
            return head, tail
    return value, ""


def _glyph(
    figure: Figure, row: int, ink: str, style: PlotStyle, room: float, lang: str
) -> tuple[list[Mark], float]:
    """Return the picture of a row with the words that it needs to be read, and how high they are."""
    kind, unit = str(_option(figure, "glyphs", row)), _option(figure, "units", row)
    if not kind:
        return [], 0.0
    if kind == "bar":
        return list(_bar(figure, row, ink, style, room)), BAR + 3
    if kind == "marks" and figure.kind == "earlier":
        return _alike(figure, row, ink, style, room)
    one = replace(
        figure,
        kind=kind,
        categories=("",),
        series=(Series("", (figure.series[0].data[row],)),),
        unit=str(_option(figure, "times", row)),
        options=(("unit", unit), ("second", ink == style.text)),
    )
    plot = _PICTURES[kind](one, style, room, lang)
    marks, y = list(plot.marks), plot.height
    note = _explain(figure, one, lang)
    for line in wrap(note, SMALL, room) if note else []:
        y += SMALL * LEADING
        marks.append(Words(0.0, y - 1, line, style.muted, SMALL))
    return marks, y


def _alike(figure: Figure, row: int, ink: str, style: PlotStyle, room: float) -> tuple[list[Mark], float]:
    """Return the marks of a row, as large as those of every other row, since all stand for as much."""
    data, unit = figure.series[0].data, _option(figure, "units", row)
    each = unit if isinstance(unit, int) else 1
    counts = [round((datum.value or 0.0) / each) for datum in data]
    most = max(range(len(data)), key=counts.__getitem__)
    grid = fit_grid(counts[most], room, data[most].qualifier)
    array = lay_out_array(counts[row], grid, data[row].qualifier, ink, style.paper)
    return list(array.marks), array.height


def _explain(figure: Figure, one: Figure, lang: str) -> str:
    """Return what the picture of a row needs to be read, "" where the subtitle says it or nothing does."""
    if figure.kind == "earlier" or one.kind == "ruler":
        return ""
    if figure.kind == "occasions" and one.kind == "boxes":
        return translate("each_occasion", lang)
    return explain_glyph(one, lang)


def _bar(figure: Figure, row: int, ink: str, style: PlotStyle, room: float) -> Iterator[Mark]:
    """Yield a length on the scale that all rows share."""
    data = figure.series[0].data
    most = max(datum.value or 0.0 for datum in data)
    scale = Scale(0.0, most, 0.4, room - max(doubt.tail(datum.qualifier) for datum in data) - 1)
    value = scale(data[row].value or 0.0)
    yield from doubt.bar(0.4, value, 2.0, BAR, ink, data[row].qualifier, style)
    yield Stroke(((0.4, 0.0), (0.4, BAR + 4)), style.text, 0.7)


def _moved(marks: list[Mark], across: float, down: float) -> Iterator[Mark]:
    for mark in marks:
        if isinstance(mark, Area | Stroke):
            yield replace(mark, points=tuple((x + across, y + down) for x, y in mark.points))
        else:
            yield replace(mark, x=mark.x + across, y=mark.y + down)
