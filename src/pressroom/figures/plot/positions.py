"""Where categories stand on a level axis: years and dates at their true distance, other names evenly."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pressroom.figures.plot.marks import LEADING, SMALL, Mark, PlotStyle, Stroke, Words
from pressroom.figures.plot.scale import Scale
from pressroom.figures.text.measure import measure_widest, measure_width, wrap

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def place_categories(categories: Sequence[str]) -> list[float]:
    """Return the places of categories: true ones when all are dates or numbers that rise, else 0, 1, 2…"""
    true = [parse_moment(name) for name in categories]
    if all(place is not None for place in true):
        places = [place for place in true if place is not None]
        if all(first < second for first, second in pairwise(places)):
            return places
    return [float(index) for index in range(len(categories))]


def parse_moment(text: str) -> float | None:
    """Return a date (ISO, as far as it is known) or a plain number as a place on an axis, None for other
    words.
    """
    found = _DATE.fullmatch(text)
    if not found:
        return float(text) if _NUMBER.fullmatch(text) else None
    year, month, day = int(found[1]), int(found[2] or 1), int(found[3] or 1)
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    return year + (month - 1) / 12 + (day - 1) / 372


def parse_period(iso: str) -> tuple[float, float | None] | None:
    """Return where a date begins on an axis in years, and where it ends: None for a day, which is a
    moment.
    """
    start = parse_moment(iso) if iso[:4].isdigit() and len(iso) in (4, 7, 10) else None
    if start is None:
        return None
    return start, {4: start + 1.0, 7: start + 1 / 12, 10: None}[len(iso)]


def draw_axis(
    categories: Sequence[str],
    places: Sequence[float],
    x: Scale,
    between: tuple[float, float],
    top: float,
    style: PlotStyle,
) -> Iterator[Mark]:
    """Yield the names below an axis: each that has room, the first and the last before the others."""
    room = _share(categories, between[1] - between[0])
    lines = [wrap(name, SMALL, room) for name in categories]
    shown: list[tuple[float, float]] = []
    order = _order(len(categories))
    for index in order:
        wide = measure_widest(lines[index], SMALL)
        left = min(max(x(places[index]) - wide / 2, 0.0), between[1] - wide)
        if any(left < other[1] + 5 and other[0] < left + wide + 5 for other in shown):
            continue
        shown.append((left, left + wide))
        yield Stroke(((x(places[index]), top), (x(places[index]), top + 3)), style.muted, 0.6)
        for count, text in enumerate(lines[index]):
            baseline = top + 4 + SMALL + count * SMALL * LEADING
            yield Words(left + wide / 2, baseline, text, style.muted, SMALL, "middle")


def measure_height(categories: Sequence[str], room: float) -> float:
    """Return how much room the names below an axis need."""
    share = _share(categories, room)
    return 6 + SMALL * LEADING * max(len(wrap(name, SMALL, share)) for name in categories)


def draw_ends(
    categories: Sequence[str], between: tuple[float, float], top: float, style: PlotStyle
) -> Iterator[Mark]:
    """Yield only the first and the last name, at the ends of the axis; shortened to the half of it."""
    wide = between[1] - between[0]
    first, last = categories[0], categories[-1]
    if measure_width(first, SMALL) + measure_width(last, SMALL) + 5 <= wide or len(categories) == 1:
        yield Words(between[0], top + 4 + SMALL, first, style.muted, SMALL)
    if len(categories) > 1 and measure_width(last, SMALL) <= wide:
        yield Words(between[1], top + 4 + SMALL, last, style.muted, SMALL, "end")


def _share(categories: Sequence[str], room: float) -> float:
    return max(room / max(min(len(categories), 8), 1) - 5, 30.0)


def _order(many: int) -> list[int]:
    """Return the first, the last, then those between at steps that get finer, so that what stays is even."""
    order = list(dict.fromkeys((0, many - 1)))
    step = max(many - 1, 1)
    while step > 1:
        step = (step + 1) // 2
        order += [index for index in range(0, many, step) if index not in order]
    return order
