"""Values that a sentence lists, each with its name, and what only looks like a list."""

from __future__ import annotations

import pytest

from pressroom import numbers, readers
from pressroom.model.numbers import RelationKind


def lists(text: str, lang: str = "en") -> list[tuple[str, ...]]:
    """Return the names of the values of each list of a text."""
    of = readers.read(f"A short report\n\n{text}\n".encode(), "text.txt", readers.ReaderSettings())
    relations = numbers.find(of, lang=lang).relations
    return [one.names for one in relations if one.kind is RelationKind.LIST]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "The fund gave grants of £40,000 to Brin, £25,000 to Calder and £10,000 to Dunmore.",
            [("Brin", "Calder", "Dunmore")],
        ),
        ("Crews treated 34 people for burns, 21 for smoke and 8 for shock.", [("burns", "smoke", "shock")]),
        ("Ferries carried 61,000 people, buses 48,000 and trains 112,000.", [("Ferries", "buses", "trains")]),
        ("The fund gave £40,000 to Brin, £25,000 for Calder and £10,000 to Dunmore.", []),
        ("The fund gave £40,000 to Brin, which asked for it, and £25,000 to Calder.", []),
        ("The fund gave £40,000 to Brin and 25,000 trees to Calder.", []),
        ("The fund gave £40,000 to Brin and £25,000 to 12 schools.", []),
        ("The fund gave £40,000 to Brin and £25,000 in May.", []),
        ("The fund gave £40,000 to Brin and another £25,000 to Brin.", []),
        ("The fund gave up to £40,000 to Brin and would give £25,000 to Calder.", []),
        ("Its value was £340 million, just behind the £360 million of Brin.", []),
        ("At noon its value was £340 million, just behind Brin’s £360 million.", []),
        ("Grants rose by £40,000 in Brin and by £25,000 in Calder.", []),
    ],
)
def test_lists_are_told_by_like_words(text: str, names: list[tuple[str, ...]]) -> None:
    assert lists(text) == names


@pytest.mark.parametrize(
    ("text", "lang", "names"),
    [
        ("Die Stadt gab 40.000 Euro für Schulen, 25.000 Euro für Parks aus.", "de", [("Schulen", "Parks")]),
        ("La ville a versé 40 000 euros à Brin et 25 000 euros à Calder.", "fr", [("Brin", "Calder")]),
        ("La ciudad pagó 40.000 euros en Brin y 25.000 euros en Calder.", "es", [("Brin", "Calder")]),
    ],
)
def test_lists_of_other_languages(text: str, lang: str, names: list[tuple[str, ...]]) -> None:
    assert lists(text, lang) == names
