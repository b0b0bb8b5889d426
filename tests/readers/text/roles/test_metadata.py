"""What a text says of itself."""

from __future__ import annotations

import pytest

from tests.readers.text.reading import BODY, read


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Ann Example, Estates", ("Ann Example, Estates",)),
        ("Ann Example, Director of Estates", ("Ann Example, Director of Estates",)),
        ("Ann Example, Bo Sample and Jan van der Berg", ("Ann Example", "Bo Sample", "Jan van der Berg")),
        ("Press office", ("Press office",)),
    ],
)
def test_an_office_is_no_author_of_its_own(written: str, names: tuple[str, ...]) -> None:
    document = read(f"A plain title\n\nFrom: {written}\nTo: Everybody\n\n{BODY}\n")
    assert document.metadata.author == names


@pytest.mark.parametrize(
    ("line", "date"),
    [
        (
            "LEEDS, 4 June 2026 – The company has ordered 42 trains, it said today, for its lines.",
            "2026-06-04",
        ),
        (
            "Berlin, 4. Juni 2026 – Das Ministerium hat heute seinen Bericht über den Winter vorgelegt.",
            "2026-06-04",
        ),
        ("Minutes of the ordinary meeting held on Tuesday 12 May 2026 at the town hall", "2026-05-12"),
        ("Minutes of the meeting held in the Guildhall on Tuesday 12 May 2026 at 7.00 pm", "2026-05-12"),
        ("SEATTLE, Jan. 7, 2026 /PRNewswire/ -- The carrier ordered 42 aeroplanes today.", "2026-01-07"),
        ("LONDON, June 4, 2026 (GLOBE NEWSWIRE) -- The bank has a new chair, it said.", "2026-06-04"),
        ("NEW YORK--(BUSINESS WIRE)--June 4, 2026-- The bank has a new chair, it said.", "2026-06-04"),
        ("Bern, 4.6.2026 (BFS) – Die Zahl der Wohnungen ist um 2 Prozent gestiegen.", "2026-06-04"),
        ("MEMPHIS, Tenn. (June 4, 2026) – The firm has asked 1,008 people in a survey.", "2026-06-04"),
        ("Frankfurt am Main, 4. Juni 2026 – Die Bank hat heute ihre Zahlen vorgelegt.", "2026-06-04"),
        ("(SO) - On the reference date of 3rd September 2014, 480 boats lay in the harbour.", ""),
        ("The census was held on 3 September 2014, and 480 boats were counted in it.", ""),
        ("On 3 September 2014 - a day of storms - 480 boats lay in the harbour.", ""),
        ("The bridge was built on 4 June 1926 and has been painted 12 times since then.", ""),
    ],
)
def test_a_date_of_the_document_in_its_first_lines(line: str, date: str) -> None:
    assert read(f"A title for it\n\n{line}\n\n{BODY}\n").metadata.date == date


def test_a_title_among_the_settings_is_kept() -> None:
    document = read(f"Title: A heat plan\nLang: en-GB\nMarking: DRAFT\n\n{BODY}\n")
    assert dict(document.metadata.settings) == {"title": "A heat plan", "marking": "DRAFT"}


@pytest.mark.parametrize(
    ("title", "line", "said", "date"),
    [
        ("Words at the opening of the quay", "(4 May 2026)", "4 May 2026", "2026-05-04"),
        ("Port board monthly meeting, 4 May 2026", "Ann Roe was in the chair.", "4 May 2026", "2026-05-04"),
        ("Letter to the board", "THE PORT,     4 May 2026.", "THE PORT, 4 May 2026", "2026-05-04"),
    ],
)
def test_the_day_of_a_paper_as_its_head_prints_it(title: str, line: str, said: str, date: str) -> None:
    document = read(f"{title}\n\n{line}\n\n{BODY}\n\n{BODY}\n")
    assert (document.metadata.date_text, document.metadata.date) == (said, date)
