"""Source and time of the small print belong to the clause of the number."""

from __future__ import annotations

import pytest

from pressroom.numbers.gate.choice import find_wordings
from pressroom.numbers.quantities import extract

# sentence, number, small print
DETAILS = [
    ("The harbour board said that 310 berths are let.", "310", "harbour board"),
    ("Acme won a £31 million deal, and Halden Holdings announced a sale.", "£31 million", ""),
    ("Ann Ost has led the yard for about 30 years, including as its head since July 2017.", "30 years", ""),
    ("According to its figures, the yard has 310 welders.", "310", ""),
    ("Timber surged as much as 50 per cent, the most since trading began in 2010.", "50 per cent", ""),
]


@pytest.mark.parametrize(("sentence", "number", "detail"), DETAILS, ids=[case[0] for case in DETAILS])
def test_the_small_print_is_that_of_the_number(sentence, number, detail):
    found = next(one for one in extract(sentence, "en") if one.text == number)
    assert {wording.detail for wording in find_wordings(found, "en")} <= {detail, ""}
    assert not detail or any(wording.detail == detail for wording in find_wordings(found, "en"))
