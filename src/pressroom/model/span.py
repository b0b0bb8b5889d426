"""Where in the source something stands."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a source's text.

    ``start`` and ``end`` are character offsets into ``Document.text``, end exclusive. Lines count from 1 and
    end at the line feed; ``line_end`` is inclusive. For formats without lines of their own (Word, HTML, mail)
    ``Document.text`` is the plain rendering the reader made, so an offset always has a character to point at.
    """

    source: str
    line_start: int
    line_end: int
    start: int
    end: int

    def __str__(self) -> str:
        return f"{self.source}:{self.line_start}"
