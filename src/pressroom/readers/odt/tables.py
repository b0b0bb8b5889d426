"""Tables of an OpenDocument text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from lxml import etree

from pressroom.model.document import Block, Cell, Row, Table
from pressroom.readers.common.cells import flatten_blocks
from pressroom.readers.common.elements import attribute, local_name, parse_int
from pressroom.readers.common.rendering import NOWHERE

_WIDEST = 100  # columns or rows that one cell may span


def read_table(element: etree._Element, read_blocks: Callable[[etree._Element], tuple[Block, ...]]) -> Table:
    """Return a table; its head is marked as such, or a first row in the style of table headings."""
    head: list[Row] = []
    body: list[Row] = []
    rows = _find_rows(element, False)
    for row, in_head in rows:
        (head if in_head else body).append(_read_row(row, in_head, read_blocks))
    if not head and len(body) > 1 and _is_heading(rows[0][0]):
        head, body = [Row(tuple(replace(cell, header=True) for cell in body[0].cells))], body[1:]
    return Table(tuple(head), tuple(body), NOWHERE)


def _is_heading(row: etree._Element) -> bool:
    """Tell whether all paragraphs of a row have the style of table headings."""
    names = [attribute(entry, "style-name") for entry in row.iter() if local_name(entry) == "p"]
    return bool(names) and all(name.startswith(("Table_20_Heading", "TableHeading")) for name in names)


def _read_row(
    row: etree._Element, in_head: bool, read_blocks: Callable[[etree._Element], tuple[Block, ...]]
) -> Row:
    cells = []
    for entry in row:
        if local_name(entry) != "table-cell":
            continue
        colspan, rowspan = (
            parse_int(attribute(entry, f"number-{kind}-spanned"), 1, least=1, most=_WIDEST)
            for kind in ("columns", "rows")
        )
        cells.append(Cell(flatten_blocks(read_blocks(entry)), NOWHERE, in_head, colspan, rowspan))
    return Row(tuple(cells))


def _find_rows(element: etree._Element, in_head: bool) -> list[tuple[etree._Element, bool]]:
    """Return the rows of a table or of a group of rows, each with whether it is in the head."""
    found: list[tuple[etree._Element, bool]] = []
    for entry in element:
        kind = local_name(entry)
        if kind == "table-row":
            found.append((entry, in_head))
        elif kind in ("table-header-rows", "table-rows", "table-row-group"):
            found.extend(_find_rows(entry, in_head or kind == "table-header-rows"))
    return found
