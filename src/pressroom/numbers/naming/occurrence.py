"""A number in its sentence, and what the rules ask of it to tell whether it names or counts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from pressroom.numbers.languages import all_languages, language
from pressroom.numbers.measuring.measures import Measure
from pressroom.numbers.parsing.plurals import is_plural
from pressroom.numbers.parsing.tokens import Tokens, TokenType

_ALL = all_languages()
DASHES = frozenset("-–—")


@cache
def joints(lang: str) -> frozenset[str]:
    """Return the words and signs that join two numbers of a list or a range."""
    table = language(lang)
    return DASHES | table.ranges.to | table.ranges.and_ | table.ranges.or_ | {",", "/", ";"}


@dataclass(slots=True, eq=False, repr=False)
class Naming:
    """Tokens ``first`` to ``last`` (exclusive) that name something, and why they are no quantity."""

    first: int
    last: int
    reason: str
    rule: str = ""  #: the name of the rule that tells so


class Occurrence:
    """A measure in its sentence, and what the rules ask of it.

    ``qualified`` tells whether a qualifier stands ahead of it, ``at_least`` whether that is a lower bound;
    ``previous`` is where the measure ahead of it ends, -1 where none is.
    """

    def __init__(
        self,
        tokens: Tokens,
        measure: Measure,
        lang: str,
        *,
        qualified: bool = False,
        at_least: bool = False,
        previous: int = -1,
    ) -> None:
        self.tokens, self.measure, self.lang, self.table = tokens, measure, lang, language(lang)
        self.qualified, self.at_least, self.previous = qualified, at_least, previous
        self.first, self.last = measure.first, measure.last  #: where it begins, and the place behind it
        self.digits = measure.numeral.digits  #: as written, "" for words
        self.whole = self.digits.isdigit()  #: whether it is written in digits without separators
        self.bare = not measure.unit and measure.scale == 1  #: whether no unit or scale stands by
        self.english = lang.startswith("en")
        self.headline = self.english and tokens.headline  #: whether capitals tell nothing

    def ahead(self, back: int = 1) -> str:
        """Return the word so far ahead of it."""
        return self.tokens.low(self.first - back)

    def behind(self, on: int = 0) -> str:
        """Return the word so far behind it."""
        return self.tokens.low(self.last + on)

    def behind_phrase(self, on: int = 0) -> str:
        """Return the two words so far behind it."""
        return f"{self.behind(on)} {self.behind(on + 1)}"

    def counts(self) -> bool:
        """Tell whether a plural in small letters, which it may count, stands close behind."""
        for place in range(self.last, self.last + 4):
            low = self.tokens.low(place)
            if (
                self.tokens.type(place) is not TokenType.WORD
                or low in self.table.nouns.stop
                or low in self.table.nouns.verbs
            ):
                return False
            small = self.headline or self.tokens.written(place)[0].islower()
            if self.table.nouns.capital_nouns:
                if not small:
                    return True
            elif small and (is_plural(low) or (self.table.nouns.adjectives_follow and low[-1] in "sx")):
                return self.tokens.low(place + 1) not in _ALL.nouns.determiners  # "2004 reinforces the trend"
        return False

    def is_capital(self, at: int) -> bool:
        """Tell whether a word is written with a capital and is no word of grammar."""
        written = self.tokens.written(at)
        if self.headline and not written[1:2].isupper():
            return False
        if self.tokens.glued(at) and self.tokens.low(at - 1) in ("'", "’"):
            return self.is_capital(at - 2)
        if len(written) == 1 and at > 0 and written not in _ALL.spelling.single_letters:
            return written.isupper()
        return (
            any(letter.isupper() for letter in written[:3])
            and self.tokens.type(at) in (TokenType.WORD, TokenType.NAME)
            and self.tokens.low(at) not in self.table.nouns.stop
        )
