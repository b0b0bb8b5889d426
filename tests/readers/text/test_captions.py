"""Captions and notes of tables."""

from __future__ import annotations

import pytest

from pressroom.model.document import Table
from pressroom.model.inline import words
from tests.readers import content
from tests.readers.text.reading import BODY, read


def test_a_caption_and_a_source_belong_to_their_table() -> None:
    text = f"{BODY}\n\nTable 2. Visits by region\n\n| Region | Sites |\n|---|---|\n| North | 12 |\n\nSource: own count\n\n{BODY}\n"  # noqa: E501 - the text as a source has it
    _, found, _ = read(text).blocks
    assert isinstance(found, Table)
    assert (found.label, words(found.caption)) == ("Table 2", "Visits by region")
    assert [words(note) for note in found.notes] == ["Source: own count"]


def test_a_short_line_right_on_top_of_a_table_is_its_caption() -> None:
    table = "Region\tGrants\nNorth\t12\nSouth\t9\n"
    document = read(
        f"Grants to museums\n\n{BODY}\n\nGrants by region\n{table}\n{BODY}\n\nThese are:\n{table}"
    )
    first, second = [block for block in content.blocks(document) if isinstance(block, Table)]
    assert words(first.caption) == "Grants by region"
    assert second.caption == ()


@pytest.mark.parametrize(
    ("below", "caption"),
    [
        ("Table 3. Grants by region", "Grants by region"),
        ("Tables such as this one are made by hand, and nobody has looked them over.", ""),
        ("Figure 3. Grants by region", ""),
    ],
)
def test_a_caption_of_a_table_may_stand_below_it(below: str, caption: str) -> None:
    table = "| Region | Grants |\n|---|---|\n| North | 12 |\n"
    document = read(f"{BODY}\n\n{BODY}\n\n{table}\n{below}\n\n{BODY}\n")
    (found,) = [block for block in content.blocks(document) if isinstance(block, Table)]
    assert words(found.caption) == caption
