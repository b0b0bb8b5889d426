"""The page's blocks as Word's paragraphs and tables: which element is written how."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressroom.errors import PressroomError
from pressroom.writers.docx.body.contents import contents_xml
from pressroom.writers.docx.body.figures import write_figure, write_logo
from pressroom.writers.docx.body.flow import Flow, Par, Place, Writer
from pressroom.writers.docx.body.lists import write_definitions, write_list
from pressroom.writers.docx.body.tables import write_table
from pressroom.writers.docx.package.markup import BARE, PLAIN, run
from pressroom.writers.docx.package.tree import classes, first
from pressroom.writers.docx.styles.definitions import CALLOUT_INSET, LIST_STEP, callout_box, callout_edges

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

    from pressroom.writers.docx.body.inline import Line

# classes of a paragraph that are its role
ROLES = (
    "brand",
    "marking",
    "standfirst",
    "byline",
    "dateline",
    "date",
    "salutation",
    "turn",
    "signature",
    "address",
    "note",
    "caption",
    "strip-title",
    "table-note",
    "callout-title",
    "attribution",
    "sources-title",
)
_DEEPEST_HEADING = 5
_DASH = "\u2014 "
_GRAVE = {"warning", "caution", "important"}


def _paragraph(flow: Flow, element: HtmlElement, place: Place) -> None:
    line = flow.line_of(element, place)
    if line.empty:
        return
    content = flow.targeted(element, flow.known(element, line.content()))
    role = next((kind for kind in classes(element) if kind in ROLES), "")
    if role == "callout-title" and place.inside == "warning":
        role = "warning-title"
    if role == "attribution":  # its dash is not among the source's words
        content = run(_DASH) + content
    if role == "brand":
        _band(flow, line, content)
    elif role:
        flow.emit_line(role, line, BARE.with_(align=place.align), content)
    else:
        flow.plain(line, place, content)


def _cover(flow: Flow, element: HtmlElement, place: Place) -> None:
    """Write the head of the first page, without what the reference's own cover says already."""
    for child in element:
        if not flow.context.told.intersection(classes(child)):
            flow.write(child, place)


def _band(flow: Flow, line: Line, content: str) -> None:
    """Write who publishes as a band over the head of the sheet, with the words above the column.

    The band is a frame at the sheet's edge, one tall line that the style's ground fills. A guest in a
    reference document has no head of its own.
    """
    sheet = flow.context.paper
    fmt = BARE
    if sheet.outer:
        place = 'w:wrap="notBeside" w:vAnchor="page" w:hAnchor="page" w:x="1" w:y="1"'
        fmt = BARE.with_(
            frame=f'<w:framePr w:w="{sheet.width}" {place}/>',
            indent=f'<w:ind w:firstLine="{sheet.left}"/>',
        )
    flow.emit_line("brand", line, fmt, content)


def _title(flow: Flow, element: HtmlElement, place: Place) -> None:
    line = flow.line_of(element, place)
    flow.emit_line("title", line, content=flow.targeted(element, flow.known(element, line.content())))


def _heading(flow: Flow, element: HtmlElement, place: Place) -> None:
    context = flow.context
    level = min(int(str(element.tag)[1]) - 1, _DEEPEST_HEADING)
    role = f"heading-{level}"
    line = flow.line_of(element, place)
    content = flow.known(element, line.content())
    number = first(element, "number")
    fmt = BARE.with_(keep_next=not context.styles.keeps_with_next(role))
    if context.heading_list:  # Word counts; a heading without a number in a counted outline is left out
        fmt = fmt.with_(
            number=(context.heading_list, level - 1) if number is not None else context.not_counted(role)
        )
    elif number is not None:
        content = run(f"{number.text_content().strip()}\u2002") + content
    content = context.bookmarks.around(element.get("id") or "", content)
    flow.emit_line(role, line, fmt, content)


def _quote(flow: Flow, element: HtmlElement, place: Place) -> None:
    flow.children(element, place.within(inside="quote", width=place.width - LIST_STEP))


def _callout(flow: Flow, element: HtmlElement, place: Place) -> None:
    kind = "warning" if _GRAVE.intersection(classes(element)) else "callout"
    begin, after = len(flow.out), flow.out[-1:]
    flow.children(element, place.within(inside=kind, width=place.width - CALLOUT_INSET))
    _box(flow, flow.out[begin:], after, kind)


def _box(flow: Flow, parts: Sequence[Par | str], after: Sequence[Par | str], kind: str) -> None:
    """Give a callout one box, with its rule above it and nowhere else.

    Word joins neighbours whose borders are the same. So all paragraphs of a box have the same, those of a
    callout straight after another have others, and what follows a list in it has no rule.
    """
    own = {flow.context.styles.id(role) for role in ("callout", "callout-title", "warning-title")}
    close = any(isinstance(part, Par) and part.style in own for part in after)
    rule = callout_box(flow.ink, "warning" if kind == "warning" else "accent", 6 if close else 5)
    borders = rule if close or kind == "warning" else ""  # else those of the style
    for part in parts:
        if isinstance(part, Par) and part.style in own:
            part.format = part.format.with_(borders=borders)
        else:
            borders = f"<w:pBdr>{callout_edges(flow.ink)}</w:pBdr>"


def _code(flow: Flow, element: HtmlElement, place: Place) -> None:
    text = element.text_content().strip("\n").expandtabs(4)
    fmt = BARE.with_(bidi="0" if flow.context.rtl else "", align=place.align)
    flow.emit("code", run(text, PLAIN.with_(hidden_proof=True)), fmt)


def _divider(flow: Flow, _element: HtmlElement, _place: Place) -> None:
    flow.emit("divider", "")


def _contents(flow: Flow, element: HtmlElement, _place: Place) -> None:
    flow.emit_raw(contents_xml(flow.context, element))


def _section(flow: Flow, element: HtmlElement, place: Place) -> None:
    if "landscape" not in classes(element):
        flow.children(element, place)
        return
    if place.inside or place.depth >= 0:
        raise PressroomError(
            "a landscape section stands inside another block",
            cure="put section.landscape directly among the sections of the template",
            rule="landscape-nested",
        )
    turned = flow.begin_landscape()
    flow.children(element, place.within(width=turned.text_width))
    flow.end_landscape()


def _division(flow: Flow, element: HtmlElement, place: Place) -> None:
    kinds = classes(element)
    if "page-break" in kinds:
        flow.break_page()
    if "running" not in kinds:
        flow.children(element, place)


WRITERS: dict[str, Writer] = {
    "header": _cover,
    "img": write_logo,
    "p": _paragraph,
    "h1": _title,
    "h2": _heading,
    "h3": _heading,
    "h4": _heading,
    "h5": _heading,
    "h6": _heading,
    "ul": write_list,
    "ol": write_list,
    "dl": write_definitions,
    "table": write_table,
    "blockquote": _quote,
    "pre": _code,
    "aside": _callout,
    "hr": _divider,
    "figure": write_figure,
    "nav": _contents,
    "section": _section,
    "div": _division,
}
