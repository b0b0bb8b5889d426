"""What part a value plays in its sentence: the level reached, a change, an earlier value, a bound, a margin.

A value of which nothing tells so has no role.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from pressroom.model.quantity import Kind, Modality, Qualifier, Role
from pressroom.numbers.languages import language
from pressroom.numbers.languages.form import Language
from pressroom.numbers.languages.form.meaning import RoleWords
from pressroom.numbers.parsing.rule import Rule
from pressroom.numbers.parsing.tokens import Tokens

REACH = 10  # tokens ahead in which a verb that tells a role is looked for
LONGEST_PHRASE = 3  # words
NEAR = 2  # words between a noun that tells a role, or "by", and the number
_BREAKS = frozenset(",;:.()–—")


class Told:
    """A value at the tokens ``first`` (where its qualifier begins) to ``last`` (exclusive), and what is known
    of it.
    """

    def __init__(
        self,
        tokens: Tokens,
        first: int,
        last: int,
        lang: str,
        *,
        kind: Kind = Kind.NUMBER,
        qualifier: Qualifier | None = None,
        modality: Modality = Modality.STATED,
        period: str = "",
    ) -> None:
        self.tokens, self.first, self.last = tokens, first, last
        self.kind, self.qualifier, self.modality, self.period = kind, qualifier, modality, period
        self.table: Language = language(lang)
        self.words: RoleWords = self.table.roles
        self.ahead = self._find_ahead()

    def _find_ahead(self) -> list[str]:
        """Return the words ahead in its clause, the nearest first, without those in brackets."""
        found: list[str] = []
        inside = False
        for low in reversed(self.tokens.lows[: self.first]):
            if len(found) == REACH:
                break
            if low in "()" and inside == (low == "("):
                inside = not inside
            elif low in _BREAKS and not inside:
                break
            elif not inside:
                found.append(low)
        return found

    def find_behind(self) -> str:
        """Return the text behind it to the end of its sentence, in small letters."""
        tokens = self.tokens
        return tokens.text[tokens.ends[self.last - 1] : tokens.ends[tokens.size - 1]].lower()

    def has_any(self, phrases: frozenset[str]) -> bool:
        """Tell whether its sentence has the first word of one of some phrases."""
        return not self.tokens.words.isdisjoint(_find_first_words(phrases))

    def is_of(self, nouns: frozenset[str]) -> bool:
        """Tell whether it is "a margin of 3 points", or "a 3-point margin"."""
        if nouns.isdisjoint(self.tokens.words):
            return False
        near = self.ahead[: NEAR + 1]
        of = next((at for at, low in enumerate(near) if low in self.words.of), None)
        named = of is not None and of + 1 < len(near) and near[of + 1] in nouns
        at = self.tokens.skip_hyphen(self.last)
        behind = self.tokens.lows[at : min(at + NEAR, self.tokens.size)]
        return named or not nouns.isdisjoint(behind)

    def moves(self, words: list[str]) -> bool:
        """Tell whether one of some words is a verb of change."""
        return any(
            low.startswith(self.table.ranges.moving) and low not in self.words.not_moving for low in words
        )


@cache
def _find_first_words(phrases: frozenset[str]) -> frozenset[str]:
    return frozenset(phrase.split()[0] for phrase in phrases)


def find_role(value: Told) -> tuple[Role | None, str]:
    """Return the role of a value and the rule that tells it; None and "" where nothing does."""
    for rule in RULES:
        role = rule.apply(value)
        if role:
            return role, rule.name
    return None, ""


def is_threshold(value: Told) -> Role | None:
    """A limit of 340; the 4,000 mark; the last time it had less than $4 billion; gatherings of more than 50
    people are banned; they are restricted to 10 or fewer.
    """
    if value.qualifier in (Qualifier.UNDER, Qualifier.OVER, Qualifier.AT_LEAST, Qualifier.AT_MOST):
        text = value.tokens.text[value.tokens.starts[0] : value.tokens.starts[value.first]].lower()
        if any(phrase in text for phrase in value.words.last_time):
            return Role.THRESHOLD
        of = bool(value.ahead) and value.ahead[0] in value.words.of
        if of and not value.words.forbidding.isdisjoint(value.tokens.words):
            return Role.THRESHOLD
        to = bool(value.ahead) and value.ahead[0] in value.words.to
        if to and not value.words.restricting.isdisjoint(value.ahead):
            return Role.THRESHOLD
    return Role.THRESHOLD if value.is_of(value.words.thresholds) else None


def is_target(value: Told) -> Role | None:
    """A target of 40 homes."""
    return Role.TARGET if value.is_of(value.words.targets) else None


def is_margin(value: Told) -> Role | None:
    """A gap of 12 points; a 12-point lead."""
    return Role.MARGIN if value.is_of(value.words.margins) else None


def is_change(value: Told) -> Role | None:
    """Rose by 5%; fell 5%; a 5% rise; a rise of 5%."""
    if value.is_of(value.words.changes):
        return Role.CHANGE
    ahead = value.ahead
    if ahead[:1] and ahead[0] in value.words.by and value.moves(ahead[1:]):
        return Role.CHANGE
    led = value.tokens.low(value.last) in value.words.to  # "fell £180 million to £1.9 billion"
    bare = value.words.bare_change and (value.kind is Kind.PERCENT or led)
    return Role.CHANGE if bare and value.moves(ahead[:1]) else None


def is_level(value: Told) -> Role | None:
    """Rose to 5%; pushed the pound up to $1.41; fell below 5%."""
    ahead = value.ahead
    told = bool(ahead) and ahead[0] in value.words.to and value.moves(ahead[1:])
    told = told or (value.moves(ahead[:1]) and value.tokens.low(value.first) in value.words.crossing)
    return Role.LEVEL if told else None


def is_earlier(value: Told) -> Role | None:
    """$3m a year earlier."""
    words = value.period.lower().split()
    alone = bool(words) and words[0] in value.table.numerals.articles
    return Role.EARLIER if alone and words[-1] in value.words.past else None


def is_former(value: Told) -> Role | None:
    """The previous $3m; the previously announced $3m."""
    ahead = value.ahead
    told = ahead[1:2] if ahead[:1] and ahead[0] in value.words.announced else ahead[:1]
    return None if value.words.former.isdisjoint(told) else Role.EARLIER


def is_usual(value: Told) -> Role | None:
    """Spending is above the usual £3m: what others are held against."""
    if value.words.usual.isdisjoint(value.ahead[:LONGEST_PHRASE]):
        return None
    at = next(at for at, low in enumerate(value.ahead) if low in value.words.usual)
    beyond = value.ahead[at + 1 : at + 1 + LONGEST_PHRASE]
    return None if value.words.beyond.isdisjoint(beyond) else Role.EARLIER


def is_set_against(value: Told) -> Role | None:
    """58% agree that it helps, up from 47%: the one that the sentence compares with."""
    if not value.has_any(value.words.set_against):
        return None
    ahead = value.ahead
    near = {" ".join(reversed(ahead[:count])) for count in range(2, LONGEST_PHRASE + 1)}
    compared = len(ahead) == 1 or any(word.isdigit() for word in ahead[1 : LONGEST_PHRASE + 1])
    if ahead and compared:  # ", contre 13 %", not "voté contre 13 projets"
        near.add(ahead[0])
    moved = value.words.by | value.words.to
    if value.first == len(ahead) and moved.isdisjoint(ahead[:1]):  # "compared with the 320 of last year, …"
        near |= {" ".join(ahead[::-1][:count]) for count in range(1, LONGEST_PHRASE + 1)}
    return None if value.words.set_against.isdisjoint(near) else Role.EARLIER


def is_preceded(value: Told) -> Role | None:
    """It grew by 5%, after 3% the year before."""
    comma = value.first - 2
    if not value.ahead or value.ahead[0] not in value.words.after or value.tokens.low(comma) != ",":
        return None
    near = value.tokens.lows[max(0, comma - NEAR_VALUE) : comma]
    return Role.EARLIER if any(map(str.isdigit, "".join(near))) else None


NEAR_VALUE = 3  # tokens from a value to the comma ahead of the one before it


def is_missed(value: Told) -> Role | None:
    """A surplus of £3m had been expected."""
    if not value.has_any(value.words.once_expected):
        return None
    behind = value.find_behind()
    expected = any(behind.startswith(f" {phrase}") for phrase in value.words.once_expected)
    return Role.EARLIER if expected else None


def is_followed(value: Told) -> Role | None:
    """A rate of 2.6% in May, followed by 3.1% in June."""
    if value.kind is not Kind.PERCENT or not value.has_any(value.words.followed):
        return None
    behind = value.find_behind()
    to_next = behind[: next((at for at, sign in enumerate(behind) if sign.isdigit()), 0)]
    return Role.EARLIER if any(f" {phrase} " in to_next for phrase in value.words.followed) else None


def is_superseded(value: Told) -> Role | None:
    """It was to cost $3m, but is now to cost $5m."""
    if not value.has_any(value.words.was_to):
        return None
    text, at = value.tokens.text, value.tokens.starts[value.first]
    ahead = text[value.tokens.starts[0] : at].lower()
    behind = text[at : value.tokens.ends[value.tokens.size - 1]].lower().replace(",", "")
    planned = any(f" {phrase} " in ahead for phrase in value.words.was_to)
    replaced = any(f" {phrase} " in behind for phrase in value.words.but_now)
    return Role.EARLIER if planned and replaced else None


def is_forecast(value: Told) -> Role | None:
    """Analysts expect a profit of €9 million."""
    planned = value.modality is Modality.PLANNED
    return Role.FORECAST if planned and not value.words.forecasts.isdisjoint(value.tokens.words) else None


# the first that applies decides
RULES: tuple[Rule[Callable[[Told], Role | None]], ...] = (
    Rule("roles.threshold", is_threshold,
        "It was the last time that the fund held less than $4 billion.",
        "$4 billion = 4000000000 dollar, currency, under, threshold"),
    Rule("roles.superseded", is_superseded,
        "It was to lend $3m, but is now to lend $5m.",
        "$3m = 3000000 dollar, currency, planned, earlier"),
    Rule("roles.former", is_former,
        "It replaces the previously announced $3m.", "$3m = 3000000 dollar, currency, earlier"),
    Rule("roles.usual", is_usual,
        "Costs are above the usual $3m.", "$3m = 3000000 dollar, currency, earlier"),
    Rule("roles.set-against", is_set_against,
        "It is fair to most, up from 47% last year.", "47% = 47 percent, percent, last year, earlier"),
    Rule("roles.preceded", is_preceded,
        "Sales grew by 0.5%, after 0.3% in May.", "0.3% = 0.3 percent, percent, in May, earlier"),
    Rule("roles.missed", is_missed,
        "A surplus of £3m had been expected.", "£3m = 3000000 pound sterling, currency, earlier"),
    Rule("roles.followed", is_followed,
        "A rate of 2.6% was followed by 3.1%.", "2.6% = 2.6 percent, percent, earlier"),
    Rule("roles.target", is_target, "The town has a target of 40 homes.", "40 = 40 home, planned, target"),
    Rule("roles.margin", is_margin,
        "She won by a margin of 12 points.", "12 = 12 point, margin"),
    Rule("roles.level", is_level, "Rents rose to £900.", "£900 = 900 pound sterling, currency, level"),
    Rule("roles.change", is_change, "Rents rose by 5%.", "5% = 5 percent, percent, change"),
    Rule("roles.earlier", is_earlier,
        "Profit was $3m a year earlier.", "$3m = 3000000 dollar, currency, a year earlier, earlier"),
    Rule("roles.forecast", is_forecast,
        "Analysts expect a profit of €9 million.",
        "€9 million = 9000000 euro, currency, planned, by Analysts, forecast"),
)  # fmt: skip  # a row in one line or two
