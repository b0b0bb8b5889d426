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


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("Region\tSites\nNorth\t12", 1),
        ("Region\tTown\nNorth\tUlm", 0),  # nothing tells a head from a row
        ("Region\tSites\nNorth\t12\nSouth\tnone\nEast\tnone", 0),
        ("Region\tSites\nNorth\t12\nSouth\t9\nEast\tnone", 1),
        ("Region\t2021\nNorth\t12\nSouth\t9", 0),
    ],
)
def test_a_first_row_of_words_over_numbers_is_a_head(text: str, head: int) -> None:
    _, found = read(f"{BODY}\n\n{text}\n").blocks
    assert isinstance(found, Table)
    assert len(found.head) == head


COLUMNS = """
The new hall in Mill            From 4 May the lines 3 and
Street opens on 12 May.         7 run every ten minutes in
It has 420 seats, and           the morning. The city pays
more than ten rooms. The        a million pounds more for
building is new, and is         it. Riders had asked for
a little larger.                this change.
"""
TABLE = """
Town            Fee for boats   What it pays for
Alven           40 pounds       new quay and boats
Brook           35 pounds       repairs, and a crane
Halden          50 pounds       nothing in particular
Ostervik        20 pounds       a second pier
"""


@pytest.mark.parametrize(("lines", "rules"), [(COLUMNS, ["columns-side-by-side"]), (TABLE, [])])
def test_columns_of_text_side_by_side_are_a_warning(lines: str, rules: list[str]) -> None:
    document = read(f"The news\n\n{BODY}\n{lines}\n{BODY}\n")
    assert any(isinstance(block, Table) for block in document.blocks)
    assert [each.rule for each in document.diagnostics] == rules


@pytest.mark.timeout(25)  # each line was looked for among all rules
def test_a_table_of_thousands_of_rules_is_built_in_one_go() -> None:
    (found,) = read("|a|b|\n|-|-|\n" * 40_000).blocks
    assert isinstance(found, Table)
    assert len(found.head) + len(found.body) == 40_000
