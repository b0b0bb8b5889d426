"""The flow of paragraphs, tables and sections."""

from __future__ import annotations

import re

from lxml import etree

from pressroom.check.docx_file import check
from pressroom.writers.docx import write
from tests.writers.docx.opened import W, body, document, parts
from tests.writers.docx.pages import page


def test_a_landscape_section_stands_between_portrait_ones() -> None:
    sizes = re.findall(r'<w:pgSz w:w="(\d+)" w:h="(\d+)"', document())
    assert sizes == [("11906", "16838"), ("16838", "11906"), ("11906", "16838")]


def test_a_report_may_end_in_landscape() -> None:
    root = body("<p>a</p><section class='landscape'><p>b</p></section>")
    sizes = [node.get(f"{W}orient") for node in root.iter(f"{W}pgSz")]
    assert sizes == [None, "landscape"]


def test_two_tables_in_a_row_stay_two() -> None:
    table = "<table><tr><td>a</td></tr></table>"
    tags = [etree.QName(node).localname for node in body(table + table)]
    assert tags == ["tbl", "p", "tbl", "sectPr"]


def test_a_page_break_goes_with_what_follows() -> None:
    root = body("<p>a</p><div class='page-break'></div><p>b</p>")
    assert [node.find(f"{W}pPr/{W}pageBreakBefore") is not None for node in root.iter(f"{W}p")] == [
        False,
        True,
    ]


def test_a_right_to_left_report_is_one_throughout() -> None:
    made = page("<p>مرحبا بكم</p><p>Only English here.</p>", lang="ar", direction="rtl")
    files = parts(write(made))
    xml = files["word/document.xml"].decode()
    assert "<w:bidi/></w:sectPr>" in xml
    assert xml.count('<w:bidi w:val="0"/>') == 1
    assert b'w:bidi="ar"' in files["word/styles.xml"]
    assert check(write(made), "x.docx") == ()


def test_a_number_alone_goes_with_the_report_s_direction() -> None:
    made = page("<p>مرحبا</p><p>1,100</p>", lang="ar", direction="rtl")
    assert b'<w:bidi w:val="0"/>' not in parts(write(made))["word/document.xml"]
