"""The strip of key numbers: a row of cells without borders, big numbers in the accent colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressroom.writers.docx.body.flow import BlockPosition, Flow
from pressroom.writers.docx.body.tablemarkup import cell_xml, row_xml, table_xml
from pressroom.writers.docx.package.tree import classes, find_first, read_words

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SIDE_BY_SIDE = {1: 1, 2: 2, 4: 4, 8: 4}
_ROLES = ("tile-number", "tile-label", "tile-detail")
_DISTANCE = 290  # twips below the strip
_GAP = 283  # twips between tiles
_MARGINS = (
    '<w:tcMar><w:top w:w="60" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="60" w:type="dxa"/>'
    f'<w:right w:w="{_GAP}" w:type="dxa"/></w:tcMar>'
)


def count_columns(count: int) -> int:
    """Return how many tiles stand side by side: three, unless another number divides better."""
    return _SIDE_BY_SIDE.get(count, 3)


def write_tiles(flow: Flow, element: HtmlElement, place: BlockPosition) -> None:
    """Write ``ul.tiles`` as a table for layout, titled like the strip."""
    items = list(element.iterchildren("li"))
    if not items:
        return
    place = place.within(width=flow.sheet.text_width if not place.inside else place.width)
    across = count_columns(len(items))
    each = (place.width + _GAP) // across  # the last tile's gap lies outside
    widths = [each] * across
    empty = cell_xml(_write_tile(flow, None, place), each, extra=_MARGINS)
    rows = []
    for start in range(0, len(items), across):
        tiles = items[start : start + across]
        inner = place.within(width=each - _GAP)
        cells = [cell_xml(_write_tile(flow, tile, inner), each, extra=_MARGINS) for tile in tiles]
        rows.append(row_xml(cells + [empty] * (across - len(tiles))))
    parent = element.getparent()
    title = find_first(parent, "strip-title") if parent is not None else None
    style = flow.context.styles.id("normal-table") or flow.context.styles.id("table")
    words = read_words(title) if title is not None else ""
    flow.emit_table(
        table_xml(style, widths, rows, caption=words, rtl=flow.context.rtl, look=False), _DISTANCE
    )


def _write_tile(flow: Flow, tile: HtmlElement | None, place: BlockPosition) -> str:
    inner = flow.make_nested()
    for child in tile.iterdescendants("p") if tile is not None else ():
        line = inner.read_line(child, place)
        if not line.empty:
            role = next((kind for kind in classes(child) if kind in _ROLES), "tile-label")
            inner.emit_line(role, line)
    if not inner.out:
        inner.emit("tile-label", "")
    return inner.xml()
