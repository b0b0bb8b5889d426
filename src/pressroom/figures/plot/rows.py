"""Plots of rows: a column of labels, a scale to its right. What bars, dots and intervals share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pressroom.figures.plot.marks import LEADING, SIZE, SMALL, Disc, Mark, PlotStyle, Words, make_box
from pressroom.figures.plot.scale import Scale
from pressroom.figures.text.measure import measure_widest, wrap

GAP = 8.0
LEAST_SCALE = 40.0  # points for the bars themselves
LABEL_SHARE = 0.36  # of the width, for the names of the rows at most


@dataclass(frozen=True, slots=True)
class Names:
    """The column of row names: their lines and the place where the scale may begin."""

    lines: tuple[tuple[str, ...], ...]
    right: float

    def marks(self, row: int, middle: float, style: PlotStyle, weight: int = 400) -> Iterable[Mark]:
        """Yield the name of a row, its lines centred on ``middle``."""
        lines = self.lines[row]
        top = middle - len(lines) * SIZE * LEADING / 2
        for index, line in enumerate(lines):
            baseline = top + (index + 0.78) * SIZE * LEADING
            if is_rtl(line):
                yield Words(self.right - GAP, baseline, line, style.text, anchor="end", weight=weight)
            else:
                yield Words(0.0, baseline, line, style.text, weight=weight)

    def height(self, row: int) -> float:
        """Return how high the name of a row is."""
        return len(self.lines[row]) * SIZE * LEADING


def is_rtl(text: str) -> bool:
    """Tell whether the first strong letter of a text runs right to left."""
    import unicodedata

    for letter in text:
        kind = unicodedata.bidirectional(letter)
        if kind in ("R", "AL"):
            return True
        if kind == "L":
            return False
    return False


def lay_out_names(labels: Sequence[str], room: float, beside: float = 0.0) -> Names:
    """Break the names of the rows to their share of the width; ``beside`` is what the labels of the
    values need.
    """
    share = max(min(room * LABEL_SHARE, room - beside - LEAST_SCALE), room * 0.16)
    lines = tuple(tuple(wrap(label, SIZE, share)) for label in labels)
    column = max((measure_widest(entry, SIZE) for entry in lines), default=0.0)
    return Names(lines, column + GAP if column else 0.0)


@dataclass(frozen=True, slots=True)
class Reach:
    """A value with the room in points that its label and end need to the left and to the right of it."""

    value: float
    left: float = 0.0
    right: float = 0.0


def measure_sides(reaches: Iterable[Reach]) -> float:
    """Return the room that the labels of all values need at most, on both sides together."""
    held = list(reaches)
    return max((one.left for one in held), default=0.0) + max((one.right for one in held), default=0.0)


def fit_scale(reaches: Iterable[Reach], start: float, end: float, low: float, high: float) -> Scale:
    """Return the widest scale from ``low`` to ``high`` on which every reach stays between ``start`` and
    ``end``.
    """
    held = [(find_share(reach.value, low, high), reach) for reach in reaches]
    room = max(end - start, 1.0)

    def over(length: float) -> tuple[float, float]:
        left = max((reach.left - share * length for share, reach in held), default=0.0)
        right = max((reach.right - (1 - share) * length for share, reach in held), default=0.0)
        return max(left, 0.0), max(right, 0.0)

    short, long = 0.0, room
    for _ in range(40):
        length = (short + long) / 2
        if length + sum(over(length)) <= room:
            short = length
        else:
            long = length
    left, _ = over(short)
    return Scale(low, high, start + left, start + left + short)


def find_share(value: float, low: float, high: float) -> float:
    """Return where a value stands between two others, 0 to 1."""
    return (value / 2 - low / 2) / (high / 2 - low / 2)


def find_bounds(values: Sequence[float], *, zero: bool) -> tuple[float, float]:
    """Return the ends of a scale for values; with ``zero`` it begins at zero, never elsewhere."""
    low, high = min(values, default=0.0), max(values, default=1.0)
    if zero:
        low, high = min(low, 0.0), max(high, 0.0)
    if low == high:
        pad = abs(low) or 1.0
        return (low, high + pad) if zero and low >= 0 else (low - pad, high + pad)
    return low, high


def draw_key(
    entries: Sequence[tuple[str, str, str]], style: PlotStyle, room: float, *, dots: bool = False
) -> tuple[list[Mark], float]:
    """Return the key of a plot and its height: (name, fill, edge) each, in lines as wide as the plot.

    Its signs are boxes, or with ``dots`` the discs of the plot.
    """
    marks: list[Mark] = []
    x, y, swatch = 0.0, 0.0, SIZE * 0.8
    for name, fill, edge in entries:
        lines = wrap(name, SMALL, room - swatch - 4)
        need = swatch + 4 + measure_widest(lines, SMALL)
        if x and x + need > room:
            x, y = 0.0, y + SMALL * LEADING + 4.5
        half = swatch / 2
        if dots:
            marks.append(Disc(x + half, y + 1 + half, half, fill, edge, 1.1))
        else:
            marks.append(make_box(x, y + 1, swatch, swatch, fill or style.paper, edge or fill, 0.7))
        for index, line in enumerate(lines):
            baseline = y + swatch * 0.5 + SMALL * 0.36 + 1 + index * SMALL * LEADING
            marks.append(Words(x + swatch + 4, baseline, line, style.text, SMALL))
        y += (len(lines) - 1) * SMALL * LEADING
        x += need + 12
    return marks, y + SMALL * LEADING + GAP
