"""Tables read row by row."""

import contextlib
import io
import zipfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressroom.errors import PressroomError
from pressroom.project import rows
from pressroom.project.rows import name_columns, read_rows
from pressroom.world import MemoryWorld


def read(data: bytes, name: str = "r.csv"):
    return list(read_rows(Path(name), name, MemoryWorld({name: data})))


@pytest.mark.parametrize(
    "data",
    [
        b"District,People\nNorth,12\n\nSouth,34\n",
        b"\xef\xbb\xbfDistrict;People\r\nNorth; 12\r\n;\r\nSouth;34\r\n",
        b"District\tPeople\nNorth\t12\nSouth\t34",
        "District,People\nNorth,12\nSouth,34\n".encode("utf-16"),
    ],
)
def test_rows_of_any_spreadsheet(data):
    found = read(data)
    assert [dict(row.columns) for row in found] == [
        {"district": "North", "people": "12"},
        {"district": "South", "people": "34"},
    ]
    assert [(row.number, row.key) for row in found] == [(1, "North"), (2, "South")]


def test_rows_say_where_they_stand():
    assert [row.where for row in read(b"a\n\n\nb\n")] == ["r.csv:4"]


def test_cells_in_quotes_hold_commas_and_lines():
    assert read(b'a,b\n"x, y","two\nlines"\n')[0].columns == (("a", "x, y"), ("b", "two\nlines"))


def test_western_spreadsheets_without_utf8():
    assert read("town\nKöln – „alt“\n".encode("cp1252"))[0].key == "Köln – „alt“"


def test_lines_of_json():
    found = read(
        b'{"town": "Ulm", "people": 12.0, "open": true}\n{"town": "Au", "people": null}\n', "r.jsonl"
    )
    assert [row.columns for row in found] == [
        (("town", "Ulm"), ("people", "12"), ("open", "yes")),
        (("town", "Au"), ("people", ""), ("open", "")),
    ]


def test_a_workbook():
    from datetime import date

    book = openpyxl.Workbook()
    book.active.append(["Town", "People", "Since", "Share"])
    book.active.append(["Ulm", 12000, date(2026, 3, 1), 0.25])
    book.active.append(["Au", 3, date(2026, 4, 2), None])
    data = io.BytesIO()
    book.save(data)
    assert [[text for _, text in row.columns] for row in read(data.getvalue(), "r.xlsx")] == [
        ["Ulm", "12000", "2026-03-01", "0.25"],
        ["Au", "3", "2026-04-02", ""],
    ]


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (b"a,b\n1,2,3\n", "r.csv", "r.csv:2.*3 cells, and the head of the table has 2"),
        (b"a,b\n", "r.csv", "no rows under its head"),
        (b"", "r.csv", "no rows under its head"),
        (b"a\n", "r.ods", "no table"),
        (b"not a workbook", "r.xlsx", "no complete ZIP"),
        (b'{"a": 1}\n[1]\n', "r.jsonl", "r.jsonl:2"),
        (b'{"a": 1}\n{"a": 1, "b": 2}\n', "r.jsonl", "the first line has no b"),
        (b"{\n", "r.jsonl", "r.jsonl:1"),
        (b'{"a": ' + b"[" * 100_000 + b"\n", "r.jsonl", "r.jsonl:1.*nests too deep"),
        (b'{"a": ' + b"9" * 5000 + b"}\n", "r.jsonl", "r.jsonl:1"),
        (b",".join([b"a"] * 1001) + b"\n1\n", "r.csv", "r.csv:1.*1,001 columns"),
        (b"a,b\n" + b",".join([b"1"] * 20_000), "r.tsv", "r.tsv:2.*20,000 columns"),
    ],
)
def test_what_is_no_table_is_told_with_its_place(data, name, said):
    with pytest.raises(PressroomError, match=said):
        read(data, name)


@pytest.mark.parametrize("name", ["r.csv", "r.jsonl"])
def test_a_line_that_is_too_long_is_not_read_to_its_end(name, monkeypatch):
    monkeypatch.setattr(rows, "_LONGEST_LINE", 100)
    with pytest.raises(PressroomError, match=f"{name}:2.*more than 100 characters"):
        read(b'{"a": 1}\n' + b"x" * 200, name)


def test_a_workbook_that_unpacks_to_far_more_is_refused_unread():
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("xl/worksheets/sheet1.xml", bytes(3_000_000))
    with pytest.raises(PressroomError, match="packed"):
        read(data.getvalue(), "r.xlsx")


@pytest.mark.parametrize(
    ("cells", "wanted"),
    [
        (["Cost (£)", "cost", "COST"], ("cost", "cost_2", "cost_3")),
        (["2026", "", "Ort/Kreis"], ("_2026", "column", "ort_kreis")),
    ],
)
def test_columns_are_named_as_a_text_can_use_them(cells, wanted):
    assert name_columns(cells) == wanted


@given(st.binary(max_size=300))
def test_any_bytes_are_rows_or_an_error_for_people(data):
    with contextlib.suppress(PressroomError):
        assert all(row.columns and row.where.startswith("r.csv:") for row in read(data))


def test_a_row_whose_first_cell_is_empty_goes_by_its_number():
    assert [row.key for row in read(b"district,places\nNorth,5\n,6\n")] == ["North", "row-2"]
