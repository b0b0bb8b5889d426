from __future__ import annotations

import pytest

from pressroom.model.document import (
    Callout,
    Cell,
    CodeBlock,
    Definition,
    DefinitionList,
    Divider,
    Heading,
    Image,
    List,
    ListItem,
    MathBlock,
    Paragraph,
    Quote,
    Row,
    Table,
)
from pressroom.model.inline import Code, InlineImage, LineBreak, Math, Text
from pressroom.model.inline import words as inline_words
from pressroom.readers import ReaderSettings, read
from pressroom.readers.common.cells import flatten_blocks
from pressroom.readers.common.outline import Item
from pressroom.readers.common.rendering import NOWHERE


def text(words: str) -> tuple[Text]:
    return (Text(words),)


def paragraph(words: str) -> Paragraph:
    return Paragraph(text(words), NOWHERE)


def lines(items: list[Item], before: str = "") -> list[str]:
    """The lines that a cell shows; pictures by their words, code and formulas between marks."""
    found = [""]
    for entry in flatten_blocks(items, text(before) if before else ()):
        match entry:
            case LineBreak():
                found.append("")
            case InlineImage(_, alt):
                found[-1] += f"({alt})"
            case Code(value):
                found[-1] += f"`{value}`"
            case Math(tex):
                found[-1] += f"${tex}$"
            case _:
                found[-1] += inline_words((entry,))
    return found


def row(*words: str) -> Row:
    return Row(tuple(Cell(text(each), NOWHERE) for each in words))


ITEM = ListItem((paragraph("one"), paragraph("more of it")), NOWHERE)
CASES: list[tuple[Item, list[str]]] = [
    (paragraph("words"), ["words"]),
    (Heading(text("Aims"), 2, NOWHERE, "1.2"), ["1.2 Aims"]),
    (Heading(text("Aims"), 2, NOWHERE), ["Aims"]),
    (List((ITEM, ListItem((paragraph("two"),), NOWHERE, "b)")), NOWHERE), ["• one", "more of it", "b) two"]),
    (List((ITEM, ITEM), NOWHERE, "decimal", 4), ["4. one", "more of it", "5. one", "more of it"]),
    (List((ListItem((), NOWHERE),), NOWHERE), ["• "]),
    (Quote((paragraph("said"),), NOWHERE, text("Ann")), ["said", "Ann"]),
    (Callout("note", (paragraph("inner"),), NOWHERE, text("Mind")), ["Mind", "inner"]),
    (
        DefinitionList((Definition(text("term"), (paragraph("what it is"),), NOWHERE),), NOWHERE),
        ["term", "what it is"],
    ),
    (
        Table(
            (row("a", "b"),), (row("1", "2"),), NOWHERE, (), text("Sums"), (text("Source: us"),), "Table 2"
        ),
        ["Table 2: Sums", "a | b", "1 | 2", "Source: us"],
    ),
    (Table((), (row("1"),), NOWHERE, label="Table 3"), ["Table 3", "1"]),
    (Image("a.png", NOWHERE, "a map", text("The map")), ["(a map)", "The map"]),
    (CodeBlock("x = 1", NOWHERE), ["`x = 1`"]),
    (MathBlock("x^2", NOWHERE), ["$x^2$"]),
    (Divider(NOWHERE), [""]),
]


@pytest.mark.parametrize(("item", "shown"), CASES)
def test_each_kind_of_block_becomes_lines_of_a_cell(item: Item, shown: list[str]) -> None:
    assert lines([item]) == shown


def test_what_a_cell_goes_on_with_begins_a_line() -> None:
    assert lines([paragraph("below"), paragraph("last")], "above") == ["above", "below", "last"]


def test_blocks_in_the_cell_of_a_web_page_keep_their_words() -> None:
    cell = "<p>Lead</p><blockquote>Said</blockquote><ul><li>dot</li></ul><pre>x = 1</pre>"
    page = f"<table><tr><th>Head</th><th>Sum</th></tr><tr><td>{cell}</td><td>2</td></tr></table>"
    document = read(page.encode(), "x.html", ReaderSettings())
    (table,) = document.blocks
    assert isinstance(table, Table)
    shown = inline_words(table.body[0].cells[0].inlines).split()
    assert [word for word in shown if word != "•"] == ["Lead", "Said", "dot", "x", "=", "1"]
