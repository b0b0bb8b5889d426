"""A sentence cut into lexemes: words, numerals, identifiers, signs, each with its place."""

from __future__ import annotations

import re
from enum import Enum
from typing import NamedTuple

from pressroom.numbers.units import CURRENCY_SIGNS

_SPACE = "\u00a0\u202f\u2009"
GLYPHS = {
    "½": 1 / 2,
    "¼": 1 / 4,
    "¾": 3 / 4,
    "⅓": 1 / 3,
    "⅔": 2 / 3,
    "⅛": 1 / 8,
    "⅜": 3 / 8,
    "⅝": 5 / 8,
    "⅞": 7 / 8,
}
CODES = [sign for sign in CURRENCY_SIGNS if len(sign) == 3 and sign.isalpha() and sign.isupper()]


class Sort(Enum):
    """What a lexeme is."""

    WORD = "word"
    NUMERAL = "numeral"
    GLYPH = "glyph"  # ½
    MONEY = "money"  # $, US$, EUR ahead of digits
    NAME = "name"  # letters and digits in one: A320, Q3
    SIGN = "sign"


class Lexeme(NamedTuple):
    """A piece of a text. ``low`` is in lower case with a straight apostrophe; ``glued``: no space stands ahead of it."""

    start: int
    end: int
    text: str
    low: str
    sort: Sort
    glued: bool


HYPHENS = frozenset("-\u2010\u2011")
_LETTER = r"[^\W\d_½¼¾⅓⅔⅛⅜⅝⅞]"
# most lexemes are plain words, and are known as such by the first line; possessive quantifiers never go back
_PATTERN = re.compile(
    rf"(?P<PLAIN>{_LETTER}++(?![\d_$€£¥₹₩₽₪₿₺₫₱₦₴₡₾₭.'’]))"
    rf"|(?P<MONEY>(?<![^\W_])[A-Za-z]{{0,3}}[$€£¥₹₩₽₪₿₺₫₱₦₴₡₾₭]|(?<!\w)(?:{'|'.join(CODES)})(?=\d))"
    rf"|(?P<NAME>{_LETTER}{{1,20}}\d\w*)"
    rf"|(?P<NUMERAL>\d+(?:[.,'’]\d+|[{_SPACE}]\d{{3}}(?!\d))*|(?<![\w.,])\.\d+)"
    r"|(?P<GLYPH>[½¼¾⅓⅔⅛⅜⅝⅞])"
    rf"|(?P<WORD>(?:{_LETTER}\.){{2,}}|{_LETTER}+(?:['’](?:s|t|re|ve|ll|clock)\b)?)"
    r"|(?P<SIGN>[<>=]=|\S)"
)
_SORTS = {sort.name: sort for sort in Sort} | {"PLAIN": Sort.WORD}
_APOSTROPHE = "’"


class Lexemes:
    """The lexemes of a sentence. A place outside of it has an empty word."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.items = lex(text, start, end)
        self.lows = [each[3] for each in self.items]
        self.words = frozenset(self.lows)
        self.size = len(self.items)

    def low(self, at: int) -> str:
        """Return the word or sign at a place, in lower case."""
        return self.lows[at] if 0 <= at < self.size else ""

    def written(self, at: int) -> str:
        """Return the word or sign at a place as the text has it."""
        return self.items[at].text if 0 <= at < self.size else ""

    def glued(self, at: int) -> bool:
        """Tell whether no space stands ahead of a place."""
        return 0 <= at < self.size and self.items[at].glued

    def sort(self, at: int) -> Sort | None:
        """Return what stands at a place."""
        return self.items[at].sort if 0 <= at < self.size else None

    def over_hyphen(self, at: int) -> int:
        """Return the place of the next word, past a hyphen that joins it to the one ahead."""
        return at + 1 if self.low(at) in HYPHENS and self.glued(at) and self.glued(at + 1) else at


def lex(text: str, start: int, end: int) -> list[Lexeme]:
    """Cut ``text[start:end]`` into lexemes with offsets into ``text``."""
    found: list[Lexeme] = []
    add, make, sorts = found.append, Lexeme._make, _SORTS
    last = -1
    for match in _PATTERN.finditer(text, start, end):
        begin, stop = match.span()
        piece = match[0]
        low = piece.lower()
        if _APOSTROPHE in low:
            low = low.replace(_APOSTROPHE, "'")
        add(make((begin, stop, piece, low, sorts[match.lastgroup], begin == last)))  # type: ignore[index]
        last = stop
    return found
