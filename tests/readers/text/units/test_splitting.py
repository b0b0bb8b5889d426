# ruff: noqa: E501 - texts read better unbroken
"""Where units begin and end."""

from __future__ import annotations

import pytest

from pressroom.model.document import List, Quote
from pressroom.model.walk import blocks
from pressroom.readers.text.lines.lines import split_lines
from pressroom.readers.text.units.splitting import split_units
from tests.readers import content
from tests.readers.text.covering import outline, shapes
from tests.readers.text.reading import BODY, read


def test_code() -> None:
    document = read(f"{BODY}\n\n    def f(x):\n        return x + 1\n\n{BODY}\n")
    assert shapes(document) == ["body", "code", "body"]
    assert shapes(read(f"{BODY}\n\n```python\nprint(1)\n```\n")) == ["body", "code"]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("“Nobody had asked us before, and that is all that I have to say of it.”", True),
        ("“We had waited for “years”, and that is all that I have to say of it.”", True),
        ("“We have waited,” said Ann Example, the director. “These trains are quieter.”", False),
    ],
)
def test_a_quotation_is_one_only_when_nobody_else_speaks_in_it(text: str, whole: bool) -> None:
    document = read(f"A title\n\n{BODY}\n\n{text}\n\n{BODY}\n")
    assert any(isinstance(block, Quote) for block in document.blocks) == whole


def test_a_centred_title_is_no_code() -> None:
    head = f"{'REPORT ON THE LIBRARIES':^76}\n\n{'Prepared for the Council':^76}\n\n"
    document = read(f"{head}1. Buildings\n\n{BODY}\n\n2. Staff\n\n{BODY}\n")
    assert outline(document) == ["= REPORT ON THE LIBRARIES", "1 Buildings", "2 Staff"]


@pytest.mark.parametrize(("length", "drawn"), [(12, "="), (200, "="), (201, "")])
def test_a_line_below_words_underlines_them_where_they_are_no_longer_than_a_heading(
    length: int, drawn: str
) -> None:
    words = "word " * length
    first = split_units(split_lines(f"{words[: length - 1]}.\n{'=' * length}\n"))[0]
    assert first.drawn == drawn


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("The rate of arrivals on time fell to 84.2 from 86.9 per cent a year\nearlier, the office said.", 1),
        # entries of a list without marks
        ("the first of the entries, which is longer than most lines are\nthe second of the entries.", 2),
        # a title and who wrote it
        ("Correctly Using Regular Expressions for Secure Input Validation\nby the working group", 2),
        ("It is short, and breaks\noff within its sentence.", 2),
    ],
)
def test_a_sentence_broken_over_two_lines_is_one_paragraph(text: str, parts: int) -> None:
    lines = split_lines(f"One line\n\n{text}\n\n{'A long line that nobody has wrapped. ' * 6}\n")
    assert len(split_units(lines)) == parts + 2


@pytest.mark.parametrize(
    "line",
    [
        "• In all, 37 269 new cases of the illness that is meant here\nwere reported from 20 countries.",
        "• In all, 5586 deaths of the illness meant here were reported from\n31 countries in the year.",
        "- Die Häfen haben im vergangenen Jahr mehr Schiffe gesehen als in den\n20 Jahren davor.",
    ],
)
def test_an_item_goes_on_below_its_mark(line: str) -> None:
    document = read(f"Of ports\n\n{BODY}\n\n{line}\n{line[0]} Requests have surged.\n\n{BODY}\n")
    (found,) = [block for block in document.blocks if isinstance(block, List)]
    assert len(found.items) == 2


def test_a_heading_under_an_item_is_one() -> None:
    item = "- The quays that are in use at this time of the year"
    document = read(f"Of ports\n\nUse\n\n{BODY}\n\n{item}\n\nQuays\n\n{BODY}\n")
    assert outline(document) == ["= Of ports", "Use", "Quays"]


@pytest.mark.parametrize("line", ["|-", "+--+", "Key:    value", "a,1,2", "a,b,c", "```a"])
def test_lines_that_only_look_like_a_table_or_code_are_looked_at_once(line: str) -> None:
    count = 150_000 // len(line)
    units = split_units(split_lines(f"{line}\n" * count))  # the limit of time tells whether each follows all
    assert {unit.kind for unit in units}.isdisjoint({"table", "code"})


@pytest.mark.parametrize("rules", [1, 15])
def test_a_table_may_begin_with_drawn_lines(rules: int) -> None:
    units = split_units(split_lines("|---|---|\n" * rules + "| a | b |\n| 1 | 2 |\n"))
    assert [(unit.kind, unit.first, unit.last) for unit in units] == [("table", 0, rules + 1)]


def test_rows_with_a_key_are_a_table_where_one_has_none() -> None:
    rows = "".join(f"{name}:    {number}   20\n" for number, name in enumerate("ABCDEFGH", 10))
    assert {unit.kind for unit in split_units(split_lines(rows))} == {"text"}
    units = split_units(split_lines(f"{rows}All   99   20\n"))
    assert [(unit.kind, unit.first, unit.last) for unit in units] == [("table", 0, 8)]


def test_code_ends_at_the_next_fence_of_its_kind() -> None:
    units = split_units(split_lines("```a\nx\n~~~\n```\ny\n```\n~~~\n```\n~~~\n"))
    assert [(unit.kind, unit.first, unit.last) for unit in units] == [
        ("code", 0, 3),
        ("text", 4, 4),
        ("code", 5, 7),
        ("text", 8, 8),
    ]


def test_one_more_sentence_of_a_wrapped_item_stays_with_it() -> None:
    text = (
        f"{BODY}\n\n• In May the port had 37 calls of ships from the north, which came\nfrom nine ports.\n"
        "There were four from the south.\n• In June it had 41 calls from nowhere else.\n"
    )
    _, found = read(text).blocks
    assert isinstance(found, List)
    assert len(found.items) == 2


@pytest.mark.parametrize("mark", ["-", "–", "*", "•"])
@pytest.mark.parametrize(
    ("first", "below"),
    [
        (
            "In June 2025 a total of 12 300 homes were",
            "damaged in four districts, a rise of 9% over the month before.",
        ),
        ("The port of Hull", "is closed until May."),
        ("Seit Januar wurden insgesamt 41 Straßen in", "Lindau und in vier Orten am See gesperrt."),
        ("Straßen", "werden gesperrt."),
        ("Le port de la ville est", "fermé depuis le mois de mai."),
    ],
)
def test_an_item_goes_on_below_wherever_its_line_breaks(mark: str, first: str, below: str) -> None:
    text = f"Sitrep\n\nOverview\n{mark} {first}\n{below}\n{mark} Since May all is well in the\nother districts.\n"
    (section,) = read(text).sections
    (found,) = section.blocks
    assert isinstance(found, List)
    assert len(found.items) == 2
    assert f"{first} {below}" in content.words(read(text)).replace("\n", " ")


@pytest.mark.parametrize(
    ("item", "below"),
    [
        (
            "Buy milk for all who work in the office",
            "The party is on Friday, and all of them are asked to it.",
        ),
        ("Health and social care", "Costs rose in May."),
        ("The office is closed in May.", "it opens in June"),
    ],
)
def test_a_paragraph_right_under_an_item_is_none_of_its_lines(item: str, below: str) -> None:
    document = read(f"Sitrep\n\nNext steps:\n\n- Ask the board\n- {item}\n{below}\n\n{BODY}\n")
    (listed,) = [each for each, _ in blocks(document) if isinstance(each, List)]
    assert len(listed.items) == 2
    assert document.text[: listed.span.end].endswith(item)


def test_a_short_line_within_a_paragraph_that_goes_on_with_a_small_letter_ends_nothing() -> None:
    rows = [
        "This paragraph of the text was wrapped at the width of its page,",
        "as those of all papers are, and most of its readers are exposed",
        "to traffic on the old",
        "ring road, the others to that of trains, which run by day and at",
        "night on the line to the coast.",
    ]
    document = read("\n".join([*rows, "", *rows]) + "\n")
    assert shapes(document) == ["body", "body"]


def test_a_word_that_a_line_breaks_goes_on_in_a_text_of_any_width() -> None:
    text = "In narrow streets the flames reach the neigh-\nbouring roofs within minutes.\n"
    assert "neighbouring roofs" in content.words(read(f"Of fires\n\n{text}\nA line\n"))


def test_a_figure_goes_on_with_a_sentence_that_a_line_leaves_unfinished() -> None:
    text = "The new library opens.\nIt has 42,000 books and\n180 places to read.\n"
    assert "and 180 places" in content.words(read(f"Of quays\n\n{text}\n\n{BODY}\n")).replace("\n", " ")


def test_a_paragraph_sign_with_its_number_and_a_tab_begins_no_table() -> None:
    document = read(
        f"Of quays\n\n§ 1\tName\n(1)\tThe club is called Quays.\n(2)\tIts year is that of the calendar.\n\n§ 2\tAims\n{BODY}\n"
    )
    assert "table" not in shapes(document)
    assert outline(document) == ["= Of quays", "§ 1 Name", "§ 2 Aims"]
