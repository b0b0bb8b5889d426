"""Workbooks of charts, read by another library."""

from __future__ import annotations

from io import BytesIO

import openpyxl
import pytest

from pressroom.writers.docx.package.workbook import column_name, make_workbook


@pytest.mark.parametrize(
    ("index", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")]
)
def test_columns_are_called_as_in_excel(index, name):
    assert column_name(index) == name


def test_words_numbers_and_gaps_come_back_as_they_were():
    rows = [["", "A & B <c>"], ["North", 12.5], [None, -3], ["x", ""]]
    sheet = openpyxl.load_workbook(BytesIO(make_workbook(rows))).active
    assert [list(row) for row in sheet.iter_rows(values_only=True)] == [
        [None, "A & B <c>"],
        ["North", 12.5],
        [None, -3],
        ["x", None],
    ]
