"""What speaks for a heading and what against it."""

from __future__ import annotations

import pytest

from pressroom.readers.text.headings.features import describe_outline
from pressroom.readers.text.headings.style import SURE, add_style_features
from pressroom.readers.text.lines.lines import split_lines
from pressroom.readers.text.units.facts import UnitFacts
from pressroom.readers.text.units.splitting import split_units


def facts_of(*words: str) -> list[UnitFacts]:
    """The facts of short paragraphs."""
    lines = split_lines("\n\n".join(words))
    return [UnitFacts(unit, lines) for unit in split_units(lines)]


@pytest.mark.parametrize(
    ("at", "outline", "wanted"),
    [
        (0, (), []),
        (1, (), []),
        (0, (1, 2, 3), ["no number beside an outline of few"]),
        (1, (2,), ["number beside an outline of one"]),
        (1, (1,), ["in the outline of one", "in the outline of one, flat"]),
        (
            2,
            (1, 2),
            ["in the outline of two", "in the outline of two, deep", "number carries on the outline"],
        ),
    ],
)
def test_a_numbers_part_in_the_outline(at: int, outline: tuple[int, ...], wanted: list[str]) -> None:
    facts = facts_of("Of ports", "1. Quays", "1.1 Stones", "2. Ships")
    assert describe_outline(facts, at, frozenset(outline)) == wanted


def test_a_candidate_that_begins_as_a_sure_heading_does_is_told() -> None:
    facts = facts_of("Of ports", "Quays in use", "Quays to be built", "Nobody knows")
    first: list[tuple[int, list[str]]] = [(at, []) for at in range(len(facts))]
    scores = {0: SURE + 1, 1: SURE + 1, 2: 0.0, 3: 0.0}
    told = {at for at, features in add_style_features(facts, first, scores) if OPENS_ALIKE in features}
    assert told == {2}


OPENS_ALIKE = "begins like a sure one"
