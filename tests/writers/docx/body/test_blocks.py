"""Which element of the page is written how."""

from __future__ import annotations

from itertools import pairwise

import pytest

from pressroom.errors import PressroomError
from pressroom.writers.docx import write
from tests.writers.docx.opened import W, body, styles_of
from tests.writers.docx.pages import page


def test_roles_have_word_s_own_styles() -> None:
    found = styles_of(
        body(
            "<h1 class='title'>T</h1><p class='byline'>By</p><h2 id='a'>A</h2><h3 id='b'>B</h3><p>Words.</p>"
            "<p class='note'>N</p><blockquote><p>Q</p></blockquote><pre><code>c</code></pre>"
        )
    )
    assert found == [
        ("Title", "T"),
        ("Credit", "By"),
        ("Heading1", "A"),
        ("Heading2", "B"),
        ("BodyText", "Words."),
        ("Note", "N"),
        ("Quote", "Q"),
        ("SourceCode", "c"),
    ]


def test_a_landscape_section_inside_a_block_is_refused() -> None:
    with pytest.raises(PressroomError, match="inside another block"):
        write(page("<blockquote><section class='landscape'><p>a</p></section></blockquote>"))


def test_the_first_paragraph_leads() -> None:
    mini = "<nav class='contents mini'><ol><li><a href='#a'>A</a></li></ol></nav>"
    for before in ("", mini):
        found = styles_of(body(f"{before}<p>First.</p><p>Second.</p><h2 id='a'>A</h2>"))
        assert found[:2] == [("LeadParagraph", "First."), ("BodyText", "Second.")]
    assert styles_of(body("<h2>A</h2><p>Words.</p>"))[1] == ("BodyText", "Words.")


def test_blocks_of_the_cover_begin_where_the_title_does() -> None:
    fields = "<dl class='fields'><dt>To</dt><dd>All</dd></dl>"
    cover = f"<header class='cover'><h1 class='title'>T</h1>{fields}<p class='note'>N</p></header>"
    root = body(fields, body=cover)
    starts = [
        (style, paragraph.find(f"{W}pPr/{W}ind"))
        for paragraph, (style, _) in zip(root.iter(f"{W}p"), styles_of(root), strict=True)
    ]
    found = [(style, None if node is None else int(node.get(f"{W}left"))) for style, node in starts]
    assert found == [("Title", None), ("Field", 2150 - 2835), ("Note", -2835), ("Field", None)]


def test_a_heading_leaves_to_its_style_what_the_style_has() -> None:
    heading = next(body("<h2 id='a'>A</h2><p>Words.</p>").iter(f"{W}p"))
    assert [node.tag for node in heading.find(f"{W}pPr")] == [f"{W}pStyle"]


@pytest.mark.parametrize(
    "kinds", [["note"] * 4, ["warning", "note", "note", "tip"], ["note", "warning", "warning"]]
)
def test_callouts_that_follow_each_other_stay_boxes_of_their_own(kinds: list[str]) -> None:
    """Word and LibreOffice join neighbours whose borders are the same, and drop the rule between them."""
    box = "<aside class='callout {}'><p class='callout-title'>T</p><p>a</p></aside>"
    nodes = list(body("".join(map(box.format, kinds))).iter(f"{W}p"))
    tops = (node.find(f"{W}pPr/{W}pBdr/{W}top") for node in nodes)
    borders = [None if top is None else (top.get(f"{W}sz"), top.get(f"{W}color")) for top in tops]
    assert borders[::2] == borders[1::2]  # one box of title and words
    assert all(one != next_one for one, next_one in pairwise(borders[::2]))


def test_place_and_day_at_the_end_of_a_letter_stand_in_its_column() -> None:
    cover = "<header class='cover'><h1 class='title'>T</h1><p class='dateline'>Marn, 4 May</p></header>"
    root = body("<p>Words.</p><p class='dateline'>Marn, 5 May</p>", body=cover)
    found = {"".join(each.itertext(f"{W}t")): each.find(f"{W}pPr/{W}ind") for each in root.iter(f"{W}p")}
    assert found["Marn, 4 May"] is None
    assert found["Marn, 5 May"].get(f"{W}left") == "0"
