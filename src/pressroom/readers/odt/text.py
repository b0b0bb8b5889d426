"""Paragraphs, lists and tables of an OpenDocument text to a flow of paragraphs with their looks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from lxml import etree

from pressroom.model.document import (
    Block,
    Cell,
    Divider,
    Footnote,
    Heading,
    Image,
    List,
    ListItem,
    Paragraph,
    Row,
    Table,
)
from pressroom.model.inline import (
    Code,
    Emphasis,
    FootnoteRef,
    Inline,
    InlineImage,
    LineBreak,
    Link,
    Strike,
    Strong,
    Subscript,
    Superscript,
    Text,
    words,
)
from pressroom.readers.common.cells import flatten_blocks
from pressroom.readers.common.elements import attribute
from pressroom.readers.common.flow import Flow, Para, build_items
from pressroom.readers.common.inline_builder import InlineBuilder
from pressroom.readers.common.limits import Package
from pressroom.readers.common.links import sanitize_href
from pressroom.readers.common.pictures import Pictures
from pressroom.readers.common.rendering import NOWHERE
from pressroom.readers.common.whitespace import collapse_spaces
from pressroom.readers.odt.styles import Look, Styles

_INDEXES = (
    "table-of-content",
    "alphabetical-index",
    "illustration-index",
    "table-index",
    "user-index",
    "bibliography",
)
_UNSEEN = (
    *(
        "sequence-decls",
        "forms",
        "tracked-changes",
        "variable-decls",
        "user-field-decls",
        "bookmark",
        "bookmark-start",
    ),
    *(
        "bookmark-end",
        "reference-mark-start",
        "reference-mark-end",
        "soft-page-break",
        "change",
        "change-start",
    ),
    *("change-end", "toc-mark", "alphabetical-index-mark", "note-citation"),
)
_WIDEST = 100
_MAKE: dict[str, Callable[[tuple[Inline, ...]], Inline]] = {
    "bold": Strong,
    "italic": Emphasis,
    "strike": Strike,
    "superscript": Superscript,
    "subscript": Subscript,
    "code": lambda inner: Code(words(inner)),
}


def local_name(element: etree._Element) -> str:
    """Return an element's name without its family."""
    return str(element.tag).rpartition("}")[2]


@dataclass(slots=True)
class TextReader:
    """Reads elements of the text; notes, pictures and what is left out gather in its fields."""

    package: Package
    styles: Styles
    pictures: Pictures
    left_out: list[tuple[str, str]] = field(default_factory=list)
    footnotes: list[Footnote] = field(default_factory=list)
    unlinked: set[str] = field(default_factory=set)
    _boxes: list[etree._Element] = field(default_factory=list)

    def leave_out(self, element: etree._Element, reason: str) -> None:
        """Note the words of an element that are in no block."""
        text = " ".join(" ".join(str(part) for part in element.itertext()).split())
        if text:
            self.left_out.append((text, reason))

    def flow(self, container: etree._Element) -> list[Flow]:
        """Return what stands in the text, a section, a cell, a note or a frame."""
        found: list[Flow] = []
        for element in container:
            kind = local_name(element)
            if kind in ("p", "h"):
                found.extend(self._paragraph(element, kind == "h"))
            elif kind == "list":
                made = self._list(element, "", 1)
                if made.items:
                    found.append(made)
            elif kind == "table":
                found.append(self._table(element))
            elif kind in _INDEXES:
                self.leave_out(element, "contents list made by the word processor")
            elif kind == "tracked-changes":
                self.leave_out(element, "deleted by a tracked change")
            elif kind in ("frame", "g", "custom-shape", "rect"):
                found.extend(self._frame_paragraph(element))
            elif kind not in _UNSEEN:
                found.extend(self.flow(element))
        return found

    def _frame_paragraph(self, element: etree._Element) -> list[Flow]:
        builder = InlineBuilder()
        self._inline(element, builder)
        boxes, self._boxes = self._boxes, []
        inlines = _trimmed(builder.done(), keep=False)
        found: list[Flow] = [*_pictures(inlines)]
        if inlines and not found:
            found.append(Para(inlines))
        return found + [entry for box in boxes for entry in self.flow(box)]

    def _paragraph(self, element: etree._Element, heading: bool) -> list[Flow]:
        look = self.styles.look("paragraph", attribute(element, "style-name"))
        builder = InlineBuilder()
        seen: list[tuple[bool, int]] = []
        self._running(element, builder, look, seen)
        boxes, self._boxes = self._boxes, []
        inlines = _trimmed(builder.done(), keep=look.part == "code")
        after = [entry for box in boxes for entry in self.flow(box)]
        if look.part == "contents":
            self.left_out.append((words(inlines), "contents list made by the word processor"))
            return after
        if not inlines:
            return [Divider(NOWHERE), *after] if look.part == "rule" else after
        pictures = _pictures(inlines)
        if pictures:
            return [*pictures, *after]
        level = attribute(element, "outline-level") or "1"
        bold = look.bold or (bool(seen) and all(entry[0] for entry in seen))
        size = max((entry[1] for entry in seen), default=look.size) or look.size
        part = "" if look.part == "rule" else look.part
        para = Para(inlines, part, 0, bold=bold, size=size)
        if heading and part != "title":
            para = Para(_undressed(inlines), "", min(int(level), 9) if level.isdigit() else 1)
        return [para, *after]

    def _running(
        self, element: etree._Element, builder: InlineBuilder, base: Look, seen: list[tuple[bool, int]]
    ) -> None:
        self._words(element.text, builder, base, seen)
        for entry in element:
            if local_name(entry) == "span":
                self._span(entry, builder, base, seen)
            else:
                self._inline(entry, builder, base, seen)
            self._words(entry.tail, builder, base, seen)

    def _words(
        self, text: str | None, builder: InlineBuilder, look: Look, seen: list[tuple[bool, int]]
    ) -> None:
        if text:
            builder.add(Text(collapse_spaces(text)))
            if text.strip():
                seen.append((look.bold, look.size))

    def _span(
        self, element: etree._Element, builder: InlineBuilder, base: Look, seen: list[tuple[bool, int]]
    ) -> None:
        own = self.styles.look("text", attribute(element, "style-name"))
        if own.hidden:
            self.leave_out(element, "hidden text")
            return
        marks = [
            name
            for name in ("bold", "italic", "strike", "code")
            if getattr(own, name) and not getattr(base, name, False)
        ]
        marks += [own.raised] if own.raised else []
        for mark in marks:
            builder.open(mark, _MAKE[mark])
        self._running(
            element, builder, replace(base, bold=base.bold or own.bold, size=own.size or base.size), seen
        )
        for mark in reversed(marks):
            builder.close(mark)

    def _inline(
        self,
        element: etree._Element,
        builder: InlineBuilder,
        base: Look | None = None,
        seen: list[tuple[bool, int]] | None = None,
    ) -> None:
        kind = local_name(element)
        base, seen = base or Look(), [] if seen is None else seen
        if kind == "s":
            count = attribute(element, "c")
            builder.add(Text(" " * (min(int(count), 100) if count.isdigit() else 1)))
        elif kind == "tab":
            builder.add(Text(" "))
        elif kind == "line-break":
            builder.add(LineBreak())
        elif kind == "a":
            self._link(element, builder, base, seen)
        elif kind == "note":
            self._note(element, builder)
        elif kind == "annotation":
            self.leave_out(element, "comment")
        elif kind in ("page-number", "page-count"):
            self.leave_out(element, "page number")
        elif kind in ("image", "text-box", "object"):
            self._object(element, kind, builder)
        elif kind == "frame":
            self._frame(element, builder)
        elif kind not in (*_UNSEEN, "title", "desc", "annotation-end"):
            self._running(element, builder, base, seen)

    def _frame(self, element: etree._Element, builder: InlineBuilder) -> None:
        """Read the first form of a frame that can be shown; the others repeat it."""
        for entry in element:
            if local_name(entry) in ("image", "text-box"):
                self._object(entry, local_name(entry), builder)
                return
        for entry in element:
            self._object(entry, local_name(entry), builder)

    def _object(self, element: etree._Element, kind: str, builder: InlineBuilder) -> None:
        frame = element.getparent()
        described = (
            {local_name(entry): collapse_spaces(entry.text or "") for entry in frame}
            if frame is not None
            else {}
        )
        alt = described.get("desc") or described.get("title") or ""
        if kind == "text-box":
            self._boxes.append(element)
        elif kind == "image":
            href = attribute(element, "href")
            data = self.package.part(href) if href and "://" not in href else None
            if data is None:
                self.pictures.warn(f"the picture {href[:80]} is not in the file", "embed it in the document")
            name = self.pictures.add(data, alt or href) if data else ""
            builder.add(InlineImage(name, alt.strip()) if name else Text(alt))
        elif kind == "object":
            self.pictures.warn("an embedded object is left out", "paste it as a picture")

    def _link(
        self, element: etree._Element, builder: InlineBuilder, base: Look, seen: list[tuple[bool, int]]
    ) -> None:
        href = attribute(element, "href")
        safe = sanitize_href(href)
        if href and not safe:
            self.unlinked.add(href[:200])
        keep = safe and not safe.startswith("#")
        builder.open("a", (lambda inner: Link(inner, safe)) if keep else None)
        self._running(element, builder, base, seen)
        builder.close("a")

    def _note(self, element: etree._Element, builder: InlineBuilder) -> None:
        body = next((entry for entry in element if local_name(entry) == "note-body"), None)
        if body is None:
            return
        label = str(len(self.footnotes) + 1)
        at = len(self.footnotes)
        self.footnotes.append(Footnote(label, (), NOWHERE))
        boxes, self._boxes = self._boxes, []
        self.footnotes[at] = Footnote(label, self.blocks(body), NOWHERE)
        self._boxes = boxes
        builder.add(FootnoteRef(label))

    def blocks(self, container: etree._Element) -> tuple[Block, ...]:
        """Return the blocks of a list item, a cell or a note; a heading within is a paragraph."""
        plain = [
            replace(entry, bold=False, size=0) if isinstance(entry, Para) else entry
            for entry in self.flow(container)
        ]
        title, items = build_items(plain)
        whole = [title, *items] if title else items
        return tuple(
            Paragraph(item.inlines, NOWHERE) if isinstance(item, Heading) else item for item in whole
        )

    def _list(self, element: etree._Element, style: str, depth: int) -> List:
        style = attribute(element, "style-name") or style
        form, start = self.styles.list_style(style, depth)
        items: list[ListItem] = []
        for entry in element:
            if local_name(entry) not in ("list-item", "list-header"):
                continue
            first = attribute(entry, "start-value")
            if first.isdigit() and not items:
                start = min(int(first), 1_000_000)
            blocks: list[Block] = []
            for part in list(entry):  # each is moved out of the tree
                if local_name(part) == "list":
                    nested = self._list(part, style, depth + 1)
                    if nested.items:
                        blocks.append(nested)
                else:
                    holder = etree.Element("item")
                    holder.append(part)
                    blocks.extend(self.blocks(holder))
            if blocks:
                items.append(ListItem(tuple(blocks), NOWHERE))
        return List(tuple(items), NOWHERE, form, start)

    def _table(self, element: etree._Element) -> Table:
        head: list[Row] = []
        body: list[Row] = []
        for row, in_head in _rows(element, False):
            (head if in_head else body).append(self._row(row, in_head))
        if not head and len(body) > 1 and self._is_heading(_rows(element, False)[0][0]):
            head, body = [Row(tuple(replace(cell, header=True) for cell in body[0].cells))], body[1:]
        return Table(tuple(head), tuple(body), NOWHERE)

    def _is_heading(self, row: etree._Element) -> bool:
        """Tell whether all paragraphs of a row have the style of table headings."""
        names = [attribute(entry, "style-name") for entry in row.iter() if local_name(entry) == "p"]
        return bool(names) and all(name.startswith(("Table_20_Heading", "TableHeading")) for name in names)

    def _row(self, row: etree._Element, in_head: bool) -> Row:
        cells = []
        for entry in row:
            if local_name(entry) != "table-cell":
                continue
            spans = [attribute(entry, f"number-{kind}-spanned") for kind in ("columns", "rows")]
            colspan, rowspan = (
                min(int(span), _WIDEST) if span.isdigit() and int(span) else 1 for span in spans
            )
            cells.append(Cell(flatten_blocks(self.blocks(entry)), NOWHERE, in_head, colspan, rowspan))
        return Row(tuple(cells))


def _rows(element: etree._Element, in_head: bool) -> list[tuple[etree._Element, bool]]:
    found: list[tuple[etree._Element, bool]] = []
    for entry in element:
        kind = local_name(entry)
        if kind == "table-row":
            found.append((entry, in_head))
        elif kind in ("table-header-rows", "table-rows", "table-row-group"):
            found.extend(_rows(entry, in_head or kind == "table-header-rows"))
    return found


def _pictures(inlines: tuple[Inline, ...]) -> list[Block]:
    pictures = [entry for entry in inlines if isinstance(entry, InlineImage)]
    if len(pictures) < len([entry for entry in inlines if not isinstance(entry, LineBreak)]):
        return []
    return [Image(picture.src, NOWHERE, picture.alt) for picture in pictures]


def _undressed(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Take bold off a heading that is bold throughout."""
    if len(inlines) == 1 and isinstance(inlines[0], Strong):
        return inlines[0].children
    return inlines


def _trimmed(inlines: tuple[Inline, ...], *, keep: bool) -> tuple[Inline, ...]:
    if keep:
        return inlines
    from pressroom.readers.common.whitespace import tidy_spaces

    return tidy_spaces(inlines)
