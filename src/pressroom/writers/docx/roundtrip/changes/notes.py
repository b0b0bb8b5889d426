"""Notes of a Word file: which notes of the source they are, and how new ones are written there."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import count

from pressroom.writers.docx.roundtrip.aligning.aligned import SPLIT, AlignedWord
from pressroom.writers.docx.roundtrip.changes.wording import call_pattern
from pressroom.writers.docx.roundtrip.source_text.blocks import SourceBlock
from pressroom.writers.docx.roundtrip.source_text.edits import Edit
from pressroom.writers.docx.roundtrip.source_text.markup import Markup


class NoteChanges:
    """The labels of a Word file's notes, those of new ones with them."""

    def __init__(self, aligned: AlignedWord, markup: Markup) -> None:
        self._aligned = aligned
        self._markup = markup
        known = {note.ident: label for label, note in markup.source.notes.items()}
        taken = {*markup.source.notes, *re.findall(r"\[\^?([\w-]+)\]", markup.source.text)}
        fresh = (str(number) for number in count(1) if str(number) not in taken)
        self._labels: dict[str, str] = {}
        self._new: dict[str, str] = {}
        for ident, note in aligned.notes.items():
            if note.ident in known or note.label:
                self._labels[ident] = note.label or known[note.ident]
            elif not note.ident:
                label = self._labels[ident] = next(fresh)
                self._new[label] = note.text

    def map_calls(self, calls: Iterable[str]) -> tuple[str, ...]:
        """Return the labels of the notes that a block calls in Word; "" for one that nobody knows."""
        return tuple(self._labels.get(call, "") for call in calls)

    def list_new(self, labels: Iterable[str]) -> dict[str, str]:
        """Return the words of those notes that are new in Word, by label."""
        return {label: self._new[label] for label in labels if label in self._new}

    def define(self, new: dict[str, str], block: SourceBlock) -> list[Edit] | None:
        """Return the edits that put new notes at the source's end; None for one of several paragraphs."""
        text = self._markup.source.text
        edits: list[Edit] = []
        for label, said in new.items():
            words = " ".join(said.split())
            if not words or SPLIT in said.strip():
                return None
            ahead = "\n" if text.endswith("\n") else "\n\n"
            mark = f"[^{label}]: " if self._markup.markdown else f"[{label}] "
            line = f"{ahead}{mark}{self._markup.escape(words)}\n"
            edits.append(Edit(len(text), len(text), self._markup.convert_line_ends(line), block.span))
        return edits

    def drop(self, label: str, removed: int) -> Edit | None:
        """Return the edit that takes out a note which nothing calls any more, None where it has to stay."""
        note = self._markup.source.notes.get(label)
        text = self._markup.source.text
        if note is None or note.lines is None or len(re.findall(call_pattern(label), text)) > removed + 1:
            return None
        begin, end = note.lines
        rest = text[end:]
        blank = len(rest) - len(rest.lstrip("\r\n")) if text[:begin].endswith("\n\n") or begin == 0 else 0
        if end + blank >= len(text):
            kept = len(text[:begin].rstrip())
            return Edit(kept, len(text), "\n" if text.endswith("\n") else "", note.span)
        return Edit(begin, end + blank, "", note.span)
