"""A part that a sentence tells of a count, and what only looks like one."""

from __future__ import annotations

import pytest

from pressroom import numbers, readers
from pressroom.model.numbers import RelationKind


def parts(text: str, lang: str = "en") -> list[tuple[str, str]]:
    """Return the parts of a text with their wholes, as they are written."""
    of = readers.read(f"A short report\n\n{text}\n".encode(), "text.txt", readers.ReaderSettings())
    relations = numbers.find(of, lang=lang).relations
    return [
        (one.quantities[0].text, one.quantities[1].text) for one in relations if one.kind is RelationKind.PART
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The flood killed 54 people in the valley, among them 12 children.", [("12", "54")]),
        ("Nearly 450 residents were evacuated, including at least 35 patients.", [("35", "450")]),
        ("The army freed 300 Brinners, including 40 women.", [("40", "300")]),
        ("Crews found 14 more bodies, raising the death toll to 120.", [("14", "120")]),
        ("Two cases were closed, bringing the total of open cases to 31.", []),
        ("The flood killed 54 people in nine towns, including Brin.", []),
        ("The flood destroyed 540 homes, including 12 bridges.", []),
        ("The flood killed 54 people, including 12 children and 7 women.", []),
        ("The flood killed 12 people, including 54 children.", []),
        ("Over 1,200 residents answered, at least 300 of them by post.", [("300", "1,200")]),
        ("The flood hurt 36 people on a bus in Brin, three of them badly, she said.", [("three", "36")]),
        ("Police questioned 120 people, 35 of whom were released.", [("35", "120")]),
        ("Police questioned 120 people, 35 of whom were released and 20 charged.", []),
        ("Some 1,200 residents wrote letters, 300 of them by hand.", []),
        ("The flood hurt 54 people of nine towns, 12 of them badly.", []),
    ],
)
def test_parts_are_told_by_their_words(text: str, found: list[tuple[str, str]]) -> None:
    assert parts(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Bei dem Unwetter wurden 54 Menschen verletzt, darunter 12 Kinder.", [("12", "54")]),
        ("Die Schau zeigte 340 Gemälde, darunter 45 Skulpturen.", []),
        ("Bei dem Unwetter wurden 54 Menschen verletzt, 12 von ihnen schwer.", [("12", "54")]),
        ("Die Stadt nannte 540 Menschen die Termine, 12 davon im Mai.", []),
    ],
)
def test_german_nouns_have_a_capital(text: str, found: list[tuple[str, str]]) -> None:
    assert parts(text, "de") == found
