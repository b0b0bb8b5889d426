"""What is compared, a source and a Word file made from it, and what comes of comparing them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from pressroom.writers.docx.roundtrip.aligning.aligned import AlignedWord
from pressroom.writers.docx.roundtrip.changes.notes import NoteChanges
from pressroom.writers.docx.roundtrip.source_text.blocks import SourceBlock, SourceBlocks
from pressroom.writers.docx.roundtrip.source_text.edits import Change, EditConflict
from pressroom.writers.docx.roundtrip.source_text.markup import Markup, list_models
from pressroom.writers.docx.roundtrip.word.record import BlockRecord, RecordedBlock
from pressroom.writers.docx.roundtrip.word.wordtext import show_words


@dataclass(frozen=True, slots=True)
class Sides:
    """A source as it stands now, what a Word file records of it, and that Word file.

    ``known`` and ``recorded`` are the blocks of the source and of the record by their ids; ``models`` has a
    block of the source for each look that one has.
    """

    source: SourceBlocks
    known: Mapping[str, SourceBlock]
    record: BlockRecord
    recorded: Mapping[str, RecordedBlock]
    aligned: AlignedWord
    markup: Markup
    notes: NoteChanges
    models: Mapping[tuple[str, int], SourceBlock]


def gather_sides(source: SourceBlocks, record: BlockRecord, aligned: AlignedWord, *, markdown: bool) -> Sides:
    """Return what is compared."""
    known = source.by_ident()
    recorded = {block.ident: block for block in record.blocks}
    markup = Markup(source, markdown)
    models = list_models(
        (block.looks[0], known[block.ident])
        for block in aligned.blocks
        if block.ident in known and recorded[block.ident].look in (None, block.looks[0])
    )
    return Sides(source, known, record, recorded, aligned, markup, NoteChanges(aligned, markup), models)


@dataclass(slots=True)
class Findings:
    """The changes that the source is to have, and what cannot be taken back.

    ``emptied`` are the blocks whose words are all gone from Word, though their paragraphs are there.
    """

    changes: list[Change] = field(default_factory=list)
    conflicts: list[EditConflict] = field(default_factory=list)
    emptied: set[str] = field(default_factory=set)

    def refuse(self, words: str, reason: str, known: SourceBlock | None = None) -> None:
        """Tell of words in Word that cannot be taken back to a block of the source."""
        near, says = (known.span, show_words(known.words)) if known else (None, "")
        self.conflicts.append(EditConflict(words, reason, near, says))

    def refuse_notes(self, notes: Iterable[str]) -> None:
        """Tell of new notes whose paragraph cannot be taken back."""
        reason = "a note that was added in Word, and its paragraph is a conflict"
        self.conflicts += [EditConflict(show_words(text), reason) for text in notes]
