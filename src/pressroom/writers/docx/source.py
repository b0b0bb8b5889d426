"""The source's own blocks, as the writer needs them: which words of a page go back to the source."""

from __future__ import annotations

from collections.abc import Iterator

from pressroom.model.document import (
    Block,
    Callout,
    DefinitionList,
    Document,
    Image,
    List,
    Paragraph,
    Quote,
    Table,
)
from pressroom.model.inline import Inline, plain_text
from pressroom.model.span import Span


def stretches(document: Document) -> Iterator[tuple[tuple[Inline, ...], Span]]:
    """Yield the running text of every block in reading order, one for each paragraph of the finished file."""
    if document.title is not None:
        yield document.title.inlines, document.title.span
    yield from _blocks(document.blocks)
    for section in document.walk():
        yield section.heading.inlines, section.heading.span
        yield from _blocks(section.blocks)


def _blocks(blocks: tuple[Block, ...]) -> Iterator[tuple[tuple[Inline, ...], Span]]:
    for block in blocks:
        match block:
            case Paragraph(inlines, span) | Image(_, span, _, inlines):
                yield inlines, span
            case List(items):
                for item in items:
                    yield from _blocks(item.blocks)
            case DefinitionList(items):
                for definition in items:
                    yield definition.term, definition.span
                    yield from _blocks(definition.blocks)
            case Table():
                yield from _table(block)
            case Quote(inner, span, words):
                yield from _blocks(inner)
                yield words, span
            case Callout(_, inner, span, words):
                yield words, span
                yield from _blocks(inner)


def _table(table: Table) -> Iterator[tuple[tuple[Inline, ...], Span]]:
    if table.caption:
        yield table.caption, table.span
    for row in table.head + table.body:
        for cell in row.cells:
            yield cell.inlines, cell.span
    for note in table.notes:
        yield note, table.span


def source_words(document: Document) -> frozenset[str]:
    """Return the words of every stretch, without white space."""
    return frozenset("".join(plain_text(inlines).value.split()) for inlines, _ in stretches(document)) - {""}
