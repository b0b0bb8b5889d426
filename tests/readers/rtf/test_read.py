# ruff: noqa: E501 - XML and RTF read better unbroken
"""Rich Text Format."""

# ruff: noqa: E501 - XML and RTF read better unbroken
from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressroom.errors import PressroomError
from pressroom.model.document import Image, List, Paragraph, Table
from pressroom.model.inline import Link
from pressroom.model.inline import words as inline_words
from tests.readers import content
from tests.readers.packages import png
from tests.readers.reading import parse

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
    assert [entry.href for entry in paragraph.inlines if isinstance(entry, Link)] == ["https://x.org"]
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
    assert [(entry.rule, entry.where) for entry in document.diagnostics] == [
        ("picture-dropped", document.source)
    ]


def test_rtf_that_ends_without_the_end_of_its_paragraph() -> None:
    document = parse(
        r"{\rtf1{\stylesheet{\s1 Title;}}\pard\s1 The quays\par\pard First.\par Last words", "rtf"
    )
    assert content.headings(document) == [(0, "The quays")]
    assert content.words(document) == "The quays First. Last words"


@pytest.mark.parametrize(("size", "heads"), [(22, []), (23, [(1, "Aims")]), (40, [(1, "Aims")])])
def test_a_line_larger_than_the_text_by_15_per_cent_is_a_heading(size: int, heads: list[object]) -> None:
    text = r"\fs20 Running text that goes on for a while, and ends as sentences do.\par"
    body = r"{\rtf1 \pard" + text + rf"\pard\fs{size} Aims\par\pard" + text + r"\pard" + text + "}"
    assert content.headings(parse(body, "rtf")) == heads


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


def paragraphs(text: str | bytes) -> list[str]:
    document = parse(text, "rtf")
    return [inline_words(block.inlines) for block in document.blocks if isinstance(block, Paragraph)]


def left(text: str | bytes) -> list[tuple[str, str]]:
    document = parse(text, "rtf")
    return [(document.text[each.span.start : each.span.end], each.reason) for each in document.left_out]


HEAD = r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\froman Times;}{\f1\fswiss\fcharset161 Arial Greek;}{\f2\fcharset128 Gothic;}{\f3\fnil\fcharset2 Wingdings;}{\f4\fcharset0\cpg1250 Plain;}}"


@pytest.mark.parametrize("raw", [b"}} \\par {", bytes(range(256)) * 3, b"\\bin9 \\'41{{{", b""])
def test_binary_data_is_skipped_byte_by_byte_whatever_it_looks_like(raw: bytes) -> None:
    picture = rb"{\pict\pngblip\bin" + str(len(raw)).encode() + b" " + raw + b"}"
    assert paragraphs(rb"{\rtf1\pard Ahead.\par" + picture + rb"\pard Behind it.\par}") == [
        "Ahead.",
        "Behind it.",
    ]


def test_binary_data_that_the_file_is_too_short_for_ends_with_it() -> None:
    assert paragraphs(rb"{\rtf1\pard Ahead.\par{\pict\bin99999 abc}") == ["Ahead."]


def test_deleted_words_are_left_out_and_told() -> None:
    text = HEAD + r"The fee is {\deleted\b 40 }{\revised 55 }crowns, \deleted not \deleted0 due in May.\par}"
    assert paragraphs(text) == ["The fee is 55 crowns, due in May."]
    assert left(text) == [("40", "deleted by a tracked change"), ("not", "deleted by a tracked change")]


@pytest.mark.parametrize(
    ("run", "words"),
    [
        (r"{\f1\'e1\'e2}", "αβ"),
        (r"{\f2\'93\'fa\'96\'7b}", "日本"),
        (r"{\f4\'b9}", "ą"),
        (r"{\f3\'fc}", "✓"),
        (r"{\f1\plain\'e9}", "é"),
    ],
)
def test_letters_are_in_the_code_page_of_their_font(run: str, words: str) -> None:
    assert paragraphs(HEAD + rf"Word {run}.\par}}") == [f"Word {words}."]


def test_the_default_font_has_a_code_page_too() -> None:
    assert paragraphs(r"{\rtf1\deff1{\fonttbl{\f1\fcharset204 Cyr;}}\'e4\'e0\par}") == ["да"]


def test_a_star_within_a_group_hides_nothing() -> None:
    assert paragraphs(r"{\rtf1 {\b Kept \*\unknown words} and {\*\unknown gone }more.\par}") == [
        "Kept words and more."
    ]


@pytest.mark.parametrize("rest", ["\0\xa5 rubbish here", "\\par rubbish here"])
def test_what_stands_behind_the_last_brace_is_no_text(rest: str) -> None:
    text = rb"{\rtf1 A sentence.\par}" + rest.encode("latin-1")
    assert paragraphs(text) == ["A sentence."]
    assert [reason for _, reason in left(text)] == ["after the end of the file"]


def test_many_words_behind_the_last_brace_are_a_warning() -> None:
    document = parse(r"{\rtf1 A sentence.\par}" + " words" * 30, "rtf")
    assert [each.rule for each in document.diagnostics] == ["rtf-lost"]


def test_pictures_and_text_boxes_are_read() -> None:
    picture = r"{\*\shppict{\pict\pngblip " + png().hex() + r"}}{\nonshppict{\pict\wmetafile8 0102}}"
    box = r"{\shp{\*\shpinst{\sp{\sn a}{\sv 1}}{\shptxt\pard In a box.\par}}{\shprslt{\*\do In a box.}}}"
    document = parse(rf"{{\rtf1 \pard {picture}\par\pard {box}Beside it.\par}}", "rtf")
    assert [block.src for block in document.blocks if isinstance(block, Image)] == ["picture-1.png"]
    assert content.words(document) == "In a box. Beside it."
    assert document.diagnostics == ()


def test_pictures_that_no_page_can_show_are_told() -> None:
    document = parse(r"{\rtf1 \pard {\pict\wmetafile8 0102}Words.\par}", "rtf")
    assert [each.rule for each in document.diagnostics] == ["rtf-lost"]


@pytest.mark.parametrize(
    ("run", "words"),
    [
        ("{\\tab \\u8226 \\tab}First", "•\tFirst"),
        ("{\\u8226 }First", "•First"),
        ("\\u8226 {First}", "•First"),
        ("\\u8226 \\b First", "•First"),
        ("{\\uc2\\u8226 \\'a1\\'a6First}", "•First"),
        ("\\u8226 ?First", "•First"),
    ],
)
def test_no_letter_is_taken_for_the_plain_form_of_one_before(run: str, words: str) -> None:
    (said,) = paragraphs("{\\rtf1 " + run + "\\par}")
    assert said.split() == words.split()
