"""What a document holds, for tests and benchmarks: its words, and whether every place is true."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pressroom.model.document import (
    Block,
    Callout,
    CodeBlock,
    DefinitionList,
    Document,
    Heading,
    Image,
    List,
    MathBlock,
    Paragraph,
    Quote,
    Table,
)
from pressroom.model.inline import Code, Inline, Math, Text
from pressroom.model.inline import words as inline_words

Part = tuple[str, tuple[Inline, ...]]


def headings(document: Document) -> list[tuple[int, str]]:
    found = [(0, document.title.text)] if document.title else []
    return found + [(section.heading.level, section.heading.text) for section in document.walk()]


def blocks(document: Document) -> Iterator[Block]:
    """Every block, those within others as well."""
    yield from _inner(document.blocks)
    for section in document.walk():
        yield from _inner(section.blocks)
    for note in document.footnotes:
        yield from _inner(note.blocks)


def _inner(many: Iterable[Block]) -> Iterator[Block]:
    for block in many:
        yield block
        match block:
            case List(items) | DefinitionList(items):
                for item in items:
                    yield from _inner(item.blocks)
            case Quote(inner) | Callout(_, inner):
                yield from _inner(inner)
            case _:
                pass


def stretches(document: Document) -> Iterator[tuple[Inline, ...]]:
    """Every stretch of running text."""
    if document.title:
        yield document.title.inlines
    for section in document.walk():
        yield section.heading.inlines
    for block in blocks(document):
        yield from _stretches(block)


def _stretches(block: Block) -> Iterator[tuple[Inline, ...]]:
    match block:
        case Paragraph(inlines):
            yield inlines
        case Table():
            yield block.caption
            yield from (cell.inlines for row in block.head + block.body for cell in row.cells)
        case DefinitionList(items):
            yield from (item.term for item in items)
        case Quote(_, _, inlines) | Callout(_, _, _, inlines) | Image(_, _, _, inlines):
            yield inlines
        case CodeBlock(text):
            yield (Text(text),)
        case MathBlock(tex):
            yield (Math(tex),)
        case _:
            pass


def words(document: Document, *, captions: bool = True) -> str:
    """All words of a document in order of sections, notes last; runs of white space are one space."""
    parts = [document.title.text] if document.title else []
    parts += _texts(document.blocks, captions)
    for section in document.walk():
        heading: Heading = section.heading
        parts += [heading.number, heading.text, *_texts(section.blocks, captions)]
    for note in document.footnotes:
        parts += _texts(note.blocks, captions)
    return " ".join(" ".join(parts).split())


def _texts(many: Iterable[Block], captions: bool) -> list[str]:
    found: list[str] = []
    for block in many:
        match block:
            case Paragraph(inlines):
                found.append(inline_words(inlines))
            case List(items):
                for item in items:
                    found += _texts(item.blocks, captions)
            case DefinitionList(items):
                for item in items:
                    found += [inline_words(item.term), *_texts(item.blocks, captions)]
            case Quote(inner, _, by):
                found += [*_texts(inner, captions), inline_words(by)]
            case Callout(_, inner, _, title):
                found += [inline_words(title), *_texts(inner, captions)]
            case Table(head, body, _, _, caption):
                found.append(inline_words(caption))
                found += [inline_words(cell.inlines) for row in head + body for cell in row.cells]
            case Image(_, _, _, caption) if captions:
                found.append(inline_words(caption))
            case CodeBlock(text) | MathBlock(text):
                found.append(text)
            case _:
                pass
    return found


def leaves(inlines: Iterable[Inline]) -> Iterator[Text | Code | Math]:
    for inline in inlines:
        if isinstance(inline, Text | Code | Math):
            yield inline
        elif hasattr(inline, "children"):
            yield from leaves(inline.children)


def misplaced(document: Document) -> list[str]:
    """Say which letters do not stand where they claim to."""
    wrong = []
    for inlines in stretches(document):
        for leaf in leaves(inlines):
            value = leaf.tex if isinstance(leaf, Math) else leaf.value
            if leaf.start is None:
                continue
            written = document.text[leaf.start : leaf.start + len(value)]
            # a line's end or a tab reads as a space; what is written as an entity has the place of its "&"
            if _spaced(written) != _spaced(value) and not written.startswith("&"):
                wrong.append(f"{value!r} is not {written!r} at {leaf.start}")
    return wrong


def _spaced(text: str) -> str:
    return re.sub(r"\s", " ", text)


def uncovered(document: Document) -> str:
    """Return the letters and digits of the text that lie in no block, no caption and in nothing left out."""
    covered = bytearray(len(document.text))
    spans = [block.span for block in (*document.blocks, *document.footnotes, *document.left_out)]
    spans += [document.title.span] if document.title else []
    for section in document.walk():
        spans += [section.heading.span, *(block.span for block in section.blocks)]
    for span in spans:
        covered[span.start : span.end] = b"\1" * (span.end - span.start)
    for block in blocks(document):
        if isinstance(block, Image | Table):  # a caption may stand beside its picture or table
            for leaf in leaves(block.caption):
                start, value = leaf.start or 0, leaf.tex if isinstance(leaf, Math) else leaf.value
                covered[start : start + len(value)] = b"\1" * len(value)
    for tag in re.finditer(r"</?[A-Za-z][^<>]*>", document.text):
        covered[tag.start() : tag.end()] = b"\1" * len(tag.group())
    return "".join(char for at, char in enumerate(document.text) if not covered[at] and char.isalnum())
