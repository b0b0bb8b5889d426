"""A sentence cut into tokens: words, numerals, identifiers, signs, each with its place."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import Enum
from operator import eq

from pressroom.language.scripts import WITHOUT_BLANKS
from pressroom.numbers.languages import all_languages
from pressroom.numbers.languages.units import CODES_BY_DIGITS, CURRENCY_SIGNS
from pressroom.numbers.parsing.patterns import any_of

_SPACE = "\u00a0\u202f\u2009\u2060\u200b"
_GROUPERS = "‘ʼ´`"  # what is typed for an apostrophe in thousands: "CHF 996‘268"
_MARKS = ".,'’\u066b\u066c\uff0c\uff0e"  # of Arabic and of full-width digits as well
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


class TokenType(Enum):
    """What a token is."""

    WORD = "word"
    NUMERAL = "numeral"
    GLYPH = "glyph"  # ½
    MONEY = "money"  # $, US$, EUR ahead of digits
    NAME = "name"  # letters and digits in one: A320, Q3
    SIGN = "sign"


HYPHENS = frozenset("-")
WORDS_OF_A_HEADLINE = 3  # of more than three letters, at least
_CONTRACTION = any_of(all_languages().spelling.contractions)
_MONEY_SIGNS = "$€£¥₹₩₽₪₿₺₫₱₦₴₡₾₭"
# signs with letters behind them, "$US"; codes of less than three letters may touch the digits as well
_DOLLARS = "|".join(
    sorted((re.escape(sign) for sign in CURRENCY_SIGNS if sign[0] == "$" and sign != "$"), reverse=True)
)
_SHORT_CODES = "|".join(CODES_BY_DIGITS)
# "R" alone is money ahead of what is no name: thousands with their marks, a scale
_SCALES = any_of(scale for scale in all_languages().numerals.scales if len(scale) > 1)
_RAND = rf"R(?=\d{{1,3}}(?:[ ,]\d{{3}})+(?!\d)|\d+(?:\.\d+)?(?:m|bn| {_SCALES})\b)"
_GLYPHS = "".join(GLYPHS)
_LETTER = rf"[^\W\d_{_GLYPHS}{WITHOUT_BLANKS}]"
# type → how it is written. Most tokens are plain words, and are known as such by the first line; possessive
# quantifiers never go back
_FORMS = {
    "PLAIN": rf"{_LETTER}++(?![\d_{_MONEY_SIGNS}.'’])",
    "NUMERAL": rf"\d+(?:[{_MARKS}]\d+|[{_SPACE}{_GROUPERS}]\d{{3}}(?!\d))*|(?<![\w.,])\.\d+",
    "MONEY": rf"(?=[A-Za-z{_MONEY_SIGNS}])(?:(?:{_DOLLARS})(?!{_LETTER})|[A-Za-z]{{0,3}}[{_MONEY_SIGNS}]"
    rf"|(?<!\w)(?:(?:{'|'.join(CODES)}|{_SHORT_CODES})(?=\d)|{_RAND}))",
    "NAME": rf"{_LETTER}{{1,20}}\d\w*",
    "GLYPH": rf"[{_GLYPHS}]",
    "WORD": rf"(?:{_LETTER}\.){{2,}}|{_LETTER}+(?:['’]{_CONTRACTION}\b)?",
    # each letter is a word: no blanks tell which belong together
    "LONE": rf"[{WITHOUT_BLANKS}]",
    "SIGN": r"[<>=]=|\S",
}
_PATTERN = re.compile("|".join(f"(?P<{name}>{form})" for name, form in _FORMS.items()))
_TYPES = {each.name: each for each in TokenType} | dict.fromkeys(("PLAIN", "LONE"), TokenType.WORD)


class Tokens:
    """The tokens of a sentence, a column for each of their traits: ``starts`` and ``ends`` are offsets into
    ``text``.

    Asked for a place up to ``MARGIN`` outside of the sentence, the methods answer as for an empty token.
    """

    low: Callable[[int], str]  #: in lower case, with plain apostrophes, hyphens and dashes
    written: Callable[[int], str]  #: as the text has it
    type: Callable[[int], TokenType | None]
    glued: Callable[[int], bool]  #: whether no space stands ahead

    def __init__(self, text: str, start: int, end: int) -> None:
        starts: list[int] = []
        ends: list[int] = []
        pieces: list[str] = []
        types: list[TokenType | None] = []
        for match in _PATTERN.finditer(text, start, end):
            begin, stop = match.span()
            starts.append(begin)
            ends.append(stop)
            pieces.append(match[0])
            types.append(_TYPES[match.lastgroup])  # type: ignore[index]  # every branch is a group
        self.text, self.starts, self.ends, self.size = text, starts, ends, len(starts)
        lowered = _plain("\n".join(pieces)).split("\n") if pieces else []
        self.words = frozenset(lowered)
        self.named = TokenType.NAME in types
        # Python counts -1 from the end, so that one margin serves both ends
        self.lows = lowered + _NO_WORDS
        self.low = self.lows.__getitem__
        self.written = (pieces + _NO_WORDS).__getitem__
        self.type = (types + _NO_TYPES).__getitem__
        glued = list(map(eq, starts, [-1, *ends]))
        self.glued = (glued + _NOT_GLUED).__getitem__
        self._headline: bool | None = None

    @property
    def headline(self) -> bool:
        """Whether all words but short ones have a capital, so that none tells a name: "Police Find Six"."""
        if self._headline is None:
            long = [
                at for at in range(self.size) if self.type(at) is TokenType.WORD and len(self.low(at)) > 3
            ]
            self._headline = len(long) >= WORDS_OF_A_HEADLINE and all(
                self.written(at)[0].isupper() for at in long
            )
        return self._headline

    def skip_hyphen(self, at: int) -> int:
        """Return the place of the next word, past a hyphen that joins it to the one ahead."""
        return at + 1 if self.low(at) in HYPHENS and self.glued(at) and self.glued(at + 1) else at

    def cut(self, first: int, last: int) -> str:
        """Return the text from one token up to another (exclusive)."""
        return self.text[self.starts[first] : self.ends[last - 1]]


def _plain(words: str) -> str:
    """Return words in lower case with the signs of a keyboard for those that look alike."""
    if words.isascii():
        return words.lower()
    lowered = words.lower().replace("’", "'").replace("\u2010", "-").replace("\u2011", "-")
    return lowered.replace("\u2012", "–")


MARGIN = 40
_NO_WORDS = [""] * MARGIN
_NO_TYPES: list[TokenType | None] = [None] * MARGIN
_NOT_GLUED = [False] * MARGIN
