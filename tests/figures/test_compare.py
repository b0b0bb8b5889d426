"""Which two numbers of a text may stand on one axis."""

from __future__ import annotations

import pytest

from pressroom.figures.rules.compare import find_counted_words, find_objection
from tests.making import quantity


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("open wards", "open ward", True),
        ("glass bottle", "glass bottles", True),
        ("the wards in Ulm", "wards in Au", True),
        ("wards", "beds", False),
    ],
)
def test_things_are_the_same_in_singular_and_plural(one: str, other: str, same: bool) -> None:
    first, second = quantity("12", 0, subject=one), quantity("15", 40, subject=other)
    assert (find_counted_words(first) == find_counted_words(second)) is same
    objection = find_objection(first, second, lambda each: each.text)
    assert objection == ("" if same else f"“12” and “15” do not count the same ({one}; {other})")
