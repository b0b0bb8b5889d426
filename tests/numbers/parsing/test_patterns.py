"""Lists of words that are looked up among the words of a text."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from pressroom.numbers.parsing.patterns import WordFinder, split_words, whole_words

WORDS = ("record", "in all", "forty-two", "höchste")
STEMS = ("increas", "Erhöh")
FINDER = WordFinder(WORDS, STEMS)
PARTS = (
    "record",
    "Record",
    "records",
    "in",
    "all",
    "in all",
    "forty",
    "two",
    "-",
    "increased",
    "erhöht",
    "Höchste",
)


def test_words_phrases_and_stems_are_found_whatever_their_case() -> None:
    found = (
        "A RECORD crop",
        "12 in all",
        "Forty-two boats",
        "Increases of 3",
        "eine Erhöhung",
        "der höchste Wert",
    )

    assert all(FINDER.is_in(text) for text in found)


def test_parts_of_words_are_not_found() -> None:
    missed = ("recorded", "in hall", "all in", "forty boats, two piers", "an unincreased rate", "")

    assert not any(FINDER.is_in(text) for text in missed)


@given(st.lists(st.sampled_from((*PARTS, " ", ", ", "’", "x")), max_size=8).map("".join))
def test_what_is_looked_up_is_what_the_pattern_finds(text: str) -> None:
    pattern = re.compile(whole_words(WORDS, STEMS), re.IGNORECASE)

    assert FINDER.is_in(text) == (pattern.search(text) is not None)


def test_words_are_parted_as_a_pattern_parts_them() -> None:
    assert split_words("The mayor’s 12-foot Wall") == {"the", "mayor", "s", "12", "foot", "wall"}
