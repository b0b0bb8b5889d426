"""Find the edits made in a Word file and turn them into changes of its source.

Each block of the source is marked in our Word files by an id that follows from its words. A block that still
has its words is untouched; one that has others was edited, and the same id leads to its place in the source,
as long as the source still says there what it said. Where it does not, the edit is a conflict. At the end the
patched source is read again and compared with the words in Word, so that none is lost without a word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pressroom.errors import PressroomError
from pressroom.model.document import Document
from pressroom.writers.docx.package.archive import open_package
from pressroom.writers.docx.roundtrip.aligning.align import align
from pressroom.writers.docx.roundtrip.aligning.aligned import WordBlock
from pressroom.writers.docx.roundtrip.changes.comparing import BlockComparison
from pressroom.writers.docx.roundtrip.changes.inserting import Insertion
from pressroom.writers.docx.roundtrip.changes.joining import BlockJoining
from pressroom.writers.docx.roundtrip.changes.moving import find_moved, find_moved_over
from pressroom.writers.docx.roundtrip.changes.removal import find_removed
from pressroom.writers.docx.roundtrip.changes.sides import Findings, Sides, gather_sides
from pressroom.writers.docx.roundtrip.changes.telling import tell_comments, tell_made
from pressroom.writers.docx.roundtrip.changes.verify import ReadText, account, settle
from pressroom.writers.docx.roundtrip.source_text.blocks import list_source_blocks
from pressroom.writers.docx.roundtrip.source_text.edits import PulledEdits, sort_edits
from pressroom.writers.docx.roundtrip.word.record import load_record
from pressroom.writers.docx.roundtrip.word.story import WordText, read_word

_MARKDOWN = (".md", ".markdown")
_PLAIN = (".txt", ".text", *_MARKDOWN)


def pull(edited: bytes, document: Document, read: ReadText) -> PulledEdits:
    """Find what was changed in one of our Word files, as changes of its source as it stands now.

    ``document`` is that source, read; ``read`` reads a text as that source was read. Tracked changes count as
    accepted. Raises PressroomError when the file is no Word file of ours, or when the source's format cannot
    be patched.
    """
    if not document.source.lower().endswith(_PLAIN):
        raise PressroomError(
            f"edits can be taken back to plain text and Markdown only, and {document.source} is neither",
            cure="make the edits in the source itself",
            rule="pull-source-format",
            where=document.source,
        )
    package = open_package(edited)
    record = load_record(package)
    if record is None:
        raise PressroomError(
            "this Word file does not say which text it was made from",
            cure="take a file that report make has written, and edit that",
            rule="pull-unknown-file",
        )
    source = list_source_blocks(document)
    word = read_word(package)
    aligned = align(word, record, source)
    markdown = document.source.lower().endswith(_MARKDOWN)
    sides = gather_sides(source, record, aligned, markdown=markdown)
    findings = _find_edits(sides, word)
    made, refused = settle(findings.changes, source, read)
    conflicts = findings.conflicts + [conflict for change in refused for conflict in change.conflicts]
    conflicts += account(aligned, record, source, made, conflicts)
    edits, _ = sort_edits(made)
    return PulledEdits(document.text, edits, tuple(conflicts))


def read_source_name(edited: bytes) -> str:
    """Return the file name of the text that one of our Word files was made from, "" when it says none."""
    record = load_record(open_package(edited))
    return record.source if record else ""


def _find_edits(sides: Sides, word: WordText) -> Findings:
    """Return the changes that the source is to have, and what cannot be taken back."""
    findings = Findings()
    comparison, joining = BlockComparison(sides, findings), BlockJoining(sides, findings)
    for group in _list_groups(sides.aligned.blocks):
        if not group[0].ident:
            continue
        if len(group) > 1:
            joining.join(group)
        else:
            comparison.compare(group[0])
    for note in sides.aligned.notes.values():
        if note.ident:
            comparison.compare(note)
        elif note.label and not note.untouched:
            reason = "edited in Word, and the note has more than one paragraph in the source"
            findings.refuse(note.words, reason, sides.source.notes.get(note.label))
    Insertion(sides, findings).add_new()
    find_removed(sides, findings)
    find_moved(sides, findings)
    find_moved_over(sides, findings)
    tell_made(sides, findings)
    tell_comments(sides, findings, word.comments)
    return findings


def _list_groups(blocks: Sequence[WordBlock]) -> Iterator[list[WordBlock]]:
    """Yield the blocks, those together that were joined."""
    group: list[WordBlock] = []
    for block in blocks:
        if group and not block.joined:
            yield group
            group = []
        group.append(block)
    if group:
        yield group
