"""Walks over a document reach every block and every run of text once, in reading order."""

from __future__ import annotations

from pressroom.model import walk
from pressroom.model.document import (
    Callout,
    Cell,
    Definition,
    DefinitionList,
    Document,
    Heading,
    Image,
    List,
    ListItem,
    Paragraph,
    Quote,
    Row,
    Section,
    Table,
)
from pressroom.model.inline import Emphasis, FootnoteRef, Strong, Text, words
from pressroom.model.span import Span

SPAN = Span("t.txt", 1, 1, 0, 1)


def text(value: str) -> tuple[Text]:
    return (Text(value),)


def paragraph(value: str) -> Paragraph:
    return Paragraph(text(value), SPAN)


TABLE = Table(
    (Row((Cell(text("head"), SPAN),)),),
    (Row((Cell(text("cell"), SPAN),)),),
    SPAN,
    caption=text("caption"),
    notes=(text("table note"),),
)
DOCUMENT = Document(
    "t.txt",
    "",
    Heading(text("title"), 1, SPAN),
    (
        paragraph("opening"),
        List((ListItem((paragraph("item"), Quote((TABLE,), SPAN, text("attribution"))), SPAN),), SPAN),
    ),
    (
        Section(
            Heading(text("heading"), 1, SPAN),
            (
                Callout("note", (paragraph("callout"),), SPAN, text("callout title")),
                DefinitionList((Definition(text("term"), (paragraph("definition"),), SPAN),), SPAN),
            ),
            (
                Section(
                    Heading(text("inner heading"), 2, SPAN),
                    (Image("a.png", SPAN, caption=text("picture")),),
                    (),
                    "inner",
                ),
            ),
            "outer",
        ),
    ),
)


def test_every_block_is_reached_with_its_section() -> None:
    found = [(type(block).__name__, section) for block, section in walk.blocks(DOCUMENT)]
    assert found == [
        ("Paragraph", ""),
        ("List", ""),
        ("Paragraph", ""),
        ("Quote", ""),
        ("Table", ""),
        ("Callout", "outer"),
        ("Paragraph", "outer"),
        ("DefinitionList", "outer"),
        ("Paragraph", "outer"),
        ("Image", "inner"),
    ]


def test_a_block_is_yielded_with_the_blocks_that_contain_it_outermost_first() -> None:
    containers = {type(block): tuple(map(type, outer)) for block, outer in walk.descend(DOCUMENT.blocks)}
    assert containers[Table] == (List, Quote)
    assert containers[Quote] == (List,)


def test_every_run_is_reached_once_in_reading_order() -> None:
    assert [words(run.inlines) for run in walk.runs(DOCUMENT)] == [
        "title",
        "opening",
        "item",
        "caption",
        "head",
        "cell",
        "table note",
        "attribution",
        "heading",
        "callout title",
        "callout",
        "term",
        "definition",
        "inner heading",
        "picture",
    ]


def test_only_paragraphs_and_headings_of_sections_have_a_span_of_their_own() -> None:
    whole = {words(run.inlines) for run in walk.runs(DOCUMENT) if run.whole}
    assert whole == {"opening", "item", "heading", "callout", "definition", "inner heading"}


def test_inlines_inside_inlines_are_reached() -> None:
    run = (Strong((Text("a"), Emphasis((FootnoteRef("1"),)))), Text("b"))
    assert [type(inline) for inline in walk.inlines(run)] == [Strong, Text, Emphasis, FootnoteRef, Text]
