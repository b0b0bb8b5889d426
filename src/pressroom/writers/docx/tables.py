"""Tables: header rows that repeat, rows that stay whole, widths from the content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressroom.writers.docx.flow import Flow, Par, Place
from pressroom.writers.docx.grid import GridCell, column_widths, grid, rows_of
from pressroom.writers.docx.markup import BARE
from pressroom.writers.docx.styles import CELL_MARGIN, LIST_STEP
from pressroom.writers.docx.tablemarkup import cell_xml, row_xml, table_xml
from pressroom.writers.docx.tree import classes, words_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement


def write_table(flow: Flow, element: HtmlElement, place: Place) -> None:
    """Write ``table`` with its caption above it."""
    caption = element.find("caption")
    if caption is not None:
        line = flow.line_of(caption, place)
        flow.emit_line("table-caption", line, content=flow.targeted(element, line.content()))
    rows = rows_of(element)
    lines = grid([row for row, _ in rows])
    indent = LIST_STEP * (place.depth + 1) if place.depth >= 0 else 0
    room = flow.sheet.text_width if "wide" in classes(element) and not place.inside else place.width
    widths = column_widths(lines, room - indent)
    if not widths:
        return
    body = [
        row_xml(_cells(flow, cells, widths, place, head=head), header=head)
        for (_, head), cells in zip(rows, lines, strict=True)
    ]
    flow.emit_table(
        table_xml(
            flow.story.styles.id("table"),
            widths,
            body,
            caption=words_of(caption) if caption is not None else "",
            description=_described(lines),
            indent=indent,
            rtl=flow.story.rtl,
            look=any(head for _, head in rows),
        )
    )


def _cells(flow: Flow, cells: list[GridCell], widths: list[int], place: Place, *, head: bool) -> list[str]:
    written: list[str] = []
    column = 0
    for cell in cells:
        width = sum(widths[column : column + cell.columns])
        inner = place.within(width=width - CELL_MARGIN, depth=-1, inside="head" if head else "cell")
        written.append(cell_xml(_cell(flow, cell.element, inner), width, cell.columns, cell.merge))
        column += cell.columns
    return written


def _cell(flow: Flow, cell: HtmlElement | None, place: Place) -> str:
    inner = flow.nested()
    if cell is not None:
        place = place.within(align=_alignment(cell))
        inner.mixed(
            cell,
            place,
            lambda line: inner.plain(line, place, inner.targeted(cell, inner.known(cell, line.content()))),
        )
    if not inner.out or not isinstance(inner.out[-1], Par):  # Word wants a paragraph at the end of each cell
        inner.emit(place.role, "", BARE)
    return inner.xml()


def _described(lines: list[list[GridCell]]) -> str:
    """Say what a table holds, for readers that do not see it: its column heads."""
    heads = (words_of(cell.element) for cell in lines[0] if cell.element is not None)
    return ", ".join(head for head in heads if head)


def _alignment(cell: HtmlElement) -> str:
    kinds = classes(cell)
    return "right" if "num" in kinds else "center" if "center" in kinds else ""
