"""How sure a text is of a number: the words ahead of it or behind it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from pressroom.model.quantity import Kind, Qualifier
from pressroom.numbers.languages import all_languages, language
from pressroom.numbers.parsing.phrases import Phrases
from pressroom.numbers.parsing.rule import Rule
from pressroom.numbers.parsing.tokens import HYPHENS, Tokens, TokenType

_ALL = all_languages()
_WORDS, _PAST = _ALL.qualifiers, _ALL.claims.past
_JOINTS = _ALL.ranges.or_ | _ALL.ranges.and_
LONGEST_OBJECT = 10  # tokens from a verb of raising to the "up to" behind its object
_ENDS_OF_CLAUSE = frozenset(",;:—–")
NEAR = 6  # tokens ahead in which a word gives "over" the sense of "because of"


# the qualifier, its words, the place where they begin, and the rule that tells so
Doubt = tuple[Qualifier | None, str, int, str]


@cache
def _before(lang: str) -> Phrases:
    return Phrases([*_SIGNS, *language(lang).qualifiers.before])


@cache
def _after(lang: str) -> Phrases:
    return Phrases(language(lang).qualifiers.after)


_SIGNS = {
    ">": Qualifier.OVER,
    "<": Qualifier.UNDER,
    "≥": Qualifier.AT_LEAST,
    "≤": Qualifier.AT_MOST,
    ">=": Qualifier.AT_LEAST,
    "<=": Qualifier.AT_MOST,
    "~": Qualifier.ABOUT,
    "≈": Qualifier.ABOUT,
    "±": Qualifier.ABOUT,
}


def find_qualifier(tokens: Tokens, first: int, last: int, kind: Kind, lang: str) -> Doubt:
    """Return the qualifier of what stands at ``first`` to ``last``, its words, and where they begin."""
    before = _before(lang)
    at = first - 1
    while at >= 0:
        found = before.ending(tokens, at)
        if found:
            begin, phrase = found
            qualifier = _SIGNS.get(phrase) or Qualifier(language(lang).qualifiers.before[phrase])
            ahead = _Ahead(tokens, begin, at + 1, first, last, kind, qualifier)
            for rule in REFUSAL_RULES:
                if rule.apply(ahead):
                    return None, "", first, rule.name
            return qualifier, tokens.cut(begin, at + 1), begin, AHEAD.name
        if tokens.low(at) not in _WORDS.between or first - at > 4:
            break
        at -= 1
    near = (tokens.low(last - 1), tokens.low(last), tokens.low(last + 1), tokens.low(last + 2))
    if _signs_behind(lang).isdisjoint(near):
        return None, "", first, ""
    for behind in BEHIND_RULES:
        found_behind = behind.apply(tokens, first, last, lang)
        if found_behind:
            return *found_behind, first, behind.name
    return None, "", first, ""


@cache
def _signs_behind(lang: str) -> frozenset[str]:
    """Return the words and signs by the end of a number without one of which no qualifier is there."""
    table = language(lang)
    phrases = {phrase.partition(" ")[0] for phrase in table.qualifiers.after}
    return frozenset({"+", *HYPHENS}) | phrases | table.numerals.rounded


class _Ahead:
    """A phrase at the tokens ``begin`` to ``end`` ahead of a number at ``first`` to ``last``."""

    def __init__(
        self, tokens: Tokens, begin: int, end: int, first: int, last: int, kind: Kind, qualifier: Qualifier
    ) -> None:
        self.tokens, self.begin, self.end, self.first, self.last = tokens, begin, end, first, last
        self.kind, self.qualifier = kind, qualifier


def begins_ahead(tokens: Tokens, last: int, lang: str) -> bool:
    """More than 300: a phrase of doubt ends at a token."""
    return _before(lang).ending(tokens, last) is not None


def is_level(ahead: _Ahead) -> bool:
    """Edged up to 5.2 per cent; bajó hasta el 3,25 %: where it went, not how many at most."""
    tokens, begin, end = ahead.tokens, ahead.begin, ahead.end
    if tokens.low(begin) in _WORDS.up_to_level and tokens.low(end) in _WORDS.level_articles:
        return True
    if tokens.cut(begin, end) not in _WORDS.up_to:
        return False
    verb = tokens.low(begin - 1)
    sped_up = ahead.kind is Kind.PERCENT and verb.startswith(_WORDS.speeding)
    return sped_up or verb.startswith(_WORDS.going) or _is_raised(tokens, begin)


def _is_raised(tokens: Tokens, begin: int) -> bool:
    """Tell "pushed the pound up to $1.41" from "raised up to $5m" by the object between."""
    for at in range(begin - 2, max(-1, begin - LONGEST_OBJECT), -1):
        low = tokens.low(at)
        if low in _ENDS_OF_CLAUSE or low in _JOINTS:
            return False
        if low.startswith(_WORDS.raising):
            return tokens.low(at + 1) in _WORDS.raised
    return False


def is_definite(ahead: _Ahead) -> bool:
    """Short of the 1.2bn sought; up to the 2002 final; told about the 2001 change."""
    bound = ahead.qualifier in (Qualifier.OVER, Qualifier.UNDER, Qualifier.ABOUT)
    bound = bound or ahead.tokens.cut(ahead.begin, ahead.end) in _WORDS.up_to
    return bound and not _WORDS.definite.isdisjoint(ahead.tokens.lows[ahead.end : ahead.first])


def is_preposition(ahead: _Ahead) -> bool:
    """Over 32 occasions: across them, not more than that many."""
    tokens, begin = ahead.tokens, ahead.begin
    return _is_preposition(tokens, begin, ahead.end, ahead.first, ahead.last, ahead.kind)


def is_origin(ahead: _Ahead) -> bool:
    """Fell from $4m; a grant from $2m to $3m: not the least that something costs."""
    tokens, begin = ahead.tokens, ahead.begin
    if tokens.low(begin) not in _WORDS.lowest or ahead.end - begin > 1:
        return False
    ranges = not (_ALL.ranges.to | _ALL.ranges.from_).isdisjoint(tokens.lows[ahead.first : ahead.last + NEAR])
    return ranges or ahead.kind is not Kind.CURRENCY or tokens.low(begin - 1) not in _WORDS.pricing


Behind = tuple[Qualifier, str]


def is_plus(tokens: Tokens, _first: int, last: int, _lang: str) -> Behind | None:
    """300+."""
    return (Qualifier.AT_LEAST, "+") if tokens.low(last) == "+" and tokens.glued(last) else None


def is_suffix(tokens: Tokens, _first: int, last: int, _lang: str) -> Behind | None:
    """300-odd."""
    at = tokens.skip_hyphen(last)
    suffix = _WORDS.suffixes.get(tokens.low(at)) if at > last else None
    return (Qualifier(suffix), f"-{tokens.low(at)}") if suffix else None


def is_behind(tokens: Tokens, _first: int, last: int, lang: str) -> Behind | None:
    """300 or more; 300 people or more: the qualifier may follow the noun."""
    for place in (last, last + 1, last + 2):
        if place > last and tokens.type(place - 1) is not TokenType.WORD:
            break
        found = _after(lang).at(tokens, place)
        if not found:
            continue
        if place > last and tokens.low(place) in _WORDS.right_behind:
            break
        if tokens.low(place) not in _WORDS.adding or tokens.type(place + 1) is not TokenType.WORD:
            return Qualifier(language(lang).qualifiers.after[found[1]]), tokens.cut(place, found[0])
    return None


def is_rounded(tokens: Tokens, first: int, last: int, lang: str) -> Behind | None:
    """Une trentaine."""
    rounded = tokens.low(last - 1) in language(lang).numerals.rounded
    return (Qualifier.ABOUT, tokens.cut(first, last)) if rounded else None


AHEAD = Rule("qualifiers.ahead", begins_ahead, "More than 300 boats sank.", "300 = 300 boat, over")
# a phrase ahead of a number that is no qualifier of it
REFUSAL_RULES: tuple[Rule[Callable[[_Ahead], bool]], ...] = (
    Rule("qualifiers.level", is_level,
        "Inflation edged up to 5.2 per cent.", "5.2 per cent = 5.2 percent, percent, level"),
    Rule("qualifiers.definite", is_definite, "They went under the 1,200 boats.", "1,200 = 1200 boat"),
    Rule("qualifiers.origin", is_origin, "It fell from $4m.", "$4m = 4000000 dollar, currency"),
    Rule("qualifiers.preposition", is_preposition,
        "They launched 7,000 balloons over 32 occasions.", "32 = 32 occasion"),
)  # fmt: skip  # a row in one line or two
# the first that applies decides
BEHIND_RULES: tuple[Rule[Callable[[Tokens, int, int, str], Behind | None]], ...] = (
    Rule("qualifiers.plus", is_plus, "There are 300+ rooms.", "300 = 300, at_least"),
    Rule("qualifiers.suffix", is_suffix, "The 300-odd boats sank.", "300 = 300 odd, about"),
    Rule("qualifiers.behind", is_behind, "It holds 300 boats or more.", "300 = 300 boat, at_least"),
    Rule("qualifiers.rounded", is_rounded,
        "Une trentaine de maisons ont brûlé.", "Une trentaine = 30 maisons, about", "fr"),
)  # fmt: skip  # a row in one line or two
RULES = (AHEAD, *REFUSAL_RULES, *BEHIND_RULES)


def skip_qualifier(tokens: Tokens, last: int, lang: str) -> int:
    """Return the place behind a qualifier that stands right behind a number: "50 or more runs"."""
    found = _after(lang).at(tokens, last) if tokens.low(last) in _JOINTS else None
    return found[0] if found else last


def _is_preposition(tokens: Tokens, begin: int, end: int, first: int, last: int, kind: Kind) -> bool:
    """Tell "over 32 occasions" (across them) from "over 1,100 soldiers" (more than that many)."""
    word, ahead = tokens.low(begin), tokens.low(begin - 1)
    if end - begin > 1:
        return False
    if word in _WORDS.over:
        return _is_across(tokens, begin, first, last, kind)
    if word in _WORDS.of_a_sum:
        return ahead in _WORDS.sums  # "ein Darlehen über 5.000 Euro"
    if word in _WORDS.on_a_topic:
        return ahead in _WORDS.topics
    return word in _WORDS.past and (ahead in _WORDS.before_past or ahead.isdigit())


def _is_across(tokens: Tokens, begin: int, first: int, last: int, kind: Kind) -> bool:
    """Tell "flew over 32 villages", "over the past eight months", "fined over 16 breaches" from "more
    than".
    """
    ahead = tokens.low(begin - 1)
    if kind is Kind.NUMBER and ahead.startswith(_WORDS.moving_over):
        return True
    if not _WORDS.definite.isdisjoint(tokens.lows[begin + 1 : first]):
        return True
    if not _WORDS.because.isdisjoint(tokens.lows[max(0, begin - NEAR) : begin]):
        return True
    stretch = kind is Kind.DURATION or not _WORDS.stretches.isdisjoint(tokens.lows[last : last + 3])
    lasts = begin == 0 or ahead in _WORDS.lasting or ahead in (",", "(")
    return stretch and not lasts and _has_object(tokens, begin)


def _has_object(tokens: Tokens, begin: int) -> bool:
    """Tell whether a verb and its object stand ahead: "launched 7,000 balloons over 32 occasions"."""
    for at in range(begin - 1, max(-1, begin - 14), -1):
        low = tokens.low(at)
        if low in _WORDS.lasting:
            return at < begin - 1
        if low.endswith(_PAST) or low in _WORDS.objects:
            return True
    return False
