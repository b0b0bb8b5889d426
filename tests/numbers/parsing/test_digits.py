"""Separators of every language, and powers of ten."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressroom.numbers.languages import language
from pressroom.numbers.parsing.digits import MOST_POWER, parse_digits, parse_power_of_ten
from pressroom.numbers.parsing.tokens import Tokens


@given(
    st.integers(10_000, 10**12),
    st.sampled_from([("en", ","), ("de", "."), ("fr", "\u202f"), ("es", "."), ("en", "’")]),
)
def test_any_number_is_read_as_it_is_grouped(number, how):
    lang, mark = how
    assert parse_digits(f"{number:,}".replace(",", mark), language(lang)) == number


@given(
    st.decimals(0, 10**6, places=2), st.sampled_from([("en", ".", ","), ("de", ",", "."), ("es", ",", ".")])
)
def test_decimals_are_read_with_the_marks_of_the_language(number, how):
    lang, point, group = how
    written = f"{number:,.2f}".replace(",", "g").replace(".", point).replace("g", group)
    assert parse_digits(written, language(lang)) == pytest.approx(float(number))


@pytest.mark.parametrize(
    ("digits", "value"),
    [("٤٬٥٠٠", 4500), ("٤٫٥", 4.5), ("１，２００", 1200), ("6\u2060000", 6000), ("6\u200b000", 6000)],
)
def test_digits_of_other_scripts_and_marks_that_do_not_show(digits, value):
    assert parse_digits(digits, language("en")) == value
    (token,) = [
        Tokens(digits, 0, len(digits)).written(at) for at in range(Tokens(digits, 0, len(digits)).size)
    ]
    assert token == digits


def power(text: str) -> tuple[int, float] | None:
    return parse_power_of_ten(Tokens(text, 0, len(text)), 1)


SIGNS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


@given(st.integers(-MOST_POWER, MOST_POWER), st.sampled_from("×x·*"))
def test_powers_of_ten_are_read_in_either_form(number, times):
    value = pytest.approx(10.0**number)
    raised, caret = (power(f"3 {times} 10{how}") for how in (str(number).translate(SIGNS), f"^{number}"))
    assert raised is not None
    assert caret is not None
    assert raised[1] == caret[1] == value


@pytest.mark.parametrize(
    "text", ["4 x 10 m", "4 x 100", "4 x 10-5", "3 ^ 10", "5e99", "5each", f"3 × 10^{MOST_POWER + 1}"]
)
def test_what_is_no_power_of_ten(text):
    assert power(text) is None
