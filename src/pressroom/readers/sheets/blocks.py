"""The cells of a sheet to paragraphs and tables, as people put both into one sheet."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from pressroom.model.document import Cell, Heading, Paragraph, Row, Table
from pressroom.model.inline import Inline, Text, words
from pressroom.readers.common.flow import split_label
from pressroom.readers.common.outline import Item, may_be_heading
from pressroom.readers.common.rendering import NOWHERE
from pressroom.readers.sheets.grid import SheetCell, SheetCells

_Cells = tuple[SheetCell | None, ...]
_NOTE = re.compile(
    r"(?:sources?|notes?|quellen?|anmerkung|hinweis|fuente|nota|fonte|remarque)\b|[*†¹²³]", re.IGNORECASE
)
_HIGHEST_HEAD = 4  # rows


def read_blocks(sheet: SheetCells) -> list[Item]:
    """Return the tables of a sheet, and what stands above and below them in single cells."""
    found: list[Item] = []
    for is_empty, group in groupby(sheet.rows, _is_empty):
        if not is_empty:
            found += _read_block(list(group))
    return found


def _is_empty(row: _Cells) -> bool:
    return not any(cell and cell.text.strip() for cell in row)


def _read_block(rows: list[_Cells]) -> list[Item]:
    """Return a run of rows without an empty one: lines in one cell at its head and foot, a table between."""
    start, end = 0, len(rows)
    while start < end and _is_line(rows[start]):
        start += 1
    while end > start and _is_line(rows[end - 1]):
        end -= 1
    if end - start < _FEWEST:
        return [Paragraph(_line(row), NOWHERE) for row in rows]
    before: list[Item] = [Paragraph(_line(row), NOWHERE) for row in rows[:start]]
    notes = [_line(row) for row in rows[end:]]
    kept = [inlines for inlines in notes if _NOTE.match(words(inlines).strip())]
    after: list[Item] = [Paragraph(inlines, NOWHERE) for inlines in notes if inlines not in kept]
    return [*before, _build_table(rows[start:end], kept), *after]


_FEWEST = 2  # rows of a table


def _is_line(row: _Cells) -> bool:
    """Tell whether all that a row shows stands in one cell, and is no figure."""
    filled = [cell for cell in row if cell and cell.text.strip()]
    return len(filled) == 1 and not filled[0].number


def _line(row: _Cells) -> tuple[Inline, ...]:
    """Return the running text of a row that is no part of a table."""
    found: list[Inline] = []
    for cell in row:
        if cell and cell.text.strip():
            found += [Text(" "), *cell.inlines] if found else cell.inlines
    return tuple(found)


def _build_table(rows: Sequence[_Cells], notes: Sequence[tuple[Inline, ...]]) -> Table:
    used = [at for at in range(max(map(len, rows))) if any(_shows(row, at) for row in rows)]
    head = _count_head([[row[at] if at < len(row) else None for at in used] for row in rows])
    made = [
        Row(
            tuple(
                Cell(
                    cell.inlines,
                    NOWHERE,
                    number < head,
                    _count(used, at, cell.colspan),
                    min(cell.rowspan, (head if number < head else len(rows)) - number),
                )
                for at in used
                if (cell := row[at] if at < len(row) else SheetCell()) is not None
            )
        )
        for number, row in enumerate(rows)
    ]
    return Table(tuple(made[:head]), tuple(made[head:]), NOWHERE, notes=tuple(notes))


def _shows(row: _Cells, at: int) -> bool:
    """Tell whether a column has anything to show in a row; what a cell to its left reaches over counts."""
    if at >= len(row):
        return False
    cell = row[at]
    return bool(cell and cell.text.strip())


def _count(used: Sequence[int], at: int, span: int) -> int:
    return max(sum(at <= column < at + span for column in used), 1)


def _count_head(rows: Sequence[Sequence[SheetCell | None]]) -> int:
    """Return how many rows are the head: words over figures, or bold over plain."""
    if len(rows) < _FEWEST:
        return 0
    bold = [all(cell.bold for cell in row if cell and cell.text) for row in rows]
    if bold[0] and not all(bold):
        return min(bold.index(False), _HIGHEST_HEAD)
    worded = [not any(cell and cell.number for cell in row[1:]) for row in rows]
    if worded[0] and not all(worded):
        head = worded.index(False)
        # what stands in the first column alone divides the body, and is no head
        return min(head, 1 + _count_wide(rows[1:head]))
    first = [cell for cell in rows[0] if cell is not None]
    is_head = all(cell.text.strip() and not cell.number for cell in first) and len(first) > 1
    return 1 if is_head or (worded[1:] and not any(worded[1:])) else 0


def _count_wide(rows: Sequence[Sequence[SheetCell | None]]) -> int:
    count = 0
    for row in rows:
        if sum(bool(cell and cell.text) for cell in row) < 2 or count + 1 >= _HIGHEST_HEAD:
            break
        count += 1
    return count


def give_captions(items: Sequence[Item]) -> list[Item]:
    """Make the short line over a table its caption."""
    found: list[Item] = []
    for item in items:
        last = found[-1] if found else None
        if isinstance(item, Table) and isinstance(last, Paragraph) and may_be_heading(words(last.inlines)):
            label, caption = split_label(last.inlines)
            found[-1] = replace(item, caption=caption, label=label)
        else:
            found.append(item)
    return found


def split_sheet_title(items: list[Item]) -> tuple[Heading | None, list[Item]]:
    """Part the title of a workbook from its first sheet: a short line over other lines or over its tables."""
    first = items[0] if items else None
    if not isinstance(first, Paragraph) or not may_be_heading(words(first.inlines)) or len(items) < 2:
        return None, items
    return Heading(first.inlines, 0, NOWHERE), items[1:]
