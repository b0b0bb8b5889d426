"""How sure a text is of a number: the words ahead of it or behind it."""

from __future__ import annotations

from functools import cache

from pressroom.model.quantity import Kind, Qualifier
from pressroom.numbers.languages import all_languages, language
from pressroom.numbers.parsing.phrases import Phrases
from pressroom.numbers.parsing.tokens import Tokens, TokenType

_ALL = all_languages()
_WORDS, _PAST = _ALL.qualifiers, _ALL.claims.past
_JOINTS = _ALL.ranges.or_ | _ALL.ranges.and_
NEAR = 6  # tokens ahead in which a word gives "over" the sense of "because of"


Doubt = tuple[Qualifier | None, str, int]  # the qualifier, its words, the place where they begin


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
            if _is_no_doubt(tokens, begin, at + 1, first, qualifier):
                return None, "", first
            if _is_preposition(tokens, begin, at + 1, first, last, kind):
                return None, "", first
            return qualifier, tokens.cut(begin, at + 1), begin
        if tokens.low(at) not in _WORDS.between or first - at > 4:
            break
        at -= 1
    return _behind(tokens, first, last, lang)


def _is_no_doubt(tokens: Tokens, begin: int, end: int, first: int, qualifier: Qualifier) -> bool:
    """Tell "up to 300 people" from "up to the 2002 final" and "edged up to 5.2 per cent", which tell where
    it went.
    """
    up_to = tokens.cut(begin, end) in _WORDS.up_to
    if up_to and tokens.low(begin - 1).startswith(_WORDS.going):
        return True
    if tokens.low(begin) in _WORDS.up_to_level and tokens.low(end) in _WORDS.level_articles:
        return True  # "bajó hasta el 3,25 %"
    bound = up_to or qualifier in (Qualifier.OVER, Qualifier.UNDER)
    return bound and not _WORDS.definite.isdisjoint(tokens.lows[end:first])  # "short of the 1.2bn sought"


def _behind(tokens: Tokens, first: int, last: int, lang: str) -> Doubt:
    if tokens.low(last) == "+" and tokens.glued(last):
        return Qualifier.AT_LEAST, "+", first
    at = tokens.skip_hyphen(last)
    suffix = _WORDS.suffixes.get(tokens.low(at)) if at > last else None
    if suffix:
        return Qualifier(suffix), f"-{tokens.low(at)}", first
    # the qualifier may follow the noun: "300 people or more"
    for place in (last, last + 1, last + 2):
        if place > last and tokens.type(place - 1) is not TokenType.WORD:
            break
        found = _after(lang).at(tokens, place)
        if not found:
            continue
        if place > last and tokens.low(place) in _WORDS.right_behind:
            break
        if tokens.low(place) not in _WORDS.adding or tokens.type(place + 1) is not TokenType.WORD:
            return Qualifier(language(lang).qualifiers.after[found[1]]), tokens.cut(place, found[0]), first
    if tokens.low(last - 1) in language(lang).numerals.rounded:
        return Qualifier.ABOUT, tokens.cut(first, last), first  # "une trentaine"
    return None, "", first


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
