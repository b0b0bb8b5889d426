"""Lists in Word's own numbering, terms with their definitions, fields, dated events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressroom.writers.common.markers import format_count
from pressroom.writers.docx.body.flow import BlockPosition, Flow, list_role
from pressroom.writers.docx.body.panel import write_legend, write_tiles
from pressroom.writers.docx.package.markup import BARE, PLAIN, raw_run
from pressroom.writers.docx.package.tree import classes, find_first, is_block
from pressroom.writers.docx.styles.definitions import LIST_STEP
from pressroom.writers.docx.styles.numbering import LEVELS, TASKS

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from pressroom.writers.docx.body.inline import TextLine
    from pressroom.writers.docx.package.markup import ParagraphFormat

_HIGHEST_START = 32767
_LETTERS = 26
ONE_LINE = 75  # letters


def write_list(flow: Flow, element: HtmlElement, place: BlockPosition) -> None:
    """Write ``ul`` or ``ol``: a counted list is an instance of its own, so that it starts where it should."""
    kinds = classes(element)
    if "tiles" in kinds:
        write_tiles(flow, element, place)
    elif "legend" in kinds:
        write_legend(flow, element, place)
    elif "events" in kinds:
        _write_events(flow, element, place)
    else:
        if place.depth < 0:
            flow.keep_lead_in(ONE_LINE)
        depth = min(place.depth + 1, LEVELS - 1)
        inner = place.within(depth=depth)
        numbering, counted = flow.context.numbering, element.tag == "ol"
        items = list(element.iterchildren("li"))
        idents = _number_items(flow, element, items, depth) if counted else []
        for at, item in enumerate(items):
            ident = (
                idents[at]
                if counted
                else numbering.add_bullet_list(TASKS.get(item.get("data-checked") or "", ""))
            )
            _write_item(
                flow, item, inner, list_role("number" if counted else "bullet", depth), (ident, depth)
            )
        if place.depth < 0:
            flow.close_group()


def _number_items(flow: Flow, element: HtmlElement, items: list[HtmlElement], depth: int) -> list[int]:
    """Return the numbering of each item: one for all where Word counts as written, else each its own."""
    numbering, kind, start = flow.context.numbering, element.get("type") or "1", _read_start(element)
    written = [
        item.get("data-marker") or f"{format_count(number, kind)}."
        for number, item in enumerate(items, start)
    ]
    letters = max(map(len, written), default=0)
    form = element.get("data-form") or "%."
    marked = any(item.get("data-marker") for item in items) and not element.get("data-form")
    # after "z" Word counts "aa", "bb", "cc"
    doubled = kind in ("a", "A") and start + len(items) - 1 > _LETTERS + 1
    if marked or doubled:
        return [numbering.add_fixed_marker(each, letters) for each in written]
    return [numbering.add_ordered_list(kind, start, depth, form, letters)] * len(items)


def _read_start(element: HtmlElement) -> int:
    text = (element.get("start") or "1").strip()
    return int(text) if text.isdigit() and int(text) <= _HIGHEST_START else 1


def _write_item(
    flow: Flow, item: HtmlElement, place: BlockPosition, role: str, number: tuple[int, int]
) -> None:
    """Write an item: its first paragraph carries the mark, the others stand under it."""

    def frame(line: TextLine | None = None) -> ParagraphFormat:
        turned = line is not None and flow.turns_in_box(line)
        return BARE.with_(number=number, **flow.frame_in_list(place, hanging=LIST_STEP, turned=turned))

    children = list(item)
    lead = children[0] if children and not (item.text or "").strip() else None
    if lead is not None and lead.tag == "p":
        line = flow.read_line(lead, place)
        flow.emit_line(role, line, frame(line), flow.mark_target(item, flow.mark_block(lead, line.content())))
        for child in children[1:]:
            flow.write(child, place)
        return
    marked = lead is not None and is_block(lead)
    if marked:  # a list or a table with no words ahead of it
        flow.emit(role, "", frame())

    def loose(line: TextLine) -> None:
        nonlocal marked
        if marked:
            flow.emit_plain(line, place)
        else:
            marked = True
            content = flow.mark_target(item, flow.mark_block(item, line.content()))
            flow.emit_line(role, line, frame(line), content)

    flow.write_mixed(item, place, loose)


def _write_events(flow: Flow, element: HtmlElement, place: BlockPosition) -> None:
    for item in element.iterchildren("li"):
        when, what = find_first(item, "when"), find_first(item, "what")
        line = flow.begin_line(place)
        if when is None or what is None:
            line.add_children(item, PLAIN)
        else:
            line.add_element(when, PLAIN)
            line.add_markup(raw_run("<w:tab/>"))
            line.add_element(what, PLAIN)
        flow.emit_line("event", line)
    flow.close_group()


def write_definitions(flow: Flow, element: HtmlElement, place: BlockPosition) -> None:
    """Write ``dl``: terms over their definitions, or the fields of a memo's head beside their values."""
    if "fields" in classes(element):
        _write_fields(flow, element, place)
    else:
        flow.keep_lead_in(ONE_LINE)
        for child in element:
            _write_definition(flow, child, place)
    flow.close_group()


def _write_definition(flow: Flow, child: HtmlElement, place: BlockPosition) -> None:
    if child.tag == "dt":
        line = flow.read_line(child, place)
        flow.emit_line("term", line, content=flow.mark_block(child, line.content()))
    else:
        flow.write_mixed(
            child,
            place.within(inside="definition"),
            lambda line: flow.emit_line("definition", line, content=flow.mark_block(child, line.content())),
        )


def _write_fields(flow: Flow, element: HtmlElement, place: BlockPosition) -> None:
    name = PLAIN.with_(style=flow.context.styles.id("field-name"))
    line = flow.begin_line(place)
    for child in element:
        if child.tag == "dt":
            line = flow.begin_line(place)
            inner = flow.begin_line(place)
            inner.add_children(child, name)
            line.add_markup(flow.mark_block(child, inner.content()))
        else:
            line.add_markup(raw_run("<w:tab/>"))
            inner = flow.read_line(child, place)
            line.add_markup(flow.mark_block(child, inner.content()))
            line.words += inner.words
            flow.emit_line("field", line)
            line = flow.begin_line(place)
