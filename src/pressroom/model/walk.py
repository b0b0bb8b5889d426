"""Walks over a document: every block at any depth, and every run of text, in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pressroom.model.document import (
    Block,
    Callout,
    DefinitionList,
    Document,
    Image,
    Landscape,
    List,
    Paragraph,
    Quote,
    Table,
)
from pressroom.model.inline import Inline
from pressroom.model.span import Span


@dataclass(frozen=True, slots=True)
class TextRun:
    """The text of one paragraph, heading, table cell, caption, term, attribution or note.

    ``span`` is that of the smallest part of the document that has one; ``whole``: it holds nothing else.
    """

    inlines: tuple[Inline, ...]
    span: Span
    whole: bool = False


def descend(blocks: Iterable[Block]) -> Iterator[tuple[Block, tuple[Block, ...]]]:
    """Yield each block, then those inside it, each with the blocks that contain it, outermost first."""
    yield from _descend(blocks, ())


def _descend(
    blocks: Iterable[Block], containers: tuple[Block, ...]
) -> Iterator[tuple[Block, tuple[Block, ...]]]:
    for block in blocks:
        yield block, containers
        inside = (*containers, block)
        match block:
            case List(items) | DefinitionList(items):
                for item in items:
                    yield from _descend(item.blocks, inside)
            case Quote(inner) | Callout(_, inner) | Landscape(inner):
                yield from _descend(inner, inside)
            case _:
                pass


def blocks(document: Document) -> Iterator[tuple[Block, str]]:
    """Yield every block of the text at any depth with the id of its section, "" ahead of the first."""
    yield from ((block, "") for block, _ in descend(document.blocks))
    for section in document.walk():
        yield from ((block, section.id) for block, _ in descend(section.blocks))


def runs(document: Document) -> Iterator[TextRun]:
    """Yield every run of the text in reading order: title, blocks, headings. Footnotes are left out."""
    if document.title is not None:
        yield TextRun(document.title.inlines, document.title.span)
    yield from block_runs(document.blocks)
    for section in document.walk():
        yield TextRun(section.heading.inlines, section.heading.span, whole=True)
        yield from block_runs(section.blocks)


def block_runs(blocks: Iterable[Block]) -> Iterator[TextRun]:
    """Yield every run of some blocks in reading order."""
    for block in blocks:
        match block:
            case Paragraph(inlines, span):
                yield TextRun(inlines, span, whole=True)
            case Image(_, span, _, caption):
                yield TextRun(caption, span)
            case List(items):
                for item in items:
                    yield from block_runs(item.blocks)
            case DefinitionList(items):
                for definition in items:
                    yield TextRun(definition.term, definition.span)
                    yield from block_runs(definition.blocks)
            case Table():
                yield from _table_runs(block)
            case Quote(inner, span, attribution):
                yield from block_runs(inner)
                yield TextRun(attribution, span)
            case Callout(_, inner, span, title):
                yield TextRun(title, span)
                yield from block_runs(inner)
            case Landscape(inner):
                yield from block_runs(inner)
            case _:
                pass


def _table_runs(table: Table) -> Iterator[TextRun]:
    yield TextRun(table.caption, table.span)
    for row in table.head + table.body:
        for cell in row.cells:
            yield TextRun(cell.inlines, cell.span)
    for note in table.notes:
        yield TextRun(note, table.span)


def inlines(run: Iterable[Inline]) -> Iterator[Inline]:
    """Yield each inline of a run, then those inside it."""
    for inline in run:
        yield inline
        yield from inlines(getattr(inline, "children", ()))
