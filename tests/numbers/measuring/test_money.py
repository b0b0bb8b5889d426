"""Signs and codes of money, wherever they stand, and the values that they are read with."""

import pytest

from pressroom.numbers import extract

AMOUNTS = [
    # text, value, currency
    ("The pier cost RM12.5 million.", 12_500_000, "ringgit"),
    ("The pier cost RM 40,000.", 40_000, "ringgit"),
    ("A berth costs $US40.", 40, "dollar"),
    ("A berth costs US$40.", 40, "dollar"),
    ("The harbour owes $A5m.", 5_000_000, "australian dollar"),
    ("The harbour owes A$5m.", 5_000_000, "australian dollar"),
    ("The harbour owes CA$5m.", 5_000_000, "canadian dollar"),
    ("The harbour owes HK$5m.", 5_000_000, "hong kong dollar"),
    ("The harbour owes NT$5m.", 5_000_000, "taiwan dollar"),
    ("The harbour owes S$5m.", 5_000_000, "singapore dollar"),
    ("The harbour owes R$5m.", 5_000_000, "real"),
    ("The harbour owes R5m.", 5_000_000, "rand"),
    ("The harbour owes R12.5 billion.", 12_500_000_000, "rand"),
    ("The harbour owes YEN 400 million.", 400_000_000, "yen"),
    ("The harbour owes ₹30 lakh.", 3_000_000, "rupee"),
    ("The harbour owes Rs500 crore.", 5_000_000_000, "rupee"),
    ("The harbour owes Rs 1.5 lakh crore.", 1_500_000_000_000, "rupee"),
    ("A ticket costs kr 400.", 400, "krone"),
    ("A ticket costs 400 kr today.", 400, "krone"),
    ("A ticket costs 40 zł today.", 40, "zloty"),
    ("A ticket costs ₺30.", 30, "turkish lira"),
    ("A ticket costs ₽30.", 30, "ruble"),
    ("A ticket costs ₩3,000.", 3_000, "won"),
    ("A ticket costs ₦300.", 300, "naira"),
]


@pytest.mark.parametrize(("text", "value", "currency"), AMOUNTS)
def test_an_amount_is_read_with_the_currency_of_its_sign(text, value, currency):
    (amount,) = extract(text)
    assert (amount.value, amount.unit) == (value, currency)


def test_a_dollar_sign_ahead_of_the_letters_of_its_country_stands_behind_a_number_too():
    (amount,) = extract("Le quai a coûté 40 millions $US.", "fr")
    assert (amount.value, amount.unit) == (40_000_000, "dollar")


def test_the_letter_of_a_currency_in_the_name_of_a_thing_is_no_money():
    assert extract("The R2 robot drove along the R400 road.") == ()


def test_a_sign_of_money_ahead_of_the_second_number_of_a_list_is_not_that_of_the_first():
    first, second = extract("They sold 40, $12 of it in cash.")
    assert (first.unit, second.unit) == ("", "dollar")
