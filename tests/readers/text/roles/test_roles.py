"""Lines that play a part: who wrote, who speaks, where and when."""

from __future__ import annotations

import pytest

from pressroom.model.document import DefinitionList, Paragraph
from tests.readers.text.covering import outline, shapes
from tests.readers.text.reading import BODY, read

SPEECH = """Check against delivery

Opening of the New Library
Speech by the Minister for Culture, Ann Example
Port Sample, 1 September 2026

Madam Mayor,
Dear readers,

"""


def test_a_speech_has_its_title_who_speaks_and_its_day() -> None:
    document = read(f"{SPEECH}{BODY}\n\n{BODY}\n")
    assert document.title is not None
    assert document.title.text == "Opening of the New Library"
    assert [block.role for block in document.blocks if isinstance(block, Paragraph)][:3] == [
        "note",
        "byline",
        "dateline",
    ]
    assert document.metadata.date == "2026-09-01"


def test_question_and_answer_are_no_fields_and_the_interviewer_no_heading() -> None:
    talk = (
        "LIBRARY: And if you are wrong?\n"
        "EXAMPLE: Then we are wrong in writing. Every decision is published with its reasons."
    )
    document = read(f"On books\n\n{BODY}\n\n{talk}\n\n{BODY}\n\nInterview: Ann Example\n")
    assert outline(document) == ["= On books"]
    assert not [block for block in document.blocks if isinstance(block, DefinitionList)]
    last = document.blocks[-1]
    assert isinstance(last, Paragraph)
    assert last.role == "byline"


@pytest.mark.parametrize("line", ["ENDS", "-ENDS-", "###", "– Ende –", "ends"])
def test_the_end_of_a_release_is_a_note(line: str) -> None:
    document = read(f"A release of today\n\n{BODY}\n\n{line}\n\nPress contact\n\n{BODY}\n")
    assert line not in "".join(outline(document))


def test_who_speaks_once_among_others_speaks_by_turns() -> None:
    turns = (
        "CHAIR: Good morning.",
        "MS HART: Thank you.",
        "CHAIR: Please do.",
        "MS HART: It ran.",
        "MR DOYLE: How late?",
    )
    document = read("Hearing of the Committee\n\n" + "".join(f"{turn}\n\n" for turn in turns))
    assert shapes(document) == ["turn"] * 5


@pytest.mark.parametrize("key", ["Source", "Quelle", "Fuente", "Note", "Hinweis"])
def test_a_source_among_fields_is_one_of_them(key: str) -> None:
    document = read(
        f"Theme: Traffic\nLevel: 2\n{key}: Office\nSummary: A first estimate\n\nOf traffic\n\n{BODY}\n"
    )
    fields = document.blocks[0]
    assert isinstance(fields, DefinitionList)
    assert len(fields.items) == 4


@pytest.mark.parametrize(
    "above", ["Figure 1: Traffic", f"{BODY}\n\nRegion: North", "Table 2: Traffic\nNote: of May"]
)
def test_a_source_under_something_else_is_a_note(above: str) -> None:
    assert "note" in shapes(read(f"Of traffic\n\n{BODY}\n\n{above}\nSource: the office\n\n{BODY}\n"))


def test_the_sort_of_paper_may_stand_under_the_title() -> None:
    document = read(f"Opening of the Bridge\n\nCheck against delivery\n\n{BODY}\n\n{BODY}\n")
    assert outline(document) == ["= Opening of the Bridge"]
    assert shapes(document) == ["note", "body", "body"]


@pytest.mark.parametrize(
    ("below", "role"),
    [
        ("Capital: Strelsau\nPopulation: 4.2 million\nCurrency: crown", "standfirst"),
        ("Capital: Strelsau", "body"),  # one line is no block of fields
        (
            "ANNA: And what do you say to those who have to wait for a year? Nothing at all?\n"
            "BEN: That we are sorry for it, and that there is nothing else that we could do about it.",
            "body",
        ),
    ],
)
def test_a_sentence_between_title_and_fields_is_the_standfirst(below: str, role: str) -> None:
    document = read(f"Ruritania\n\nA small country in the middle of Europe.\n\n{below}\n\n{BODY}\n")
    assert shapes(document)[0] == role


def test_the_line_under_the_title_of_a_release_is_its_standfirst() -> None:
    document = read(
        "PRESS RELEASE\n\nCity opens first night bus line\n\n"
        "Buses run every 30 minutes from midnight to five\n\n"
        f"HALLE, 3 March 2026 – {BODY}\n\n{BODY}\n"
    )
    assert outline(document) == ["= City opens first night bus line"]
    assert shapes(document)[:3] == ["note", "standfirst", "body"]


def test_interviews_are_turns() -> None:
    text = "\n\n".join(
        f"{who}: {words}"
        for who, words in [
            ("Reporter", "What did you see that day?"),
            ("Witness", "Nothing that I had not seen before."),
            ("Reporter", "Were you alone?"),
            ("Witness", "I was with my brother and two friends."),
        ]
    )
    found = read(f"A Talk in the Rain\n\n{text}\n")
    assert outline(found) == ["= A Talk in the Rain"]
    assert shapes(found) == ["turn"] * 4


def test_byline_and_dateline() -> None:
    document = read(f"Bridge Closed for Repairs\nBy Ann Example\n3 May 2024\n{BODY}\n{BODY}\n")
    assert shapes(document)[:2] == ["byline", "dateline"]
    assert document.metadata.author == ("Ann Example",)
    assert document.metadata.date == "2024-05-03"


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Text: Ann Example", "byline"),
        ("Text and photos: Ann Example", "byline"),
        ("Photo: Ben Sample / Harbour Office", "note"),
        ("Fotos: Ben Sample", "note"),
    ],
)
def test_a_credit_is_no_heading(line: str, role: str) -> None:
    document = read(f"Harbour Opens Again\n\n{BODY}\n\n{line}\n\nAbout the Harbour\n\n{BODY}\n")
    assert outline(document) == ["= Harbour Opens Again", "About the Harbour"]
    assert shapes(document)[1] == role
    assert document.metadata.author == (("Ann Example",) if role == "byline" else ())


def test_office_and_day_under_a_title_are_no_heading() -> None:
    document = read(f"Visitors to the lakes\n\nStatistics Office, 14 July 2026\n\n{BODY}\n\n{BODY}\n")
    assert document.sections == ()
    assert document.metadata.date == "2026-07-14"


def test_days_that_head_what_happened_on_them_are_headings() -> None:
    days = "".join(f"{day} July 2026\n\n{BODY}\n\n" for day in (14, 15, 16))
    assert "dateline" not in shapes(read(f"Diary of the port\n\n{days}"))[1:]


def test_a_bulletin_is_called_by_its_day() -> None:
    document = read(f"Port of Marn\n\nWeekly Port Bulletin: 22 March 2026\n\n{BODY}\n\n{BODY}\n")
    assert "dateline" not in shapes(document)


def test_what_minutes_say_ahead_of_a_paragraph_is_no_speaker_and_no_small_print() -> None:
    text = (
        f"Minutes of the board\n\nNotes: {BODY}\n\nACTION: Ann asks the port.\n\nNotes: Bo knows the rent.\n\n"  # noqa: E501 - as pasted
        f"ACTION: Bo writes it down.\n\nMotion: the rent stays as it is.\n\n{BODY}\n"
    )
    assert {block.role for block in read(text).blocks if isinstance(block, Paragraph)} == {"body"}
