"""Lines joined to running text."""

from __future__ import annotations

import pytest

from pressroom.model.document import Paragraph
from pressroom.model.inline import Text, words
from tests.readers.text.reading import read


def test_lines_are_joined_by_one_space_that_stands_for_the_break() -> None:
    text = "\n".join(
        [
            "Words that were wrapped at a column by some",
            "editor go on in the next line and are one",
            "paragraph in the end.",
        ]
    )
    (paragraph,) = read(text).blocks
    assert isinstance(paragraph, Paragraph)
    assert paragraph.inlines == (Text(text.replace("\n", " "), 0),)


def test_windows_line_ends_stay_in_the_text_and_leave_the_words() -> None:
    text = "\r\n".join(
        [
            "Words that were wrapped at a column by some",
            "editor go on in the next line and are one",
            "paragraph in the end.",
        ]
    )
    (paragraph,) = read(text).blocks
    assert isinstance(paragraph, Paragraph)
    assert words(paragraph.inlines) == text.replace("\r\n", " ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The committee discussed the infor-\nmation that was given to it, as infor-\nmation goes. The information was new.",  # noqa: E501 - the text as a source has it
            "the information that was given to it, as information goes",
        ),
        (
            "The plan for the coming years is long-\nterm in its nature and it takes a long\nterm view. A long-term plan is rare.",  # noqa: E501 - the text as a source has it
            "is long-term in",
        ),
        (
            "The soft\xadware of the ministry was old\xad\nfashioned, and it had to be replaced by\nother means.",  # noqa: E501 - the text as a source has it
            "The software of",
        ),
    ],
)
def test_hyphens_at_line_ends(text: str, expected: str) -> None:
    (paragraph,) = read(text).blocks
    assert isinstance(paragraph, Paragraph)
    assert expected in words(paragraph.inlines)
