"""Findings of a layout told with the file and line that they come from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from pressroom.model.diagnostic import Diagnostic
from pressroom.model.document import Document
from pressroom.model.span import Span

# words in quotation marks, and a letter with its code
_QUOTED = re.compile(r"'([^']+)'|\"([^\"]+)\"|(\S) \(U\+[0-9A-F]{4,6}\)")
_ANCHOR = re.compile(r"[a-z]+-(\d+)(?:-\d+)?")  # the id of a table or picture: where it stands in the source


def place_findings(found: Iterable[Diagnostic], document: Document) -> Iterator[Diagnostic]:
    """Yield diagnostics with their place in the source, or with its name where no place can be told.

    ``where`` may be the id of an element of the page; else the words that the message quotes are looked for.
    """
    for each in found:
        if each.span is None:
            offset = _find_offset(each, document)
            yield replace(
                each, where=document.source, span=None if offset is None else make_span(document, offset)
            )
        else:
            yield each


def make_span(document: Document, offset: int) -> Span:
    """Return the span of one character of a document's text."""
    line = document.text.count("\n", 0, offset) + 1
    return Span(document.source, line, line, offset, min(offset + 1, len(document.text)))


def _find_offset(found: Diagnostic, document: Document) -> int | None:
    anchor = _ANCHOR.fullmatch(found.where)
    if anchor:
        return min(int(anchor[1]), len(document.text))
    for quoted in _QUOTED.finditer(found.message):
        words = (quoted[1] or quoted[2] or quoted[3]).removeprefix("asset:")
        at = document.text.find(words)
        if at >= 0:
            return at
    return None
