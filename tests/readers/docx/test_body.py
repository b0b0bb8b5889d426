# ruff: noqa: E501 - XML reads better unbroken
"""Paragraphs and what stands between them."""

# ruff: noqa: E501 - XML reads better unbroken
from __future__ import annotations

from pressroom.model.document import (
    Divider,
    Paragraph,
    Table,
)
from tests.readers import content
from tests.readers.docx.reading import NAMESPACE, parse, reasons
from tests.readers.packages import cell, p, word


def test_tracked_changes_comments_and_hidden_text() -> None:
    document = parse(
        word(
            "<w:p><w:ins><w:r><w:t>New</w:t></w:r></w:ins><w:del><w:r><w:delText>Old</w:delText></w:r></w:del>"
            '<w:r><w:commentReference w:id="0"/></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r></w:p>'
            + p("joined", properties="<w:rPr><w:del/></w:rPr>")
            + p("here"),
            '<Relationship Id="c" Type="KIND/comments" Target="comments.xml"/>'
            '<Relationship Id="h" Type="KIND/header" Target="header1.xml"/>',
            comments__xml=f"<w:comments xmlns:w='{NAMESPACE}'><w:comment><w:p><w:r><w:t>Why?</w:t></w:r></w:p></w:comment>"
            "</w:comments>",
            header1__xml=f"<w:hdr xmlns:w='{NAMESPACE}'><w:p><w:r><w:t>Head</w:t></w:r></w:p></w:hdr>",
        )
    )
    assert content.words(document) == "New joined here"
    assert reasons(document) == {
        "deleted by a tracked change": "Old",
        "hidden text": "secret",
        "comment": "Why?",
        "page header": "Head",
    }


def test_lines_drawn_below_empty_paragraphs_part_the_text() -> None:
    border = '<w:pBdr><w:bottom w:val="single"/></w:pBdr>'
    none = '<w:pBdr><w:bottom w:val="none"/></w:pBdr>'
    empty = "<w:p><w:pPr>{}</w:pPr></w:p>"
    document = parse(word(p("one") + empty.format(border) + p("two") + empty.format(none) + p("three")))
    assert [type(block) for block in document.blocks] == [Paragraph, Divider, Paragraph, Paragraph]


def test_an_embedded_file_of_another_format_is_told() -> None:
    document = parse(word(p("Here") + '<w:altChunk r:id="c"/><w:altChunk r:id="d"/>'))
    assert content.words(document) == "Here"
    assert [entry.rule for entry in document.diagnostics] == ["part-dropped"]


def test_a_paragraph_whose_end_is_deleted_is_kept_where_no_other_follows() -> None:
    gone = "<w:rPr><w:del/></w:rPr>"
    table = f"<w:tbl><w:tr>{cell('one')}{cell('two')}</w:tr></w:tbl>"
    document = parse(word(p("before", properties=gone) + table + p("after", properties=gone)))
    first, second, third = document.blocks
    assert isinstance(first, Paragraph)
    assert isinstance(second, Table)
    assert isinstance(third, Paragraph)
    assert content.words(document) == "before one two after"
