"""A workbook, or a file of comma-separated values, to a document."""

from __future__ import annotations

import re
from pathlib import PurePath

from pressroom.language import guess_language
from pressroom.model.diagnostic import Diagnostic, Severity
from pressroom.model.document import Document, Heading, Metadata
from pressroom.model.inline import Text
from pressroom.readers.common.assemble import Content, assemble
from pressroom.readers.common.encoding import decode
from pressroom.readers.common.outline import Item
from pressroom.readers.common.rendering import NOWHERE
from pressroom.readers.common.settings import ReaderSettings
from pressroom.readers.sheets.blocks import give_captions, read_blocks, split_sheet_title
from pressroom.readers.sheets.formats import Locale, find_locale
from pressroom.readers.sheets.grid import MOST_COLUMNS, MOST_ROWS
from pressroom.readers.sheets.table_text import read_table_text
from pressroom.readers.sheets.workbook import WorkbookText, read_workbook

_UNNAMED = re.compile(
    r"(?:sheet|tabelle|feuille?|hoja|foglio|planilha|blad|ark|arkusz|taul|list)\s*\d*", re.IGNORECASE
)
_NO_AUTHORS = ("openpyxl", "unknown", "user", "administrator", "admin", "author", "")


def read_csv(data: bytes, source: str, settings: ReaderSettings) -> Document:
    """Read comma-separated values, or such parted by semicolons, tabs or bars.

    Raises PressroomError for a file that is none.
    """
    text, diagnostics = decode(data, source, settings)
    is_tabbed = PurePath(source).suffix.lower() == ".tsv"
    sheet, rows, columns = read_table_text(text, source, "\t" if is_tabbed else "")
    told = list(diagnostics)
    if rows > MOST_ROWS or columns > MOST_COLUMNS:
        parts = [f"{rows - MOST_ROWS:,} rows"] if rows > MOST_ROWS else []
        parts += [f"{columns - MOST_COLUMNS:,} columns"] if columns > MOST_COLUMNS else []
        told.append(_warn_of_cut(" and ".join(parts), source))
    items = read_blocks(sheet)
    title, rest = split_sheet_title(items)
    return assemble(source, settings, Content(items=give_captions(rest), title=title, diagnostics=told))


def read_xlsx(data: bytes, source: str, settings: ReaderSettings) -> Document:
    """Read an Excel workbook. Raises PressroomError for one that is damaged, locked or too large."""

    def locale_of(words: str) -> Locale:
        return find_locale(settings.lang or guess_language(words).lang)

    book = read_workbook(data, source, locale_of)
    title: Heading | None = None
    items: list[Item] = []
    sheets = [(sheet, blocks) for sheet in book.sheets if (blocks := read_blocks(sheet))]
    for at, (sheet, blocks) in enumerate(sheets):
        rest = blocks
        if at == 0 and (len(sheets) == 1 or not book.title):
            title, rest = split_sheet_title(blocks)
        if not (len(sheets) == 1 and (title or _UNNAMED.fullmatch(sheet.name.strip()))):
            items.append(Heading((Text(sheet.name.strip() or f"{at + 1}"),), 1, NOWHERE))
        items += give_captions(rest)
    if title is None and book.title:
        title = Heading((Text(book.title),), 0, NOWHERE)
    known = book.author.casefold() not in _NO_AUTHORS
    return assemble(
        source,
        settings,
        Content(
            items=items,
            title=title,
            left_out=book.left_out,
            metadata=Metadata(author=(book.author,) if known else ()),
            diagnostics=_tell(book, source),
        ),
    )


def _warn_of_cut(what: str, source: str) -> Diagnostic:
    return Diagnostic(
        Severity.WARNING,
        "table-cut",
        f"not printed: {what}, beyond {MOST_ROWS} rows and {MOST_COLUMNS} columns",
        "sum them up in a table of their own, or give them as data: --data ROWS.csv",
        where=source,
    )


_COUNTED = ("comment", "hidden sheet")


def _tell(book: WorkbookText, source: str) -> list[Diagnostic]:
    """Return what the author should know of a workbook."""
    found: list[Diagnostic] = []
    for reason in dict.fromkeys(reason for _, reason in book.left_out):
        count = sum(each == reason for _, each in book.left_out)
        found.append(
            Diagnostic(
                Severity.NOTE,
                "left-out",
                f"left out: {reason}s ({count})" if reason in _COUNTED else f"left out: {reason}s",
                "show them in the workbook to print them; report outline --explain lists them",
                where=source,
            )
        )
    found += [_warn_of_cut(what, source) for what in book.cut]
    warnings = (
        (
            book.uncached,
            "formula-without-value",
            "formulas without a stored value are left empty",
            "open the workbook in a spreadsheet program and save it",
        ),
        (book.errors, "formula-wrong", "cells show an error instead of a value", "mend their formulas"),
        (
            book.drawings,
            "picture-dropped",
            "charts and pictures of the workbook are not taken over",
            "ask for a chart of the table: report figures shows how",
        ),
    )
    found += [
        Diagnostic(Severity.WARNING, rule, f"{message}: {count}", cure, where=source)
        for count, rule, message, cure in warnings
        if count
    ]
    return found
