"""Tables as HTML: header scope, numbers to the right."""

from __future__ import annotations

import re
from dataclasses import replace

from pressroom.compose.anchors import make_table_anchor
from pressroom.compose.inlines import InlineWriter, escape_text
from pressroom.model.document import Align, Cell, Row, Table, place_cells
from pressroom.model.inline import words

# a figure as tables print it: sign, currency, digits in any grouping, unit or per cent sign
_NUMERIC = re.compile(
    r"[~≈<>≤≥±+\-−–(]{0,2}\s?[€$£¥]?\s?\d[\d.,'’\s\u00a0\u202f]*"
    r"(?:%|‰|per cent|bn|m|k|pp|°C|[€$£¥])?\)?\*?"
)
_EMPTY = {"", "-", "–", "—", "n/a", "N/A", "n.a.", "..", "…"}
WIDE_COLUMNS = 8


def render_table(table: Table, number: str, label: str, inlines: InlineWriter) -> str:
    """Return a table; ``number`` is "" for a table without a caption, which is not counted."""
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
        parts.append(f"<thead>\n{_rows(table.head, columns, inlines, head=True)}\n</thead>")
    parts.append(f"<tbody>\n{_rows(table.body, columns, inlines, head=False)}\n</tbody>\n</table>")
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
    cells = [
        words(cell.inlines).strip()
        for row in place_cells(table.body)
        for at, cell in row
        if at == column and cell.colspan == 1
    ]
    figures = [cell for cell in cells if cell not in _EMPTY]
    return "num" if figures and all(_NUMERIC.fullmatch(cell) for cell in figures) else ""


def _rows(rows: tuple[Row, ...], columns: tuple[str, ...], inlines: InlineWriter, *, head: bool) -> str:
    lines: list[str] = []
    for number, row in enumerate(place_cells(rows)):
        left = len(rows) - number  # a cell cannot reach down out of its head or body
        cells = (
            _cell(
                replace(cell, rowspan=min(cell.rowspan, left)),
                _find_class(cell, columns[at : at + cell.colspan], head=head),
                inlines,
                head=head,
            )
            for at, cell in row
        )
        lines.append(f"<tr>{''.join(cells)}</tr>")
    return "\n".join(lines)


def _find_class(cell: Cell, columns: tuple[str, ...], *, head: bool) -> str:
    """Return the class of a cell: its column's, but words over several columns stand in their middle."""
    if len(columns) > 1 and (
        head or (columns[0] == "num" and not _NUMERIC.fullmatch(words(cell.inlines).strip()))
    ):
        return "center"
    return columns[0] if columns else ""


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
