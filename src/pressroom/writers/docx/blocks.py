"""The page's blocks as Word's paragraphs and tables, in order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pressroom.errors import PressroomError
from pressroom.writers.docx.contents import contents_xml
from pressroom.writers.docx.figures import figure_xml
from pressroom.writers.docx.inline import Line
from pressroom.writers.docx.lists import list_role, list_start
from pressroom.writers.docx.markup import BARE, PLAIN, Format, Look, paragraph, raw_run, run, with_section
from pressroom.writers.docx.numbering import TASKS
from pressroom.writers.docx.story import Links, Story
from pressroom.writers.docx.styles import HALF, LIST_STEP, Palette
from pressroom.writers.docx.tables import (
    alignment,
    cell_xml,
    column_widths,
    described,
    grid,
    row_xml,
    rows_of,
    table_xml,
)
from pressroom.writers.docx.tiles import role_of, tiles_xml
from pressroom.writers.docx.tree import classes, first, is_block, words_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DEEPEST_LIST = 9
_DEEPEST_STYLE = 5
# a paragraph's class and the role it has
ROLES = {
    kind: kind
    for kind in (
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
}
_CONTAINER_ROLES = {"quote": "quote", "callout": "callout", "cell": "table-text", "": "body", "item": "body"}
_CLOSED_UP = '<w:spacing w:before="0" w:after="0"/>'


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands: the width it has, how deep in lists, and in what."""

    width: int
    depth: int = -1
    inside: str = ""
    align: str = ""
    head: bool = False

    def within(self, **changes: object) -> Place:
        """Return the place with some features changed."""
        return replace(self, **changes)  # type: ignore[arg-type]


class Blocks:
    """Writes blocks; ``out`` are whole paragraphs and tables in order."""

    def __init__(self, story: Story, links: Links, headings: dict[int, str]) -> None:
        self.story = story
        self.links = links
        self.out: list[str] = []
        self.ink = Palette(story.page.report.brand, themed=story.styles.themed)
        self._heading_numbers = (
            headings  # number as text, by the position of the heading, where Word cannot count
        )
        self._headings_seen = 0
        self._numbered_headings = 0
        self._break_next = False
        self._after_table = False
        self._turning_back = False
        self.sheet = story.paper  # the page set-up of the section being written
        self._writers: dict[str, Callable[[HtmlElement, Place], None]] = {
            "p": self._paragraph,
            "ul": self._list,
            "ol": self._list,
            "dl": self._definitions,
            "table": self._table,
            "blockquote": self._quote,
            "pre": self._code,
            "aside": self._callout,
            "hr": self._divider,
            "figure": self._figure,
            "nav": self._contents,
            "section": self._section,
            "div": self._division,
            "h1": self._title,
            "img": self._picture,
            **dict.fromkeys(("h2", "h3", "h4", "h5", "h6"), self._heading),
        }

    def emit(self, role: str, content: str, fmt: Format = BARE) -> None:
        """Put out a paragraph in the style of a role."""
        self._turn_back()
        if self._break_next:
            fmt = fmt.with_(page_break_before=True)
        if self._after_table and not fmt.spacing and not role.startswith(("heading", "table-note")):
            fmt = fmt.with_(spacing=f'<w:spacing w:before="{HALF}"/>')
        self._break_next = self._after_table = False
        self.out.append(paragraph(self.story.styles.id(role), content, fmt))

    def emit_table(self, xml: str) -> None:
        """Put out a table; two in a row are kept apart, since Word would join them."""
        self._turn_back()
        if self._break_next or self._after_table:
            self.emit("table-note", "")
        self.out.append(xml)
        self._after_table = True

    def line(self, place: Place, base: Look = PLAIN) -> Line:
        """Begin a paragraph's content."""
        return Line(self.story, self.links, place.width, base)

    def direction(self, line: Line) -> str:
        """Return the paragraph's direction mark, "" where it goes with the document."""
        if not self.story.mixed:
            return ""
        left = line.runs_left()
        if left == self.story.rtl or not line.words.strip():
            return ""
        return "1" if left else "0"

    def write(self, element: HtmlElement, place: Place) -> None:
        """Write one block; an element of no known kind stands for what is in it."""
        writer = self._writers.get(element.tag)
        if writer is None:
            self.children(element, place)
        else:
            writer(element, place)

    def children(self, element: HtmlElement, place: Place) -> None:
        """Write the blocks in an element; loose words between them become paragraphs."""
        self.flow(element, place, lambda line: self._emit_words(line, _CONTAINER_ROLES[place.inside], place))

    def flow(self, element: HtmlElement, place: Place, loose: Callable[[Line], None]) -> None:
        """Write mixed content: blocks as blocks, each stretch of words and inline elements by ``loose``."""
        line = self.line(place)
        line.text(element.text, PLAIN)
        for child in element:
            if is_block(child):
                if not line.empty:
                    loose(line)
                line = self.line(place)
                self.write(child, place)
            else:
                line.element(child, PLAIN)
            line.text(child.tail, PLAIN)
        if not line.empty:
            loose(line)

    def _emit_words(self, line: Line, role: str, place: Place, fmt: Format = BARE) -> None:
        if place.depth >= 0 and role == "body":
            role = list_role("continue", place.depth)
            fmt = fmt.with_(indent=f'<w:ind w:left="{LIST_STEP * (place.depth + 1)}"/>')
        self.emit(role, line.content(), fmt.with_(bidi=self.direction(line), align=place.align))

    def known(self, element: HtmlElement, content: str) -> str:
        """Put the stable id round a block of the source's own words."""
        words = words_of(element)
        if "".join(words.split()) not in self.story.source_words:
            return content
        ident, content = self.story.bookmarks.around_block(words, content)
        self.story.block_ids.append(ident)
        return content

    def _paragraph(self, element: HtmlElement, place: Place) -> None:
        role = next((ROLES[kind] for kind in classes(element) if kind in ROLES), "")
        if not role:
            role = "table-head" if place.head else _CONTAINER_ROLES[place.inside]
        line = self.line(place)
        line.children(element, PLAIN)
        if line.empty:
            return
        fmt = BARE.with_(bidi=self.direction(line), align=place.align)
        if place.depth >= 0 and role == "body":
            role = list_role("continue", place.depth)
        self.emit(role, self.known(element, line.content()), fmt)

    def _title(self, element: HtmlElement, place: Place) -> None:
        line = self.line(place)
        line.children(element, PLAIN)
        content = self.story.bookmarks.around(self._target(element), line.content())
        self.emit("title", self.known(element, content), BARE.with_(bidi=self.direction(line)))

    def _heading(self, element: HtmlElement, place: Place) -> None:
        level = int(element.tag[1]) - 2
        role = f"heading-{min(level, 4) + 1}"
        position, self._headings_seen = self._headings_seen, self._headings_seen + 1
        line = self.line(place)
        line.children(element, PLAIN)
        content = self.story.bookmarks.around(element.get("id") or "", line.content())
        content = self.known(element, content)
        fmt = BARE.with_(bidi=self.direction(line))
        typed = self._heading_numbers.get(position)
        if typed:
            content = run(typed + "\u2002") + content
        elif typed is None and self.story.heading_list:
            counted = first(element, "number") is not None
            fmt = fmt.with_(
                number=(self.story.heading_list, level) if counted else self.story.not_counted(role)
            )
        self.emit(role, content, fmt)

    def _target(self, element: HtmlElement) -> str:
        ident = element.get("id") or ""
        return ident if ident in self.story.targets else ""

    def _list(self, element: HtmlElement, place: Place) -> None:
        kinds = classes(element)
        if "tiles" in kinds:
            self._tiles(element, place)
            return
        if "events" in kinds:
            self._events(element, place)
            return
        depth = min(place.depth + 1, _DEEPEST_LIST - 1)
        counted = element.tag == "ol"
        kind = "number" if counted else "bullet"
        numbering = self.story.numbering
        own = numbering.counted(element.get("type") or "1", list_start(element), depth) if counted else 0
        for item in element.iterchildren("li"):
            ident = own or numbering.bullets(TASKS.get(item.get("data-checked") or "", ""))
            self._item(item, place.within(depth=depth), list_role(kind, depth), (ident, depth))

    def _item(self, item: HtmlElement, place: Place, role: str, number: tuple[int, int]) -> None:
        """Write an item: its first paragraph carries the mark, the others stand under it."""
        marked = False

        def loose(line: Line, source: HtmlElement | None = None) -> None:
            nonlocal marked
            if marked:
                self._emit_words(line, "body", place)
                return
            marked = True
            content = self.known(item if source is None else source, line.content())
            content = self.story.bookmarks.around(self._target(item), content)
            self.emit(
                role, content, BARE.with_(number=number, bidi=self.direction(line), **self._framed(place))
            )

        children = list(item)
        lead = children[0] if children and not (item.text or "").strip() else None
        if lead is not None and lead.tag == "p":
            line = self.line(place)
            line.children(lead, PLAIN)
            loose(line, lead)
            for child in children[1:]:
                self.write(child, place)
            return
        if lead is not None and is_block(lead):  # a list or a table with no words ahead of it
            self.emit(role, "", BARE.with_(number=number))
            marked = True
        self.flow(item, place, loose)

    def _framed(self, place: Place) -> dict[str, object]:
        """Carry the bar and the ground of a callout or quote on through a list in it."""
        if place.inside not in ("callout", "quote"):
            return {}
        text = LIST_STEP * (place.depth + 1)
        left = text + 240 if place.inside == "callout" else text + LIST_STEP
        name, eighths = ("accent", 24) if place.inside == "callout" else ("rule", 12)
        gap = min(31, 9 + text // 20)
        return {
            "borders": f"<w:pBdr>{self.ink.rule('left', name, eighths, gap)}</w:pBdr>",
            "shading": self.ink.ground("accent_soft") if place.inside == "callout" else "",
            "indent": f'<w:ind w:left="{left}" w:hanging="{LIST_STEP}"/>',
        }

    def _events(self, element: HtmlElement, place: Place) -> None:
        for item in element.iterchildren("li"):
            when, what = first(item, "when"), first(item, "what")
            line = self.line(place)
            if when is None or what is None:
                line.children(item, PLAIN)
            else:
                line.element(when, PLAIN)
                line.mark(raw_run("<w:tab/>"))
                line.element(what, PLAIN)
            self.emit("event", self.known(item, line.content()), BARE.with_(bidi=self.direction(line)))

    def _definitions(self, element: HtmlElement, place: Place) -> None:
        if "fields" in classes(element):
            self._fields(element, place)
            return
        for child in element:
            line = self.line(place)
            if child.tag == "dt":
                line.children(child, PLAIN)
                self.emit("term", self.known(child, line.content()), BARE.with_(bidi=self.direction(line)))
            elif child.tag == "dd":
                self.flow(
                    child,
                    place,
                    lambda line, dd=child: self.emit(  # type: ignore[misc]
                        "definition", self.known(dd, line.content()), BARE.with_(bidi=self.direction(line))
                    ),
                )

    def _fields(self, element: HtmlElement, place: Place) -> None:
        name = PLAIN.with_(style=self.story.styles.id("field-name"))
        line = self.line(place)
        for child in element:
            if child.tag == "dt":
                line = self.line(place)
                line.children(child, name)
            elif child.tag == "dd":
                line.mark(raw_run("<w:tab/>"))
                line.children(child, PLAIN)
                self.emit("field", line.content(), BARE.with_(bidi=self.direction(line)))
                line = self.line(place)

    def _tiles(self, element: HtmlElement, place: Place) -> None:
        items = list(element.iterchildren("li"))
        if not items:
            return

        def write(item: HtmlElement, width: int) -> str:
            inner = Blocks(self.story, self.links, {})
            for child in item:
                line = inner.line(Place(width))
                line.children(child, PLAIN)
                if not line.empty:
                    inner.emit(role_of(child), line.content(), BARE.with_(bidi=inner.direction(line)))
            return "".join(inner.out) or "<w:p/>"

        title = first(element.getparent(), "strip-title") if element.getparent() is not None else None
        words = words_of(title) if title is not None else ""
        style = self.story.styles.id("normal-table") or self.story.styles.id("table")
        self.emit_table(tiles_xml(items, place.width, self.ink, style, words, write, rtl=self.story.rtl))

    def _table(self, element: HtmlElement, place: Place) -> None:
        caption = element.find("caption")
        words = words_of(caption) if caption is not None else ""
        ident = element.get("id") or ""
        if caption is not None:
            line = self.line(place)
            line.children(caption, PLAIN)
            content = line.content()
            if ident in self.story.targets:
                content = self.story.bookmarks.around(ident, content)
            self.emit("table-caption", content, BARE.with_(bidi=self.direction(line)))
        rows = rows_of(element)
        lines = grid([row for row, _ in rows])
        indent = LIST_STEP * (place.depth + 1) if place.depth >= 0 else 0
        widths = column_widths(lines, place.width - indent)
        if not widths:
            return
        body: list[str] = []
        for (_, head), cells in zip(rows, lines, strict=True):
            column, written = 0, []
            for cell in cells:
                width = sum(widths[column : column + cell.columns])
                content = self._cell(
                    cell.element, place.within(width=width - 170, depth=-1, inside="cell"), head
                )
                written.append(cell_xml(content, width, cell.columns, cell.merge))
                column += cell.columns
            body.append(row_xml(written, header=head))
        self.emit_table(
            table_xml(
                self.story.styles.id("table"),
                widths,
                body,
                caption=words,
                description=described(lines),
                indent=indent,
                rtl=self.story.rtl,
                look=any(head for _, head in rows),
            )
        )

    def _cell(self, cell: HtmlElement | None, place: Place, head: bool) -> str:
        inner = Blocks(self.story, self.links, {})
        if cell is not None:
            header = head or cell.tag == "th"
            place = place.within(align=alignment(cell), head=header)
            role = "table-head" if header else "table-text"
            inner.flow(
                cell,
                place,
                lambda line: inner.emit(
                    role,
                    self.story.bookmarks.around(self._target(cell), inner.known(cell, line.content())),
                    BARE.with_(bidi=inner.direction(line), align=place.align),
                ),
            )
            self.story.block_ids.extend(())
        if not inner.out or inner.out[-1].startswith("<w:tbl>"):
            inner.emit("table-text", "")
        return "".join(inner.out)

    def _figure(self, element: HtmlElement, place: Place) -> None:
        figure_xml(self, element, place.width)

    def _picture(self, element: HtmlElement, place: Place) -> None:
        figure_xml(self, element, place.width)

    def _quote(self, element: HtmlElement, place: Place) -> None:
        self.children(element, place.within(inside="quote"))

    def _callout(self, element: HtmlElement, place: Place) -> None:
        self.children(element, place.within(inside="callout", width=place.width - 240))

    def _code(self, element: HtmlElement, place: Place) -> None:
        text = element.text_content().strip("\n").expandtabs(4)
        look = PLAIN.with_(hidden_proof=True)
        self.emit(
            "code", self.known(element, run(text, look)), BARE.with_(bidi="0" if self.story.rtl else "")
        )

    def _divider(self, element: HtmlElement, place: Place) -> None:
        self.emit("divider", "")

    def _contents(self, element: HtmlElement, place: Place) -> None:
        self._turn_back()
        self._break_next = self._after_table = False
        self.out.append(contents_xml(self.story, element))

    def _section(self, element: HtmlElement, place: Place) -> None:
        kinds = classes(element)
        if "landscape" in kinds:
            self._landscape(element, place)
        else:
            self.children(element, place)

    def _division(self, element: HtmlElement, place: Place) -> None:
        kinds = classes(element)
        if "page-break" in kinds:
            self._break_next = True
        if "running" not in kinds:
            self.children(element, place)

    def _landscape(self, element: HtmlElement, place: Place) -> None:
        if place.inside or place.depth >= 0:
            raise PressroomError(
                "a landscape section stands inside another block",
                cure="put section.landscape directly among the sections of the template",
                rule="landscape-nested",
            )
        turned = self.story.sections.paper.landscape
        if not self._turning_back and self.out:
            self._end_section()
        self.sheet, self._turning_back = turned, False
        self.children(element, place.within(width=turned.text_width))
        self._turning_back = True

    def _turn_back(self) -> None:
        """End a landscape section once something follows it, so that a report may end in one."""
        if self._turning_back:
            self._turning_back = False
            self._end_section()
            self.sheet = self.story.sections.paper

    def _end_section(self) -> None:
        """End a section after what was written last; a table needs a paragraph after it to hold the end."""
        self._break_next = self._after_table = False
        if not self.out or not self.out[-1].startswith("<w:p>"):
            self.out.append(paragraph(self.story.styles.id("table-note"), "", BARE.with_(spacing=_CLOSED_UP)))
        self.out[-1] = with_section(self.out[-1], self.story.sections.xml(self.sheet))
