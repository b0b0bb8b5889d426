"""The page's blocks as Word's paragraphs and tables: which element is written how."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressroom.errors import PressroomError
from pressroom.writers.docx.body.contents import contents_xml
from pressroom.writers.docx.body.figures import write_figure, write_logo
from pressroom.writers.docx.body.flow import BlockPosition, Flow, FlowParagraph, WriteBlock
from pressroom.writers.docx.body.lists import write_definitions, write_list
from pressroom.writers.docx.body.tables import write_table
from pressroom.writers.docx.package.markup import BARE, PLAIN, run
from pressroom.writers.docx.package.tree import classes, find_first
from pressroom.writers.docx.styles.definitions import CALLOUT_INSET, LIST_STEP, callout_box, callout_edges

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

    from pressroom.writers.docx.body.inline import TextLine

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


def _write_paragraph(flow: Flow, element: HtmlElement, place: BlockPosition) -> None:
    line = flow.read_line(element, place)
    if line.empty:
        return
    content = flow.mark_target(element, flow.mark_block(element, line.content()))
    role = next((kind for kind in classes(element) if kind in ROLES), "")
    role = "date" if {"kind", "band-date"}.intersection(classes(element)) else role
    if role == "callout-title" and place.inside == "warning":
        role = "warning-title"
    if role == "attribution":  # its dash is not among the source's words
        content = run(_DASH) + content
    if role == "brand":
        _write_band(flow, line, content)
    elif role:
        flow.emit_line(role, line, BARE.with_(align=place.align), content)
    else:
        flow.emit_plain(line, place, content)


def _write_cover(flow: Flow, element: HtmlElement, place: BlockPosition) -> None:
    """Write the head of the first page, without what the reference's own cover says already."""
    for child in element:
        if not flow.context.shown_roles.intersection(classes(child)):
            flow.write(child, place)


def _write_band(flow: Flow, line: TextLine, content: str) -> None:
    """Write the publisher's name as a band at the head of the sheet, aligned with the column.

    The band is a frame at the sheet's edge, one tall line that the style's ground fills. In a
    reference document there is no such band.
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


def _write_title(flow: Flow, element: HtmlElement, place: BlockPosition) -> None:
    line = flow.read_line(element, place)
    flow.emit_line("title", line, content=flow.mark_target(element, flow.mark_block(element, line.content())))


def _write_heading(flow: Flow, element: HtmlElement, place: BlockPosition) -> None:
    context = flow.context
    level = min(int(str(element.tag)[1]) - 1, _DEEPEST_HEADING)
    role = f"heading-{level}"
    line = flow.read_line(element, place)
    content = flow.mark_block(element, line.content())
    number = find_first(element, "number")
    fmt = BARE.with_(keep_next=not context.styles.keeps_with_next(role))
    if context.heading_list:  # Word counts; a heading without a number in a counted outline is left out
        fmt = fmt.with_(
            number=(context.heading_list, level - 1) if number is not None else context.no_numbering(role)
        )
    elif number is not None:
        content = run(f"{number.text_content().strip()}\u2002") + content
    content = context.bookmarks.wrap(element.get("id") or "", content)
    flow.emit_line(role, line, fmt, content)


def _write_quote(flow: Flow, element: HtmlElement, place: BlockPosition) -> None:
    flow.write_children(element, place.within(inside="quote", width=place.width - LIST_STEP))


def _write_callout(flow: Flow, element: HtmlElement, place: BlockPosition) -> None:
    kind = "warning" if _GRAVE.intersection(classes(element)) else "callout"
    begin, after = len(flow.out), flow.out[-1:]
    flow.write_children(element, place.within(inside=kind, width=place.width - CALLOUT_INSET))
    _frame_callout(flow, flow.out[begin:], after, kind)


def _frame_callout(
    flow: Flow, parts: Sequence[FlowParagraph | str], after: Sequence[FlowParagraph | str], kind: str
) -> None:
    """Give a callout one box, with its rule above it and nowhere else.

    Word joins neighbours whose borders are the same. So all paragraphs of a box have the same, those of a
    callout straight after another have others, and what follows a list in it has no rule.
    """
    own = {flow.context.styles.id(role) for role in ("callout", "callout-title", "warning-title")}
    close = any(isinstance(part, FlowParagraph) and part.style in own for part in after)
    rule = callout_box(flow.ink, "warning" if kind == "warning" else "accent_text", 6 if close else 5)
    borders = rule if close or kind == "warning" else ""  # else those of the style
    for part in parts:
        if isinstance(part, FlowParagraph) and part.style in own:
            part.format = part.format.with_(borders=borders)
        else:
            borders = f"<w:pBdr>{callout_edges(flow.ink)}</w:pBdr>"


def _write_code(flow: Flow, element: HtmlElement, place: BlockPosition) -> None:
    text = element.text_content().strip("\n").expandtabs(4)
    fmt = BARE.with_(bidi="0" if flow.context.rtl else "", align=place.align)
    flow.emit("code", run(text, PLAIN.with_(hidden_proof=True)), fmt)


def _write_divider(flow: Flow, _element: HtmlElement, _place: BlockPosition) -> None:
    flow.emit("divider", "")


def _write_contents(flow: Flow, element: HtmlElement, _place: BlockPosition) -> None:
    if "mini" in classes(element):  # they stand beside the text, which Word has no place for
        return
    flow.emit_raw(contents_xml(flow.context, element))


def _write_section(flow: Flow, element: HtmlElement, place: BlockPosition) -> None:
    if "landscape" not in classes(element):
        flow.write_children(element, place)
        return
    if place.inside or place.depth >= 0:
        raise PressroomError(
            "a landscape section stands inside another block",
            cure="put section.landscape directly among the sections of the template",
            rule="landscape-nested",
        )
    turned = flow.begin_landscape()
    flow.write_children(element, place.within(width=turned.text_width))
    flow.end_landscape()


def _write_division(flow: Flow, element: HtmlElement, place: BlockPosition) -> None:
    kinds = classes(element)
    if "page-break" in kinds:
        flow.break_page()
    if "running" not in kinds:
        flow.write_children(element, place)


BLOCK_WRITERS: dict[str, WriteBlock] = {
    "header": _write_cover,
    "img": write_logo,
    "p": _write_paragraph,
    "h1": _write_title,
    "h2": _write_heading,
    "h3": _write_heading,
    "h4": _write_heading,
    "h5": _write_heading,
    "h6": _write_heading,
    "ul": write_list,
    "ol": write_list,
    "dl": write_definitions,
    "table": write_table,
    "blockquote": _write_quote,
    "pre": _write_code,
    "aside": _write_callout,
    "hr": _write_divider,
    "figure": write_figure,
    "nav": _write_contents,
    "section": _write_section,
    "div": _write_division,
}
