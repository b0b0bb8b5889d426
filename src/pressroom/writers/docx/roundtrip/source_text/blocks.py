"""The blocks of the source as it stands now: their words, their kind, and the lines that they have."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from pressroom.model.document import (
    Block,
    Callout,
    CodeBlock,
    DefinitionList,
    Document,
    Footnote,
    Image,
    Landscape,
    List,
    Paragraph,
    Quote,
    Section,
    Table,
    place_cells,
)
from pressroom.model.inline import (
    Code,
    FootnoteRef,
    Inline,
    InlineImage,
    LineBreak,
    Math,
    Nested,
    PlainText,
    Text,
    words,
)
from pressroom.model.span import Span
from pressroom.model.walk import blocks, inlines
from pressroom.writers.docx.package.bookmarks import block_id, note_id
from pressroom.writers.docx.roundtrip.word.wordtext import CALL, OBJECT


@dataclass(frozen=True, slots=True)
class BlockKind:
    """What a block is: title, heading, paragraph, item, quote, cell, term, definition, caption or note.

    ``level`` is how deep a heading stands in others, from 1, or how deep an item stands in lists, from 0.
    """

    name: str
    level: int = 0


@dataclass(frozen=True, slots=True)
class SourceBlock:
    """A block of the source as it stands now.

    ``plain`` has its words, with ``CALL`` for each first call of a note (``calls`` are their labels) and
    ``OBJECT`` for pictures and formulas. ``start`` and ``end`` are where its first and its last letter stand,
    ``lines`` from where to where its own lines go, None where others stand on them. ``container`` is the
    outermost table, list or quotation that it stands in. ``cell`` is (table, row, column), all from 0.
    """

    ident: str
    kind: BlockKind
    plain: PlainText
    calls: tuple[str, ...]
    span: Span
    start: int
    end: int
    lines: tuple[int, int] | None = None
    container: Span | None = None
    cell: tuple[int, int, int] | None = None
    in_front: bool = False  # in the front matter

    @property
    def words(self) -> str:
        """Its words with what stands for notes and objects."""
        return self.plain.value


@dataclass(frozen=True, slots=True)
class SourceBlocks:
    """All blocks of a source in reading order, the notes last.

    ``verbatim`` are its code and other text that is no running text, with their places.
    """

    text: str
    blocks: tuple[SourceBlock, ...]
    notes: dict[str, SourceBlock]  # by label
    verbatim: tuple[tuple[str, Span], ...] = ()

    def by_ident(self) -> dict[str, SourceBlock]:
        """Return the blocks by their stable ids."""
        return {block.ident: block for block in self.blocks}


@dataclass(slots=True)
class _BlockRun:
    inlines: tuple[Inline, ...]
    span: Span
    kind: BlockKind
    container: Span | None = None
    cell: tuple[int, int, int] | None = None


def list_source_blocks(document: Document) -> SourceBlocks:
    """Return the blocks of a document that have words."""
    front = max((left.span.end for left in document.left_out if left.reason == "front matter"), default=0)
    defined = {note.label for note in document.footnotes}
    runs = list(_Walker().runs(document))
    in_text = {each.label for run in runs for each in inlines(run.inlines) if isinstance(each, FootnoteRef)}
    expander = _NoteExpander({note.label: note for note in document.footnotes}, in_text)
    notes = [(note, expander.run(note)) for note in document.footnotes]
    notes = [(note, run) for note, run in notes if note.label not in expander.embedded]
    flattener = _Flattener(defined)
    counts: Counter[str] = Counter()
    found: list[SourceBlock] = []
    for run in runs:
        block = _make_block(run, flattener, document.text, counts, front)
        if block is not None:
            found.append(block)
    by_label: dict[str, SourceBlock] = {}
    note_counts: Counter[str] = Counter()
    called = [label for block in found for label in block.calls]
    order = {label: number for number, label in enumerate(called)}
    for note, run in sorted(notes, key=lambda pair: order.get(pair[0].label, len(order))):
        block = _make_block(run, flattener, document.text, note_counts, front)
        if block is not None:
            by_label[note.label] = block
    lines = _OwnLines(document.text, [*found, *by_label.values()])
    found = [replace(block, lines=lines.own(block)) for block in found]
    by_label = {label: replace(block, lines=lines.own(block)) for label, block in by_label.items()}
    code = tuple((block.text, block.span) for block, _ in blocks(document) if isinstance(block, CodeBlock))
    return SourceBlocks(document.text, (*found, *by_label.values()), by_label, code)


@dataclass(slots=True)
class _NoteExpander:
    """Writes notes as they stand in Word: one that only a note calls stands in brackets where it is called.

    ``in_text`` are the labels that the text calls; ``embedded`` are those of the notes in brackets.
    """

    notes: dict[str, Footnote]
    in_text: set[str]
    embedded: set[str] = field(default_factory=set)

    def run(self, note: Footnote) -> _BlockRun:
        """Return the words of a note; its paragraphs stand on lines of their own in one paragraph of Word."""
        return _BlockRun(self._join(note, (note.label,)), note.span, BlockKind("note"))

    def _join(self, note: Footnote, opened: tuple[str, ...]) -> tuple[Inline, ...]:
        found: list[Inline] = []
        for block in note.blocks:
            if isinstance(block, Paragraph):
                found += [*([LineBreak()] if found else []), *self._expand(block.inlines, opened)]
        return tuple(found)

    def _expand(self, children: Iterable[Inline], opened: tuple[str, ...]) -> Iterator[Inline]:
        for inline in children:
            if isinstance(inline, FootnoteRef) and inline.label not in self.in_text:
                inner = self.notes.get(inline.label)
                if inner is not None and inline.label not in opened:
                    self.embedded.add(inline.label)
                    yield Text(" (")
                    yield from self._join(inner, (*opened, inline.label))
                    yield Text(")")
            elif isinstance(inline, Nested):
                yield replace(inline, children=tuple(self._expand(inline.children, opened)))
            else:
                yield inline


def _make_block(
    run: _BlockRun, flattener: _Flattener, text: str, counts: Counter[str], front: int
) -> SourceBlock | None:
    key = "".join(words(run.inlines).split())
    plain, calls = flattener.flatten(run.inlines)
    if not key:
        return None
    occurrence = counts[key]
    counts[key] += 1
    note = run.kind.name == "note"
    first = next((at for at in map(plain.source_offset, range(len(plain.value))) if at is not None), None)
    start = run.span.start if first is None else first
    end = max(start, len(text[: run.span.end].rstrip()))
    return SourceBlock(
        note_id(key, occurrence) if note else block_id(key, occurrence),
        run.kind,
        plain,
        calls,
        run.span,
        start,
        end,
        container=run.container,
        cell=run.cell,
        in_front=start < front,
    )


@dataclass(slots=True)
class _Walker:
    """Walks in the order of ``pressroom.model.walk.runs``, by which the ids of equal words are counted."""

    tables: int = 0

    def runs(self, document: Document) -> Iterator[_BlockRun]:
        if document.title is not None:
            yield _BlockRun(document.title.inlines, document.title.span, BlockKind("title"))
        yield from self._blocks(document.blocks, BlockKind("paragraph"), None)
        yield from self._sections(document.sections, 1)

    def _sections(self, sections: Iterable[Section], depth: int) -> Iterator[_BlockRun]:
        for section in sections:
            yield _BlockRun(section.heading.inlines, section.heading.span, BlockKind("heading", depth))
            yield from self._blocks(section.blocks, BlockKind("paragraph"), None)
            yield from self._sections(section.sections, depth + 1)

    def _blocks(self, blocks: Iterable[Block], kind: BlockKind, outer: Span | None) -> Iterator[_BlockRun]:
        for block in blocks:
            inside = outer or block.span
            match block:
                case Paragraph(inlines, span):
                    yield _BlockRun(inlines, span, kind, outer)
                case Image(_, span, _, caption):
                    yield _BlockRun(caption, span, BlockKind("caption"), outer)
                case List(items):
                    level = kind.level + 1 if kind.name == "item" else 0
                    for item in items:
                        yield from self._blocks(item.blocks, BlockKind("item", level), inside)
                case DefinitionList(items):
                    for definition in items:
                        yield _BlockRun(definition.term, definition.span, BlockKind("term"), inside)
                        yield from self._blocks(definition.blocks, BlockKind("definition"), inside)
                case Table():
                    yield from self._table(block, inside)
                case Quote(inner, span, attribution):
                    yield from self._blocks(inner, BlockKind("quote"), inside)
                    yield _BlockRun(attribution, span, BlockKind("attribution"), inside)
                case Callout(_, inner, span, title):
                    yield _BlockRun(title, span, BlockKind("callout-title"), inside)
                    yield from self._blocks(inner, BlockKind("callout"), inside)
                case Landscape(inner):
                    yield from self._blocks(inner, kind, outer)
                case _:
                    pass

    def _table(self, table: Table, inside: Span) -> Iterator[_BlockRun]:
        number, self.tables = self.tables, self.tables + 1
        yield _BlockRun(table.caption, table.span, BlockKind("caption"), inside)
        for row, cells in enumerate((*place_cells(table.head), *place_cells(table.body))):
            for column, cell in cells:
                yield _BlockRun(cell.inlines, cell.span, BlockKind("cell"), inside, (number, row, column))
        for note in table.notes:
            yield _BlockRun(note, table.span, BlockKind("caption"), inside)


@dataclass(slots=True)
class _Flattener:
    """Flattens inlines as they stand in Word, where only the first call of a note is one."""

    defined: set[str]
    called: set[str] = field(default_factory=set)

    def flatten(self, run: Iterable[Inline]) -> tuple[PlainText, tuple[str, ...]]:
        value: list[str] = []
        pieces: list[tuple[int, int | None]] = []
        calls: list[str] = []
        length = 0
        for text, start, label in self._leaves(run):
            pieces.append((length, start))
            value.append(text)
            length += len(text)
            calls += [label] if label else []
        return PlainText("".join(value), tuple(pieces)), tuple(calls)

    def _leaves(self, run: Iterable[Inline]) -> Iterator[tuple[str, int | None, str]]:
        for inline in run:
            match inline:
                case Text(value, start) | Code(value, start):
                    yield value, start, ""
                case LineBreak():
                    yield "\n", None, ""
                case FootnoteRef(label):
                    if label in self.defined and label not in self.called:
                        self.called.add(label)
                        yield CALL, None, label
                case InlineImage() | Math():
                    yield OBJECT, None, ""
                case _:
                    yield from self._leaves(inline.children)


class _OwnLines:
    """Which blocks have their lines for themselves."""

    def __init__(self, text: str, blocks: list[SourceBlock]) -> None:
        self._text = text
        whole = [(block.start, block.end) for block in blocks if block.kind.name != "note"]
        self._starts = sorted(
            block.start
            for block in blocks
            if block.kind.name != "note" or not any(start < block.start < end for start, end in whole)
        )

    def own(self, block: SourceBlock) -> tuple[int, int] | None:
        """Return from where to where the lines of a block go, None where another begins on them."""
        whole = block.span.start if block.kind.name == "note" else block.start
        begin = self._text.rfind("\n", 0, whole) + 1
        end = self._text.find("\n", max(block.end - 1, begin))
        end = len(self._text) if end < 0 else end + 1
        others = bisect_left(self._starts, end) - bisect_left(self._starts, begin)
        return (begin, end) if others == 1 else None
