"""Which lines of a PDF are headings, by their look, their words and their place."""

from __future__ import annotations

import pytest

from pressroom.model.document import Document
from pressroom.model.inline import words
from pressroom.readers import ReaderSettings, read
from pressroom.readers.pdf.layout.lines import PdfLine
from pressroom.readers.pdf.layout.page import Box, PdfWord
from pressroom.readers.pdf.paragraphs import PdfPara, is_caption
from pressroom.readers.pdf.words import describe_words
from tests.readers.pdf.making import At, Mark, Rule, paragraph, pdf

FULL = "Boats left the harbour before the storm came in from the west, and all of them were back by the"


def reading(*pages: list[Mark]) -> Document:
    return read(pdf(*pages), "brief.pdf", ReaderSettings())


def headings(document: Document) -> list[str]:
    title = [words(document.title.inlines)] if document.title else []
    return [*title, *(section.heading.text for section in document.walk())]


def test_plain_lines_that_are_underlined_head_the_text_below_them() -> None:
    page: list[Mark] = []
    for at, name in enumerate(("Nets.", "Sails.", "Ropes.")):
        top = 90 + 90 * at
        page += [At(70, top, name), Rule(70, top + 1.5, 70 + 5 * len(name), top + 1.5)]
        page += paragraph(70, top + 26, FULL, "evening.")
    assert headings(reading(page)) == ["Nets.", "Sails.", "Ropes."]


def test_numbered_headings_in_the_size_and_weight_of_short_text_are_no_heap() -> None:
    page: list[Mark] = []
    for at, name in enumerate(("1. NETS", "2. SAILS", "3. ROPES", "4. OARS", "5. LAMPS")):
        page += [At(70, 90 + 60 * at, name, bold=True), At(70, 104 + 60 * at, FULL, bold=True)]
        page += paragraph(70, 118 + 60 * at, "evening.")
    assert headings(reading(page)) == ["NETS", "SAILS", "ROPES", "OARS", "LAMPS"]


def test_a_centred_line_right_on_top_of_text_begins_no_paragraph_with_it() -> None:
    page = [*paragraph(70, 90, FULL, FULL, "evening."), At(233, 150, "II. THE FLEET AT SEA")]
    document = reading([*page, *paragraph(70, 162, FULL, FULL, "evening.")])
    assert headings(document) == ["II. THE FLEET AT SEA"]


def test_two_bold_lines_in_the_middle_are_one_heading() -> None:
    title = [At(262, 90, "The Harbour", bold=True), At(258, 102, "Terms of Use", bold=True)]
    assert headings(reading([*title, *paragraph(70, 130, FULL, FULL, "evening.")])) == [
        "The Harbour Terms of Use"
    ]


def test_numbers_of_lines_are_no_part_of_the_text() -> None:
    numbers = [At(52 if at > 9 else 58, 90 + 24 * (at - 1), str(at)) for at in range(1, 29)]
    text = [At(80, 90 + 24 * (at - 1), FULL[:80]) for at in range(1, 28)]
    order = At(80, 90 + 24 * 27, "IT IS SO ORDERED THAT ALL BOATS RETURN")
    document = reading([*numbers, *text, order])
    assert "1 Boats" not in document.text.replace("\n", " ")
    assert [one.reason for one in document.left_out] == ["numbers of lines"]
    assert all(not section.heading.number for section in document.walk())


def test_a_few_numbers_beside_lines_are_kept() -> None:
    numbers = [At(58, 90 + 24 * (at - 1), str(at)) for at in range(1, 10)]
    text = [At(80, 90 + 24 * (at - 1), FULL[:80]) for at in range(1, 10)]
    assert "numbers of lines" not in [one.reason for one in reading([*numbers, *text]).left_out]


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("Theodore P. Hill", "like a name"),
        ("M. E. Dunn and B. L. Broadhead", "like a name"),
        ("Jorge Javier Muso, Felipe Antonio Antunes, Larissa Pereira", "like a name"),
        ("a b s t r a c t", "known heading"),
    ],
)
def test_words_have_signs(text: str, sign: str) -> None:
    assert sign in describe_words(text)


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("a) Period of the survey", "begins small"),
        ("Boats of the Harbour", "like a name"),
        ("Boats: Nets", "like a name"),
        ("All Boats that Left the Harbour", "like a name"),
    ],
)
def test_words_lack_signs(text: str, sign: str) -> None:
    assert sign not in describe_words(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Figure 3: Boats", True), ("Tables 3 and 4", True), ("Figures Example", False), ("Boxed Boats", False)],
)
def test_a_caption_has_a_number_or_letter_behind_its_label(text: str, expected: bool) -> None:
    box = Box(70, 80, 300, 92)
    line = PdfLine((PdfWord(text, box, 90, 10),), box, 90, 10, False, box, 1, 0)
    assert is_caption(PdfPara([line])) is expected
