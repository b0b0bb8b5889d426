"""Marks that stand alone on their lines, and bullets that Word and Excel paste."""

from __future__ import annotations

import pytest

from pressroom.model.document import List, Table
from pressroom.model.inline import words
from tests.readers.text.covering import outline
from tests.readers.text.reading import BODY, read

MARKS = [
    ("•\n{}\n\n", "bullet", 1),
    ("•\n{}\n", "bullet", 1),
    ("\uf0b7\n\n{}\n\n", "bullet", 1),
    ("  •\n{}\n\n", "bullet", 1),
    ("-\n{}\n\n", "bullet", 1),
]
ITEMS = ["A longer quay, which costs 4 pounds.", "More staff.", "Fees"]


@pytest.mark.parametrize(("form", "style", "start"), MARKS)
def test_a_mark_alone_on_its_line_belongs_to_the_words_below(form: str, style: str, start: int) -> None:
    text = f"The harbour\n\nWhat it needs:\n\n{''.join(form.format(each) for each in ITEMS)}\n{BODY}\n"
    document = read(text)
    (found,) = [block for block in document.blocks if isinstance(block, List)]
    assert (found.style, found.start) == (style, start)
    assert [words(item.blocks[0].inlines) for item in found.items] == ITEMS
    assert outline(document) == ["= The harbour"]


def test_numbers_alone_on_their_lines_count_items() -> None:
    items = "".join(
        f"{number}.\nThe {name} boat costs 4 pounds a day.\n\n" for number, name in ((3, "red"), (4, "blue"))
    )
    document = read(f"The harbour\n\nWhat it needs:\n\n{items}{BODY}\n")
    (found,) = [block for block in document.blocks if isinstance(block, List)]
    assert (found.style, found.start, len(found.items)) == ("decimal", 3, 2)


@pytest.mark.parametrize("text", ["One\n-\nTwo\n", f"{BODY}\n\n•\n\n{BODY}\n"])
def test_one_mark_alone_is_no_list(text: str) -> None:
    assert not any(isinstance(block, List) for block in read(text).blocks)


@pytest.mark.parametrize("gap", ["\t", "\t\t"])
def test_bullets_of_word_are_a_list_within_the_list(gap: str) -> None:
    inside = f"o{gap}24 for buses\no{gap}forty more\n"
    text = f"The depot\n\nSo far:\n\n•\tThe roof.\n•\tPoints:\n{inside}•\tAll.\n\n{BODY}\n"
    (found,) = [block for block in read(text).blocks if isinstance(block, List)]
    assert [len(item.blocks) for item in found.items] == [1, 2, 1]
    inner = found.items[1].blocks[1]
    assert isinstance(inner, List)
    assert [words(item.blocks[0].inlines) for item in inner.items] == ["24 for buses", "forty more"]


@pytest.mark.parametrize("row", ["East\t\t\t", "East", "East\t\t", "East \t\t\t\r"])
def test_a_row_with_its_first_cell_alone_stays_in_the_table(row: str) -> None:
    text = f"Figures\n\nTown\tBoats\tTons\tFees\nNorth\t1\t2\t3\n{row}\nWest\t4\t5\t6\n\n{BODY}\n"
    (table,) = [block for block in read(text).blocks if isinstance(block, Table)]
    assert [words(row.cells[0].inlines) for row in (*table.head, *table.body)] == [
        "Town",
        "North",
        "East",
        "West",
    ]
    assert len(table.head) == 1
