"""Numbers of lines down the left margin, as courts and parliaments print them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from pressroom.readers.pdf.layout.page import PdfPage, PdfWord

LINE_NUMBERS = "numbers of lines"
_FEWEST = 20  # on a page
_SAME_EDGE = 3.0  # points
_ASIDE = 0.9  # of the other words


def take_out_line_numbers(pages: Sequence[PdfPage]) -> tuple[list[PdfPage], list[tuple[str, str]]]:
    """Return pages without the numbers of their lines, and what these say with the reason."""
    kept: list[PdfPage] = []
    told: list[tuple[str, str]] = []
    for page in pages:
        numbers = _find_line_numbers(page)
        if numbers:
            told.append((" ".join(word.text for word in numbers), LINE_NUMBERS))
            away = {id(word) for word in numbers}
            page = replace(page, words=tuple(word for word in page.words if id(word) not in away))
        kept.append(page)
    return kept, told


def _find_line_numbers(page: PdfPage) -> tuple[PdfWord, ...]:
    """Return the words that count the lines of a page: 1, 2, 3, … under each other, left of its text."""
    columns: dict[int, list[PdfWord]] = defaultdict(list)
    for word in page.words:
        if word.text.isdecimal() and len(word.text) <= len(str(_MOST)):
            columns[round(word.box.right / _SAME_EDGE)].append(word)
    for place, words in sorted(columns.items()):
        counted = _find_count([*words, *columns.get(place + 1, ())])
        if len(counted) >= _FEWEST and _stands_aside(counted, page.words):
            return counted
    return ()


_MOST = 99


def _find_count(words: Sequence[PdfWord]) -> tuple[PdfWord, ...]:
    """Return the words that count from 1 down the page, up to the first that does not."""
    found: list[PdfWord] = []
    for word in sorted(words, key=lambda word: word.base):
        if int(word.text) == len(found) + 1:
            found.append(word)
    return tuple(found)


def _stands_aside(counted: Sequence[PdfWord], words: Sequence[PdfWord]) -> bool:
    """Tell whether nearly all other words stand to the right of numbers."""
    edge = max(word.box.right for word in counted)
    others = len(words) - len(counted)
    return sum(word.box.left > edge for word in words) >= _ASIDE * max(others, 1)
