"""Cells as values, in the separators of several languages."""

from __future__ import annotations

import pytest

from pressroom.figures.text.cells import parse_datum
from pressroom.figures.text.numerals import (
    format_alike,
    format_number,
    format_range,
    format_short,
    format_tick,
)
from pressroom.model.figure import Datum
from pressroom.model.quantity import Qualifier

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
    assert (format_tick(0.5, 0.25, "en"), format_tick(2e6, 1e6, "de"), format_tick(10, 5, "en")) == (
        "0.50",
        "2\u00a0Mio.",
        "10",
    )


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
