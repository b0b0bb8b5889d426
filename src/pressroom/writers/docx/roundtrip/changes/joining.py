"""Blocks of the source that are one paragraph in Word."""

from __future__ import annotations

from collections.abc import Sequence

from pressroom.writers.docx.roundtrip.aligning.aligned import SPLIT, WordBlock
from pressroom.writers.docx.roundtrip.changes.sides import Findings, Sides
from pressroom.writers.docx.roundtrip.changes.wording import NewWords, place_changes
from pressroom.writers.docx.roundtrip.source_text.blocks import SourceBlock
from pressroom.writers.docx.roundtrip.source_text.edits import Change, Edit, EditConflict, Said
from pressroom.writers.docx.roundtrip.word.wordtext import show_words


class BlockJoining:
    """Joins blocks and gathers what is found."""

    def __init__(self, sides: Sides, findings: Findings) -> None:
        self._sides = sides
        self._findings = findings

    def join(self, group: list[WordBlock]) -> None:
        """Join blocks of the source that are one paragraph in Word."""
        sources = [self._sides.known.get(block.ident) for block in group]
        whole = "".join(block.text for block in group)
        first = sources[0]
        edits = self._place(group, sources)
        if edits is None:
            reason = "joined in Word, and more than an empty line parts them in the source"
            says = " ".join(show_words(each.words) for each in sources if each)
            near = first.span if first else None
            self._findings.conflicts.append(EditConflict(show_words(whole), reason, near, says))
            return
        calls = tuple(label for block in group for label in self._sides.notes.map_calls(block.calls))
        reason = "joined in Word, and the source would not read as Word does"
        says = " ".join(show_words(each.words) for each in sources if each)
        conflicts = [EditConflict(show_words(whole), reason, first.span if first else None, says)]
        texts: dict[str, tuple[Said, ...]] = {block.ident: () for block in group[1:]}
        texts[group[0].ident] = (Said(whole, calls),)
        self._findings.changes.append(Change(tuple(edits), tuple(conflicts), texts))

    def _place(self, group: list[WordBlock], sources: Sequence[SourceBlock | None]) -> list[Edit] | None:
        edits: list[Edit] = []
        for number, (block, known) in enumerate(zip(group, sources, strict=True)):
            calls = self._sides.notes.map_calls(block.calls)
            if known is None or SPLIT in block.text or "" in calls or self._sides.notes.list_new(calls):
                return None
            text = block.text if number == len(group) - 1 else block.text.rstrip()
            text = text.lstrip() if number else text
            placed = place_changes(known, NewWords(text, calls), self._sides.markup, [])
            if placed is None or not self._sides.recorded[block.ident].has_words(known.words):
                return None
            edits += placed
            if number:
                gap = self._close_gap(group[number - 1], block, sources[number - 1], known)
                if gap is None:
                    return None
                edits.append(gap)
        return edits

    def _close_gap(
        self, first: WordBlock, second: WordBlock, before: SourceBlock | None, known: SourceBlock
    ) -> Edit | None:
        """Return the edit that lets a block run on from the one before it, where nothing else parts them."""
        if before is None or known.lines is None or before.lines is None:
            return None
        between = self._sides.source.text[before.end : known.start]
        mark = self._sides.markup.read_marker(known)
        if between.strip() != mark.strip():
            return None
        spaced = first.text[-1:].isspace() or second.text[:1].isspace()
        return Edit(before.end, known.start, " " if spaced else "", known.span)
