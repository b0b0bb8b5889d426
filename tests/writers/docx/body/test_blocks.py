"""Which element of the page is written how."""

from __future__ import annotations

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
        ("Byline", "By"),
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


def test_a_publisher_s_name_begins_where_the_text_begins() -> None:
    root = body("<p>Words.</p>", body="<header class='cover'><p class='brand'>The house</p></header>")
    band = next(root.iter(f"{W}p")).find(f"{W}pPr")
    assert band.find(f"{W}framePr").get(f"{W}w") == root.find(f"{W}sectPr/{W}pgSz").get(f"{W}w")
    left = root.find(f"{W}sectPr/{W}pgMar").get(f"{W}left")
    assert band.find(f"{W}ind").get(f"{W}firstLine") == left


def test_a_heading_leaves_to_its_style_what_the_style_has() -> None:
    heading = next(body("<h2 id='a'>A</h2><p>Words.</p>").iter(f"{W}p"))
    assert [node.tag for node in heading.find(f"{W}pPr")] == [f"{W}pStyle"]
