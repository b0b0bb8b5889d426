"""Tables."""

from __future__ import annotations

import re

import pytest
from lxml import etree

from pressroom.check.docx_file import check
from pressroom.writers.docx import write
from pressroom.writers.docx.body.pictures import EMU_TWIP
from pressroom.writers.docx.styles.definitions import CALLOUT_INSET, CELL_MARGIN, LIST_STEP
from tests.writers.docx.opened import W, body, document, parts
from tests.writers.docx.pages import drawing, page


def test_table_rows_repeat_their_head_and_stay_whole() -> None:
    xml = document()
    assert xml.count("<w:tblHeader/>") == 1
    assert xml.count("<w:cantSplit/>") == xml.count("<w:tr>") + xml.count("<w:tr ")
    assert '<w:tblCaption w:val="Table 1 Stations"/>' in xml
    assert '<w:tblDescription w:val="Station, North, South"/>' in xml
    assert '<w:vMerge w:val="restart"/>' in xml
    assert '<w:gridSpan w:val="2"/>' in xml


def test_a_picture_in_a_cell_fits_between_its_margins() -> None:
    figure = "<figure class='chart' data-figure='f'><img src='asset:f' alt='x'></figure>"
    root = body(f"<table><tr><td>{figure}</td><td>Words</td></tr></table>", drawings={"f": drawing(500, 50)})
    xml = etree.tostring(root, encoding="unicode")
    widths = re.findall(r'<w:tcW w:w="(\d+)"', xml)
    across = re.findall(r'<wp:extent cx="(\d+)"', xml)
    assert [int(size) // EMU_TWIP for size in across] == [int(widths[0]) - CELL_MARGIN]


NUMBER = "£9,649,656"
LETTERS_AT_LEAST = 80  # twips of a digit of the house's face at full size, 9 points


def wide(columns: int = 13) -> str:
    heads = "".join(f"<th class='num'>Month {at}</th>" for at in range(columns))
    cells = "".join(f"<td class='num'>{NUMBER}</td>" for _ in range(columns))
    return (
        f"<table><thead><tr><th>Region</th>{heads}</tr></thead>"
        f"<tbody><tr><td>Northern Highlands</td>{cells}</tr></tbody></table>"
    )


QUOTE, ITEM = "<blockquote>{}</blockquote>", "<ul><li><p>item</p>{}</li></ul>"
CELL, NOTE = "<table><tr><td>{}</td></tr></table>", "<p>a<span class='footnote'>{}</span></p>"
BOX = "<aside class='callout note'><p class='callout-title'>Note</p>{}</aside>"


@pytest.mark.parametrize(
    ("main", "wanted"),
    [
        (f"<p>ahead.</p>{wide()}<p>behind</p>", ["ahead.", "Region", "behind"]),
        (f"<p>ahead.</p>{BOX.format(wide())}<p>behind</p>", ["ahead.", "NoteRegion", "behind"]),
        (
            f"<p>ahead.</p>{BOX.format(f'<p>in it.</p>{wide()}<p>on.</p>')}<p>behind</p>",
            ["ahead.Notein it.", "Region", "on.behind"],
        ),
        (f"<p>ahead.</p>{QUOTE.format(wide())}<p>behind</p>", ["ahead.", "Region", "behind"]),
        (
            f"<p>ahead.</p><ul><li><p>item</p>{wide()}</li></ul><p>behind</p>",
            ["ahead.item", "Region", "behind"],
        ),
    ],
)
def test_a_wide_table_has_its_page_on_its_side_whatever_it_stands_in(main: str, wanted: list[str]) -> None:
    root = body(main)
    sections, words = [], ""
    for node in root:
        table = node.tag == f"{W}tbl"
        words += "Region" if table else "".join(node.itertext(f"{W}t"))
        for size in node.iter(f"{W}pgSz"):
            sections.append((words, size.get(f"{W}orient")))
            words = ""
    assert sections == list(zip(wanted, (None, "landscape", None), strict=True))
    assert check(write(page(main)), "x.docx") == ()
    for cell in root.iter(f"{W}tc"):
        said = "".join(cell.itertext(f"{W}t"))
        width = int(cell.find(f"{W}tcPr/{W}tcW").get(f"{W}w"))
        (size,) = {node.get(f"{W}val") for node in cell.iter(f"{W}sz")}
        assert int(size) >= 13
        if said == NUMBER:
            assert width >= len(NUMBER) * LETTERS_AT_LEAST * int(size) / 18


@pytest.mark.parametrize("inner", ["{}", BOX, QUOTE, ITEM])
@pytest.mark.parametrize("outer", [CELL, NOTE])
def test_no_page_is_turned_within_a_cell_or_a_note(outer: str, inner: str) -> None:
    files = parts(write(page(f"<p>x</p>{outer.format(inner.format(wide()))}<p>y</p>")))
    assert b"landscape" not in files["word/document.xml"]
    assert b"sectPr" not in files.get("word/footnotes.xml", b"")


def test_a_table_in_a_box_begins_where_its_words_do() -> None:
    small = "<table><tr><td>a</td></tr></table>"
    for main, indent in (
        (small, "0"),
        (BOX.format(small), str(CALLOUT_INSET)),
        (QUOTE.format(small), str(LIST_STEP)),
    ):
        (found,) = body(f"<p>x</p>{main}").iter(f"{W}tblInd")
        assert found.get(f"{W}w") == indent
