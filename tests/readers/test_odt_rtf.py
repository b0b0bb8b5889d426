# ruff: noqa: E501 - XML and RTF read better unbroken
from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressroom.errors import PressroomError
from pressroom.model.document import Document, Image, List, Table
from pressroom.model.inline import Link, Strong
from pressroom.model.inline import words as inline_words
from pressroom.readers import ReaderSettings, read
from tests.readers import content
from tests.readers.packages import odt, png, zipped


def parse(data: bytes | str, ending: str) -> Document:
    document = read(
        data.encode("latin-1") if isinstance(data, str) else data, f"x.{ending}", ReaderSettings()
    )
    assert content.misplaced(document) == []
    return document


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
            "</draw:frame></text:p><text:tracked-changes><text:p>Old</text:p></text:tracked-changes><text:table-of-content>"
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
    assert {left.reason for left in document.left_out} == {
        "deleted by a tracked change",
        "contents list made by the word processor",
    }


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


RTF = r"""{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}{\stylesheet{\s0 Normal;}{\s1 heading 1;}{\s2 heading 2;}}
{\info{\title Info title}{\author A. Roe}}{\header Top of page}
\pard\s1 Report\par\pard\s2{\listtext 1.1\tab}Aims\par
\pard Caf\'e9 \u8211\'96 over {\b 1,100} men{\super 2}; {\field{\*\fldinst{HYPERLINK "https://x.org"}}{\fldrslt here}}{\footnote\pard A {\i note}.}\par
{\listtext\'b7\tab}\ls1\ilvl0 one\par{\listtext 1)\tab}\ls1\ilvl1 in\par
\pard\intbl A\cell B\cell\row\pard\intbl 1\cell 2\cell\row
\pard{\v hidden words}{\*\generator Nobody}{\pict\pngblip 89504e47}Last \{braces\}\line new line.\par}"""


def test_rtf() -> None:
    document = parse(RTF, "rtf")
    assert content.headings(document) == [(0, "Report"), (1, "Aims")]
    section = document.sections[0]
    assert section.heading.number == "1.1"
    paragraph, bullets, table, last = section.blocks
    assert inline_words(paragraph.inlines) == "Café – over 1,100 men2; here"
    assert isinstance(bullets, List)
    inner = bullets.items[0].blocks[1]
    assert isinstance(inner, List)
    assert inner.style == "decimal"
    assert isinstance(table, Table)
    assert [[inline_words(cell.inlines) for cell in row.cells] for row in table.body] == [
        ["A", "B"],
        ["1", "2"],
    ]
    assert inline_words(last.inlines) == "Last {braces}\nnew line."
    assert content.words(document).endswith("A note.")
    assert document.metadata.author == ("A. Roe",)
    assert {left.reason: document.text[left.span.start : left.span.end] for left in document.left_out} == {
        "page header": "Top of page",
        "hidden text": "hidden words",
    }
    assert [entry.rule for entry in document.diagnostics] == ["rtf-lost"]


def test_rtf_beyond_the_basic_plane_and_without_a_heading() -> None:
    document = parse(r"{\rtf1{\info{\title From info}}\uc0 \u-10179 \u-8704 \u8364 5\par}", "rtf")
    assert content.words(document) == "From info 😀€5"


@pytest.mark.parametrize("data", ["no rtf", "", "{\\rtf1" + "{" * 300])
def test_rtf_that_cannot_be_read(data: str) -> None:
    with pytest.raises(PressroomError) as caught:
        parse(data, "rtf")
    assert caught.value.diagnostic.cure


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            (
                "{",
                "}",
                "\\par ",
                "\\b ",
                "\\cell ",
                "\\row ",
                "\\intbl ",
                "{\\footnote ",
                "{\\field ",
                "{\\*\\fldinst HYPERLINK x}",
                "word ",
                "\\u8364 ",
                "\\'e9",
                "\\bin3 ",
                "{\\pict ",
                "{\\listtext 1.}",
                "\\pard ",
                "\\s1 ",
                "{\\v ",
                "{\\header ",
                "\\",
                "\n",
                "\\*",
            )
        ),
        max_size=25,
    ).map("".join)
)
def test_any_rtf_is_read(body: str) -> None:
    parse("{\\rtf1 " + body, "rtf")
