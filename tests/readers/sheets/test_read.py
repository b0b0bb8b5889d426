"""Workbooks and comma-separated values to documents."""

from __future__ import annotations

import csv
import datetime as dt
import io
import time
import zipfile
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressroom.errors import PressroomError
from pressroom.model.document import Document, Paragraph, Table
from pressroom.model.inline import words
from pressroom.readers import ReaderSettings, read
from pressroom.readers.sheets import workbook as workbook_module
from pressroom.readers.sheets.grid import MOST_COLUMNS, MOST_ROWS
from tests.readers import content
from tests.readers.packages import zipped
from tests.readers.sheets.making import workbook

BOATS: list[list[object]] = [["Harbour", "Boats", "Share"], ["North", 1204, 0.125], ["South", 310, 0.03]]


def reading(data: bytes, name: str = "boats.xlsx", lang: str = "") -> Document:
    return read(data, name, ReaderSettings(lang=lang))


def tables(document: Document) -> list[list[tuple[str, ...]]]:
    return [
        [tuple(words(cell.inlines) for cell in row.cells) for row in block.head + block.body]
        for block in content.blocks(document)
        if isinstance(block, Table)
    ]


def paragraphs(document: Document) -> list[str]:
    return [words(block.inlines) for block in content.blocks(document) if isinstance(block, Paragraph)]


def left_out(document: Document) -> list[tuple[str, str]]:
    return [(document.text[one.span.start : one.span.end], one.reason) for one in document.left_out]


def rules(document: Document) -> list[str]:
    return [found.rule for found in document.diagnostics]


def test_a_sheet_is_a_section_with_a_table() -> None:
    found = reading(workbook(("Boats", BOATS), ("Nets", [["Net", "Price"], ["Fine", 12]])))
    assert [section.heading.text for section in found.sections] == ["Boats", "Nets"]
    assert tables(found)[0] == [
        ("Harbour", "Boats", "Share"),
        ("North", "1204", "0.125"),
        ("South", "310", "0.03"),
    ]
    first = found.sections[0].blocks[0]
    assert isinstance(first, Table)
    assert len(first.head) == 1


def test_cells_are_printed_as_their_formats_show_them() -> None:
    def dress(book: Any) -> None:
        sheet = book["Boats"]
        sheet["B2"].number_format = "#,##0"
        sheet["C2"].number_format = "0.0%"
        sheet["B3"].number_format = "[$€-407] #,##0.00"
        sheet["C3"].value = dt.date(2026, 5, 3)
        sheet["C3"].number_format = "d mmmm yyyy"

    data = workbook(("Boats", BOATS), change=dress)
    assert tables(reading(data, lang="en"))[0][1:] == [
        ("North", "1,204", "12.5%"),
        ("South", "€ 310.00", "3 May 2026"),
    ]
    assert tables(reading(data, lang="de"))[0][1:] == [
        ("North", "1.204", "12,5%"),
        ("South", "€ 310,00", "3 Mai 2026"),
    ]


def test_lines_above_and_below_a_table_are_title_caption_and_note() -> None:
    rows = [["Boats in the harbours"], [], ["Table 1: Boats by harbour"], *BOATS, ["Source: harbour office"]]
    found = reading(workbook(("Sheet1", rows)))
    assert found.title is not None
    assert found.title.text == "Boats in the harbours"
    (table,) = [block for block in content.blocks(found) if isinstance(block, Table)]
    assert (table.label, words(table.caption)) == ("Table 1", "Boats by harbour")
    assert [words(note) for note in table.notes] == ["Source: harbour office"]


def test_a_sheet_without_a_name_of_its_own_has_no_heading() -> None:
    assert not reading(workbook(("Tabelle1", BOATS))).sections


def test_merged_cells_reach_over_columns_and_rows() -> None:
    rows: list[list[object]] = [
        ["Harbour", "2025", None],
        [None, "Boats", "Nets"],
        ["North", 4, 5],
        ["South", 6, 7],
    ]

    def merge(book: Any) -> None:
        book["Boats"].merge_cells("B1:C1")
        book["Boats"].merge_cells("A1:A2")

    (table,) = [
        block
        for block in content.blocks(reading(workbook(("Boats", rows), change=merge)))
        if isinstance(block, Table)
    ]
    assert [(cell.colspan, cell.rowspan) for cell in table.head[0].cells] == [(1, 2), (2, 1)]
    assert len(table.head) == 2
    assert table.columns == 3


def test_what_is_hidden_is_left_out_and_told() -> None:
    def hide(book: Any) -> None:
        book["Boats"].row_dimensions[3].hidden = True
        book["Boats"].column_dimensions["C"].hidden = True
        book["Secret"].sheet_state = "hidden"
        from openpyxl.comments import Comment

        book["Boats"]["A2"].comment = Comment("ask again", "Ann")

    found = reading(workbook(("Boats", BOATS), ("Secret", [["Draft", "Plan"], ["X", 9]]), change=hide))
    assert tables(found) == [[("Harbour", "Boats"), ("North", "1204")]]
    assert {reason for _, reason in left_out(found)} == {
        "hidden row",
        "hidden column",
        "hidden sheet",
        "comment",
    }
    assert any("Draft" in text for text, _ in left_out(found))
    assert rules(found).count("left-out") == 4


def test_a_formula_is_its_stored_value_and_one_without_is_told() -> None:
    found = reading(workbook(("Boats", [*BOATS, ["Sum", "=B2+B3", 1]])))
    assert "formula-without-value" in rules(found)
    assert not any("=B2" in cell for table in tables(found) for row in table for cell in row)


def test_long_and_wide_sheets_are_cut_and_told() -> None:
    rows: list[list[object]] = [
        ["name", *range(MOST_COLUMNS + 2)],
        *([at, at] for at in range(MOST_ROWS + 9)),
    ]
    (found,) = (reading(workbook(("Boats", rows))),)
    assert "table-cut" in rules(found)
    assert "10 rows and 3 columns of 'Boats'" in found.diagnostics[0].message
    (table,) = tables(found)
    assert len(table) == MOST_ROWS


def test_a_csv_is_one_table() -> None:
    found = reading(b"Harbour;Boats;Share\nNorth;1.204;12,5 %\nSouth;310;3 %\n", "boats.csv")
    assert tables(found) == [
        [("Harbour", "Boats", "Share"), ("North", "1.204", "12,5 %"), ("South", "310", "3 %")]
    ]
    (table,) = [block for block in content.blocks(found) if isinstance(block, Table)]
    assert len(table.head) == 1


def test_a_csv_in_another_encoding_is_told() -> None:
    found = reading("Hafen,Boote\nSüd,3\nNörd,4\n".encode("cp1252"), "boats.csv")
    assert tables(found)[0][1] == ("Süd", "3")
    assert "encoding-guessed" in rules(found)


def test_tabs_part_cells() -> None:
    assert tables(reading(b"a, b\tc\n1\t2\n", "boats.tsv")) == [[("a, b", "c"), ("1", "2")]]


def test_a_csv_that_is_too_long_is_cut() -> None:
    data = b"name,n\n" + b"".join(b"x%d,%d\n" % (at, at) for at in range(MOST_ROWS + 99))
    found = reading(data, "boats.csv")
    assert "table-cut" in rules(found)


@given(
    st.lists(
        st.lists(st.text("abc ,\"\n'äß1.", min_size=1, max_size=6).filter(str.strip), min_size=3, max_size=3),
        min_size=2,
        max_size=6,
    )
)
def test_no_word_of_a_csv_is_lost(rows: list[list[str]]) -> None:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    found = reading(out.getvalue().encode(), "boats.csv", lang="en")
    have = "".join(found.text.split())
    for row in rows:
        for cell in row:
            assert "".join(cell.split()) in have


def test_a_locked_or_damaged_workbook_is_refused() -> None:
    for data, rule in (
        (b"PK\3\4broken", "document-damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "document-encrypted"),
    ):
        with pytest.raises(PressroomError) as refused:
            reading(data)
        assert refused.value.diagnostic.rule == rule


def _repacked(data: bytes, name: str, content: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.namelist():
            new.writestr(entry, content if entry == name else old.read(entry))
    return out.getvalue()


@pytest.mark.parametrize(
    "part",
    [
        b'<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet>&a;</worksheet>',
        b"<worksheet>" + b" " * 90_000_000 + b"</worksheet>",
    ],
)
def test_a_hostile_workbook_is_refused(part: bytes) -> None:
    with pytest.raises(PressroomError) as refused:
        reading(_repacked(workbook(("Boats", BOATS)), "xl/worksheets/sheet1.xml", part))
    assert refused.value.diagnostic.rule == "document-refused"


def changed(old: bytes, new: bytes) -> bytes:
    """A workbook with a change in the XML of its sheet."""
    with zipfile.ZipFile(io.BytesIO(workbook(("Boats", BOATS)))) as package:
        parts: dict[str, str | bytes] = {name: package.read(name) for name in package.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"]
    assert isinstance(sheet, bytes)
    assert old in sheet
    return zipped({**parts, "xl/worksheets/sheet1.xml": sheet.replace(old, new)})


@pytest.mark.parametrize(
    "written",
    [
        '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
        '<mergeCells><mergeCell ref="&#65;1:XFD1048576"/></mergeCells>',
        "<mergeCells>" + '<mergeCell ref="$A$1:$AN$500"/>' * 200 + "</mergeCells>",
        '<hyperlinks><hyperlink display="a > b" ref="XFD1048576:A1" location="x"/></hyperlinks>',
    ],
)
def test_what_reaches_over_more_cells_than_any_report_has_is_refused(written: str) -> None:
    with pytest.raises(PressroomError) as caught:
        reading(changed(b"</sheetData>", b"</sheetData>" + written.encode()))
    assert caught.value.diagnostic.rule == "source-too-large"


@pytest.mark.parametrize(
    "written",
    [
        b"<!--" + b"<c " * 300_000 + b"-->",
        b'<row r="9"><c r="A9"><f/>' + b" " * 200_000 + b"<x/></c></row>",
    ],
)
def test_formulas_without_a_value_are_counted_in_linear_time(written: bytes) -> None:
    began = time.process_time()
    found = reading(changed(b"</sheetData>", written + b"</sheetData>"))
    assert time.process_time() - began < 10  # seconds; hours, where each place looks at all that follow
    assert tables(found)[0][1] == ("North", "1204", "0.125")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\rb,c\n1,2\n", [("b", "c"), ("1", "2")]),
        ("x,y\r1,2\r", [("x", "y"), ("1", "2")]),
        ("x;y\r\n1;2\r\n", [("x", "y"), ("1", "2")]),
    ],
)
def test_lines_of_csv_end_as_on_any_system(text: str, shown: list[tuple[str, ...]]) -> None:
    assert tables(reading(text.encode(), "x.csv")) == [shown]


def test_a_cell_that_no_table_has_is_refused_with_its_line() -> None:
    for text, line in (("a" * 140_000 + ",b\n1,2\n", 1), ("x,b\n1," + "a" * 140_000 + "\n", 2)):
        with pytest.raises(PressroomError) as caught:
            reading(text.encode(), "x.csv")
        assert caught.value.diagnostic.where == f"x.csv:{line}"
        assert caught.value.diagnostic.rule == "not-a-table"


def test_a_small_sheet_takes_the_work_of_its_own_cells(monkeypatch: pytest.MonkeyPatch) -> None:
    read_cell, seen = workbook_module._read_cell, list[Any]()
    monkeypatch.setattr(workbook_module, "_read_cell", lambda *given: seen.append(given) or read_cell(*given))
    read(workbook(("One", [["Name", "Count"], ["North", 12]])), "small.xlsx", ReaderSettings())
    assert len(seen) == 4
