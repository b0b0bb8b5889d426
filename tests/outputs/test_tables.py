"""Tables that are wide or long: numbers stay whole, heads repeat, and no page is left with a title alone."""

from __future__ import annotations

import pytest

from tests.outputs.finished import Finished, finish

pytestmark = pytest.mark.slow


def write_table(columns: int, rows: int, number: str) -> str:
    """A table of numbers that differ from each other; ``number`` is formatted with row and column."""
    head = ["District", *(f"Y{column:02}" for column in range(1, columns))]
    lines = [head, ["---"] * columns]
    lines += [
        [f"District {row}", *(number.format(r=row + 10, c=column + 10) for column in range(1, columns))]
        for row in range(rows)
    ]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


def list_numbers(columns: int, rows: int, number: str) -> list[str]:
    return [number.format(r=row + 10, c=column + 10) for row in range(rows) for column in range(1, columns)]


WIDE = {
    "months with a currency": (14, 4, "£{r},{c}7,105"),
    "twenty negative numbers": (20, 5, "-{r}{c}41.5"),
    "groups parted by spaces": (16, 5, "{r} {c}4 209"),
    "groups with units": (14, 5, "{r} {c}4 kg"),
    "per cents": (24, 14, "{r}.{c}%"),
    "ranges": (15, 4, "{r}{c}-{r}{c}9"),
}


@pytest.fixture(scope="module", params=WIDE)
def wide(request) -> tuple[Finished, list[str]]:
    columns, rows, number = WIDE[request.param]
    return finish(f"## Data\n\n{write_table(columns, rows, number)}"), list_numbers(columns, rows, number)


def test_no_number_is_broken_or_cut_in_the_pdf(wide):
    made, numbers = wide
    for number in numbers:
        page, boxes = made.find(number.removesuffix(" kg"))
        assert max(box[1] for box in boxes) - min(box[1] for box in boxes) < 4, number
        assert max(box[2] for box in boxes) < made.sizes[page][0] - 50, number
    assert made.rules == ()


def test_title_and_heading_stand_over_their_table(wide):
    made, numbers = wide
    assert "Report" in made.pages[0]
    assert "Data" in made.pages[0]
    assert numbers[0] in made.pages[0]


SENTENCES = "The warden walked along the wall and wrote down what he saw of the lamps and the locks. "


def write_rows(*lengths: int) -> str:
    rows = [f"| {number} | {SENTENCES * length}| warden {number} |" for number, length in enumerate(lengths)]
    return "\n".join(["| No | Observation | Reporter |", "|---|---|---|", *rows, ""])


LONG = {
    "a row over three pages": (80,),
    "a long row among short ones": (1, 1, 60, 1, 1),
    "rows of half a page": (14, 14, 14, 14, 14),
    "a row of nearly a page": (26, 1),
    "many short rows": (1,) * 120,
}


@pytest.fixture(scope="module", params=LONG)
def long(request) -> tuple[Finished, int]:
    lengths = LONG[request.param]
    return finish(f"## Data\n\n{write_rows(*lengths)}\nAfter the table.\n", contents="never"), len(lengths)


def test_each_page_of_a_long_table_has_its_head(long):
    made, _ = long
    for page in made.pages:
        if "The warden walked" in page or "locks." in page:
            assert page.index("No Observation Reporter") < page.index("w")


def test_no_page_ends_after_title_or_heading(long):
    made, rows = long
    assert "No Observation Reporter" in made.pages[0]
    assert "The warden walked" in made.pages[0]
    assert all(len(page) > 200 for page in made.pages[:-1])
    assert [f"warden {row}" for row in range(rows) if f"warden {row}" not in made.pdf] == []


BLOCKS = {
    "a tall table of few rows": write_rows(3, 4, 3, 4, 3, 4, 3, 4),
    "an aside of a page": "> [!NOTE]\n" + "\n>\n".join(f"> {SENTENCES * 3}" for _ in range(14)),
    "code of a page": "```\n" + "\n".join(f"line {number} of the log" for number in range(70)) + "\n```",
    "a list of long items": "\n".join(f"- {SENTENCES * 9}" for _ in range(6)),
}


@pytest.mark.parametrize("name", BLOCKS)
def test_what_follows_a_heading_begins_on_its_page(name):
    made = finish(f"## Data\n\n{BLOCKS[name]}\n\nAfter it.\n", formats=("pdf",), contents="never")
    assert "Data" in made.pages[0]
    assert "warden" in made.pages[0] or "line 0" in made.pages[0]
    assert all(len(page) > 200 for page in made.pages[:-1])
