"""Pipe tables."""

from __future__ import annotations

from pressroom.model.document import (
    Quote,
    Table,
)
from pressroom.model.inline import words as inline_words
from tests.readers import content
from tests.readers.markdown.reading import only, parse


def test_table_with_places_alignment_and_a_cell_too_many() -> None:
    text = "| a | b |\n|:--|--:|\n| 1 \\| 2 | *3* | 44 |\n| 5 |\n"
    document = parse(text)
    table = only(document)
    assert isinstance(table, Table)
    assert table.align == ("left", "right")
    assert [[inline_words(cell.inlines) for cell in row.cells] for row in table.body] == [
        ["1 | 2", "3", "44"],
        ["5", ""],
    ]
    assert [text[cell.span.start : cell.span.end] for cell in table.body[0].cells] == ["1 \\| 2", "*3*", "44"]
    assert [diagnostic.rule for diagnostic in document.diagnostics] == ["table-row-too-long"]
    assert content.misplaced(document) == []


def test_a_table_in_a_quotation_keeps_its_places() -> None:
    text = "> a | b\n> --|--\n> 17 | 18\n"
    document = parse(text)
    assert content.misplaced(document) == []
    quote = only(document)
    assert isinstance(quote, Quote)
    table = quote.blocks[0]
    assert isinstance(table, Table)
    assert [text[cell.span.start : cell.span.end] for cell in table.body[0].cells] == ["17", "18"]
