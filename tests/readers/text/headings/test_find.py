"""Which lines are headings."""

from __future__ import annotations

import pytest

from pressroom.model.document import Paragraph
from tests.readers.text.covering import outline
from tests.readers.text.reading import BODY, read


def test_an_interview_is_called_by_what_was_said() -> None:
    text = (
        f'"A library is no store"\nInterview with Ann Example, director of the library\n\n{BODY}\n\n{BODY}\n'
    )
    document = read(text)
    assert outline(document) == ['= "A library is no store"']
    first = document.blocks[0]
    assert isinstance(first, Paragraph)
    assert first.role == "byline"


def test_what_two_people_say_by_turns_is_no_heading() -> None:
    turns = f"MUSEUM: And if you are wrong?\nBENNING: {BODY}"
    questions = ("Who gets the things?", "How do you decide?", "What did people say?")
    document = read(
        "Of things\n\n" + "".join(f"{q}\n{BODY}\n\n" for q in questions) + turns + f"\n\n{BODY}\n"
    )
    assert outline(document) == ["= Of things", *questions]


def test_a_title_with_a_date_or_an_abbreviation_is_one() -> None:
    for title in ("Meeting of the Harbour Council 2020-02-18", "Satzung des Fördervereins Mühle e. V."):
        assert outline(read(f"{title}\n\n1. Aims\n\n{BODY}\n\n2. Means\n\n{BODY}\n"))[0] == f"= {title}"


@pytest.mark.parametrize(
    "line", ["— Helen Ashby", "-- The Aqua book", "– Donald Knuth, The Art of Programming"]
)
def test_an_attribution_is_no_heading(line: str) -> None:
    above = f"Of books\n\nWhy we read\n\n{BODY}\n\n"
    document = read(f"{above}{line}\n\n{BODY}\n\nWhat we read\n\n{BODY}\n")
    assert outline(document) == ["= Of books", "Why we read", "What we read"]


def test_a_line_on_top_of_a_table_is_a_heading_where_the_others_stand_on_their_text() -> None:
    table = "Field report\t40 %\nMid-term exam\t25 %\n"
    text = f"Rivers\n\nCourse description\n{BODY}\n\nAssessment\n{table}\nAcademic integrity\n{BODY}\n"
    assert outline(read(text)) == ["= Rivers", "Course description", "Assessment", "Academic integrity"]


def test_a_family_of_headings_that_end_in_a_colon_is_whole() -> None:
    heads = "".join(f"{head}:\n{BODY}\n\n" for head in ("What happened", "Immediate action", "Root cause"))
    document = read(f"Report on the pump\n\n{heads}Corrective actions:\n- Clean the switch\n- Fit another\n")
    assert outline(document)[1:] == [
        *("What happened:", "Immediate action:", "Root cause:", "Corrective actions:"),
    ]


def test_underlines_decide_and_show_levels() -> None:
    text = f"The Title\n=========\n\nFirst part\n----------\n\n{BODY}\n\nA short line\n\n{BODY}\n\nSecond part\n-----------\n\n{BODY}\n"  # noqa: E501 - the text as a source has it
    document = read(text)
    assert outline(document) == ["= The Title", "First part", "Second part"]


@pytest.mark.parametrize("form", ["{name} {number} a", "{number}. {name} harbour"])
def test_a_line_far_inside_a_run_of_short_ones_is_no_heading(form: str) -> None:
    names = ("Aden", "Bergen", "Cadiz", "Dover", "Esbjerg", "Fiume", "Genoa", "Hull")
    lines = [form.format(name=names[number % 8], number=number) for number in range(1, 91)]
    run = "\n\n".join(lines)
    found = outline(
        read(f"Of ports\n\n1. Aims\n\n{BODY}\n\n2. Means\n\n{BODY}\n\n{run}\n\n3. Ends\n\n{BODY}\n")
    )
    assert found[:3] == ["= Of ports", "1 Aims", "2 Means"]
    assert not [line for line in lines[24:-24] if line.replace(".", "", 1) in found]


def test_lines_drawn_over_and_under_a_heading_are_no_part_of_it() -> None:
    text = (
        "=========\nThe ports\n=========\n\n"
        f"---------\nThe quays\n---------\n\n{BODY}\n\n---------\nThe ships\n---------\n\n{BODY}\n"
    )
    assert outline(read(text)) == ["= The ports", "The quays", "The ships"]


def test_two_words_without_a_capital_may_be_a_title() -> None:
    assert outline(read(f"hello there\n\n{BODY}\n")) == ["= hello there"]


def test_three_lines_of_one_form_that_end_in_a_colon_are_headings() -> None:
    parts = "".join(f"{word}:\n{BODY}\n\n" for word in ("Aims", "Means", "Ends"))
    assert outline(read(f"Of ports\n\n{parts}")) == ["= Of ports", "Aims:", "Means:", "Ends:"]


def test_a_heading_may_follow_the_line_that_says_who_speaks() -> None:
    text = f"Of ports\n\nSpeech by Ann Example, of the port\n\nOur quays\n\n{BODY}\n\nOur ships\n\n{BODY}\n"
    assert outline(read(text)) == ["= Of ports", "Our quays", "Our ships"]
    dated = text.replace("Our quays\n\n", "Hull, 3 May 2024\n\nOur quays\n\n")
    assert outline(read(dated)) == ["= Of ports", "Our quays", "Our ships"]


@pytest.mark.parametrize(
    "close",
    [
        "Photograph from the Harbour Museum",
        "ANN B. EXAMPLE\n\nTHE OLD TOWN HALL, 25 October 2031.",
        "END 10:47 A.M. CST",
    ],
)
def test_what_closes_a_text_is_no_heading(close: str) -> None:
    text = f"The Harbour\n\nOf the quay\n\n{BODY}\n\nOf the pier\n\n{BODY}\n\n{close}\n"
    assert outline(read(text)) == ["= The Harbour", "Of the quay", "Of the pier"]


def test_a_heading_above_the_last_paragraphs_is_one() -> None:
    parts = ("Of the quay", "Of the pier", "Of the harbour")
    long = " ".join([BODY] * 4)  # more than is looked at as a heading
    text = "".join(f"{part}\n{long}\n{long}\n" for part in parts)
    assert outline(read(f"The Harbour\n{long}\n{text}")) == ["= The Harbour", *parts]


@pytest.mark.parametrize(
    "time", ["10:42 A.M. CST", "4:02 p.m. EDT", "19.30 Uhr", "14:05", f"10:42 A.M. CST {BODY}"]
)
def test_a_time_of_day_alone_is_no_heading(time: str) -> None:
    assert outline(read(f"Remarks at the Harbour\n\nThe Old Pier, Kiel\n\n{time}\n\n{BODY}\n\n{BODY}\n")) == [
        "= Remarks at the Harbour"
    ]


def test_hours_that_head_the_parts_of_a_day_are_headings() -> None:
    hours = ("09:30", "10:45", "13:00")
    text = "".join(f"{hour}\n\n{BODY}\n\n" for hour in hours)
    assert outline(read(f"The Day at the Harbour\n\n{BODY}\n\n{text}"))[1:] == [*hours]


def test_a_heading_above_an_hour_stays_one_below_the_head() -> None:
    text = f"The Harbour\n\nOf the quay\n\n{BODY}\n\nOf the pier\n\n14:05\n\n{BODY}\n\n{BODY}\n"
    assert outline(read(text)) == ["= The Harbour", "Of the quay", "Of the pier"]


def test_questions_and_answers_by_turns_are_no_headings() -> None:
    questions = ("Is there a least size?", "When did you build it? Last year?", "So it is all their fault?")
    turns = "".join(f"Q - {question}\n\nA - {BODY}\n\n{BODY}\n\n" for question in questions)
    assert outline(read(f"Of quays\n\n{BODY}\n\n{turns}")) == ["= Of quays"]


@pytest.mark.parametrize("name", ["Dawson", "Melody Roe"])
def test_what_those_who_speak_by_turns_ask_is_no_heading(name: str) -> None:
    turns = f"{name}: how are the votes done?\nSarah: {BODY}\n{name}: and who counts them?\nSarah: {BODY}\n"
    document = read(f"Of votes\n\nOpening\n{BODY}\n{turns}\nClosing words\n{BODY}\n")
    assert not [line for line in outline(document) if name in line]


@pytest.mark.parametrize("day", ["September 13, 2026", "13 September 2026", "Hull, 13 September 2026"])
def test_the_day_above_the_title_is_none(day: str) -> None:
    document = read(f"{day}\n\nRemoval of the old cranes\n\n{BODY}\n\n{BODY}\n")
    assert outline(document) == ["= Removal of the old cranes"]
    assert document.metadata.date == "2026-09-13"


@pytest.mark.parametrize("part", ["Key points", "Key Findings", "Zusammenfassung", "Points clés"])
def test_the_name_of_a_part_is_no_title(part: str) -> None:
    document = read(f"{part}\n\n{BODY}\n\n{BODY}\n\nMethods\n\n{BODY}\n")
    assert document.title is None
    assert outline(document) == [part, "Methods"]


def test_key_points_under_a_title_are_a_section() -> None:
    document = read(f"Census of the port, March 2026\n\nKey points\n\n{BODY}\n\n{BODY}\n\n{BODY}\n")
    assert outline(document) == ["= Census of the port, March 2026", "Key points"]


@pytest.mark.parametrize(
    "field", ["Risk assessment: Global risk – Very high", "State of the port: Open – With limits"]
)
def test_what_is_said_of_the_paper_is_no_heading(field: str) -> None:
    listed = "In this edition:\n• Overview\n• Next steps\n"
    document = read(f"Port sitrep 12\n\nReport of 14 March 2024\n\n{field}\n\n{listed}\nOverview\n{BODY}\n")
    assert outline(document) == ["= Port sitrep 12", "Overview"]


def test_a_file_that_the_line_above_announces_is_no_heading() -> None:
    text = f"Of files\n\n{BODY}\n\nThe name to give:\n\nPORT-short-name.md\n\nExamples:\n\nPORT-quay.md\n\n{BODY}\n"  # noqa: E501 - as pasted
    assert not [heading for heading in outline(read(text)) if "PORT" in heading]


def test_a_list_without_marks_as_the_first_lines_has_no_title() -> None:
    text = f"read letters of the port\n\nbuild the rota of the locks\n\ntest the pumps\n\nAims\n\n{BODY}\n\nCosts\n\n{BODY}\n"  # noqa: E501 - as pasted
    document = read(text)
    assert document.title is None
    assert outline(document) == ["Aims", "Costs"]
