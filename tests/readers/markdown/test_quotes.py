"""Quotations, callouts and who is quoted."""

from __future__ import annotations

import pytest

from pressroom.model.document import (
    Callout,
    Image,
    List,
    MathBlock,
    Paragraph,
    Quote,
    Table,
)
from pressroom.model.inline import words as inline_words
from tests.readers import content
from tests.readers.markdown.reading import only, parse


@pytest.mark.parametrize(
    ("text", "kind", "title", "inner"),
    [
        ("> [!WARNING]\n> Mind this.\n", "warning", "", "Mind this."),
        ("> [!tip] Handy\n> Mind *this*\n> too.\n", "tip", "Handy", "Mind this too."),
        ('!!! note "Read me"\n    Mind this.\n', "note", "Read me", "Mind this."),
        ("::: danger Look out\nMind this.\n:::\n", "caution", "Look out", "Mind this."),
    ],
)
def test_callouts(text: str, kind: str, title: str, inner: str) -> None:
    document = parse(text)
    callout = only(document)
    assert isinstance(callout, Callout)
    assert (callout.kind, inline_words(callout.title)) == (kind, title)
    assert inline_words(callout.blocks[0].inlines) == inner
    assert content.misplaced(document) == []


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("> [!TIP]\n> ![A square](a.png)\n", [Image]),
        ("> [!TIP] Title\n> ![One](a.png)\n> ![Two](b.png)\n", [Image, Image]),
        ("> [!NOTE]\n> [^1]\n\n[^1]: A note.\n", [Paragraph]),
        ("> [!NOTE]\n> 21. one\n> 22. two\n", [List]),
        ("> [!NOTE]\n> - one\n", [List]),
        ("> [!NOTE]\n> | a | b |\n> |---|---|\n> | 1 | 2 |\n", [Table]),
        ("> [!NOTE]\n> $$x^2$$\n", [MathBlock]),
        ("> [!NOTE]\n> Words\n> goes on.\n", [Paragraph]),
        ("> [!NOTE]\nA line without its mark.\n", []),
        ("> [!NOTE] Title\n", []),
    ],
)
def test_any_block_may_follow_the_first_line_of_a_callout(text: str, kinds: list[type]) -> None:
    document = parse(text)
    callout = document.blocks[0]
    assert isinstance(callout, Callout)
    assert [type(block) for block in callout.blocks] == kinds
    assert content.misplaced(document) == []


def test_a_list_in_a_callout_begins_at_its_number() -> None:
    callout = only(parse("> [!NOTE]\n> 21. one\n> 22. two\n"))
    assert isinstance(callout, Callout)
    assert isinstance(callout.blocks[0], List)
    assert callout.blocks[0].start == 21


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("> Words.\n>\n> — A. Person\n", "A. Person"),
        ("> Words\n> -- A. Person, *Daily*\n", "A. Person, Daily"),
        ("> — A. Person\n", ""),
    ],
)
def test_attributions(text: str, by: str) -> None:
    quote = only(parse(text))
    assert isinstance(quote, Quote)
    assert inline_words(quote.attribution) == by
