"""Letters and breaks to a flow of paragraphs, tables and notes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from pressroom.model.document import Cell, Image, Paragraph, Row, Table
from pressroom.model.inline import FootnoteRef, Inline, InlineImage, LineBreak, Link, Text
from pressroom.readers.common.flow import Flow, ListMark, Para
from pressroom.readers.common.inline_builder import MARKS
from pressroom.readers.common.rendering import NOWHERE
from pressroom.readers.common.whitespace import tidy_spaces
from pressroom.readers.rtf.state import LetterState, ParagraphState

Piece = tuple[LetterState, Inline]
"""An inline and the state of its letters."""

_HEADING = re.compile(r"heading ?(\d)|überschrift ?(\d)|titre ?(\d)|título ?(\d)|kop ?(\d)", re.IGNORECASE)
_PARTS = {name: name for name in ("title", "subtitle", "caption", "quote")}
_MARKS = ("bold", "italic", "strike", "superscript", "subscript")


@dataclass(slots=True)
class FlowBuilder:
    """Takes letters and breaks in the order of the file. ``notes`` are the bodies of the notes, from 1."""

    flow: list[Flow] = field(default_factory=list)
    notes: list[list[Paragraph]] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    _marker: list[str] = field(default_factory=list)
    _rows: list[Row] = field(default_factory=list)
    _cells: list[Cell] = field(default_factory=list)
    _boxes: list[tuple[int, list[Piece]]] = field(default_factory=list)
    _held: list[tuple[int, list[Piece]]] = field(default_factory=list)

    def add(self, state: LetterState, inline: Inline) -> None:
        """Add an inline where the text stands."""
        self.pieces.append((state, inline))

    def join_surrogate(self, code: int) -> bool:
        """Join the second half of a letter beyond the basic plane to the first; return whether it was one."""
        last = self.pieces[-1][1] if self.pieces else None
        if not (
            0xDC00 <= code <= 0xDFFF and isinstance(last, Text) and "\ud800" <= last.value[-1:] <= "\udbff"
        ):
            return False
        char = chr(0x10000 + ((ord(last.value[-1]) - 0xD800) << 10) + (code - 0xDC00))
        self.pieces[-1] = (self.pieces[-1][0], Text(last.value[:-1] + char))
        return True

    def add_marker(self, text: str) -> None:
        """Add to the mark or number of the paragraph that comes."""
        self._marker.append(text)

    def link(self, start: int, href: str) -> None:
        """Make a link of the pieces from ``start`` on."""
        if len(self.pieces) > start >= 0:
            self.pieces[start:] = [(LetterState(), Link(_wrap_pieces(self.pieces[start:]), href))]

    # notes

    @property
    def note_depth(self) -> int:
        """The depth of the group of the note that is open, -1 for none."""
        return self._held[-1][0] if self._held else -1

    def begin_note(self, depth: int) -> None:
        """Begin a note in a group; the text goes on when it ends."""
        self._held.append((depth, self.pieces))
        self.pieces = []

    def end_note(self) -> None:
        """End the innermost note and add its call to the text."""
        inlines = _wrap_pieces(self.pieces)
        _, self.pieces = self._held.pop()
        self.notes.append([Paragraph(inlines, NOWHERE)] if inlines else [])
        self.pieces.append((LetterState(), FootnoteRef(str(len(self.notes)))))

    # text boxes

    def begin_box(self, depth: int) -> None:
        """Begin a text box in a group; its lines stand ahead of the paragraph that it hangs on."""
        self._boxes.append((depth, self.pieces))
        self.pieces = []

    @property
    def box_depth(self) -> int:
        """The depth of the group of the text box that is open, -1 for none."""
        return self._boxes[-1][0] if self._boxes else -1

    def end_box(self) -> None:
        """End the innermost text box with its last line."""
        self._end_paragraph(ParagraphState(), "")
        _, self.pieces = self._boxes.pop()

    # paragraphs and tables

    def end(self, word: str, state: ParagraphState, style: str) -> None:
        """End what a control word ends: a paragraph, a cell, a row. ``style`` is the paragraph's, by name."""
        if self._held:
            self.pieces.append((LetterState(), LineBreak()))
        elif word in ("cell", "nestcell"):
            self._cells.append(Cell(_wrap_pieces(self.pieces), NOWHERE))
            self.pieces = []
        elif word in ("row", "nestrow"):
            self._end_row()
        elif self._boxes:
            self._end_paragraph(ParagraphState(), style)
        elif state.in_table and word == "par":
            self.pieces.append((LetterState(), LineBreak()))
        else:
            self._end_paragraph(state, style)

    def finish(self, state: ParagraphState, style: str) -> None:
        """End what is still open at the end of the file."""
        self._end_paragraph(state, style)
        self._end_table()

    def _end_paragraph(self, state: ParagraphState, style: str) -> None:
        pieces, self.pieces = self.pieces, []
        marker = "".join(self._marker).strip()
        self._marker = []
        seen = [letters for letters, inline in pieces if isinstance(inline, Text) and inline.value.strip()]
        pictures = [inline for _, inline in pieces if isinstance(inline, InlineImage)]
        called = any(isinstance(inline, Link | FootnoteRef) for _, inline in pieces)
        if not (seen or pictures or called):
            return
        self._end_table()
        if pictures and not (seen or called):
            self.flow.extend(
                Image(picture.src, NOWHERE, picture.alt, width=picture.width) for picture in pictures
            )
            return
        bold = bool(seen) and all(letters.bold for letters in seen)
        found = _HEADING.fullmatch(style)
        level = int(next(filter(None, found.groups()))) if found else state.level
        inlines = _wrap_pieces(pieces, all_bold=bold and bool(level))
        para = Para(inlines, _PARTS.get(style.lower(), ""), level, bold=bold)
        para.size = max((letters.size for letters in seen), default=0)
        if not level and (marker or state.listed):
            para.mark = _build_mark(marker, state.depth)
        elif level and marker:
            para.number = marker
        self.flow.append(para)

    def _end_row(self) -> None:
        if self._cells:
            self._rows.append(Row(tuple(self._cells)))
        self._cells = []

    def _end_table(self) -> None:
        self._end_row()
        if self._rows:
            self.flow.append(Table((), tuple(self._rows), NOWHERE))
            self._rows = []


def _build_mark(marker: str, depth: int) -> ListMark:
    number = re.search(r"\d{1,6}", marker)
    if number:
        return ListMark(depth, marker, "decimal", int(number.group()))
    letter = re.fullmatch(r"\(?([a-zA-Z])[.)]", marker)
    if letter:
        lower = letter[1].islower()
        return ListMark(depth, marker, "lower-alpha" if lower else "upper-alpha", ord(letter[1].lower()) - 96)
    is_shown = marker.isprintable() and marker and not "\ue000" <= marker[0] <= "\uf8ff"
    return ListMark(depth, marker if is_shown else "•")


def _wrap_pieces(pieces: Sequence[Piece], *, all_bold: bool = False) -> tuple[Inline, ...]:
    """Wrap letters of equal look in their marks; what is bold throughout is no stress within."""
    found: list[Inline] = []
    for marks, run in groupby(pieces, lambda piece: _find_marks(piece[0])):
        inner: tuple[Inline, ...] = tuple(inline for _, inline in run)
        blank = not any(isinstance(inline, Text) and inline.value.strip() for inline in inner)
        for name in reversed(marks):
            if not blank and not (all_bold and name == "bold"):
                inner = (MARKS[name](inner),)
        found.extend(inner)
    return tidy_spaces(found)


def _find_marks(state: LetterState) -> tuple[str, ...]:
    return tuple(name for name in _MARKS if getattr(state, name))
