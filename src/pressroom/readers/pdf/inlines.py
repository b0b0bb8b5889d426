"""The words of lines to running text: lines joined, hyphens mended, bold, italics and raised figures kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

from pressroom.model.inline import Emphasis, FootnoteRef, Inline, Strong, Subscript, Superscript, Text
from pressroom.readers.common.hyphens.compounds import CONJUNCTIONS
from pressroom.readers.common.hyphens.mending import HyphenMender
from pressroom.readers.pdf.layout.lines import PdfLine
from pressroom.readers.pdf.notes import is_raised

FindNote = Callable[[int, str], str]
"""Returns the label of the note that a mark on a page calls, "" for none."""


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    bold: bool = False
    italic: bool = False
    shift: int = 0  # 1 raised, -1 lowered
    note: str = ""

    @property
    def look(self) -> tuple[bool, bool, int, str]:
        return self.bold, self.italic, self.shift, self.note


def build_inlines(
    lines: Sequence[PdfLine], mender: HyphenMender, find_note: FindNote, skip: int = 0, plain: bool = False
) -> tuple[Inline, ...]:
    """Return the running text of lines without its first ``skip`` characters; ``plain`` without its marks."""
    tokens: list[_Token] = []
    for at, line in enumerate(lines):
        words = [_read_word(line, index, find_note) for index in range(len(line.words))]
        if at and tokens and words:
            tokens[-1] = _join(tokens[-1], line.text, mender)
        tokens += words
    tokens = _skip(tokens, skip)
    if plain:
        tokens = [_Token(token.text, shift=token.shift, note=token.note) for token in tokens]
    return tuple(_build(list(group)) for _, group in groupby(_settle(tokens), lambda token: token.look))


def _read_word(line: PdfLine, index: int, find_note: FindNote) -> _Token:
    word = line.words[index]
    space = "" if index + 1 == len(line.words) or line.words[index + 1].glued else " "
    shift = 0
    if index and is_raised(word.size, word.base, line.size, line.base):
        shift = 1
    elif word.size <= 0.82 * line.size and word.base - line.base > 0.08 * line.size:
        shift = -1
    note = find_note(line.page, word.text) if shift == 1 else ""
    return _Token(word.text + space, word.bold, word.italic, shift, note)


def _join(last: _Token, following: str, mender: HyphenMender) -> _Token:
    """Return the last word of a line as it stands before the next line's."""
    text = last.text
    if text.endswith("-") and text[-2:-1].isalpha():
        if CONJUNCTIONS.match(following):
            text += " "
        elif not mender.belongs(text, following[:40]):
            text = text[:-1]
    elif not _is_unspaced(text[-1:], following[:1]):
        text += " "
    return _Token(text, last.bold, last.italic, last.shift, last.note)


def _is_unspaced(left: str, right: str) -> bool:
    """Tell whether a line breaks within a script that writes no spaces."""
    return all("\u3000" <= letter <= "\u9fff" or "\uff00" <= letter <= "\uffef" for letter in (left, right))


def _skip(tokens: list[_Token], count: int) -> list[_Token]:
    """Drop characters from the front, and the blanks that follow them."""
    rest = list(tokens)
    while rest and count > 0:
        first = rest.pop(0)
        kept = first.text[count:]
        count -= len(first.text)
        if kept.strip():
            rest.insert(0, _Token(kept.lstrip(), first.bold, first.italic, first.shift, first.note))
            break
    return rest


def _settle(tokens: list[_Token]) -> list[_Token]:
    """Take the blank off the end, and move blanks ahead of a change of look out of marks."""
    found: list[_Token] = []
    for at, token in enumerate(tokens):
        last = at + 1 == len(tokens)
        text = token.text.rstrip() if last else token.text
        if text.endswith(" ") and not last and tokens[at + 1].look != token.look:
            found.append(_Token(text.rstrip(), token.bold, token.italic, token.shift, token.note))
            found.append(_Token(" "))
        elif text:
            found.append(_Token(text, token.bold, token.italic, token.shift, token.note))
    return found


def _build(tokens: list[_Token]) -> Inline:
    first = tokens[0]
    if first.note:
        return FootnoteRef(first.note)
    made: Inline = Text("".join(token.text for token in tokens))
    if first.shift:
        made = Superscript((made,)) if first.shift == 1 else Subscript((made,))
    if first.italic:
        made = Emphasis((made,))
    return Strong((made,)) if first.bold else made
