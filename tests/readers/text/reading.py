"""A text read with all that must hold for every document."""

from __future__ import annotations

from pressroom.model.document import Document
from pressroom.readers.common.settings import ReaderSettings
from pressroom.readers.text.read import read_text
from tests.readers.text.covering import check


def read(text: str, **overrides: object) -> Document:
    document = read_text(text, "test.txt", ReaderSettings(**overrides))
    check(document)
    assert document.text == text
    return document


BODY = "This paragraph says something in a whole sentence, which goes on for long enough to be one."
