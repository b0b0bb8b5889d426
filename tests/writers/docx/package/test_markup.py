"""WordprocessingML as text."""

from __future__ import annotations

from tests.writers.docx.opened import body, styles_of


def test_characters_that_xml_cannot_carry_are_told_and_the_rest_escaped() -> None:
    root = body("<p>a &lt; b &amp; &quot;c&quot; \x0b\x01 d</p>")
    assert styles_of(root)[0][1] == 'a < b & "c" \ufffd\ufffd d'
