"""Blocks of a page that another program's text has as well."""

from __future__ import annotations

import pytest
from benchmarks.reading.blocks import Passage, keep_shared, list_passages

from pressroom.readers import ReaderSettings, read

TEXT = Passage("The quay of Alven opens on 12 April and costs £4 million.")
FRAME = Passage("Three more stories that our readers liked this week.")


@pytest.mark.parametrize(
    ("passages", "kept"),
    [
        ([Passage("Quays", is_title=True), TEXT, FRAME], ["Quays", TEXT.text]),
        ([FRAME, TEXT], [TEXT.text]),
        ([TEXT, FRAME, TEXT], [TEXT.text, FRAME.text, TEXT.text]),
        ([Passage("Costs", is_heading=True), TEXT], ["Costs", TEXT.text]),
        ([TEXT, Passage("Read on", is_heading=True), FRAME], [TEXT.text]),
    ],
)
def test_blocks_in_both_texts_stay_with_what_stands_between_them(
    passages: list[Passage], kept: list[str]
) -> None:
    assert keep_shared(passages, f"{TEXT.text} And more.") == "\n".join(kept)


def test_the_passages_of_a_document_are_in_its_order() -> None:
    table = b"<table><tr><th>Quay<th>Ships<tr><td>Old<td>3</table>"
    page = b"<h1>Quays</h1><p>One.</p><h2>Costs</h2><ul><li>two</li></ul>" + table
    found = list_passages(read(page, "x.html", ReaderSettings()))
    assert [(each.text, each.is_title, each.is_heading) for each in found] == [
        ("Quays", True, False),
        ("One.", False, False),
        ("Costs", False, True),
        ("two", False, False),
        (" Quay Ships Old 3", False, False),
    ]
