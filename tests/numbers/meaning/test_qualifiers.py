""" "Up to" as a bound, and as the level that something reached."""

import pytest

from pressroom.numbers import extract

LEVELS = [
    "Demand pushed the pound up to $1.41.",
    "That brings the total up to 40.",
    "The rule takes the number of seats up to 120.",
    "Rents crept up to £900.",
    "The rate of growth picked up to 8.8 per cent.",
]
BOUNDS = [
    "Volunteers pick up to 40 bags a day.",
    "Up to 83,000 tenants lost heating aid.",
    "The club can raise up to $5m.",
    "The walk takes up to 40 days.",
    "They brought up to 40 dogs.",
    "They took the ferry, and up to 40 dogs followed.",
]


@pytest.mark.parametrize("text", LEVELS)
def test_up_to_behind_what_was_moved_is_a_level_reached(text):
    assert [quantity.qualifier for quantity in extract(text)] == [None]


@pytest.mark.parametrize("text", BOUNDS)
def test_up_to_is_a_bound_elsewhere(text):
    assert [quantity.qualifier for quantity in extract(text)] == ["at_most"]


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("Unter den 340 Booten im Hafen sind neue.", None),  # among them
        ("Die Quote fiel unter 5 Prozent.", "under"),
        ("Mehr als die Hälfte der Boote sank.", "over"),
    ],
)
def test_a_bound_ahead_of_an_article_in_german(text, qualifier):
    assert [quantity.qualifier for quantity in extract(text, "de")] == [qualifier]


def test_one_in_a_number_of_matches_is_no_share():
    tries, matches = extract("The side scored at least one try in nine straight matches.")
    assert (tries.value, matches.value) == (1, 9)


@pytest.mark.parametrize("text", ["Ca. 100 Pflanzen standen dort.", "Der Fund: Ca. 100 Pflanzen."])
def test_an_abbreviation_with_a_capital_ends_no_sentence(text):
    assert [quantity.qualifier for quantity in extract(text, "de")] == ["about"]
