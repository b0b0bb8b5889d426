"""The blocks as they stand in Word, each led back to the block of the source that it was made from.

The mark of a block says which it is. All words of its paragraph are the block's, also those ahead of its mark
or behind it: LibreOffice leaves a mark behind what is typed at a paragraph's start. Where a mark was lost,
repeated or split, the words, the place and the style lead back.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from pressroom.writers.docx.roundtrip.blocks import SourceBlock, SourceBlocks
from pressroom.writers.docx.roundtrip.record import BlockRecord, RecordedBlock, digest
from pressroom.writers.docx.roundtrip.story import WordText
from pressroom.writers.docx.roundtrip.tokens import compute_likeness, split_tokens
from pressroom.writers.docx.roundtrip.wordtext import (
    CALL,
    ParagraphPlace,
    WordParagraph,
    digest_emphasis,
    normalize_spaces,
    show_words,
    split_blocks,
)

SPLIT = "\n\n"  # where Word has ended a paragraph inside a block
_ALIKE = 0.5
_OWN = 0.6  # the share of a paragraph's words that tells that it was a part of a block


@dataclass(slots=True)
class WordBlock:
    """A block as it stands in Word.

    ``ident`` is that of the source's block, "" for a new one. ``label`` is that of a note of the source which
    holds more than paragraphs and has no mark, ``untouched`` if it still has its words. ``looks`` has the
    style's name and the level in a list of each of its paragraphs, ``style`` is the id of the first.
    ``joined``: it runs on in the paragraph of the block before it, which it did not. ``lead_changed``: other
    words stand where the report has put a number.
    """

    ident: str
    text: str
    place: ParagraphPlace
    style: str = ""
    looks: list[tuple[str, int]] = field(default_factory=list)
    calls: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    emphasis: str = ""
    joined: bool = False
    runs_on: bool = False
    lead_changed: bool = False
    label: str = ""
    untouched: bool = False
    behind: str = ""

    @property
    def words(self) -> str:
        """Its words on one line, without what stands for notes and objects."""
        return show_words(self.text)

    def absorb(self, other: WordBlock, *, ahead: bool = False) -> None:
        """Take another paragraph in, as a part of this block that was split off."""
        pair = (other, self) if ahead else (self, other)
        self.text = pair[0].text.rstrip() + SPLIT + pair[1].text.lstrip()
        self.looks = pair[0].looks + pair[1].looks
        self.calls = pair[0].calls + pair[1].calls
        self.comments = pair[0].comments + pair[1].comments
        self.emphasis = ""


@dataclass(slots=True)
class AlignedWord:
    """Blocks in order, notes by their id, and the paragraphs of the report's own that were edited.

    ``gone`` are the paragraphs of the report's own that are no longer there: their digests.
    """

    blocks: list[WordBlock]
    notes: dict[str, WordBlock]
    changed: list[WordBlock]
    gone: Counter[str]


def align(word: WordText, record: BlockRecord, source: SourceBlocks) -> AlignedWord:
    """Lead the paragraphs of a Word file back to the blocks of its source."""
    return _Aligner(record, source).run(word)


def _make_new(paragraph: WordParagraph) -> WordBlock:
    return WordBlock(
        "",
        paragraph.text,
        paragraph.place,
        paragraph.style,
        [paragraph.look],
        list(paragraph.calls),
        list(paragraph.comments),
    )


def _skip_lead(text: str, mark: int, lead: str) -> tuple[int, bool]:
    """Return where a block begins behind what the report has put ahead, and whether that changed."""
    if not lead.strip() or text.startswith(lead):
        return len(lead) if text.startswith(lead) else 0, False
    same = normalize_spaces(text[:mark]) == normalize_spaces(lead)
    return (mark, False) if same else (0, True)


def _join_cells(blocks: list[WordBlock]) -> list[WordBlock]:
    """Take the new paragraphs of a cell into the block that stands in it."""
    kept: list[WordBlock] = []
    for block in blocks:
        previous = kept[-1] if kept else None
        if previous is None or block.place.table < 0 or previous.place != block.place:
            kept.append(block)
        elif not block.ident:
            previous.absorb(block)
        elif not previous.ident:
            block.absorb(previous, ahead=True)
            kept[-1] = block
        else:
            kept.append(block)
    return kept


class _Aligner:
    def __init__(self, record: BlockRecord, source: SourceBlocks) -> None:
        self._recorded = {block.ident: block for block in record.blocks}
        self._order = {block.ident: number for number, block in enumerate(record.blocks)}
        self._known: dict[str, SourceBlock] = source.by_ident()
        self._labels = {label: note.ident for label, note in source.notes.items()}
        self._made = Counter(made.digest for made in record.made if not made.margin)
        self._complete = record.is_complete
        self._margins = {made.digest for made in record.made if made.margin}
        source_names = {"", *(block.name for block in record.blocks)}
        self._made_only = {made.name for made in record.made if not made.margin} - source_names
        self._looks = {made.digest: made.name for made in record.made}
        self._changed: list[WordBlock] = []

    def run(self, word: WordText) -> AlignedWord:
        self._keep_each_mark_once([*word.paragraphs, *(p for ps in word.notes.values() for p in ps)])
        blocks = _join_cells(self._list(word.paragraphs))
        called = word.list_calls()
        notes = {ident: self._read_note(word.notes[ident]) for ident in called}
        for ident, note in notes.items():
            if not note.ident:
                note.untouched = self._take_made(word.notes[ident])
        for paragraph in word.margins if self._complete else ():
            if paragraph.text.strip() and digest(paragraph.text) not in self._margins:
                self._changed.append(_make_new(paragraph))
        blocks = self._tell_made(blocks)
        self._recover_notes(blocks, notes)
        self._recover(blocks)
        blocks = self._rejoin(blocks)
        self._find_joined(blocks)
        return AlignedWord(blocks, notes, self._changed, +self._made if self._complete else Counter())

    def _keep_each_mark_once(self, paragraphs: Iterable[WordParagraph]) -> None:
        """Drop the marks of copies, and of blocks that the file does not know: those are new paragraphs."""
        places: dict[str, list[WordParagraph]] = {}
        held = list(paragraphs)
        for paragraph in held:
            for ident, _ in paragraph.blocks:
                places.setdefault(ident, []).append(paragraph)
        kept = {}
        for ident, candidates in places.items():
            recorded = self._recorded.get(ident)
            same = [each for each in candidates if recorded and recorded.has_words(each.text)]
            kept[ident] = (same or candidates)[0] if recorded else None
        seen: set[str] = set()
        for paragraph in held:
            blocks = []
            for ident, at in paragraph.blocks:
                if kept[ident] is paragraph and ident not in seen:
                    seen.add(ident)
                    blocks.append((ident, at))
            paragraph.blocks = blocks

    def _is_made(self, paragraph: WordParagraph) -> bool:
        value = digest(paragraph.text)
        if self._complete:
            self._made[value] -= 1
        return self._made[value] >= (0 if self._complete else 1)

    def _take_made(self, paragraphs: list[WordParagraph]) -> bool:
        """Tell whether all paragraphs of a note are as they were made."""
        said = Counter(digest(paragraph.text) for paragraph in paragraphs if paragraph.text.strip())
        if not said or said - self._made:
            return False
        self._made -= said
        return True

    def _list(self, paragraphs: list[WordParagraph]) -> list[WordBlock]:
        """Return the blocks one a paragraph, several where a paragraph holds more than one.

        A block whose mark ends in a later paragraph was split there, and is one block of several paragraphs.
        """
        found: list[WordBlock] = []
        waiting: WordBlock | None = None
        behind = ""
        for paragraph in paragraphs:
            if waiting is not None and not paragraph.blocks and paragraph.place == waiting.place:
                if paragraph.text.strip():
                    waiting.absorb(_make_new(paragraph))
                if waiting.ident in paragraph.ends:
                    waiting = None
                continue
            waiting = None
            if not paragraph.blocks:
                if paragraph.text.strip() and not self._is_made(paragraph):
                    found.append(_make_new(paragraph))
                elif paragraph.text.strip():
                    behind = digest(paragraph.text)
                continue
            found += self._split(paragraph)
            found[-1].behind, behind = behind, ""
            if found[-1].ident not in paragraph.ends:
                waiting = found[-1]
        return found

    def _split(self, paragraph: WordParagraph) -> list[WordBlock]:
        found: list[WordBlock] = []
        calls = list(paragraph.calls)
        for number, (ident, start, end) in enumerate(split_blocks(paragraph)):
            recorded = self._recorded[ident]
            begin, changed = (start, False) if number else _skip_lead(paragraph.text, start, recorded.lead)
            text = paragraph.text[begin:end]
            count = text.count(CALL)
            found.append(
                WordBlock(
                    ident,
                    text.strip("\t") if recorded.runs_on or len(paragraph.blocks) > 1 else text,
                    paragraph.place,
                    paragraph.style,
                    [paragraph.look],
                    calls[:count],
                    [] if number else list(paragraph.comments),
                    digest_emphasis(paragraph, begin, end),
                    joined=number > 0 and not recorded.runs_on,
                    runs_on=number > 0,
                    lead_changed=changed,
                )
            )
            del calls[:count]
        return self._drop_struck(found)

    def _drop_struck(self, blocks: list[WordBlock]) -> list[WordBlock]:
        """Leave out the blocks of a joined paragraph that have no words left, as they were deleted."""
        if len(blocks) < 2 or not any(block.joined for block in blocks):
            return blocks
        kept = [block for block in blocks if block.text.strip()] or blocks[:1]
        if not kept[0].runs_on:
            return kept
        kept[0].joined = False
        return kept

    def _read_note(self, paragraphs: list[WordParagraph]) -> WordBlock:
        """Return a note as one block, whatever its paragraphs."""
        found: WordBlock | None = None
        for paragraph in paragraphs:
            blocks = self._split(paragraph) if paragraph.blocks else [_make_new(paragraph)]
            for block in blocks:
                if found is None:
                    found = block
                elif block.text.strip():
                    found.ident = found.ident or block.ident
                    found.absorb(block)
        return found or WordBlock("", "", ParagraphPlace("note"))

    def _tell_made(self, blocks: list[WordBlock]) -> list[WordBlock]:
        """Tell new paragraphs from those of the report's own that were edited."""
        missing = Counter(self._looks.get(value, "") for value in (+self._made).elements())
        kept: list[WordBlock] = []
        for block in blocks:
            name = block.looks[0][0]
            if not block.ident and (name in self._made_only or missing[name] > 0) and not self._fits(block):
                missing[name] -= 1
                self._changed.append(block)
            else:
                kept.append(block)
        return kept

    def _fits(self, block: WordBlock) -> bool:
        """Tell whether a paragraph without a mark has the words of a block of the source."""
        return any(known.has_words(block.text) for known in self._recorded.values())

    def _recover_notes(self, blocks: list[WordBlock], notes: dict[str, WordBlock]) -> None:
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
