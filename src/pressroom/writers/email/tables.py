"""Elements changed to what mail programs lay out: grids as tables, and nothing that Outlook ignores."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

FRAMES_A_ROW = 2
LONG_WORD = 30  # letters of a word that a table may break: below that, columns shrink no further
SHORT_KIND = 20  # letters of a kind of paper that stays on one line
_LONG = re.compile(rf"\S{{{LONG_WORD},}}")
_SPACES = re.compile(r"^ | (?= )")  # those that HTML would drop
_APART = "\u00a0\u00a0 "  # more than a word's space, where margins of words are not kept
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
TURNED = (
    *("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "div"),
    *("caption", "aside", "section", "figcaption"),
)
FIXED = frozenset(
    {"inside", "strip-title", "sources-title", "about-title", "callout-title"}
)  # labels stay with what they name
FRAME = {"role": "presentation", "cellpadding": "0", "cellspacing": "0", "border": "0", "width": "100%"}


def lay_out(root: HtmlElement) -> None:
    """Change the tree in place."""
    for table in [each for each in root.iter("table") if each.get("role") != "presentation"]:
        _data(table)
    for tiles in root.find_class("tiles"):
        kinds = tiles.get("class", "").split()
        if "facts" in kinds:
            _facts(tiles)
        elif "further" in kinds:
            _further(tiles)
        else:
            _frames(tiles)
    for legend in root.find_class("legend"):
        _legend(legend)
    for band in root.find_class("band"):
        _band(band, root)
    for fields in root.find_class("fields"):
        _fields(fields)
    for callout in root.find_class("callout"):
        _callout(callout)
    for block in list(root.iter("pre")):
        _code(block)
    _mark_cells(root)
    _mark_items(root)
    _mark_passages(root)
    for task in root.find_class("task"):
        box = "☑ " if task.get("data-checked") == "true" else "☐ "
        task.text = box + (task.text or "")
    for element in list(root.iter(*PLAIN)):
        _rename(element)


def _mark_cells(root: HtmlElement) -> None:
    """Mark the cells with a word that has to be broken; of others it would break numbers and names."""
    for cell in root.iter("td", "th"):
        if _LONG.search(cell.text_content()):
            cell.set("class", f"{cell.get('class', '')} long-word".strip())


def _mark_items(root: HtmlElement) -> None:
    """Write numbers that HTML would not write, such as "(3)" and "2.1", into the words of their items."""
    for item in root.xpath("//li[@data-marker]"):
        marker = item.attrib.pop("data-marker")
        item.set("style", "list-style-type:none")
        first = item[0] if len(item) and item[0].tag == "p" and not (item.text or "").strip() else item
        first.text = f"{marker} {first.text or ''}"
    for counted in root.xpath("//ol[@data-form]"):
        del counted.attrib["data-form"]


def _mark_passages(root: HtmlElement) -> None:
    """Mark blocks that run in a direction of their own, since the mail's styles say where text begins."""
    for block in root.iter(*TURNED):
        if block.get("dir") and not FIXED.intersection(block.get("class", "").split()):
            side = "left" if _left_to_right(block) else "right"
            block.set("class", f"{block.get('class', '')} from-{side}".strip())


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
    for row in table.iter("tr"):
        row.set("valign", "top")
    for cell in table.iter("td", "th"):
        kinds = cell.get("class", "").split()
        if "num" in kinds or "center" in kinds:
            cell.set("align", "right" if "num" in kinds else "center")
        elif cell.tag == "th" or cell.get("dir"):  # a head is centred unless it is told otherwise
            cell.set("align", "left" if _left_to_right(cell) else "right")
    box = make.DIV({"class": "scroll"})
    table.getparent().replace(table, box)
    box.tail, table.tail = table.tail, None
    box.append(table)


def _frames(tiles: HtmlElement) -> None:
    """Set the frames two in a row, an odd one over both; a phone has them one below the other."""
    from lxml.html import builder as make

    items = list(tiles)
    grid = make.TABLE({**FRAME, "class": "tiles"})
    for first in range(0, len(items), FRAMES_A_ROW):
        row = make.TR()
        pair = items[first : first + FRAMES_A_ROW]
        for place, item in enumerate(pair):
            if place:
                row.append(make.TD("\u00a0", {"class": "gutter", "width": "4%"}))
            row.append(_to_cell(item))
            item.set("width", "48%" if len(pair) > 1 else "100%")
        if len(pair) == 1 and len(items) > 1:
            items[-1].set("colspan", "3")
        grid.append(row)
    _replace(tiles, grid)


def _further(tiles: HtmlElement) -> None:
    """Set the numbers without a frame one below the other, each on a line with its words."""
    from lxml.html import builder as make

    grid = make.TABLE({**FRAME, "class": "tiles further"})
    for item in list(tiles):
        for part in item.iterchildren("p"):
            if {"tile-number", "tile-label"}.intersection(part.get("class", "").split()):
                part.tag = "span"
                part.tail = " "
        grid.append(make.TR(_to_cell(item)))
    _replace(tiles, grid)


def _facts(tiles: HtmlElement) -> None:
    """Set each number beside its words."""
    from lxml.html import builder as make

    grid = make.TABLE({**FRAME, "class": "tiles facts"})
    for item in list(tiles):
        number = next((part for part in item if "tile-number" in part.get("class", "").split()), None)
        words = make.TD({"valign": "top", "class": "fact"}, *(part for part in item if part is not number))
        ahead = make.TD({"valign": "top", "class": "fact-number", "width": "34%"})
        if number is not None:
            ahead.append(number)
        grid.append(make.TR(ahead, words))
    _replace(tiles, grid)


def _to_cell(item: HtmlElement) -> HtmlElement:
    item.tag = "td"
    item.tail = None
    item.set("valign", "top")
    return item


def _legend(legend: HtmlElement) -> None:
    """Set the signs and their words as one paragraph."""
    legend.tag = "p"
    for item in legend:
        item.tag = "span"
        item.set("class", "sign-words")
        item.tail = _APART


def _band(band: HtmlElement, root: HtmlElement) -> None:
    """Set the band ahead of all else on the sheet, where it reaches from edge to edge in every program."""
    from lxml.html import builder as make

    for kind in band.find_class("kind"):
        if kind.text and len(kind.text) <= SHORT_KIND:
            kind.text = "\u00a0".join(kind.text.split())
    who = [part for part in band if {"brand", "logo"}.intersection(part.get("class", "").split())]
    if "plain" in band.get("class", "").split():
        who = list(band)[:1]
    rest = [part for part in band if part not in who]
    rest.sort(key=lambda part: "kind" in part.get("class", "").split())  # the date stands ahead of the kind
    for part in (*who, *rest):
        part.tail = _APART
        part.tag = "span" if part.tag == "p" else part.tag
    for last in (*who[-1:], *rest[-1:]):
        last.tail = None
    start, end = ("left", "right") if _left_to_right(band) else ("right", "left")
    row = make.TR(
        make.TD({"class": "band-start", "align": start, "valign": "middle"}, *who),
        make.TD({"class": "band-end", "align": end, "valign": "middle"}, *rest),
    )
    inner = make.TABLE({**FRAME, "class": "band-row"}, row)
    grid = make.TABLE({**FRAME}, make.TR(make.TD({"class": band.get("class", "")}, inner)))
    sheet = next(iter(root.find_class("sheet")), None)
    if sheet is None or sheet.tag != "div":  # a frame of the user's own
        _replace(band, grid)
        return
    band.drop_tree()
    sheet.insert(0, grid)


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


def _code(block: HtmlElement) -> None:
    """Set preformatted text as lines that may wrap: Outlook for Windows knows no white-space: pre-wrap."""
    from lxml.html import builder as make

    lines = block.text_content().strip("\n").expandtabs(4).split("\n")
    box = make.DIV({"class": "code"})
    box.text = _keep_spaces(lines[0])
    for line in lines[1:]:
        box.append(make.BR())
        box[-1].tail = _keep_spaces(line)
    _replace(block, box)


def _keep_spaces(line: str) -> str:
    return _SPACES.sub("\u00a0", line)


def _replace(old: HtmlElement, new: HtmlElement) -> None:
    new.tail = old.tail
    old.tail = None
    old.getparent().replace(old, new)


def _left_to_right(element: HtmlElement) -> bool:
    found = element.xpath("ancestor-or-self::*[@dir][1]/@dir")
    return not found or found[0] != "rtl"
