"""The content of a paragraph of an OpenDocument text to running text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from lxml import etree

from pressroom.model.document import Block, Footnote
from pressroom.model.inline import FootnoteRef, Inline, InlineImage, LineBreak, Link, Text
from pressroom.readers.common.elements import attribute, local_name, parse_int
from pressroom.readers.common.inline_builder import MARKS, InlineBuilder
from pressroom.readers.common.links import sanitize_href
from pressroom.readers.common.pictures import measure_office_width, read_width
from pressroom.readers.common.rendering import NOWHERE
from pressroom.readers.common.whitespace import collapse_spaces
from pressroom.readers.odt.context import OdtContext
from pressroom.readers.odt.formulas import write_formula
from pressroom.readers.odt.styles import StyleLook

UNSEEN = (
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


@dataclass(slots=True)
class ParagraphReader:
    """Reads one paragraph; ``read_blocks`` reads the body of a note.

    ``boxes`` are the text boxes that hang on it, ``looks`` are (bold, size) of each of its texts.
    """

    context: OdtContext
    read_blocks: Callable[[etree._Element], tuple[Block, ...]]
    builder: InlineBuilder = field(default_factory=InlineBuilder)
    boxes: list[etree._Element] = field(default_factory=list)
    looks: list[tuple[bool, int]] = field(default_factory=list)

    def finish(self) -> tuple[Inline, ...]:
        """Return the running text; nothing can be added after."""
        return self.builder.done()

    def add_content(self, element: etree._Element, base: StyleLook) -> None:
        """Add what stands in an element whose style has the look ``base``."""
        self._text(element.text, base)
        for entry in element:
            if local_name(entry) == "span":
                self._span(entry, base)
            else:
                self.add_element(entry, base)
            self._text(entry.tail, base)

    def _text(self, text: str | None, look: StyleLook) -> None:
        if text:
            self.builder.add(Text(collapse_spaces(text)))
            if text.strip():
                self.looks.append((look.bold, look.size))

    def _span(self, element: etree._Element, base: StyleLook) -> None:
        own = self.context.styles.find_look("text", attribute(element, "style-name"))
        if own.hidden:
            self.context.leave_out(element, "hidden text")
            return
        marks = [
            name
            for name in ("bold", "italic", "strike", "code")
            if getattr(own, name) and not getattr(base, name, False)
        ]
        marks += [own.raised] if own.raised else []
        for mark in marks:
            self.builder.open(mark, MARKS[mark])
        self.add_content(element, replace(base, bold=base.bold or own.bold, size=own.size or base.size))
        for mark in reversed(marks):
            self.builder.close(mark)

    def add_element(self, element: etree._Element, base: StyleLook) -> None:
        """Add an element that stands in running text."""
        kind = local_name(element)
        if kind == "s":
            self.builder.add(Text(" " * parse_int(attribute(element, "c"), 1, least=0, most=100)))
        elif kind == "tab":
            self.builder.add(Text(" "))
        elif kind == "line-break":
            self.builder.add(LineBreak())
        elif kind == "a":
            self._link(element, base)
        elif kind == "note":
            self._note(element)
        elif kind == "annotation":
            self.context.leave_out(element, "comment")
        elif kind == "hidden-text" and attribute(element, "is-hidden") == "true":
            self.context.leave_out_words(
                attribute(element, "string-value") or "".join(map(str, element.itertext())), "hidden text"
            )
        elif kind in ("page-number", "page-count"):
            self.context.leave_out(element, "page number")
        elif kind in ("image", "text-box", "object"):
            self._object(element, kind)
        elif kind == "frame":
            self._frame(element)
        elif kind not in (*UNSEEN, "title", "desc", "annotation-end"):
            self.add_content(element, base)

    def _frame(self, element: etree._Element) -> None:
        """Read the first form of a frame that can be shown; the others repeat it."""
        formula = next(filter(None, (self._find_formula(entry) for entry in element)), "")
        if formula:
            self.builder.add(Text(formula))
            return
        for entry in element:
            if local_name(entry) in ("image", "text-box"):
                self._object(entry, local_name(entry))
                return
        for entry in element:
            self._object(entry, local_name(entry))

    def _find_formula(self, element: etree._Element) -> str:
        """Return the formula that an object of a frame is, in a line, "" for another object."""
        if local_name(element) != "object":
            return ""
        root = next((entry for entry in element.iter() if local_name(entry) == "math"), None)
        href = attribute(element, "href").removeprefix("./").strip("/")
        if root is None and href and "://" not in href:
            part = self.context.package.xml(f"{href}/content.xml")
            root = part if part is not None and local_name(part) == "math" else None
        line = "" if root is None else write_formula(root)
        if line:
            self.context.note_formula(line)
        return line

    def _object(self, element: etree._Element, kind: str) -> None:
        frame = element.getparent()
        described = (
            {local_name(entry): collapse_spaces(entry.text or "") for entry in frame}
            if frame is not None
            else {}
        )
        alt = described.get("desc") or described.get("title") or ""
        if kind == "text-box":
            self.boxes.append(element)
        elif kind == "image":
            href = attribute(element, "href")
            data = self.context.package.part(href) if href and "://" not in href else None
            if data is None:
                self.context.pictures.warn(
                    f"the picture {href[:80]} is not in the file", "embed it in the document"
                )
            name = self.context.pictures.add(data, alt or href) if data else ""
            width = read_width(attribute(frame, "rel-width")) or read_width(attribute(frame, "width"))
            width = measure_office_width(width.value) if width and width.unit == "mm" else width
            self.builder.add(InlineImage(name, alt.strip(), width) if name else Text(alt))
        elif kind == "object":
            self.context.pictures.warn("an embedded object is left out", "paste it as a picture")

    def _link(self, element: etree._Element, base: StyleLook) -> None:
        href = attribute(element, "href")
        safe = sanitize_href(href)
        if href and not safe:
            self.context.unlinked.add(href[:200])
        keep = safe and not safe.startswith("#")
        self.builder.open("a", (lambda inner: Link(inner, safe)) if keep else None)
        self.add_content(element, base)
        self.builder.close("a")

    def _note(self, element: etree._Element) -> None:
        body = next((entry for entry in element if local_name(entry) == "note-body"), None)
        if body is None:
            return
        notes = self.context.footnotes
        at = len(notes)
        label = str(at + 1)
        notes.append(Footnote(label, (), NOWHERE))  # it keeps its place among the notes that its body calls
        notes[at] = Footnote(label, self.read_blocks(body), NOWHERE)
        self.builder.add(FootnoteRef(label))
