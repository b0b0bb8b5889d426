"""Whether a wording leaves a part of its sentence out, and which one a tile shows then."""

from __future__ import annotations

import pytest

from pressroom.model.numbers import find_shown
from pressroom.numbers import extract
from pressroom.numbers.gate.choice import find_wordings

LONG = (
    "The number of ferries in the bay was almost halved to about 15, after the Aldmoor line had lost a "
    "quarter of all its crossings and most of the freight to the local ports."
)
ADDED = LONG.replace("after the Aldmoor line had lost", "taking from the Aldmoor line")


@pytest.mark.parametrize(
    ("sentence", "number", "shown", "whole"),
    [
        ("The canteen sold 4,100 meals.", "4,100", "meals sold by the canteen", True),
        ("In addition, the canteen sold 4,100 meals.", "4,100", "meals sold by the canteen", True),
        (
            "KIEL, May 3, 2029 -- The canteen sold 4,100 meals.",
            "4,100",
            "“The canteen sold 4,100 meals”",
            True,
        ),
        # who says so stands in the small print
        ("Some 45 sailors were hurt, the State Office said.", "45", "sailors were hurt", True),
        # the sentence, where its clause leaves something out
        (
            "The attack hurt 140 people, among them the five men who began it.",
            "140",
            "“The attack hurt 140 people, among them the five men who began it”",
            True,
        ),
        (
            "So far in 2029, the team arrested 91 men and searched 441 flats in Kiel.",
            "91",
            "“So far in 2029, the team arrested 91 men and searched 441 flats in Kiel”",
            True,
        ),
        # another clause tells of something else
        ("The canteen sold 4,100 meals, and fees fell.", "4,100", "meals sold by the canteen", True),
        # the sentence would be too long for a tile
        (LONG, "15", "“The number of ferries in the bay was almost halved to about 15”", False),
        # a participle only adds to it
        (ADDED, "15", "“The number of ferries in the bay was almost halved to about 15”", True),
        # who says so, in the sentence
        (
            "Some 45 sailors were hurt, but not all will leave, the mayor of Brin said.",
            "45",
            "“Some 45 sailors were hurt, but not all will leave, the mayor of Brin said”",
            True,
        ),
    ],
)
def test_a_tile_shows_what_leaves_nothing_out(sentence: str, number: str, shown: str, whole: bool) -> None:
    quantity = next(one for one in extract(sentence, "en") if one.text == number)
    taken = find_shown(find_wordings(quantity, "en"))
    assert taken is not None
    assert (taken.label, taken.whole) == (shown, whole)
