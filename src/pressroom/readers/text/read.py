"""Plain text to a document."""

from __future__ import annotations

from dataclasses import replace

from pressroom.model.diagnostic import Diagnostic, Severity
from pressroom.model.document import Document
from pressroom.readers.common.collection import pause_collection
from pressroom.readers.common.encoding import decode
from pressroom.readers.common.protocols import ReadFile
from pressroom.readers.common.settings import ReaderSettings
from pressroom.readers.text.document import DocumentBuilder
from pressroom.readers.text.markup import find_markdown
from pressroom.readers.text.survey import survey_text


def read(
    data: bytes, source: str, settings: ReaderSettings, *, read_markdown: ReadFile | None = None
) -> Document:
    """Read a plain text, whatever its encoding; one that is plainly Markdown as that, and says so."""
    text, found = decode(data, source, settings)
    signs = find_markdown(text) if settings.markup == "" else ()
    if read_markdown and (signs or settings.markup == "markdown"):
        document = read_markdown(data, source, settings)
        return replace(document, diagnostics=(*_note(signs, source), *document.diagnostics))
    document = read_text(text, source, settings)
    return replace(document, diagnostics=(*found, *document.diagnostics))


def _note(signs: tuple[str, ...], source: str) -> tuple[Diagnostic, ...]:
    if not signs:
        return ()
    note = Diagnostic(
        Severity.NOTE,
        "read-as-markdown",
        f"this text was read as Markdown, by its {', '.join(signs)}",
        'to have its marks as they are, say so in the sidecar: markup = "plain"',
        where=source,
    )
    return (note,)


def read_text(text: str, source: str, settings: ReaderSettings) -> Document:
    """Read plain text. ``source`` is the name that spans give; ``Document.text`` is ``text`` unchanged.

    Every visible character is in the span of exactly one of: the title, a heading, a block, a footnote,
    ``left_out``.
    """
    with pause_collection():
        return DocumentBuilder(survey_text(text, settings), source).build()
