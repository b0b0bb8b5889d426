"""The sequence of paragraphs and tables of one part, with the spacing and breaks between them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pressroom.writers.docx.body.context import DocumentContext, PartLinks
from pressroom.writers.docx.body.inline import TextLine
from pressroom.writers.docx.package.markup import BARE, PLAIN, ParagraphFormat, paragraph_properties_xml
from pressroom.writers.docx.package.sections import Paper
from pressroom.writers.docx.package.tree import is_block, read_words
from pressroom.writers.docx.styles.base_styles import OUTDENTED
from pressroom.writers.docx.styles.definitions import (
    CALLOUT_INSET,
    HALF,
    LIST_STEP,
    Palette,
    callout_edges,
    mirror_borders,
)

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DEEPEST_STYLE = 5
_CONTAINER_ROLES = {
    "quote": "quote",
    "callout": "callout",
    "warning": "callout",
    "cell": "table-text",
    "definition": "definition",
    "head": "table-head",
}
# roles with a bar or a ground, and how far they stand in from its edge
_FRAMED = {
    **dict.fromkeys(("callout", "callout-title", "warning-title"), CALLOUT_INSET),
    **dict.fromkeys(("quote", "attribution"), LIST_STEP),
}
# roles of the report's own words, which may be in another language than the text: they keep to its side
_TITLES = frozenset(
    (
        *("strip-title", "tile-number", "tile-number-small", "tile-label", "tile-detail", "tile-second"),
        *("tile-further", "panel-note", "panel-legend", "callout-title", "warning-title", "toc-heading"),
        *("sources-title", "about-title", "about-doubt", "about-address"),
    )
)
# roles that never end a page
_HEADS = (*(f"heading-{level}" for level in range(1, 6)), "callout-title", "warning-title")
# roles of the head of the first page
_COVER = ("title", "standfirst", "byline", "dateline", "date", "issuer", "marking", "brand")
_MARKUP = re.compile(r"<w:instrText.*?</w:instrText>|<[^>]*>")
_AFTER_GROUP = f'<w:spacing w:after="{HALF}"/>'
CLOSED_UP = '<w:spacing w:before="0" w:after="0"/>'


@dataclass(slots=True)
class FlowParagraph:
    """A paragraph in the flow; what follows may still change its format (a list's end, a section's end)."""

    style: str
    content: str
    format: ParagraphFormat

    def xml(self) -> str:
        """Return ``w:p``."""
        return f"<w:p>{paragraph_properties_xml(self.style, self.format)}{self.content}</w:p>"


@dataclass(frozen=True, slots=True)
class BlockPosition:
    """Where a block stands: its width in twips, how deep in lists (-1: in none), and in what.

    ``inside`` is "" in the open text, else quote, callout, warning, cell or head (a header cell).
    ``align`` is what the paragraphs of a table's cell have in common; ``keep``: they stay with the next.
    """

    width: int
    depth: int = -1
    inside: str = ""
    align: str = ""
    keep: bool = False

    def within(self, **changes: object) -> BlockPosition:
        """Return the position with some fields changed."""
        return replace(self, **changes)  # type: ignore[arg-type]  # the names are the fields of the class

    @property
    def role(self) -> str:
        """The role of a paragraph that has none of its own."""
        if not self.inside and self.depth >= 0:
            return list_role("continue", self.depth)
        return _CONTAINER_ROLES.get(self.inside, "body")


def list_role(kind: str, depth: int) -> str:
    """Return the role of an item (``kind`` bullet, number or continue) at a depth from 0."""
    return f"{kind}-{min(depth + 1, _DEEPEST_STYLE)}"


WriteBlock = Callable[["Flow", "HtmlElement", BlockPosition], None]


class Flow:
    """Takes paragraphs and tables in order. ``writers`` says by tag how an element is written.

    ``marks`` is False where the blocks of the source are not marked one by one, as in a note; ``turns`` where
    no page can be on its side: in a note or a cell.
    """

    def __init__(
        self,
        context: DocumentContext,
        links: PartLinks,
        writers: Mapping[str, WriteBlock],
        *,
        marks: bool = True,
        turns: bool = True,
    ) -> None:
        self.context = context
        self.links = links
        self.writers = writers
        self.marks = marks
        self.turns = turns
        self.ink = Palette(context.page.report.brand, themed=context.styles.paper is not None)
        self.sheet = context.paper  # the page set-up of the section being written
        self.out: list[FlowParagraph | str] = []
        self._break_next = False
        self._after_table = 0  # twips that the next paragraph keeps from the table before it
        self._landscape_over = False
        self._open_section = ""  # the properties of a landscape section that goes on after it seemed to end
        self._last_sheet = self.sheet  # of the section that ended last
        self.look = PLAIN  # of the words, where it is not that of their styles
        self.body = "body"  # the role of a paragraph that has none: that of the part it stands in
        self.box_rtl = context.rtl  # whether the box that is written begins at the right

    def make_nested(self) -> Flow:
        """Return a flow of its own, for a cell."""
        return Flow(self.context, self.links, self.writers, marks=self.marks, turns=False)

    def xml(self) -> str:
        """Return the markup of everything in the flow."""
        return "".join([item if isinstance(item, str) else item.xml() for item in self.out])

    def emit(self, role: str, content: str, fmt: ParagraphFormat = BARE) -> None:
        """Add a paragraph in the style of a role."""
        self._close_landscape()
        if self._break_next:
            fmt = fmt.with_(page_break_before=True)
        if self._after_table and not fmt.spacing and not role.startswith(("heading", "table-")):
            fmt = fmt.with_(spacing=f'<w:spacing w:before="{self._after_table}"/>')
        rtl = fmt.bidi == "1" or (self.context.rtl and not fmt.bidi)
        if self.box_rtl and fmt.borders:
            fmt = fmt.with_(borders=mirror_borders(fmt.borders))
        elif role in _FRAMED and not fmt.indent and self.context.styles.paper is not None:
            fmt = self._frame(role, fmt, rtl=rtl)
        outdent = self.context.outdent
        # Word's left and right are start and end: where the text turns, the side column changes sides
        if fmt.bidi and outdent and role in OUTDENTED and not fmt.indent:
            fmt = fmt.with_(indent=f'<w:ind w:left="0" w:right="{-outdent}"/>')
        if fmt.bidi == "0" and self.context.rtl and role in _TITLES and not fmt.align:
            fmt = fmt.with_(align="right")
        elif rtl and fmt.align == "right":  # of numbers, whose last digits stand one below the other
            fmt = fmt.with_(align="left")
        self._break_next, self._after_table = False, 0
        self.out.append(FlowParagraph(self.context.styles.id(role), content, fmt))

    def _frame(self, role: str, fmt: ParagraphFormat, *, rtl: bool) -> ParagraphFormat:
        """Give a paragraph its part of the one frame of its box, whichever way the paragraph itself reads."""
        if rtl != self.box_rtl:
            fmt = fmt.with_(indent=f'<w:ind w:left="0" w:right="{_FRAMED[role]}"/>')
        if self.box_rtl != self.context.rtl:  # the bar of its style is at the other side
            bar, none = self.ink.rule("right" if self.box_rtl else "left", "accent", 16, 9), 'w:val="nil"/>'
            sides = f"<w:left {none}{bar}" if self.box_rtl else f"{bar}<w:right {none}"
            fmt = fmt.with_(borders=f"<w:pBdr>{sides}</w:pBdr>")
        return fmt

    def emit_line(
        self, role: str, line: TextLine, fmt: ParagraphFormat = BARE, content: str | None = None
    ) -> None:
        """Add a line, or its ``content`` with bookmarks round it, in its own direction."""
        inner = line.content() if content is None else content
        self.emit(role, inner, fmt.with_(bidi=self.direction(line)))

    def emit_table(self, xml: str, distance: int = HALF) -> None:
        """Add a table, ``distance`` twips above what follows; Word would join two in a row."""
        self._close_landscape()
        if self._break_next or self._after_table:
            self.emit("table-note", "", BARE.with_(spacing=CLOSED_UP))
        self.out.append(xml)
        self._after_table = distance

    def emit_raw(self, xml: str) -> None:
        """Add markup as it is, such as a contents control."""
        self._close_landscape()
        self._break_next, self._after_table = False, HALF
        self.out.append(xml)

    def close_group(self) -> None:
        """Give the last paragraph normal spacing below: a group of tightly set lines has ended."""
        last = self.out[-1] if self.out else None
        if isinstance(last, FlowParagraph) and not last.format.spacing:
            last.format = last.format.with_(spacing=_AFTER_GROUP)

    def keep_lead_in(self, longest: int = 0) -> None:
        """Keep the last paragraph with what follows if it introduces it: it ends in a colon, or is short."""
        last = self.out[-1] if self.out else None
        if isinstance(last, FlowParagraph) and not last.format.section:
            words = _MARKUP.sub("", last.content).strip()
            if words.endswith((":", "\uff1a")) or 0 < len(words) <= longest:
                last.format = last.format.with_(keep_next=True)

    def break_page(self) -> None:
        """Begin a new page with whatever comes next."""
        self._break_next = True

    @property
    def breaks_page(self) -> bool:
        """Whether a new page begins with whatever comes next."""
        return self._break_next

    def begin_line(self, place: BlockPosition) -> TextLine:
        """Begin a paragraph's content."""
        return TextLine(self.context, self.links, place.width)

    def read_line(self, element: HtmlElement, place: BlockPosition) -> TextLine:
        """Return an element's inline content."""
        line = self.begin_line(place)
        line.add_children(element, self.look)
        return line

    def direction(self, line: TextLine) -> str:
        """Return the paragraph's direction mark, "" where it goes with the document."""
        if line.reads_right_to_left() == self.context.rtl:
            return ""
        return "0" if self.context.rtl else "1"

    def turns_in_box(self, line: TextLine) -> bool:
        """Tell whether a paragraph reads the other way than the box around it begins."""
        return line.reads_right_to_left() != self.box_rtl

    def write(self, element: HtmlElement, place: BlockPosition) -> None:
        """Write one block; of an element of no known kind, what is in it."""
        writer = self.writers.get(str(element.tag))
        if writer is None:
            self.write_children(element, place)
        else:
            writer(self, element, place)

    def write_children(self, element: HtmlElement, place: BlockPosition) -> None:
        """Write the blocks in an element; loose words between them become paragraphs."""
        self.write_mixed(element, place, lambda line: self.emit_plain(line, place))

    def write_mixed(
        self, element: HtmlElement, place: BlockPosition, loose: Callable[[TextLine], None]
    ) -> None:
        """Write mixed content: blocks as blocks, each stretch of words and inline elements by ``loose``."""
        line = self.begin_line(place)
        look = self.look.with_(lang=element.get("lang") or "")
        line.add_text(element.text, look)
        for child in element:
            if is_block(child):
                if not line.empty:
                    loose(line)
                line = self.begin_line(place)
                self.write(child, place)
            else:
                line.add_element(child, look)
            line.add_text(child.tail, look)
        if not line.empty:
            loose(line)

    def emit_plain(self, line: TextLine, place: BlockPosition, content: str | None = None) -> None:
        """Add a paragraph with no role of its own."""
        fmt = BARE.with_(align=place.align, keep_next=place.keep)
        if place.depth >= 0 and not place.inside:
            fmt = fmt.with_(indent=f'<w:ind w:left="{LIST_STEP * (place.depth + 1)}"/>')
        elif place.depth >= 0:
            fmt = fmt.with_(**self.frame_in_list(place, hanging=0, turned=self.turns_in_box(line)))
        role = place.role
        self.emit_line(self.body if role == "body" else role, line, fmt, content)

    def frame_in_list(self, place: BlockPosition, *, hanging: int, turned: bool = False) -> dict[str, object]:
        """Carry a quote's bar or a callout's ground on through a list in it, whichever way its items read."""
        if place.inside not in ("callout", "warning", "quote"):
            return {}
        callout = place.inside != "quote"
        steps, inset = LIST_STEP * (place.depth + 1), CALLOUT_INSET if callout else LIST_STEP
        # the border stands off the leftmost letter, a mark's or the text's; Word allows 31 points at most
        gap = 9 if turned else min(31, 9 + (steps - hanging) // 20)
        bar = callout_edges(self.ink, gap) if callout else self.ink.rule("left", "accent_text", 16, gap)
        ends = f'w:left="{steps}" w:right="{inset}"' if turned else f'w:left="{steps + inset}"'
        return {
            "borders": f"<w:pBdr>{bar}</w:pBdr>",
            "shading": self.ink.ground("accent_soft") if callout else "",
            "indent": f'<w:ind {ends} w:hanging="{hanging}"/>',
        }

    def mark_block(self, element: HtmlElement, content: str) -> str:
        """Put the stable id round a block of the source's own words."""
        words = read_words(element)
        if not self.marks or "".join(words.split()) not in self.context.source_words:
            return content
        return self.context.bookmarks.wrap_block(words, content)

    def mark_target(self, element: HtmlElement, content: str) -> str:
        """Put a bookmark round the runs of an element that something points at."""
        ident = element.get("id") or ""
        return self.context.bookmarks.wrap(ident, content) if ident in self.context.targets else content

    def begin_landscape(self) -> Paper:
        """Begin a landscape section and return its page set-up; headings just written go into it."""
        taken = self._take_headings()
        last = self.out[-1] if self.out else None
        landscape = self.context.sections.paper.landscape
        if isinstance(last, FlowParagraph) and last.format.section:  # nothing but headings since the last one
            if self._last_sheet == landscape:
                self._open_section = last.format.section
                last.format = last.format.with_(section="")
        elif not self._landscape_over and self.out and not self._holds_cover_alone():
            self._end_section()
        self.sheet, self._landscape_over = landscape, False
        self.out += taken
        return self.sheet

    def _take_headings(self) -> list[FlowParagraph | str]:
        at = len(self.out)
        while at and self._is_kept(self.out[at - 1]):
            at -= 1
        taken, self.out[at:] = self.out[at:], []
        return taken

    def _is_kept(self, part: FlowParagraph | str) -> bool:
        if not isinstance(part, FlowParagraph) or part.format.section:
            return False
        return part.style in map(self.context.styles.id, _HEADS) or part.format.keep_next

    def _holds_cover_alone(self) -> bool:
        """Tell whether nothing but the head of the first page is written so far."""
        cover = {self.context.styles.id(role) for role in _COVER}
        return all(isinstance(part, FlowParagraph) and part.style in cover for part in self.out)

    def last_section(self) -> str:
        """Return the properties of the section that the text ends in."""
        return self._open_section or self.context.sections.xml(self.sheet)

    def end_landscape(self) -> None:
        """End it as soon as something follows, so that a report may end in one."""
        self._landscape_over = True

    def _close_landscape(self) -> None:
        if self._landscape_over:
            self._landscape_over = False
            self._end_section()
            self.sheet = self.context.sections.paper

    def _end_section(self) -> None:
        """End a section after what was written last; a table needs a paragraph after it to hold the end."""
        self._break_next, self._after_table = False, 0
        last = self.out[-1] if self.out else None
        if not isinstance(last, FlowParagraph):
            last = FlowParagraph(self.context.styles.id("table-note"), "", BARE.with_(spacing=CLOSED_UP))
            self.out.append(last)
        section, self._open_section = self.last_section(), ""
        last.format = last.format.with_(section=section)
        self._last_sheet = self.sheet
