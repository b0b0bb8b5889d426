"""What each template prints of a text, and what it leaves out because the text does not say it."""

from __future__ import annotations

import re

import pytest

import pressroom

RELEASE = """PRESS RELEASE

Two boats for the Sound

HARBOUR, 1 June 2026 – Some 150 passengers fit on each of the 2 boats, which cost £41 million.

ENDS

Contact

Press office: 000 0000

About the port

The port has 212 staff.
"""
MEMO = """Roof to be renewed

To: Heads of department
From: Miriam Locke
Date: 3 March 2026

The roof must be renewed. Some 38 of the 96 lead sheets are cracked, which costs £24,000 a year.
"""


def page(text: str, template: str, **settings: object) -> str:
    """The page that a template makes of a text, on one line."""
    made = pressroom.make(text.encode(), ("html",), name="text.txt", template=template, **settings)
    html = made.outputs["html"].decode()
    return re.sub(r"\s+", " ", html.partition("<body")[2])


def test_a_release_has_its_facts_first_and_what_is_for_editors_last() -> None:
    html = page(RELEASE, "press-release")
    assert html.index('class="tiles facts"') < html.index("HARBOUR") < html.index("ENDS")
    assert html.index("ENDS") < html.index('<section class="level-1 closing">')
    facts = html.partition("</ul>")[0]
    assert "£41 million" in facts
    assert "212" not in facts, "what stands under the text is no fact of it"


@pytest.mark.parametrize(("facts", "count"), [(0, 0), (1, 1)])
def test_a_release_has_as_many_facts_as_are_chosen(facts: int, count: int) -> None:
    html = page(RELEASE, "press-release", options={"facts": facts})
    assert html.count('<li class="tile"') == count


def test_an_embargo_stands_on_top_and_none_is_printed_where_there_is_none() -> None:
    assert "embargo" not in page(RELEASE, "press-release")
    html = page(RELEASE, "press-release", embargo="6 a.m. on 5 June 2026")
    assert html.index("Embargoed until 6 a.m.") < html.index("<h1")


def test_a_memo_has_its_head_over_the_title_and_no_key_numbers() -> None:
    html = page(MEMO, "memo")
    assert re.search(r"<dt>To</dt> ?<dd>Heads of department</dd>", html)
    assert html.index("Miriam Locke") < html.index("<h1") < html.index("The roof must be")
    assert "key-numbers" not in html
    assert "key-numbers" in page(MEMO, "memo", options={"key_numbers": True})


def test_a_memo_takes_from_its_settings_what_the_text_does_not_say() -> None:
    html = page(
        "Roof to be renewed\n\nThe roof must be renewed.\n",
        "memo",
        author="Miriam Locke",
        date="2026-03-03",
        lang="en-GB",
    )
    assert re.search(r"<dt>From</dt> ?<dd>Miriam Locke</dd> ?<dt>Date</dt> ?<dd>3 March 2026</dd>", html)
    assert "<dt>To</dt>" not in html


def test_a_subject_that_the_title_repeats_is_printed_once() -> None:
    html = page("To: All staff\nFrom: Estates\nSubject: Roof works\n\nThe roof must be renewed.\n", "memo")
    assert html.count("Roof works") == 1


def test_a_memo_without_a_head_has_none() -> None:
    assert "<dl" not in page("Roof to be renewed\n\nThe roof must be renewed.\n", "memo")


def test_a_picture_of_the_text_stands_ahead_of_its_end() -> None:
    text = RELEASE.replace("ENDS", "Some 26 of the 40 crossings are by day.\n\nENDS")
    html = page(text, "press-release")
    assert 0 < html.index("<figure") < html.index("ENDS")
