"""The panel of key numbers: frames with their pictures side by side, the others as a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressroom.writers.docx.body.flow import BlockPosition, Flow
from pressroom.writers.docx.body.tablemarkup import cell_xml, row_xml, table_xml
from pressroom.writers.docx.package.markup import BARE, PLAIN, raw_run, run
from pressroom.writers.docx.package.tree import classes, find_first, read_words

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from pressroom.writers.docx.body.inline import TextLine

_SIDE_BY_SIDE = {1: 1, 2: 2, 4: 4, 8: 4}
_THIRDS = 3  # frames side by side on a sheet of numbers, however many a part has
_DISTANCE = 240  # twips below the panel
_GAP = 340  # twips between frames: 6 mm
_NUMBER_LETTER = 270  # twips: a letter of a large number, at most
_NO_BREAK = "\u00a0"
_BETWEEN = "\u2003\u2003"  # two entries of the legend


def count_columns(count: int) -> int:
    """Return how many frames stand side by side: three, unless another number divides better."""
    return _SIDE_BY_SIDE.get(count, 3)


def write_tiles(flow: Flow, element: HtmlElement, place: BlockPosition) -> None:
    """Write ``ul.tiles`` as a table for layout, titled like the panel.

    Where the text reads from the right the cells are in the order of the sheet, from the left: Word and
    LibreOffice differ in where a table begins that reads from the right.
    """
    items = list(element.iterchildren("li"))
    if not items:
        return
    if "facts" in classes(element):
        _write_facts(flow, items, place)
        return
    rtl = flow.context.rtl
    outdent = 0 if place.inside else flow.context.outdent
    indent = -_GAP if rtl else -outdent  # from the right, the side column is at the table's other end
    place = place.within(width=flow.sheet.text_width if not place.inside else place.width)
    listed = "further" in classes(element)
    across = min(len(items), 2) if listed else count_columns(len(items))
    across = _THIRDS if "thirds" in classes(element) else across
    each = (place.width + _GAP) // across  # the last frame's gap lies outside
    inner = place.within(width=each - _GAP)
    rows = []
    for start in range(0, len(items), across):
        row = items[start : start + across]
        level = any(_find_qualifier(item) is not None for item in row)
        written = [
            _write_listed(flow, item, inner) if listed else _write_frame(flow, item, inner, level=level)
            for item in row
        ]
        written += [_write_nothing(flow)] * (across - len(row))
        cells = [cell_xml(content, each, extra=_make_margins(rtl=rtl)) for content in written]
        rows.append(row_xml(cells[::-1] if rtl else cells))
    parent = element.getparent()
    title = find_first(parent, "strip-title") if parent is not None else None
    style = flow.context.styles.id("normal-table") or flow.context.styles.id("table")
    words = read_words(title) if title is not None else ""
    markup = table_xml(style, [each] * across, rows, caption=words, indent=indent, look=False)
    flow.emit_table(markup, _DISTANCE)


def _write_facts(flow: Flow, items: list[HtmlElement], place: BlockPosition) -> None:
    """Write each number on a line with its words, the number in the side column."""
    value = PLAIN.with_(style=flow.context.styles.id("fact-value"))
    for item in items:
        line = flow.begin_line(place)
        number, label = find_first(item, "tile-number"), find_first(item, "tile-label")
        if number is not None:
            line.add_children(number, value)
        line.add_markup(raw_run("<w:tab/>"))
        if label is not None:
            line.add_children(label, PLAIN)
        flow.emit_line("fact", line, BARE)
        for detail in item.find_class("tile-detail"):
            flow.emit_line("fact-detail", flow.read_line(detail, place))
    flow.close_group()


def _make_margins(*, rtl: bool) -> str:
    """Return the margins of a frame: the gap to the next one at its end."""
    left, right = (_GAP, 0) if rtl else (0, _GAP)
    return (
        f'<w:tcMar><w:top w:w="0" w:type="dxa"/><w:left w:w="{left}" w:type="dxa"/>'
        f'<w:bottom w:w="120" w:type="dxa"/><w:right w:w="{right}" w:type="dxa"/></w:tcMar>'
    )


def write_legend(flow: Flow, element: HtmlElement, place: BlockPosition) -> None:
    """Write ``ul.legend`` as one paragraph: each sign with the words that it stands for."""
    line = flow.begin_line(place.within(width=flow.sheet.text_width))
    for number, item in enumerate(element.iterchildren("li")):
        if number:
            line.add_markup(run(_BETWEEN))
        line.add_children(item, PLAIN)
    if not line.empty:
        flow.emit_line("panel-legend", line)


def _write_nothing(flow: Flow) -> str:
    inner = flow.make_nested()
    inner.emit("tile-label", "")
    return inner.xml()


def _find_qualifier(item: HtmlElement) -> HtmlElement | None:
    number = find_first(item, "tile-number")
    return find_first(number, "qualifier") if number is not None else None


def _write_frame(flow: Flow, item: HtmlElement, place: BlockPosition, *, level: bool) -> str:
    """Write a frame: its first number large, each further one on a line with its words.

    ``level``: a number of the row has a word above it, so that the others keep the room for one.
    """
    inner = flow.make_nested()
    for number, entry in enumerate(item.find_class("entry") or [item]):
        if number:
            _write_second(inner, entry, place)
        else:
            _write_first(inner, entry, place, level=level)
        _write_rest(inner, entry, place)
    if not inner.out:
        inner.emit("tile-label", "")
    return inner.xml()


def _write_first(flow: Flow, entry: HtmlElement, place: BlockPosition, *, level: bool) -> None:
    number, label = find_first(entry, "tile-number"), find_first(entry, "tile-label")
    if number is not None:
        line, above = flow.begin_line(place), find_first(number, "qualifier")
        if above is not None or level:
            look = PLAIN.with_(style=flow.context.styles.id("tile-qualifier"))
            line.add_text(_NO_BREAK if above is None else read_words(above), look)
            line.add_markup(raw_run("<w:br/>"))
        for child in number:
            if child is not above:
                line.add_element(child, PLAIN)
        words = [word for child in number.find_class("value") for word in read_words(child).split()]
        longest, whole = max(map(len, words), default=0), len(" ".join(words))
        fits = longest * _NUMBER_LETTER <= place.width and whole * _NUMBER_LETTER <= 2 * place.width
        flow.emit_line("tile-number" if fits else "tile-number-small", line)
    if label is not None:
        flow.emit_line("tile-label", flow.read_line(label, place))


def _write_second(flow: Flow, entry: HtmlElement, place: BlockPosition) -> None:
    line = _read_on_one_line(flow, entry, place, "tile-value", "tile-words")
    flow.emit_line("tile-second", line)


def _write_listed(flow: Flow, item: HtmlElement, place: BlockPosition) -> str:
    inner = flow.make_nested()
    line = _read_on_one_line(inner, item, place, "further-value", "")
    inner.emit_line("tile-further", line)
    _write_rest(inner, item, place)
    return inner.xml()


def _read_on_one_line(
    flow: Flow, entry: HtmlElement, place: BlockPosition, number_style: str, words_style: str
) -> TextLine:
    line, styles = flow.begin_line(place), flow.context.styles
    number, label = find_first(entry, "tile-number"), find_first(entry, "tile-label")
    if number is not None:
        line.add_children(number, PLAIN.with_(style=styles.id(number_style)))
        line.add_text(" ", PLAIN)
    if label is not None:
        line.add_children(label, PLAIN.with_(style=styles.id(words_style)) if words_style else PLAIN)
    return line


def _write_rest(flow: Flow, entry: HtmlElement, place: BlockPosition) -> None:
    """Write what follows number and label: details, the picture, what it needs to be read."""
    for child in entry:
        kinds = classes(child)
        if child.tag == "img":
            content = _read_picture(flow, child, place)
            if content:
                flow.emit("tile-picture", content)
        elif "tile-number" not in kinds and "tile-label" not in kinds:
            line = flow.read_line(child, place)
            if not line.empty:
                flow.emit_line("tile-detail", line)


def _read_picture(flow: Flow, image: HtmlElement, place: BlockPosition) -> str:
    name, alt = (image.get("src") or "").removeprefix("asset:"), image.get("alt") or ""
    drawing = flow.context.page.drawings.get(name)
    if drawing is None:
        return run(alt)
    return flow.context.pictures.drawing(flow.links.part, drawing, alt, place.width)
