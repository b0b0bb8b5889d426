"""Hyphens that break no line, and figure dashes, are read as those of a keyboard."""

import pytest

from pressroom.model.quantity import Interval
from pressroom.numbers import extract


@pytest.mark.parametrize("hyphen", ["-", "\u2010", "\u2011", "\u2012", "–"])
def test_a_range_of_money_is_one_quantity_whatever_dash_joins_it(hyphen):
    (amount,) = extract(f"Fares rose from $3.05{hyphen}$3.25 to more.")
    assert amount.value == Interval(3.05, 3.25)


@pytest.mark.parametrize("hyphen", ["-", "\u2010", "\u2011"])
def test_a_hyphen_joins_a_number_and_its_unit(hyphen):
    (stretch,) = extract(f"It takes a 40{hyphen}kilometre walk.")
    assert (stretch.value, stretch.unit) == (40, "kilometre")


@pytest.mark.parametrize("hyphen", ["-", "\u2011"])
def test_a_hyphen_joins_minus_and_its_number(hyphen):
    (cold,) = extract(f"It fell to minus{hyphen}30 degrees in the cold.")
    assert (cold.value, cold.kind) == (-30, "temperature")
