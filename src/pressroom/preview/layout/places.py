"""Where on the pages of a PDF the words of its source stand.

Nothing in a PDF says from which character of the source a letter came, and marks in the file would make it
another one than ``report make`` writes. So the letters and digits of the pages are matched with those of the
source, paragraph by paragraph in reading order; blanks, hyphens and marks of markup differ and are left out.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_CHUNK = 24  # letters that are looked up together where a paragraph is not found as a whole
_FEWEST = 8  # letters that are looked up at all
_AHEAD = 12_000  # letters of the pages, beyond the last place found, in which a chunk may stand
_SAME_LINE = 0.5  # of a letter's height


@dataclass(frozen=True, slots=True)
class PageBox:
    """A rectangle on a page, which counts from 0; sides are shares of its width and height, from top left."""

    page: int
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Letters:
    """The letters and digits of a text, in small letters, each with its place in the text."""

    text: str
    places: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Letters:
        """Return the letters of a text with their places in it."""
        return cls.of_pieces(((text, 0),))

    @classmethod
    def of_pieces(cls, pieces: Iterable[tuple[str, int | None]]) -> Letters:
        """Return the letters of pieces of text, each with the place that it begins at; None has none."""
        letters: list[str] = []
        places: list[int] = []
        for text, start in pieces:
            for place, character in enumerate(text, start or 0) if start is not None else ():
                if character.isalnum():
                    folded = _fold(character)
                    letters.append(folded)
                    places += [place] * len(folded)
        return cls("".join(letters), tuple(places))


@dataclass(frozen=True, slots=True)
class PageText:
    """The letters of all pages of a PDF, one after the other, and how to find their boxes."""

    letters: str
    at: tuple[tuple[int, int], ...] = field(repr=False)  # of each letter its page, and its character there
    _pages: tuple[Any, ...] = field(repr=False)  # of pypdfium2

    @classmethod
    def of(cls, document: PdfDocument) -> PageText:
        """Read the text of a PDF."""
        found: list[str] = []
        at: list[tuple[int, int]] = []
        pages = []
        for number in range(len(document)):
            page = document[number]
            text_page = page.get_textpage()
            letters = Letters.of(text_page.get_text_range())
            found.append(letters.text)
            at += ((number, place) for place in letters.places)
            pages.append((text_page, *page.get_size()))
        return cls("".join(found), tuple(at), tuple(pages))

    def find_boxes(self, letters: Iterable[int]) -> tuple[PageBox, ...]:
        """Return the boxes of letters by their index, one for each line that they stand in."""
        characters = dict.fromkeys(self.at[index] for index in letters)
        return tuple(
            box
            for page, group in groupby(sorted(characters), key=lambda one: one[0])
            for box in _join([self._find_box(page, place) for _, place in group])
        )

    def _find_box(self, page: int, character: int) -> PageBox:
        text_page, width, height = self._pages[page]
        left, bottom, right, top = text_page.get_charbox(character, loose=True)
        return PageBox(page, left / width, 1 - top / height, right / width, 1 - bottom / height)


@dataclass(slots=True)
class Alignment:
    """Which letter of the pages is which character of the source, as far as it is found."""

    pages: PageText
    _sources: list[int] = field(default_factory=list)
    _letters: list[int] = field(default_factory=list)

    @classmethod
    def of(cls, pages: PageText, passages: Iterable[Letters]) -> Alignment:
        """Match passages of a source, in reading order, with the pages."""
        found: dict[int, int] = {}
        cursor = 0
        for letters in passages:
            for source, page, length in _match(letters.text, pages.letters, cursor):
                for step in range(length):
                    found.setdefault(letters.places[source + step], page + step)
                cursor = max(cursor, page + length)
        ordered = sorted(found.items())
        return cls(pages, [one for one, _ in ordered], [letter for _, letter in ordered])

    def locate(self, start: int, end: int) -> tuple[PageBox, ...]:
        """Return the boxes of a passage of the source, none where it is not found on the pages."""
        first, last = bisect_left(self._sources, start), bisect_left(self._sources, end)
        return self.pages.find_boxes(self._letters[first:last])

    def find(self, words: str) -> tuple[PageBox, ...]:
        """Return the boxes of the first place where words stand that are the page's own, as in a tile."""
        wanted = Letters.of(words).text
        at = self.pages.letters.find(wanted) if wanted else -1
        return self.pages.find_boxes(range(at, at + len(wanted))) if at >= 0 else ()


def _fold(character: str) -> str:
    if character.isascii():
        return character.lower()
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", character).casefold()))


def _match(source: str, pages: str, cursor: int) -> Iterator[tuple[int, int, int]]:
    """Yield pieces of a passage that are on the pages: their place in either, and their length."""
    if not source:
        return
    whole = pages.find(source, cursor)
    if whole < 0:
        whole = pages.find(source)
    if whole >= 0:
        yield 0, whole, len(source)
        return
    starts = range(0, max(1, len(source) - _FEWEST), _CHUNK)
    chunks = [(start, start + _CHUNK) for start in starts[:-1]] + [(starts[-1], len(source))]
    while chunks:
        start, end = chunks.pop(0)
        found = pages.find(source[start:end], cursor, cursor + _AHEAD)
        if found >= 0:
            yield start, found, end - start
            cursor = found + end - start
        elif end - start >= 2 * _FEWEST:  # a page may end within it
            middle = (start + end) // 2
            chunks[:0] = [(start, middle), (middle, end)]


def _join(boxes: Sequence[PageBox]) -> Iterator[PageBox]:
    """Yield one box for each line of letters."""
    line: PageBox | None = None
    for box in boxes:
        if line and abs(box.bottom - line.bottom) < _SAME_LINE * (line.bottom - line.top):
            line = PageBox(
                line.page,
                min(line.left, box.left),
                min(line.top, box.top),
                max(line.right, box.right),
                max(line.bottom, box.bottom),
            )
            continue
        if line:
            yield line
        line = box
    if line:
        yield line


def read_lines(document: PdfDocument, number: int) -> tuple[tuple[str, PageBox], ...]:
    """Return the text of a page as its lines, each with its box: what can be selected and read aloud."""
    with closing(document[number]) as page, closing(page.get_textpage()) as text_page:
        width, height = page.get_size()
        lines = []
        for index in range(text_page.count_rects()):
            left, bottom, right, top = text_page.get_rect(index)
            words = text_page.get_text_bounded(left, bottom, right, top).strip()
            box = PageBox(number, left / width, 1 - top / height, right / width, 1 - bottom / height)
            if words:
                lines.append((words, box))
    return tuple(lines)
