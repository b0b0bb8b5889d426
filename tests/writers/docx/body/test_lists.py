"""Lists in Word's own numbering."""

from __future__ import annotations

from pressroom.writers.docx import write
from tests.writers.docx.opened import W, body, parts
from tests.writers.docx.pages import page


def test_nested_lists_are_counted_by_word() -> None:
    root = body(
        "<ul><li>a<ol type='i' start='4'><li>b</li></ol></li></ul><ol><li>c</li></ol><ol><li>d</li></ol>"
    )
    marks = [
        (node.find(f"{W}ilvl").get(f"{W}val"), node.find(f"{W}numId").get(f"{W}val"))
        for node in root.iter(f"{W}numPr")
    ]
    assert [level for level, _ in marks] == ["0", "1", "0", "0"]
    assert len({ident for _, ident in marks}) == 4  # each list counts by itself


def test_a_list_begins_where_its_source_begins() -> None:
    numbering = parts(write(page("<ol start='7' type='A'><li>x</li></ol>")))["word/numbering.xml"].decode()
    assert 'w:numFmt w:val="upperLetter"' in numbering
    assert '<w:startOverride w:val="7"/>' in numbering
