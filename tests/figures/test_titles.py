"""Titles are the text's own words with the numbers in them, at most fifteen."""

from __future__ import annotations

import pytest

from pressroom import numbers, readers
from pressroom.figures.rules.candidates import Candidates
from pressroom.figures.rules.titles import find_title


def title(sentence: str) -> str:
    """Return the title for the first key number of a sentence."""
    of = readers.read(f"A short report\n\n{sentence}\n".encode(), "text.txt", readers.ReaderSettings())
    found = Candidates(of, numbers.find(of), "en")
    quantity = next(one for one in found.numbers.quantities if found.is_key(one))
    return find_title(found, [quantity], related=quantity.comparison is not None)


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The number of calls fell from 3,120 to 2,745.", "The number of calls fell from 3,120 to 2,745"),
        (
            "In 2025 the port handled 4.8 million tonnes of goods, down from 5.6 million tonnes in 2024.",
            "4.8 million tonnes of goods, down from 5.6 million tonnes in 2024",
        ),
        (
            "Unemployment in the district stands at 8.1 per cent, compared with 5.9 per cent in the country"
            " as a whole.",
            "Unemployment in the district: 8.1 per cent, compared with 5.9 per cent",
        ),
        (
            "At the end of the year that the office looks back on here there were 549,100 active trade marks"
            " (2021: 534,960).",
            "549,100 active trade marks (2021: 534,960)",
        ),
    ],
)
def test_a_title_has_the_numbers_and_what_they_are_of(sentence: str, words: str) -> None:
    assert title(sentence) == words


def test_what_has_a_share_stands_ahead_of_it_in_the_title() -> None:
    sentence = (
        "Sales online were 18% of turnover in 2012, down from 19% in 2011, but up 4.5 points from the"
        " estimate of 14% for 2008."
    )
    assert title(sentence).startswith("Sales online were 18% of turnover in 2012")


def test_a_share_without_its_owner_is_no_title() -> None:
    sentence = (
        "The investor Carl Ivan, who owns about 18% of the debt of the studio, had been seeking to merge it"
        " with the other one."
    )
    assert title(sentence) == ""


def test_an_article_ahead_of_a_number_is_no_preposition_of_another_language() -> None:
    sentence = (
        "After long talks with all of its neighbours the old town on the river has built a 40-kilometre wall,"
        " up from 25 kilometres in 2024."
    )
    assert title(sentence) == "40-kilometre wall, up from 25 kilometres in 2024"


@pytest.mark.parametrize(
    "sentence",
    [
        "The mayor sold shares after the harbour had outbid 41 of the 48 ports that were asked.",
        "More than 330 of the 397 rooms, suites and cabins have been rebuilt from the ground up since.",
        "The office found that 1,400 people were hurt in the storm, with children making up 12 to 13 per cent"
        " of the injured.",
        "From January to March prices rose in 41 of 48 towns by 6.9 per cent on average over those of 2007.",
    ],
)
def test_a_piece_that_has_lost_its_verb_or_whose_it_is_makes_no_title(sentence: str) -> None:
    of = readers.read(f"A short report\n\n{sentence}\n".encode(), "text.txt", readers.ReaderSettings())
    found = Candidates(of, numbers.find(of), "en")
    for quantity in found.numbers.quantities:
        words = find_title(found, [quantity])
        assert words in ("", sentence.rstrip("."))


def test_a_change_ends_behind_the_time_of_the_value_before() -> None:
    sentence = (
        "Currency in circulation rose to 5.03 billion kroner in December from 4.85 billion in November and"
        " 4.74 billion a year earlier."
    )
    assert title(sentence).endswith("from 4.85 billion in November")
