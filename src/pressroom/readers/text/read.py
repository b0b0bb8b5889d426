"""Plain text to a document."""

from __future__ import annotations

import re
from dataclasses import replace

from pressroom.model.diagnostic import Diagnostic, Severity
from pressroom.model.document import Document, LeftOut
from pressroom.model.span import Span
from pressroom.readers.common.collection import pause_collection
from pressroom.readers.common.encoding import decode
from pressroom.readers.common.protocols import ReadFile
from pressroom.readers.common.settings import ReaderSettings
from pressroom.readers.text.document import DocumentBuilder
from pressroom.readers.text.forms.answers import find_answer
from pressroom.readers.text.forms.order import PUT_IN_ORDER, put_in_order
from pressroom.readers.text.leaving import tell_left_out
from pressroom.readers.text.markup import find_markdown
from pressroom.readers.text.survey import survey_text
from pressroom.readers.text.units.assistant import ASSISTANT_LINE

READ_AS_MARKDOWN = "read-as-markdown"  # the rule of the note that says so


def read(
    data: bytes, source: str, settings: ReaderSettings, *, read_markdown: ReadFile | None = None
) -> Document:
    """Read a plain text, whatever its encoding; one that is plainly Markdown as that, and says so.

    Subtitles, talks and columns are put in order first: then ``Document.text`` is the text in order.
    """
    text, found = decode(data, source, settings)
    ordered = put_in_order(text) if settings.markup == "" else None
    if ordered:
        found = (*found, _tell_form(ordered.form, source))
        if ordered.is_markdown and read_markdown:
            document = read_markdown(ordered.text.encode(), source, settings)
            return replace(document, diagnostics=(*found, *document.diagnostics))
        text = ordered.text
    signs = find_markdown(text) if settings.markup == "" else ()
    if read_markdown and (signs or settings.markup == "markdown"):
        return _read_answer(data, text, source, settings, read_markdown, signs)
    document = read_text(text, source, settings)
    return replace(document, diagnostics=(*found, *document.diagnostics))


def _read_answer(
    data: bytes,
    text: str,
    source: str,
    settings: ReaderSettings,
    read_markdown: ReadFile,
    signs: tuple[str, ...],
) -> Document:
    """Read a text in Markdown, without what an assistant says round it."""
    begin, end = find_answer(text) if signs else (0, len(text))
    if (begin, end) == (0, len(text)):
        document = read_markdown(data, source, settings)
        return replace(document, diagnostics=(*_note(signs, source), *document.diagnostics))
    # white space in its place keeps everything else where it is
    alone = _VISIBLE.sub(" ", text[:begin]) + text[begin:end] + _VISIBLE.sub(" ", text[end:])
    document = read_markdown(alone.encode(), source, replace(settings, encoding=""))
    left = tuple(
        _leave_out(text, source, *bounds)
        for bounds in ((0, begin), (end, len(text)))
        if bounds[0] < bounds[1]
    )
    return replace(
        document,
        text=text,
        left_out=(*left, *document.left_out),
        diagnostics=(*_note(signs, source), *tell_left_out(left, source), *document.diagnostics),
    )


_VISIBLE = re.compile(r"[^\n]")


def _leave_out(text: str, source: str, begin: int, end: int) -> LeftOut:
    begin += len(text[begin:end]) - len(text[begin:end].lstrip())
    end = max(begin, begin + len(text[begin:end].rstrip()))
    first, last = (text.count("\n", 0, at) + 1 for at in (begin, end))
    return LeftOut(Span(source, first, last, begin, end), ASSISTANT_LINE)


def _tell_form(form: str, source: str) -> Diagnostic:
    return Diagnostic(
        Severity.NOTE,
        PUT_IN_ORDER,
        f"this text {form}",
        'to have it as it is, say so in the sidecar: markup = "plain"',
        where=source,
    )


def _note(signs: tuple[str, ...], source: str) -> tuple[Diagnostic, ...]:
    if not signs:
        return ()
    note = Diagnostic(
        Severity.NOTE,
        READ_AS_MARKDOWN,
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
