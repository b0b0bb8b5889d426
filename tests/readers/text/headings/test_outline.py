"""Numbers that make an outline."""

from __future__ import annotations

import pytest

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


@pytest.mark.parametrize(
    "title",
    [
        "4 Killed After Bus Leaves Road",
        "12 Schools to Open in the North",
        "2.5 Million Without Power After Storm",
        "300 Jobs to Go at the Mill",
    ],
)
def test_a_headline_may_begin_with_a_number(title: str) -> None:
    document = read(f"{title}\n\n{BODY}\n\n{BODY}\n")
    assert document.title is not None
    assert document.title.text == title
    assert document.title.number == ""


def test_a_list_of_the_text_does_not_number_its_headline() -> None:
    document = read(
        f"4 Things to Know About the Vote\n\n{BODY}\n\n5. Bring a pen.\n6. Come early.\n\n{BODY}\n"
    )
    assert document.title is not None
    assert document.title.text == "4 Things to Know About the Vote"


def test_bare_numbers_that_go_on_are_an_outline() -> None:
    document = read("".join(f"{number} {name}\n\n{BODY}\n\n" for number, name in NUMBERED))
    assert document.title is None
    assert outline(document) == [f"{number} {name}" for number, name in NUMBERED]


NUMBERED = [(3, "Data of the Study"), (4, "Methods of the Study"), (5, "Results of the Study")]
