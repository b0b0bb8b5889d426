"""What authors ask for: ```chart blocks (TOML) and [[figure]] tables, read and checked. docs/charts.md
has the form.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from pressroom.errors import UsageError
from pressroom.figures.picture_choices import is_choice
from pressroom.model import walk
from pressroom.model.document import CodeBlock, Document
from pressroom.model.span import Span
from pressroom.strict_toml import load_toml

# what an author writes → the kind that is drawn; "bar" becomes grouped or stacked when it has
# several series, columns when it has dates
MARKS = {
    "bar": "bar",
    "column": "bar",  # upright or lying is settled by the data: columns for dates
    "grouped": "grouped",
    "grouped bar": "grouped",
    "stacked": "stacked",
    "stacked bar": "stacked",
    "line": "line",
    "area": "area",
    "point": "scatter",
    "circle": "scatter",
    "scatter": "scatter",
    "dot": "dot",
    "tick": "dot",
    "slope": "slope",
    "multiples": "multiples",
    "small multiples": "multiples",
    "waffle": "waffle",
    "timeline": "timeline",
    "text": "number",
    "number": "number",
    "share": "share",
    "interval": "interval",
    "change": "change",
    "target": "target",
    "part": "part",
}
# what is asked for and not drawn, with the reason and the cure
REFUSED_MARKS = {
    "arc": ("angles are read badly", 'use mark = "stacked bar", "waffle" or "bar"'),
    "pie": ("angles are read badly", 'use mark = "stacked bar", "waffle" or "bar"'),
    "donut": ("angles are read badly", 'use mark = "stacked bar", "waffle" or "bar"'),
    "radar": ("its area depends on the order of its axes", 'use mark = "dot" or "bar"'),
    "bubble": ("areas of circles are read badly", 'use mark = "scatter" or "bar"'),
}
REFUSED_KEYS = {
    "y2": "two scales in one plot make any two series look related",
    "secondary": "two scales in one plot make any two series look related",
    "layer": "two scales in one plot make any two series look related",
    "resolve": "two scales in one plot make any two series look related",
    "z": "depth hides values and makes near ones look larger",
    "depth": "depth hides values and makes near ones look larger",
    "three_d": "depth hides values and makes near ones look larger",
    "3d": "depth hides values and makes near ones look larger",
}
KEYS = (
    "mark", "title", "subtitle", "source", "alt", "unit", "x", "y", "color", "facet", "label", "data",
    "table", "sheet", "range", "values", "highlight", "sort", "stack", "id", "section", "of", "encoding",
    "totals",
)  # fmt: skip  # a list of words
ALIASES = {
    "colour": "color",
    "series": "color",
    "column": "facet",
    "row": "facet",
    "note": "source",
    "text": "label",
    "kind": "mark",
    "type": "mark",
    "description": "alt",
    "file": "data",
    "cells": "range",
}
ZERO_BASE = ("bar", "grouped", "stacked", "area", "part", "target", "share")


@dataclass(frozen=True, slots=True)
class ChartRequest:
    """A chart that an author asked for, its form checked, its data not yet read.

    ``file`` is the name of a CSV or XLSX file beside the source ("" for none); ``values`` are inline rows.
    ``anchor`` is the block that the chart takes the place of. ``mark`` is "" where the data is to decide.
    """

    mark: str
    where: str
    title: str = ""
    subtitle: str = ""
    source: str = ""
    alt: str = ""
    unit: str = ""
    x: str = ""
    y: tuple[str, ...] = ()
    x_title: str = ""
    y_title: str = ""
    color: str = ""
    facet: str = ""
    label: str = ""
    table: str = ""
    file: str = ""
    sheet: str = ""
    range: str = ""
    values: tuple[tuple[tuple[str, object], ...], ...] = ()
    highlight: str = ""
    sort: str = ""
    stack: bool | None = None
    totals: bool = True
    of: int = 0
    id: str = ""
    section: str = ""
    anchor: Span | None = None


def read_requests(
    document: Document, rows: Iterable[tuple[Mapping[str, object], str]] = ()
) -> tuple[ChartRequest, ...]:
    """Return the charts that a document's ```chart blocks and its settings ask for, in this order.

    ``rows`` are the [[figure]] tables with the file that each comes from. Raises UsageError with file,
    line and cure
    for a chart that cannot be understood, and for one that would mislead, with the reason.
    """
    asked = [_block(block, section) for block, section in _blocks(document)]
    return (*asked, *(_RequestReader(row, where).request() for row, where in rows if not is_choice(row)))


def _blocks(document: Document) -> Iterator[tuple[CodeBlock, str]]:
    for block, section in walk.blocks(document):
        if isinstance(block, CodeBlock) and block.language == "chart":
            yield block, section


def _block(block: CodeBlock, section: str) -> ChartRequest:
    try:
        row = load_toml(block.text)
    except ValueError as error:
        raise UsageError(
            f"the chart is no TOML: {error} (counted from the block's first line)",
            cure='write lines such as mark = "bar", texts in quotes',
            rule="wrong-chart",
            span=block.span,
        ) from error
    return _RequestReader(row, "", block.span).request(section)


@dataclass(frozen=True, slots=True)
class _RequestReader:
    """One chart's mapping, with the place that its errors name."""

    given: Mapping[str, object]
    where: str
    span: Span | None = None

    def wrong(self, message: str, cure: str, rule: str = "wrong-chart") -> UsageError:
        return UsageError(message, cure=cure, rule=rule, span=self.span, where=self.where)

    def request(self, section: str = "") -> ChartRequest:
        row = self._known()
        mark = self._mark(row)
        x, x_title = self._channel(row, "x", mark)
        y, y_title = self._channel(row, "y", mark)
        stack, of = row.get("stack"), row.get("of", 0)
        if stack is not None and not isinstance(stack, bool):
            stack = stack not in ("none", "null", "false")
        if not isinstance(of, int) or isinstance(of, bool) or of < 0:
            raise self.wrong(
                "of is no whole number", "give the denominator that the source states, such as of = 20"
            )
        file, table, values = self._data(row)
        texts: dict[str, str] = {
            key: self._text(row, key)
            for key in (
                "title",
                "subtitle",
                "source",
                "alt",
                "unit",
                "label",
                "sheet",
                "range",
                "highlight",
                "sort",
                "id",
            )
        }
        return ChartRequest(
            mark=mark,
            where=self.where,
            x=x[0] if x else "",
            y=y,
            x_title=x_title,
            y_title=y_title,
            color=(self._channel(row, "color", mark)[0] or ("",))[0],
            facet=(self._channel(row, "facet", mark)[0] or ("",))[0],
            table=table,
            file=file,
            values=values,
            stack=stack,
            totals=row.get("totals") is not False,
            of=of,
            section=section or self._text(row, "section"),
            anchor=self.span,
            **texts,
        )

    def _known(self) -> dict[str, object]:
        row: dict[str, object] = {}
        encoding = self.given.get("encoding", {})
        if not isinstance(encoding, Mapping):
            raise self.wrong("encoding is no table", 'write x = "column" and y = "column"')
        given = {**{key: value for key, value in self.given.items() if key != "encoding"}, **encoding}
        for key, value in given.items():
            name = ALIASES.get(str(key).lower(), str(key).lower())
            if name in REFUSED_KEYS:
                raise self.wrong(
                    f"{key} is refused: {REFUSED_KEYS[name]}",
                    "draw two charts, one below the other"
                    if "scales" in REFUSED_KEYS[name]
                    else f"leave out {key}",
                    "chart-refused",
                )
            if name not in KEYS:
                near = get_close_matches(name, KEYS, 1)
                cure = f"did you mean {near[0]}?" if near else f"there are: {', '.join(KEYS)}"
                raise self.wrong(f"a chart has no setting {key!r}", cure)
            row[name] = value
        return row

    def _mark(self, row: Mapping[str, object]) -> str:
        value = row.get("mark")
        if isinstance(value, Mapping):
            value = value.get("type")
        if value in (None, "", "auto"):
            return ""
        if not isinstance(value, str):
            raise self.wrong("the mark is no text", f"give mark = one of {', '.join(MARKS)}")
        name = " ".join(value.lower().replace("_", " ").replace("-", " ").split()).removesuffix(" chart")
        if "3d" in name.replace(" ", ""):
            raise self.wrong(f"{value} is refused: {REFUSED_KEYS['3d']}", "draw it flat", "chart-refused")
        if name in REFUSED_MARKS:
            reason, cure = REFUSED_MARKS[name]
            raise self.wrong(f"{value} is refused: {reason}", cure, "chart-refused")
        if name not in MARKS:
            near = get_close_matches(name, MARKS, 1)
            cure = f"did you mean {near[0]}?" if near else f"there are: {', '.join(MARKS)}"
            raise self.wrong(f"there is no mark {value!r}", cure)
        return MARKS[name]

    def _channel(self, row: Mapping[str, object], key: str, mark: str) -> tuple[tuple[str, ...], str]:
        """Return the column names of a channel, and its title."""
        value = row.get(key)
        if value is None:
            return (), ""
        if isinstance(value, list) and value and all(isinstance(one, str) for one in value) and key == "y":
            return tuple(value), ""
        if isinstance(value, str):
            return (value,), ""
        if isinstance(value, Mapping) and isinstance(value.get("field"), str):
            self._scale(value, mark)
            title = value.get("title", "")
            return (str(value["field"]),), title if isinstance(title, str) else ""
        raise self.wrong(f"{key} names no column", f'write {key} = "column"')

    def _scale(self, channel: Mapping[str, object], mark: str) -> None:
        scale = channel.get("scale")
        if not isinstance(scale, Mapping):
            return
        domain = scale.get("domain")
        low = domain[0] if isinstance(domain, list) and domain else 0
        cut = scale.get("zero") is False or (isinstance(low, int | float) and low > 0)
        if cut and mark in ZERO_BASE:
            raise self.wrong(
                "a scale without zero is refused: the length of a bar is its value, a cut one lies",
                'leave out the scale, or use mark = "dot" or "line"',
                "chart-refused",
            )

    def _data(self, row: Mapping[str, object]) -> tuple[str, str, tuple[tuple[tuple[str, object], ...], ...]]:
        """Return the file, the table's name and the inline rows; one of them at most is given."""
        data = row.get("data")
        table, values = self._text(row, "table"), row.get("values")
        file = ""
        if isinstance(data, Mapping):
            file = str(data.get("url", data.get("file", "")))
            table = table or str(data.get("table", data.get("name", "")))
            values = data.get("values", values)
        elif isinstance(data, list):
            values = data
        elif isinstance(data, str):
            file = data
        elif data is not None:
            raise self.wrong("data is neither a file nor rows", 'write data = "file.csv" or data = [{a = 1}]')
        if values is None:
            return file, table, ()
        if file:
            raise self.wrong("the chart has two sets of data: a file and rows", "leave out one of them")
        if not isinstance(values, list) or not values or not all(isinstance(one, Mapping) for one in values):
            raise self.wrong("values are no rows", "write values = [{year = 2024, visitors = 1200}, …]")
        return file, table, tuple(tuple(one.items()) for one in values)

    def _text(self, row: Mapping[str, object], key: str) -> str:
        value = row.get(key, "")
        if isinstance(value, str | int | float) and not isinstance(value, bool):
            return " ".join(str(value).split())
        raise self.wrong(f"{key} is no text", f'write {key} = "…"')
