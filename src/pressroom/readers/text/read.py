"""Plain text to a document."""

from __future__ import annotations

from dataclasses import replace

from pressroom.model.document import Document
from pressroom.readers.common.collection import pause_collection
from pressroom.readers.common.encoding import decode
from pressroom.readers.common.settings import ReaderSettings
from pressroom.readers.text.document import DocumentBuilder
from pressroom.readers.text.survey import survey_text


def read(data: bytes, source: str, settings: ReaderSettings) -> Document:
    """Read a plain text, whatever its encoding."""
    text, found = decode(data, source, settings)
    document = read_text(text, source, settings)
    return replace(document, diagnostics=(*found, *document.diagnostics))


def read_text(text: str, source: str, settings: ReaderSettings) -> Document:
    """Read plain text. ``source`` is the name that spans give; ``Document.text`` is ``text`` unchanged.

    Every visible character is in the span of exactly one of: the title, a heading, a block, a footnote,
    ``left_out``.
    """
    with pause_collection():
        return DocumentBuilder(survey_text(text, settings), source).build()
