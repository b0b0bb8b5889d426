"""Layouts of the pictures of single numbers; only a ruler has words, so that the others can be scaled."""

from __future__ import annotations

from itertools import pairwise

from pressroom.figures.plot import doubt
from pressroom.figures.plot.arrays import (
    SIDES,
    MarkGrid,
    fit_grid,
    lay_out_array,
    measure_ending,
)
from pressroom.figures.plot.marks import SMALL, Mark, Plot, PlotStyle, Stroke, Words, add_margins, make_box
from pressroom.figures.plot.rows import Reach, fit_scale
from pressroom.figures.plot.scale import Scale, find_ticks
from pressroom.figures.text import numerals
from pressroom.figures.text.measure import measure_width
from pressroom.model.figure import Datum, Figure
from pressroom.model.quantity import Qualifier

AIR = 1.75  # above and below an array: the stroke that closes one is higher than its marks
SIGN_RADIUS = 2.6
CELLS, CELLS_A_ROW, FEWER_A_ROW = 100, 25, 20  # a row is a quarter, in a narrow frame a fifth
NARROW = 130.0
CELL_STEP, CELL_AIR = 7.0, 0.28  # the widest step, and the air between two cells as a share of it
BOX_HEIGHT, BOX_AIR, WIDEST_BOX = 8.0, 2.2, 16.0
BAR = 7.0
MOST_TICKS = 6
TICK_AIR = 6.0


def _colour(figure: Figure, style: PlotStyle) -> str:
    """Return the ink of a picture: the number beneath a frame's first one is in the text's colour."""
    return style.text if dict(figure.options).get("second") else style.accent


def _count(figure: Figure, name: str, default: int) -> int:
    value = dict(figure.options).get(name)
    return value if isinstance(value, int) else default


def _rest(style: PlotStyle) -> tuple[str, str]:
    return style.soft, style.muted


def marks(figure: Figure, style: PlotStyle, room: float, _lang: str) -> Plot:
    """Lay out people or things as whole marks, each for ``unit`` of them; ``of`` is the whole they are of."""
    datum = figure.series[0].data[0]
    unit, of = _count(figure, "unit", 1), _count(figure, "of", 0)
    count = round((datum.value or 0.0) / unit)
    high = None if datum.high is None else round(datum.high / unit)
    shape = str(dict(figure.options).get("shape", "dot"))
    whole = round(of / unit)
    ending = None if whole > count else datum.qualifier
    grid = fit_grid(max(high or count, whole), room, ending)
    array = lay_out_array(
        count,
        grid,
        datum.qualifier,
        _colour(figure, style),
        style.paper,
        shape=shape,
        high=high,
        of=whole,
        rest=_rest(style),
    )
    return add_margins(array.marks, room, array.height, AIR)


def cells(figure: Figure, style: PlotStyle, room: float, _lang: str) -> Plot:
    """Lay out a share as cells of a hundred, in four rows or five."""
    datum = figure.series[0].data[0]
    many = CELLS_A_ROW if room >= NARROW else FEWER_A_ROW
    # of the room, a gap after each five cells takes as much as an air more
    step = min(CELL_STEP, (room - SIDES) / (many + CELL_AIR * (many // 5 - 1)))
    half = step * (1 - CELL_AIR) / 2
    grid = MarkGrid(many, half, step, step, half, 5, step * CELL_AIR)
    array = lay_out_array(
        round(datum.value or 0.0),
        grid,
        datum.qualifier,
        _colour(figure, style),
        style.paper,
        shape="box",
        high=None if datum.high is None else round(datum.high),
        of=CELLS,
        rest=_rest(style),
    )
    return add_margins(array.marks, room, array.height, AIR)


def boxes(figure: Figure, style: PlotStyle, room: float, _lang: str) -> Plot:
    """Lay out a length of time as boxes in a row, one for each day, month or year."""
    datum = figure.series[0].data[0]
    count = round(datum.value or 0.0)
    high = None if datum.high is None else round(datum.high)
    many = max(high or count, 1)
    more = datum.qualifier is Qualifier.ABOUT and high is None
    ending = measure_ending(datum.qualifier) if high is None else 0.0
    wide = (room - SIDES - ending - BOX_AIR * (many + (1 if ending or more else 0) - 1)) / (many + more)
    half = min(wide, WIDEST_BOX) / 2
    grid = MarkGrid(many, BOX_HEIGHT / 2, 2 * half + BOX_AIR, BOX_HEIGHT, half)
    array = lay_out_array(
        count, grid, datum.qualifier, _colour(figure, style), style.paper, shape="box", high=high
    )
    return add_margins(array.marks, room, array.height, AIR)


def sign(figure: Figure, style: PlotStyle, room: float, _lang: str) -> Plot:
    """Lay out what a doubt looks like, for the key under the panel: as wide as it is, in the muted colour."""
    datum = figure.series[0].data[0]
    shape = str(dict(figure.options).get("shape", "dot"))
    many = 2 if datum.high is not None or datum.qualifier in doubt.CAPPED else 1
    high = many if datum.high is not None else None
    grid = fit_grid(many, room, datum.qualifier, largest=SIGN_RADIUS)
    array = lay_out_array(
        1 if high else many, grid, datum.qualifier, style.muted, style.paper, shape=shape, high=high
    )
    return add_margins(array.marks, array.width, array.height, AIR)


def ruler(figure: Figure, style: PlotStyle, room: float, lang: str) -> Plot:
    """Lay out a measure as a length from zero, on a ruler that ends with the whole or a round number.

    ``of`` is the whole that the text states, with its words as ``whole``.
    """
    datum = figure.series[0].data[0]
    options = dict(figure.options)
    of = options.get("of")
    far = datum.high if datum.high is not None else datum.value or 0.0
    ticks = [(0.0, "0"), (float(of), str(options.get("whole", "")))] if isinstance(of, int | float) else []
    ticks = ticks or _find_ticks(far, room, lang)
    end = ticks[-1][0]
    tail = 0.0 if datum.high is not None else doubt.tail(datum.qualifier)
    scale = fit_scale([Reach(far, right=tail + 0.8), Reach(end, right=0.8)], 0.4, room, 0.0, end)
    drawn: list[Mark] = []
    if of is not None:
        drawn.append(make_box(scale(0.0), 0.0, scale(end) - scale(0.0), BAR, style.soft, style.muted, 0.6))
    drawn += _measure(datum, scale, _colour(figure, style), style)
    drawn.append(Stroke(((scale(0.0), BAR), (scale(end), BAR)), style.text, 0.7))
    for index, (value, words) in enumerate(ticks):
        x = scale(value)
        anchor = "start" if index == 0 else "end" if index == len(ticks) - 1 else "middle"
        drawn.append(Stroke(((x, BAR), (x, BAR + 3.5)), style.text, 0.6))
        place = {"start": 0.0, "end": room, "middle": x}[anchor]
        if words:
            drawn.append(Words(place, BAR + 4.5 + SMALL, words, style.muted, SMALL, anchor))
    return add_margins(drawn, room, BAR + 6.5 + SMALL, 2.5)


def _measure(datum: Datum, scale: Scale, colour: str, style: PlotStyle) -> list[Mark]:
    value = datum.value or 0.0
    if datum.high is not None:
        return list(doubt.interval(scale(value), scale(datum.high), BAR / 2, BAR / 2, colour))
    return list(doubt.bar(scale(0.0), scale(value), 0.0, BAR, colour, datum.qualifier, style))


def _find_ticks(far: float, room: float, lang: str) -> list[tuple[float, str]]:
    """Return round values from zero to the next one beyond ``far``, with words for as many as have room."""
    values = find_ticks(0.0, far, MOST_TICKS)
    words = ["0", *numerals.format_ticks(values, lang)[1:]]
    wide = [measure_width(word, SMALL) for word in words]
    last = len(values) - 1
    for each in range(1, last + 1):
        shown = range(0, last + 1, each)
        # the first begins and the last ends with the ruler, those between are centred on their ticks
        taken = [wide[index] * (2 if index in (0, last) else 1) for index in shown]
        apart = each * (room - 1) / last
        if last % each == 0 and all((one + other) / 2 + TICK_AIR <= apart for one, other in pairwise(taken)):
            return [(value, words[index] if index in shown else "") for index, value in enumerate(values)]
    return [(value, words[index] if index in (0, last) else "") for index, value in enumerate(values)]


__all__ = ["boxes", "cells", "marks", "ruler", "sign"]
