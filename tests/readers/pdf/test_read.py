"""PDFs to documents."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressroom.errors import PressroomError
from pressroom.model.document import Document, List, Paragraph, Table
from pressroom.model.inline import words
from pressroom.readers import ReaderSettings, read
from pressroom.readers.pdf import read as pdf_reader
from pressroom.readers.pdf.layout import glyphs
from pressroom.readers.pdf.layout.furniture import find_furniture
from pressroom.readers.pdf.layout.page import Box, PdfPage, PdfWord
from tests.readers import content
from tests.readers.pdf.making import At, Mark, Picture, Rule, paragraph, pdf

FULL = "Boats left the harbour before the storm came in from the west, and all of them were back by the"


def reading(*pages: list[Mark], outline: Sequence[tuple[str, int]] = ()) -> Document:
    return read(pdf(*pages, outline=outline), "brief.pdf", ReaderSettings())


def paragraphs(document: Document) -> list[str]:
    return [words(block.inlines) for block in content.blocks(document) if isinstance(block, Paragraph)]


def headings(document: Document) -> list[tuple[int, str, str]]:
    return [
        (section.heading.level, section.heading.number, section.heading.text) for section in document.walk()
    ]


def rules(document: Document) -> list[str]:
    return [found.rule for found in document.diagnostics]


def left_out(document: Document) -> list[tuple[str, str]]:
    return [(document.text[one.span.start : one.span.end], one.reason) for one in document.left_out]


def test_lines_of_a_paragraph_are_joined_and_their_hyphens_mended() -> None:
    found = reading(
        paragraph(
            70, 90, FULL, "evening, the harbour master said, though two had lost their nets in the infor-"
        )
        + paragraph(70, 114, "mation system of the long-", "term plan. The information came late.")
    )
    assert paragraphs(found) == [
        FULL + " evening, the harbour master said, though two had lost their nets in the information system"
        " of the long-term plan. The information came late."
    ]


def test_a_gap_an_indent_and_a_short_line_begin_paragraphs() -> None:
    found = reading(
        [
            *paragraph(70, 90, FULL, "evening."),
            *paragraph(70, 122, FULL, "night."),
            At(85, 146, "The " + FULL[:89]),
            *paragraph(70, 158, FULL, "morning."),
            At(85, 182, "No " + FULL[:89]),
        ]
    )
    assert [text.split()[0] for text in paragraphs(found)] == ["Boats", "Boats", "The", "No"]


def test_a_paragraph_goes_on_over_a_page_with_its_head_and_number() -> None:
    pages = [
        [At(70, 40, "Harbour Office", 8), At(290, 810, f"{number}", 8), *paragraph(70, 90, *lines)]
        for number, lines in (
            (3, ("It was late. " + FULL[:83], FULL)),
            (4, ("evening, when the wind had gone.", FULL)),
            (5, ("morning. The rest is silence.",)),
        )
    ]
    found = reading(*pages)
    assert paragraphs(found) == [
        f"It was late. {FULL[:83]} {FULL} evening, when the wind had gone.",
        f"{FULL} morning. The rest is silence.",
    ]
    assert {reason for _, reason in left_out(found)} == {"page number", "running head or foot of a page"}
    assert [text for text, _ in left_out(found)].count("Harbour Office") == 3
    assert "left-out" in rules(found)


def test_two_columns_are_read_one_after_the_other_with_what_crosses_them() -> None:
    left = [f"left column line {at} tells of boats and of nets" for at in range(8)]
    right = [f"right column line {at} tells of winds and of rain" for at in range(8)]
    found = reading(
        [
            At(70, 60, "A headline over both of the columns", 18, bold=True),
            *[
                mark
                for at in range(8)
                for mark in (At(70, 90 + 12 * at, left[at]), At(310, 90 + 12 * at, right[at]))
            ],
        ]
    )
    assert found.title is not None
    assert found.title.text == "A headline over both of the columns"
    text = " ".join(paragraphs(found))
    assert text == " ".join(left + right)


def test_headings_have_the_rank_of_their_size_and_weight() -> None:
    def part(y: float, heading: At) -> list[Mark]:
        return [heading, *paragraph(70, y + 24, FULL, "evening.")]

    found = reading(
        [
            At(70, 60, "The harbour in winter", 22),
            *part(90, At(70, 90, "1. What was done", 14, bold=True)),
            *part(160, At(70, 160, "Boats", 10, bold=True)),
            *part(230, At(70, 230, "Nets", 10, bold=True)),
            *part(300, At(70, 300, "2. What comes next", 14, bold=True)),
        ]
    )
    assert found.title is not None
    assert found.title.text == "The harbour in winter"
    assert headings(found) == [
        (1, "1", "What was done"),
        (2, "", "Boats"),
        (2, "", "Nets"),
        (1, "2", "What comes next"),
    ]
    assert all(section.heading.guessed for section in found.walk())


def test_sentences_in_bold_are_headings_where_there_are_several() -> None:
    def part(y: float) -> list[Mark]:
        return [
            At(70, y, "The boats were back by the evening.", bold=True),
            *paragraph(70, y + 24, FULL, "evening."),
        ]

    assert len(headings(reading([*part(90), *part(160)]))) == 2
    assert headings(reading(part(90))) == []


def test_running_text_beside_much_code_in_small_type_is_no_heading() -> None:
    said = (
        "The boats of the north quay were mended in the winter.",
        "They sail again in the spring of the year.",
    )
    code = paragraph(
        70, 200, *(f"<boat id={at} quay=north state=mended/>" for at in range(30)), size=8, pitch=9
    )
    found = reading(
        [
            At(70, 60, "The harbour in winter", 20),
            At(70, 90, "Boats", 14, bold=True),
            *(At(70, 110 + 24 * at, line, 11) for at, line in enumerate(said)),
            At(70, 170, "See the list of boats at the quay", 11),
            *code,
            At(70, 500, "Nets", 14, bold=True),
            *(At(70, 520 + 24 * at, line, 11) for at, line in enumerate(said)),
        ]
    )
    assert headings(found) == [(1, "", "Boats"), (1, "", "Nets")]


def test_words_of_a_picture_are_no_headings() -> None:
    boxes = [At(70 + 90 * at, 200 + 40 * at, f"Step {at}", 12, bold=True) for at in range(5)]
    found = reading([*paragraph(70, 90, FULL, "evening."), *boxes, *paragraph(70, 400, FULL, "evening.")])
    assert headings(found) == []


def test_labels_of_a_chart_are_no_headings() -> None:
    def panel(at: int) -> list[Mark]:
        y = 90 + 90 * at
        ticks = " ".join(str(day) for day in range(1, 31))
        return [At(70, y, f"Layer {at} of the net", 14, bold=True), At(70, y + 30, ticks, 10)]

    chart = [mark for at in range(6) for mark in panel(at)]
    assert headings(reading(chart)) == []
    below = paragraph(70, 660, "Figure 3. How much each of the layers carried on each of the days of", "May.")
    assert headings(reading([*chart, *below])) == []


@pytest.mark.parametrize(("step", "found"), [(0, 4), (7, 8)])
def test_a_line_at_the_same_height_of_page_after_page_is_no_heading(step: int, found: int) -> None:
    def page(at: int, name: str) -> list[Mark]:
        again = 390 + step * at
        head = [At(70, 130, name, 14, bold=True), At(70, again, "Harbour Office", 14, bold=True)]
        return [*head, *paragraph(70, 160, FULL, "evening."), *paragraph(70, again + 30, FULL, "evening.")]

    document = reading(*(page(at, name) for at, name in enumerate(("Boats", "Nets", "Ropes", "Sails"))))
    assert len(headings(document)) == found


def test_a_frame_round_the_page_is_no_part_of_a_table() -> None:
    grid: list[Mark] = [
        At(74 + 120 * x, 330 + 20 * y, text) for y, row in enumerate(TABLE) for x, text in enumerate(row)
    ]
    grid += [Rule(70, 316 + 20 * y, 430, 316 + 20 * y) for y in range(5)]
    grid += [Rule(70 + 120 * x, 316, 70 + 120 * x, 396) for x in range(4)]
    sides = [
        (40, 40, 560, 40),
        (40, 40, 40, 800),
        (430, 40, 430, 800),
        (40, 800, 560, 800),
        (40, 396, 70, 396),
    ]
    frame = [Rule(*side) for side in sides]
    text = [mark for at in range(8) for mark in paragraph(70, 90 + 24 * at, FULL[:70])]
    found = reading([*text, *grid, *frame])
    (table,) = [block for block in content.blocks(found) if isinstance(block, Table)]
    assert [tuple(cell for cell in row if cell) for row in cells(table)] == TABLE


def test_tags_that_call_all_of_a_page_no_text_are_not_believed() -> None:
    words = [
        PdfWord(text, Box(70, 30 + 14 * at, 120, 40 + 14 * at), 40.0 + 14 * at, 10.0, tag="Artifact")
        for at, text in enumerate(("Title", "words", "more", "text"))
    ]
    page = PdfPage(1, 595, 842, tuple(words))
    assert find_furniture([page]) == {}
    mixed = [replace(word, tag="" if at else "Artifact") for at, word in enumerate(words)]
    assert find_furniture([replace(page, words=tuple(mixed))])[1][1] == [
        ("Title", "running head or foot of a page")
    ]


def test_bookmarks_say_what_is_a_heading() -> None:
    page = [
        At(70, 90, "Boats"),
        *paragraph(70, 114, FULL, "evening."),
        At(70, 160, "Nets"),
        At(70, 184, FULL),
    ]
    found = reading(page, outline=[("Boats", 0), ("Nets", 0)])
    assert headings(found) == [(1, "", "Boats"), (1, "", "Nets")]
    assert not any(section.heading.guessed for section in found.walk())


@pytest.mark.parametrize("mark", ["•", "-", "–"])
def test_items_with_marks_are_a_list_with_their_depths(mark: str) -> None:
    found = reading(
        [
            *paragraph(70, 90, FULL, "evening:"),
            At(
                80, 120, f"{mark} boats that were at sea when the storm came in from the west and the men who"
            ),
            At(90, 132, "sailed them"),
            At(80, 146, f"{mark} nets"),
            At(110, 160, f"{mark} of the trawlers"),
            At(80, 174, f"{mark} ropes"),
            *paragraph(70, 200, FULL),
        ]
    )
    made = [block for block in content.blocks(found) if isinstance(block, List)]
    outer, inner = made
    texts = [words(item.blocks[0].inlines) for item in outer.items if isinstance(item.blocks[0], Paragraph)]
    assert texts[0].endswith("the men who sailed them")
    assert texts[1:] == ["nets", "ropes"]
    assert len(inner.items) == 1


def test_letters_that_only_begin_lines_are_bullets() -> None:
    found = reading(
        [*paragraph(70, 90, FULL, "evening:"), *[At(80, 120 + 14 * at, f"¤ item {at}") for at in range(3)]]
    )
    (made,) = (block for block in content.blocks(found) if isinstance(block, List))
    assert len(made.items) == 3


def test_a_headline_in_the_look_of_numbered_headings_is_the_title() -> None:
    parts: list[Mark] = []
    for at in range(3):
        parts += [
            At(70, 120 + 80 * at, f"{at + 1}. Part", 14),
            *paragraph(70, 144 + 80 * at, FULL, "evening."),
        ]
    found = reading([At(70, 60, "The harbour in winter", 14), *paragraph(70, 84, FULL[:80] + "."), *parts])
    assert found.title is not None
    assert found.title.text == "The harbour in winter"


def test_numbered_items_count() -> None:
    found = reading(
        [
            *paragraph(70, 90, FULL, "evening:"),
            *[At(80, 120 + 14 * at, f"{at + 1}. item {at}") for at in range(3)],
        ]
    )
    made = [block for block in content.blocks(found) if isinstance(block, List)]
    assert [(block.style, len(block.items)) for block in made] == [("decimal", 3)]


TABLE = [
    ("Harbour", "Boats", "Share"),
    ("North", "1,204", "12.5%"),
    ("South", "310", "3.1%"),
    ("East", "87", "0.9%"),
]


def cells(table: Table) -> list[tuple[str, ...]]:
    return [tuple(words(cell.inlines) for cell in row.cells) for row in table.head + table.body]


def test_a_table_is_found_by_its_columns() -> None:
    marks = [
        At(70 + 120 * x, 120 + 14 * y, text) for y, row in enumerate(TABLE) for x, text in enumerate(row)
    ]
    found = reading([*paragraph(70, 90, FULL), *marks, *paragraph(70, 200, FULL)])
    (table,) = [block for block in content.blocks(found) if isinstance(block, Table)]
    assert cells(table) == TABLE
    assert len(table.head) == 1


def test_a_table_is_found_by_its_lines_and_takes_its_caption() -> None:
    marks: list[Mark] = [
        At(74 + 120 * x, 130 + 20 * y, text) for y, row in enumerate(TABLE) for x, text in enumerate(row)
    ]
    marks += [Rule(70, 116 + 20 * y, 430, 116 + 20 * y) for y in range(5)]
    marks += [Rule(70 + 120 * x, 116, 70 + 120 * x, 196) for x in range(4)]
    found = reading([*paragraph(70, 80, FULL), At(70, 108, "Table 2: Boats by harbour"), *marks])
    (table,) = [block for block in content.blocks(found) if isinstance(block, Table)]
    assert cells(table) == TABLE
    assert (table.label, words(table.caption)) == ("Table 2", "Boats by harbour")


def test_a_note_is_called_by_its_raised_figure() -> None:
    found = reading(
        [
            *paragraph(70, 90, FULL),
            At(70, 102, "evening"),
            At(105, 98, "1", 6),
            At(108.4, 102, ", the master said, and " + FULL[:50]),
            At(70, 780, "1 As counted by the harbour office.", 8),
        ]
    )
    (note,) = found.footnotes
    assert isinstance(note.blocks[0], Paragraph)
    assert words(note.blocks[0].inlines) == "As counted by the harbour office."
    assert paragraphs(found)[0].startswith(f"{FULL} evening, the master said")
    assert len(found.blocks) == 1


def test_a_list_of_contents_is_left_out() -> None:
    entries = [At(70, 100 + 14 * at, f"Chapter {at} {'.' * 40} {at + 3}") for at in range(4)]
    found = reading([At(70, 70, "Contents", 14, bold=True), *entries, *paragraph(70, 200, FULL, FULL)])
    assert paragraphs(found) == [f"{FULL} {FULL}"]
    assert {reason for _, reason in left_out(found)} == {"list of contents"}


def test_hidden_words_and_words_beside_the_page_are_not_printed() -> None:
    found = reading(
        [*paragraph(70, 90, FULL), At(70, 120, "secret draft", raw="3 Tr"), At(900, 120, "far away")]
    )
    assert paragraphs(found) == [FULL]
    assert left_out(found) == [("secret draft", "hidden text"), ("far away", "text beside the page")]


def test_a_page_that_is_a_picture_is_told_and_a_file_of_them_refused() -> None:
    found = reading(paragraph(70, 90, FULL), [Picture()])
    assert "pdf-scanned" in rules(found)
    with pytest.raises(PressroomError, match="OCR") as refused:
        reading([Picture()], [Picture()])
    assert refused.value.diagnostic.rule == "pdf-scanned"


def test_text_over_the_picture_of_a_page_is_read() -> None:
    found = reading([Picture(), At(70, 90, FULL, raw="3 Tr")])
    assert paragraphs(found) == [FULL]


def test_a_locked_file_is_refused() -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf(paragraph(70, 90, FULL)))) as opened:
        opened.save(out, encryption=pikepdf.Encryption(owner="owner", user="user"))
    with pytest.raises(PressroomError, match="password") as refused:
        read(out.getvalue(), "brief.pdf", ReaderSettings())
    assert refused.value.diagnostic.rule == "document-encrypted"


CIRCLE = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[2 0 R]/Count 1>>endobj\ntrailer<</Root 1 0 R>>"
)


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.4 nothing", pdf([At(70, 90, "x")])[:300], CIRCLE])
def test_a_broken_file_is_refused(data: bytes) -> None:
    with pytest.raises(PressroomError) as refused:
        read(data, "brief.pdf", ReaderSettings())
    assert refused.value.diagnostic.rule == "document-damaged"


def test_too_many_pages_are_refused() -> None:
    with pytest.raises(PressroomError) as refused:
        reading(*[[At(70, 90, "x")]] * 601)
    assert refused.value.diagnostic.rule == "source-too-large"


def test_a_page_with_more_letters_than_anybody_reads_is_cut_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(glyphs, "MOST_LETTERS", 150)
    found = reading(paragraph(70, 90, FULL, FULL), paragraph(70, 90, "Short."))
    assert "page-cut" in rules(found)
    assert "page 1 hold" in next(one.message for one in found.diagnostics if one.rule == "page-cut")


def test_letters_that_are_drawn_twice_are_read_once() -> None:
    found = reading(
        [At(70, 90, "A line in false bold"), At(70.3, 90, "A line in false bold"), *paragraph(70, 120, FULL)]
    )
    assert content.words(found).count("false bold") == 1


WORDS = st.lists(st.text("abcdefghijklmnopqrstuvwxyz", min_size=2, max_size=9), min_size=1, max_size=5).map(
    " ".join
)
MARKS = st.builds(
    At,
    st.integers(40, 60),
    st.integers(30, 810),
    WORDS,
    st.sampled_from([7, 9, 10, 10, 10, 14, 22]),
    st.booleans(),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(MARKS, min_size=1, max_size=14), min_size=1, max_size=3))
def test_no_word_is_lost_wherever_it_stands(pages: list[list[Mark]]) -> None:
    # lines of their own: overlapping ones are no text that anybody could read
    apart = [[mark for at, mark in enumerate(page) if _is_apart(mark, page[:at])] for page in pages]
    found = reading(*apart)
    have = found.text.replace("-", "").split()
    for page in apart:
        for mark in page:
            assert isinstance(mark, At)
            for word in mark.text.split():
                assert any(word in each for each in have)


def _is_apart(mark: Mark, others: list[Mark]) -> bool:
    assert isinstance(mark, At)
    return all(
        isinstance(other, At) and abs(mark.y - other.y) > 1.5 * max(mark.size, other.size) for other in others
    )


def test_more_letters_than_any_report_are_refused_with_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_reader, "MOST_LETTERS", 40)
    few = [At(50, 100, "Thirty letters stand on a page")]
    assert "Thirty letters" in read(pdf(few), "x.pdf", ReaderSettings()).text
    with pytest.raises(PressroomError, match="first 2 pages hold more than 40 letters") as caught:
        read(pdf(few, few, few), "x.pdf", ReaderSettings())
    assert caught.value.diagnostic.rule == "source-too-large"


def test_a_file_of_nothing_but_signs_has_no_text() -> None:
    with pytest.raises(PressroomError, match="stand for no characters") as refused:
        reading([At(70, 90, "! ! ?")])
    assert refused.value.diagnostic.rule == "pdf-without-characters"


def test_a_number_of_its_own_begins_a_heading() -> None:
    found = reading(
        [
            At(70, 90, "1 Boats", 14, bold=True),
            At(70, 106, "1.1 Boats at night", 14, bold=True),
            *paragraph(70, 130, FULL, "evening."),
        ]
    )
    assert [text for _, _, text in headings(found)] == ["Boats", "Boats at night"]


def test_a_title_that_is_set_wide_is_one() -> None:
    found = reading(
        [
            At(230, 90, "REPORT OF THE", 10, bold=True),
            At(225, 110, "HARBOUR OFFICE", 10, bold=True),
            *paragraph(70, 150, FULL, FULL, "evening."),
        ]
    )
    assert found.title is not None
    assert words(found.title.inlines) == "REPORT OF THE HARBOUR OFFICE"


def test_cells_that_stand_apart_are_no_heading() -> None:
    text = paragraph(70, 90, FULL, "evening.")
    apart = [At(70, 130, "For", 10, bold=True), At(250, 130, "Against", 10, bold=True)]
    assert headings(reading([*text, *apart, *paragraph(70, 150, FULL, "evening.")])) == []


def test_text_beside_short_notes_is_a_column() -> None:
    lines = [At(70, 90 + 12 * at, "Boats left the harbour before the storm came in", 10) for at in range(14)]
    notes = [At(420, 94 + 36 * at, name, 10) for at, name in enumerate(("Home", "News", "Events", "About"))]
    found = reading([*lines, *notes])
    assert found.text.index("Home") > found.text.rindex("storm")


def test_letters_of_no_size_break_nothing() -> None:
    small = paragraph(60, 100, "One line of small letters", "and another one", size=0.01, pitch=0.01)
    none = paragraph(60, 200, "One line of no size", "and another one of none", size=0)
    document = reading([*small, *none, *paragraph(60, 300, "A line that all can read.")])
    assert "A line that all can read." in document.text
