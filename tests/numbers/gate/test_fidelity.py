"""Wordings that readers took for something else than their sentence says."""

from __future__ import annotations

import pytest

from pressroom.numbers.gate.choice import find_wordings
from pressroom.numbers.quantities import extract

CLAUSE = "38 of the 61 berths can no longer take ships"


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        (f"The survey found that the channel has lost depth since last autumn, and {CLAUSE}.", True),
        (f"The channel has lost depth since last autumn, and {CLAUSE}.", True),
        # a phrase ahead says when both hold, or they hold under a condition
        (f"During the storms of last autumn the channel lost depth, and {CLAUSE}.", False),
        (f"If the channel loses depth and {CLAUSE}, then the port shuts.", False),
    ],
)
def test_a_whole_clause_that_and_joins_may_stand_alone(sentence: str, shown: bool) -> None:
    quantity = next(one for one in extract(sentence) if one.text == "38")
    labels = [one.label for one in find_wordings(quantity, "en") if not one.refused]
    assert ("of the 61 berths can no longer take ships" in labels) is shown
