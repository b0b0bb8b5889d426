"""Which kind of chart the data asks for where the author names none: tried in order, each with its reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pressroom.figures.chart_requests import ChartRequest
from pressroom.figures.data import Data
from pressroom.figures.plot.positions import parse_moment
from pressroom.figures.text.cells import parse_datum

FEW_MOMENTS = 5  # fewer points in time are read one by one: columns
MANY_POINTS = 10  # rows of two measures, from which on they are points rather than names
FEW_SERIES = 4


@dataclass(frozen=True, slots=True)
class Proposal:
    """A chart that may be drawn of the data, and why: "the rows are 12 points in time"."""

    request: ChartRequest
    reason: str


@dataclass(frozen=True, slots=True)
class _Traits:
    """What the columns hold: those of numbers, that of the rows' names ("" for none), how many rows."""

    names: str
    numeric: tuple[str, ...]
    rows: int
    in_time: bool
    ranges: bool


def propose(request: ChartRequest, data: Data, lang: str) -> Iterator[Proposal]:
    """Yield the charts that the data allows, the fittest first."""
    found = _find_traits(request, data, lang)
    for mark, reason, names in _choose(request, found):
        x = request.x or (found.names if found.names in data.columns else "")
        if mark == "scatter":
            x, names = names[0], names[1:]
        yield Proposal(replace(request, mark=mark, x=x, y=request.y or names), reason)


def _choose(request: ChartRequest, found: _Traits) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    many, rows, numeric = len(found.numeric), found.rows, found.numeric
    several = many > 1 or bool(request.color or request.facet)
    times = f"the rows are {rows} points in time"
    if found.ranges and not several:
        yield "interval", "the values are ranges", numeric
    if found.in_time and rows >= FEW_MOMENTS:
        yield "line", times, numeric
    elif found.in_time:
        yield "bar", f"{times}, few enough to be read one by one", numeric
    if not found.names and many == 2 and rows >= MANY_POINTS:
        yield "scatter", f"the rows are {rows} points of two measures", numeric
    if not several:
        yield "bar", "the rows are names with one number each", numeric
        return
    if many == 2 and all(parse_moment(name) is not None for name in numeric):
        yield "slope", f"each row has a number for {numeric[0]} and one for {numeric[1]}", numeric
    if many <= FEW_SERIES:
        yield "grouped", f"each row has {many} numbers" if many > 1 else "each row has one number", numeric
    yield "multiples", f"each row has {many} numbers, too many for bars side by side", numeric
    yield "bar", "of its columns of numbers the first is drawn", numeric[:1]


def _find_traits(request: ChartRequest, data: Data, lang: str) -> _Traits:
    taken = {request.color, request.facet, request.label}
    columns = [name for name in data.columns if name not in taken]
    numbers = tuple(name for name in columns if _is_numeric(data.column(name), lang))
    first = request.x or next((name for name in columns if name not in numbers), "")
    cells = [str(cell or "").strip() for cell in data.column(first)] if first in data.columns else []
    if not cells and columns and _are_years(data.column(columns[0])):
        first, cells = columns[0], [str(cell).strip() for cell in data.column(columns[0])]
    in_time = bool(cells) and all(parse_moment(cell) is not None for cell in cells)
    numeric = request.y or tuple(name for name in numbers if name != first)
    ranges = [
        parse_datum(cell, lang) for name in numeric if name in data.columns for cell in data.column(name)
    ]
    return _Traits(
        first,
        numeric,
        len(data.rows),
        in_time,
        any(one is not None and one.high is not None for one in ranges),
    )


def _is_numeric(cells: Sequence[object], lang: str) -> bool:
    found = [parse_datum(cell, lang) for cell in cells]
    return all(found) and any(one is not None and one.value is not None for one in found)


def _are_years(cells: Sequence[object]) -> bool:
    """Tell whether numbers are years in their order, which name rows."""
    words = [str(cell).removesuffix(".0") for cell in cells]
    years = [int(word) for word in words if word.isdecimal() and len(word) == 4 and word[0] in "12"]
    return len(years) == len(words) and years == sorted(set(years))
