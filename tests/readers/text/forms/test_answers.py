# ruff: noqa: E501 - texts read better unbroken
"""What a chat assistant says round its answer."""

from __future__ import annotations

import pytest

from pressroom.readers import ReaderSettings, read
from pressroom.readers.text.forms.answers import find_answer
from tests.readers import content

ANSWER = "# The quay\n\nIt has **40 piles**.\n\n## Costs\n\n- one\n- two"
ROUND = [
    "Certainly! Here's a shorter version:\n\n{}\n",
    "Sure — here is the summary in Markdown:\n\n---\n\n{}\n\n---\n\nWould you like me to make it shorter?\n",
    "Hier ist der Text:\n\n{}\n\nSoll ich ihn kürzen?\n",
    "{}\n\n---\n\nLet me know if you want it in French!\n",
    "Here it is:\n\n```markdown\n{}\n```\n\nFeel free to change it.\n",
]


@pytest.mark.parametrize("words", ROUND)
def test_only_the_answer_is_read_and_the_rest_told(words: str) -> None:
    text = words.format(ANSWER)
    document = read(text.encode(), "x.txt", ReaderSettings())
    assert content.words(document) == "The quay It has 40 piles. Costs one two"
    assert document.text == text
    assert content.misplaced(document) == []
    assert {each.rule for each in document.diagnostics} == {"read-as-markdown", "left-out"}
    assert not content.uncovered(document).strip("markdown")


@pytest.mark.parametrize(
    "text",
    [
        "Here is the plan:\n\n**Aims:** trees\n**Costs:** none\n",
        f"Here we are: a town with a quay.\n\n{ANSWER}\n",
        f"{ANSWER}\n\nLet me say it plainly.\n",
        "Sure of itself:\n\nthe town\n",
    ],
)
def test_an_author_may_say_the_same(text: str) -> None:
    assert find_answer(text) == (0, len(text))


def test_the_page_of_an_assistant_is_left_out_with_the_question() -> None:
    text = "You said:\nWrite about the quay\n\nChatGPT said:\nThe quay of Alven\n\nIt has 40 piles, and each of them is older than the town's hall.\n\nCopy\nChatGPT can make mistakes. Check important info.\n"
    document = read(text.encode(), "x.txt", ReaderSettings())
    assert content.words(document) == (
        "The quay of Alven It has 40 piles, and each of them is older than the town's hall."
    )
    assert len(document.diagnostics) == 2


def test_a_talk_with_several_questions_is_kept() -> None:
    text = "You said:\nWhat is a quay?\n\nChatGPT said:\nA wall for ships.\n\nYou said:\nAnd a pier?\n\nChatGPT said:\nA bridge into the sea.\n"
    document = read(text.encode(), "x.txt", ReaderSettings())
    assert "And a pier?" in content.words(document)


@pytest.mark.parametrize("filling", ["\n" * 100_000, "\n```" + " " * 100_000, "\n" + " " * 100_000])
def test_what_an_answer_ends_with_is_sought_once(filling: str) -> None:
    text = f"Here it is:\n\n```md\n{filling}x\n"
    assert find_answer(text) == (text.index("```"), len(text))  # the limit of time tells whether it was
