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


MINUTES = """Minutes of the meeting of 12 May 2026

Present: Ann Amory (Chair), Ben Castle
Apologies: Lena Voss

1. Finance
1.1 Decision: the accounts were approved.
1.2 Action (Clerk): publish the accounts by 29 May.

2. Library
2.1 Nothing was decided.
"""


def test_minutes_gather_decisions_and_actions_in_the_words_of_the_text() -> None:
    html = page(MINUTES, "minutes")
    assert re.search(r"<dt>Present</dt> ?<dd>Ann Amory \(Chair\), Ben Castle</dd>", html)
    assert re.search(r"<li>the accounts were approved\. <a [^>]*>\(1\)</a>", html)
    row = r"<td>publish the accounts by 29 May\.</td> ?<td>Clerk</td> ?<td><a [^>]*>1</a></td>"
    assert re.search(row, html)
    assert html.index('class="gathered"') < html.index("1.1 Decision")


def test_minutes_without_decisions_gather_nothing() -> None:
    assert "gathered" not in page("Minutes of a walk\n\nPresent: Ann\n\nWe walked.\n", "minutes")
    chosen = {"decisions": False, "actions": False}
    assert "gathered" not in page(MINUTES, "minutes", options=chosen)


REPORT = "# Water\n\nWater is short.\n\n## Wells\n\nDry.\n\n### North\n\nDry.\n\n## Annex A\n\nTables.\n"


def test_a_report_numbers_headings_that_have_no_number() -> None:
    html = page(REPORT, "report")
    assert re.findall(r'<span class="number">([^<]*)</span> ?(\w+)', html) == [
        ("1", "Wells"),
        ("1.1", "North"),
    ]
    assert '<section class="level-1 annex">' in html
    assert 'class="number"' not in page(REPORT, "report", options={"numbered": False})


def test_a_report_that_numbers_its_headings_keeps_its_numbers() -> None:
    html = page("Water\n\n4. Wells\n\nThey are dry.\n\n5. Rivers\n\nThey are low.\n", "report")
    assert re.findall(r'<span class="number">([^<]*)</span>', html) == ["4", "5"]


def test_a_report_has_contents_between_its_cover_and_its_text() -> None:
    html = page(REPORT, "report")
    assert html.index("</header>") < html.index('<nav class="contents') < html.index("<main>")
    assert page(REPORT, "report", chapters="page").startswith(' data-paper="A4" data-chapters="page"')


FACTS = "# Line\n\nSome 412 people work here.\n\n## Trains\n\nOver 94 per cent of trains are on time.\n"


def test_a_factsheet_has_numbers_by_section_and_the_text_only_when_asked() -> None:
    html = page(FACTS, "factsheet")
    assert html.index("412") < html.index('<p class="strip-title">Trains</p>') < html.index("94 per cent")
    assert 'href="#src-' not in html, "the sentences are not on the page"
    assert "work here.</p>" not in html
    assert "work here" in page(FACTS, "factsheet", options={"text": True}).partition("<main>")[2]


def test_a_factsheet_of_a_text_without_numbers_is_its_text() -> None:
    assert "Nothing is counted" in page("# Line\n\nNothing is counted.\n", "factsheet")


LETTER = """Mr A. Prior
14 Mill Street
Harwick

Harwick, 9 March 2026

Dear Mr Prior,

The reading room opens on Monday, at ten in the morning, and we should be glad to see you there.

Yours sincerely,

Edda Lorne
"""


def test_a_letter_has_its_parts_in_their_places() -> None:
    html = page(LETTER, "letter")
    places = [
        html.index(each) for each in ('class="recipient"', 'class="dateline"', "Dear Mr", "The reading")
    ]
    assert places == sorted(places)
    assert "<h1" not in html, "no subject is made of the name of the file"


@pytest.mark.parametrize(("paper", "window"), [("A4", "din"), ("Letter", "us")])
def test_the_window_of_a_letter_goes_by_the_paper(paper: str, window: str) -> None:
    assert f'data-window="{window}"' in page(LETTER, "letter", paper=paper)


def test_a_speech_is_its_text_alone() -> None:
    html = page("Speech by Ines Waldner\n\nToday 312 of 400 children came to the valley school.\n", "speech")
    assert "key-numbers" not in html
    assert "<figure" not in html
