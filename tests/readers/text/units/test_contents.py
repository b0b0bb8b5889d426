"""Contents lists typed by hand."""

from __future__ import annotations

from tests.readers.text.covering import outline
from tests.readers.text.reading import BODY, read


def test_a_contents_list_typed_by_hand_is_left_out() -> None:
    text = f"The Report\n\nContents\n\nWhere we stand ........ 1\nWhat comes next ....... 4\n\nWhere we stand\n\n{BODY}\n\nWhat comes next\n\n{BODY}\n"  # noqa: E501 - the text as a source has it
    document = read(text)
    assert {left.reason for left in document.left_out} == {"contents list typed by hand"}
    assert outline(document) == ["= The Report", "Where we stand", "What comes next"]
