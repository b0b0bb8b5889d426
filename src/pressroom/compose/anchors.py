"""Places in the text that something else points at: the sentence of a key number, the data of a figure."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass

from pressroom.compose.numbering import number_tables
from pressroom.model.report import Report

_FIRST_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Anchor:
    """A stretch of the source text, offsets like those of ``Span``, that gets the ``id`` in the page."""

    start: int
    end: int
    id: str


@dataclass(frozen=True, slots=True)
class Anchors:
    """All anchors of a report, ascending and without overlap."""

    all: tuple[Anchor, ...]
    starts: tuple[int, ...]
    tables: Mapping[int, str]  # a table's offset in the source → its number, "" without a caption

    def find_within(self, start: int, end: int) -> tuple[Anchor, ...]:
        """Return the anchors that begin in [start, end)."""
        return self.all[bisect_left(self.starts, start) : bisect_left(self.starts, end)]


def make_key_number_anchor(key_number_id: str) -> str:
    """Return the id of the place in the text that a key number was read from."""
    return f"src-{key_number_id}"


def collect_anchors(report: Report) -> Anchors:
    """Find every place that a tile or a figure's source line links to.

    A figure's sentence that holds a key number is reached by that number's anchor, any other by its first
    word.
    """
    found = [
        Anchor(number.quantity.start, number.quantity.end, make_key_number_anchor(number.id))
        for number in report.numbers.key
    ]
    tables = number_tables(report.document)
    text = report.document.text
    for figure in report.figures.drawn:
        for index, span in enumerate(figure.sources, 1):
            if span.start in tables or any(span.start <= anchor.start < span.end for anchor in found):
                continue
            word = _FIRST_WORD.search(text, span.start, span.end)
            if word:
                found.append(Anchor(word.start(), word.end(), f"src-{figure.id}-{index}"))
    ordered: list[Anchor] = []
    for anchor in sorted(found, key=lambda anchor: (anchor.start, -anchor.end)):
        if not ordered or anchor.start >= ordered[-1].end:
            ordered.append(anchor)
    return Anchors(tuple(ordered), tuple(anchor.start for anchor in ordered), tables)


def make_table_anchor(start: int) -> str:
    """Return the id of the table that begins at a source offset."""
    return f"table-{start}"
