# ruff: noqa: E501 - texts read better unbroken
"""Page numbers, running heads and feet."""

from __future__ import annotations

import pytest

from pressroom.model.document import Document
from pressroom.readers.text.lines.lines import split_lines
from pressroom.readers.text.units.furniture import RUNNING_HEAD, find_page_lines
from tests.readers import content
from tests.readers.text.covering import outline, shapes
from tests.readers.text.reading import BODY, read


def test_page_furniture_is_left_out() -> None:
    pages = [
        f"Annual Review 2024\n\n{BODY} It is page {number}.\n\nPage {number} of 4\n\f"
        for number in range(1, 5)
    ]
    document = read("".join(pages))
    assert len([left for left in document.left_out if left.reason == "page number"]) == 4
    assert len([left for left in document.left_out if left.reason.startswith("running head")]) == 3
    assert outline(document) == ["= Annual Review 2024"]
    assert shapes(document) == ["body"] * 4


def test_a_running_head_is_the_title_where_no_other_is() -> None:
    def page(number: int, words: str) -> str:
        return f"Water Report\nPage {number}\n\n{words}\n\n{BODY}\n\n"

    first = read(page(1, "Water Report\n\nIntroduction") + page(2, "Leakage") + page(3, "Quality"))
    assert outline(first) == ["= Water Report", "Introduction", "Leakage", "Quality"]
    assert [left.reason for left in first.left_out].count("running head or foot of a page") == 3
    other = page(1, "Leakage in the Year") + page(2, "Causes") + page(3, "Cures")
    assert outline(read(other))[0] == "= Leakage in the Year"
    foot = [f"Water Report\n\n{words}\n\n{BODY}\n\nPage 1\n" for words in ("Introduction", "Leakage", "Law")]
    assert outline(read("".join(foot))) == ["= Water Report", "Introduction", "Leakage", "Law"]


def test_a_running_head_may_have_the_page_at_its_end() -> None:
    def page(number: int, head: str) -> str:
        return f"Water Review 2025          Page {number} of 3\n\n{head}\n\n{BODY}\n\n"

    document = read(page(1, "WATER REVIEW") + page(2, "Quality") + page(3, "Outlook"))
    assert outline(document) == ["= WATER REVIEW", "Quality", "Outlook"]
    assert len(document.left_out) == 3


def test_a_running_head_is_known_by_the_ends_of_pages_alone() -> None:
    page = f"Water Review 2025\n\n{BODY}\n"
    ended = split_lines("\f".join([page] * 3))
    assert find_page_lines(ended) == dict.fromkeys((3, 6), RUNNING_HEAD)  # the first is the title
    assert find_page_lines(split_lines(page * 3)) == {}


@pytest.mark.parametrize(
    ("above", "number", "below", "found"),
    [
        ("Roe 17 Trustee LARK", "2896", "69/26 CHAIR'S REPORT", [6]),
        ("The minutes were approved.", "1204", "69/26 Chair's report", [6]),
        ("Votes cast", "2896", "69/26 CHAIR'S REPORT", []),  # its own name
        ("Roe 17 Trustee LARK", "2026", "69/26 CHAIR'S REPORT", []),  # a year
        ("Roe 17 Trustee LARK", "17", "69/26 CHAIR'S REPORT", []),
        ("Roe 17 Trustee LARK", "2896", "71/26 CHAIR'S REPORT", []),  # items are missing between
    ],
)
def test_one_page_of_a_book_of_minutes(above: str, number: str, below: str, found: list[int]) -> None:
    lines = split_lines(f"Minutes\n\n68/26 INTERESTS\n\n{above}\n\n{number}\n\n{below}\n\nShe spoke.\n")
    assert list(find_page_lines(lines)) == found


def text_of(document: Document) -> str:
    return content.words(document)


CELLS = ["Year", "Boats", "2021", "14", "2022", "15", "2023", "16", "Sum", "45", "p. 9", "7/10", "8/10"]


@pytest.mark.parametrize("gap", ["\n\n", "\n"])
@pytest.mark.parametrize("feed", ["", "\f"])
def test_figures_of_a_table_are_no_page_numbers(gap: str, feed: str) -> None:
    text = f"The boats\n\n{BODY}\n\n{gap.join(CELLS[:10])}\n\n{feed}{BODY}\n"
    document = read(text)
    assert document.left_out == ()
    assert all(cell in text_of(document) for cell in CELLS[:10])


def test_ranks_with_cells_between_are_no_page_numbers() -> None:
    rows = "\n\n".join(f"{rank}\n\nHarbour {rank}\n\n{rank * 9},200 tonnes" for rank in range(1, 9))
    assert read(f"The harbours\n\n{BODY}\n\n{rows}\n\n{BODY}\n").left_out == ()


def test_a_count_in_a_line_of_its_own_stays_where_pages_end() -> None:
    page = f"{BODY} {BODY}\n{{}}\n"
    text = "\f".join(page.format(end) for end in ("at least\n100", "in all\n250", "Only one was saved."))
    document = read(text)
    assert document.left_out == ()
    assert "100" in text_of(document)


def test_a_row_of_a_table_that_comes_again_is_no_running_head() -> None:
    pages = [
        f"Page {number}\nTotal   {value},500\n\n{BODY}\n" for number, value in ((1, 105), (2, 120), (3, 131))
    ]
    assert {left.reason for left in read("\n".join(pages)).left_out} == {"page number"}


@pytest.mark.parametrize(("lines", "left"), [("3/10\n\n4/10", 2), ("3/10\n\n7/10", 0), ("9/10\n\n3 of 4", 0)])
def test_pages_of_a_whole_count_on_and_scores_do_not(lines: str, left: int) -> None:
    document = read(f"A title\n\n{BODY}\n\n{lines}\n\n{BODY}\n")
    assert len(document.left_out) == left


@pytest.mark.parametrize("blank", ["", "\n"])
@pytest.mark.parametrize("first", [1, 7])
def test_numbers_and_heads_of_pages_go_without_blank_lines(blank: str, first: int) -> None:
    words = [
        f"{BODY}\nThe board met again, and its work took {n} days in all."
        for n in ("nine", "ten", "six", "two")
    ]
    pages = [f"Harbour Report\n{blank}{text}\n{blank}{first + at}\n" for at, text in enumerate(words)]
    document = read("".join(pages))
    assert outline(document) == ["= Harbour Report"]
    assert [left.reason for left in document.left_out].count("page number") == 4
    assert [left.reason for left in document.left_out].count("running head or foot of a page") == 3


def test_the_title_stays_where_two_lines_head_each_page() -> None:
    def page(number: int, words: str) -> str:
        return f"Minutes of the Board\nMeeting in Alven        Page {number} of 3\n\n{words}\n"

    text = "\f".join([page(1, f"1 Present\n{BODY}"), page(2, f"2 Fees\n{BODY}"), page(3, f"3 Boats\n{BODY}")])
    assert outline(read(text)) == ["= Minutes of the Board", "1 Present", "2 Fees", "3 Boats"]


@pytest.mark.parametrize(
    ("end", "begin", "joined"),
    [
        ("that the reserve for the pier was not", "needed any more.", "was not needed any more."),
        ("that the boats of the fishermen were under-", "way to the pier.", "were under-way to the pier."),
        ("that the boats of the long-", "established fishermen came.", "the long-established fishermen"),
    ],
)
def test_a_sentence_goes_on_over_the_end_of_a_page(end: str, begin: str, joined: str) -> None:
    def page(number: int, words: str) -> str:
        return f"Harbour Report\n\n{words}\n\nPage {number}\n"

    first, second = page(1, f"The boats\n\n{BODY} The board took note\n{end}"), page(2, f"{begin} {BODY}")
    document = read(f"{first}\f{second}\f{page(3, BODY)}")
    assert joined in text_of(document)


def test_a_new_sentence_begins_a_paragraph_on_the_next_page() -> None:
    first, second = f"Harbour Report\n\n{BODY}\n\nPage 1\n", f"Harbour Report\n\n{BODY}\n\nPage 2\n"
    assert shapes(read(f"{first}\f{second}")) == ["body"] * 2


@pytest.mark.parametrize("between", ["   ", " | "])
def test_a_running_head_may_end_with_the_bare_number_of_its_page(between: str) -> None:
    head = f"Coastal Office | Quays{between}"
    document = read(
        f"Quays of Alven\n\n{BODY} {BODY}\n\n{head}1\n\n{BODY} {BODY}\n\n{head}2\n\n{BODY} {BODY}\n".replace(
            " |    ", "   "
        )
    )
    assert "Coastal" not in text_of(document)


@pytest.mark.parametrize("rows", ["Ships   1\nShips   2", "Quay 4   12\nQuay 4   90"])
def test_rows_with_figures_are_no_running_heads(rows: str) -> None:
    assert "Ships" in text_of(read(f"Quays\n\n{BODY} {BODY}\n\n{rows}\n".replace("Quay 4", "Ships")))


def test_two_pages_that_were_copied_end_with_the_same_words_and_their_numbers() -> None:
    document = read(
        f"Quays\nCosts\n{BODY} {BODY}\nAlven Paper 2/2026\n7\nGains\n{BODY} {BODY}\nAlven Paper 2/2026\n8\n"
    )
    assert "Paper" not in text_of(document)
    assert not any(line in ("7", "8") for line in text_of(document).split("\n"))


def test_the_title_is_told_from_the_running_head_that_has_a_second_line_on_later_pages() -> None:
    foot = "Quay Plan\nVersion 2.1"
    document = read(
        f"Quay Plan\n\nWho it is for\n{BODY} {BODY}\n\nPage 4 of 9\n{foot}\n\nCosts\n{BODY} {BODY}\n\nPage 5 of 9\n{foot}\n"
    )
    assert document.title is not None
    assert document.title.text == "Quay Plan"
    assert "Version" not in text_of(document)


COUNCIL = f"Minutes\n\n{BODY} {BODY}\n\n{{}}\n\n{BODY} {BODY}\n\n{{}}\n\n{BODY} {BODY}\n"


def test_two_numbers_of_four_digits_that_count_on_are_those_of_pages() -> None:
    left = read(COUNCIL.format(2896, 2897)).left_out
    assert [entry.reason for entry in left] == ["page number", "page number"]


@pytest.mark.parametrize("numbers", [(2896, 2900), (2025, 2026), (28, 29)])
def test_two_other_numbers_are_none(numbers: tuple[int, int]) -> None:
    assert not read(COUNCIL.format(*numbers)).left_out


def test_a_number_alone_is_no_heading() -> None:
    assert outline(read(COUNCIL.format(2896, 3120))) == ["= Minutes"]
