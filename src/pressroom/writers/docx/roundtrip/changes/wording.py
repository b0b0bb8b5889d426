"""The words of one block compared, and their changes placed in the source."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pressroom.writers.docx.roundtrip.aligning.aligned import SPLIT
from pressroom.writers.docx.roundtrip.source_text.blocks import SourceBlock
from pressroom.writers.docx.roundtrip.source_text.edits import Edit
from pressroom.writers.docx.roundtrip.source_text.markup import Markup
from pressroom.writers.docx.roundtrip.word.tokens import list_changes, split_all_tokens
from pressroom.writers.docx.roundtrip.word.wordtext import CALL, OBJECT

_PUNCTUATION = re.compile(r"[^\w\s]")
_LOOSE_CALL = re.compile(rf"(?<=\S)([^\S\n]+)({CALL}+)(?=\w)")
_FAR = 12  # characters of markup that may stand between a word and the call of its note


@dataclass(frozen=True, slots=True)
class NewWords:
    """What a block says in Word: its words, and for each ``CALL`` among them the label of the note."""

    text: str
    calls: tuple[str, ...] = ()


def place_changes(
    block: SourceBlock, new: NewWords, markup: Markup, separators: list[str]
) -> list[Edit] | None:
    """Return the edits of the source that make a block read ``new``; None where one has no place.

    ``separators`` are what the source writes for each end of a paragraph in it.
    """
    return _Placer(block, markup, list(separators)).run(new)


def call_pattern(label: str) -> str:
    """Return the pattern of a note's call in the source."""
    return rf"\[\^?{re.escape(label.removeprefix('^'))}\]"


class _Placer:
    def __init__(self, block: SourceBlock, markup: Markup, separators: list[str]) -> None:
        self._block = block
        self._markup = markup
        self._separators = separators
        self._text = markup.source.text

    def run(self, new: NewWords) -> list[Edit] | None:
        before, after = split_all_tokens(self._block.words), split_all_tokens(new.text)
        keys = _list_keys(before, self._block.calls), _list_keys(after, new.calls)
        places = [0]
        for token in before:
            places.append(places[-1] + len(token))
        calls_at = [0]
        for token in after:
            calls_at.append(calls_at[-1] + token.count(CALL))
        edits: list[Edit] = []
        for i1, i2, j1, j2 in list_changes(*keys):
            words, old = "".join(after[j1:j2]), "".join(before[i1:i2])
            edge = i1 in (0, len(before)) or i2 == len(before)
            if edge and not words.strip() and not old.strip():
                continue
            if OBJECT in words or OBJECT in old:
                return None
            written = self._write(words, new.calls[calls_at[j1] : calls_at[j2]], leads=places[i1] == 0)
            edit = self._place(places[i1], places[i2], written)
            if edit is None:
                return None
            edits.append(edit)
        return edits

    def _write(self, words: str, calls: tuple[str, ...], *, leads: bool) -> str:
        """Return words as the source writes them, with the calls of notes and the ends of paragraphs."""
        names = list(calls)
        parts: list[str] = []
        for number, paragraph in enumerate(words.split(SPLIT)):
            if number:
                parts.append(self._separators.pop(0) if self._separators else SPLIT)
            pieces = self._markup.escape(paragraph, self._block, leads=leads or number > 0).split(CALL)
            for at, piece in enumerate(pieces):
                parts += [self._markup.write_call(names.pop(0))] if at else []
                parts.append(piece)
        return self._markup.convert_line_ends("".join(parts))

    def _place(self, start: int, end: int, written: str) -> Edit | None:
        where = self._locate(start, end) if start < end else self._find_gap(start)
        return None if where is None else Edit(*where, written, self._block.span)

    def _find_gap(self, at: int) -> tuple[int, int] | None:
        """Find the place between two letters of a block, best behind the first."""
        plain, words = self._block.plain, self._block.words
        if at > 0 and words[at - 1] == CALL:
            call = self._locate(at - 1, at)
            return None if call is None else (call[1], call[1])
        before = plain.source_offset(at - 1) if at > 0 else None
        if before is not None:
            return before + 1, before + 1
        after = plain.source_offset(at) if at < len(words) else None
        return None if after is None else (self._widen(after), self._widen(after))

    def _widen(self, start: int) -> int:
        """Return where a letter begins with the backslash that the source may have ahead of it."""
        escaped = self._markup.markdown and _PUNCTUATION.match(self._text, start)
        return start - 1 if escaped and self._text[start - 1 : start] == "\\" else start

    def _locate(self, start: int, end: int) -> tuple[int, int] | None:
        """Find a stretch of a block's words in the source, where no markup stands between them."""
        words = self._block.words[start:end]
        number = self._block.words[:start].count(CALL)
        pattern = self._make_pattern(words, self._block.calls[number:])
        first = self._block.plain.source_offset(start)
        if first is not None:
            found = re.compile(pattern).match(self._text, self._widen(first))
        else:
            before = self._block.plain.source_offset(start - 1) if start else None
            if before is None:
                return None
            found = re.compile(pattern).search(self._text, before + 1, before + 1 + _FAR + len(words) + 60)
        return found.span() if found else None

    def _make_pattern(self, words: str, calls: tuple[str, ...]) -> str:
        parts: list[str] = []
        names = list(calls)
        for token in split_all_tokens(words):
            if token.isspace():
                parts.append(r"\s+(?:>[ \t]?)*")
            elif token == CALL:
                parts.append(call_pattern(names.pop(0)))
            elif _PUNCTUATION.fullmatch(token) and self._markup.markdown:
                parts.append(rf"\\?{re.escape(token)}")
            else:
                parts.append(re.escape(token))
        return "".join(parts)


def _list_keys(tokens: list[str], calls: tuple[str, ...]) -> list[str]:
    """Return what counts of tokens: one white space is as good as another, but for a paragraph's end."""
    names = list(calls)
    keys: list[str] = []
    for token in tokens:
        if token == CALL:
            keys.append(f"{CALL}{names.pop(0) if names else ''}")
        elif token.isspace():
            keys.append(SPLIT if SPLIT in token else " ")
        else:
            keys.append(token)
    return keys


def close_up_calls(text: str) -> str:
    """Return words with each call of a note straight behind a word, not ahead of the next one."""
    return _LOOSE_CALL.sub(r"\2\1", text)
