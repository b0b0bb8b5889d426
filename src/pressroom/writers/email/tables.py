"""Elements changed to what mail programs lay out: grids as tables, and nothing that Outlook ignores."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

TILES_A_ROW = 2
# Outlook drops the style of elements that HTML 4 did not have
PLAIN = {
    "main": "div",
    "section": "div",
    "header": "div",
    "nav": "div",
    "aside": "div",
    "figure": "div",
    "figcaption": "p",
    "time": "span",
}
FRAME = {"role": "presentation", "cellpadding": "0", "cellspacing": "0", "border": "0", "width": "100%"}


def lay_out(root: HtmlElement) -> None:
    """Change the tree in place."""
    for table in [each for each in root.iter("table") if each.get("role") != "presentation"]:
        _data(table)
    for tiles in root.find_class("tiles"):
        _tiles(tiles)
    for fields in root.find_class("fields"):
        _fields(fields)
    for callout in root.find_class("callout"):
        _callout(callout)
    for task in root.find_class("task"):
        box = "☑ " if task.get("data-checked") == "true" else "☐ "
        task.text = box + (task.text or "")
    for element in list(root.iter(*PLAIN)):
        _rename(element)


def _rename(element: HtmlElement) -> None:
    kind = {"figure": "figure", "figcaption": "caption"}.get(element.tag, "")
    if kind:
        element.set("class", f"{kind} {element.get('class', '')}".strip())
    element.tag = PLAIN[element.tag]
    element.attrib.pop("datetime", None)


def _data(table: HtmlElement) -> None:
    """Keep a table of data as one, in a box that scrolls, so that a wide one does not widen the mail."""
    from lxml.html import builder as make

    table.set("class", f"data {table.get('class', '')}".strip())
    for name, value in (("cellpadding", "0"), ("cellspacing", "0"), ("border", "0"), ("width", "100%")):
        table.set(name, value)
    for cell in table.iter("td", "th"):
        if "num" in cell.get("class", "").split():
            cell.set("align", "right")
    box = make.DIV({"class": "scroll"})
    table.getparent().replace(table, box)
    box.tail, table.tail = table.tail, None
    box.append(table)


def _tiles(tiles: HtmlElement) -> None:
    """Set the key numbers two in a row; on a phone the style sheet sets them one below the other."""
    from lxml.html import builder as make

    items = list(tiles)
    grid = make.TABLE({**FRAME, "class": "tiles"})
    for first in range(0, len(items), TILES_A_ROW):
        row = make.TR()
        for place, item in enumerate(items[first : first + TILES_A_ROW]):
            if place:
                row.append(make.TD("\u00a0", {"class": "gutter", "width": "4%"}))
            item.tag = "td"
            item.tail = None
            item.set("width", "48%")
            item.set("valign", "top")
            row.append(item)
        if len(row) == 1 and len(items) > 1:
            row.append(make.TD("\u00a0", {"class": "gutter", "width": "4%"}))
            row.append(make.TD("\u00a0", {"class": "gutter", "width": "48%"}))
        grid.append(row)
    _replace(tiles, grid)


def _fields(fields: HtmlElement) -> None:
    """Set a "Key: value" block as a table of two columns."""
    from lxml.html import builder as make

    grid = make.TABLE({**FRAME, "class": "fields"})
    for element in list(fields):
        element.tail = None
        if element.tag == "dt" or not len(grid):
            grid.append(make.TR())
        element.tag = "th" if element.tag == "dt" else "td"
        element.set("valign", "top")
        if element.tag == "th":
            element.set("align", "left" if _left_to_right(fields) else "right")
        grid[-1].append(element)
    _replace(fields, grid)


def _callout(callout: HtmlElement) -> None:
    """Set an aside as a table of one cell: the only box whose ground Outlook paints."""
    from lxml.html import builder as make

    cell = make.TD({"class": "callout-inside"})
    cell.text = callout.text
    cell.extend(list(callout))
    _replace(callout, make.TABLE(make.TR(cell), {**FRAME, "class": callout.get("class", "")}))


def _replace(old: HtmlElement, new: HtmlElement) -> None:
    new.tail = old.tail
    old.tail = None
    old.getparent().replace(old, new)


def _left_to_right(element: HtmlElement) -> bool:
    found = element.xpath("ancestor-or-self::*[@dir][1]/@dir")
    return not found or found[0] != "rtl"
