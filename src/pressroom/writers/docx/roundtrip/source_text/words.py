"""The words of the source's own blocks: which text of a page can be taken back to the source."""

from __future__ import annotations

from pressroom.model.document import Document
from pressroom.model.inline import words
from pressroom.model.walk import runs


def collect_source_words(document: Document) -> frozenset[str]:
    """Return the words of every run of text, without white space."""
    return frozenset("".join(words(run.inlines).split()) for run in runs(document)) - {""}
