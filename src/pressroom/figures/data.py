"""Where an author's chart gets its data: a table of the document, a CSV or XLSX file beside it, or its
own lines.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pressroom.errors import UsageError
from pressroom.figures.chart_requests import ChartRequest
from pressroom.figures.totals import drop_total
from pressroom.model import walk
from pressroom.model.document import Document, Row, Table
from pressroom.model.inline import words
from pressroom.model.span import Span

MOST_ROWS = 20_000
_RANGE = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6}):([A-Z]{1,3})([1-9]\d{0,6})")
_QUOTED = re.compile(r'"[^"]*"|\\.')
_CURRENCY = re.compile(r"\[\$([^\]-]+)[^\]]*\]|([€$£¥₹])")  # in a workbook's number format


@dataclass(frozen=True, slots=True)
class Data:
    """Named columns and rows of plain values (text, number, None).

    ``name`` is how a source line calls it; ``total`` is the label of a row that was left out, as the sum of
    the others.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]
    name: str = ""
    span: Span | None = None
    caption: str = ""
    total: str = ""

    def column(self, name: str) -> tuple[object, ...]:
        """Return the cells of a column; KeyError for one that is not there."""
        try:
            at = [own.casefold() for own in self.columns].index(" ".join(name.split()).casefold())
        except ValueError:
            raise KeyError(name) from None
        return tuple(row[at] if at < len(row) else None for row in self.rows)


def walk_tables(document: Document) -> Iterator[tuple[Table, str]]:
    """Yield every table of the document with the id of its section, in reading order."""
    return ((block, section) for block, section in walk.blocks(document) if isinstance(block, Table))


def read_document(document: Document, wanted: str, lang: str, where: str, span: Span | None) -> Data:
    """Return the table that an author names by its number, label or caption.

    ``wanted`` "" is the last table before the chart, or the only one. Raises UsageError when there is none.
    """
    every = [table for table, _ in walk_tables(document)]
    if not every:
        raise _wrong(
            "the document has no table", 'give the chart data of its own, or data = "file.csv"', where, span
        )
    if not wanted:
        before = [table for table in every if span is None or table.span.end <= span.start]
        if len(every) == 1 or (span is not None and before):
            return read_table((before or every)[-1], every, lang)
        raise _wrong(
            "the document has several tables", 'name one: table = "2", or by its caption', where, span
        )
    name = " ".join(wanted.split()).casefold()
    digits = (
        name.removeprefix("table")
        .removeprefix("tabelle")
        .removeprefix("tableau")
        .removeprefix("tabla")
        .strip()
    )
    if digits.isdigit() and 1 <= int(digits) <= len(every):
        return read_table(every[int(digits) - 1], every, lang)
    named = [table for table in every if name in (table.label.casefold(), words(table.caption).casefold())]
    named = named or [table for table in every if name in words(table.caption).casefold()]
    if len(named) == 1:
        return read_table(named[0], every, lang)
    known = "; ".join(
        f"{count}: {words(table.caption)[:50] or 'no caption'}" for count, table in enumerate(every, 1)
    )
    what = "several tables match" if named else "there is no table called"
    raise _wrong(f"{what} {wanted!r}", f"there are: {known}", where, span)


def read_table(table: Table, every: list[Table], lang: str) -> Data:
    """Return a document's table as data: the last row of its head, or its first row, names the columns.

    A row that sums up the others is left out.
    """
    head, body = table.head[-1:], table.body
    if not head:
        head, body = body[:1], body[1:]
    names = _expand(table.head or head)[-1] if head else ()
    parts, total = drop_total(body, lang)
    rows = tuple(_expand(parts))
    count = every.index(table) + 1
    return Data(tuple(str(name) for name in names), rows, f"{count}", table.span, words(table.caption), total)


def _expand(rows: Sequence[Row]) -> list[tuple[str, ...]]:
    """Return the words of rows by column: a cell over several rows has them in each, one over several columns
    in the first.
    """
    grid: dict[tuple[int, int], str] = {}
    for down, row in enumerate(rows):
        across = 0
        for cell in row.cells:
            while (down, across) in grid:
                across += 1
            said = " ".join(words(cell.inlines).split())
            for below in range(min(cell.rowspan, len(rows) - down)):
                grid |= {(down + below, across + beside): "" for beside in range(cell.colspan)}
                grid[down + below, across] = said
            across += cell.colspan
    width = max((across + 1 for _, across in grid), default=0)
    return [tuple(grid.get((down, across), "") for across in range(width)) for down in range(len(rows))]


def read_file(request: ChartRequest, files: Mapping[str, bytes]) -> Data:
    """Return the data of a CSV or XLSX file, of one range of its cells where the request names one.

    Raises UsageError for a file that is missing or cannot be read.
    """
    name, where, span = request.file, request.where, request.anchor
    data = files.get(name)
    if data is None:
        raise _wrong(
            f"there is no file {name} beside the source", "put it there, or mend its name", where, span
        )
    suffix = name.lower().rpartition(".")[2]
    if suffix in ("csv", "tsv"):
        if request.range:
            message = f"{name} has no cells that a range could name"
            raise _wrong(message, "leave out range, or save it as a workbook (.xlsx)", where, span)
        rows = _csv(data, name, where, span)
    elif suffix == "xlsx":
        rows = _xlsx(data, request)
    else:
        raise _wrong(f"{name} is no data file", "give a .csv, .tsv or .xlsx file", where, span)
    rows = [row for row in rows if any(cell not in (None, "") for cell in row)]
    if len(rows) < 2:
        raise _wrong(
            f"{name} has no data", "its first line names the columns, each further one is a row", where, span
        )
    if len(rows) > MOST_ROWS:
        raise _wrong(f"{name} has more than {MOST_ROWS} rows", "sum them up before", where, span)
    return Data(tuple(" ".join(str(cell or "").split()) for cell in rows[0]), tuple(rows[1:]), name)


def _csv(data: bytes, name: str, where: str, span: Span | None) -> list[tuple[object, ...]]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    head = text.partition("\n")[0]
    mark = "\t" if name.lower().endswith(".tsv") else max(",;\t|", key=head.count)
    try:
        return [tuple(row) for row in csv.reader(io.StringIO(text), delimiter=mark, strict=True)]
    except csv.Error as error:
        raise _wrong(
            f"{name} cannot be read as CSV: {error}", "save it again as CSV (UTF-8)", where, span
        ) from error


def _xlsx(data: bytes, request: ChartRequest) -> list[tuple[object, ...]]:
    import zipfile

    from openpyxl import load_workbook

    name, where, span = request.file, request.where, request.anchor
    ahead, _, cells = request.range.rpartition("!")
    sheet = request.sheet or ahead.strip("'").replace("''", "'")
    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        if sheet and sheet not in book.sheetnames:
            raise _wrong(
                f"{name} has no sheet {sheet!r}", f"there are: {', '.join(book.sheetnames)}", where, span
            )
        chosen = book[sheet] if sheet else book[book.sheetnames[0]]
        rows = [
            tuple(_plain(cell.value, getattr(cell, "number_format", "")) for cell in row)
            for row in chosen.iter_rows(**_find_bounds(cells, request))
        ]
        book.close()
    except (zipfile.BadZipFile, KeyError, ValueError, OSError) as error:
        raise _wrong(
            f"{name} cannot be read as a workbook", "save it again as .xlsx, or as CSV", where, span
        ) from error
    return rows


def _find_bounds(cells: str, request: ChartRequest) -> dict[str, int]:
    """Return the first and last row and column of a range such as "B3:E9", all rows that may be for ""."""
    if not cells:
        return {"max_row": MOST_ROWS + 2}
    found = _RANGE.fullmatch(cells.replace("$", "").upper())
    if not found:
        message, cure = f"{cells!r} is no range of cells", 'write it as range = "B3:E9" or "Sheet 1!B3:E9"'
        raise _wrong(message, cure, request.where, request.anchor)
    from openpyxl.utils.cell import column_index_from_string

    columns = sorted(column_index_from_string(found[group]) for group in (1, 3))
    rows = sorted(int(found[group]) for group in (2, 4))
    rows[1] = min(rows[1], rows[0] + MOST_ROWS + 1)
    return {"min_col": columns[0], "max_col": columns[1], "min_row": rows[0], "max_row": rows[1]}


def _plain(cell: object, number_format: str) -> object:
    """Return a workbook's cell as a value, with the unit that its format prints: 0.05 as "0%" is "5%"."""
    import datetime as dt

    if isinstance(cell, dt.datetime):
        return cell.date().isoformat()
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        shown = _QUOTED.sub("", number_format.partition(";")[0])
        if "%" in shown:
            return f"{cell * 100:.12g}%"
        currency = _CURRENCY.search(number_format.partition(";")[0])
        return f"{currency[1] or currency[2]} {cell!r}" if currency else cell
    return cell if cell is None or isinstance(cell, str) else str(cell)


def read_values(values: Iterable[Mapping[str, object]], where: str, span: Span | None) -> Data:
    """Return inline data: rows of named values; a name that a row lacks is a missing value."""
    rows = list(values)
    columns = tuple(dict.fromkeys(str(key) for row in rows for key in row))
    if not columns:
        raise _wrong("data.values is empty", "give rows such as {year = 2024, visitors = 1200}", where, span)
    return Data(columns, tuple(tuple(row.get(name) for name in columns) for row in rows))


def _wrong(message: str, cure: str, where: str, span: Span | None) -> UsageError:
    return UsageError(message, cure=cure, rule="wrong-chart", span=span, where=where)
