"""Tables: header rows that repeat, rows that stay whole, widths from the content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressroom.writers.docx.body.flow import BlockPosition, Flow, FlowParagraph
from pressroom.writers.docx.body.grid import GridCell, build_grid, compute_column_widths, list_rows
from pressroom.writers.docx.body.tablemarkup import cell_xml, row_xml, table_xml
from pressroom.writers.docx.package.markup import BARE
from pressroom.writers.docx.package.tree import classes, read_words
from pressroom.writers.docx.styles.definitions import CELL_MARGIN, LIST_STEP

if TYPE_CHECKING:
    from lxml.html import HtmlElement


_SHORT = 12  # rows: a table of so few is not parted by a page
_FLUSH = '<w:tcMar><w:right w:w="0" w:type="dxa"/></w:tcMar>'  # figures end where the table's rules end


def write_table(flow: Flow, element: HtmlElement, place: BlockPosition) -> None:
    """Write ``table`` with its caption above it."""
    flow.keep_lead_in()
    caption = element.find("caption")
    if caption is not None:
        line = flow.read_line(caption, place)
        flow.emit_line("table-caption", line, content=flow.mark_target(element, line.content()))
    rows = list_rows(element)
    lines = build_grid([row for row, _ in rows])
    indent = LIST_STEP * (place.depth + 1) if place.depth >= 0 else 0
    # Word and LibreOffice differ in where a table begins that reads from the right
    wide = "wide" in classes(element) and not place.inside and not flow.context.rtl
    room = flow.sheet.text_width if wide else place.width
    indent = -flow.context.outdent if wide else indent
    widths = compute_column_widths(lines, room - max(indent, 0))
    if not widths:
        return
    short = len(rows) <= _SHORT
    body = [
        row_xml(
            _write_cells(
                flow, cells, widths, place.within(keep=head or (short and number < len(rows))), head=head
            ),
            header=head,
        )
        for number, ((_, head), cells) in enumerate(zip(rows, lines, strict=True), 1)
    ]
    flow.emit_table(
        table_xml(
            flow.context.styles.id("table"),
            widths,
            body,
            caption=read_words(caption) if caption is not None else "",
            description=_describe(lines),
            indent=indent,
            rtl=flow.context.rtl,
            look=any(head for _, head in rows),
        )
    )


def _write_cells(
    flow: Flow, cells: list[GridCell], widths: list[int], place: BlockPosition, *, head: bool
) -> list[str]:
    written: list[str] = []
    column = 0
    flush = _FLUSH if flow.context.styles.paper is not None else ""  # a reference may have rules there
    for cell in cells:
        width = sum(widths[column : column + cell.columns])
        last = column + cell.columns == len(widths)
        inner = place.within(width=width - CELL_MARGIN, depth=-1, inside="head" if head else "cell")
        written.append(
            cell_xml(
                _write_cell(flow, cell.element, inner),
                width,
                cell.columns,
                cell.merge,
                flush if last else "",
            )
        )
        column += cell.columns
    return written


def _write_cell(flow: Flow, cell: HtmlElement | None, place: BlockPosition) -> str:
    inner = flow.make_nested()
    if cell is not None:
        place = place.within(align=_find_alignment(cell))
        inner.write_mixed(
            cell,
            place,
            lambda line: inner.emit_plain(
                line, place, inner.mark_target(cell, inner.mark_block(cell, line.content()))
            ),
        )
    if not inner.out or not isinstance(
        inner.out[-1], FlowParagraph
    ):  # Word wants a paragraph at the end of each cell
        inner.emit(place.role, "", BARE.with_(keep_next=place.keep))
    return inner.xml()


def _describe(lines: list[list[GridCell]]) -> str:
    """Say what a table holds, for readers that do not see it: its column heads."""
    heads = (read_words(cell.element) for cell in lines[0] if cell.element is not None)
    return ", ".join(head for head in heads if head)


def _find_alignment(cell: HtmlElement) -> str:
    kinds = classes(cell)
    return "right" if "num" in kinds else "center" if "center" in kinds else ""
