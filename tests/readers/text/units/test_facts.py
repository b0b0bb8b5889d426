"""What is looked at of a unit."""

from __future__ import annotations

import pytest

from pressroom.readers.text.lines.lines import split_lines
from pressroom.readers.text.units.facts import UnitFacts
from pressroom.readers.text.units.splitting import split_units

LONG = "The council " + "met again and " * 30 + "went home."


def facts_of(text: str) -> UnitFacts:
    """The facts of a text's first unit."""
    lines = split_lines(text)
    return UnitFacts(split_units(lines)[0], lines)


@pytest.mark.parametrize(
    ("text", "said", "body"),
    [
        ("2. The harbour", "2. The harbour", "The harbour"),
        ("The harbour\n-----------", "The harbour", "The harbour"),
        ("-----------\nThe harbour\n-----------", "The harbour", "The harbour"),
        (LONG, "", ""),
    ],
)
def test_a_unit_is_known_by_its_words_without_lines_drawn_round_them(text: str, said: str, body: str) -> None:
    facts = facts_of(text)
    assert (facts.text, facts.body) == (said, body)


def test_the_lines_of_a_heading_are_read_as_one() -> None:
    lines = split_lines("On the harbour\n  and its quays")
    (unit,) = split_units(lines)[:1]
    unit.last = 1
    assert UnitFacts(unit, lines).text == "On the harbour and its quays"


@pytest.mark.parametrize(("text", "body"), [("2. The harbour", "The harbour"), (LONG, LONG[:80].strip())])
def test_a_paragraph_that_an_editor_calls_a_heading_has_its_words_and_keeps_its_number_apart(
    text: str, body: str
) -> None:
    facts = facts_of(text)
    facts.read_fully()
    assert facts.body == body
