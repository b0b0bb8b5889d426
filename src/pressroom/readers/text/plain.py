"""Bytes of a plain text to a document."""

from __future__ import annotations

from dataclasses import replace

from pressroom.model.document import Document
from pressroom.readers.common.encoding import decode
from pressroom.readers.common.settings import ReaderSettings
from pressroom.readers.text import read_text


def read(data: bytes, source: str, settings: ReaderSettings) -> Document:
    """Read a plain text, whatever its encoding."""
    text, diagnostics = decode(data, source, settings)
    document = read_text(text, source, settings)
    return replace(document, diagnostics=(*diagnostics, *document.diagnostics))
