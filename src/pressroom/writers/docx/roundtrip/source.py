"""The source's own blocks, as the writer needs them: which words of a page go back to the source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

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
from pressroom.model.inline import Inline, words
from pressroom.model.span import Span


@dataclass(frozen=True, slots=True)
class Stretch:
    """The running text of one paragraph of the finished file.

    ``whole``: its span holds nothing else, so that the paragraph can be taken out of the source, or another
    put behind it.
    """

    inlines: tuple[Inline, ...]
    span: Span
    whole: bool = False


def stretches(document: Document) -> Iterator[Stretch]:
    """Yield the running text of every block in reading order."""
    if document.title is not None:
        yield Stretch(document.title.inlines, document.title.span)
    yield from _blocks(document.blocks)
    for section in document.walk():
        yield Stretch(section.heading.inlines, section.heading.span, whole=True)
        yield from _blocks(section.blocks)


def _blocks(blocks: tuple[Block, ...]) -> Iterator[Stretch]:
    for block in blocks:
        match block:
            case Paragraph(inlines, span):
                yield Stretch(inlines, span, whole=True)
            case Image(_, span, _, inlines):
                yield Stretch(inlines, span)
            case List(items):
                for item in items:
                    yield from _blocks(item.blocks)
            case DefinitionList(items):
                for definition in items:
                    yield Stretch(definition.term, definition.span)
                    yield from _blocks(definition.blocks)
            case Table():
                yield from _table(block)
            case Quote(inner, span, attribution):
                yield from _blocks(inner)
                yield Stretch(attribution, span)
            case Callout(_, inner, span, title):
                yield Stretch(title, span)
                yield from _blocks(inner)


def _table(table: Table) -> Iterator[Stretch]:
    yield Stretch(table.caption, table.span)
    for row in table.head + table.body:
        for cell in row.cells:
            yield Stretch(cell.inlines, cell.span)
    for note in table.notes:
        yield Stretch(note, table.span)


def source_words(document: Document) -> frozenset[str]:
    """Return the words of every stretch, without white space."""
    return frozenset("".join(words(stretch.inlines).split()) for stretch in stretches(document)) - {""}
