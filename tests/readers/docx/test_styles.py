"""What is known by its style."""

from __future__ import annotations

from pressroom.model.document import (
    CodeBlock,
    DefinitionList,
    List,
    Paragraph,
)
from pressroom.model.inline import Strong, Text
from pressroom.model.inline import words as inline_words
from tests.readers import content
from tests.readers.docx.reading import NAMESPACE, parse, styled
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


def test_a_style_of_any_name_may_say_that_it_is_a_heading() -> None:
    made = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/>'
        f'<w:pPr><w:outlineLvl w:val="{level}"/></w:pPr></w:style>'
        for name, level in (("Chapter", 0), ("Part", 1), ("Plain", 9))
    )
    body = p("Aims", "Chapter") + p("Means", "Part") + p("Words that follow.", "Plain")
    document = parse(word(body, styles__xml=f"<w:styles xmlns:w='{NAMESPACE}'>{made}</w:styles>"))
    assert content.headings(document) == [(0, "Aims"), (1, "Means")]


def test_a_style_of_letters_marks_its_run_alone() -> None:
    made = (
        '<w:style w:type="character" w:styleId="Loud"><w:name w:val="Loud"/><w:rPr><w:b/></w:rPr></w:style>'
    )
    runs = '<w:r><w:t>so </w:t></w:r><w:r><w:rPr><w:rStyle w:val="Loud"/></w:rPr><w:t>loud</w:t></w:r>'
    styles = f"<w:styles xmlns:w='{NAMESPACE}'>{made}</w:styles>"
    (paragraph,) = parse(word(f"<w:p>{runs}</w:p>", styles__xml=styles)).blocks
    assert isinstance(paragraph, Paragraph)
    plain, loud = paragraph.inlines
    assert isinstance(plain, Text)
    assert isinstance(loud, Strong)
    assert inline_words(loud.children) == "loud"
