"""The strip of key numbers: a row of cells without borders, big numbers in the accent colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressroom.writers.docx.styles import Palette
from pressroom.writers.docx.tables import cell_xml, row_xml, table_xml
from pressroom.writers.docx.tree import classes

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.html import HtmlElement

MOST_IN_A_ROW = 4
ROLES = {
    "tile-number": "tile-number",
    "tile-label": "tile-label",
    "tile-detail": "tile-detail",
    "tile-source": "tile-source",
}
_MARGINS = (
    '<w:tcMar><w:top w:w="60" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="60" w:type="dxa"/>'
    '<w:right w:w="170" w:type="dxa"/></w:tcMar>'
)


def in_rows(count: int) -> int:
    """Return how many tiles stand side by side, so that the rows are as even as can be."""
    rows = -(-count // MOST_IN_A_ROW)
    return -(-count // rows) if rows else 0


def tiles_xml(
    items: list[HtmlElement],
    width: int,
    ink: Palette,
    style: str,
    title: str,
    write: Callable[[HtmlElement, int], str],
    *,
    rtl: bool,
) -> str:
    """Return the strip as a table; ``write`` makes a tile's paragraphs in a width."""
    across = in_rows(len(items))
    each = width // across
    widths = [each] * (across - 1) + [width - each * (across - 1)]
    top = f"<w:tcBorders>{ink.rule('top', 'accent', 12)}</w:tcBorders>"
    rows = []
    for start in range(0, len(items), across):
        tiles = items[start : start + across]
        cells = [cell_xml(write(tile, each - 170), each, extra=top + _MARGINS) for tile in tiles]
        missing = across - len(tiles)
        cells += [cell_xml("<w:p/>", each, extra=_MARGINS)] * missing
        rows.append(row_xml(cells))
    return table_xml(style, widths, rows, caption=title, rtl=rtl, look=False)


def role_of(element: HtmlElement) -> str:
    """Return the role of a tile's paragraph."""
    return next((ROLES[kind] for kind in classes(element) if kind in ROLES), "tile-label")
