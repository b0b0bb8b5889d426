"""Tables."""

from __future__ import annotations

import re

from lxml import etree

from pressroom.writers.docx.body.pictures import EMU_TWIP
from pressroom.writers.docx.styles.definitions import CELL_MARGIN
from tests.writers.docx.opened import body, document
from tests.writers.docx.pages import drawing


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
