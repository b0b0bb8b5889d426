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
from pressroom.writers.docx.package.numbers import name_number, split_number
from pressroom.writers.docx.package.tree import classes, find_first
from pressroom.writers.docx.styles.definitions import (
    CALLOUT_INSET,
    LIST_STEP,
    callout_box,
    callout_edges,
    mirror_borders,
)
from pressroom.writers.docx.styles.text_styles import FIELD

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

    from pressroom.writers.docx.body.context import DocumentContext

# classes of a paragraph that are its role
ROLES = (
    "brand",
    "marking",
    "issuer",
    "standfirst",
    "byline",
    "dateline",
    "date",
    "salutation",
    "turn",
    "signer",
    "signature",
    "recipient",
    "address",
    "note",
    "ending",
    "caption",
    "strip-title",
    "table-note",
    "callout-title",
    "attribution",
    "sources-title",
    "panel-note",
    "about-title",
    "about-doubt",
    "about-address",
)
_DEEPEST_HEADING = 5
_ANY = 1_000_000  # letters: as long as a paragraph may be
_DASH = "\u2014 "
# blocks that a cover may have as well as the text: their indents, and how far the first line stands out
_IN_COVER = {
    "body": (0, 0),
    "salutation": (0, 0),
    "address": (0, 0),
    "note": (0, 0),
    "field": (FIELD, FIELD),
    "callout": (CALLOUT_INSET, 0),
    "callout-title": (CALLOUT_INSET, 0),
}
_SECOND = 'w:sz="11" w:space="6"'  # in the rule of every second of callouts that follow each other
# what stands beside the text in the head of a report, and in its column below: who wrote, where and when
_OF_HEAD = frozenset({"byline", "dateline"})
_GRAVE = {"warning", "caution", "important"}


def _write_paragraph(flow: Flow, element: HtmlElement, place: BlockPosition) -> None:
    line = flow.read_line(element, place)
    if line.empty:
        return
    content = flow.mark_target(element, flow.mark_block(element, line.content()))
    role = _find_role(flow, element)
    if role == "callout-title" and place.inside == "warning":
        role = "warning-title"
    if role == "ending":  # never alone at the head of a page
        flow.keep_lead_in(_ANY)
    if role == "attribution":  # its dash is not among the source's words
        content = run(_DASH) + content
    if not role and flow.context.styles.paper is not None and _leads(element):
        role = "lead"
    in_text = role in _OF_HEAD and next(element.iterancestors("header"), None) is None
    if in_text and role == "byline":
        role = "credit"
    if in_text and flow.context.outdent:
        flow.emit_line(role, line, BARE.with_(align=place.align, indent='<w:ind w:left="0"/>'), content)
    elif role:  # the marking of a section stands with its text
        keep = role == "marking" and next(element.iterancestors("section"), None) is not None
        flow.emit_line(role, line, BARE.with_(align=place.align, keep_next=keep), content)
    else:
        flow.emit_plain(line, place, content)


def _find_role(flow: Flow, element: HtmlElement) -> str:
    """Return the role of a paragraph: a class of the template's own that has a look, else a common one."""
    kinds = classes(element)
    own = (kind for kind in kinds if kind in flow.context.styles.own)
    return next(own, "") or next((kind for kind in kinds if kind in ROLES), "")


def _leads(element: HtmlElement) -> bool:
    """Tell whether a paragraph is the first of the text."""
    parent = element.getparent()
    if parent is None or parent.tag != "main":
        return False
    return all(before.tag == "nav" for before in element.itersiblings(preceding=True))


def _write_cover(flow: Flow, element: HtmlElement, place: BlockPosition) -> None:
    """Write the head of the first page, without what the reference's own cover says already."""
    begin = len(flow.out)
    for child in element:
        if "band" in classes(child):
            _write_band(flow, child, place)
        elif not flow.context.shown_roles.intersection(classes(child)):
            flow.write(child, place)
    _outdent_cover(flow, flow.out[begin:])


def _write_band(flow: Flow, band: HtmlElement, place: BlockPosition) -> None:
    """Write who publishes and when, where they are not in the first header: in a reference document."""
    if flow.context.styles.paper is not None:
        return
    for child in band:
        kinds = set(classes(child))
        if "band-date" in kinds:
            child.set("class", "date")
            kinds = {"date"}
        if "kind" not in kinds and not flow.context.shown_roles & kinds:
            flow.write(child, place)


def _outdent_cover(flow: Flow, parts: Sequence[FlowParagraph | str]) -> None:
    """Let the blocks of the cover begin where the title does, whatever they are elsewhere."""
    outdent = flow.context.outdent
    if not outdent:
        return
    indented = {**dict.fromkeys(flow.context.styles.own, (0, 0)), **_IN_COVER}
    own = {flow.context.styles.id(role): indents for role, indents in indented.items()}
    for part in parts:
        if isinstance(part, FlowParagraph) and part.style in own and not part.format.indent:
            left, hanging = own[part.style]
            indent = f'<w:ind w:left="{left - outdent}" w:hanging="{hanging}"/>'
            part.format = part.format.with_(indent=indent)


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
        if level == 1 and context.outdent:  # else the list's own indent would hold
            fmt = fmt.with_(indent=f'<w:ind w:left="{-context.outdent}" w:firstLine="0"/>')
    elif number is not None:
        content = _write_number(context, element.get("id") or "", number.text_content().strip()) + content
    content = context.bookmarks.wrap(element.get("id") or "", content)
    flow.emit_line(role, line, fmt, content)


def _write_number(context: DocumentContext, ident: str, words: str) -> str:
    """Return the number of a heading that Word doesn't count, in a bookmark where a reference shows it."""
    if ident not in context.numbers:
        return run(f"{words}\u2002")
    ahead, number, behind = split_number(words)
    marked = context.bookmarks.wrap(name_number(ident), run(number))
    return (run(ahead) if ahead else "") + marked + run(f"{behind}\u2002")


def _write_quote(flow: Flow, element: HtmlElement, place: BlockPosition) -> None:
    around = flow.box_rtl
    flow.box_rtl = element.get("dir", "rtl" if around else "ltr") == "rtl"
    flow.write_children(element, place.within(inside="quote", width=place.width - LIST_STEP))
    flow.box_rtl = around


def _write_callout(flow: Flow, element: HtmlElement, place: BlockPosition) -> None:
    kind = "warning" if _GRAVE.intersection(classes(element)) else "callout"
    ahead = flow.out[:]
    flow.write_children(element, place.within(inside=kind, width=place.width - CALLOUT_INSET))
    before = {id(part) for part in ahead}  # a page that was turned moves headings ahead of the callout
    _frame_callout(flow, [part for part in flow.out if id(part) not in before], ahead[-1:], kind)


def _frame_callout(
    flow: Flow, parts: Sequence[FlowParagraph | str], after: Sequence[FlowParagraph | str], kind: str
) -> None:
    """Give a callout one box, with its rule above it and nowhere else.

    Word joins neighbours whose borders are the same. So all paragraphs of a box have the same, those of a
    callout straight after another have others, and what follows a list in it has no rule.
    """
    own = {flow.context.styles.id(role) for role in ("callout", "callout-title", "warning-title")}
    above = next((part for part in after if isinstance(part, FlowParagraph) and part.style in own), None)
    close = above is not None
    second = above is not None and _SECOND not in above.format.borders
    rule = callout_box(flow.ink, "warning" if kind == "warning" else "accent_text", second=second)
    borders = rule if close or kind == "warning" else ""  # else those of the style
    for part in parts:
        if isinstance(part, FlowParagraph) and part.style in own:
            turned = mirror_borders(borders) if flow.context.rtl else borders
            part.format = part.format.with_(borders=turned)
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
    flow.emit_raw(contents_xml(flow.context, element, new_page=flow.breaks_page))


def _write_section(flow: Flow, element: HtmlElement, place: BlockPosition) -> None:
    kinds = classes(element)
    if "level-1" in kinds and _begins_page(flow, element):
        flow.break_page()
    if "landscape" not in kinds:
        around, flow.body = flow.body, "closing" if "closing" in kinds else flow.body
        flow.write_children(element, place)
        flow.body = around
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


def _begins_page(flow: Flow, section: HtmlElement) -> bool:
    """Tell whether a chapter begins a page: an annex does, and each where the report asks for it; the first
    stands where the head of the report leaves it.
    """
    body = flow.context.root.find("body")
    asked = body is not None and body.get("data-chapters") in ("page", "right")
    first = section.getprevious() is None
    return "annex" in classes(section) or (asked and not first)


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
