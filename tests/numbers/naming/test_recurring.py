"""Names with a number in them that a whole text gives away, and headlines, where capitals tell nothing."""

import pytest

from pressroom.numbers import extract
from pressroom.numbers.naming.recurring import find_recurring_names
from pressroom.numbers.quantities import analyze

NAMES = [
    ("412 Storage Partners opens a depot. 412 Storage Partners was sold.", {"412 Storage Partners"}),
    ("A Boeing 737 landed. The Boeing 737 fleet is old.", {"Boeing 737"}),
    ("They met at Four Seasons. Four Seasons is full.", {"Four Seasons"}),
    ("They met at Two Harbours. Two Harbours is full.", {"Two Harbours"}),
    ("Acme 66 leaders met. Acme 66 is old. At Acme 66, all is well. Acme 66 has won.", {"Acme 66"}),
    ("Gala\n\nAcmes 66 leaders met.\n\nAcmes 66 joined them.\n\nAcmes 66 engineers met.\n\nAcmes 66 will go.",
     {"Acmes 66"}),
    ("Gala\n\nAbout 66 boats sank.\n\nAbout 66 men met.\n\nAbout 66 joined.\n\nAbout 66 will go.", set()),
    ("BE 2021-22 is high. BE 2021-22 was low.", set()),
    ("The 27 Member States agreed. All 27 Member States signed.", set()),
    ("In Bremen 40 people met. In Bremen 40 boats sank.", set()),
    ("It opened on May 12. It closed on May 12.", set()),
    ("Acme 12 is new.", set()),
]  # fmt: skip  # a row in one line
HEADLINES = [
    # text, value, what is counted
    ("Police Arrest 7 Suspects After Harbour Raid", 7, "suspect"),
    ("Fire Kills Twelve People in Bremen Hotel", 12, "people"),
    ("Harbour Man Sentenced to 21 Years in Prison", 21, "year"),
    ("Council Approves 300 Homes Near Station", 300, "home"),
]
OF_NAMES = [
    "Unions, including 3F, called for a strike.",
    "The 49ers won at home.",
    "The film 12 Angry Men was shown.",
    "Three Mile Island reopened.",
    "They sold them one box at a time under section 407(c)(3).",
    "She lives at Pier 39, Apt. 12.",
]


@pytest.mark.parametrize(("text", "names"), NAMES)
def test_a_name_is_found_where_it_recurs_and_stands_as_one_thing(text, names):
    assert find_recurring_names(text) == names


def test_a_name_of_the_whole_text_is_no_number_in_any_part_of_it():
    found = analyze("Acme hired 412 Storage Partners.", names=frozenset({"412 Storage Partners"}))
    assert found.quantities == ()
    assert [exclusion.reason for exclusion in found.excluded] == ["part of a name"]


@pytest.mark.parametrize(("text", "value", "unit"), HEADLINES)
def test_a_number_in_a_headline_counts_though_all_words_have_capitals(text, value, unit):
    (found,) = extract(text)
    assert (found.value, found.unit) == (value, unit)


@pytest.mark.parametrize("text", OF_NAMES)
def test_a_number_in_a_name_is_no_quantity(text):
    assert extract(text) == ()
