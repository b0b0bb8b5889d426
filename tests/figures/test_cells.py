"""Cells as values, in the separators of several languages."""

from __future__ import annotations

from itertools import pairwise

import pytest
from babel.numbers import format_decimal, format_percent
from hypothesis import given
from hypothesis import strategies as st

from pressroom.figures.plot.scale import find_ticks
from pressroom.figures.text import numerals
from pressroom.figures.text.cells import parse_cell, parse_datum
from pressroom.figures.text.numerals import (
    format_alike,
    format_number,
    format_range,
    format_short,
    format_ticks,
)
from pressroom.model.figure import Datum
from pressroom.model.quantity import Qualifier
from pressroom.translations import LANGUAGES

CELLS = [
    ("1,240", "en", 1240),
    ("1.240", "de", 1240),
    ("1.24", "de", 1.24),
    ("3,5", "de", 3.5),
    ("1.234,5", "en", 1234.5),
    ("1,234,567", "de", 1234567),
    ("0.125", "de", 0.125),
    ("12 500", "fr", 12500),
    ("(12)", "en", -12),
    ("−7", "en", -7),
    ("€4.5 million", "en", 4.5e6),
    ("2,5 Mrd. Euro", "de", 2.5e9),
    ("63%", "en", 63),
    ("1.5e3", "en", 1500),
    (3, "en", 3),
    (2.5, "en", 2.5),
]


@pytest.mark.parametrize(("cell", "lang", "value"), CELLS)
def test_a_cell_is_its_value(cell: object, lang: str, value: float) -> None:
    found = parse_datum(cell, lang)
    assert found is not None
    assert found.value == pytest.approx(value)


@pytest.mark.parametrize(
    ("cell", "lang", "value", "unit"),
    [
        ("8 kg", "en", 8, "kg"),
        ("8 Kilogramm", "de", 8, "kg"),
        ("8 m", "en", 8, "m"),
        ("8m", "en", 8e6, ""),
        ("€8 m", "en", 8e6, "€"),
        ("8m2", "en", 8, "m²"),
        ("8 km/h", "en", 8, "km/h"),
        ("EUR 8", "en", 8, "€"),
        ("8 Euro", "de", 8, "€"),
        ("US$ 8 per day", "en", 8, "$ per day"),
        ("8–9 kg", "en", 8, "kg"),
        ("$8–9 million", "en", 8e6, "$"),
        ("8 Billionen Euro", "de", 8e12, "€"),
        ("8 mil millones", "es", 8e9, ""),
        ("8 trillion", "en", 8e12, ""),
        ("8 t CO2", "en", 8, "t CO2"),
        ("8 pour cent", "fr", 8, "%"),
        ("8% of all", "en", 8, "%"),
        ("8 (est.)", "en", 8, ""),
        ("8 provisional", "en", 8, ""),
        ("8 (kg)", "en", 8, "kg"),
        ("8²", "en", 8, ""),
        ("8 MW", "en", 8, "MW"),
        ("8 mW", "en", 8, "mW"),
        ("8 harbours", "en", 8, "harbours"),
    ],
)
def test_a_cell_has_its_unit(cell: str, lang: str, value: float, unit: str) -> None:
    found = parse_cell(cell, lang)
    assert found is not None
    assert (found.datum.value, found.unit) == (value, unit)


@pytest.mark.parametrize(
    ("cell", "qualifier"),
    [
        ("over 1,100", Qualifier.OVER),
        ("≥ 5", Qualifier.AT_LEAST),
        ("up to 20", Qualifier.AT_MOST),
        ("<3", Qualifier.UNDER),
        ("~7,000", Qualifier.ABOUT),
        ("rund 40", Qualifier.ABOUT),
        ("nearly 9", Qualifier.NEARLY),
    ],
)
def test_a_bound_stays_a_bound_and_keeps_its_words(cell: str, qualifier: Qualifier) -> None:
    found = parse_datum(cell, "en")
    assert found is not None
    assert (found.qualifier, found.label) == (qualifier, cell)


def test_ranges_missing_values_and_words() -> None:
    assert parse_datum("5–7", "en") == Datum(5.0, Qualifier.BETWEEN, 7.0, "5–7")
    assert parse_datum("7–5", "en") is None
    assert parse_datum("n/a", "en") == parse_datum("–", "de") == parse_datum(None, "en") == Datum(None)
    assert parse_datum("North", "en") is None
    assert parse_datum("Mai 5", "de") is parse_datum("5 kg 300 g", "en") is None
    assert parse_datum(True, "en") is None


def test_numbers_are_printed_as_the_language_does() -> None:
    assert [format_number(1234567.5, lang) for lang in ("en", "de", "fr", "de-CH", "xx")] == [
        "1,234,567.5",
        "1.234.567,5",
        "1\u202f234\u202f567,5",
        "1’234’567.5",
        "1,234,567.5",
    ]
    assert [format_number(1234, lang) for lang in ("en", "es")] == ["1,234", "1234"]
    assert (format_number(-0.5, "en"), format_number(1e-6, "en"), format_number(1e15, "en")) == (
        "−0.5",
        "0.000001",
        "1,000,000,000,000,000",
    )
    assert format_number(-0.001, "en", 1) == "0.0"
    with pytest.raises(ValueError, match="cannot be printed"):
        format_number(float("nan"), "en")


def test_large_numbers_are_told_in_words() -> None:
    assert format_short(4.5e6, "en") == "4.5\u00a0million"
    assert [format_short(1e6, lang) for lang in ("es", "fr", "de")] == [
        "1\u00a0millón",
        "1\u00a0million",
        "1\u00a0Mio.",
    ]
    assert format_short(2e15, "en") == "2,000\u00a0trillion"
    assert format_short(999_999, "en") == "999,999"
    assert format_short(3e9, "ru") == "3\u202f000\u202f000\u202f000"


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("it", ("1 milione", "1,5 milioni", "2,346 miliardi")),
        ("pt-BR", ("1 milhão", "1,5 milhão", "2,346 bilhões")),
        ("nl", ("1 miljoen", "1,5 miljoen", "2,346 miljard")),
        ("pl", ("1 mln", "1,5 mln", "2,346 mld")),
        ("uk", ("1 млн", "1,5 млн", "2,346 млрд")),
        ("ar", ("1 مليون", "1.5 مليون", "2.346 مليار")),
        ("he", ("1 מיליון", "1.5 מיליון", "2.346 מיליארד")),
        ("zh", ("100万", "150万", "23.46亿")),
        ("zh-TW", ("100萬", "150萬", "23.46億")),
        ("ja", ("100万", "150万", "23.46億")),
        ("ko", ("100만", "150만", "23.46억")),
    ],
)
def test_large_numbers_have_the_words_of_each_language(lang: str, words: tuple[str, ...]) -> None:
    found = [format_short(value, lang).replace("\u00a0", " ") for value in (1e6, 1.5e6, 2.346e9)]
    assert found == list(words)
    assert [parse_datum(cell, lang).value for cell in found] == [1e6, 1.5e6, 2.346e9]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_digits_and_shares_are_printed_as_cldr_has_them(lang: str) -> None:
    """But for the group sign of Slavic languages, whose narrow space is that of French here."""
    for value in (0.5, 999, 12345.6, 1234567.0):
        printed = format_number(value, lang).replace("\u202f", "\u00a0")
        assert printed == format_decimal(value, locale=lang).replace("\u202f", "\u00a0")
    printed = numerals.format_percent(62, lang).replace("\u202f", "\u00a0")
    assert printed == format_percent(0.62, locale=lang).replace("\u202f", "\u00a0")


@pytest.mark.parametrize(
    ("cell", "lang", "value", "qualifier"),
    [
        ("circa 3.200", "it", 3200, Qualifier.ABOUT),
        ("mais de 450", "pt", 450, Qualifier.OVER),
        ("ruim 450", "nl", 450, Qualifier.OVER),
        ("co najmniej 12", "pl", 12, Qualifier.AT_LEAST),
        ("близько 3200", "uk", 3200, Qualifier.ABOUT),
        ("نحو 3,200", "ar", 3200, Qualifier.ABOUT),
        ("יותר מ־450", "he", 450, Qualifier.OVER),
        ("约3200", "zh", 3200, Qualifier.ABOUT),
        ("約3200", "ja", 3200, Qualifier.ABOUT),
        ("약 3200", "ko", 3200, Qualifier.ABOUT),
    ],
)
def test_a_cell_keeps_the_doubt_of_its_language(cell, lang, value, qualifier) -> None:
    found = parse_datum(cell, lang)
    assert (found.value, found.qualifier) == (value, qualifier)


@pytest.mark.parametrize(
    ("values", "lang", "labels"),
    [
        ((0.0, 0.25, 0.5), "en", ["0.00", "0.25", "0.50"]),
        ((0.0, 1e6, 2e6), "de", ["0", "1\u00a0Mio.", "2\u00a0Mio."]),
        ((5.0, 10.0), "en", ["5", "10"]),
        ((4.31e6, 4.3100005e6, 4.310001e6), "en", ["4,310,000.0", "4,310,000.5", "4,310,001.0"]),
        (
            (7.7e12, 7.7000001e12),
            "fr",
            ["7\u202f700\u202f000\u202f000\u202f000", "7\u202f700\u202f000\u202f100\u202f000"],
        ),
    ],
)
def test_labels_of_an_axis_differ(values: tuple[float, ...], lang: str, labels: list[str]) -> None:
    assert format_ticks(values, lang) == labels


@given(
    low=st.floats(-1e18, 1e18).filter(
        lambda value: not value or abs(value) >= 1e-9
    ),  # what a figure may hold
    share=st.floats(0, 1) | st.sampled_from((1e-15, 1e-12, 1e-9, 1e-6)),
    most=st.integers(2, 8),
    lang=st.sampled_from(("en", "de", "fr", "ru")),
)
def test_a_scale_holds_its_data_and_no_two_labels_are_alike(
    low: float, share: float, most: int, lang: str
) -> None:
    high = low + abs(low) * share
    ticks = find_ticks(low, high, most)
    assert ticks[0] <= low <= high <= ticks[-1]
    assert all(one < two for one, two in pairwise(ticks))
    assert len(ticks) <= 2 * most + 2
    labels = format_ticks(ticks, lang)
    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize(
    ("low", "high", "lang", "words"),
    [
        (400, 650, "en", "400–650"),
        (1.2e6, 2.8e6, "en", "1.2–2.8\u00a0million"),
        (9e5, 2e6, "en", "900,000–2\u00a0million"),
        (1e6, 2e6, "es", "1\u00a0millón–2\u00a0millones"),
    ],
)
def test_a_range_says_its_scale_once(low: float, high: float, lang: str, words: str) -> None:
    assert format_range(low, high, lang) == words


def test_a_label_drops_parts_of_thousands_only() -> None:
    assert (format_short(12345.5, "en"), format_short(12.3456, "en")) == ("12,346", "12.35")


def test_numbers_beside_each_other_are_printed_in_one_way() -> None:
    assert format_alike([1_110_000, 620_000], "en") == ["1,110,000", "620,000"]
    assert format_alike([1_110_000, 0], "en") == ["1.11\u00a0million", "0"]
    assert format_alike([2e6, 3.5e6], "en") == ["2\u00a0million", "3.5\u00a0million"]
    assert format_alike([12, 7.5], "en") == ["12", "7.5"]
