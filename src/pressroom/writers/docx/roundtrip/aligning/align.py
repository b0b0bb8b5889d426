"""The blocks as they stand in Word, each led back to the block of the source that it was made from."""

from __future__ import annotations

from pressroom.writers.docx.roundtrip.aligning.aligned import AlignedWord
from pressroom.writers.docx.roundtrip.aligning.reading import WordBlockReader, join_cells
from pressroom.writers.docx.roundtrip.aligning.recovering import MarkRecovery
from pressroom.writers.docx.roundtrip.source_text.blocks import SourceBlocks
from pressroom.writers.docx.roundtrip.word.record import BlockRecord
from pressroom.writers.docx.roundtrip.word.story import WordText


def align(word: WordText, record: BlockRecord, source: SourceBlocks) -> AlignedWord:
    """Lead the paragraphs of a Word file back to the blocks of its source."""
    reader, recovery = WordBlockReader(record), MarkRecovery(record, source)
    reader.keep_each_mark_once([*word.paragraphs, *(p for ps in word.notes.values() for p in ps)])
    blocks = join_cells(reader.list_blocks(word.paragraphs))
    notes = {ident: reader.read_note(word.notes[ident]) for ident in word.list_calls()}
    for ident, note in notes.items():
        if not note.ident:
            note.untouched = reader.take_made(word.notes[ident])
    reader.read_margins(word.margins)
    blocks = reader.tell_made(blocks)
    recovery.recover_notes(blocks, notes)
    return AlignedWord(recovery.recover(blocks), notes, reader.changed, reader.tell_gone())
