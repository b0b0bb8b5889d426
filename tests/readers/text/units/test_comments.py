"""Comments under a text that Google Docs exported."""

from __future__ import annotations

import pytest

from tests.readers import content
from tests.readers.text.reading import read

TEXT = """\
The quay of Alven
The quay has 40 piles.[a] Each is of oak[b], and none is older than 1911.
________________
[a]Is this right? Ask the divers.
[b]Pine, I think.
They were changed.
"""


def test_comments_are_private_and_left_out_with_their_marks() -> None:
    document = read(TEXT)
    assert content.words(document).endswith("40 piles. Each is of oak, and none is older than 1911.")
    assert "left out: comment, not text (lines 2, 3, 4, 5, 6)" in [
        each.message for each in document.diagnostics
    ]


@pytest.mark.parametrize(
    "text",
    [
        TEXT.replace("[b],", ","),  # no mark in the text
        TEXT.replace("[b]Pine", "[d]Pine"),  # not in order
        "The law says: [a]\n\n[a] first\n[b] second\n",
    ],
)
def test_other_letters_in_brackets_are_text(text: str) -> None:
    assert "[a]" in content.words(read(text))


def test_more_marks_than_there_are_names_are_text() -> None:
    text = "[a]x\n" * 1000
    assert content.words(read(text)).count("[a]x") == 1000
