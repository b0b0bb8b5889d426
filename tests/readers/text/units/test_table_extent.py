"""Which lines belong to a table."""

from __future__ import annotations

from pressroom.model.document import Table
from pressroom.model.inline import words
from tests.readers import content
from tests.readers.text.reading import read


def test_a_line_set_in_under_a_cell_belongs_to_the_table() -> None:
    rows = "18:00  Welcome\n18:15  Matters arising\n19:00  Budget\n       For decision\n19:45  Next meeting\n"
    (table,) = [block for block in content.blocks(read(f"Agenda\n\n{rows}")) if isinstance(block, Table)]
    found = [[words(cell.inlines) for cell in row.cells] for row in table.head + table.body]
    assert found[2:] == [["19:00", "Budget"], ["", "For decision"], ["19:45", "Next meeting"]]
