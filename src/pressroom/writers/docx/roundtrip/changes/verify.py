"""The patched source read again and compared: what it says must be what Word says, or a conflict names it."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from pressroom.errors import PressroomError
from pressroom.model.document import Document
from pressroom.writers.docx.roundtrip.aligning.aligned import SPLIT, AlignedWord, WordBlock
from pressroom.writers.docx.roundtrip.source_text.blocks import (
    BlockKind,
    SourceBlock,
    SourceBlocks,
    list_source_blocks,
)
from pressroom.writers.docx.roundtrip.source_text.edits import (
    Change,
    Edit,
    EditConflict,
    Said,
    apply_edits,
    sort_edits,
)
from pressroom.writers.docx.roundtrip.word.record import BlockRecord, RecordedBlock
from pressroom.writers.docx.roundtrip.word.wordtext import normalize_spaces, show_words

ReadText = Callable[[str], Document]


@dataclass(slots=True)
class Expected:
    """A paragraph that the patched source is to have; ``origin`` is the block it comes from or stands by.

    ``changes`` are the numbers of those that made it so, ``ahead`` of those that took out what stood ahead.
    ``kind`` is what it has to be, None where that does not matter.
    """

    said: Said
    origin: str
    changes: set[int] = field(default_factory=set)
    ahead: set[int] = field(default_factory=set)
    kind: BlockKind | None = None

    @property
    def key(self) -> str:
        """What is compared."""
        return normalize_spaces(self.said.text)

    def fits(self, kind: BlockKind) -> bool:
        """Tell whether a block of the source is of the right kind."""
        return self.kind is None or (self.kind.name == kind.name and self.kind.level in (-1, kind.level))


def settle(changes: list[Change], source: SourceBlocks, read: ReadText) -> tuple[list[Change], list[Change]]:
    """Return the changes after which the source says what it should, and those that cannot be made."""
    kept, refused = list(changes), []
    while kept:
        edits, bad = sort_edits(kept)
        bad = bad or find_wrong(kept, edits, source, read)
        if not bad:
            break
        refused += bad
        kept = [change for change in kept if not any(change is each for each in bad)]
    return kept, refused


def find_wrong(
    changes: list[Change], edits: tuple[Edit, ...], source: SourceBlocks, read: ReadText
) -> list[Change]:
    """Return the changes after which the source does not say what it should."""
    try:
        again = list_source_blocks(read(apply_edits(source.text, edits)))
    except PressroomError:
        return list(changes)
    expected, found = expect(source, changes), _list_found(again)
    wrong: set[int] = set()
    matcher = difflib.SequenceMatcher(
        None, [each.key for each in expected], [key for key, _ in found], autojunk=False
    )
    for kind, i1, i2, j1, _ in matcher.get_opcodes():
        if kind == "equal":
            for at, (_, is_now) in enumerate(found[j1 : j1 + i2 - i1], i1):
                if not expected[at].fits(is_now):
                    wrong |= _find_culprits(expected, at, at + 1)
        else:
            wrong |= _find_culprits(expected, i1, i2)
    return [change for number, change in enumerate(changes) if number in wrong]


def _find_culprits(expected: list[Expected], start: int, end: int) -> set[int]:
    """Return the changes of a stretch that differs, or else those next to it, or else all."""
    inside = {number for each in expected[start:end] for number in each.changes}
    inside = inside or {number for each in expected[start : end + 1] for number in each.ahead}
    if inside:
        return inside
    near = (
        (each.changes or each.ahead for each in part) for part in (reversed(expected[:start]), expected[end:])
    )
    beside: set[int] = set().union(*(next(filter(None, part), set()) for part in near))
    return beside or {number for each in expected for number in each.changes | each.ahead}


def _list_found(again: SourceBlocks) -> list[tuple[str, BlockKind]]:
    main = [block for block in again.blocks if block.kind.name != "note"]
    labels = _order_notes([block.calls for block in main], {k: v.calls for k, v in again.notes.items()})
    notes = [again.notes[label] for label in labels if label in again.notes]
    return [(normalize_spaces(block.words), block.kind) for block in (*main, *notes)]


def _order_notes(calls: Iterable[Sequence[str]], inner: dict[str, tuple[str, ...]]) -> list[str]:
    """Return the labels of notes in the order of their calls: of the text, of notes, then the rest."""
    order: list[str] = []
    waiting = [label for each in calls for label in each]
    while waiting:
        label = waiting.pop(0)
        if label not in order:
            order.append(label)
            waiting += inner.get(label, ())
    return [*order, *(label for label in inner if label not in order)]


def expect(source: SourceBlocks, changes: Sequence[Change]) -> list[Expected]:
    """Return the paragraphs, then the notes, that the source is to have after some changes."""
    main: list[Expected] = []
    taken_out: set[int] = set()
    for block in source.blocks:
        if block.kind.name == "note":
            continue
        made = _expect_block(block, changes)
        if made:
            made[0].ahead |= taken_out
        taken_out = set() if made else taken_out
        taken_out |= {number for number, change in enumerate(changes) if change.texts.get(block.ident) == ()}
        main += made
    if main:
        main[-1].ahead |= taken_out
    bodies = {label: _expect_block(note, changes) for label, note in source.notes.items()}
    for number, change in enumerate(changes):
        for label, text in change.notes.items():
            bodies[label] = [] if text is None else [Expected(Said(text), f"note:{label}", {number})]
    inner = {
        label: tuple(call for each in body for call in each.said.calls) for label, body in bodies.items()
    }
    labels = _order_notes([each.said.calls for each in main], inner)
    return [*main, *(each for label in labels for each in bodies.get(label, ()))]


def _expect_block(block: SourceBlock, changes: Sequence[Change]) -> list[Expected]:
    own = [Expected(Said(block.words, block.calls), block.ident)]
    before: list[Expected] = []
    after: list[Expected] = []
    touched: set[int] = set()
    kind = BlockKind("title", -1) if block.kind.name == "title" else None
    for number, change in enumerate(changes):
        if block.ident in change.texts:
            own = [Expected(said, block.ident) for said in change.texts[block.ident]]
            kind = kind or BlockKind(block.kind.name, -1)
            touched.add(number)
        if block.ident in change.kinds:
            kind = change.kinds[block.ident]
            touched.add(number)
        for ident, side, said in change.added:
            if ident == block.ident:
                (before if side == "before" else after).append(Expected(said, ident, {number}))
    for each in own:
        each.changes = set(touched)
    if own:
        own[0].kind = kind
    return [*before, *own, *after]


def account(
    aligned: AlignedWord,
    record: BlockRecord,
    source: SourceBlocks,
    changes: Sequence[Change],
    conflicts: Sequence[EditConflict],
) -> list[EditConflict]:
    """Compare the words of Word with those of the patched source: return what no conflict names yet."""
    known = source.by_ident()
    recorded = {block.ident: block for block in record.blocks}
    order = {block.ident: number for number, block in enumerate(record.blocks)}
    labels = {f"note:{label}" for change in changes for label in change.notes}
    ours = [
        each
        for each in expect(source, changes)
        if each.origin in recorded or each.origin in labels or each.changes
    ]
    ours.sort(
        key=lambda each: order.get(each.origin, len(order)) if each.origin not in labels else len(order)
    )
    theirs = [text for block in _list_said(aligned) for text in _list_texts(block, recorded, known)]
    new_notes = [note for note in aligned.notes.values() if not note.ident and not note.label]
    theirs += [text for note in new_notes for text in note.text.split(SPLIT)]
    left = [normalize_spaces(text) for text in theirs if text.strip()]
    right = [each.key for each in ours]
    found: list[EditConflict] = []
    matcher = difflib.SequenceMatcher(None, right, left, autojunk=False)
    for kind, i1, i2, j1, j2 in matcher.get_opcodes():
        if kind != "equal":
            found += _name_difference(ours[i1:i2], left[j1:j2], known, [*conflicts, *found])
    return found


def _list_said(aligned: AlignedWord) -> list[WordBlock]:
    """Return the blocks that come from the source or are new, notes last; what was joined is one."""
    found: list[WordBlock] = []
    for block in aligned.blocks:
        if block.joined and found:
            found[-1] = _join(found[-1], block)
        else:
            found.append(block)
    return [*found, *(note for note in aligned.notes.values() if note.ident)]


def _join(first: WordBlock, second: WordBlock) -> WordBlock:
    return WordBlock("", first.text + second.text, first.place, looks=first.looks)


def _list_texts(
    block: WordBlock, recorded: dict[str, RecordedBlock], known: dict[str, SourceBlock]
) -> list[str]:
    entry = recorded.get(block.ident)
    if entry is not None and SPLIT not in block.text and entry.has_words(block.text):
        return [known[block.ident].words] if block.ident in known else []
    return block.text.split(SPLIT)


def _name_difference(
    ours: list[Expected], theirs: list[str], known: dict[str, SourceBlock], conflicts: Sequence[EditConflict]
) -> list[EditConflict]:
    named = [
        normalize_spaces(words)
        for conflict in conflicts
        for words in (conflict.words, show_words(conflict.source))
        if words
    ]
    missing = [text for text in map(show_words, theirs) if text and not any(text in each for each in named)]
    extra = [
        each
        for each in ours
        if show_words(each.key) and not any(show_words(each.key) in words for words in named)
    ]
    found: list[EditConflict] = []
    found += [EditConflict(text, "it stands in Word, and has no place in the source") for text in missing]
    for each in extra:
        near = known[each.origin].span if each.origin in known else None
        words = show_words(each.key)
        found.append(EditConflict(words, "it stands in the source, and no longer in Word", near, words))
    return found
