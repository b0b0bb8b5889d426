"""Where the words stand in the source."""

from __future__ import annotations

import pytest

from pressroom.model.document import (
    Paragraph,
)
from pressroom.model.inline import Strong, Text
from pressroom.readers import ReaderSettings, read
from tests.readers import content
from tests.readers.markdown.reading import only, parse


def test_every_character_knows_its_place() -> None:
    text = (
        "Some *text* with over **1,100** men &amp;\nmore; `co de`, [a link](http://a.b 'x') \\* <b>x</b>.\n"
    )
    document = parse(text)
    assert content.misplaced(document) == []
    paragraph = only(document)
    assert isinstance(paragraph, Paragraph)
    strong = next(inline for inline in paragraph.inlines if isinstance(inline, Strong))
    (number,) = strong.children
    assert isinstance(number, Text)
    assert (number.value, number.start) == ("1,100", text.index("1,100"))


def test_places_within_quotations_and_lists() -> None:
    text = "> quoted 12\n> and 13\n\n1. item 14\n   and 15\n\n   > deep 16\n"
    document = parse(text)
    starts = {
        word: leaf.start + leaf.value.index(word)
        for inlines in content.stretches(document)
        for leaf in content.leaves(inlines)
        if isinstance(leaf, Text) and leaf.start is not None
        for word in ("12", "13", "14", "15", "16")
        if word in leaf.value
    }
    assert starts == {word: text.index(word) for word in ("12", "13", "14", "15", "16")}


@pytest.mark.parametrize("end", ["\r\n", "\n"])
def test_line_ends(end: str) -> None:
    text = end.join(
        ["---", "lang: de", "---", "# T", "", "One", "two 12", "", "| a |", "|---|", "| 13 |", ""]
    )
    document = read(text.encode(), "x.md", ReaderSettings())
    assert content.headings(document) == [(0, "T")]
    assert content.words(document) == "T One two 12 a 13"
    assert content.misplaced(document) == []
    assert document.metadata.lang == "de"


def test_a_lone_carriage_return_moves_no_line() -> None:
    document = parse("a\rb\n\n# T 12\n\nc 13\n")
    assert content.misplaced(document) == []
    assert document.blocks[0].span.line_start == 1
