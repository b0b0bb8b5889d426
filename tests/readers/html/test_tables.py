# ruff: noqa: E501 - markup reads better unbroken
"""Tables of data and tables of layout."""

# ruff: noqa: E501 - markup reads better unbroken
from __future__ import annotations

from pressroom.model.document import Table
from pressroom.model.inline import words as inline_words
from tests.readers.html.reading import parse


def test_tables_with_spans_and_layout_tables() -> None:
    document = parse(
        "<table><caption>Table 4. Sales</caption><tr><th>A<th colspan=2>B<tr><td rowspan=9>1<td>2<td>3<tr><td>4<td>5"
        "</table><table><tr><td><p>left</p><td><p>right</p></table>"
    )
    table = document.blocks[0]
    assert isinstance(table, Table)
    assert (table.label, inline_words(table.caption), table.columns) == ("Table 4", "Sales", 3)
    assert len(table.head) == 1
    assert [[cell.header for cell in row.cells] for row in table.head + table.body[:1]] == [
        [True] * 2,
        [False] * 3,
    ]
    assert table.body[0].cells[0].rowspan == 2
    assert [type(block).__name__ for block in document.blocks[1:]] == ["Paragraph", "Paragraph"]
