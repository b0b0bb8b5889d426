"""What is known by its style."""

from __future__ import annotations

from pressroom.model.document import (
    CodeBlock,
    DefinitionList,
    List,
    Paragraph,
)
from pressroom.model.inline import words as inline_words
from tests.readers.docx.reading import parse, styled
from tests.readers.packages import p, word


def test_lists_known_by_their_style_alone() -> None:
    names = ("List Bullet", "List Bullet 2", "List Number", "List Continue", "List Paragraph")
    body = (
        p("one", "ListBullet")
        + p("deep", "ListBullet2")
        + p("two", "ListBullet")
        + p("goes on", "ListContinue")
        + p("first", "ListNumber")
        + p("second", "ListNumber")
        + p("not in a list")
        + p("set in", "ListParagraph")
    )
    document = parse(word(body, styles__xml=styled(*names)))
    bullets, numbers, *rest = document.blocks
    assert isinstance(bullets, List)
    assert isinstance(numbers, List)
    assert (bullets.style, numbers.style, len(numbers.items)) == ("bullet", "decimal", 2)
    first, second = bullets.items
    assert isinstance(first.blocks[1], List)
    assert inline_words(second.blocks[1].inlines) == "goes on"
    assert [type(block) for block in rest] == [Paragraph, Paragraph]


def test_terms_and_code_by_style() -> None:
    names = ("Definition Term", "Definition", "Source Code")
    body = (
        p("Basin", "DefinitionTerm")
        + p("where ships lie", "Definition")
        + p("Quay", "DefinitionTerm")
        + p("where they load", "Definition")
        + p("x = 1", "SourceCode")
        + p("y = 2", "SourceCode")
    )
    terms, code = parse(word(body, styles__xml=styled(*names))).blocks
    assert isinstance(terms, DefinitionList)
    assert [inline_words(entry.term) for entry in terms.items] == ["Basin", "Quay"]
    assert isinstance(code, CodeBlock)
    assert code.text == "x = 1\ny = 2"
