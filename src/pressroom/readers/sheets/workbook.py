"""Excel workbooks to sheets, by openpyxl, behind the gates of all packages."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from pressroom.errors import PressroomError
from pressroom.model.inline import Inline, Link, Text
from pressroom.readers.common.limits import Package, damaged, open_package, refuse_document_type
from pressroom.readers.common.links import sanitize_href
from pressroom.readers.sheets.formats import Locale, show_value
from pressroom.readers.sheets.grid import MOST_COLUMNS, MOST_ROWS, SheetCell, SheetCells

LARGEST_SHEETS = 30_000_000  # bytes of XML of all sheets, unpacked: about 600,000 cells
MOST_REACHED = 2_000_000  # cells that merged cells and links reach over: openpyxl makes each of them
_UNCACHED = re.compile(
    rb"<c\b[^<>]*>\s*<f\b(?:[^<>]*/>|[^<>]*>[^<]*</f>)\s*(?:(?:<v\s*/>|<v>\s*</v>)\s*)?</c>"
)
_REACHING = re.compile(rb"<(?:\w+:)?(?:mergeCell|hyperlink)\s[^<]*?\bref\s*=\s*[\"']([^\"'<>]*)[\"']")
_RANGE = re.compile(rb"\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})", re.IGNORECASE)
_ERROR = re.compile(r"#(?:REF|DIV/0|VALUE|NAME|NUM|N/A|NULL|SPILL|CALC)[!?]?")
_MOST_SHEETS = 100


@dataclass(slots=True)
class WorkbookText:
    """What a workbook shows, and what it does not: (words, reason) of what was left out."""

    sheets: list[SheetCells] = field(default_factory=list)
    left_out: list[tuple[str, str]] = field(default_factory=list)
    title: str = ""
    author: str = ""
    drawings: int = 0
    uncached: int = 0
    errors: int = 0
    cut: list[str] = field(default_factory=list)


def open_workbook(data: bytes, source: str) -> tuple[Any, Package]:
    """Open a workbook. Raises PressroomError for one that is none, is locked, or too large."""
    from openpyxl import load_workbook

    package = open_package(data, source)
    size = reached = 0
    for name in package.names():
        if not name.casefold().endswith((".xml", ".rels", ".vml")):
            continue
        part = package.part(name) or b""
        refuse_document_type(part, source, name)
        if "worksheets/" in name.casefold():
            size += len(part)
            reached += sum(map(_count_cells, _REACHING.findall(part.replace(b"\0", b""))))
    if size > LARGEST_SHEETS or reached > MOST_REACHED:
        raise PressroomError(
            "the workbook has more cells than any report",
            cure="save the sheet that matters as a workbook of its own, or give it as data: --data ROWS.csv",
            rule="source-too-large",
            where=source,
        )
    try:
        return load_workbook(io.BytesIO(data), data_only=True), package
    except MemoryError:
        raise
    except Exception as problem:  # openpyxl raises what its parsers raise
        raise damaged(source, "it is no complete Excel workbook") from problem


def _count_cells(reference: bytes) -> int:
    """Return how many cells a reference reaches over: 4 of "A1:B2"."""
    found = _RANGE.fullmatch(reference.strip())
    if found is None:  # one cell; what is written by character references is nothing that programs write
        return MOST_REACHED + 1 if b"&" in reference else 1
    columns = abs(_count_columns(found[3]) - _count_columns(found[1])) + 1
    rows = abs(int(found[4]) - int(found[2])) + 1
    return columns * rows


def _count_columns(letters: bytes) -> int:
    """Return the number of a column from its letters: 28 of "AB"."""
    count = 0
    for letter in letters.upper():
        count = 26 * count + letter - ord("A") + 1
    return count


def read_workbook(data: bytes, source: str, locale_of: Callable[[str], Locale]) -> WorkbookText:
    """Read a workbook. ``locale_of`` returns the ``Locale`` for the words of all cells."""
    book, package = open_workbook(data, source)
    found = WorkbookText()
    found.title = str(book.properties.title or "").strip()
    found.author = str(book.properties.creator or "").strip()
    sheets = book.worksheets[:_MOST_SHEETS]
    locale = locale_of(" ".join(_iterate_words(sheets)))
    for sheet in sheets:
        if sheet.sheet_state != "visible":
            found.left_out.append((f"{sheet.title}: {' '.join(_iterate_words([sheet]))}", "hidden sheet"))
            continue
        found.drawings += len(getattr(sheet, "_charts", ())) + len(getattr(sheet, "_images", ()))
        found.sheets.append(_read_sheet(sheet, found, locale))
    found.drawings += len(book.chartsheets)
    if len(book.worksheets) > _MOST_SHEETS:
        found.cut.append(f"{len(book.worksheets) - _MOST_SHEETS} further sheets")
    found.uncached = sum(
        len(_UNCACHED.findall(package.part(name) or b""))
        for name in package.names()
        if re.search(r"worksheets/[^/]+\.xml$", name, re.IGNORECASE)
    )
    return found


def _iterate_words(sheets: list[Any]) -> Iterator[str]:
    for sheet in sheets:
        for row in _iterate_rows(sheet):
            yield from (cell.value for cell in row if isinstance(cell.value, str))


def _iterate_rows(sheet: Any) -> Iterator[tuple[Any, ...]]:
    """Yield the rows that a sheet has. openpyxl makes all cells that it is asked for, and keeps them."""
    yield from sheet.iter_rows(
        max_row=min(sheet.max_row, MOST_ROWS), max_col=min(sheet.max_column, MOST_COLUMNS)
    )


def _read_sheet(sheet: Any, found: WorkbookText, locale: Locale) -> SheetCells:
    hidden_rows = {at for at, held in sheet.row_dimensions.items() if held.hidden}
    hidden_columns = {
        column
        for held in sheet.column_dimensions.values()
        if held.hidden and held.min
        for column in range(held.min, min(held.max or held.min, MOST_COLUMNS) + 1)
    }
    spans, covered = _find_spans(sheet, hidden_rows, hidden_columns)
    if sheet.max_row > MOST_ROWS or sheet.max_column > MOST_COLUMNS:
        found.cut.append(_describe_cut(sheet))
    rows: list[tuple[SheetCell | None, ...]] = []
    aside: dict[str, list[str]] = {}
    for row in _iterate_rows(sheet):
        cells: list[SheetCell | None] = []
        for cell in row:
            place = (cell.row, cell.column)
            if place[0] in hidden_rows or place[1] in hidden_columns:
                reason = "hidden row" if place[0] in hidden_rows else "hidden column"
                if cell.value is not None:
                    aside.setdefault(reason, []).append(show_value(cell.value, cell.number_format, locale))
            elif place in covered:
                cells.append(None)
            else:
                cells.append(_read_cell(cell, spans.get(place, (1, 1)), found, locale))
        if row and row[0].row not in hidden_rows:
            rows.append(tuple(cells))
    found.left_out += [(f"{sheet.title}: {' '.join(texts)}", reason) for reason, texts in aside.items()]
    return SheetCells(sheet.title, tuple(rows))


def _describe_cut(sheet: Any) -> str:
    parts = []
    if sheet.max_row > MOST_ROWS:
        parts.append(f"{sheet.max_row - MOST_ROWS:,} rows")
    if sheet.max_column > MOST_COLUMNS:
        parts.append(f"{sheet.max_column - MOST_COLUMNS:,} columns")
    return f"{' and '.join(parts)} of {sheet.title!r}"


def _find_spans(
    sheet: Any, hidden_rows: set[int], hidden_columns: set[int]
) -> tuple[dict[tuple[int, int], tuple[int, int]], set[tuple[int, int]]]:
    """Return the (columns, rows) of merged cells by their first shown place, and the places they cover."""
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    covered: set[tuple[int, int]] = set()
    for merged in sheet.merged_cells.ranges:
        last_row, last_column = min(merged.max_row, MOST_ROWS), min(merged.max_col, MOST_COLUMNS)
        rows = [at for at in range(merged.min_row, last_row + 1) if at not in hidden_rows]
        columns = [at for at in range(merged.min_col, last_column + 1) if at not in hidden_columns]
        places = [(row, column) for row in rows for column in columns]
        if not places or places[0] != (merged.min_row, merged.min_col):
            continue
        spans[places[0]] = (len(columns), len(rows))
        covered.update(places[1:])
    return spans, covered


def _read_cell(cell: Any, span: tuple[int, int], found: WorkbookText, locale: Locale) -> SheetCell:
    value = cell.value
    text = " ".join(show_value(value, cell.number_format or "General", locale).split())
    if cell.comment is not None and cell.comment.text:
        found.left_out.append((" ".join(cell.comment.text.split()), "comment"))
    if isinstance(value, str) and _ERROR.fullmatch(text):
        found.errors += 1
    inlines: tuple[Inline, ...] = (Text(text),) if text else ()
    href = sanitize_href(cell.hyperlink.target or "") if cell.hyperlink is not None else ""
    if href and inlines:
        inlines = (Link(inlines, href),)
    number = value is not None and not isinstance(value, str | bool)
    return SheetCell(inlines, number, bool(cell.font and cell.font.b), *span)
