"""A change with its level is two values; signs, letters of scale and ranges beside it are read as written."""

from __future__ import annotations

import pytest

from pressroom.model.quantity import Interval, Role
from pressroom.numbers import extract

READ = [
    ("The contract fell $1.61 to $44.61 on Thursday.", ["$1.61", "$44.61"]),
    ("The gap rose 200 million to 7.2 billion euros.", ["200 million", "7.2 billion euros"]),
    ("Jobs in textiles fell 180,000 to 1.94 million.", ["180,000", "1.94 million"]),
    ("Fares rose 5 to 20 pounds.", ["5 to 20 pounds"]),
    ("SALES ROSE MORE THAN 10 PCT THIS YEAR", ["10 PCT"]),
    ("It paid 200 million to 7.2 billion euros.", ["200 million to 7.2 billion euros"]),
    ("The fee is $3 to $5.", ["$3 to $5"]),
    ("It was put back another £100 million to £12.8 billion.", ["£100 million", "£12.8 billion"]),
    ("The error of the poll is plus-or-minus 6%.", ["6%"]),
    ("It fell to minus 6%.", ["minus 6%"]),
    ("The court imposes a $3K/day fine.", ["$3K/day"]),
]


@pytest.mark.parametrize(("text", "numbers"), READ, ids=[case[0] for case in READ])
def test_values_of_a_sentence(text, numbers):
    assert [quantity.text for quantity in extract(text, "en")] == numbers


def test_what_a_level_was_reached_by_is_a_change():
    by, level = extract("Sales fell £180 million to £1.9 billion.", "en")
    assert (by.role, level.role) == (Role.CHANGE, Role.LEVEL)


@pytest.mark.parametrize(
    ("text", "was"),
    [
        ("Inflation rose to 8.1 per cent in March from February's 7.7 per cent.", "7.7 per cent"),
        ("Membership fell to 3,400 from last year’s 3,900.", "3,900"),
        ("It fell to £4 million from the state's £9 million fund.", None),
    ],
)
def test_the_time_of_an_earlier_value_may_stand_ahead_of_it(text: str, was: str | None) -> None:
    comparison = extract(text, "en")[0].comparison
    assert (comparison.text if comparison else None) == was


def test_a_rate_that_is_written_once_is_that_of_both_values():
    found = extract("Visits rose from 3,900 to 4,700 a month, and loans by 11 per cent.", "en")
    earlier, level = (one for one in found if one.text in ("3,900", "4,700"))
    assert level.comparison is not None
    assert (level.comparison.kind, level.comparison.text) == ("from", "3,900")
    assert (earlier.role, earlier.unit) == (Role.EARLIER, level.unit)


def test_a_participle_ahead_of_a_range_makes_no_change_of_it():
    (found,) = extract("Les offres faites par la ville s’échelonnaient de 0,50% à 1,25%.", "fr")
    assert found.value == Interval(0.5, 1.25)


@pytest.mark.parametrize(
    ("text", "lang", "whole"),
    [
        ("Se han reparado más de 2.200 barcas y más de 18.000 redes.", "es", None),
        ("On a réparé plus de 2 200 bateaux et plus de 18 000 filets.", "fr", None),
        ("Se han reparado 2.200 de más de 18.000 redes.", "es", 18000),
        ("Se han reparado 2.200 de las 18.000 redes.", "es", 18000),
        ("They mended more than 2,200 of more than 18,000 nets.", "en", 18000),
    ],
)
def test_the_preposition_of_a_qualifier_makes_no_whole(text: str, lang: str, whole: float | None) -> None:
    comparison = extract(text, lang)[0].comparison
    assert (comparison.value if comparison else None) == whole


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("Le résultat progresse de 11,9 millions d’euros, à 119,8 millions d’euros.", None),
        ("Le nombre passe de 12 à 120.", 12),
        ("Le loyer baisse de 120 à 90 euros.", 120),
    ],
)
def test_in_french_the_preposition_of_a_change_may_say_by_how_much(text: str, before: float | None) -> None:
    comparison = extract(text, "fr")[-1].comparison
    assert (comparison.value if comparison else None) == before


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("El índice después de tres meses se estableció al 6,6 %.", "es"),
        ("Près de la moitié des requérants a 22 ans ou moins.", "fr"),
        ("The fund beat two-thirds of the firms over three years.", "en"),
    ],
)
def test_a_length_of_time_is_neither_a_value_before_nor_the_whole_of_something_else(text, lang):
    assert [quantity.comparison for quantity in extract(text, lang) if quantity.comparison] == []


def test_days_of_a_month_are_a_whole():
    twelve = extract("It rained on 12 of the 30 days.", "en")[0]
    assert twelve.comparison is not None
    assert twelve.comparison.kind == "whole"


@pytest.mark.parametrize(
    ("text", "lang", "value"),
    [
        ("La commune a environ 50,000 habitants.", "fr", 50_000),
        ("Die Stadt hat 50,000 Einwohner.", "de", 50_000),
        ("Le taux est de 2,125 %.", "fr", 2.125),
    ],
)
def test_three_zeros_behind_a_comma_are_thousands(text, lang, value):
    assert extract(text, lang)[0].value == value


def test_a_time_that_opens_a_stretch_is_no_period():
    first, second, *_ = extract("The grant was cut from £11m to £5m from this year up to the next.", "en")
    assert (first.period, second.period) == ("", "")


def test_a_count_ends_ahead_of_a_day():
    assert extract("Beamte des Abschnitts 21 gestern Nachmittag festnahmen ihn.", "de") == ()


@pytest.mark.parametrize(
    ("text", "was"),
    [
        ("The bank made £26 million, a remarkable leap from £4 million in 2023.", "£4 million"),
        ("The margin shrank to 18.9% of sales, from 20.6% in the year-earlier period.", "20.6%"),
        ("Some 11% of beds are taken, down from a peak of 41% in April.", "41%"),
        ("It spent 9% of sales, far from 20% of the town.", None),
    ],
)
def test_a_level_with_the_value_that_it_came_from(text, was):
    level = extract(text, "en")[0]
    assert (level.comparison.text if level.comparison else None) == was


def test_a_number_in_a_compound_is_no_whole():
    assert extract("They made 16 of a 19-count set.", "en")[0].comparison is None


def test_several_dozens_are_no_twelve():
    assert not extract("Mehrere Dutzend Boote sanken, und zig Millionen kamen.", "de")
    assert [quantity.value for quantity in extract("Ein Dutzend Boote sank.", "de")] == [12]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Support varies greatly from 43% in industry to 60% in building.", "en"),
        ("L’aide varie de 43% dans l’industrie à 60% dans le bâtiment.", "fr"),
        ("La ayuda varía de 43% en la industria a 60% en la construcción.", "es"),
    ],
)
def test_what_varies_from_one_to_the_other_is_no_change(text, lang):
    assert [quantity.comparison for quantity in extract(text, lang) if quantity.comparison] == []


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Die Bewegung wuchs von 400 auf 600 Mitglieder.", "de"),
        ("Varna grew from 40 schools to 60.", "en"),
        ("Les cas de variole passèrent de 40 à 60.", "fr"),
    ],
)
def test_a_name_that_is_spelt_like_a_verb_of_ranges_leaves_a_change(text, lang):
    assert [quantity.comparison.kind for quantity in extract(text, lang) if quantity.comparison] == ["from"]


@pytest.mark.parametrize(
    ("text", "value"), [("It took 2.000 seconds.", 2.0), ("It has 10,000 points.", 10_000)]
)
def test_a_point_ahead_of_zeros_is_that_of_decimals_in_english(text, value):
    assert extract(text, "en")[0].value == value


@pytest.mark.parametrize(
    ("lang", "text", "whole"),
    [
        ("en", "Of the 40 schools, 12 schools are shut.", "40"),
        ("de", "Von den 40 Schulen sind 12 Schulen geschlossen.", "40"),
        ("de", "Von den 40 Schulen liegen 12 Kilometer entfernt.", None),
    ],
)
def test_a_whole_may_open_the_sentence(lang, text, whole):
    part = extract(text, lang)[1]
    assert (part.comparison.text if part.comparison else None) == whole
