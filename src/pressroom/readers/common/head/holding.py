"""An embargo that stands where no head is: in a table of fields, under the text, in its first paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressroom.model.document import Document, Table
from pressroom.model.inline import words
from pressroom.model.walk import blocks, runs
from pressroom.readers.common.head.embargo import find_embargo, is_bare, tells_time
from pressroom.readers.common.head.words import FIELDS

_HEAD = 12  # lines at the top that may say "EMBARGOED" and no more
_FOOT = 5
_FIELDS = frozenset((*FIELDS, "date", "datum", "fecha", "to", "from"))
_MARKS = re.compile(r"^[\s>#*_=|-]+|[\s*_=|-]+$")


def search_embargo(document: Document, *, announced: bool = False) -> str:
    """Return the words of an embargo from anywhere in a document, and from what was left out of it.

    In the midst of a text only words that name a day or an hour count, since a heading may be "Embargo"; at
    its top and bottom the bare word does where the paper is ``announced`` as one of a press office.
    """
    doubtful = ""
    for words_of, at_edge in _list_lines(document):
        found = find_embargo(words_of)
        if found and tells_time(found):
            return found
        if found and at_edge and not doubtful and (announced or _is_said_of_paper(found)):
            doubtful = found
    return doubtful


def _is_said_of_paper(found: str) -> bool:
    return found.isupper() or len(found.split()) > 1


def _list_lines(document: Document) -> Iterator[tuple[str, bool]]:
    """Yield what may say an embargo, and whether it stands at the top or the bottom of the text."""
    yield document.metadata.subject, True
    if document.title is not None:
        yield document.title.text, True
    yield from _list_fields(document)
    said = [words(run.inlines) for run in runs(document)]
    for at, text in enumerate(said):
        yield text, at < _HEAD or at >= len(said) - _FOOT
    lines = [line for each in document.text.splitlines() if (line := _MARKS.sub("", each))]
    for at, line in enumerate(lines):
        yield line, at < _HEAD or at >= len(lines) - _FOOT


def _list_fields(document: Document) -> Iterator[tuple[str, bool]]:
    """Yield rows of tables that name an embargo in one cell and its time in the next.

    They are those of a head where the table has other fields of one; else it may explain words.
    """
    for block, _ in blocks(document):
        if not isinstance(block, Table):
            continue
        rows = [
            [" ".join(words(cell.inlines).split()) for cell in row.cells]
            for row in (*block.head, *block.body)
        ]
        keys = {row[0].rstrip(":").lower() for row in rows if row}
        of_head = len(keys & _FIELDS) > 1
        for row in rows:
            if len(row) > 1 and is_bare(row[0]) and row[1]:
                yield f"{row[0].rstrip(':')}: {row[1]}", of_head
