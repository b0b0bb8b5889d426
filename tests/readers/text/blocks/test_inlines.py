"""Lines joined to running text."""

from __future__ import annotations

import pytest

from pressroom.model.document import List, Paragraph
from pressroom.model.inline import Text, words
from pressroom.readers.text.blocks.inlines import LineJoiner
from tests.readers.text.reading import BODY, read


def test_lines_are_joined_by_one_space_that_stands_for_the_break() -> None:
    text = "\n".join(
        [
            "Words that were wrapped at a column by some",
            "editor go on in the next line and are one",
            "paragraph in the end.",
        ]
    )
    (paragraph,) = read(text).blocks
    assert isinstance(paragraph, Paragraph)
    assert paragraph.inlines == (Text(text.replace("\n", " "), 0),)


def test_windows_line_ends_stay_in_the_text_and_leave_the_words() -> None:
    text = "\r\n".join(
        [
            "Words that were wrapped at a column by some",
            "editor go on in the next line and are one",
            "paragraph in the end.",
        ]
    )
    (paragraph,) = read(text).blocks
    assert isinstance(paragraph, Paragraph)
    assert words(paragraph.inlines) == text.replace("\r\n", " ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The committee discussed the infor-\nmation that was given to it, as infor-\nmation goes. The information was new.",  # noqa: E501 - the text as a source has it
            "the information that was given to it, as information goes",
        ),
        (
            "The plan for the coming years is long-\nterm in its nature and it takes a long\nterm view. A long-term plan is rare.",  # noqa: E501 - the text as a source has it
            "is long-term in",
        ),
        (
            "The soft\xadware of the ministry was old\xad\nfashioned, and it had to be replaced by\nother means.",  # noqa: E501 - the text as a source has it
            "The software of",
        ),
    ],
)
def test_hyphens_at_line_ends(text: str, expected: str) -> None:
    (paragraph,) = read(text).blocks
    assert isinstance(paragraph, Paragraph)
    assert expected in words(paragraph.inlines)


WRAPPED = "For the limits of the farmers and the {0}-\n{1} ones, who wrote before."


def join(text: str) -> str:
    return words(LineJoiner(text, "test.txt", frozenset()).join(0, len(text)))


@pytest.mark.parametrize(
    ("first", "second", "word"),
    [
        ("self", "employed", "self-employed"),
        ("long", "standing", "long-standing"),
        ("non", "resident", "non-resident"),
        ("twenty", "five", "twenty-five"),
        ("co", "operative", "co-operative"),
        ("mid", "career", "mid-career"),
        ("high", "income", "high-income"),
        ("far", "mers", "farmers"),
        ("self", "ish", "selfish"),
        ("non", "sensical", "nonsensical"),
        ("high", "est", "highest"),
        ("long", "ing", "longing"),
        ("lim", "it", "limit"),
        ("hus", "bandry", "husbandry"),
    ],
)
def test_words_that_a_hyphen_joins_keep_it_at_a_line_end(first: str, second: str, word: str) -> None:
    assert f"the {word} ones" in join(WRAPPED.format(first, second))


@pytest.mark.parametrize(("first", "second"), [("pre", "and post-war"), ("Ein", "und Ausfuhr")])
def test_a_hyphen_that_stands_for_a_later_word_keeps_its_space(first: str, second: str) -> None:
    assert f"the {first}- {second} ones" in join(WRAPPED.format(first, second))


@pytest.mark.parametrize("mark", ["\x0b", "\u2028"])
def test_a_line_break_within_a_paragraph_is_one(mark: str) -> None:
    document = read(
        f"The depot\n\nThe roof is finished.{mark}There are 24 points.{mark}\nAll is well here.\n"
    )
    first, second = document.blocks
    assert isinstance(first, Paragraph)
    assert words(first.inlines) == "The roof is finished.\nThere are 24 points."
    assert (first.span.line_start, second.span.line_start) == (3, 4)


def test_a_list_within_a_paragraph_of_slides_is_a_list() -> None:
    (block,) = read("Towns of the coast\n\n• Alven\x0b• Brook\x0bthe old one\x0b• Halden").blocks
    assert isinstance(block, List)
    assert [words(item.blocks[0].inlines) for item in block.items] == [
        "Alven",
        "Brook\nthe old one",
        "Halden",
    ]


def test_a_paragraph_separator_parts_paragraphs() -> None:
    assert len(read("The depot\n\nThe roof is finished.\u2029There are 24 points.").blocks) == 2


def test_a_no_break_space_beside_a_space_is_one_space() -> None:
    text = (
        f"Of quays \xa0and berths\n\n{BODY}\xa0 It is new. \xa0 It costs 3\xa0000 pounds, dis- \xa0or so.\n"
    )
    document = read(text)
    assert document.title
    assert words(document.title.inlines) == "Of quays and berths"
    (paragraph,) = document.blocks
    assert isinstance(paragraph, Paragraph)
    assert words(paragraph.inlines) == f"{BODY} It is new. It costs 3\xa0000 pounds, dis- or so."


@pytest.mark.parametrize(
    ("text", "words_of_it"),
    [
        ("a{}b\n", "a b"),
        ("a\xa0 \nb{}b\n", "a b b"),
        ("a\x0bb{}b\n", "a\nb b"),
        ("abc-\ndef{}ghi\n", "abcdef ghi"),
    ],
)
def test_a_long_run_of_spaces_is_looked_at_once(text: str, words_of_it: str) -> None:
    lines = text.format(" " * 100_000)  # the limit of time tells whether each space looks at all others
    joined = LineJoiner(lines, "a.txt", frozenset()).join(0, len(lines) - 1)
    assert " ".join(words(joined).split(" ")).split() == words_of_it.split()
