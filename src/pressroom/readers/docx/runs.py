"""The runs of a paragraph to running text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from lxml import etree

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
from pressroom.readers.common.elements import attribute
from pressroom.readers.common.inline_builder import merge_texts
from pressroom.readers.common.links import sanitize_href
from pressroom.readers.common.whitespace import collapse_spaces
from pressroom.readers.docx.context import Context
from pressroom.readers.docx.formula import beside, in_line
from pressroom.readers.docx.names import child, children, name, switched, value, whole
from pressroom.readers.docx.styles import Style
from pressroom.readers.docx.symbols import is_private, symbol
from pressroom.readers.docx.wording import choice, chosen, letter, wording

_WRAPPERS = (
    "w:ins",
    "w:moveTo",
    "w:smartTag",
    "w:customXml",
    "w:bdo",
    "w:dir",
    "w:sdtContent",
    "w:rt",
    "w:rubyBase",
)
_HYPERLINK = re.compile(r'HYPERLINK\s+(?:"([^"]*)"|(\S+))', re.IGNORECASE)
_UNSEEN_FIELDS = ("TOC", "INDEX", "TOA")
CONTENTS = "contents list made by the word processor"
_PAGE_FIELDS = ("PAGE", "NUMPAGES", "SECTIONPAGES")
_MAKE: dict[str, Callable[[tuple[Inline, ...]], Inline]] = {
    "bold": Strong,
    "italic": Emphasis,
    "strike": Strike,
    "superscript": Superscript,
    "subscript": Subscript,
    "code": lambda inner: Code(words(inner)),
}

Piece = tuple[tuple[str, ...], Inline]


@dataclass(slots=True)
class Line:
    """A paragraph's content: ``boxes`` are text boxes hung on it, ``bold`` and ``size`` its look if even."""

    inlines: tuple[Inline, ...] = ()
    boxes: list[etree._Element] = field(default_factory=list)
    bold: bool = False
    size: int = 0
    rule: bool = False


@dataclass(slots=True)
class _Field:
    kind: str = ""
    code: list[str] = field(default_factory=list)
    in_result: bool = False
    linked: bool = False


@dataclass(slots=True)
class RunReader:
    """Reads the paragraphs of one part, in order; fields may reach from one into the next."""

    context: Context
    part: str
    _fields: list[_Field] = field(default_factory=list)
    _stack: list[list[Piece]] = field(default_factory=list)
    _line: Line = field(default_factory=Line)
    _look: list[tuple[int, bool, int]] = field(default_factory=list)
    _left: dict[str, list[str]] = field(default_factory=dict)
    _unclosed: list[etree._Element] | None = None

    def read(self, paragraph: etree._Element, style: Style) -> Line:
        """Return a paragraph's content."""
        self._stack = [[]]
        self._line = Line()
        self._look = []
        self._left = {}
        self._walk(paragraph, style)
        while len(self._stack) > 1:
            self._close_link("")
        for reason, parts in self._left.items():
            self.context.leave_out("".join(parts), reason)
        line = self._line
        line.inlines = trimmed(_dressed(self._stack[0], style.bold or self._even_bold()))
        line.bold = self._even_bold()
        line.size = max((size for _, _, size in self._look), default=0)
        return line

    def _even_bold(self) -> bool:
        return bool(self._look) and all(bold for _, bold, _ in self._look)

    @property
    def in_contents(self) -> bool:
        """Tell whether a table of contents is open."""
        return any(entry.kind in _UNSEEN_FIELDS for entry in self._fields)

    def _walk(self, element: etree._Element, style: Style) -> None:
        for entry in element:
            kind = name(entry)
            if kind == "w:r":
                self._run(entry, style)
            elif kind == "w:hyperlink":
                self._hyperlink(entry, style)
            elif kind in ("w:del", "w:moveFrom"):
                self.context.leave_out(wording(entry), "deleted by a tracked change")
            elif kind == "w:fldSimple":
                self._simple_field(entry, style)
            elif kind == "w:sdt":
                content = child(entry, "w:sdtContent")
                if content is not None:
                    self._walk(content, style)
            elif kind in _WRAPPERS:
                self._walk(entry, style)
            elif kind == "mc:AlternateContent":
                self._walk(choice(entry), style)
            elif kind in ("m:oMath", "m:oMathPara"):
                self._formula(collapse_spaces(in_line(entry)))

    def _formula(self, line: str) -> None:
        last = self._stack[-1][-1][1] if self._stack[-1] else None
        ahead = last.value if isinstance(last, Text) else ""
        self._add((), Text(beside(ahead, line)[len(ahead) :]))

    def _add(self, marks: tuple[str, ...], inline: Inline) -> None:
        if any(not entry.in_result for entry in self._fields):
            return
        counts = any(entry.kind in _PAGE_FIELDS for entry in self._fields)
        if self.in_contents or counts:
            reason = CONTENTS if self.in_contents else "page number"
            self._left.setdefault(reason, []).append(inline.value if isinstance(inline, Text) else " ")
        else:
            self._stack[-1].append((marks, inline))

    # links and fields

    def _hyperlink(self, element: etree._Element, style: Style) -> None:
        relation = self.context.word.relations(self.part).get(attribute(element, "id"))
        href = relation.target if relation and relation.external else ""
        if href and attribute(element, "anchor"):
            href = f"{href.split('#')[0]}#{attribute(element, 'anchor')}"
        self._stack.append([])
        self._walk(element, style)
        self._close_link(href)

    def _close_link(self, href: str) -> None:
        inner = self._stack.pop()
        safe = sanitize_href(href) if href else ""
        if href and not safe:
            self.context.no_link(href)
        if safe and not safe.startswith("#") and inner:
            self._stack[-1].append(((), Link(_dressed(inner, False), safe)))
        else:
            self._stack[-1].extend(inner)

    def _simple_field(self, element: etree._Element, style: Style) -> None:
        opened = _Field(in_result=True, code=[attribute(element, "instr")])
        opened.kind = _kind(opened.code)
        self._fields.append(opened)
        self._walk(element, style)
        self._fields.remove(opened)

    def _field_char(self, element: etree._Element) -> None:
        kind = attribute(element, "fldCharType")
        if kind == "begin":
            if entry := chosen(element):
                self._add((), Text(entry))
            if not self._is_unclosed(element):
                self._fields.append(_Field())
        elif self._fields and kind == "separate":
            current = self._fields[-1]
            current.kind, current.in_result = _kind(current.code), True
            if current.kind == "HYPERLINK":
                current.linked = True
                self._stack.append([])
        elif self._fields and kind == "end":
            current = self._fields.pop()
            found = _HYPERLINK.search("".join(current.code))
            if current.linked and len(self._stack) > 1:
                self._close_link((found[1] or found[2]) if found and not found[0].startswith("\\l") else "")

    def _is_unclosed(self, begin: etree._Element) -> bool:
        """Tell whether a field has no end in its part: it would swallow all text that comes after."""
        if self._unclosed is None:
            opened: list[etree._Element] = []
            for mark in begin.getroottree().iter("{*}fldChar"):
                if attribute(mark, "fldCharType") == "begin":
                    opened.append(mark)
                elif opened and attribute(mark, "fldCharType") == "end":
                    opened.pop()
            self._unclosed = opened
        return any(mark is begin for mark in self._unclosed)

    # runs

    def _run(self, run: etree._Element, style: Style) -> None:
        properties = child(run, "w:rPr")
        char_id = value(properties, "w:rStyle")
        char = self.context.styles[char_id] if char_id else Style()
        if switched(properties, "w:vanish") or switched(properties, "w:webHidden"):
            self.context.leave_out(wording(run), "hidden text")
            return
        bold = switched(properties, "w:b")
        bold = (char.bold or style.bold) if bold is None else bold
        marks = _marks(properties, char, style, bold)
        size = whole(value(properties, "w:sz"), 0) or char.size or style.size
        for entry in run:
            self._content(entry, marks, bold, size, style)

    def _content(
        self, entry: etree._Element, marks: tuple[str, ...], bold: bool, size: int, style: Style
    ) -> None:
        kind = name(entry)
        if kind == "w:t":
            text = self._shown(collapse_spaces(str(entry.text or "")), entry.getparent())
            self._add(marks, Text(text))
            if text.strip() and all(opened.in_result for opened in self._fields):
                self._look.append((len(text), bold, size))
        elif kind in _TEXTS:
            self._add(marks, Text(_TEXTS[kind]))
        elif kind == "w:sym":
            written = letter(attribute(entry, "char"))
            self._add(marks, Text(self._symbols(written, attribute(entry, "font"))))
        elif kind in ("w:drawing", "w:pict", "w:object"):
            self._graphic(entry, "")
        elif kind == "mc:AlternateContent":
            for inner in choice(entry):
                self._content(inner, marks, bold, size, style)
        elif kind == "w:ruby":
            for base in children(entry, "w:rubyBase"):
                self._walk(base, style)
            self._add((), Text(f" ({_ruby(entry)})"))
        else:
            self._mark(entry, kind)

    def _shown(self, text: str, run: etree._Element | None) -> str:
        """Return text with the letters of a symbol font as those that mean the same in any font."""
        if not any(map(is_private, text)):
            return text
        fonts = child(run, "w:rPr", "w:rFonts")
        return self._symbols(text, attribute(fonts, "ascii") or attribute(fonts, "hAnsi"))

    def _symbols(self, letters: str, font: str) -> str:
        shown = []
        for private in letters:
            shown.append(symbol(font, private))
            if not shown[-1]:
                self.context.no_symbol(private, font)
        return "".join(shown)

    def _mark(self, entry: etree._Element, kind: str) -> None:
        """Read what is no text: breaks, fields, the calls of notes."""
        if kind in ("w:br", "w:cr"):
            new_page = attribute(entry, "type") in ("page", "column")
            self._add((), Text(" ") if new_page else LineBreak())
        elif kind == "w:fldChar":
            self._field_char(entry)
        elif kind == "w:instrText":
            if self._fields and not self._fields[-1].in_result:
                self._fields[-1].code.append(str(entry.text or ""))
        elif kind in ("w:footnoteReference", "w:endnoteReference"):
            label = self.context.note(kind[2:].removesuffix("Reference"), attribute(entry, "id"))
            if label:
                self._add((), FootnoteRef(label))

    # pictures and text boxes

    def _graphic(self, element: etree._Element, alt: str) -> None:
        kind = name(element)
        if kind == "mc:AlternateContent":
            for entry in choice(element):
                self._graphic(entry, alt)
            return
        if kind == "w:txbxContent":
            self._line.boxes.append(element)
            return
        if kind in ("wp:inline", "wp:anchor"):
            properties = child(element, "wp:docPr")
            alt = attribute(properties, "descr") or attribute(properties, "title")
        elif kind.startswith("v:"):
            alt = attribute(element, "alt") or alt
            self._line.rule = self._line.rule or attribute(element, "hr") in ("t", "true", "1")
        if kind == "a:blip":
            self._picture(attribute(element, "embed"), attribute(element, "link"), alt)
        elif kind == "v:imagedata":
            self._picture(attribute(element, "id"), "", alt or attribute(element, "title"))
        elif kind == "a:t":
            self._add((), Text(collapse_spaces(str(element.text or "")) + " "))
        elif kind in ("chart", "relIds"):
            what = "a chart" if kind == "chart" else "a diagram"
            self.context.pictures.warn(
                f"{what} of Word's own{f' ({alt})' if alt else ''} is left out", _REDRAW
            )
            if alt:
                self._add((), Text(alt))
        for entry in element:
            self._graphic(entry, alt)

    def _picture(self, embedded: str, linked: str, alt: str) -> None:
        relation = self.context.word.relations(self.part).get(embedded or linked)
        shown = alt or (relation.target.rpartition("/")[2] if relation else "")
        if relation is None:
            found = ""
        elif relation.external:
            self.context.pictures.warn(
                f"the picture {shown or 'without a name'} is only linked to, and nothing is fetched", _EMBED
            )
            found = ""
        else:
            data = self.context.word.package.part(relation.target)
            found = self.context.pictures.add(data, shown) if data else ""
        if found:
            self._add((), InlineImage(found, collapse_spaces(alt).strip()))
        elif alt:
            self._add((), Text(collapse_spaces(alt)))


_REDRAW = "paste it as a picture, or give its numbers as a table"
_EMBED = "embed it in the document"
_TEXTS = {"w:tab": " ", "w:ptab": " ", "w:noBreakHyphen": "\u2011"}


def _ruby(element: etree._Element) -> str:
    texts = (part for over in children(element, "w:rt") for part in over.iter() if name(part) == "w:t")
    return "".join(str(part.text or "") for part in texts)


def _kind(code: Iterable[str]) -> str:
    return ("".join(code).split() or [""])[0].upper()


def _marks(properties: etree._Element | None, char: Style, style: Style, bold: bool) -> tuple[str, ...]:
    found = []
    if bold and not style.bold:
        found.append("bold")
    italic = switched(properties, "w:i")
    if (char.italic if italic is None else italic) and not style.italic:
        found.append("italic")
    if switched(properties, "w:strike") or switched(properties, "w:dstrike"):
        found.append("strike")
    raised = value(properties, "w:vertAlign")
    if raised in ("superscript", "subscript"):
        found.append(raised)
    if char.code and style.part != "code":
        found.append("code")
    return tuple(found)


def _dressed(pieces: list[Piece], all_bold: bool) -> tuple[Inline, ...]:
    """Wrap runs of equal look in their marks; what is bold throughout is no stress within."""
    found: list[Inline] = []
    at = 0
    while at < len(pieces):
        marks = pieces[at][0]
        end = at
        while end < len(pieces) and pieces[end][0] == marks:
            end += 1
        inner: tuple[Inline, ...] = merge_texts(piece[1] for piece in pieces[at:end])
        blank = all(isinstance(entry, Text) and not entry.value.strip() for entry in inner)
        for mark in reversed(marks):
            if inner and not blank and not (mark == "bold" and all_bold):
                inner = (_MAKE[mark](inner),)
        found.extend(inner)
        at = end
    return merge_texts(found)


def trimmed(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Return a paragraph's words without white space and breaks at its ends."""
    found = list(inlines)
    while found and (
        isinstance(found[0], LineBreak) or (isinstance(found[0], Text) and not found[0].value.strip())
    ):
        found.pop(0)
    while found and (
        isinstance(found[-1], LineBreak) or (isinstance(found[-1], Text) and not found[-1].value.strip())
    ):
        found.pop()
    if found and isinstance(first := found[0], Text):
        found[0] = Text(first.value.lstrip())
    if found and isinstance(last := found[-1], Text):
        found[-1] = Text(last.value.rstrip())
    return tuple(found)
