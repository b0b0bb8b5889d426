"""Pages read with all that must hold for every document."""

from __future__ import annotations

from pressroom.model.document import Document
from pressroom.readers import ReaderSettings, read
from tests.readers import content

SENTENCE = (
    "This is a sentence of the text itself, with the words that people use when they write for others. "
)


def parse(html: str | bytes, name: str = "x.html") -> Document:
    document = read(html.encode() if isinstance(html, str) else html, name, ReaderSettings())
    assert content.misplaced(document) == []
    assert content.uncovered(document) == ""
    return document
