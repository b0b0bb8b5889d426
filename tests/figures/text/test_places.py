"""A number is found in its sentence where its offset says, else where its words stand."""

from __future__ import annotations

from dataclasses import replace

from pressroom.figures.text.places import find_start
from pressroom.numbers import extract

TEXT = "Of the 40 boats, 40 are new."


def test_a_number_that_stands_twice_has_its_own_place() -> None:
    first, second = extract(TEXT, "en")
    assert (find_start(first), find_start(second)) == (TEXT.find("40"), TEXT.rfind("40"))


def test_other_white_space_moves_it() -> None:
    quantity = extract("There are 340 boats.", "en")[0]
    printed = replace(quantity, sentence_text="There  are 340 boats.")
    assert find_start(printed) == printed.sentence_text.find("340")
    assert find_start(replace(quantity, sentence_text="There are boats.")) == 0
