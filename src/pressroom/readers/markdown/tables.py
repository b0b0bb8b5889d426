"""Pipe tables."""

from __future__ import annotations

from pressroom.model.document import Align, Cell, Row, Table
from pressroom.model.inline import Text
from pressroom.readers.markdown.context import MarkdownContext
from pressroom.readers.markdown.inlines import InlineReader
from pressroom.readers.markdown.nodes import TokenNode
from pressroom.readers.markdown.origin import Origin, map_cells

_ALIGN: dict[str, Align] = {
    "text-align:left": "left",
    "text-align:right": "right",
    "text-align:center": "center",
}


def build_table(node: TokenNode, context: MarkdownContext, inlines: InlineReader) -> Table:
    """Return a table; cells beyond its last column, which Markdown would drop, are kept."""
    head: list[Row] = []
    body: list[Row] = []
    align: tuple[Align, ...] = ()
    for part in node.children:
        for line in part.children:
            row = _build_row(line, context, inlines)
            (head if part.kind == "thead" else body).append(row)
            if part.kind == "thead":
                styles = [str(cell.token.attrs.get("style", "")) for cell in line.children]
                align = tuple(_ALIGN.get(style, "") for style in styles)
    return Table(tuple(head), tuple(body), context.span_of(node.token), align)


def _build_row(node: TokenNode, context: MarkdownContext, reader: InlineReader) -> Row:
    number = (node.token.map or [0, 1])[0]
    written = map_cells(context.source, number)
    cells: list[Cell] = []
    next_one = 0
    for child in node.children:
        token = child.inline()
        content = token.content if token else ""
        origin, next_one = _find(content, written, next_one)
        inlines = reader.read(token.children or (), origin) if token else ()
        start = origin.at(0) if content else None
        place = context.span_of(node.token)
        span = place if start is None else context.span(start, _end(origin, content, place.end))
        cells.append(Cell(inlines, span, child.kind == "th"))
    extra = [(content, origin) for content, origin in written[next_one:] if content]
    for content, origin in extra:
        start = origin.at(0) or 0
        texts: list[Text] = origin.texts(content, 0)
        cells.append(Cell(tuple(texts), context.span(start, _end(origin, content, start + 1))))
    if extra:
        context.warn(
            "table-row-too-long",
            f"this row has {len(extra)} more cells than the table has columns",
            "add a column to the table's head, or take the extra | out",
            context.span_of(node.token),
        )
    return Row(tuple(cells))


def _find(content: str, written: list[tuple[str, Origin]], first: int) -> tuple[Origin, int]:
    """Find a cell among those written from ``first`` on; return its places and the index after it."""
    for index in range(first, len(written)):
        words, origin = written[index]
        if words == content:
            return origin, index + 1
        if content and index == 0 and words.endswith(content):
            # a table within a quotation: the first cell holds the quotation's mark as well
            shift = len(words) - len(content)
            return Origin(tuple(at - shift for at in origin.contents), origin.sources), index + 1
    return Origin(), first


def _end(origin: Origin, content: str, otherwise: int) -> int:
    last = origin.at(len(content) - 1)
    return otherwise if last is None else last + 1
