"""How sure a text is of a number: the words ahead of it or behind it."""

from __future__ import annotations

from functools import cache

from pressroom.model.quantity import Kind, Qualifier
from pressroom.numbers.languages import language
from pressroom.numbers.languages.form import words
from pressroom.numbers.parsing.phrases import Phrases
from pressroom.numbers.parsing.tokens import Tokens, TokenType

# words that may stand between a qualifier and its number
_BETWEEN = words(
    "a an the another additional further estimated extra total of as record the-whole whole full its their some about roughly un "
    "une le la les des d' de los las una unos el los die der das den weitere weiteren ein eine einen einer"
)
_STRETCHES = words(
    "occasions occasion times days day weeks week weekends months month years year decades nights hours matches games seasons "
    "sessions rounds quarters sites locations pages legs overs sittings innings"
)
# a verb ahead of "over 32 days" that has no object of its own: "lasted over 32 days" is more than 32
_LASTING = words(
    "lasted lasts last took takes take taken spent spend for of is was are were has have had served waited after be been"
)
NEAR = 6  # tokens ahead in which a word gives "over" the sense of "because of"
_BECAUSE = words(
    "fined sued charged arrested jailed criticised criticized protest protests protested row dispute concerns anger outrage clashed resigned "
    "sacked probe inquiry investigated apologised apologized"
)
_CONCERNING = words(
    "talk talks talked concern concerns concerned worried worry worries question questions argued asked complained book story "
    "doubts anything know knew learn warned lied joked"
)


Doubt = tuple[Qualifier | None, str, int]  # the qualifier, its words, the place where they begin


@cache
def _before(lang: str) -> Phrases:
    return Phrases({**_SIGNS, **language(lang).qualifiers.before})


@cache
def _after(lang: str) -> Phrases:
    return Phrases(language(lang).qualifiers.after)


_SUFFIXES = {"odd": Qualifier.ABOUT, "ish": Qualifier.ABOUT, "plus": Qualifier.AT_LEAST}
_DEFINITE = words("the its their")
_GOING = (
    "edg", "went", "go", "gone", "creep", "crept", "climb", "inch", "tick", "jump", "mov", "rose", "ris", "push", "stepp", "nudg", "shot", "drift",
)  # fmt: skip
_UP_TO = words("el la los las")
# German "über" behind these tells of how much they are: "verfügt über 300 Betten", "ein Darlehen über 5.000 Euro"
_MOVING_OVER = ("flew", "fly", "flown", "travel", "drove", "driv", "sail", "hover", "circl")
_ABOUT_A_SUM = words(
    "verfügt verfügen verfügte verfügten darlehen kredit vertrag rechnung scheck auftrag strafe bescheid berichtet diskutiert haftstrafe "
    "bürgschaft vereinbarung"
)
_SIGNS = {
    ">": "over",
    "<": "under",
    "≥": "at_least",
    "≤": "at_most",
    ">=": "at_least",
    "<=": "at_most",
    "~": "about",
    "≈": "about",
    "±": "about",
}


def find_qualifier(tokens: Tokens, first: int, last: int, kind: Kind, lang: str) -> Doubt:
    """Return the qualifier of what stands at ``first`` to ``last``, its words, and where they begin."""
    before = _before(lang)
    at = first - 1
    while at >= 0:
        found = before.ending(tokens, at)
        if found:
            begin, meaning = found[0], _SIGNS.get(found[1]) or language(lang).qualifiers.before[found[1]]
            words = tokens.cut(begin, at + 1)
            definite = not _DEFINITE.isdisjoint(tokens.lows[at + 1 : first])
            if definite and (meaning in ("over", "under") or words == "up to"):
                return (
                    None,
                    "",
                    first,
                )  # "short of the 1.2bn sought" and "up to the 2002 final" tell of another thing
            if words == "up to" and tokens.low(begin - 1).startswith(_GOING):
                return None, "", first  # "edged up to 5.2 per cent" tells where it went
            if tokens.low(begin) == "hasta" and tokens.low(at + 1) in _UP_TO:
                return None, "", first  # "bajó hasta el 3,25 %" tells where it went
            if _is_preposition(tokens, begin, at + 1, first, last, kind):
                return None, "", first
            return Qualifier(meaning), words, begin
        if tokens.low(at) not in _BETWEEN or first - at > 4:
            break
        at -= 1
    return _behind(tokens, first, last, lang)


def _behind(tokens: Tokens, first: int, last: int, lang: str) -> Doubt:
    if tokens.low(last) == "+" and tokens.glued(last):
        return Qualifier.AT_LEAST, "+", first
    at = tokens.skip_hyphen(last)
    if at > last and tokens.low(at) in _SUFFIXES:
        return _SUFFIXES[tokens.low(at)], f"-{tokens.low(at)}", first
    # the qualifier may follow the noun: "300 people or more"
    for place in (last, last + 1, last + 2):
        if place > last and tokens.type(place - 1) is not TokenType.WORD:
            break
        found = _after(lang).at(tokens, place)
        if (
            found
            and tokens.low(place) in ("plus", "minimum", "maximum", "approximately", "environ", "tops")
            and place > last
        ):
            break
        if found and not (tokens.low(place) == "plus" and tokens.type(place + 1) is TokenType.WORD):
            return Qualifier(language(lang).qualifiers.after[found[1]]), tokens.cut(place, found[0]), first
    if tokens.low(last - 1) in language(lang).numerals.rounded:
        return Qualifier.ABOUT, tokens.cut(first, last), first  # "une trentaine"
    return None, "", first


def skip_qualifier(tokens: Tokens, last: int, lang: str) -> int:
    """Return the place behind a qualifier that stands right behind a number: "50 or more runs"."""
    found = _after(lang).at(tokens, last) if tokens.low(last) in _JOINTS else None
    return found[0] if found else last


_JOINTS = words("or and oder und ou et o y")


def _is_preposition(tokens: Tokens, begin: int, end: int, first: int, last: int, kind: Kind) -> bool:
    """Tell "over 32 occasions" (across them) from "over 1,100 soldiers" (more than that many)."""
    word, ahead = tokens.low(begin), tokens.low(begin - 1)
    if end - begin > 1:
        return False
    if word == "over":
        if kind is Kind.NUMBER and ahead.startswith(_MOVING_OVER):
            return True  # "flew over 32 villages"
        if not _DEFINITE.isdisjoint(tokens.lows[end:first]):
            return True  # "over the past eight months"
        if not _BECAUSE.isdisjoint(tokens.lows[max(0, begin - NEAR) : begin]):
            return True  # "was fined over 16 breaches"
        stretch = kind is Kind.DURATION or not _STRETCHES.isdisjoint(tokens.lows[last : last + 3])
        return (
            stretch
            and begin > 0
            and ahead not in _LASTING
            and ahead not in (",", "(")
            and _has_object(tokens, begin)
        )
    if word == "über":
        return ahead in _ABOUT_A_SUM
    if word in ("about", "um"):
        return ahead in _CONCERNING
    return word == "past" and (ahead in ("the", "half", "quarter") or ahead.isdigit())


def _has_object(tokens: Tokens, begin: int) -> bool:
    """Tell whether a verb and something behind it stand ahead: "launched 7,000 balloons over 32 occasions"."""
    for at in range(begin - 1, max(-1, begin - 14), -1):
        low = tokens.low(at)
        if low in _LASTING:
            return at < begin - 1
        if low.endswith("ed") or low in _PAST:
            return True
    return False


_PAST = words(
    "held played won lost met built made fell rose grew cut spread sent paid took ran put hit shot gave drew sold lay fallen risen "
    "grown fought spoke shrank dropped has have had will would can could"
)
