"""Edits that no change of the source's text can be: of the report's own words, and comments."""

from __future__ import annotations

from collections.abc import Sequence

from pressroom.writers.docx.roundtrip.changes.sides import Findings, Sides
from pressroom.writers.docx.roundtrip.source_text.edits import EditConflict
from pressroom.writers.docx.roundtrip.word.record import digest
from pressroom.writers.docx.roundtrip.word.story import Comment
from pressroom.writers.docx.roundtrip.word.wordtext import normalize_spaces


def tell_made(sides: Sides, findings: Findings) -> None:
    """Tell of paragraphs of the report's own that were edited or removed in Word."""
    for block in sides.aligned.changed:
        where = "in a header or footer" if block.place.part == "margin" else "here"
        reason = f"what stands {where} is no running text of the source; change what it is made from"
        findings.conflicts.append(EditConflict(block.words, reason))
    gone = sides.aligned.gone
    for words, span in sides.source.verbatim:
        if gone[digest(words)] > 0:
            gone[digest(words)] -= 1
            reason = "edited or removed in Word, which is taken back for running text only"
            findings.conflicts.append(
                EditConflict(normalize_spaces(words), reason, span, normalize_spaces(words))
            )
    count = sum((+gone).values()) - len(sides.aligned.changed)
    if count > 0:
        reason = f"{count} paragraphs that the report makes by itself were removed in Word"
        findings.conflicts.append(EditConflict("", reason))


def tell_comments(sides: Sides, findings: Findings, comments: Sequence[Comment]) -> None:
    """Tell of reviewers' comments, with what they stand on."""
    held = {number: block for block in sides.aligned.blocks for number in block.comments}
    held |= {number: note for note in sides.aligned.notes.values() for number in note.comments}
    for comment in comments:
        block = held.get(comment.number)
        known = sides.known.get(block.ident) if block is not None else None
        place = f" on {block.words[:60]!r}" if block is not None and block.words else ""
        reason = f"a comment by {comment.author or 'a reviewer'}{place}; answer it in the source"
        findings.conflicts.append(EditConflict(comment.text, reason, known.span if known else None))
