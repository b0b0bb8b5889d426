"""Checks that hold for every document that was read from plain text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pressroom.model.document import (
    Block,
    Callout,
    CodeBlock,
    DefinitionList,
    Document,
    List,
    Paragraph,
    Quote,
    Section,
    Table,
)
from pressroom.model.inline import Inline, Text
from pressroom.model.span import Span


def check(document: Document) -> None:
    """Every visible character is in exactly one part, every span and every offset is true."""
    text = document.text
    spans = sorted(leaves(document), key=lambda span: (span.start, span.end))
    # a page may end within a paragraph: its number and head are left out in the midst of it
    aside = {left.span for left in document.left_out}
    whole = [span for span in spans if span not in aside]
    inside = {
        left for left in aside if any(span.start < left.start and left.end < span.end for span in whole)
    }
    spans = [span for span in spans if span not in inside]
    end = 0
    for span in spans:
        assert 0 <= span.start < span.end <= len(text), span
        assert span.start >= end, f"{span} overlaps what ends at {end}"
        assert not text[end : span.start].strip(), f"lost: {text[end : span.start]!r}"
        assert span.line_start == text.count("\n", 0, span.start) + 1, span
        assert span.line_end == text.count("\n", 0, span.end - 1) + 1, span
        end = span.end
    assert not text[end:].strip(), f"lost: {text[end:]!r}"
    for inlines, span in runs(document):
        check_inlines(inlines, text, span)
    for block in all_blocks(document):
        check_nested(block)


def check_inlines(inlines: Iterable[Inline], text: str, span: Span) -> None:
    for inline in inlines:
        if not isinstance(inline, Text) or inline.start is None:
            continue
        source = text[inline.start : inline.start + len(inline.value)]
        assert len(source) == len(inline.value)
        assert span.start <= inline.start, (inline, span)
        assert inline.start + len(inline.value) <= span.end + 1, (inline, span)
        for mine, theirs in zip(inline.value, source, strict=True):
            assert mine == theirs or (mine == " " and theirs.isspace()), (inline, source)


def check_nested(block: Block) -> None:
    """What stands in a block stands in its span, in reading order."""
    at = block.span.start
    for inner in children(block):
        assert at <= inner.span.start, (block, inner)
        assert inner.span.end <= block.span.end, (block, inner)
        at = inner.span.end


def leaves(document: Document) -> Iterator[Span]:
    """Yield the spans of what holds words: a page number may stand between the items of a list, not in one."""  # noqa: E501 - the text as a source has it
    if document.title:
        yield document.title.span
    for block in document.blocks:
        yield from block_leaves(block, document.text)
    for section in document.walk():
        yield section.heading.span
        for block in section.blocks:
            yield from block_leaves(block, document.text)
    yield from (note.span for note in document.footnotes)
    yield from (left.span for left in document.left_out)


def block_leaves(block: Block, text: str) -> Iterator[Span]:
    if not isinstance(block, List):
        yield block.span
        return
    for item in block.items:
        span = item.span
        begin = item.blocks[0].span.start if item.blocks else span.end
        mark = text[span.start : begin].partition("\n")[0].rstrip()
        if mark:  # lines between a mark that stands alone and its words are blank, or left out
            yield Span(span.source, span.line_start, span.line_start, span.start, span.start + len(mark))
        for inner in item.blocks:
            yield from block_leaves(inner, text)


def children(block: Block) -> Iterator[Block]:
    match block:
        case List():
            for item in block.items:
                yield from item.blocks
        case DefinitionList():
            for definition in block.items:
                yield from definition.blocks
        case Quote() | Callout():
            yield from block.blocks


def all_blocks(document: Document) -> Iterator[Block]:
    stack: list[Block] = [*document.blocks]
    for section in document.walk():
        stack.extend(section.blocks)
    for note in document.footnotes:
        stack.extend(note.blocks)
    while stack:
        block = stack.pop()
        yield block
        stack.extend(children(block))


def runs(document: Document) -> Iterator[tuple[tuple[Inline, ...], Span]]:
    """Yield all running text with the span that it must stand in."""
    if document.title:
        yield document.title.inlines, document.title.span
    for section in document.walk():
        yield section.heading.inlines, section.heading.span
    for block in all_blocks(document):
        match block:
            case Paragraph():
                yield block.inlines, block.span
            case Table():
                yield block.caption, block.span
                for row in block.head + block.body:
                    yield from ((cell.inlines, cell.span) for cell in row.cells)
                yield from ((note, block.span) for note in block.notes)
            case Quote():
                yield block.attribution, block.span
            case DefinitionList():
                yield from ((definition.term, definition.span) for definition in block.items)


def outline(document: Document) -> list[str]:
    """Return the headings as lines, deeper ones set in by two spaces, each with its number."""
    found = [f"= {document.title.text}"] if document.title else []

    def add(section: Section, depth: int) -> None:
        heading = section.heading
        number = f"{heading.number} " if heading.number else ""
        found.append("  " * depth + number + heading.text)
        for child in section.sections:
            add(child, depth + 1)

    for section in document.sections:
        add(section, 0)
    return found


def shapes(document: Document) -> list[str]:
    """Return the kinds of all top blocks in reading order, paragraphs with their role."""
    blocks = [*document.blocks]
    for section in document.walk():
        blocks.extend(section.blocks)
    return [shape(block) for block in blocks]


def shape(block: Block) -> str:
    match block:
        case Paragraph():
            return block.role
        case List():
            return f"{block.style} {len(block.items)}"
        case DefinitionList():
            return f"fields {len(block.items)}" if block.fields else f"terms {len(block.items)}"
        case Table():
            return f"table {len(block.head)}+{len(block.body)}x{block.columns}"
        case CodeBlock():
            return "code"
        case _:
            return type(block).__name__.lower()
