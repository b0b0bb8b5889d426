"""Which element of the page is written how."""

from __future__ import annotations

import pytest

from pressroom.errors import PressroomError
from pressroom.writers.docx import write
from tests.writers.docx.opened import body, styles_of
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
