"""What changed, told by the words ahead of two values, and where none of them says so."""

from __future__ import annotations

import pytest

from pressroom import numbers, readers


def changes(text: str, lang: str = "en") -> list[tuple[str, str]]:
    """Return what changed in a text, and what the values count."""
    of = readers.read(f"A short report\n\n{text}\n".encode(), "text.txt", readers.ReaderSettings())
    return [(one.words, one.counted) for one in numbers.find(of, lang=lang).changes]


@pytest.mark.parametrize(
    ("lang", "text", "words"),
    [
        (
            "en",
            "The council has increased its housing budget for 2025 to £490 million, up from £380 million.",
            "The council has increased its housing budget for 2025",
        ),
        (
            "en",
            "The number of households with three or more generations has increased significantly, from 2.2 "
            "million in 2003 to 2.9 million in 2013.",
            "The number of households with three or more generations has increased significantly",
        ),
        (
            "en",
            "In just the past 25 years, the value of coins in circulation has grown from £180 million to "
            "£890 million, an increase of almost 400 per cent.",
            "The value of coins in circulation",
        ),
        (
            "en",
            "In 2023 the availability rate of Aldmoor’s ferries was 90.0% (2022: 89.5%).",
            "The availability rate of Aldmoor’s ferries",
        ),
        (
            "en",
            "The number of drownings in the county (without the coast) fell from 192 in 2021 to 186 in 2022.",
            "The number of drownings in the county (without the coast) fell",
        ),
        (
            "en",
            "The standard rate of the Aldmoor Savings Bank for mortgages went down from 7.9 per cent in "
            "December 2021 to 4 per cent in March 2024.",
            "The standard rate of the Aldmoor Savings Bank for mortgages",
        ),
        (
            "de",
            "Die Zahl der gemeldeten Unfälle ist von 310 im Jahr 2021 auf 280 im Jahr 2022 gesunken.",
            "Die Zahl der gemeldeten Unfälle",
        ),
        (
            "fr",
            "La part des fumeurs a baissé, passant de 27% en 2017 à 24% en 2022.",
            "La part des fumeurs a baissé",
        ),
        (
            "fr",
            "Le nombre de logements vacants est passé de 1 200 en 2021 à 900 en 2023.",
            "Le nombre de logements vacants",
        ),
        ("es", "El número de becarios pasó de 1.200 en 2019 a 1.800 en 2022.", "El número de becarios"),
    ],
)
def test_the_words_ahead_of_two_values_say_what_changed(lang: str, text: str, words: str) -> None:
    assert [told for told, _ in changes(text, lang)] == [words]


def test_what_stands_behind_a_value_says_what_is_counted() -> None:
    told = "The infant mortality rate fell in 2023 to 4.0 deaths per thousand live births, down from 4.2."
    assert changes(told) == [("The infant mortality rate fell in 2023", "deaths per thousand live births")]


def test_where_it_is_so_stands_behind_a_value_as_well() -> None:
    told = "The share of pupils who walk has risen from 31 to 38 per cent in the schools of the north."
    assert changes(told) == [("The share of pupils who walk has risen", "in the schools of the north")]


def test_a_value_of_another_clause_is_not_told_by_the_words_of_the_first() -> None:
    told = "The number of male deaths fell from 1,192 to 1,086; female deaths fell from 413 to 410."
    assert changes(told) == [("The number of male deaths fell", "")]


@pytest.mark.parametrize(
    "text",
    [
        # nothing tells who it is
        "They have increased the budget for housing to £490 million, up from £380 million in 2023.",
        # it is to be, and not so yet
        "The regulator has been told by the court to cut its stake in the ferries from 17.9% to 7.5%.",
        # who has them is no name of what is counted
        "The two hospitals offered a total of 98,300 places in 2008 compared with 34,700 in 2005.",
        # the name would leave out what the bracket leaves out
        "The number of drownings in the county (without the coast) went from 1,192 in 2021 to 1,086 in 2022.",
    ],
)
def test_words_that_do_not_say_what_changed_are_left_out(text: str) -> None:
    assert changes(text) == []


def test_a_change_is_told_though_its_sentence_is_too_long_for_a_tile() -> None:
    text = (
        "The number of deaths by drowning in the rivers and lakes of the county decreased by 9% from 1,192 "
        "in 2021 to 1,086 in 2022, which the county puts down to the lifeguards who are on duty at weekends."
    )
    of = readers.read(f"A short report\n\n{text}\n".encode(), "text.txt", readers.ReaderSettings())
    found = numbers.find(of)
    starts = {one.quantity.start for one in found.key}
    assert [one.words for one in found.changes if one.start not in starts] == [
        "The number of deaths by drowning in the rivers and lakes of the county decreased"
    ]
