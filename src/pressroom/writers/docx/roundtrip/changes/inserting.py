"""Where the paragraphs and rows that are new in Word come to stand in the source."""

from __future__ import annotations

from collections.abc import Sequence

from pressroom.writers.docx.roundtrip.aligning.aligned import SPLIT, WordBlock
from pressroom.writers.docx.roundtrip.changes.adding import (
    Neighbours,
    NewParagraph,
    add_paragraphs,
    add_row,
)
from pressroom.writers.docx.roundtrip.changes.sides import Findings, Sides
from pressroom.writers.docx.roundtrip.changes.wording import close_up_calls
from pressroom.writers.docx.roundtrip.source_text.blocks import SourceBlock
from pressroom.writers.docx.roundtrip.source_text.edits import Change, EditConflict, Said
from pressroom.writers.docx.roundtrip.word.wordtext import ParagraphPlace, show_words


class Insertion:
    """Puts what is new into the source and gathers what is found."""

    def __init__(self, sides: Sides, findings: Findings) -> None:
        self._sides = sides
        self._findings = findings

    def add_new(self) -> None:
        """Put new paragraphs and rows into the source, those together that follow each other."""
        blocks = self._sides.aligned.blocks
        at = 0
        while at < len(blocks):
            if blocks[at].ident:
                at += 1
                continue
            end = at
            while end < len(blocks) and not blocks[end].ident and blocks[end].place == blocks[at].place:
                end += 1
            if blocks[at].place.table >= 0:
                same = blocks[at].place
                while end < len(blocks) and _is_in_row(blocks[end], same) and not blocks[end].ident:
                    end += 1
                self._add_row(blocks[at:end])
            else:
                self._add_paragraphs(at, end)
            at = end

    def _find_beside(self, at: int, end: int) -> Neighbours:
        before = (
            self._sides.known[b.ident]
            for b in reversed(self._sides.aligned.blocks[:at])
            if b.ident in self._sides.known
        )
        after = (
            self._sides.known[b.ident]
            for b in self._sides.aligned.blocks[end:]
            if b.ident in self._sides.known
        )
        return Neighbours(next(before, None), next(after, None))

    def _make_new(self, block: WordBlock) -> NewParagraph:
        return NewParagraph(block, Said(close_up_calls(block.text), self._sides.notes.map_calls(block.calls)))

    def _add_paragraphs(self, at: int, end: int) -> None:
        new = [self._make_new(block) for block in self._sides.aligned.blocks[at:end]]
        calls = [label for each in new for label in each.said.calls]
        change = None
        if self._sides.aligned.blocks[at].place.part == "body" and "" not in calls:
            change = add_paragraphs(new, self._find_beside(at, end), self._sides.models, self._sides.markup)
        if change is None:
            self._findings.conflicts += [each.refuse() for each in new]
            self._findings.refuse_notes(self._sides.notes.list_new(calls).values())
        else:
            self._append_with_notes(change, calls)

    def _append_with_notes(self, change: Change, calls: Sequence[str]) -> None:
        fresh = self._sides.notes.list_new(calls)
        defined = self._sides.notes.define(fresh, self._sides.source.blocks[0]) if fresh else []
        if defined is None:
            self._findings.conflicts += change.conflicts
            self._findings.refuse_notes(self._sides.notes.list_new(calls).values())
            return
        reason = "a note that was added in Word, and the source would not read as Word does"
        conflicts = (*change.conflicts, *(EditConflict(show_words(each), reason) for each in fresh.values()))
        self._findings.changes.append(
            Change((*change.edits, *defined), conflicts, change.texts, change.added, dict(fresh))
        )

    def _add_row(self, blocks: list[WordBlock]) -> None:
        cells = {block.place.column: self._make_new(block) for block in blocks}
        place = blocks[0].place
        if any(_is_in_row(other, place) and other.ident for other in self._sides.aligned.blocks):
            reason = "a cell was added in Word to a row that has no such column in the source"
            self._findings.conflicts += [each.refuse(reason) for each in cells.values()]
            return
        beside = self._find_row_beside(blocks[0])
        calls = [label for each in cells.values() for label in each.said.calls]
        change = None
        if beside is not None and "" not in calls and all(SPLIT not in each.text for each in blocks):
            change = add_row(cells, *beside, self._sides.markup)
        if change is None:
            known = beside is not None
            reason = (
                "a row was added in Word that the table cannot take" if known else "a table added in Word"
            )
            self._findings.conflicts += [each.refuse(reason) for each in cells.values()]
            self._findings.refuse_notes(self._sides.notes.list_new(calls).values())
        else:
            self._append_with_notes(change, calls)

    def _find_row_beside(self, block: WordBlock) -> tuple[list[SourceBlock], str] | None:
        """Return the cells of the row that a new one follows in Word, or else precedes."""
        place = block.place
        rows = {
            other.place.row: self._sides.known[other.ident].cell
            for other in self._sides.aligned.blocks
            if other.place.table == place.table and other.ident in self._sides.known
        }
        above = [row for row in rows if row < place.row]
        below = [row for row in rows if row > place.row]
        chosen = (rows[max(above)], "after") if above else (rows[min(below)], "before") if below else None
        if chosen is None or chosen[0] is None:
            return None
        row = chosen[0][:2]
        cells = [each for each in self._sides.source.blocks if each.cell is not None and each.cell[:2] == row]
        return cells, chosen[1]


def _is_in_row(block: WordBlock, place: ParagraphPlace) -> bool:
    return (block.place.table, block.place.row) == (place.table, place.row)
