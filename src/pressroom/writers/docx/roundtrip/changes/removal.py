"""Blocks that were deleted in Word, taken out of the source with their own lines and nothing else."""

from __future__ import annotations

from collections.abc import Sequence

from pressroom.writers.docx.roundtrip.changes.sides import Findings, Sides
from pressroom.writers.docx.roundtrip.changes.wording import NewWords, place_changes
from pressroom.writers.docx.roundtrip.source_text.blocks import SourceBlock, SourceBlocks
from pressroom.writers.docx.roundtrip.source_text.edits import Change, Edit, EditConflict
from pressroom.writers.docx.roundtrip.word.wordtext import show_words

_REASON = "removed in Word from a table, a list of terms or a caption"
_NO_LINES = "removed in Word, and its lines in the source hold more than its words"
_REASONS = {
    **dict.fromkeys(("paragraph", "item", "quote", "heading"), _NO_LINES),
    "title": "removed in Word, and without a title the file's name would be printed",
}
_KEPT = ("title", "caption", "attribution", "term", "callout-title")
_NOTE_STAYS = "its call was removed in Word with the paragraph; the note stays in the source"


def find_removed(sides: Sides, findings: Findings) -> None:
    """Take what is no longer in Word out of the source."""
    present = {block.ident for block in sides.aligned.blocks} - findings.emptied
    notes = {note.ident for note in sides.source.notes.values()}
    gone = []
    rows = {known.cell[:2] for ident in present if (known := sides.known.get(ident)) and known.cell}
    for ident in sides.recorded:
        known = sides.known.get(ident)
        if ident in present or ident in notes:
            continue
        if known is None:
            _tell_lost(ident, findings)
        elif known.cell is not None and known.cell[:2] in rows:
            _empty(known, sides, findings)
        else:
            gone.append(known)
    changes, conflicts = remove_blocks(gone, sides.source)
    findings.changes += changes
    findings.conflicts += [*conflicts, *tell_notes_left(gone, sides.source)]


def _tell_lost(ident: str, findings: Findings) -> None:
    """Tell of a paragraph that was removed in Word, where the source has others than it was made from."""
    if ident.removeprefix("_pr").startswith("n"):
        return
    reason = "a paragraph was removed in Word that the source no longer has in these words"
    findings.conflicts.append(EditConflict("", reason))


def _empty(known: SourceBlock, sides: Sides, findings: Findings) -> None:
    """Take the words out of a cell whose row stays."""
    edits = place_changes(known, NewWords(""), sides.markup, [])
    reason = "its words were removed in Word, and markup stands among them"
    conflict = EditConflict(show_words(known.words), reason, known.span, show_words(known.words))
    if edits is None:
        findings.conflicts.append(conflict)
    else:
        findings.changes.append(Change(tuple(edits), (conflict,), {known.ident: ()}))


def remove_blocks(
    gone: Sequence[SourceBlock], source: SourceBlocks
) -> tuple[list[Change], list[EditConflict]]:
    """Return the changes that take blocks out of the source, and what cannot be taken out by itself."""
    rows, lines = _find_rows(gone, source), _SourceLines(source.text)
    ranges: list[tuple[int, int, SourceBlock]] = []
    conflicts: list[EditConflict] = []
    for block in gone:
        own = rows.get(block.cell[:2]) if block.cell is not None else block.lines
        if own is not None and block.kind.name not in _KEPT and not block.in_front:
            ranges.append((*own, block))
        else:
            reason = _REASONS.get(block.kind.name, _REASON)
            conflicts.append(EditConflict(show_words(block.words), reason, block.span, block.words))
    changes = [_remove(begin, end, blocks, lines) for begin, end, blocks in _merge(ranges, lines)]
    return changes, conflicts


def tell_notes_left(gone: Sequence[SourceBlock], source: SourceBlocks) -> list[EditConflict]:
    """Name the notes that only removed paragraphs called: their definitions stay."""
    labels = [label for block in gone for label in block.calls if label in source.notes]
    notes = [source.notes[label] for label in labels]
    return [EditConflict(show_words(note.words), _NOTE_STAYS, note.span, note.words) for note in notes]


class _SourceLines:
    def __init__(self, text: str) -> None:
        self.text = text

    def blank_before(self, begin: int) -> int:
        """Return where the blank lines ahead of a line begin."""
        while begin > 0:
            start = self.text.rfind("\n", 0, begin - 1) + 1
            if self.text[start:begin].strip():
                break
            begin = start
        return begin

    def blank_after(self, end: int) -> int:
        """Return where the blank lines behind a line end."""
        while end < len(self.text):
            found = self.text.find("\n", end)
            stop = len(self.text) if found < 0 else found + 1
            if self.text[end:stop].strip():
                break
            end = stop
        return end


def _find_rows(
    gone: Sequence[SourceBlock], source: SourceBlocks
) -> dict[tuple[int, int], tuple[int, int] | None]:
    """Return the lines of each table row that is gone whole, where no other row stands on them."""
    idents = {block.ident for block in gone}
    rows: dict[tuple[int, int], list[SourceBlock]] = {}
    for block in source.blocks:
        if block.cell is not None:
            rows.setdefault(block.cell[:2], []).append(block)
    text = source.text
    extents = {
        row: (text.rfind("\n", 0, cells[0].start) + 1, max(cell.end for cell in cells))
        for row, cells in rows.items()
    }
    found: dict[tuple[int, int], tuple[int, int] | None] = {}
    for row, cells in rows.items():
        if any(cell.ident not in idents for cell in cells):
            continue
        begin, last = extents[row]
        end = text.find("\n", last)
        end = len(text) if end < 0 else end + 1
        shared = any(
            begin <= block.start < end and (block.cell is None or block.cell[:2] != row)
            for block in source.blocks
        )
        found[row] = None if shared else (begin, end)
    for table in {row[0] for row in rows}:
        own = sorted(row for row in rows if row[0] == table)
        if all(found.get(row) for row in own):  # with what stands between head and body
            begin, end = extents[own[0]][0], (found[own[-1]] or (0, 0))[1]
            found |= dict.fromkeys(own, (begin, end))
    return found


def _merge(
    ranges: list[tuple[int, int, SourceBlock]], lines: _SourceLines
) -> list[tuple[int, int, list[SourceBlock]]]:
    """Join what is parted by blank lines alone, so that no two changes claim the same of them."""
    merged: list[tuple[int, int, list[SourceBlock]]] = []
    for begin, end, block in sorted(ranges, key=lambda entry: entry[:2]):
        if merged and lines.blank_after(merged[-1][1]) >= begin:
            first, last, blocks = merged[-1]
            merged[-1] = (first, max(last, end), [*blocks, block])
        else:
            merged.append((begin, end, [block]))
    return merged


def _remove(begin: int, end: int, blocks: list[SourceBlock], lines: _SourceLines) -> Change:
    """Take lines out, with the blank lines behind them, at the text's end those ahead of them."""
    text = lines.text
    before, after = lines.blank_before(begin), lines.blank_after(end)
    if after >= len(text):
        kept = "\n" if text.endswith("\n") and before > 0 else ""
        start = len(text[:before].rstrip()) if before > 0 else 0
        edit = Edit(start, len(text), "\r\n" if kept and "\r\n" in text else kept, blocks[0].span)
    elif before < begin or begin == 0:
        edit = Edit(begin, after, "", blocks[0].span)
    else:
        edit = Edit(begin, end, "", blocks[0].span)
    reason = "removed in Word, and the source would not read as it should without it"
    conflicts = tuple(
        EditConflict(show_words(block.words), reason, block.span, block.words) for block in blocks
    )
    return Change((edit,), conflicts, {block.ident: () for block in blocks})
