"""Tables with their heads and alignment."""

from __future__ import annotations

import pytest

from pressroom.model.document import Table
from pressroom.model.inline import words
from tests.readers.text.reading import BODY, read


@pytest.mark.parametrize(
    "text",
    [
        "| Region | Sites | Visits |\n|---|---:|---:|\n| North | 12 | 340 |\n| South | 9 | 210 |",
        "Region\tSites\tVisits\nNorth\t12\t340\nSouth\t9\t210",
        "Region     Sites    Visits\nNorth         12       340\nSouth          9       210",
        "Region  Sites  Visits\n------  -----  ------\nNorth   12     340\nSouth   9      210",
        "+--------+-------+--------+\n| Region | Sites | Visits |\n+========+=======+========+\n| North  | 12    | 340    |\n| South  | 9     | 210    |\n+--------+-------+--------+",  # noqa: E501 - the text as a source has it
        "Region | Sites | Visits\n--- | --- | ---\nNorth | 12 | 340\nSouth | 9 | 210",
    ],
)
def test_tables(text: str) -> None:
    _, found = read(f"{BODY}\n\n{text}\n").blocks
    assert isinstance(found, Table)
    rows = [[words(cell.inlines) for cell in row.cells] for row in found.head + found.body]
    assert rows == [["Region", "Sites", "Visits"], ["North", "12", "340"], ["South", "9", "210"]]
    assert len(found.head) == 1
    assert found.align == ("", "right", "right")
