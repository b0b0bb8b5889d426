"""Fields of a text that a row of data fills, {{ row.district }} or {{ district }}: found, checked, filled."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Container, Iterator

from pressroom.errors import PressroomError
from pressroom.model import walk
from pressroom.model.diagnostic import Diagnostic, Severity
from pressroom.model.document import Document
from pressroom.model.inline import Text
from pressroom.project.expressions import (
    compile_fields,
    evaluate,
    find_column,
    list_columns,
    list_near,
    straighten_quotes,
)
from pressroom.project.rows import DataRow

NAME = "row"  # what a text calls its row
_FIELD = compile_fields(NAME)
_END = r"\s*(?=\||\}\})"
# {{ town }} and {{ row.School District }}, as people write {{ row.town }} and {{ row.school_district }}
_COLUMN = re.compile(rf"\{{\{{\s*(?:{NAME}\s*\.\s*)?(\w[^{{}}|\"'\n]{{0,80}}?){_END}")
# one that can be nothing but the name of a column
_BARE = re.compile(
    rf"\{{\{{\s*(?P<row>{NAME}\s*\.\s*)?(?P<name>[^\W\d](?:[\w ()%£$€#/&;-]{{0,60}}[\w)%£$€])?){_END}"
)
_UNFILLED = re.compile(
    rf"\{{\{{\s*(?:{NAME}\s*\.\s*)?[^\W\d][\w ]{{0,40}}\s*(?:\|\s*[a-z]+[^{{}}]{{0,40}})?\}}\}}"
)
_MOST_TOLD = 5


def has_fields(text: str, row: DataRow) -> bool:
    """Tell whether a text has a field that a row fills."""
    return _FIELD.search(_name_row(text, dict(row.columns))) is not None


def _name_row(text: str, columns: Container[str]) -> str:
    """Write {{ town }} as {{ row.town }} where that is a column."""

    def name(found: re.Match[str]) -> str:
        column = find_column(html.unescape(found[1]), columns)
        return f"{{{{ {NAME}.{column} " if column else found[0]

    return _COLUMN.sub(name, text)


def fill_text(text: str, row: DataRow, lang: str, escape: Callable[[str], str] = str) -> str:
    """Return a text with its fields filled."""
    columns = dict(row.columns)

    def value(found: re.Match[str]) -> str:
        return escape(evaluate(_read_expression(found), NAME, columns, row.where, lang or "en"))

    return _FIELD.sub(value, _name_row(text, columns))


def _read_expression(found: re.Match[str]) -> str:
    return straighten_quotes(html.unescape(found[1]))


def require_columns(text: str, row: DataRow, place: str, first_line: int = 0) -> None:
    """Raise PressroomError where fields name columns that are not there, with all of them.

    ``place`` is the text's, whose first line has the number ``first_line``, 0 for a text without lines.
    """
    columns = dict(row.columns)
    unknown = [
        (written, first_line and first_line + text.count("\n", 0, at))
        for written, at in _find_unknown(text, columns)
    ]
    if not unknown:
        return
    (first, line), *others = unknown
    told = [repr(first), *(f"{written!r} (line {at})" if at else repr(written) for written, at in others)]
    near = [f"for {written!r}, {list_near(written, columns)}" for written, _ in unknown]
    table = row.where.rpartition(":")[0]
    raise PressroomError(
        f"{table} has no columns {', '.join(told)}" if others else f"{table} has no column {first!r}",
        cure="; ".join(near) if others else list_near(first, columns),
        rule="unknown-column",
        where=f"{place}:{line}" if line else place,
    )


def _find_unknown(text: str, columns: Container[str]) -> Iterator[tuple[str, int]]:
    """Yield each column that a field names and that is not there, as it is written, with its place."""
    found: dict[str, int] = {}
    fields = {field.start(): field for pattern in (_BARE, _FIELD) for field in pattern.finditer(text)}
    for at, field in sorted(fields.items()):
        for name in _list_columns(field):
            if not find_column(name, columns):
                found.setdefault(name, at)
    yield from found.items()


def _list_columns(field: re.Match[str]) -> tuple[str, ...]:
    """Return the columns of a field: of one that is no expression, what it says."""
    bare = _BARE.match(field.string, field.start())
    try:
        if not bare or bare["row"]:
            return list_columns(_read_expression(field), NAME)
    except ValueError:
        pass  # what is wrong with others is told when they are filled
    return (html.unescape(bare["name"]),) if bare else ()


def warn_of_empty_cells(text: str, row: DataRow) -> Iterator[Diagnostic]:
    """Yield a warning for each cell that a field prints and that is empty."""
    columns = dict(row.columns)
    printed = {found[1].strip() for found in _FIELD.finditer(_name_row(text, columns))}
    for name, value in columns.items():
        if not value and f"{NAME}.{name}" in printed:
            yield Diagnostic(
                Severity.WARNING,
                "empty-cell",
                f"row {row.number} has nothing in the column {name!r}, which the text prints",
                f'fill the cell, or write {{{{ {NAME}.{name} or "none" }}}} for rows without it',
                where=row.where,
            )


def warn_of_unfilled(document: Document) -> Iterator[Diagnostic]:
    """Yield a warning where a text that no data fills has fields, with the line of the first."""
    found = [
        (field[0], document.text.count("\n", 0, inline.start or run.span.start) + 1)
        for run in walk.runs(document)
        for inline in walk.inlines(run.inlines)
        if isinstance(inline, Text) and "{{" in inline.value
        for field in _UNFILLED.finditer(inline.value)
    ]
    if found:
        told = ", ".join(list(dict.fromkeys(written for written, _ in found))[:_MOST_TOLD])
        yield Diagnostic(
            Severity.WARNING,
            "fields-unfilled",
            f"nothing fills the fields of this text, which are printed as they are: {told}",
            "give the table that has these columns, --data districts.csv",
            where=f"{document.source}:{found[0][1]}",
        )
