"""Written numbers: digits with any separators, words, mixtures, fractions; with their value and place."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from pressroom.numbers.languages import language
from pressroom.numbers.parsing.digits import parse_digits, parse_power_of_ten
from pressroom.numbers.parsing.numberwords import NumberSum, parse_compound
from pressroom.numbers.parsing.phrases import Phrases
from pressroom.numbers.parsing.tokens import GLYPHS, HYPHENS, Tokens, TokenType

_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 25, 32, 40, 50, 64, 100})
QUARTER = 4
THOUSAND = 1000


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
        self.numbers = self.table.numerals
        self._phrases, self._folds, self._shares = _small(lang), _folds(lang), _shares(lang)
        self._multiples = _multiples(lang)

    def few(self, at: int) -> tuple[int, float] | None:
        """Return the end and the value of a small number in words."""
        found = self._phrases.at(self.tokens, at)
        return (found[0], self.numbers.small[found[1]]) if found else None

    def is_digits(self, at: int) -> bool:
        return self.tokens.type(at) is TokenType.NUMERAL

    def read(self, at: int) -> Numeral | None:
        """Return the numeral that begins at a token."""
        found = self._read_one(at)
        return self._with_thousands(self._with_digits(found)) if found else None

    def _read_one(self, at: int) -> Numeral | None:
        kind = self.tokens.type(at)
        if kind is TokenType.NUMERAL:
            return self._digits(at)
        if kind is TokenType.GLYPH:
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
            and not self._is_coded(last)
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

    def _with_digits(self, whole: Numeral) -> Numeral:
        """Add the digits behind a thousand in a word: "5 mil 700 millones", "mil 360"."""
        at = whole.last
        if self.low(at - 1) not in self.numbers.adding or whole.value % THOUSAND or not self.is_digits(at):
            return whole
        written = self.tokens.written(at)
        more = parse_digits(written, self.table)
        apart = self.tokens.starts[at] == self.tokens.ends[at - 1] + 1
        if more is None or not apart or not re.fullmatch(r"\d{1,3}(?:[.,]\d+)?", written):
            return whole
        return self._scaled(replace(whole, last=at + 1, value=whole.value + more, scale=1))

    def _with_thousands(self, whole: Numeral) -> Numeral:
        """Add the thousands behind millions: "2 millones 300 mil"; behind a comma only those with digits,
        "114 millones, 99 mil 319".
        """
        adding, at = self.numbers.adding, whole.last
        if not adding or self.numbers.scales.get(self.low(at - 1), 0) < THOUSAND**2:
            return whole
        comma = self.low(at) == ","
        thousand = self._read_one(at + 1 if comma else at)
        if thousand is None or thousand.part or self.low(thousand.last - 1) not in adding:
            return whole
        behind = self._with_digits(thousand)
        if behind.value >= THOUSAND**2 or (comma and behind is thousand):
            return whole
        return replace(whole, last=behind.last, value=whole.value + behind.value, scale=1)

    def _is_coded(self, at: int) -> bool:
        """Tell whether digits are joined to others by a hyphen: "105 737-10 jets" are 105 of that type."""
        joined = self.tokens.low(at + 1) == "-" and self.glued(at + 1) and self.glued(at + 2)
        return joined and self.is_digits(at + 2)

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
            factor = self.numbers.scales.get(self.low(at), 100 if self.low(at) in self.numbers.hundred else 0)
            if not factor and self.low(at) in self.numbers.and_words and self._is_one(at + 1):
                half = self.low(at + 2) in self.numbers.half and self.low(at + 3) in self.numbers.scales
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
        numbers, word = self.numbers, self.low(at)
        share = self._shares.at(self.tokens, at)
        if share:
            return Numeral(at, share[0], numbers.shares[share[1]], part=True)
        if word in numbers.half:
            return self._half(at)
        if word in numbers.half_nouns:
            return self._half_noun(at)
        scaled = at > 0 and self.low(self.skip_hyphen(at + 1)) in numbers.scales
        if scaled and numbers.fractions.get(word) == QUARTER:
            return self._of_scale(Numeral(at, at + 1, 1 / QUARTER, part=True))  # "quarter million"
        if word in numbers.articles or word in numbers.one:
            count, last = 1.0, self.skip_hyphen(at + 1)
        else:
            few = self.few(at)
            if not few or not 1 <= few[1] < 100:
                return None
            last, count = few
            last = self.skip_hyphen(last)
        below = numbers.fractions.get(self.low(last), 0)
        if not below or count >= 20:  # "twenty-third" is an ordinal
            return None
        part = Numeral(at, last + 1, count / below, part=True)
        whole = self._of_scale(part)
        if whole is not part:
            return whole
        return part if self._is_fraction(at, last, count) else None

    def _half(self, at: int) -> Numeral | None:
        """Read "half a million", "half-million" and a half that counts: "more than half", "half of the"."""
        numbers = self.numbers
        article = self.low(at + 1) in numbers.articles
        scale = numbers.scales.get(self.low(at + 2), 0) if article else 0
        bare = numbers.scales.get(self.low(self.skip_hyphen(at + 1)), 0)
        if scale or bare:
            last = at + 3 if scale else self.skip_hyphen(at + 1) + 1
            return self._scaled(Numeral(at, last, (scale or bare) / 2, scale=scale or bare))
        counts = self.low(at - 1) in numbers.halving
        counts = counts or (self.low(at + 1) in numbers.of and self.low(at + 2) in numbers.whole)
        return Numeral(at, at + 1, 0.5, part=True) if counts else None

    def _half_noun(self, at: int) -> Numeral | None:
        """Read a half with its article, of something: "die Hälfte der Boote"; not a place or a time, "en la
        mitad de la década".
        """
        numbers = self.numbers
        article = self.low(at - 1) == numbers.half_nouns[self.low(at)]
        counts = article and self.low(at + 1) in numbers.whole and self.low(at - 2) not in numbers.on_the_way
        return Numeral(at - 1, at + 1, 0.5, part=True) if counts else None

    def _is_fraction(self, at: int, last: int, count: float) -> bool:
        """Tell "two thirds of it" and "by a third" from "three quarters" of a year and "a third term"."""
        numbers, word, behind = self.numbers, self.low(at), self.low(last + 1)
        if word in numbers.one and self.tokens.type(last + 1) is not TokenType.WORD:
            return True
        article = word in numbers.articles
        if behind in numbers.predicates and (count > 1 or article):
            return True  # "two thirds is to be met", "a third said"
        closes = behind in ("", ",", ".") or behind in self.table.nouns.stop
        hedged = at - 1 if self.low(at - 1) in numbers.halving - numbers.before_part else at
        reduced = closes and self.low(hedged - 1) in numbers.before_part  # "by around two thirds"
        hyphened = self.low(last - 1) in HYPHENS and not article
        return hyphened or reduced or behind in numbers.whole

    def _of_scale(self, part: Numeral) -> Numeral:
        """Multiply a fraction by the scale that it is of: "three quarters of a million"."""
        at = self.skip_hyphen(part.last)
        if self.low(at) in self.numbers.whole and self.low(at + 1) in self.numbers.articles:
            at += 2
        elif self.low(at) in self.numbers.articles:
            at += 1
        factor = self.numbers.scales.get(self.low(at), 0)
        if not factor or len(self.low(at)) < 4:
            return part
        return self._scaled(Numeral(part.first, at + 1, part.value * factor, scale=factor))

    def _words(self, at: int) -> Numeral | None:
        """Read number words as they add up: "two hundred and five million", "three and a half"."""
        total = NumberSum()
        here = last = at
        while self.tokens.type(here) is TokenType.WORD:
            after = self._small_or_scale(total, here, at) or self._joint(total, here)
            if not after:
                break
            here, complete = after
            if complete:
                last = here
                here = self.skip_hyphen(here)
        if not total.seen:
            return None
        begins = at - 1 if self._article(at) and self.low(at) in self._multiples else at
        whole = Numeral(begins, last, total.value, total.scale)
        return self._scaled(whole) if self.low(last) in self._multiples else whole

    def _small_or_scale(self, total: NumberSum, here: int, at: int) -> tuple[int, bool] | None:
        """Add the word at a place to a sum; return the place behind it and whether a number may end there."""
        numbers, word = self.numbers, self.low(here)
        few = self.few(here)
        if few and total.accepts(few[1]):
            total.add(few[1])
            return few[0], True
        if word in self._multiples and (total.seen or self._stands_alone(at)):
            if word in numbers.hundred and total.group < 100:
                total.multiply_by_hundred()
                return here + 1, True
            if word in numbers.scales and len(word) > 2:
                total.multiply(numbers.scales[word])
                return here + 1, True
        parts = None if total.seen or word in numbers.bare else parse_compound(word, numbers)
        if parts is None:
            return None
        total.add(parts)
        return here + 1, True

    def _joint(self, total: NumberSum, here: int) -> tuple[int, bool] | None:
        """Read "and" with what it adds, "and a half", or the spoken decimal sign; return the place behind."""
        numbers, word = self.numbers, self.low(here)
        if not total.seen:
            return None
        if word in numbers.and_words and self._goes_on(here, total):
            if self._is_one(here + 1) and self.low(here + 2) in numbers.fractions:
                total.add_part(1 / numbers.fractions[self.low(here + 2)])
                return here + 3, True
            return here + 1, False
        if (
            word in numbers.and_words
            and self.low(here + 1) in numbers.half
            and not self._is_article(here + 2)
        ):
            total.add_part(0.5)
            return here + 2, True
        if numbers.point and word == numbers.point and not total.total and self.few(here + 1):
            digits = ""
            at = here + 1
            while few := self.few(at):
                digits, at = digits + str(int(few[1])), few[0]
            total.group = float(f"{int(total.group)}.{digits}")
            return at, True
        return None

    def _is_one(self, at: int) -> bool:
        return self.low(at) in self.numbers.articles or self.low(at) in self.numbers.one

    def _is_article(self, at: int) -> bool:
        return self.low(at) in self.numbers.articles

    def is_vague(self, at: int) -> bool:
        """Tell "mehrere Dutzend", which is no twelve: a scale that a word for several stands ahead of."""
        return self.low(at) in self.numbers.scales and self.low(at - 1) in self.numbers.several

    def _article(self, at: int) -> bool:
        return self._is_article(at - 1)

    def _stands_alone(self, at: int) -> bool:
        """Tell "a hundred" and "mille", which are numbers without one ahead, from "several thousand"."""
        if self._article(at):
            return True
        return self.low(at) in self.numbers.bare and self.low(at - 1) not in self.numbers.several

    def _goes_on(self, here: int, total: NumberSum) -> bool:
        """Tell whether an "and" joins parts of one number, behind a hundred or a scale or ahead of a half."""
        if self._is_one(here + 1) and self.low(here + 2) in self.numbers.fractions:
            return self.low(here + 3) not in self.numbers.whole  # "one and a third of" is two
        few = self.few(here + 1)
        if not few or few[1] >= 100:
            return False
        scale = self.numbers.scales.get(self.low(few[0]), 0)
        if total.group:
            return total.group % 100 == 0
        return total.total > few[1] * scale * 10 if scale else total.total > 0


@cache
def _starts(lang: str) -> frozenset[str]:
    """Return the words with which a number can begin."""
    numbers = language(lang).numerals
    first = {re.split("[ -]", phrase)[0] for phrase in numbers.small}
    first |= _folds(lang).keys() | {phrase.split()[0] for phrase in numbers.shares}
    first |= numbers.half | numbers.half_nouns.keys() | numbers.articles | numbers.one
    first |= numbers.hundred | numbers.scales.keys()
    return frozenset(first)


def find_numerals(tokens: Tokens, lang: str) -> list[Numeral]:
    """Return the written numbers of a sentence, in order, none inside another."""
    reader = _Reader(tokens, lang)
    found: list[Numeral] = []
    last = 0
    for here in _places(tokens, lang):
        numeral = reader.read(here) if here >= last and not reader.is_vague(here) else None
        if numeral and numeral.first >= last:
            found.append(numeral)
            last = numeral.last
    return found


def _places(tokens: Tokens, lang: str) -> list[int]:
    """Return where a numeral may begin."""
    starts, type_of = _starts(lang), tokens.type
    if language(lang).numerals.compounds:
        return [at for at in range(tokens.size) if type_of(at) in _READ]
    lows = tokens.lows
    return [
        at
        for at in range(tokens.size)
        if type_of(at) is TokenType.NUMERAL or lows[at] in starts or type_of(at) is TokenType.GLYPH
    ]


_READ = (TokenType.WORD, TokenType.NUMERAL, TokenType.GLYPH)
