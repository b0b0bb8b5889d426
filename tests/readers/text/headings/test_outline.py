"""Numbers that make an outline."""

from __future__ import annotations

from itertools import permutations

import hypothesis.strategies as st
import pytest
from hypothesis import given

from pressroom.readers.text.headings.outline import find_chained
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


@pytest.mark.parametrize(
    "numbers", [("26/36", "26/37", "26/38", "26/40"), ("064/26", "065/26", "066/26", "068/26")]
)
def test_minutes_number_their_items_by_year(numbers: tuple[str, ...]) -> None:
    heads = ("Minutes of August", "2x2 metres of quay", "Staff, and those who plan", "Fees:")
    items = [f"{number} {head}" for number, head in zip(numbers, heads, strict=True)]
    document = read("Harbour council of 4 May 2026\n\n" + "".join(f"{item}\n\n{BODY}\n\n" for item in items))
    assert outline(document) == ["= Harbour council of 4 May 2026", *items]


@pytest.mark.parametrize(
    "lines",
    [
        ("1/2 of the boats", "3/4 of the crews", "5/6 of the nets"),  # shares
        ("24/7 service", "24/7 repairs"),
    ],
)
def test_other_pairs_of_numbers_are_words(lines: tuple[str, ...]) -> None:
    document = read("Of ports\n\n" + "".join(f"{line}\n\n{BODY}\n\n" for line in lines))
    assert all(section.heading.number == "" for section in document.sections)


@given(st.sets(st.lists(st.integers(0, 5), min_size=1, max_size=4).map(tuple), max_size=12))
def test_a_number_is_chained_where_any_other_goes_on_with_it(paths: set[tuple[int, ...]]) -> None:
    pairs = [{one, other} for one, other in permutations(paths, 2) if goes_on(one, other)]
    assert find_chained(paths) == frozenset().union(*pairs)


def goes_on(before: tuple[int, ...], after: tuple[int, ...]) -> bool:
    deeper = after[len(before) :]
    if deeper:
        return after[: len(before)] == before and deeper[0] <= 2 and max(deeper[1:], default=0) <= 1
    *same, last = after
    return before[: len(same)] == tuple(same) and 1 <= last - before[len(same)] <= 3


@pytest.mark.parametrize(
    ("one", "other", "are_chained"),
    [
        ((3,), (4,), True),
        ((3,), (6,), True),
        ((3,), (7,), False),
        ((4,), (4, 1), True),
        ((4,), (4, 2), True),
        ((4,), (4, 3), False),
        ((4,), (4, 1, 1), True),
        ((4,), (4, 1, 2), False),
        ((4, 1), (4, 2), True),
        ((4, 1), (5, 2), False),
        ((4, 1), (5,), True),
        ((4, 2, 3), (4, 3), True),
        ((4, 1), (3,), False),
    ],
)
def test_which_number_goes_on_with_another(
    one: tuple[int, ...], other: tuple[int, ...], are_chained: bool
) -> None:
    assert find_chained({one, other}) == (frozenset({one, other}) if are_chained else frozenset())


def test_very_many_numbers_are_looked_at_once() -> None:
    assert find_chained({(3 * number,) for number in range(60_000)})
    assert not find_chained({(4 * number,) for number in range(60_000)})
