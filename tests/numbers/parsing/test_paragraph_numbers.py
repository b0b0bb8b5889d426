"""Numbers that paragraphs are counted by, and those that open one."""

from __future__ import annotations

from pressroom import numbers, readers
from pressroom.numbers.parsing.paragraph_numbers import find_paragraph_numbers

COUNTED = [
    "Shops were fined at the weekend.",
    "2 Eight shops were fined for late hours.",
    "(Photographs are in the annex)",
    "3 In the parks, 61 visitors were fined.",
    "4 11 cafés were fined.",
]


def test_a_row_that_goes_on_is_one_whatever_stands_between() -> None:
    assert find_paragraph_numbers(COUNTED) == {1: 2, 3: 2, 4: 2}


def test_two_numbers_make_no_row_and_neither_do_counts() -> None:
    assert not find_paragraph_numbers(["12 Members voted for it.", "13 Members voted against it."])
    assert not find_paragraph_numbers(["12 boats sank.", "13 boats sank.", "14 boats sank."])
    assert not find_paragraph_numbers(["3 Boats sank.", "9 Boats sank.", "4 Boats sank."])


def test_the_number_is_left_out_with_its_reason_and_no_sentence_begins_with_it() -> None:
    text = "Fines in the town\n\n" + "\n\n".join(COUNTED) + "\n"
    found = numbers.find(readers.read(text.encode(), "text.txt", readers.ReaderSettings()))
    assert [one.text for one in found.quantities if one.text.isdigit()] == ["61", "11"]
    assert [one.sentence_text for one in found.quantities][-1] == "11 cafés were fined."
    left = [one for one in found.skipped if one.reason == "the number of a paragraph"]
    assert [(one.text, text[one.start : one.end].strip()) for one in left] == [
        ("2", "2"),
        ("3", "3"),
        ("4", "4"),
    ]
