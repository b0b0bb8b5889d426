"""Where a text has signs of numbers, and where it has more than sentences have."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import chain, groupby, islice

from pressroom.numbers.languages import language

MOST_NUMBERS = 80  # of a sentence, in digits or in words
LONGEST_ROWS = 4000  # characters of a paragraph, which may be as dense with numbers as rows of a table
LEAST_WORDS = 8  # characters for each number of a longer one
LEAST_ROWS, LONGEST_ROW = 100, 120  # rows one after the other, characters of one
LEAST_FIGURES, MOST_NAMES = 3, 2  # of a row
HEAP = "a heap of numbers, which no sentence has"
_FRACTIONS = "½¼¾⅓⅔⅛⅜⅝⅞"
_DIGIT = re.compile(rf"[\d{_FRACTIONS}]")
_DIGITS = re.compile(rf"\d+|[{_FRACTIONS}]")


class NumberSigns:
    """Digits and words of a text that may be numbers. Places are offsets into the text."""

    def __init__(self, text: str, lang: str) -> None:
        self.text = text
        self.words = _compile_words(lang)
        self.lowered = text.lower()
        if len(self.lowered) != len(text):  # a few letters have more than one small one
            self.lowered = "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)

    def are_in(self, begin: int, end: int) -> bool:
        """Tell whether a stretch may hold a number."""
        return bool(_DIGIT.search(self.text, begin, end) or self.words.search(self.lowered, begin, end))

    def are_heap(self, begin: int, end: int) -> bool:
        """Tell whether a stretch has more numbers than a sentence, all of which would be weighed by all."""
        return self._are_more(begin, end, MOST_NUMBERS)

    def are_rows(self) -> bool:
        """Tell whether the text is a long paragraph of figures, dense as rows of a table and no sentence."""
        size = len(self.text)
        return size > LONGEST_ROWS and self._are_more(0, size, size // LEAST_WORDS)

    def _are_more(self, begin: int, end: int, most: int) -> bool:
        digits = _DIGITS.finditer(self.text, begin, end)
        found = chain(digits, self.words.finditer(self.lowered, begin, end))
        return next(islice(found, most, None), None) is not None


def find_rows(texts: Sequence[str]) -> frozenset[int]:
    """Return the indexes of texts that are rows of figures one after the other, as many as no table of a page
    has: a table that was copied line for line, whose numbers no sentence names.
    """
    found: list[int] = []
    runs = groupby(enumerate(texts), lambda each: _is_row(each[1]))
    for run in ([at for at, _ in group] for rows, group in runs if rows):
        if len(run) >= LEAST_ROWS:
            found += run
    return frozenset(found)


def _is_row(text: str) -> bool:
    if len(text) > LONGEST_ROW:
        return False
    words = text.split()
    figures = sum(any(map(str.isdigit, word[:2])) for word in words)
    return figures >= LEAST_FIGURES and len(words) - figures <= MOST_NAMES


@cache
def _compile_words(lang: str) -> re.Pattern[str]:
    """Return what tells, in small letters, that a sentence without digits may hold a number."""
    table = language(lang)
    first = (
        {re.split("[ -]", phrase)[0] for phrase in table.numerals.small}
        | table.numerals.hundred
        | table.numerals.half
        | table.numerals.half_nouns.keys()
        | table.numerals.vague
    )
    first |= {phrase.split()[0] for phrase in table.numerals.shares}
    first |= {word for word in (*table.numerals.scales, *table.numerals.fractions) if len(word) > 3}
    by_initial: dict[str, list[str]] = {}  # fewer branches to try at each word
    for word in sorted(first):
        by_initial.setdefault(word[0], []).append(word[1:])
    branches = (f"{initial}(?:{'|'.join(rests)})" for initial, rests in by_initial.items())
    tail = "" if table.numerals.compounds else rf"(?:{table.numerals.fold})?\b"
    return re.compile(rf"\b(?:{'|'.join(branches)}){tail}")
