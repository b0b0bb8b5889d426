# ruff: noqa: E501 - texts read better unbroken
"""Answers that were copied from the page of a chat assistant."""

from __future__ import annotations

import pytest

from pressroom.model.document import List, Paragraph
from pressroom.model.inline import words
from tests.readers import content
from tests.readers.text.covering import outline
from tests.readers.text.reading import BODY, read

ANSWER = f"""Quays of Alven

{BODY}

Key figures

118 ships a day

64 cranes of steel, of which 9 are new

What did not work

The coal quay was closed for most of the year

Two cranes of the old quay broke down

Outlook

{BODY}
"""


def items(text: str) -> list[list[str]]:
    return [
        [words(one.inlines) for item in block.items for one in item.blocks if isinstance(one, Paragraph)]
        for block in content.blocks(read(text))
        if isinstance(block, List)
    ]


@pytest.mark.parametrize("ahead", ["Skip to content\nChat history\n", ""])
def test_short_lines_under_a_heading_of_an_answer_are_items(ahead: str) -> None:
    text = (
        f"{ahead}You said:\nreport on the quays\n\nChatGPT said:\nThought for 9 seconds\n\n{ANSWER}\nCopy\n"
    )
    document = read(text)
    assert outline(document) == ["= Quays of Alven", "Key figures", "What did not work", "Outlook"]
    assert items(text) == [
        ["118 ships a day", "64 cranes of steel, of which 9 are new"],
        ["The coal quay was closed for most of the year", "Two cranes of the old quay broke down"],
    ]
    assert "Thought" not in content.words(document)
    assert "Skip" not in content.words(document)


def test_short_lines_of_another_text_stay_as_they_are() -> None:
    assert items(ANSWER) == []


def test_a_table_that_gemini_would_export_shows_where_a_text_is_from() -> None:
    text = f"Show thinking\nQuays of Alven\n{BODY}\n\nQuay\tShips\nOld\t118\nNew\t64\n\nExport to Sheets\nOutlook\n{BODY}\n"
    document = read(text)
    assert outline(document) == ["= Quays of Alven", "Outlook"]
    assert {left.reason for left in document.left_out} == {"line of a chat assistant's page"}
