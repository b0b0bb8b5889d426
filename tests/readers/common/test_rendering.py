"""Blocks written out as a plain text, and their places in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from pressroom.model.document import (
    Callout,
    Cell,
    Definition,
    DefinitionList,
    Heading,
    Image,
    List,
    ListItem,
    Paragraph,
    Quote,
    Row,
    Table,
)
from pressroom.model.inline import Strong, Text
from pressroom.readers.common.rendering import NOWHERE, render


def text(words: str) -> tuple[Text]:
    return (Text(words),)


def paragraph(words: str) -> Paragraph:
    return Paragraph(text(words), NOWHERE)


def row(*cells: str) -> Row:
    return Row(tuple(Cell(text(cell), NOWHERE) for cell in cells))


ITEMS = [
    Heading(text("Aims"), 1, NOWHERE, "1.1"),
    Paragraph((Text("Plain and "), Strong(text("strong")), Text(".")), NOWHERE),
    Quote((paragraph("One."), paragraph("Two.")), NOWHERE, text("A voice")),
    List((ListItem((paragraph("first"), paragraph("more")), NOWHERE),), NOWHERE),
    DefinitionList((Definition(text("term"), (paragraph("sense"),), NOWHERE),), NOWHERE),
    Table((row("Year", "Men"),), (row("2021", "7"),), NOWHERE, caption=text("Staff"), notes=(text("Late."),)),
    Image("a.png", NOWHERE, "A bridge", text("Seen from the east")),
    Callout("note", (paragraph("Mind the gap."),), NOWHERE, text("Note")),
]
WRITTEN = """1.1 Aims

Plain and strong.

One.
Two.
A voice

• first
more

term: sense

Staff
Year\tMen
2021\t7
Late.

A bridge
Seen from the east

Note
Mind the gap."""


def leaves(part: object) -> Iterator[Text]:
    """Yield all texts in a block, however deep."""
    if isinstance(part, Text):
        yield part
    elif isinstance(part, tuple):
        for each in part:
            yield from leaves(each)
    elif is_dataclass(part):
        for entry in fields(part):
            yield from leaves(getattr(part, entry.name))


def test_each_block_begins_a_line_and_each_item_a_paragraph() -> None:
    assert render("a.docx", ITEMS).text == WRITTEN


def test_every_text_knows_where_it_stands() -> None:
    rendered = render("a.docx", ITEMS)
    found = list(leaves(tuple(rendered.items)))
    assert len(found) == len(list(leaves(tuple(ITEMS)))) == 20
    for each in found:
        assert each.start is not None
        assert rendered.text[each.start : each.start + len(each.value)] == each.value
