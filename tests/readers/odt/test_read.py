# ruff: noqa: E501 - XML and RTF read better unbroken
"""OpenDocument texts."""

# ruff: noqa: E501 - XML and RTF read better unbroken
from __future__ import annotations

import pytest

from pressroom.errors import PressroomError
from pressroom.model.document import Image, List, Paragraph, Table
from pressroom.model.inline import Link, Strong, Subscript, Superscript, Text
from tests.readers import content
from tests.readers.packages import odt, png, zipped
from tests.readers.reading import parse


def test_odt_headings_lists_tables_notes_and_pictures() -> None:
    styles = (
        '<style:style style:family="text" style:name="B"><style:text-properties fo:font-weight="bold"/></style:style>'
        '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" text:start-value="3"/>'
        '<text:list-level-style-bullet text:level="2"/></text:list-style>'
    )
    document = parse(
        odt(
            '<text:h text:outline-level="1">T</text:h><text:h text:outline-level="2">One</text:h>'
            '<text:p>over <text:span text:style-name="B">1,100</text:span><text:note><text:note-citation>1</text:note-citation>'
            "<text:note-body><text:p>Note</text:p></text:note-body></text:note> <text:a xlink:href='https://x.org'>here</text:a></text:p>"
            '<text:list text:style-name="L"><text:list-item><text:p>a</text:p><text:list><text:list-item><text:p>b</text:p>'
            "</text:list-item></text:list><text:p>c</text:p></text:list-item></text:list>"
            "<table:table><table:table-header-rows><table:table-row><table:table-cell table:number-columns-spanned='2'><text:p>H</text:p>"
            "</table:table-cell><table:covered-table-cell/></table:table-row></table:table-header-rows><table:table-row>"
            "<table:table-cell><text:p>1</text:p></table:table-cell><table:table-cell><text:p>2</text:p></table:table-cell>"
            "</table:table-row></table:table><text:p><draw:frame><draw:image xlink:href='Pictures/a.png'/><svg:desc>A map</svg:desc>"
            "</draw:frame></text:p><text:tracked-changes><text:p>Old <text:span>and</text:span> gone</text:p></text:tracked-changes><text:table-of-content>"
            "<text:p>One 2</text:p></text:table-of-content>",
            styles,
            **{"Pictures/a__png": png()},
        ),
        "odt",
    )
    assert content.headings(document) == [(0, "T"), (1, "One")]
    paragraph, listed, table, image = document.sections[0].blocks
    assert any(isinstance(entry, Strong) for entry in paragraph.inlines)
    assert any(isinstance(entry, Link) for entry in paragraph.inlines)
    assert isinstance(listed, List)
    assert (listed.style, listed.start, len(listed.items[0].blocks)) == ("decimal", 3, 3)
    assert isinstance(table, Table)
    assert (table.head[0].cells[0].colspan, len(table.body[0].cells)) == (2, 2)
    assert isinstance(image, Image)
    assert (image.alt, len(document.assets), len(document.footnotes)) == ("A map", 1, 1)
    assert {left.reason: document.text[left.span.start : left.span.end] for left in document.left_out} == {
        "deleted by a tracked change": "Old and gone",
        "contents list made by the word processor": "One 2",
    }


@pytest.mark.parametrize(
    ("position", "kind"),
    [
        ("super", Superscript),
        ("super 58%", Superscript),
        ("33%", Superscript),
        ("sub", Subscript),
        ("sub 58%", Subscript),
        ("-33% 58%", Subscript),
        ("0% 100%", Text),
    ],
)
def test_odt_letters_above_and_below_the_line(position: str, kind: type) -> None:
    styles = (
        '<style:style style:family="text" style:name="P">'
        f'<style:text-properties style:text-position="{position}"/></style:style>'
    )
    document = parse(odt('<text:p>H<text:span text:style-name="P">2</text:span></text:p>', styles), "odt")
    (paragraph,) = document.blocks
    assert isinstance(paragraph, Paragraph)
    assert type(paragraph.inlines[-1]) is kind
    assert content.words(document) == "H2"


def test_odt_list_without_a_style_has_points() -> None:
    document = parse(odt("<text:list><text:list-item><text:p>a</text:p></text:list-item></text:list>"), "odt")
    (listed,) = document.blocks
    assert isinstance(listed, List)
    assert (listed.style, listed.start) == ("bullet", 1)


def test_odt_metadata_and_heads_of_pages() -> None:
    document = parse(
        odt(
            "<text:p>words</text:p>",
            meta__xml="<m><title>Of quays</title><creator>Ann Example</creator><subject>Harbours</subject>"
            "<keyword>quay</keyword><keyword>crane</keyword></m>",
            styles__xml='<s xmlns:text="t"><header><text:p>Head</text:p></header><footer><text:p>Foot</text:p></footer></s>',
        ),
        "odt",
    )
    assert document.title
    assert document.title.text == "Of quays"
    assert document.metadata.author == ("Ann Example",)
    assert (document.metadata.subject, document.metadata.keywords) == ("Harbours", ("quay", "crane"))
    left = {entry.reason: document.text[entry.span.start : entry.span.end] for entry in document.left_out}
    assert left == {"page header": "Head", "page footer": "Foot"}


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (zipped({"a": "b"}), "document-damaged"),
        (zipped({"content.xml": "<a/>"}), "document-no-text"),
        (
            zipped({"content.xml": "<a/>", "META-INF/manifest.xml": "<x encryption-data='1'/>"}),
            "document-encrypted",
        ),
        (b"no zip", "document-damaged"),
    ],
)
def test_odt_that_cannot_be_read(data: bytes, rule: str) -> None:
    with pytest.raises(PressroomError) as caught:
        parse(data, "odt")
    assert caught.value.diagnostic.rule == rule
