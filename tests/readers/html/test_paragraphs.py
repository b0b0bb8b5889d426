"""Paragraphs, lists and headings that are typed with line breaks and bold letters."""

from __future__ import annotations

import pytest

from pressroom.model.document import List, Paragraph
from pressroom.model.inline import words
from tests.readers import content
from tests.readers.html.reading import parse


@pytest.mark.parametrize("gap", ["<br><br>", "<br />\n<br/>", "<br> &nbsp; <br>", "<br><br><br>"])
def test_two_line_breaks_end_a_paragraph_and_one_does_not(gap: str) -> None:
    document = parse(f"<div>First line<br>second line.{gap}Another <i>one</i>.{gap}</div>")
    assert [words(block.inlines) for block in document.blocks if isinstance(block, Paragraph)] == [
        "First line\nsecond line.",
        "Another one.",
    ]


LISTS = [
    ("What we need:<br>- a quay<br>- two <b>boats</b><br>", "bullet", 1, ["a quay", "two boats"]),
    ("<b>Costs</b><br>2. a quay<br>3. two boats", "decimal", 2, ["a quay", "two boats"]),
    (
        "<font>• a quay<br></font><a href='https://x.org'>• two boats</a>",
        "bullet",
        1,
        ["a quay", "two boats"],
    ),
]


@pytest.mark.parametrize(("markup", "style", "start", "items"), LISTS)
def test_lines_with_marks_are_a_list(markup: str, style: str, start: int, items: list[str]) -> None:
    (found,) = [block for block in content.blocks(parse(f"<div>{markup}</div>")) if isinstance(block, List)]
    assert (found.style, found.start) == (style, start)
    assert [words(item.blocks[0].inlines) for item in found.items] == items


@pytest.mark.parametrize(
    "markup", ["Tea – milk<br>- and bread", "- 5 degrees<br>in the north", "1. FC Alven<br>SV Brook"]
)
def test_one_line_with_a_mark_is_no_list(markup: str) -> None:
    (block,) = parse(f"<p>{markup}</p>").blocks
    assert isinstance(block, Paragraph)


BODY = "<p>This is a sentence of the text itself, which goes on for a while.</p>"


def test_bold_paragraphs_are_headings_where_no_others_are() -> None:
    page = f"<h1>Quays</h1>{BODY}<p><b>What they cost</b></p>{BODY}<p><strong>Who pays</strong></p>{BODY}"
    assert content.headings(parse(page)) == [(0, "Quays"), (1, "What they cost"), (1, "Who pays")]


@pytest.mark.parametrize(
    "bold",
    [
        "<p><b>It is done.</b></p>",
        f"<p><b>{'Long ' * 30}</b></p>",
        "<p><b>One</b> two</p>",
        "<p><b>One</b></p><p><b>Two</b></p>",
    ],
)
def test_other_bold_paragraphs_are_none(bold: str) -> None:
    assert content.headings(parse(f"<h1>Quays</h1>{BODY}{bold}{BODY}")) in (
        [(0, "Quays")],
        [(0, "Quays"), (1, "Two")],
    )
    marked = parse(f"<h1>Quays</h1>{BODY}<h2>Marked</h2><p><b>Who pays</b></p>{BODY}")
    assert content.headings(marked) == [(0, "Quays"), (1, "Marked")]
