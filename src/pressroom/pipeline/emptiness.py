"""A document without a word, made of a file that has some: an error, never an empty report."""

from __future__ import annotations

import re

from pressroom.errors import PressroomError
from pressroom.model.document import Divider, Document, Paragraph
from pressroom.model.inline import words
from pressroom.model.walk import blocks, runs

_LETTER = re.compile(r"[^\W_]")
_UNSEEN = re.compile(rb"(?is)<(script|style|head)\b.*?</\1\s*>|<!--.*?-->|<[^>]*>|\\[a-z]+-?\d* ?")
_LETTERS = re.compile(rb"[A-Za-z0-9\x80-\xff]")
_PACKAGE = b"PK\x03\x04"
_LOOKED_AT = 2_000_000  # bytes


def refuse_without_words(document: Document, data: bytes) -> Document:
    """Return a document that holds something. Raises PressroomError for one without words."""
    if any(not isinstance(block, Divider | Paragraph) for block, _ in blocks(document)):
        return document
    if any(_LETTER.search(words(run.inlines)) for run in runs(document)) or document.footnotes:
        return document
    left = " ".join(document.text[each.span.start : each.span.end] for each in document.left_out)
    if _LETTER.search(left) and not document.metadata.settings:
        reasons = ", ".join(sorted({each.reason for each in document.left_out}))
        raise _refusal(document, f"all its words are left out ({reasons})")
    if not document.metadata.settings and not left and _has_words(data):
        raise _refusal(document, "no text was found in it")
    return document


def _has_words(data: bytes) -> bool:
    """Tell whether a file that is no package has words, those of its markup and scripts aside."""
    if data.startswith(_PACKAGE):
        return False
    return bool(_LETTERS.search(_UNSEEN.sub(b" ", data[:_LOOKED_AT])))


def _refusal(document: Document, why: str) -> PressroomError:
    return PressroomError(
        f"the report would be empty: {why}",
        cure="open the file in the program that made it, and save its text anew or as plain text",
        rule="source-no-words",
        where=document.source,
    )
