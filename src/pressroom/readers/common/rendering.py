"""A plain text for sources that have none (Word, HTML, mail), and the place of every block and letter in it.

Readers of such formats build blocks without places; ``settle`` writes them out line by line and returns them
with spans into what it wrote.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from pressroom.model.document import (
    Block,
    Callout,
    CodeBlock,
    Definition,
    DefinitionList,
    Divider,
    Footnote,
    Heading,
    Image,
    LeftOut,
    List,
    ListItem,
    MathBlock,
    Paragraph,
    Quote,
    Row,
    Table,
)
from pressroom.model.inline import Code, FootnoteRef, Inline, InlineImage, LineBreak, Math, Text
from pressroom.model.span import Span
from pressroom.readers.common.outline import Item

NOWHERE = Span("", 1, 1, 0, 0)
_BREAKS = {"": "* * *", "page": "[new page]", "landscape": "[landscape]", "portrait": "[portrait]"}


@dataclass(frozen=True, slots=True)
class Rendered:
    """Blocks in their places. ``ids`` are those asked for, by the new place of their heading."""

    text: str
    items: list[Item]
    footnotes: tuple[Footnote, ...]
    left_out: tuple[LeftOut, ...]
    ids: Mapping[int, str]


def render(
    source: str,
    items: Sequence[Item],
    footnotes: Iterable[Footnote] = (),
    left_out: Iterable[tuple[str, str]] = (),
    ids: Mapping[int, str] | None = None,
) -> Rendered:
    """Write blocks out and return them with their places.

    ``left_out`` are (words, reason), written at the end of the text; ``ids`` name headings by their index in
    ``items``.
    """
    writer = _PlainTextWriter(source)
    placed: list[Item] = []
    found: dict[int, str] = {}
    for index, item in enumerate(items):
        writer.begin_paragraph()
        settled = writer.write_item(item)
        placed.append(settled)
        if ids and index in ids:
            found[settled.span.start] = ids[index]
    notes = []
    for note in footnotes:
        writer.begin_paragraph()
        start = writer.at
        writer.write(f"[{note.label}] ")
        blocks = writer.write_blocks(note.blocks)
        notes.append(Footnote(note.label, blocks, writer.span(start)))
    rest = []
    for words, reason in left_out:
        if words.strip():
            writer.begin_paragraph()
            start = writer.at
            writer.write(words.strip())
            rest.append(LeftOut(writer.span(start), reason))
    return Rendered(writer.text(), placed, tuple(notes), tuple(rest), found)


@dataclass(slots=True)
class _PlainTextWriter:
    """Writes text and remembers where its lines end."""

    source: str
    at: int = 0
    _parts: list[str] = field(default_factory=list)
    _feeds: list[int] = field(default_factory=list)
    _visible: int = 0

    def text(self) -> str:
        return "".join(self._parts)

    def write(self, text: str) -> int:
        """Write and return where it begins."""
        start = self.at
        if text:
            self._parts.append(text)
            at = text.find("\n")
            while at >= 0:
                self._feeds.append(start + at)
                at = text.find("\n", at + 1)
            self.at += len(text)
            if text.strip("\n"):
                self._visible = start + len(text.rstrip("\n"))
        return start

    def begin_line(self) -> None:
        """Begin a new line unless one has just begun."""
        if self.at and (not self._feeds or self._feeds[-1] != self.at - 1):
            self.write("\n")

    def begin_paragraph(self) -> None:
        """Begin a new line after a blank one."""
        self.begin_line()
        if self.at:
            self.write("\n")

    def span(self, start: int) -> Span:
        """Return the span from ``start`` to the last character that isn't a line feed."""
        end = max(self._visible, start)
        first = bisect_left(self._feeds, start) + 1
        return Span(self.source, first, bisect_left(self._feeds, max(end - 1, start)) + 1, start, end)

    def write_item(self, item: Item) -> Item:
        """Write a heading or a block."""
        if not isinstance(item, Heading):
            return self.write_block(item)
        start = self.at
        if item.number:
            self.write(f"{item.number} ")
        return replace(item, inlines=self.write_inlines(item.inlines), span=self.span(start))

    def write_blocks(self, blocks: Iterable[Block]) -> tuple[Block, ...]:
        """Write blocks, each on a line of its own."""
        found: list[Block] = []
        for block in blocks:
            if found:
                self.begin_line()
            found.append(self.write_block(block))
        return tuple(found)

    def write_block(self, block: Block) -> Block:
        """Write a block and return it in its place."""
        start = self.at
        match block:
            case Paragraph(inlines):
                return replace(block, inlines=self.write_inlines(inlines), span=self.span(start))
            case List():
                items = tuple([self._item(entry, block, number) for number, entry in enumerate(block.items)])
                return replace(block, items=items, span=self.span(start))
            case DefinitionList():
                terms = tuple([self._definition(entry) for entry in block.items])
                return replace(block, items=terms, span=self.span(start))
            case Table():
                return self._table(block)
            case Quote():
                blocks = self.write_blocks(block.blocks)
                by = self._line(block.attribution)
                return replace(block, blocks=blocks, attribution=by, span=self.span(start))
            case Callout():
                title = self._line(block.title)
                self.begin_line()
                return replace(
                    block, title=title, blocks=self.write_blocks(block.blocks), span=self.span(start)
                )
            case CodeBlock(text):
                self.write(text)
            case MathBlock(tex):
                self.write(tex)
            case Image(_, _, alt, caption):
                self.write(alt or "[picture]")
                return replace(block, caption=self._line(caption), span=self.span(start))
            case Divider(_, kind):
                self.write(_BREAKS[kind])
            case _:
                self.write("* * *")
        return replace(block, span=self.span(start))

    def _line(self, inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
        """Write running text on a line of its own, if there is any."""
        if inlines:
            self.begin_line()
        return self.write_inlines(inlines)

    def _item(self, item: ListItem, whole: List, number: int) -> ListItem:
        self.begin_line()
        start = self.at
        marker = item.marker or (f"{whole.start + number}." if whole.ordered else "•")
        self.write(f"{marker} ")
        blocks = self.write_blocks(item.blocks)
        return replace(item, blocks=blocks, marker=marker, span=self.span(start))

    def _definition(self, entry: Definition) -> Definition:
        self.begin_line()
        start = self.at
        term = self.write_inlines(entry.term)
        self.write(": ")
        return Definition(term, self.write_blocks(entry.blocks), self.span(start))

    def _table(self, table: Table) -> Table:
        start = self.at
        caption = self.write_inlines(table.caption)
        head = tuple([self._row(row) for row in table.head])
        body = tuple([self._row(row) for row in table.body])
        notes = tuple([self._line(note) for note in table.notes])
        return replace(table, caption=caption, head=head, body=body, notes=notes, span=self.span(start))

    def _row(self, row: Row) -> Row:
        self.begin_line()
        cells = []
        for number, cell in enumerate(row.cells):
            if number:
                self.write("\t")
            start = self.at
            inlines = self.write_inlines(cell.inlines)
            cells.append(replace(cell, inlines=inlines, span=self._stretch(start)))
        return Row(tuple(cells))

    def _stretch(self, start: int) -> Span:
        """Return the span from ``start`` to here, be it empty."""
        line = bisect_left(self._feeds, start) + 1
        return Span(self.source, line, bisect_left(self._feeds, max(self.at - 1, start)) + 1, start, self.at)

    def write_inlines(self, inlines: Iterable[Inline]) -> tuple[Inline, ...]:
        """Write running text."""
        found: list[Inline] = []
        for inline in inlines:
            match inline:
                case Text(value) | Code(value):
                    found.append(type(inline)(value, self.write(value)))
                case Math(tex):
                    found.append(Math(tex, self.write(tex)))
                case LineBreak():
                    self.write("\n")
                    found.append(inline)
                case FootnoteRef() | InlineImage():
                    found.append(inline)
                case _:
                    found.append(replace(inline, children=self.write_inlines(inline.children)))
        return tuple(found)
