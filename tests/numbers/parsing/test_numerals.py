"""Written numbers and what they are worth."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressroom.numbers.languages import language
from pressroom.numbers.parsing.numerals import find_numerals
from pressroom.numbers.parsing.tokens import Tokens


def values(text: str, lang: str = "en") -> list[float]:
    return [numeral.value for numeral in find_numerals(Tokens(text, 0, len(text)), lang)]


WORDS = [
    ("two hundred and five million dollars", [205e6]),
    ("three and a half million voters", [3.5e6]),
    ("half a million people", [5e5]),
    ("three quarters of a million", [750000]),
    ("a quarter million people", [250000]),
    ("two dozen and half a dozen", [24, 6]),
    ("a hundred and two of those", [102]),
    ("nineteen hundred", [1900]),
    ("two thousand and two hundred", [2200]),
    ("five point five", [5.5]),
    ("3 and a half billion", [3.5e9]),
    ("10 1/2 miles and 7½ more", [10.5, 7.5]),
    ("two-thirds of it", [2 / 3]),
    ("one third.", [1 / 3]),
    ("fell by a third to 41,270", [1 / 3, 41270]),
    ("one-fifth of deaths", [0.2]),
    ("more than half of it", [0.5]),
    ("one and two", [1, 2]),
    ("twenty twenty", [20, 20]),
    ("one million and two million", [1e6, 2e6]),
    ("several thousand", []),
    ("a third term and a second one", [1]),
    ("three quarters in a row", [3]),
    ("14 500 households", [14500]),
    ("12,34,567 rupees", [1234567]),
    (".08 percent", [0.08]),
    ("1.2.3", []),
]


@pytest.mark.parametrize(("text", "expected"), WORDS)
def test_english_words_and_digits(text, expected):
    assert values(text) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("de", "zweihundertfünf Häuser", [205]),
        ("de", "dreiundzwanzig Tote", [23]),
        ("de", "eintausendzweihundert Menschen", [1200]),
        ("de", "anderthalb Jahre", [1.5]),
        ("de", "mehr als die Hälfte der Boote", [0.5]),
        ("de", "die zweite Hälfte der Saison", []),
        ("de", "um die Hälfte teurer", []),
        ("fr", "plus de la moitié des bateaux", [0.5]),
        ("fr", "à la moitié de la saison", []),
        ("es", "casi la mitad de los barcos", [0.5]),
        ("es", "en la mitad de la temporada", []),
        ("de", "mehrere Tausend Menschen", []),
        ("de", "Achtung", []),
        ("de", "3,5 Mio. Euro", [3.5e6]),
        ("fr", "quatre-vingt-douze communes", [92]),
        ("fr", "soixante et onze", [71]),
        ("fr", "mille deux cents passagers", [1200]),
        ("fr", "deux cent mille", [200000]),
        ("es", "treinta y cuatro casas", [34]),
        ("es", "doscientos cinco", [205]),
        ("es", "dos mil millones", [2e9]),
    ],
)
def test_words_of_other_languages(lang, text, expected):
    assert values(text, lang) == expected


ONES = list(language("en").numerals.small)[:20]
TENS = dict(zip(range(20, 100, 10), list(language("en").numerals.small)[20:28], strict=True))


def spoken(number: int) -> str:
    """Say a whole number in English."""
    for scale, word in ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= scale:
            rest = number % scale
            joint = " and " if 0 < rest < 100 else " "
            return f"{spoken(number // scale)} {word}{joint + spoken(rest) if rest else ''}"
    if number < 20:
        return ONES[number]
    return TENS[number // 10 * 10] + (f"-{ONES[number % 10]}" if number % 10 else "")


@given(st.integers(2, 10**12 - 1))
def test_any_number_is_read_as_it_is_said(number):
    assert values(spoken(number)) == [number]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Exporta en un año 5 mil 700 millones de dólares.", [5_700_000_000]),
        ("Hay un agente por cada mil 360 habitantes.", [1360]),
        ("Hubo 22 mil 432 casos.", [22_432]),
        ("Son 114 millones, 99 mil 319 pesos.", [114_099_319]),
        ("Son 2 millones 300 mil pesos.", [2_300_000]),
        ("Pagó 2 millones, 300 mil el año pasado.", [2_000_000, 300_000]),
        ("Fueron 5 mil 419,4 millones de pesos.", [5_419_400_000]),
        ("Vinieron 5 mil y 12 mil personas.", [5000, 12_000]),
        ("De los 3 mil, 300 son nuevos.", [3000, 300]),
        ("Vendió dos mil trescientas casas.", [2300]),
    ],
)
def test_digits_behind_a_thousand_in_a_word_are_added(text: str, found: list[float]) -> None:
    assert values(text, "es") == found
