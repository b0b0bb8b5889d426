"""Which form a text has, and the same text in order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pressroom.readers.text.forms.cells import read_cells
from pressroom.readers.text.forms.columns import read_columns
from pressroom.readers.text.forms.exported import read_exported
from pressroom.readers.text.forms.gaps import read_gaps
from pressroom.readers.text.forms.notemarks import read_note_marks
from pressroom.readers.text.forms.rows import read_rows
from pressroom.readers.text.forms.subtitles import read_subtitles
from pressroom.readers.text.forms.talks import read_talk
from pressroom.readers.text.forms.wikimarkup import read_wiki_markup

PUT_IN_ORDER = "text-put-in-order"  # the rule of the note that says so


@dataclass(frozen=True, slots=True)
class Ordered:
    """A text in order: ``form`` says what it was and how it is read; ``is_markdown``: it has marks now."""

    text: str
    form: str
    is_markdown: bool = False


_FORMS: tuple[tuple[Callable[[str], str], str, bool], ...] = (
    (read_cells, "has cells of a spreadsheet with several lines; each is on one line now", False),
    (
        read_subtitles,
        "has the times of subtitles; they are left out, and each speaker's words are put together",
        False,
    ),
    (
        read_talk,
        "has the names of those who speak on lines of their own; they stand ahead of the words now",
        False,
    ),
    (read_wiki_markup, "has the marks of a wiki (h1., ||); it was read by them", True),
    (read_note_marks, "has the marks of a note program ([[…]], ==…==); it was read without them", True),
    (read_exported, "has tables with a cell a line; their rows are put together", False),
    (read_rows, "has rows of a table that lost its columns; they are told from the line above them", False),
    (read_gaps, "has wide gaps where its paragraphs ended; they are paragraphs now", False),
    (read_columns, "has two columns side by side; the right one is put below the left one", False),
)


def put_in_order(text: str) -> Ordered | None:
    """Return a text of a known form in order, None for one that is read as it is."""
    for read, form, is_markdown in _FORMS:
        ordered = read(text)
        if ordered:
            return Ordered(ordered, form, is_markdown)
    return None
