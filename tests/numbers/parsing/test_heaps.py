"""Rows of figures that stand as lines."""

from __future__ import annotations

from pressroom.numbers import find
from pressroom.numbers.parsing.heaps import HEAP, LEAST_ROWS, find_rows
from pressroom.readers import ReaderSettings, read


def test_many_rows_one_after_the_other_are_a_table_that_was_copied() -> None:
    rows = [f"North {at} 34 56" for at in range(LEAST_ROWS)]
    assert find_rows(["Some 40 boats sank.", *rows, "It rained."]) == frozenset(range(1, LEAST_ROWS + 1))
    assert find_rows(rows[:-1]) == frozenset()
    assert find_rows(["In May 12 of 34 boats and 5 ships sank."] * LEAST_ROWS) == frozenset()
    assert find_rows(["12 34"] * LEAST_ROWS) == frozenset()


def test_rows_are_told_and_the_sentences_beside_them_read() -> None:
    rows = "\n\n".join(f"North {at} 34 56" for at in range(LEAST_ROWS))
    text = f"Boats\n\nSome 40 boats sank in the storm.\n\n{rows}\n\nThe port lost 3 cranes.\n"
    found = find(read(text.encode(), "a.txt", ReaderSettings()))
    assert [one.text for one in found.quantities] == ["40", "3"]
    assert sum(one.reason == HEAP for one in found.skipped) == LEAST_ROWS
