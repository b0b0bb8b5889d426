# ruff: noqa: E501 - texts read better unbroken
"""Tables that were copied without what keeps their cells apart, or with it within a cell."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pressroom.model.document import Table
from pressroom.model.inline import words
from pressroom.readers import ReaderSettings, read
from pressroom.readers.text.forms.cells import read_cells
from pressroom.readers.text.forms.columns import read_columns
from pressroom.readers.text.forms.rows import read_rows
from tests.readers import content


def _rows(text: str) -> list[list[str]]:
    document = read(text.encode(), "x.txt", ReaderSettings())
    tables = [block for block in content.blocks(document) if isinstance(block, Table)]
    return [
        [words(cell.inlines) for cell in row.cells] for table in tables for row in table.head + table.body
    ]


def test_a_cell_of_several_lines_is_one_cell() -> None:
    text = 'Day\tQuay\tRemark\n1 May\tOld\tfine\n2 May\tNew\t"closed,\nsee the ""log"""\n3 May\tOld\tfine\n'
    assert _rows(text)[2] == ["2 May", "New", 'closed, see the "log"']
    assert read_cells('He said "one\ntwo" and\tleft\n') == ""


def test_rows_are_told_from_the_line_above_them() -> None:
    text = "Quays of the county\n\nThe county has 4 quays.\n\nQuay Ships With a crane\nOld 148 61\nNew quay 1,097 55\nThird 203 8%\n\nAll are open.\n"
    assert _rows(text) == [
        ["Quay", "Ships", "With a crane"],
        ["Old", "148", "61"],
        ["New quay", "1,097", "55"],
        ["Third", "203", "8%"],
    ]
    assert read_rows("Quay 2024 2025\nOld 14 61\nNew 9 55\nThird 20 8\n").startswith(
        "Quay\t2024\t2025\nOld\t14"
    )


@pytest.mark.parametrize(
    "text",
    [
        "We counted:\nOld 148 61\nNew 97 55\nThird 203 8\n",  # nothing says what the numbers are
        "Quay Ships\nOld 148 61\nNew 97 55\nThird 203 8\n",
        "Quay Ships Cranes\nOld 148 61\nNew 97\n",
    ],
)
def test_other_lines_with_numbers_stay(text: str) -> None:
    assert read_rows(text) == ""


def test_a_small_picture_of_its_own_marks_a_heading() -> None:
    text = "📌 Quay plan\n🎯 Aims\nWe build a quay of 40 piles.\n💰 Costs\nIt costs 12 million.\n"
    assert _headings(text.replace("🎯 Aims\n", "Words of it.\n🎯 Aims\n")) == [
        (0, "Quay plan"),
        (1, "Aims"),
        (1, "Costs"),
    ]
    assert "🎯" in content.words(read(text.replace("💰", "🎯").encode(), "x.txt", ReaderSettings()))


def _headings(text: str) -> list[tuple[int, str]]:
    return content.headings(read(text.encode(), "x.txt", ReaderSettings()))


def test_lost_marks_of_letters_in_a_wrong_encoding_are_mended() -> None:
    document = read("LÃ©on paid 23Â 000 â‚¬, â€œall of itâ€.\n".encode(), "x.txt", ReaderSettings())
    assert document.text == "Léon paid 23\u00a0000 €, “all of it”.\n"


def test_bullets_of_word_and_tasks_are_items_of_one_list() -> None:
    document = read(
        "Plan of it\n\n·\tone\no\ttwo\n§\tthree\n\nTasks\n\n☐ four\n☑ five\n".encode(),
        "x.txt",
        ReaderSettings(),
    )
    assert "§" not in content.words(document)
    assert [len(block.items) for block in document.sections[-1].blocks if hasattr(block, "items")] == [2]


@pytest.mark.parametrize(
    ("read_form", "text"),
    [
        (read_rows, "North 12 34 56\n" * 20_000),
        (read_columns, "North of the town   34 boats   56 yards\n" * 20_000),
        (read_columns, "x  y " * 40 + "\n" + ("x  y " * 40 + "\n") * 3000),
    ],
)
def test_long_tables_are_looked_at_once(read_form: Callable[[str], str], text: str) -> None:
    assert read_form(text) == ""  # the limit of time of the tests tells whether each line looks at all others
