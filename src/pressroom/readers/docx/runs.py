"""The runs of a paragraph to running text."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from pressroom.model.inline import (
    FootnoteRef,
    Inline,
    InlineImage,
    LineBreak,
    Link,
    PictureWidth,
    Text,
)
from pressroom.readers.common.elements import attribute, parse_int
from pressroom.readers.common.links import sanitize_href
from pressroom.readers.common.pictures import measure_office_width, read_element_width
from pressroom.readers.common.symbols import is_private, translate_symbol
from pressroom.readers.common.whitespace import collapse_spaces
from pressroom.readers.docx.context import WordContext
from pressroom.readers.docx.fields import FieldStack
from pressroom.readers.docx.formulas import join_beside, write_in_line
from pressroom.readers.docx.marks import Piece, find_marks, trim, wrap_pieces
from pressroom.readers.docx.names import child, children, is_on, name, value
from pressroom.readers.docx.styles import WordStyle
from pressroom.readers.docx.words import (
    choose_form,
    decode_letter,
    extract_words,
    find_chosen_entry,
    write_box,
)

_STRUCTURED = "_^√∑∫∏/¦"  # signs of a formula that a line of text does not show as it is written
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


@dataclass(slots=True)
class RunText:
    """A paragraph's content: ``boxes`` are text boxes hung on it, ``bold`` and ``size`` its look if even."""

    inlines: tuple[Inline, ...] = ()
    boxes: list[etree._Element] = field(default_factory=list)
    bold: bool = False
    size: int = 0
    rule: bool = False


@dataclass(slots=True)
class RunReader:
    """Reads the paragraphs of one part, in order; fields may reach from one into the next."""

    context: WordContext
    part: str
    fields: FieldStack = field(default_factory=FieldStack)
    _stack: list[list[Piece]] = field(default_factory=list)
    _line: RunText = field(default_factory=RunText)
    _look: list[tuple[int, bool, int]] = field(default_factory=list)
    _left: dict[str, list[str]] = field(default_factory=dict)

    def read(self, paragraph: etree._Element, style: WordStyle) -> RunText:
        """Return a paragraph's content."""
        self._stack = [[]]
        self._line = RunText()
        self._look = []
        self._left = {}
        self._walk(paragraph, style)
        while len(self._stack) > 1:
            self._close_link("")
        for reason, parts in self._left.items():
            self.context.leave_out("".join(parts), reason)
        line = self._line
        line.inlines = trim(wrap_pieces(self._stack[0], style.bold or self._even_bold()))
        line.bold = self._even_bold()
        line.size = max((size for _, _, size in self._look), default=0)
        return line

    def _even_bold(self) -> bool:
        return bool(self._look) and all(bold for _, bold, _ in self._look)

    def _walk(self, element: etree._Element, style: WordStyle) -> None:
        for entry in element:
            kind = name(entry)
            if kind == "w:r":
                self._run(entry, style)
            elif kind == "w:hyperlink":
                self._hyperlink(entry, style)
            elif kind in ("w:del", "w:moveFrom"):
                self.context.leave_out(extract_words(entry), "deleted by a tracked change")
            elif kind == "w:fldSimple":
                with self.fields.open_simple(attribute(entry, "instr")):
                    self._walk(entry, style)
            elif kind == "w:sdt":
                content = child(entry, "w:sdtContent")
                if content is not None:
                    self._walk(content, style)
            elif kind in _WRAPPERS:
                self._walk(entry, style)
            elif kind == "mc:AlternateContent":
                self._walk(choose_form(entry), style)
            elif kind in ("m:oMath", "m:oMathPara"):
                self._formula(self.write_formula(entry))

    def write_formula(self, formula: etree._Element) -> str:
        """Return a formula in a line, and note it."""
        line = collapse_spaces(write_in_line(formula)).strip()
        if any(sign in line for sign in _STRUCTURED):
            self.context.formulas.append(line)
        return line

    def _formula(self, line: str) -> None:
        last = self._stack[-1][-1][1] if self._stack[-1] else None
        ahead = last.value if isinstance(last, Text) else ""
        self._add((), Text(join_beside(ahead, line)[len(ahead) :]))

    def _add(self, marks: tuple[str, ...], inline: Inline) -> None:
        if self.fields.in_code:
            return
        if reason := self.fields.exclusion:
            self._left.setdefault(reason, []).append(inline.value if isinstance(inline, Text) else " ")
        else:
            self._stack[-1].append((marks, inline))

    # links and fields

    def _hyperlink(self, element: etree._Element, style: WordStyle) -> None:
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
            self._stack[-1].append(((), Link(wrap_pieces(inner, False), safe)))
        else:
            self._stack[-1].extend(inner)

    def _field_char(self, element: etree._Element) -> None:
        kind = attribute(element, "fldCharType")
        if kind == "begin":
            if entry := find_chosen_entry(element) or write_box(element):
                self._add((), Text(entry))
            self.fields.begin(element)
        elif kind == "separate":
            if self.fields.separate():
                self._stack.append([])
        elif kind == "end":
            address = self.fields.end()
            if address is not None and len(self._stack) > 1:
                self._close_link(address)

    # runs

    def _run(self, run: etree._Element, style: WordStyle) -> None:
        properties = child(run, "w:rPr")
        char_id = value(properties, "w:rStyle")
        char = self.context.styles[char_id] if char_id else WordStyle()
        if is_on(properties, "w:vanish") or is_on(properties, "w:webHidden"):
            self.context.leave_out(extract_words(run), "hidden text")
            return
        bold = is_on(properties, "w:b")
        bold = (char.bold or style.bold) if bold is None else bold
        marks = find_marks(properties, char, style, bold)
        size = parse_int(value(properties, "w:sz"), 0) or char.size or style.size
        marked = self._read_custom_mark(run)
        for entry in run:
            if marked and name(entry) in ("w:t", "w:sym"):
                continue
            self._content(entry, marks, bold, size, style)

    def _content(
        self, entry: etree._Element, marks: tuple[str, ...], bold: bool, size: int, style: WordStyle
    ) -> None:
        kind = name(entry)
        if kind == "w:t":
            text = self._shown(collapse_spaces(str(entry.text or "")), entry.getparent())
            self._add(marks, Text(text))
            if text.strip() and not self.fields.in_code:
                self._look.append((len(text), bold, size))
        elif kind in _TEXTS:
            self._add(marks, Text(_TEXTS[kind]))
        elif kind == "w:sym":
            written = decode_letter(attribute(entry, "char"))
            self._add(marks, Text(self._symbols(written, attribute(entry, "font"))))
        elif kind in ("w:drawing", "w:pict", "w:object"):
            self._graphic(entry, "")
        elif kind == "mc:AlternateContent":
            for inner in choose_form(entry):
                self._content(inner, marks, bold, size, style)
        elif kind == "w:ruby":
            for base in children(entry, "w:rubyBase"):
                self._walk(base, style)
            self._add((), Text(f" ({_ruby(entry)})"))
        else:
            self._mark(entry, kind)

    def _read_custom_mark(self, run: etree._Element) -> bool:
        """Tell whether a run holds the mark of a note that its author chose; the note is numbered instead."""
        for entry in run:
            if name(entry) in ("w:footnoteReference", "w:endnoteReference"):
                follows = attribute(entry, "customMarkFollows").lower()
                if follows and follows not in ("0", "false", "off"):
                    key = (name(entry)[2:].removesuffix("Reference"), attribute(entry, "id"))
                    self.context.marks[key] = extract_words(run)
                    return True
        return False

    def _shown(self, text: str, run: etree._Element | None) -> str:
        """Return text with the letters of a symbol font as those that mean the same in any font."""
        if not any(map(is_private, text)):
            return text
        fonts = child(run, "w:rPr", "w:rFonts")
        return self._symbols(text, attribute(fonts, "ascii") or attribute(fonts, "hAnsi"))

    def _symbols(self, letters: str, font: str) -> str:
        shown = []
        for private in letters:
            shown.append(translate_symbol(font, private))
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
            self.fields.add_code(str(entry.text or ""))
        elif kind in ("w:footnoteReference", "w:endnoteReference"):
            label = self.context.note(kind[2:].removesuffix("Reference"), attribute(entry, "id"))
            if label:
                self._add((), FootnoteRef(label))

    # pictures and text boxes

    def _graphic(self, element: etree._Element, alt: str, width: PictureWidth | None = None) -> None:
        kind = name(element)
        if kind == "mc:AlternateContent":
            for entry in choose_form(element):
                self._graphic(entry, alt, width)
            return
        if kind == "w:txbxContent":
            self._line.boxes.append(element)
            return
        if kind in ("wp:inline", "wp:anchor"):
            properties = child(element, "wp:docPr")
            alt = attribute(properties, "descr") or attribute(properties, "title")
            width = _read_extent(element)
        elif kind.startswith("v:"):
            alt = attribute(element, "alt") or alt
            width = read_element_width({"style": attribute(element, "style")}) or width
            self._line.rule = self._line.rule or attribute(element, "hr") in ("t", "true", "1")
        if kind == "a:blip":
            self._picture(attribute(element, "embed"), attribute(element, "link"), alt, width)
        elif kind == "v:imagedata":
            self._picture(attribute(element, "id"), "", alt or attribute(element, "title"), width)
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
            self._graphic(entry, alt, width)

    def _picture(self, embedded: str, linked: str, alt: str, width: PictureWidth | None) -> None:
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
            self._add((), InlineImage(found, collapse_spaces(alt).strip(), width))
        elif alt:
            self._add((), Text(collapse_spaces(alt)))


def _read_extent(element: etree._Element) -> PictureWidth | None:
    """Return how wide a drawing is; of several pictures in one, nobody knows."""
    several = sum(1 for entry in element.iter() if name(entry) == "a:blip") > 1
    extent = parse_int(attribute(child(element, "wp:extent"), "cx"), 0)
    return None if several else measure_office_width(extent / _EMU_PER_MM)


_EMU_PER_MM = 36000
_REDRAW = "paste it as a picture, or give its numbers as a table"
_EMBED = "embed it in the document"
_TEXTS = {"w:tab": " ", "w:ptab": " ", "w:noBreakHyphen": "\u2011"}


def _ruby(element: etree._Element) -> str:
    texts = (part for over in children(element, "w:rt") for part in over.iter() if name(part) == "w:t")
    return "".join(str(part.text or "") for part in texts)
