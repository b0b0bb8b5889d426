"""Contents lists typed by hand."""

from __future__ import annotations

from pressroom.readers.text.lines.lines import split_lines
from pressroom.readers.text.units.contents import find_contents
from pressroom.readers.text.units.splitting import split_units
from tests.readers.text.covering import outline
from tests.readers.text.reading import BODY, read


def test_a_contents_list_typed_by_hand_is_left_out() -> None:
    text = f"The Report\n\nContents\n\nWhere we stand ........ 1\nWhat comes next ....... 4\n\nWhere we stand\n\n{BODY}\n\nWhat comes next\n\n{BODY}\n"  # noqa: E501 - the text as a source has it
    document = read(text)
    assert {left.reason for left in document.left_out} == {"contents list typed by hand"}
    assert outline(document) == ["= The Report", "Where we stand", "What comes next"]


def test_an_entry_is_known_again_where_its_heading_takes_two_lines() -> None:
    text = "Contents\n\nOf quays\n\nOf ships and their crews\n\nOf quays\n\nOf ships\nand their crews\n"
    lines = split_lines(text)
    units = split_units(lines)
    units[-2].last, units[-2].size = units[-1].last, len("Of ships and their crews")
    assert find_contents(lines, units[:-1]) == {0, 1, 2}
