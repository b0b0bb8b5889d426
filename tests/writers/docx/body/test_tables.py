"""Tables."""

from __future__ import annotations

from tests.writers.docx.opened import document


def test_table_rows_repeat_their_head_and_stay_whole() -> None:
    xml = document()
    assert xml.count("<w:tblHeader/>") == 1
    assert xml.count("<w:cantSplit/>") == xml.count("<w:tr>") + xml.count("<w:tr ")
    assert '<w:tblCaption w:val="Table 1 Stations"/>' in xml
    assert '<w:tblDescription w:val="Station, North, South"/>' in xml
    assert '<w:vMerge w:val="restart"/>' in xml
    assert '<w:gridSpan w:val="2"/>' in xml
