"""Tables of a web page, and frames of the page's layout that are none."""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml import etree

from pressroom.model.document import Cell, Row, Table
from pressroom.model.inline import Inline
from pressroom.readers.common.cells import flatten_blocks
from pressroom.readers.common.flow import split_label
from pressroom.readers.common.outline import Item
from pressroom.readers.common.rendering import NOWHERE

_WIDEST = 100  # columns
_TALLEST = 1_000  # rows that one cell may span


def is_layout(table: etree._Element) -> bool:
    """Tell whether a table only arranges the page."""
    if (
        table.get("role") in ("presentation", "none")
        or next(table.iterdescendants("table"), None) is not None
    ):
        return True
    if next(table.iterdescendants("th", "caption", "thead"), None) is not None:
        return False
    if next(table.iterdescendants("h1", "h2", "h3", "h4", "h5", "h6"), None) is not None:
        return True
    rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in table.iter("tr")]
    return len([row for row in rows if row]) <= 1 or max(map(len, rows), default=0) <= 1


def read_table(table: etree._Element, read_items: Callable[[etree._Element], list[Item]]) -> Table:
    """Return a table with its caption; its head is what stands in thead, or first rows all of th."""
    caption = next((entry for entry in table if entry.tag == "caption"), None)
    label, words = split_label(flatten_blocks(read_items(caption))) if caption is not None else ("", ())
    rows: list[Row] = []
    head = 0
    elements = list(table.iter("tr"))
    for at, element in enumerate(elements):
        cells = [cell for cell in element if cell.tag in ("td", "th")]
        parent = element.getparent()
        in_head = parent is not None and parent.tag == "thead"
        is_head = in_head or (bool(cells) and head == at and all(cell.tag == "th" for cell in cells))
        if is_head and head == at and at < len(elements) - 1:
            head = at + 1
        below = len(elements) - at
        rows.append(Row(tuple(_make_cell(cell, below, flatten_blocks(read_items(cell))) for cell in cells)))
    reach = max((at + cell.rowspan for at in range(head) for cell in rows[at].cells), default=0)
    head = min(max(head, reach), len(rows))
    return Table(
        tuple(rows[:head]), tuple(row for row in rows[head:] if row.cells), NOWHERE, (), words, (), label
    )


def _make_cell(element: etree._Element, below: int, inlines: tuple[Inline, ...]) -> Cell:
    """Return a cell; ``below`` counts the rows from its own to the last."""
    rowspan = _read_count(element.get("rowspan"), _TALLEST)
    return Cell(
        inlines,
        NOWHERE,
        element.tag == "th",
        _read_count(element.get("colspan"), _WIDEST) or 1,
        min(rowspan or below, below),
    )


def _read_count(written: str | None, most: int) -> int:
    found = re.match(r"\s*(\d{1,9})", written or "1")
    return min(int(found[1]), most) if found else 1
