"""A block as it stands in Word, compared with the source: its words, its notes, its style."""

from __future__ import annotations

import difflib

from pressroom.model.span import Span
from pressroom.writers.docx.roundtrip.aligning.aligned import SPLIT, WordBlock
from pressroom.writers.docx.roundtrip.changes import styling
from pressroom.writers.docx.roundtrip.changes.sides import Findings, Sides
from pressroom.writers.docx.roundtrip.changes.wording import NewWords, close_up_calls, place_changes
from pressroom.writers.docx.roundtrip.source_text.blocks import SourceBlock
from pressroom.writers.docx.roundtrip.source_text.edits import Change, Edit, EditConflict, Said
from pressroom.writers.docx.roundtrip.word.record import RecordedBlock
from pressroom.writers.docx.roundtrip.word.wordtext import CALL, show_words


class BlockComparison:
    """Compares blocks one at a time and gathers what is found."""

    def __init__(self, sides: Sides, findings: Findings) -> None:
        self._sides = sides
        self._findings = findings

    def compare(self, block: WordBlock) -> None:
        """Find what was edited in a block that comes from the source."""
        recorded, known = self._sides.recorded[block.ident], self._sides.known.get(block.ident)
        calls = self._sides.notes.map_calls(block.calls)
        if known is None:
            self._compare_with_nothing(block, recorded)
        elif block.lead_changed:
            self._findings.refuse(
                block.words, "the report makes the number or mark ahead of it by itself", known
            )
        elif not block.text.strip() and known.cell is None and known.kind.name != "note":
            self._findings.emptied.add(block.ident)
            return
        elif SPLIT not in block.text and recorded.has_words(block.text) and known.calls == calls:
            self._compare_emphasis(block, recorded, known)
        else:
            self._change_words(block, recorded, known, calls)
        if known is not None:
            self._compare_style(block, recorded, known)

    def _compare_with_nothing(self, block: WordBlock, recorded: RecordedBlock) -> None:
        if SPLIT not in block.text and recorded.has_words(block.text):
            return
        reason = "edited in Word, and the source has moved on there"
        self._findings.conflicts.append(EditConflict(block.words, reason, self._find_nearest(block.words)))

    def _find_nearest(self, text: str) -> Span | None:
        values = {known.words: known.span for known in self._sides.known.values()}
        close = difflib.get_close_matches(text, list(values), 1, 0.5)
        return values[close[0]] if close else None

    def _compare_emphasis(self, block: WordBlock, recorded: RecordedBlock, known: SourceBlock) -> None:
        """Report words that are unchanged but are now bold or italic, or no longer so."""
        if recorded.emphasis != block.emphasis:
            reason = "made bold or italic in Word, or no longer so; the marks of the source are kept"
            self._findings.refuse(block.words, reason, known)

    def _compare_style(self, block: WordBlock, recorded: RecordedBlock, known: SourceBlock) -> None:
        before, now = recorded.look, block.looks[0]
        if before is None or not styling.differs(before, now):
            return
        change = styling.change_style(known, before, now, self._sides.models, self._sides.markup)
        if change is None:
            self._findings.refuse(block.words, styling.describe(before, now), known)
        else:
            self._findings.changes.append(change)

    def _change_words(
        self, block: WordBlock, recorded: RecordedBlock, known: SourceBlock, calls: tuple[str, ...]
    ) -> None:
        """Change the words of a block, and the notes that it calls."""
        edits = None
        if self._sides.notes.list_new(calls):
            block.text = close_up_calls(block.text)
        if recorded.has_words(known.words):
            edits = self._place(block, known, calls)
        words = block.words
        if edits is None:
            self._findings.refuse(words, "markup or a joined line stands where it was edited", known)
            self._findings.refuse_notes(self._sides.notes.list_new(calls).values())
            return
        notes: dict[str, str | None] = dict(self._sides.notes.list_new(calls))
        defined = self._sides.notes.define(self._sides.notes.list_new(calls), known)
        dropped = [label for label in known.calls if label not in self._list_called()]
        removed = {label: self._sides.notes.drop(label, known.calls.count(label)) for label in dropped}
        if defined is None or "" in calls:
            self._findings.refuse(words, "a note of it cannot be written in the source", known)
            self._findings.refuse_notes(self._sides.notes.list_new(calls).values())
            return
        for label, edit in removed.items():
            if edit is not None:
                edits.append(edit)
                notes[label] = None
        reason = "the source would not read as Word does"
        conflicts = [EditConflict(words, reason, known.span, show_words(known.words))]
        conflicts += [EditConflict(show_words(text), reason, known.span) for text in notes.values() if text]
        texts = _split_said(block.text, calls)
        self._findings.changes.append(
            Change((*edits, *defined), tuple(conflicts), {block.ident: texts}, notes=notes)
        )

    def _list_called(self) -> set[str]:
        return set(self._sides.notes.map_calls(self._sides.aligned.notes))

    def _place(self, block: WordBlock, known: SourceBlock, calls: tuple[str, ...]) -> list[Edit] | None:
        separators = self._list_separators(block, known)
        if separators is None:
            return None
        return place_changes(known, NewWords(block.text, calls), self._sides.markup, separators)

    def _list_separators(self, block: WordBlock, known: SourceBlock) -> list[str] | None:
        """Return what the source writes where Word ends a paragraph in a block; None where it cannot."""
        if SPLIT not in block.text:
            return []
        mark = self._sides.markup.read_marker(known)
        if known.kind.name not in ("paragraph", "item", "quote", "heading", "callout") or known.in_front:
            return None
        separators: list[str] = []
        for number, look in enumerate(block.looks[1:], 1):
            model = self._sides.models.get(look)
            new = self._sides.markup.read_marker(model) if model else self._sides.markup.make_marker(look)
            if mark.rstrip().endswith(">"):
                separators.append(f"\n{mark.rstrip()}\n{mark}")
            elif look == block.looks[0] and known.kind.name == "item" and mark:
                separators.append(f"\n{self._sides.markup.number(mark, number)}")
            elif known.kind.name == "paragraph" and not new:
                separators.append(self._sides.markup.separator(known))
            else:
                separators.append(f"{SPLIT}{new}")
        return separators


def _split_said(text: str, calls: tuple[str, ...]) -> tuple[Said, ...]:
    """Return the paragraphs of a text with the notes that each calls."""
    said: list[Said] = []
    at = 0
    for paragraph in text.split(SPLIT):
        count = paragraph.count(CALL)
        if paragraph.strip():
            said.append(Said(paragraph, calls[at : at + count]))
        at += count
    return tuple(said)
