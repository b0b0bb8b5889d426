"""Quotations, callouts and who is quoted."""

from __future__ import annotations

import pytest

from pressroom.model.document import (
    Callout,
    Quote,
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
