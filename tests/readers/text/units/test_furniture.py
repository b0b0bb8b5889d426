"""Page numbers, running heads and feet."""

from __future__ import annotations

from pressroom.readers.text.lines.lines import split_lines
from pressroom.readers.text.units.furniture import RUNNING_HEAD, find_page_lines
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
