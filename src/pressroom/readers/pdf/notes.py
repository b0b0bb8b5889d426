"""Footnotes at the feet of pages: smaller type, each with the mark that calls it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pressroom.readers.pdf.layout.lines import PdfFlow, PdfLine

_SMALLER = 0.93  # of the running text
_MARK = re.compile(r"(\d{1,3}|[*†‡§]{1,3}|[a-z](?=\s))\s*(?=\S)")


@dataclass(frozen=True, slots=True)
class PageNote:
    """A note: the page that it stands on, its mark there, and its lines, without the mark in the first."""

    page: int
    mark: str
    lines: tuple[PdfLine, ...]


def split_notes(flow: Sequence[PdfFlow], body: float) -> tuple[list[PdfFlow], list[PageNote]]:
    """Part the notes at the foot of one page from its lines; only those that the text calls are notes."""
    called = {
        word.text
        for line in flow
        if isinstance(line, PdfLine)
        for word in line.words
        if is_raised(word.size, word.base, line.size, line.base)
    }
    rest: list[PdfFlow] = []
    notes: list[tuple[str, list[PdfLine]]] = []
    region = -1
    feet = _find_feet(flow, body)
    for at, entry in enumerate(flow):
        small = isinstance(entry, PdfLine) and entry.size <= body * _SMALLER and at >= feet[entry.region]
        if not isinstance(entry, PdfLine) or not small:
            rest.append(entry)
            region = -1
            continue
        mark = _MARK.match(entry.text)
        if mark and mark[1] in called and _is_first(entry, mark[1]):
            notes.append((mark[1], [entry]))
            region = entry.region
        elif notes and entry.region == region:
            notes[-1][1].append(entry)
        else:
            rest.append(entry)
    pages = [entry.page for entry in flow]
    return rest, [PageNote(pages[0], mark, tuple(lines)) for mark, lines in notes]


def _find_feet(flow: Sequence[PdfFlow], body: float) -> dict[int, int]:
    """Return for each column the index of the first line that only small ones follow."""
    feet: dict[int, int] = {}
    for at, entry in enumerate(flow):
        if isinstance(entry, PdfLine):
            feet[entry.region] = at + 1 if entry.size > body * _SMALLER else feet.get(entry.region, at)
    return feet


def _is_first(line: PdfLine, mark: str) -> bool:
    """Tell whether a mark is a word of its own, or raised, ahead of a note's words."""
    first = line.words[0]
    return first.text == mark or first.text.startswith(mark)


def is_raised(size: float, base: float, line_size: float, line_base: float) -> bool:
    """Tell whether a word is set higher and smaller than its line."""
    return size <= 0.82 * line_size and line_base - base > 0.08 * line_size
