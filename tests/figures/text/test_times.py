"""Words behind a value that say when."""

from __future__ import annotations

import pytest

from pressroom.figures.text.times import find_time


@pytest.mark.parametrize(
    ("behind", "told"),
    [
        (" from Friday into Saturday.", "from Friday into Saturday"),
        (" as at Aug 31 last year.", "as at Aug 31 last year"),
        (", after the vote.", "after the vote"),
        (" per cent in a single year, and costs fell in May.", "in a single year"),
        (" per cent - a gain of 20 points in a single year - incredible.", "in a single year"),
        (" in the past 25 years, a rise of almost 400 per cent.", "in the past 25 years"),
        (", an increase of almost 400 per cent.", ""),
        (" pour cent en un an.", "en un an"),
        (" boats, which came in May last year.", ""),
        (" boats; the others came last year.", ""),
        (" boats of the harbour.", ""),
        (" Prozent im selben Jahr.", "im selben Jahr"),
        (" pour cent depuis la réforme.", "depuis la réforme"),
        (" por ciento en un año.", "en un año"),
    ],
)
def test_a_time_goes_to_the_end_of_its_clause(behind: str, told: str) -> None:
    assert find_time(f"It rose to 40{behind}", len("It rose to 40")) == told
