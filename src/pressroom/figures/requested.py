"""An author's chart with its data read: the figure, or the reason why it cannot be drawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from pressroom.errors import UsageError
from pressroom.figures import data as sources
from pressroom.figures.chart_requests import ChartRequest
from pressroom.figures.data import Data
from pressroom.figures.kinds import FIGURE_KINDS, is_in_time, why_unreadable
from pressroom.figures.mixed_units import Measured, find_mixed_units
from pressroom.figures.plot.positions import parse_moment, parse_period
from pressroom.figures.proposing import propose
from pressroom.figures.text.cells import CellValue, parse_cell, parse_datum
from pressroom.figures.text.dates import format_dates
from pressroom.figures.text.wording import describe, tell_apart
from pressroom.model.document import Document
from pressroom.model.figure import Datum, Figure, Series
from pressroom.translations import translate

EMPTY = Datum(None)
EMPTY_CELL = CellValue(EMPTY)


def build_figure(
    request: ChartRequest, document: Document, lang: str, files: Mapping[str, bytes], number: int
) -> Figure:
    """Return the figure that an author asked for.

    Raises UsageError, with file, line and cure, for data that is not there or that this kind of chart
    would show
    wrongly.
    """
    data = _read(request, document, lang, files)
    if request.mark:
        return _Builder(request, data, lang).figure(number)
    fault: UsageError | None = None
    for proposal in propose(request, data, lang):
        try:
            figure = _Builder(proposal.request, data, lang).figure(number)
        except UsageError as error:
            fault = fault or error
        else:
            return replace(figure, reason=proposal.reason)
    raise fault or _Builder(request, data, lang).wrong(
        "no chart shows this data", 'give it a mark: mark = "bar"'
    )


def _read(request: ChartRequest, document: Document, lang: str, files: Mapping[str, bytes]) -> Data:
    if request.values:
        return sources.read_values([dict(row) for row in request.values], request.where, request.anchor)
    if request.file:
        return sources.read_file(request, files)
    return sources.read_document(document, request.table, lang, request.where, request.anchor)


class _Builder:
    def __init__(self, request: ChartRequest, data: Data, lang: str) -> None:
        self.request, self.data, self.lang = request, data, lang

    def wrong(self, message: str, cure: str) -> UsageError:
        return UsageError(
            message, cure=cure, rule="wrong-chart", span=self.request.anchor, where=self.request.where
        )

    def figure(self, number: int) -> Figure:
        request = self.request
        self._refuse_doubles()
        kind, categories, series = self._shape()
        title = request.title or self.data.caption
        if not title:
            raise self.wrong("the chart has no title", 'give title = "what is shown"')
        note = request.source or (
            translate("data_from", self.lang, name=self.data.name) if request.file else ""
        )
        if self.data.total and not note:
            note = translate("without_total", self.lang, name=self.data.total)
        options: dict[str, object] = {}
        if request.highlight:
            options["highlight"] = request.highlight
        if request.of:
            options["of"] = request.of
        if not request.totals:
            options["totals"] = False
        figure = Figure(
            id=request.id or f"figure-{number}",
            kind=kind,
            title=title,
            alt=request.alt,
            categories=tuple(categories),
            series=tuple(series),
            sources=(self.data.span,) if self.data.span else (),
            subtitle=request.subtitle or self._subtitle(series),
            note=note,
            unit=request.unit,
            options=tuple(options.items()),
            section=request.section,
            anchor=request.anchor,
        )
        figure = tell_apart(self._checked(self._sorted(figure)), self.lang)
        return figure if figure.alt else replace(figure, alt=describe(figure, self.lang))

    def _refuse_doubles(self) -> None:
        """Refuse data in which a name means two columns: nobody could tell which of them is drawn."""
        names = [name for name in self.data.columns if name]
        folded = [name.casefold() for name in names]
        doubled = next((name for name, low in zip(names, folded, strict=True) if folded.count(low) > 1), "")
        if doubled:
            raise self.wrong(
                f"two columns of the data are called {doubled!r}", "give each column a name of its own"
            )

    def _subtitle(self, series: Sequence[Series]) -> str:
        unit = self.request.unit or self.request.y_title
        if unit or len(series) != 1 or self.request.mark in ("number", "timeline", "scatter"):
            return unit
        return self.request.y[0] if self.request.y else ""

    def _checked(self, figure: Figure) -> Figure:
        if self.request.highlight and self.request.highlight not in (
            *figure.categories,
            *(series.name for series in figure.series),
        ):
            known = [series.name for series in figure.series if series.name] or figure.categories
            raise self.wrong(
                f"there is nothing called {self.request.highlight!r} to highlight",
                f"there are: {', '.join(known[:12])}",
            )
        reason = why_unreadable(figure)
        if reason:
            raise self.wrong(
                f"this chart of {FIGURE_KINDS[figure.kind].words} cannot be drawn: {reason}",
                "choose another mark, or less data",
            )
        return figure

    def _shape(self) -> tuple[str, Sequence[str], Sequence[Series]]:
        mark = self.request.mark
        if mark == "scatter":
            return "scatter", *self._scatter()
        if mark == "timeline":
            return "timeline", *self._timeline()
        if mark == "number":
            return "number", *self._number()
        x, ys = self._channels()
        self._refuse_units(ys)
        by = self.request.facet or self.request.color
        if by and len(ys) == 1:
            categories, series = self._pivot(x, ys[0], by)
        else:
            categories = [self._words(cell) for cell in self._column(x)]
            series = [Series(name, self._values(name)) for name in ys]
        if len(series) == 1 and not by:
            series = [Series(series[0].name if mark == "slope" else "", series[0].data)]
        if mark == "slope":
            categories, series = self._turned(categories, series)
        if mark == "bar" and not by and not self.request.sort and is_in_time(categories, series):
            return "column", categories, series
        return self._kind(mark, len(series)), categories, series

    def _kind(self, mark: str, many: int) -> str:
        if self.request.facet:
            return "multiples"
        if mark == "bar" and many > 1:
            return (
                "grouped" if self.request.stack is False else "stacked" if self.request.stack else "grouped"
            )
        return mark

    def _channels(self) -> tuple[str, list[str]]:
        """Return the column of the categories and those of the values, whichever of x and y names which."""
        x, ys = self.request.x, list(self.request.y)
        columns = [name for name in self.data.columns if name or name == self.data.columns[0]]
        if not x and not ys:
            x = columns[0]
        if not ys:
            taken = {x, self.request.color, self.request.facet}
            ys = [name for name in columns if name not in taken and self._numeric(name)]
            if not ys:
                raise self.wrong("no column holds numbers", 'name it: y = "column"')
        if not x:
            x = next(
                (name for name in columns if name not in {*ys, self.request.color, self.request.facet}),
                columns[0],
            )
        return x, ys

    def _column(self, name: str) -> tuple[object, ...]:
        try:
            return self.data.column(name)
        except KeyError:
            known = ", ".join(column for column in self.data.columns if column)
            raise self.wrong(f"the data has no column {name!r}", f"there are: {known}") from None

    def _numeric(self, name: str) -> bool:
        values = [parse_datum(cell, self.lang) for cell in self._column(name)]
        return all(values) and any(value is not None and value.value is not None for value in values)

    def _values(self, name: str) -> tuple[Datum, ...]:
        cells = self._column(name)
        found = [parse_datum(cell, self.lang) for cell in cells]
        if not any(value is not None and value.value is not None for value in found):
            raise self.wrong(f"there is no number in column {name!r}", self._name_numeric())
        for row, (cell, value) in enumerate(zip(cells, found, strict=True), start=1):
            if value is None:
                raise self.wrong(
                    f"{str(cell)[:40]!r} in column {name!r}, row {row}, is no number",
                    "write digits, or leave the cell empty for a missing value",
                )
        return tuple(value for value in found if value is not None)

    def _name_numeric(self) -> str:
        """Return the cure for a column without numbers: the columns that have some, dates aside."""
        known = [
            name
            for name in self.data.columns
            if name
            and self._numeric(name)
            and not all(parse_period(self._words(cell)) for cell in self._column(name))
        ]
        return (
            f"values are the column that y names; numbers are in {', '.join(known)}"
            if known
            else ("write digits in it, or name another column")
        )

    def _refuse_units(self, names: Sequence[str]) -> None:
        """Refuse values in several units on one scale: the longer bar could be the smaller amount."""
        stated = " ".join((self.request.unit, self.request.title, self.request.subtitle, self.data.caption))
        measured = [
            Measured(name, [parse_cell(cell, self.lang) or EMPTY_CELL for cell in self._column(name)])
            for name in names
        ]
        mixed = find_mixed_units(measured, self.request.unit, stated)
        if mixed:
            raise UsageError(
                mixed.reason,
                cure=mixed.cure,
                rule="chart-refused",
                span=self.request.anchor,
                where=self.request.where,
            )

    def _words(self, cell: object) -> str:
        from pressroom.figures.text.numerals import format_number

        if isinstance(cell, float) and not cell.is_integer():
            return format_number(cell, self.lang)
        return str(int(cell)) if isinstance(cell, float) else "" if cell is None else str(cell).strip()

    def _pivot(self, x: str, y: str, by: str) -> tuple[list[str], list[Series]]:
        """Turn long data (a row a value) to series; a pair that no row has is a missing value."""
        held: dict[tuple[str, str], Datum] = {}
        names = [self._words(cell) for cell in self._column(by)]
        places = [self._words(cell) for cell in self._column(x)]
        for name, place, value in zip(names, places, self._values(y), strict=True):
            if (name, place) in held:
                raise self.wrong(
                    f"{place!r} and {name!r} stand there twice", "sum the rows up, or name another column"
                )
            held[name, place] = value
        categories = list(dict.fromkeys(places))
        if all(parse_moment(place) is not None for place in categories):
            categories.sort(key=lambda place: parse_moment(place) or 0.0)
        series = [
            Series(name, tuple(held.get((name, place), EMPTY) for place in categories))
            for name in dict.fromkeys(names)
        ]
        return categories, series

    def _turned(self, categories: Sequence[str], series: Sequence[Series]) -> tuple[list[str], list[Series]]:
        """Return a slope's data with two moments as categories, whichever way the table has them."""
        if len(categories) == 2 and (
            len(series) != 2 or all(parse_moment(name) is not None for name in categories)
        ):
            return list(categories), list(series)
        if len(series) == 2:
            rows = zip(categories, *(one.data for one in series), strict=True)
            return [one.name for one in series], [Series(name, (first, last)) for name, first, last in rows]
        return list(categories), list(series)

    def _scatter(self) -> tuple[list[str], list[Series]]:
        if not self.request.x or len(self.request.y) != 1:
            raise self.wrong("a scatter plot needs two measures", 'give x = "column" and y = "column"')
        x, y = self.request.x, self.request.y[0]
        names = [self._words(cell) for cell in self._column(self.request.label)] if self.request.label else []
        self._refuse_units([x])
        self._refuse_units([y])
        across, up = self._values(x), self._values(y)
        return names or [""] * len(across), [
            Series(self.request.x_title or x, across),
            Series(self.request.y_title or y, up),
        ]

    def _timeline(self) -> tuple[list[str], list[Series]]:
        when = self.request.x or self.data.columns[0]
        what = self.request.label or (self.request.y[0] if self.request.y else self.data.columns[-1])
        dates = [self._words(cell) for cell in self._column(when)]
        data: list[Datum] = []
        for date, words in zip(dates, self._column(what), strict=True):
            span = parse_period(date)
            if span is None:
                raise self.wrong(
                    f"{date!r} is no date with a year",
                    "write 2024, 2024-05 or 2024-05-03 in the column of dates",
                )
            data.append(Datum(span[0], None, span[1], self._words(words)))
        order = sorted(range(len(data)), key=lambda index: data[index].value or 0.0)
        return format_dates([dates[index] for index in order], self.lang), [
            Series(what, tuple(data[index] for index in order))
        ]

    def _number(self) -> tuple[list[str], list[Series]]:
        column = (
            self.request.y[0]
            if self.request.y
            else next((name for name in self.data.columns if self._numeric(name)), self.data.columns[-1])
        )
        values = self._values(column)
        if len(values) != 1:
            raise self.wrong(
                f"a single number needs one row, and there are {len(values)}", 'use mark = "bar"'
            )
        words = self._words(self._column(self.request.label)[0]) if self.request.label else column
        return [words], [Series("", values)]

    def _sorted(self, figure: Figure) -> Figure:
        """Sort bars by value where the author wants it; dates and stated orders stay."""
        order = self.request.sort
        if not order:
            return figure
        down = order.startswith("-") or order == "descending"
        if order not in ("ascending", "descending", "x", "-x", "y", "-y"):
            raise self.wrong(f"sort = {order!r} is unknown", 'write "ascending" or "descending"')
        keys = [
            sum(series.data[index].value or 0.0 for series in figure.series)
            for index in range(len(figure.categories))
        ]
        places = sorted(range(len(keys)), key=lambda index: -keys[index] if down else keys[index])
        return replace(
            figure,
            categories=tuple(figure.categories[index] for index in places),
            series=tuple(
                Series(one.name, tuple(one.data[index] for index in places)) for one in figure.series
            ),
        )
