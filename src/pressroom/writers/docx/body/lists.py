"""Lists in Word's own numbering, terms with their definitions, fields, dated events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressroom.writers.docx.body.flow import Flow, Place, list_role
from pressroom.writers.docx.body.tiles import write_tiles
from pressroom.writers.docx.package.markup import BARE, PLAIN, raw_run
from pressroom.writers.docx.package.tree import classes, first, is_block
from pressroom.writers.docx.styles.definitions import LIST_STEP
from pressroom.writers.docx.styles.numbering import LEVELS, TASKS

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from pressroom.writers.docx.body.inline import Line

_HIGHEST_START = 32767
ONE_LINE = 75  # letters


def write_list(flow: Flow, element: HtmlElement, place: Place) -> None:
    """Write ``ul`` or ``ol``: a counted list is an instance of its own, so that it starts where it should."""
    kinds = classes(element)
    if "tiles" in kinds:
        write_tiles(flow, element, place)
    elif "events" in kinds:
        _events(flow, element, place)
    else:
        if place.depth < 0:
            flow.lead_in(ONE_LINE)
        depth = min(place.depth + 1, LEVELS - 1)
        inner = place.within(depth=depth)
        numbering, counted = flow.context.numbering, element.tag == "ol"
        own = numbering.counted(element.get("type") or "1", _start(element), depth) if counted else 0
        for item in element.iterchildren("li"):
            ident = own or numbering.bullets(TASKS.get(item.get("data-checked") or "", ""))
            _item(flow, item, inner, list_role("number" if counted else "bullet", depth), (ident, depth))
        if place.depth < 0:
            flow.close_group()


def _start(element: HtmlElement) -> int:
    text = (element.get("start") or "1").strip()
    return int(text) if text.isdigit() and int(text) <= _HIGHEST_START else 1


def _item(flow: Flow, item: HtmlElement, place: Place, role: str, number: tuple[int, int]) -> None:
    """Write an item: its first paragraph carries the mark, the others stand under it."""
    fmt = BARE.with_(number=number, **flow.framed(place, hanging=LIST_STEP))
    children = list(item)
    lead = children[0] if children and not (item.text or "").strip() else None
    if lead is not None and lead.tag == "p":
        line = flow.line_of(lead, place)
        flow.emit_line(role, line, fmt, flow.targeted(item, flow.known(lead, line.content())))
        for child in children[1:]:
            flow.write(child, place)
        return
    marked = lead is not None and is_block(lead)
    if marked:  # a list or a table with no words ahead of it
        flow.emit(role, "", fmt)

    def loose(line: Line) -> None:
        nonlocal marked
        if marked:
            flow.plain(line, place)
        else:
            marked = True
            flow.emit_line(role, line, fmt, flow.targeted(item, flow.known(item, line.content())))

    flow.mixed(item, place, loose)


def _events(flow: Flow, element: HtmlElement, place: Place) -> None:
    for item in element.iterchildren("li"):
        when, what = first(item, "when"), first(item, "what")
        line = flow.line(place)
        if when is None or what is None:
            line.children(item, PLAIN)
        else:
            line.element(when, PLAIN)
            line.mark(raw_run("<w:tab/>"))
            line.element(what, PLAIN)
        flow.emit_line("event", line)
    flow.close_group()


def write_definitions(flow: Flow, element: HtmlElement, place: Place) -> None:
    """Write ``dl``: terms over their definitions, or the fields of a memo's head beside their values."""
    if "fields" in classes(element):
        _fields(flow, element, place)
    else:
        flow.lead_in(ONE_LINE)
        for child in element:
            _definition(flow, child, place)
    flow.close_group()


def _definition(flow: Flow, child: HtmlElement, place: Place) -> None:
    if child.tag == "dt":
        line = flow.line_of(child, place)
        flow.emit_line("term", line, content=flow.known(child, line.content()))
    else:
        flow.mixed(
            child,
            place.within(inside="definition"),
            lambda line: flow.emit_line("definition", line, content=flow.known(child, line.content())),
        )


def _fields(flow: Flow, element: HtmlElement, place: Place) -> None:
    name = PLAIN.with_(style=flow.context.styles.id("field-name"))
    line = flow.line(place)
    for child in element:
        if child.tag == "dt":
            line = flow.line(place)
            inner = flow.line(place)
            inner.children(child, name)
            line.mark(flow.known(child, inner.content()))
        else:
            line.mark(raw_run("<w:tab/>"))
            inner = flow.line_of(child, place)
            line.mark(flow.known(child, inner.content()))
            line.words += inner.words
            flow.emit_line("field", line)
            line = flow.line(place)
