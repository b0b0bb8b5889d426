"""Lists, callouts and other blocks."""

from __future__ import annotations

import pytest

from pressroom.model.document import (
    CodeBlock,
    DefinitionList,
    Divider,
    Image,
    List,
    MathBlock,
    Table,
)
from pressroom.model.inline import words as inline_words
from tests.readers import content
from tests.readers.markdown.reading import only, parse


def test_lists() -> None:
    document = parse("3) three\n4) four\n   - [x] done\n   - [ ] open\n")
    outer = only(document)
    assert isinstance(outer, List)
    assert (outer.style, outer.start, [item.marker for item in outer.items]) == ("decimal", 3, ["3)", "4)"])
    inner = outer.items[1].blocks[1]
    assert isinstance(inner, List)
    assert [item.checked for item in inner.items] == [True, False]


@pytest.mark.parametrize(
    ("info", "language", "more"),
    [
        ("python", "python", ""),
        ("{.python}", "python", ""),
        ("{python} x=1", "python", "x=1"),
        ("{odd", "{odd", ""),
        ("odd}", "odd}", ""),
    ],
)
def test_the_language_of_code_may_stand_in_braces(info: str, language: str, more: str) -> None:
    code = only(parse(f"```{info}\nx = 1\n```\n"))
    assert isinstance(code, CodeBlock)
    assert (code.language, code.info) == (language, more)


@pytest.mark.parametrize(
    ("line", "label"),
    [("Table: Boats by port", "Table"), ("Table 2: Boats by port", "Table 2"), ("**Table:** Boats", "")],
)
def test_the_word_table_ahead_of_a_caption_is_its_label(line: str, label: str) -> None:
    table = parse(f"Text.\n\n{line}\n\n| Port | Boats |\n|---|---|\n| Kiel | 12 |\n").blocks[-1]
    assert isinstance(table, Table)
    assert table.label == label
    if label:
        assert inline_words(table.caption) == "Boats by port"


def test_other_blocks() -> None:
    document = parse(
        "```chart bar x\na: 1\n```\n\n    plain\n\n* * *\n\n$$\nx^2\n$$\n\nTerm\n: What it is\n\n"
        '![Alt *text*](p.png "A caption")\n'
    )
    code, plain, divider, math, terms, image = document.blocks
    assert code == CodeBlock("a: 1", code.span, "chart", "bar x")
    assert isinstance(plain, CodeBlock)
    assert isinstance(divider, Divider)
    assert isinstance(math, MathBlock)
    assert math.tex == "x^2"
    assert isinstance(terms, DefinitionList)
    assert inline_words(terms.items[0].term) == "Term"
    assert isinstance(image, Image)
    assert (image.src, image.alt, inline_words(image.caption)) == ("p.png", "Alt text", "A caption")
    assert content.uncovered(document) == ""
