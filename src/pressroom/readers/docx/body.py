"""Paragraphs and tables of a Word document to a flow of paragraphs with their looks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from lxml import etree

from pressroom.model.document import Block, Divider, Image
from pressroom.model.inline import Inline, InlineImage, LineBreak, Text, words
from pressroom.readers.common.elements import attribute, parse_int
from pressroom.readers.common.flow import Flow, ListMark, Para
from pressroom.readers.common.rendering import NOWHERE
from pressroom.readers.docx.context import WordContext
from pressroom.readers.docx.fields import CONTENTS
from pressroom.readers.docx.marks import trim
from pressroom.readers.docx.names import child, name, value
from pressroom.readers.docx.numbering import ListNumber
from pressroom.readers.docx.pages import WordPages
from pressroom.readers.docx.runs import RunReader, RunText
from pressroom.readers.docx.styles import WordStyle, find_outline_level, read_numbering
from pressroom.readers.docx.tables import read_table
from pressroom.readers.docx.words import choose_form, extract_words

_THROUGH = ("w:ins", "w:moveTo", "w:customXml", "w:smartTag", "w:sdtContent", "w:bdo", "w:dir")


@dataclass(slots=True)
class BodyReader:
    """Reads one part of a Word document: its text, or its notes."""

    context: WordContext
    part: str
    pages: WordPages | None = None  # of the text itself; notes have none
    runs: RunReader = field(init=False)
    _carried: tuple[Inline, ...] = ()
    _cells: int = 0  # cells within each other that are open
    _within: int = 0  # the same of cells and boxes

    def __post_init__(self) -> None:
        self.runs = RunReader(self.context, self.part)

    def read_flow(self, container: etree._Element) -> list[Flow]:
        """Return what stands in the body, a cell, a note or a text box."""
        found: list[Flow] = []
        for element in container:
            kind = name(element)
            if kind == "w:p":
                read = self._paragraph(element)
                found.extend(self.pages.place(element, read) if self.pages and not self._within else read)
                continue
            found.extend(self._uncarried())
            if kind == "w:tbl":
                found.extend(read_table(element, self.context, self._read_cell))
            elif kind in ("m:oMath", "m:oMathPara"):
                found.append(Para((Text(self.runs.write_formula(element)),)))
            elif kind == "w:sdt":
                found.extend(self._control(element))
            elif kind in _THROUGH:
                found.extend(self.read_flow(element))
            elif kind == "mc:AlternateContent":
                found.extend(self.read_flow(choose_form(element)))
            elif kind in ("w:del", "w:moveFrom"):
                self.context.leave_out(extract_words(element), "deleted by a tracked change")
            elif kind == "w:altChunk":
                self.context.warn(
                    "part-dropped",
                    "a file of another format that is embedded in the text is left out",
                    "open the file in a word processor and save it anew, which turns it into text",
                )
        return found + self._uncarried()

    def _read_cell(self, cell: etree._Element) -> list[Flow]:
        self._cells += 1
        flow = self._read_within(cell)
        self._cells -= 1
        return flow

    def _read_within(self, container: etree._Element) -> list[Flow]:
        """Return what stands in a cell or a box, which no page ends in."""
        self._within += 1
        flow = self.read_flow(container)
        self._within -= 1
        return flow

    def _uncarried(self) -> list[Flow]:
        """Return the words of a paragraph whose end is deleted, but which no other follows."""
        words, self._carried = trim(self._carried), ()
        return [Para(words)] if words else []

    def _control(self, element: etree._Element) -> list[Flow]:
        content = child(element, "w:sdtContent")
        if content is None:
            return []
        gallery = value(element, "w:sdtPr", "w:docPartObj", "w:docPartGallery")
        if gallery == "Table of Contents":
            self.context.leave_out(extract_words(content), CONTENTS)
            return []
        return self.read_flow(content)

    def _paragraph(self, element: etree._Element) -> list[Flow]:
        properties = child(element, "w:pPr")
        style = self.context.styles[value(properties, "w:pStyle")]
        within = self.runs.fields.in_contents
        line = self.runs.read(element, style)
        line.inlines, self._carried = (*self._carried, *line.inlines), ()
        boxes = [entry for box in line.boxes for entry in self._read_within(box)]
        if child(properties, "w:rPr", "w:del") is not None and line.inlines:
            # the mark between this paragraph and the next one is deleted
            self._carried = (*line.inlines, Text(" "))
            return boxes
        if style.part == "contents" or (within and not line.inlines):
            self.context.leave_out(words(line.inlines), CONTENTS)
            return boxes
        return [*self._own(line, style, properties), *boxes]

    def _own(self, line: RunText, style: WordStyle, properties: etree._Element | None) -> list[Flow]:
        counted, depth = self._counted(properties, style)
        if not line.inlines and counted and self._cells and counted.style != "bullet":
            return [Para((Text(counted.marker),))]  # a cell with its number alone
        if not line.inlines:
            border = child(properties, "w:pBdr", "w:bottom")
            drawn = border is not None and attribute(border, "val") not in ("none", "nil")
            return [Divider(NOWHERE)] if line.rule or drawn else []
        pictures = _pictures(line.inlines)
        if pictures:
            return list(pictures)
        level = find_outline_level(properties)
        level = style.level if level is None else level
        if style.part == "title" or (level and _is_clause(line.inlines)):
            level = 0
        para = Para(line.inlines, style.part, level, bold=line.bold, size=line.size)
        if counted and level:
            para.number = counted.marker if counted.style != "bullet" else ""
        elif counted and counted.style == "bullet" and not counted.marker.strip():
            para.follows = True  # a numbering without a mark only indents
        elif counted:
            para.mark = ListMark(depth, counted.marker, counted.style, counted.number, counted.series)
        elif style.part == "list":
            ordered = "number" in style.name.lower()
            depth = parse_int(style.name[-1], 1, least=1) - 1
            para.mark = ListMark(depth, "" if ordered else "•", "decimal" if ordered else "bullet")
        elif style.name.lower().startswith(("list continue", "list paragraph", "listcontinue")):
            para.follows = True
        if para.part == "list":
            para.part = ""
        return [para]

    def _counted(self, properties: etree._Element | None, style: WordStyle) -> tuple[ListNumber | None, int]:
        number, level = read_numbering(properties)
        if not number and style.numbering:
            number, level = style.numbering[0], style.numbering[1] if level is None else level
        if not self.context.numbering.known(number):
            return None, 0
        at = self.context.numbering.find_level(number, style.ident) if level is None else level
        return self.context.numbering.count(number, at), at


_LONGEST_HEADING = 90  # characters of a whole sentence that is a heading by its style


def _is_clause(inlines: tuple[Inline, ...]) -> bool:
    """Tell whether a paragraph of an outlined style is a clause, a whole sentence longer than a heading."""
    text = words(inlines).strip()
    return len(text) > _LONGEST_HEADING and text[-1] in ".;:"


def _pictures(inlines: Iterable[Inline]) -> list[Block]:
    """Return the pictures of a paragraph that holds nothing else."""
    listed = list(inlines)
    pictures = [entry for entry in listed if isinstance(entry, InlineImage)]
    rest = [entry for entry in listed if not isinstance(entry, InlineImage | LineBreak)]
    if not pictures or any(not isinstance(entry, Text) or entry.value.strip() for entry in rest):
        return []
    return [Image(picture.src, NOWHERE, picture.alt, width=picture.width) for picture in pictures]
