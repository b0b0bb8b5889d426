"""Word's tables: a grid with cells that span columns and rows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from lxml import etree

from pressroom.model.document import Cell, Row, Table
from pressroom.model.inline import Inline, words
from pressroom.readers.common.cells import flatten_blocks
from pressroom.readers.common.elements import attribute, parse_int
from pressroom.readers.common.flow import Flow, Para, build_items
from pressroom.readers.common.rendering import NOWHERE
from pressroom.readers.docx.context import WordContext
from pressroom.readers.docx.names import child, is_on, name, value
from pressroom.readers.docx.words import extract_words

_WIDEST = 100  # columns
_NUMBER = re.compile(r"[-+−(]?[$€£]?\d[\d.,\s%]*\)?")


@dataclass(slots=True)
class _OpenCell:
    inlines: tuple[Inline, ...]
    column: int
    colspan: int
    rowspan: int = 1
    bold: bool = False


def read_table(
    element: etree._Element, context: WordContext, read_flow: Callable[[etree._Element], list[Flow]]
) -> list[Flow]:
    """Return a table; one of a single cell is a frame round its text."""
    rows = []
    for row in _iterate_elements(element, "w:tr"):
        if child(row, "w:trPr", "w:del") is None:
            rows.append(row)
        else:
            context.leave_out(extract_words(row), "deleted by a tracked change")
    cells = [list(_iterate_elements(row, "w:tc")) for row in rows]
    if len(cells) == 1 and len(cells[0]) == 1:
        return read_flow(cells[0][0])
    read: list[list[_OpenCell]] = []
    marked: list[bool] = []
    open_cells: dict[int, _OpenCell] = {}
    for row, elements in zip(rows, cells, strict=True):
        properties = child(row, "w:trPr")
        read.append(
            _read_row(elements, parse_int(value(properties, "w:gridBefore"), 0), open_cells, read_flow)
        )
        marked.append(bool(is_on(properties, "w:tblHeader")))
    return [_build_table(read, marked, child(element, "w:tblPr", "w:tblLook"))] if any(read) else []


def _iterate_elements(container: etree._Element, wanted: str) -> Iterable[etree._Element]:
    """Yield rows or cells, also from within content controls and tracked insertions."""
    for entry in container:
        kind = name(entry)
        if kind == wanted:
            yield entry
        elif kind in ("w:sdt", "w:sdtContent", "w:ins", "w:customXml", "w:moveTo"):
            yield from _iterate_elements(entry, wanted)


def _read_row(
    elements: Iterable[etree._Element],
    before: int,
    open_cells: dict[int, _OpenCell],
    read_flow: Callable[[etree._Element], list[Flow]],
) -> list[_OpenCell]:
    found: list[_OpenCell] = []
    column = min(max(before, 0), _WIDEST)
    if column:
        found.append(_OpenCell((), 0, column))
    for element in elements:
        properties = child(element, "w:tcPr")
        colspan = min(max(parse_int(value(properties, "w:gridSpan"), 1), 1), _WIDEST)
        merge = child(properties, "w:vMerge")
        goes_on = merge is not None and attribute(merge, "val") in ("", "continue")
        above = open_cells.get(column)
        flow = read_flow(element)
        title, items = build_items([_without_guess(entry) for entry in flow])
        items = [title, *items] if title else items
        if goes_on and above is not None:
            above.rowspan += 1
            above.inlines = flatten_blocks(items, above.inlines)
        else:
            bold = bool(flow) and all(isinstance(entry, Para) and entry.bold for entry in flow)
            cell = _OpenCell(flatten_blocks(items), column, colspan, 1, bold)
            found.append(cell)
            open_cells.pop(column, None)
            if merge is not None:
                open_cells[column] = cell
        column += colspan
    return found


def _without_guess(entry: Flow) -> Flow:
    """In a cell no bold line is a heading."""
    return replace(entry, bold=False, size=0) if isinstance(entry, Para) else entry


def _build_table(rows: list[list[_OpenCell]], marked: list[bool], look: etree._Element | None) -> Table:
    head = next((at for at, is_head in enumerate(marked) if not is_head), len(rows))
    if head == len(rows) and len(rows) > 1:
        head = 1
    if head == 0 and len(rows) > 1 and _is_head(rows, look):
        head = 1
    # a cell of the head that reaches into the body takes the rows it covers with it
    reach = max((at + cell.rowspan for at in range(head) for cell in rows[at]), default=0)
    head = min(max(head, reach if head else 0), len(rows))
    made = [
        Row(
            tuple(
                Cell(cell.inlines, NOWHERE, at < head, cell.colspan, min(cell.rowspan, len(rows) - at))
                for cell in row
            )
        )
        for at, row in enumerate(rows)
    ]
    return Table(tuple(made[:head]), tuple(made[head:]), NOWHERE)


def _is_head(rows: list[list[_OpenCell]], look: etree._Element | None) -> bool:
    """Tell whether a first row that isn't marked as head is one: all bold, or as the table's look says."""
    texts = [words(cell.inlines).strip() for cell in rows[0]]
    if len(texts) < 2 or not all(texts[1:]) or any(_NUMBER.fullmatch(text) for text in texts):
        return False
    if all(cell.bold for cell, text in zip(rows[0], texts, strict=True) if text):
        return not all(cell.bold for row in rows[1:] for cell in row if cell.inlines)
    first = attribute(look, "firstRow")
    styled = first in ("1", "true") if first else bool(_parse_hex(attribute(look, "val")) & 0x0020)
    below = [words(cell.inlines).strip() for row in rows[1:] for cell in row]
    return styled and any(_NUMBER.fullmatch(text) for text in below)


def _parse_hex(text: str) -> int:
    """Return hexadecimal text as a number, 0 when it is none."""
    return int(text, 16) if re.fullmatch(r"[0-9A-Fa-f]{1,8}", text) else 0
