"""Blocks whose mark was lost, repeated or split in Word: the words, the place and the style lead back."""

from __future__ import annotations

from collections import Counter

from pressroom.writers.docx.roundtrip.aligning.aligned import WordBlock
from pressroom.writers.docx.roundtrip.source_text.blocks import SourceBlock, SourceBlocks
from pressroom.writers.docx.roundtrip.word.record import BlockRecord, RecordedBlock
from pressroom.writers.docx.roundtrip.word.tokens import compute_likeness, split_tokens
from pressroom.writers.docx.roundtrip.word.wordtext import CALL, ParagraphPlace, normalize_spaces

_ALIKE = 0.5
_OWN = 0.6  # the share of a paragraph's words that tells that it was a part of a block


class MarkRecovery:
    """Leads blocks that have lost their mark back to those of the source that are missing."""

    def __init__(self, record: BlockRecord, source: SourceBlocks) -> None:
        self._recorded = {block.ident: block for block in record.blocks}
        self._order = {block.ident: number for number, block in enumerate(record.blocks)}
        self._known: dict[str, SourceBlock] = source.by_ident()
        self._labels = {label: note.ident for label, note in source.notes.items()}

    def recover(self, blocks: list[WordBlock]) -> list[WordBlock]:
        """Return the blocks with those that were split whole again, and those that were joined apart."""
        self._recover(blocks)
        blocks = self._rejoin(blocks)
        self._find_joined(blocks)
        return blocks

    def recover_notes(self, blocks: list[WordBlock], notes: dict[str, WordBlock]) -> None:
        """Find which notes have lost their mark: by their words, or by where they are called."""
        taken = {note.ident for note in notes.values()}
        missing = [b.ident for b in self._known.values() if b.kind.name == "note" and b.ident not in taken]
        for note in notes.values():
            same = next((ident for ident in missing if self._has_words(ident, note.text)), "")
            if not note.ident and same:
                note.ident = same
                missing.remove(same)
        for block in blocks:
            source = self._known.get(block.ident)
            if source is None or len(source.calls) != len(block.calls):
                continue
            for label, call in zip(source.calls, block.calls, strict=True):
                ident, called = self._labels.get(label, ""), notes.get(call)
                if called is None or called.ident:
                    continue
                if ident not in self._recorded:
                    called.label = label
                    words = self._known[ident].words if ident in self._known else ""
                    called.untouched |= normalize_spaces(words) == normalize_spaces(called.text)
                elif ident in missing:
                    called.ident = ident
                    missing.remove(ident)

    def _has_words(self, ident: str, text: str) -> bool:
        recorded = self._recorded.get(ident)
        return recorded is not None and recorded.has_words(text)

    def _missing(self, blocks: list[WordBlock]) -> list[RecordedBlock]:
        present = {block.ident for block in blocks}
        return [
            recorded
            for ident, recorded in self._recorded.items()
            if ident not in present and ident in self._known and self._known[ident].kind.name != "note"
        ]

    def _recover(self, blocks: list[WordBlock]) -> None:
        """Lead paragraphs that have lost their mark back to blocks that are missing between the same two."""
        missing = self._missing(blocks)
        if not missing:
            return
        for block, (first, last) in zip(blocks, self._gaps(blocks), strict=True):
            if block.ident:
                continue
            between = [each for each in missing if first < self._order[each.ident] < last]
            scored = [(self._score(block, each, blocks), -self._order[each.ident], each) for each in between]
            if scored:
                score, _, best = max(scored, key=lambda entry: entry[:2])
                if score >= _ALIKE:
                    block.ident = best.ident
                    missing.remove(best)

    def _gaps(self, blocks: list[WordBlock]) -> list[tuple[float, float]]:
        """Return for each block between which numbers of the record it stands."""
        before: list[float] = []
        at: float = -1
        for block in blocks:
            before.append(at)
            at = self._order.get(block.ident, at)
        after: list[float] = []
        at = float("inf")
        for block in reversed(blocks):
            after.append(at)
            at = self._order.get(block.ident, at)
        return list(zip(before, reversed(after), strict=True))

    def _score(self, block: WordBlock, recorded: RecordedBlock, blocks: list[WordBlock]) -> float:
        """Return how sure it is that a paragraph without a mark is a certain block, up to 1."""
        source = self._known[recorded.ident]
        if recorded.has_words(block.text):
            return 1.0
        if (block.place.table >= 0) != (source.cell is not None):
            return 0.0
        if source.cell is not None:
            return 0.9 if self._find_cell(block.place, blocks) == source.cell else 0.0
        if source.kind.name == "title" and recorded.look == block.looks[0]:
            return 0.8
        return compute_likeness(source.words, block.text)

    def _find_cell(self, place: ParagraphPlace, blocks: list[WordBlock]) -> tuple[int, int, int] | None:
        """Return which cell of the source stands in a cell of Word, by the marked cells of its row."""
        for other in blocks:
            source = self._known.get(other.ident)
            same = other.place.table == place.table and other.place.row == place.row
            if same and source is not None and source.cell is not None:
                table, row, column = source.cell
                return table, row, column + place.column - other.place.column
        return None

    def _rejoin(self, blocks: list[WordBlock]) -> list[WordBlock]:
        """Take the parts of a block that was split in, where the mark stayed in one of them."""
        kept: list[WordBlock] = []
        for at, block in enumerate(blocks):
            previous = kept[-1] if kept else None
            if block.ident or block.place.table >= 0:
                kept.append(block)
            elif previous is not None and previous.ident and self._is_part(previous, block):
                previous.absorb(block)
            else:
                follower = blocks[at + 1] if at + 1 < len(blocks) else None
                if follower is not None and follower.ident and self._is_part(follower, block):
                    follower.absorb(block, ahead=True)
                else:
                    kept.append(block)
        return kept

    def _is_part(self, block: WordBlock, other: WordBlock) -> bool:
        """Tell whether a new paragraph has the words that a block has lost."""
        source = self._known.get(block.ident)
        if source is None or block.place != other.place or self._has_words(block.ident, block.text):
            return False
        words = split_tokens(other.text)
        lost = Counter(split_tokens(source.words)) - Counter(split_tokens(block.text))
        return len(words) > 0 and sum((Counter(words) & lost).values()) >= _OWN * len(words)

    def _find_joined(self, blocks: list[WordBlock]) -> None:
        """Find blocks that were joined to the one before them and lost their mark on the way."""
        missing = self._missing(blocks)
        for at, block in reversed(list(enumerate(blocks))):
            source = self._known.get(block.ident)
            if source is None or self._has_words(block.ident, block.text) or not missing:
                continue
            following = self._order[block.ident] + 1
            after = next((each for each in missing if self._order[each.ident] == following), None)
            words = normalize_spaces(self._known[after.ident].words) if after else ""
            begin = block.text.find(words) if words else -1
            if after is not None and begin > 0 and words not in source.words:
                calls = block.text[:begin].count(CALL)
                tail = WordBlock(
                    after.ident,
                    block.text[begin:],
                    block.place,
                    block.style,
                    list(block.looks),
                    block.calls[calls:],
                    joined=True,
                    runs_on=True,
                )
                block.text, block.calls = block.text[:begin], block.calls[:calls]
                blocks.insert(at + 1, tail)
                missing.remove(after)
