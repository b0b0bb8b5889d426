"""Blocks to the running text of a table's cell, which holds no blocks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pressroom.model.document import (
    Block,
    Callout,
    CodeBlock,
    DefinitionList,
    Heading,
    Image,
    List,
    MathBlock,
    Paragraph,
    Quote,
    Table,
)
from pressroom.model.inline import Code, Inline, InlineImage, LineBreak, Math, Text
from pressroom.readers.common.outline import Item

CELL_END = " | "  # between the words of cells in a line of text: a space would make "5 600" of "5" and "600"


def flatten_blocks(items: Iterable[Item], before: tuple[Inline, ...] = ()) -> tuple[Inline, ...]:
    """Return the words of blocks, a line each, after those that are there already."""
    found = list(before)
    for item in items:
        for line in _lines(item):
            if line:
                if found:
                    found.append(LineBreak())
                found.extend(line)
    return tuple(found)


def _lines(item: Item) -> Iterator[tuple[Inline, ...]]:
    match item:
        case Heading(inlines, _, _, number):
            yield (Text(f"{number} "), *inlines) if number else inlines
        case Paragraph(inlines):
            yield inlines
        case List():
            yield from _list_lines(item)
        case Quote(blocks, _, attribution):
            yield from _many(blocks)
            yield attribution
        case Callout(_, blocks, _, title):
            yield title
            yield from _many(blocks)
        case DefinitionList(terms):
            for term in terms:
                yield term.term
                yield from _many(term.blocks)
        case Table():
            yield from _table_lines(item)
        case Image(src, _, alt, caption, _, width):
            yield (InlineImage(src, alt, width),)
            yield caption
        case _:
            yield from _code_lines(item)


def _code_lines(item: Item) -> Iterator[tuple[Inline, ...]]:
    if isinstance(item, CodeBlock):
        yield (Code(item.text),)
    elif isinstance(item, MathBlock):
        yield (Math(item.tex),)


def _list_lines(item: List) -> Iterator[tuple[Inline, ...]]:
    for at, entry in enumerate(item.items):
        marker = entry.marker or (f"{item.start + at}." if item.ordered else "•")
        inner = list(_many(entry.blocks))
        yield (Text(f"{marker} "), *(inner[0] if inner else ()))
        yield from inner[1:]


def _table_lines(table: Table) -> Iterator[tuple[Inline, ...]]:
    yield _labelled(table.label, table.caption)
    for row in table.head + table.body:
        line: list[Inline] = []
        for cell in row.cells:
            line += [Text(CELL_END), *cell.inlines] if line else cell.inlines
        yield tuple(line)
    yield from table.notes


def _labelled(label: str, caption: tuple[Inline, ...]) -> tuple[Inline, ...]:
    return (Text(f"{label}: "), *caption) if label and caption else (Text(label),) if label else caption


def _many(blocks: Iterable[Block]) -> Iterator[tuple[Inline, ...]]:
    for block in blocks:
        yield from _lines(block)
