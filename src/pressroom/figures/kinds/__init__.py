"""Every kind of figure: how it is laid out, and how much it can hold before nobody could read it."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pressroom.figures.kinds import facts, glyphs
from pressroom.figures.plot import bars, columns, dots, icons, lines, steps, timeline
from pressroom.figures.plot.arrays import MOST_BOXES, MOST_MARKS
from pressroom.figures.plot.canvas import GLYPHS
from pressroom.figures.plot.marks import Plot, PlotStyle
from pressroom.figures.plot.positions import parse_period
from pressroom.model.figure import Figure, Series
from pressroom.model.quantity import Qualifier

LONGEST = 200  # letters of a name
SPACE = "Zs"  # the category of spaces: Python calls all but the common one unprintable
LONGEST_LABEL = 36  # letters printed beside a value
SMALLEST, LARGEST = 1e-9, 1e18
MARKS = {"marks": MOST_MARKS, "cells": 100, "boxes": MOST_BOXES}
Layout = Callable[[Figure, PlotStyle, float, str], Plot]


@dataclass(frozen=True, slots=True)
class FigureKind:
    """A kind of figure. ``series`` and ``categories`` are the fewest and the most that it can show."""

    words: str
    layout: Layout
    series: tuple[int, int] = (1, 1)
    categories: tuple[int, int] = (1, 40)
    negative: bool = True
    missing: bool = True
    bounds: bool = True  # can show "over", "up to", "about" and ranges


FIGURE_KINDS: dict[str, FigureKind] = {
    "bar": FigureKind("bars", bars.grouped),
    "column": FigureKind("columns in time", columns.columns, (1, 1), (3, 40), bounds=False),
    "grouped": FigureKind("bars in groups", bars.grouped, (2, 5), (1, 20)),
    "stacked": FigureKind("bars of parts", bars.stacked, (2, 6), negative=False, bounds=False),
    "part": FigureKind("a part inside its whole", bars.part, (2, 2), (1, 12), negative=False, missing=False),
    "target": FigureKind("a value and its target", bars.target, (2, 2), (1, 20), missing=False),
    "share": FigureKind("a share", icons.share, (1, 1), (1, 20), negative=False, missing=False),
    "waffle": FigureKind(
        "a hundred cells", icons.waffle, (1, 1), (1, 6), negative=False, missing=False, bounds=False
    ),
    "interval": FigureKind("ranges", dots.intervals),
    "sources": FigureKind("what each source says", dots.dots, (1, 1), (2, 8), missing=False),
    "change": FigureKind("before and after", bars.change, (1, 2), (1, 20), missing=False),
    "slope": FigureKind("before and after", dots.slope, (1, 12), (2, 2), bounds=False),
    "dot": FigureKind("dots", dots.dots, (1, 6)),
    "line": FigureKind("lines", lines.line, (1, 6), (3, 2000), bounds=False),
    "area": FigureKind("an area", lines.area, (1, 1), (3, 2000), missing=False, bounds=False),
    "scatter": FigureKind("points by two measures", lines.scatter, (2, 2), (3, 2000), bounds=False),
    "multiples": FigureKind("small plots alike", lines.multiples, (2, 12), (2, 400), bounds=False),
    "timeline": FigureKind("events in time", timeline.timeline, (1, 1), (2, 20), missing=False),
    "sequence": FigureKind("events in their order", steps.steps, (1, 1), (3, 8), missing=False),
    "earlier": FigureKind("earlier and now", facts.facts, (1, 1), (2, 2), negative=False, missing=False),
    "occasions": FigureKind(
        "a total and its occasions", facts.facts, (1, 1), (2, 2), negative=False, missing=False
    ),
    "measures": FigureKind(
        "measures of one thing", facts.facts, (1, 1), (2, 4), negative=False, missing=False
    ),
    "number": FigureKind("a single number", icons.number),
    "marks": FigureKind("marks", glyphs.marks, categories=(1, 1), negative=False, missing=False),
    "cells": FigureKind("cells", glyphs.cells, categories=(1, 1), negative=False, missing=False),
    "boxes": FigureKind("boxes", glyphs.boxes, categories=(1, 1), negative=False, missing=False),
    "ruler": FigureKind("a ruler", glyphs.ruler, categories=(1, 1), negative=False, missing=False),
    "sign": FigureKind("a sign", glyphs.sign, categories=(1, 1), negative=False, missing=False),
}


def is_in_time(categories: Sequence[str], series: Sequence[Series]) -> bool:
    """Tell whether bars are exact values of one series, at dates in their order: those stand upright."""
    spans = [parse_period(name) for name in categories]
    starts = [span[0] for span in spans if span is not None]
    rising = len(starts) == len(spans) and all(one < two for one, two in pairwise(starts))
    return rising and not why_unreadable(Figure("", "column", "", "", tuple(categories), tuple(series), ()))


def why_unreadable(figure: Figure) -> str:
    """Return why nobody could read a figure, "" when all is well."""
    kind = FIGURE_KINDS[figure.kind]
    for what, count, (least, most) in (
        ("series", len(figure.series), kind.series),
        ("categories", len(figure.categories), kind.categories),
    ):
        if count < least:
            return f"{kind.words} need at least {least} {what}, and there is {count}"
        if count > most:
            return f"{kind.words} show at most {most} {what}, and there are {count}"
    return _by_names(figure) or _by_values(figure, kind)


def _by_names(figure: Figure) -> str:
    names = [*figure.categories, *(series.name for series in figure.series)]
    names += [datum.label for series in figure.series for datum in series.data]
    for name in names:
        if len(name) > LONGEST:
            return f"the name “{name[:40]}…” has more than {LONGEST} letters"
        if any(not (letter.isprintable() or unicodedata.category(letter) == SPACE) for letter in name):
            return f"the name {name[:40]!r} holds a character that cannot be printed"
    if figure.kind not in ("timeline", "sequence", "number", *GLYPHS):
        printed = [datum.label for series in figure.series for datum in series.data]
        long = next((label for label in printed if len(label) > LONGEST_LABEL), "")
        if long:
            return f"the words of the value “{long[:40]}…” are too long to stand beside it"
    uneven = [series.name for series in figure.series if len(series.data) != len(figure.categories)]
    if uneven:
        return f"“{uneven[0]}” has not one value for each category"
    doubled = [name for name in figure.categories if name and figure.categories.count(name) > 1]
    if doubled and figure.kind not in ("scatter", "timeline", "sequence"):
        return f"“{doubled[0]}” stands there twice"
    return ""


def _by_values(figure: Figure, kind: FigureKind) -> str:
    data = [datum for series in figure.series for datum in series.data]
    ends = [end for datum in data for end in (datum.value, datum.high) if end is not None]
    if not ends:
        return "there is no value in it"
    if figure.kind == "scatter" and not figure.points:
        return "no point has both its values"
    if not all(math.isfinite(end) for end in ends):
        return "a value is not a number"
    if any(abs(end) > LARGEST or 0 < abs(end) < SMALLEST for end in ends):
        return f"a value is larger than {LARGEST:g} or smaller than {SMALLEST:g}"
    if not kind.missing and any(datum.value is None for datum in data):
        return f"{kind.words} cannot show a missing value"
    if not kind.negative and any(end < 0 for end in ends):
        return f"{kind.words} cannot show a negative value"
    plain = (None, Qualifier.UP, Qualifier.DOWN)
    if not kind.bounds and any(datum.high is not None or datum.qualifier not in plain for datum in data):
        return f"{kind.words} would show a bound or a range (“over”, “about”, “5 to 7”) as if it were exact"
    return _of_whole(figure, ends)


def _of_whole(figure: Figure, ends: list[float]) -> str:
    if figure.kind in MARKS:
        options = dict(figure.options)
        unit, of = options.get("unit", 1), options.get("of", 0)
        if not isinstance(unit, int) or not isinstance(of, int):
            return "what a mark stands for is no whole number"
        counts = [end / unit for end in (*ends, of)]
        if any(count % 1 for count in counts):
            return "a value is no whole number of marks"
        if max(counts) > MARKS[figure.kind]:
            return f"{FIGURE_KINDS[figure.kind].words} are {MARKS[figure.kind]} at most"
    if figure.kind == "share" and max(ends) > (dict(figure.options).get("of") or 100):  # type: ignore[operator]  # read as a number by figures.chart_requests
        return "a share is larger than its whole"
    if figure.kind == "waffle" and sum(ends) > 100.5:
        return "the parts are more than the whole"
    if figure.kind == "part" and any(
        (inner.high or inner.value or 0) > (outer.value or 0)
        for inner, outer in zip(figure.series[0].data, figure.series[1].data, strict=True)
    ):
        return "a part is larger than its whole"
    return ""
