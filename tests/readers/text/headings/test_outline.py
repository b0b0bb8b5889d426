"""Numbers that make an outline."""

from __future__ import annotations

from tests.readers.text.covering import outline
from tests.readers.text.reading import BODY, read


def test_times_are_no_outline() -> None:
    text = (
        "Trip\n\nWhat we do\n09.14 Train from Hamburg\n14.02 Arrival at the hostel\n16.00 Tour of the city\n"
    )
    assert "09.14" not in " ".join(outline(read(text + f"\n{BODY}\n")))


def test_letters_up_to_i_stay_letters() -> None:
    heads = [f"{letter}. Part of the plan" for letter in "ABCDEFGHIJ"]
    found = outline(read("".join(f"{head}\n\n{BODY}\n\n" for head in heads)))
    assert found == [f"{letter} Part of the plan" for letter in "ABCDEFGHIJ"]
