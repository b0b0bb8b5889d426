"""Which lines belong to a table."""

from __future__ import annotations

import pytest

from pressroom.model.document import Table
from pressroom.model.inline import words
from tests.readers import content
from tests.readers.text.reading import BODY, read


def test_a_line_set_in_under_a_cell_belongs_to_the_table() -> None:
    rows = "18:00  Welcome\n18:15  Matters arising\n19:00  Budget\n       For decision\n19:45  Next meeting\n"
    (table,) = [block for block in content.blocks(read(f"Agenda\n\n{rows}")) if isinstance(block, Table)]
    found = [[words(cell.inlines) for cell in row.cells] for row in table.head + table.body]
    assert found[2:] == [["19:00", "Budget"], ["", "For decision"], ["19:45", "Next meeting"]]


EXPORTED = "Port,Ships 2025,Ships 2026,Change in %\nHull,412300,446100,8.2\nCork,388900,401200,-3.2\n"


@pytest.mark.parametrize(
    "rows", [EXPORTED, EXPORTED.replace(",", ";").replace(".", ","), EXPORTED.replace("Hull", '"Hull, east"')]
)
def test_rows_as_programs_export_them_are_a_table(rows: str) -> None:
    document = read(f"Of ships\n\n{BODY}\n\n{rows}\n{BODY}\n")
    (table,) = [block for block in document.blocks if isinstance(block, Table)]
    assert [words(cell.inlines) for cell in table.head[0].cells][:2] == ["Port", "Ships 2025"]
    first = [words(row.cells[0].inlines) for row in table.body]
    assert first == ["Hull, east" if '"' in rows else "Hull", "Cork"]


@pytest.mark.parametrize(
    "lines",
    [
        "Red,white,blue\nGreen,white,red\nBlack,red,gold\n",  # no numbers
        "Hull,412300,8.2\nCork,388900,3.2\nBonn,1,2\n",  # no heads
        "The ports are Hull, Cork, and Bonn.\nThe ships are 1, 2, and 3.\nAll of 1, 2, and 4.\n",
        "Port,Ships,Change\nHull,1,2\nCork,1,2,3\n",
    ],
)
def test_other_lines_with_commas_are_no_table(lines: str) -> None:
    document = read(f"Of ships\n\n{BODY}\n\n{lines}\n{BODY}\n")
    assert not [block for block in document.blocks if isinstance(block, Table)]


def test_heads_may_stand_beside_their_columns() -> None:
    lines = ("Beds            Number    Occupancy", "1 to 20            84       38.1")
    rows = "\n".join([*lines, "21 to 50           61       44.0"])
    document = read(f"Of hotels\n\n{BODY}\n\n{rows}\n\n{BODY}\n")
    (table,) = [block for block in document.blocks if isinstance(block, Table)]
    cells = [[words(cell.inlines) for cell in row.cells] for row in (*table.head, *table.body)]
    assert cells == [["Beds", "Number", "Occupancy"], ["1 to 20", "84", "38.1"], ["21 to 50", "61", "44.0"]]
