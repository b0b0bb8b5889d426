"""Lines that go together."""

from __future__ import annotations

from pressroom.model.document import Paragraph
from pressroom.model.inline import words
from tests.readers.text.covering import shapes
from tests.readers.text.reading import BODY, read


def test_verse_and_lists_without_marks_keep_their_lines() -> None:
    verse = (
        "He counts the river by its lamps,\nthe red, the green, the red again,\n"
        "and ties the evening to the ramps\nwith rope still wet."
    )
    document = read(f"The Ferryman\n\n{verse}\n\n{verse}\n\n{BODY} {BODY}\n")
    stanza = document.blocks[0]
    assert isinstance(stanza, Paragraph)
    assert words(stanza.inlines).count("\n") == 3
    assert shapes(document) == ["body"] * 3
