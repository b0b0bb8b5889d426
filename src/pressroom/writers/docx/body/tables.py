"""Tables: header rows that repeat, rows that stay whole, widths from the content."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pressroom.writers.docx.body.flow import BlockPosition, Flow, FlowParagraph
from pressroom.writers.docx.body.grid import (
    TEXT_SIZE,
    ColumnNeeds,
    GridCell,
    build_grid,
    count_lines,
    find_margin,
    list_rows,
    measure_columns,
)
from pressroom.writers.docx.body.tablemarkup import cell_xml, row_xml, table_xml
from pressroom.writers.docx.package.markup import BARE, PLAIN, RunFormat
from pressroom.writers.docx.package.tree import classes, read_words
from pressroom.writers.docx.styles.definitions import CALLOUT_INSET, CELL_MARGIN, LIST_STEP

if TYPE_CHECKING:
    from lxml.html import HtmlElement


_SHORT, _SHORT_LINES = 12, 28  # rows and lines: a table of so few is not parted by a page
_WHOLE_LINES = 12  # of a row: a taller one may be parted
_UPRIGHT, _TURNED = (18, 15), (15, 13, 11, 9)  # half-points: type of a table upright, and on its side
_INSETS = {"callout": CALLOUT_INSET, "warning": CALLOUT_INSET, "quote": LIST_STEP}
_PARTED = ("", "callout", "warning", "quote")  # what a page on its side may part
_FLUSH = '<w:tcMar><w:right w:w="0" w:type="dxa"/></w:tcMar>'  # figures end where the table's rules end


@dataclass(frozen=True, slots=True)
class TableFit:
    """How a table is given room: widths in twips, where it begins, type in half-points, on which sheet."""

    widths: list[int]
    indent: int
    size: int
    turned: bool = False


def fit_table(flow: Flow, needs: ColumnNeeds, place: BlockPosition, *, wide: bool) -> TableFit:
    """Find the room in which no number or word of a table is broken: wider, smaller, or on its side."""
    ways = _list_ways(flow, place, wide=wide)
    found = next((way for way in ways if needs.fits(way.widths[0], way.size)), ways[-1])
    return replace(found, widths=needs.widths(found.widths[0], found.size))


def _list_ways(flow: Flow, place: BlockPosition, *, wide: bool) -> list[TableFit]:
    """Return the ways in which a table may have its room, each with all of it in the place of the widths."""
    steps = LIST_STEP * (place.depth + 1)
    indent, column = steps + _INSETS.get(place.inside, 0), place.width - steps
    turns = flow.turns and place.inside in _PARTED and flow.sheet.width < flow.sheet.height
    # Word and LibreOffice differ in where a table begins that reads from the right
    outdent = 0 if flow.context.rtl else flow.context.outdent
    ways = [TableFit([column], indent, size) for size in (TEXT_SIZE, *_TURNED)]
    if not place.inside and place.depth < 0 and (outdent or turns):  # in the open text
        both = flow.sheet.text_width if outdent else column
        narrow = [] if wide and outdent else ways[:1]
        ways = [*narrow, *(TableFit([both], -outdent, size) for size in (*_UPRIGHT, *_TURNED[1:]))]
    if turns:
        upright = [way for way in ways if way.size >= _UPRIGHT[-1]]
        sheet = flow.sheet.landscape
        room = sheet.text_width if outdent else sheet.column
        ways = [*upright, *(TableFit([room], -outdent, size, turned=True) for size in _TURNED)]
    return ways


def write_table(flow: Flow, element: HtmlElement, place: BlockPosition) -> None:
    """Write ``table`` with its caption above it."""
    flow.keep_lead_in()
    rows = list_rows(element)
    lines = build_grid([row for row, _ in rows])
    fit = fit_table(flow, measure_columns(lines), place, wide="wide" in classes(element))
    if fit.turned:
        place = place.within(width=flow.begin_landscape().text_width)
    caption = element.find("caption")
    if caption is not None:
        line = flow.read_line(caption, place)
        flow.emit_line("table-caption", line, content=flow.mark_target(element, line.content()))
    if fit.widths:
        _write_rows(flow, element, rows, lines, fit, place)
    if fit.turned:
        flow.end_landscape()


def _write_rows(
    flow: Flow,
    element: HtmlElement,
    rows: list[tuple[HtmlElement, bool]],
    lines: list[list[GridCell]],
    fit: TableFit,
    place: BlockPosition,
) -> None:
    heights = [count_lines(cells, fit.widths, fit.size) for cells in lines]
    short = len(rows) <= _SHORT and sum(heights) <= _SHORT_LINES
    body = []
    for number, ((_, head), cells) in enumerate(zip(rows, lines, strict=True), 1):
        inner = place.within(keep=head or (short and number < len(rows)))
        whole = head or heights[number - 1] <= _WHOLE_LINES
        written = _write_cells(flow, cells, fit, inner, head=head)
        body.append(row_xml(written, header=head, whole=whole))
    caption = element.find("caption")
    flow.emit_table(
        table_xml(
            flow.context.styles.id("table"),
            fit.widths,
            body,
            caption=read_words(caption) if caption is not None else "",
            description=_describe(lines),
            indent=fit.indent,
            distance=0 if fit.size == TEXT_SIZE else find_margin(fit.size),
            rtl=flow.context.rtl,
            look=any(head for _, head in rows),
        )
    )


def _write_cells(
    flow: Flow, cells: list[GridCell], fit: TableFit, place: BlockPosition, *, head: bool
) -> list[str]:
    written: list[str] = []
    column, widths = 0, fit.widths
    look = PLAIN if fit.size == TEXT_SIZE else PLAIN.with_(size=fit.size)
    flush = _FLUSH if flow.context.styles.paper is not None else ""  # a reference may have rules there
    for cell in cells:
        width = sum(widths[column : column + cell.columns])
        last = column + cell.columns == len(widths)
        inner = place.within(width=width - CELL_MARGIN, depth=-1, inside="head" if head else "cell")
        written.append(
            cell_xml(
                _write_cell(flow, cell.element, inner, look),
                width,
                cell.columns,
                cell.merge,
                flush if last else "",
            )
        )
        column += cell.columns
    return written


def _write_cell(flow: Flow, cell: HtmlElement | None, place: BlockPosition, look: RunFormat) -> str:
    inner = flow.make_nested()
    inner.look = look
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
