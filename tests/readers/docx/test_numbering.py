"""Numbers that Word counts by itself."""

from __future__ import annotations

import pytest

from pressroom.model.document import (
    List,
    Paragraph,
)
from tests.readers.docx.reading import NAMESPACE, parse
from tests.readers.packages import numbered, p, word


def test_numbered_headings_and_lists() -> None:
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>'
    document = parse(
        word(
            p("Head", "H1", number)
            + numbered("one", 1)
            + numbered("a", 1, 1)
            + numbered("b", 1, 1)
            + numbered("two", 1)
            + p("between")
            + numbered("three", 1)
            + numbered("dot", 2)
            + numbered("bad", 99)
            + p("Next", "H1")
        )
    )
    section = document.sections[0]
    assert (section.heading.number, section.heading.text) == ("5.", "Head")
    outer, between, third, bullets, bad = section.blocks
    assert isinstance(outer, List)
    assert [item.marker for item in outer.items] == ["6.", "7."]
    inner = outer.items[0].blocks[1]
    assert isinstance(inner, List)
    assert (inner.style, [item.marker for item in inner.items]) == ("lower-alpha", ["6.a)", "6.b)"])
    assert isinstance(third, List)
    assert third.start == 8
    assert isinstance(bullets, List)
    assert bullets.items[0].marker == "•"
    assert isinstance(between, Paragraph)
    assert isinstance(bad, Paragraph)


@pytest.mark.parametrize(
    ("form", "text", "markers"),
    [
        ("upperLetter", "%1.", ["A.", "B.", "C."]),
        ("lowerRoman", "(%1)", ["(i)", "(ii)", "(iii)"]),
        ("upperRoman", "%1", ["I", "II", "III"]),
        ("decimalZero", "%1.", ["01.", "02.", "03."]),
        ("ordinal", "%1", ["1", "2", "3"]),
        ("bullet", "\uf0a7", ["•", "•", "•"]),
    ],
)
def test_the_formats_in_which_word_counts(form: str, text: str, markers: list[str]) -> None:
    level = f'<w:lvl w:ilvl="0"><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
    part = (
        f"<w:numbering xmlns:w='{NAMESPACE}'><w:abstractNum w:abstractNumId='0'>{level}</w:abstractNum>"
        "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num></w:numbering>"
    )
    (block,) = parse(word("".join(numbered(each, 1) for each in "abc"), numbering__xml=part)).blocks
    assert isinstance(block, List)
    assert [item.marker for item in block.items] == markers


def test_a_numbering_without_a_mark_only_sets_in() -> None:
    level = '<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val=" "/></w:lvl>'
    part = (
        f"<w:numbering xmlns:w='{NAMESPACE}'><w:abstractNum w:abstractNumId='0'>{level}</w:abstractNum>"
        "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num></w:numbering>"
    )
    document = parse(word(numbered("set in", 1), numbering__xml=part))
    assert [type(block) for block in document.blocks] == [Paragraph]
