"""Tables as HTML: header scope, numbers to the right."""

from __future__ import annotations

import re

from pressroom.compose.anchors import make_table_anchor
from pressroom.compose.inlines import InlineWriter, escape_text
from pressroom.model.document import Align, Cell, Row, Table
from pressroom.model.inline import words

# a figure as tables print it: sign, currency, digits in any grouping, unit or per cent sign
_NUMERIC = re.compile(
    r"[~≈<>≤≥±+\-−–(]{0,2}\s?[€$£¥]?\s?\d[\d.,'’\s\u00a0\u202f]*"
    r"(?:%|‰|per cent|bn|m|k|pp|°C|[€$£¥])?\)?\*?"
)
_EMPTY = {"", "-", "–", "—", "n/a", "N/A", "n.a.", "..", "…"}
WIDE_COLUMNS = 8


def render_table(table: Table, number: int, label: str, inlines: InlineWriter) -> str:
    """Return a table; ``number`` is 0 for a table without a caption, which is not counted."""
    columns = find_column_classes(table)
    ident = f' id="{make_table_anchor(table.span.start)}"'
    wide = ' class="wide"' if table.columns >= WIDE_COLUMNS else ""
    parts = [f"<table{ident}{wide}>"]
    if table.caption:
        parts.append(
            f'<caption><span class="label">{escape_text(label)} {number}</span> '
            f'<span class="caption-title">{inlines.html(table.caption)}</span></caption>'
        )
    parts.append("<colgroup>" + "<col>" * table.columns + "</colgroup>")
    if table.head:
        rows = "\n".join(_row(row, columns, inlines, head=True) for row in table.head)
        parts.append(f"<thead>\n{rows}\n</thead>")
    rows = "\n".join(_row(row, columns, inlines, head=False) for row in table.body)
    parts.append(f"<tbody>\n{rows}\n</tbody>\n</table>")
    parts.extend(f'<p class="table-note">{inlines.html(note)}</p>' for note in table.notes)
    return "\n".join(parts)


def find_column_classes(table: Table) -> tuple[str, ...]:
    """Return the class of each column: "num" for numbers, "center", or "".

    The source's own alignment wins; where it says nothing, a column of numbers alone is one of numbers.
    """
    unsaid: Align = ""
    aligns = [*table.align, *[unsaid] * (table.columns - len(table.align))]
    return tuple(_class(align, table, column) for column, align in enumerate(aligns))


def _class(align: Align, table: Table, column: int) -> str:
    if align in ("right", "decimal"):
        return "num"
    if align == "center":
        return "center"
    if align == "left":
        return ""
    cells = [words(row.cells[column].inlines).strip() for row in table.body if column < len(row.cells)]
    figures = [cell for cell in cells if cell not in _EMPTY]
    return "num" if figures and all(_NUMERIC.fullmatch(cell) for cell in figures) else ""


def _row(row: Row, columns: tuple[str, ...], inlines: InlineWriter, *, head: bool) -> str:
    cells: list[str] = []
    at = 0
    for cell in row.cells:
        cells.append(_cell(cell, columns[at] if at < len(columns) else "", inlines, head=head))
        at += cell.colspan
    return f"<tr>{''.join(cells)}</tr>"


def _cell(cell: Cell, column: str, inlines: InlineWriter, *, head: bool) -> str:
    attributes = f' class="{column}"' if column else ""
    if cell.colspan > 1:
        attributes += f' colspan="{cell.colspan}"'
    if cell.rowspan > 1:
        attributes += f' rowspan="{cell.rowspan}"'
    if head or cell.header:
        axis = "col" if head else "row"
        scope = f"{axis}group" if (cell.colspan > 1 if head else cell.rowspan > 1) else axis
        return f'<th scope="{scope}"{attributes}>{inlines.html(cell.inlines)}</th>'
    return f"<td{attributes}>{inlines.html(cell.inlines)}</td>"
