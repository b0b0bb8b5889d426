"""The section parser as the sections benchmark calls it: ``parse(text)`` gives blocks with their lines.

python ../shared/benchmarks/sections/score.py benchmarks/sections_adapter.py ../shared/benchmarks/sections/dev.jsonl.xz
"""  # noqa: E501 - as long as what it prints or names

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "src"))

from pressroom.model.document import Block, DefinitionList, Document, Heading, List, Quote, Section, Table
from pressroom.model.span import Span
from pressroom.readers.common.settings import ReaderSettings
from pressroom.readers.text.read import read_text

KINDS = {"Table": "table", "Quote": "quote", "CodeBlock": "code", "List": "list_item"}


def parse(text: str) -> list[dict[str, object]]:
    """Return the blocks of a text: kind, line_start and line_end counted from 0, level of headings."""
    return sorted(
        _document(read_text(text, "text", ReaderSettings())),
        key=lambda block: str(block["line_start"]).zfill(9),
    )


def _document(document: Document) -> Iterator[dict[str, object]]:
    shift = 0
    if document.title:
        yield _heading(document.title, 1)
        shift = 1
    yield from _blocks(document.blocks)
    for section in document.sections:
        yield from _section(section, shift)
    for note in document.footnotes:
        yield _block("paragraph", note.span)
    for left in document.left_out:
        yield _block("paragraph", left.span)


def _section(section: Section, shift: int) -> Iterator[dict[str, object]]:
    yield _heading(section.heading, section.heading.level + shift)
    yield from _blocks(section.blocks)
    for child in section.sections:
        yield from _section(child, shift)


def _heading(heading: Heading, level: int) -> dict[str, object]:
    return {**_block("heading", heading.span), "level": level}


def _blocks(blocks: Iterable[Block]) -> Iterator[dict[str, object]]:
    for block in blocks:
        match block:
            case List():
                for item in block.items:
                    yield _block("list_item", item.blocks[0].span if item.blocks else item.span, item.span)
                    for inner in _blocks(item.blocks[1:]):
                        yield {**inner, "kind": "list_item"} if inner["kind"] == "paragraph" else inner
            case DefinitionList():
                for definition in block.items:
                    yield _block("paragraph", definition.span)
            case Quote() if block.blocks:
                yield _block("quote", block.span)
            case Table() if block.caption:
                yield _block("table", block.span)
            case _:
                yield _block(KINDS.get(type(block).__name__, "paragraph"), block.span)


def _block(kind: str, span: Span, begin: Span | None = None) -> dict[str, object]:
    first = begin or span
    return {"kind": kind, "line_start": first.line_start - 1, "line_end": span.line_end - 1}
