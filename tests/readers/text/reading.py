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


def assert_whole(text: str) -> None:
    """Assert that each visible character of a text is in exactly one part of its document, at its place."""
    assert read(text).text == text


BODY = "This paragraph says something in a whole sentence, which goes on for long enough to be one."
