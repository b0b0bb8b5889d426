"""Written numbers: digits with any separators, words, mixtures, fractions; with their value and place."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from pressroom.numbers.languages import language
from pressroom.numbers.languages.form import Language
from pressroom.numbers.parsing.digits import parse_digits, parse_power_of_ten
from pressroom.numbers.parsing.phrases import Phrases
from pressroom.numbers.parsing.tokens import GLYPHS, HYPHENS, Tokens, TokenType

_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 25, 32, 40, 50, 64, 100})


@dataclass(slots=True, eq=False, repr=False)
class Numeral:
    """A written number: tokens ``first`` to ``last`` (exclusive) and its value, without unit or qualifier.

    ``scale`` is what its scale words multiply by, ``digits`` the digits as written ("" for words), ``part``
    tells a fraction of one thing ("two thirds").
    """

    first: int
    last: int
    value: float
    scale: float = 1
    digits: str = ""
    part: bool = False


@cache
def _small(lang: str) -> Phrases:
    return Phrases(language(lang).numerals.small)


@cache
def _multiples(lang: str) -> frozenset[str]:
    return language(lang).numerals.hundred | language(lang).numerals.scales.keys()


@cache
def _shares(lang: str) -> Phrases:
    return Phrases(language(lang).numerals.shares)


@cache
def _folds(lang: str) -> dict[str, float]:
    """Return the words of the kind of "fivefold" with their values."""
    table = language(lang).numerals
    if not table.fold:
        return {}
    return {f"{word}{table.fold}": value for word, value in table.small.items() if value > 1}


class _Reader:
    """Reads the numerals of one list of tokens."""

    def __init__(self, tokens: Tokens, lang: str) -> None:
        self.tokens = tokens
        self.low, self.glued, self.skip_hyphen = tokens.low, tokens.glued, tokens.skip_hyphen
        self.table = language(lang)
        self._phrases, self._folds, self._shares = _small(lang), _folds(lang), _shares(lang)
        self._multiples = _multiples(lang)

    def few(self, at: int) -> tuple[int, float] | None:
        """Return the end and the value of a small number in words."""
        found = self._phrases.at(self.tokens, at)
        return (found[0], self.table.numerals.small[found[1]]) if found else None

    def is_digits(self, at: int) -> bool:
        return self.tokens.type(at) is TokenType.NUMERAL

    def read(self, at: int) -> Numeral | None:
        """Return the numeral that begins at a token."""
        sort = self.tokens.type(at)
        if sort is TokenType.NUMERAL:
            return self._digits(at)
        if sort is TokenType.GLYPH:
            glyph = self.tokens.written(at)
            return Numeral(at, at + 1, GLYPHS[glyph], digits=glyph, part=True)
        fold = self._folds.get(self.low(at))
        return Numeral(at, at + 1, fold) if fold else self._part(at) or self._words(at)

    def _digits(self, at: int) -> Numeral | None:
        digits, last = self.tokens.written(at), at + 1
        while (
            self.is_digits(last)
            and not self.glued(last)
            and re.fullmatch(r"[1-9]\d{0,2}(?: \d{3})*", digits)
            and re.fullmatch(r"\d{3}(?:[.,]\d+)?", self.tokens.written(last))
            and self.tokens.starts[last] == self.tokens.ends[last - 1] + 1
        ):
            digits, last = f"{digits} {self.tokens.written(last)}", last + 1
        value = parse_digits(digits, self.table)
        if value is None:
            return None
        whole = Numeral(at, last, value, digits=digits)
        power = parse_power_of_ten(self.tokens, last)
        if power:
            return replace(whole, last=power[0], value=value * power[1], scale=power[1])
        return self._scaled(self._with_part(whole))

    def _with_part(self, whole: Numeral) -> Numeral:
        """Add what stands behind as parts of one: "10 1/2", "10½"; or make the digits a fraction, "1/4"."""
        at = whole.last
        if self.tokens.type(at) is TokenType.GLYPH:
            return replace(whole, last=at + 1, value=whole.value + GLYPHS[self.tokens.written(at)])
        if whole.value != int(whole.value):
            return whole
        if self.low(at) in ("/", "⁄") and self.glued(at) and self.glued(at + 1) and self.is_digits(at + 1):
            below = self.tokens.written(at + 1)
            alone = not (self.low(at + 2) in ("/", "-", ".") and self.glued(at + 2) and self.glued(at + 3))
            if below.isdigit() and int(below) in _DENOMINATORS and 0 < whole.value < int(below) and alone:
                return replace(whole, last=at + 2, value=whole.value / int(below), part=True)
            return whole
        if (
            self.is_digits(at)
            and not self.glued(at)
            and self.low(at + 1) in ("/", "⁄")
            and self.low(at).isdigit()
        ):
            part = self._with_part(Numeral(at, at + 1, float(self.low(at))))
            if part.part:
                return replace(whole, last=part.last, value=whole.value + part.value)
        return whole

    def _scaled(self, numeral: Numeral) -> Numeral:
        """Multiply by the scale words that stand behind."""
        while True:
            at = self.skip_hyphen(numeral.last)
            factor = self.table.numerals.scales.get(
                self.low(at), 100 if self.low(at) in self.table.numerals.hundred else 0
            )
            if not factor and self.low(at) in self.table.numerals.and_words and self._is_one(at + 1):
                half = (
                    self.low(at + 2) in self.table.numerals.half
                    and self.low(at + 3) in self.table.numerals.scales
                )
                if half and numeral.scale == 1:  # "3 and a half million"
                    numeral = replace(numeral, last=at + 3, value=numeral.value + 0.5)
                    continue
            if not factor:
                return numeral
            last = at + 1
            if (
                self.low(last) == "."
                and self.glued(last)
                and len(self.low(at)) < 4
                and (self.low(last + 1).islower() or self.tokens.type(last + 1) is TokenType.MONEY)
            ):
                last += 1  # "4,5 Mio. Euro", "3 Mrd. €"
            numeral = replace(numeral, last=last, value=numeral.value * factor, scale=numeral.scale * factor)

    def _part(self, at: int) -> Numeral | None:
        """Read a fraction in words: "two thirds", "a quarter of", "half a million", "half of"."""
        table = self.table
        word = self.low(at)
        share = self._shares.at(self.tokens, at)
        if share:
            return Numeral(at, share[0], table.numerals.shares[share[1]], part=True)
        if word in table.numerals.half:
            scale = (
                table.numerals.scales.get(self.low(at + 2), 0)
                if self.low(at + 1) in table.numerals.articles
                else 0
            )
            bare = table.numerals.scales.get(self.low(self.skip_hyphen(at + 1)), 0)
            if scale or bare:
                last = at + 3 if scale else self.skip_hyphen(at + 1) + 1
                return self._scaled(Numeral(at, last, (scale or bare) / 2, scale=scale or bare))
            told = self.low(at - 1) in table.numerals.halving or (
                self.low(at + 1) in table.numerals.of and self.low(at + 2) in table.numerals.whole
            )
            return Numeral(at, at + 1, 0.5, part=True) if told else None
        quarter = (
            table.numerals.fractions.get(word, 0)
            if at and self.low(self.skip_hyphen(at + 1)) in table.numerals.scales
            else 0
        )
        if quarter == 4:
            return self._of_scale(Numeral(at, at + 1, 1 / quarter, part=True))  # "quarter million"
        if word in table.numerals.articles or word in table.numerals.one:
            count, last = 1.0, self.skip_hyphen(at + 1)
        else:
            few = self.few(at)
            if not few or not 1 <= few[1] < 100:
                return None
            last, count = few
            last = self.skip_hyphen(last)
        below = table.numerals.fractions.get(self.low(last), 0)
        if not below or count >= 20:  # "twenty-third" is an ordinal
            return None
        part = Numeral(at, last + 1, count / below, part=True)
        scaled = self._of_scale(part)
        if scaled is not part:
            return scaled
        return part if self._is_fraction(at, last, count) else None

    def _is_fraction(self, at: int, last: int, count: float) -> bool:
        """Tell "two thirds of it" and "by a third" from "three quarters" of a year and "a third term"."""
        table, word, behind = self.table, self.low(at), self.low(last + 1)
        if word in table.numerals.one and self.tokens.type(last + 1) is not TokenType.WORD:
            return True
        article = word in table.numerals.articles
        if behind in table.numerals.predicates and (count > 1 or article):
            return True  # "two thirds is to be met", "a third said"
        reduced = self.low(at - 1) in table.numerals.before_part and behind in table.nouns.stop | {
            "",
            ",",
            ".",
        }
        hyphened = self.low(last - 1) in HYPHENS and not article
        return hyphened or reduced or behind in table.numerals.whole

    def _of_scale(self, part: Numeral) -> Numeral:
        """Multiply a fraction by the scale that it is of: "three quarters of a million"."""
        at = self.skip_hyphen(part.last)
        if self.low(at) in self.table.numerals.whole and self.low(at + 1) in self.table.numerals.articles:
            at += 2
        elif self.low(at) in self.table.numerals.articles:
            at += 1
        factor = self.table.numerals.scales.get(self.low(at), 0)
        if not factor or len(self.low(at)) < 4:
            return part
        return self._scaled(Numeral(part.first, at + 1, part.value * factor, scale=factor))

    def _words(self, at: int) -> Numeral | None:
        """Read number words as they add up: "two hundred and five million", "three and a half"."""
        told = _Sum()
        here = last = at
        while self.tokens.type(here) is TokenType.WORD:
            after = self._small_or_scale(told, here, at) or self._joint(told, here)
            if not after:
                break
            here, complete = after
            if complete:
                last = here
                here = self.skip_hyphen(here)
        if not told.seen:
            return None
        begins = at - 1 if self._article(at) and self.low(at) in self._multiples else at
        whole = Numeral(begins, last, told.value, told.scale)
        return self._scaled(whole) if self.low(last) in self._multiples else whole

    def _small_or_scale(self, told: _Sum, here: int, at: int) -> tuple[int, bool] | None:
        """Add the word at a place to what is told; return the place behind it."""
        table, word = self.table, self.low(here)
        few = self.few(here)
        if few and told.takes(few[1]):
            told.add(few[1])
            return few[0], True
        if word in self._multiples and (told.seen or self._stands_alone(at)):
            if word in table.numerals.hundred and told.group < 100:
                told.hundred()
                return here + 1, True
            if word in table.numerals.scales and len(word) > 2:
                told.scaled(table.numerals.scales[word])
                return here + 1, True
        parts = None if told.seen or word in table.numerals.bare else parse_compound(word, table)
        if parts is None:
            return None
        told.add(parts)
        return here + 1, True

    def _joint(self, told: _Sum, here: int) -> tuple[int, bool] | None:
        """Read "and" with what it adds, "and a half", or the spoken decimal sign; return the place behind."""
        table, word = self.table, self.low(here)
        if not told.seen:
            return None
        if word in table.numerals.and_words and self._goes_on(here, told):
            if self._is_one(here + 1) and self.low(here + 2) in table.numerals.fractions:
                told.part(1 / table.numerals.fractions[self.low(here + 2)])
                return here + 3, True
            return here + 1, False
        if (
            word in table.numerals.and_words
            and self.low(here + 1) in table.numerals.half
            and not self._is_article(here + 2)
        ):
            told.part(0.5)
            return here + 2, True
        if table.numerals.point and word == table.numerals.point and not told.total and self.few(here + 1):
            digits = ""
            at = here + 1
            while few := self.few(at):
                digits, at = digits + str(int(few[1])), few[0]
            told.group = float(f"{int(told.group)}.{digits}")
            return at, True
        return None

    def _is_one(self, at: int) -> bool:
        return self.low(at) in self.table.numerals.articles or self.low(at) in self.table.numerals.one

    def _is_article(self, at: int) -> bool:
        return self.low(at) in self.table.numerals.articles

    def _article(self, at: int) -> bool:
        return self._is_article(at - 1)

    def _stands_alone(self, at: int) -> bool:
        """Tell whether a hundred or a thousand is a number without one ahead: "a hundred", "mille", not
        "several thousand".
        """
        if self._article(at):
            return True
        return (
            self.low(at) in self.table.numerals.bare and self.low(at - 1) not in self.table.numerals.several
        )

    def _goes_on(self, here: int, told: _Sum) -> bool:
        """Tell whether an "and" joins parts of one number, behind a hundred or a scale or ahead of a half."""
        if self._is_one(here + 1) and self.low(here + 2) in self.table.numerals.fractions:
            return self.low(here + 3) not in self.table.numerals.whole  # "one and a third of" is two
        few = self.few(here + 1)
        if not few or few[1] >= 100:
            return False
        scale = self.table.numerals.scales.get(self.low(few[0]), 0)
        if told.group:
            return told.group % 100 == 0
        return told.total > few[1] * scale * 10 if scale else told.total > 0


class _Sum:
    """The sum of number words: whole scales, the hundreds and ones behind the last, and the last scale."""

    def __init__(self) -> None:
        self.total, self.group, self.scale = 0.0, 0.0, 1.0
        self.seen = False
        self.room = 1e18  # behind a larger scale a smaller one may follow; one as large multiplies

    @property
    def value(self) -> float:
        """Return the number."""
        return self.total + self.group

    def takes(self, more: float) -> bool:
        """Tell whether a small number adds to what stands ahead: behind hundreds or a scale, or ones behind
        tens.
        """
        if not self.seen:
            return True
        if not self.group:
            return self.total > 0
        if self.group % 100 == 0:
            return more < 100
        return 0 < more < 10 and self.group % 10 == 0 and self.group % 100 >= 20

    def add(self, more: float) -> None:
        """Add a small number."""
        self.group, self.seen = self.group + more, True

    def part(self, more: float) -> None:
        """Add a part of the last scale: "a million and a half" is 1,500,000."""
        if self.total and not self.group:
            self.total += more * self.scale
        else:
            self.group += more

    def hundred(self) -> None:
        """Multiply the ones by a hundred."""
        self.group, self.seen = (self.group or 1) * 100, True

    def scaled(self, factor: float) -> None:
        """Multiply by a scale."""
        if factor < self.room:
            self.total, self.group, self.room = self.total + (self.group or 1) * factor, 0.0, factor
        else:
            self.total, self.group = (self.total + self.group) * factor, 0.0
        self.scale, self.seen = factor, True


def parse_compound(word: str, table: Language) -> float | None:
    """Return the value of number words written as one ("zweihundertfünf"), None for other words."""
    if not table.numerals.compounds or len(word) < 6:
        return None
    total = group = 0.0
    rest = word
    while rest:
        for length in range(min(len(rest), 12), 2, -1):
            piece = rest[:length]
            if piece in table.numerals.small:
                group += table.numerals.small[piece]
            elif piece in table.numerals.hundred:
                group = (group or 1) * 100
            elif piece in table.numerals.scales:
                total, group = total + (group or 1) * table.numerals.scales[piece], 0
            elif piece not in table.numerals.and_words:
                continue
            rest = rest[length:]
            break
        else:
            return None
    return total + group


@cache
def _starts(lang: str) -> frozenset[str]:
    """Return the words with which a number can begin."""
    table = language(lang)
    small = {re.split("[ -]", phrase)[0] for phrase in table.numerals.small}
    small |= _folds(lang).keys() | {phrase.split()[0] for phrase in table.numerals.shares}
    return frozenset(
        small
        | table.numerals.half
        | table.numerals.articles
        | table.numerals.one
        | table.numerals.hundred
        | set(table.numerals.scales)
    )


def find_numerals(tokens: Tokens, lang: str) -> list[Numeral]:
    """Return the written numbers of a sentence, in order, none inside another."""
    reader = _Reader(tokens, lang)
    found: list[Numeral] = []
    last = 0
    for here in _places(tokens, lang):
        numeral = reader.read(here) if here >= last else None
        if numeral and numeral.first >= last:
            found.append(numeral)
            last = numeral.last
    return found


def _places(tokens: Tokens, lang: str) -> list[int]:
    """Return where a numeral may begin."""
    starts, sort = _starts(lang), tokens.type
    if language(lang).numerals.compounds:
        return [at for at in range(tokens.size) if sort(at) in _READ]
    lows = tokens.lows
    return [
        at
        for at in range(tokens.size)
        if sort(at) is TokenType.NUMERAL or lows[at] in starts or sort(at) is TokenType.GLYPH
    ]


_READ = (TokenType.WORD, TokenType.NUMERAL, TokenType.GLYPH)
