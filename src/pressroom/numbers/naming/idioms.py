"""Number words that count nothing: turns of speech, definite pairs, pronouns."""

from __future__ import annotations

from functools import cache

from pressroom.numbers.languages import language
from pressroom.numbers.languages.form import words
from pressroom.numbers.naming.look import Look, Naming
from pressroom.numbers.parsing.phrases import Phrases
from pressroom.numbers.parsing.tokens import HYPHENS, Sort


@cache
def _idioms(lang: str) -> Phrases:
    return Phrases(language(lang).idioms)


def idiom(look: Look) -> Naming | None:
    """A turn of speech that holds a number word, a definite pair, a pronoun."""
    if look.digits and look.ahead() not in ("catch", "number", "plan"):
        return None
    lexemes, first = look.lexemes, look.first
    for back in range(4):
        if first - back < 0:
            break
        if back and not _idioms(look.lang).begins(lexemes.low(first - back)):
            continue
        found = _idioms(look.lang).at(lexemes, first - back)
        behind = lexemes.low(found[0]) if found else ""
        # "les deux tiers" and "una de cada diez" are shares
        if found and found[0] > first and behind not in look.table.fractions and behind != "cada":
            return Naming(first - back, max(found[0], look.measure.numeral.last), "idiom")
    value, numeral = look.measure.value, look.measure.numeral
    if (
        value == 2
        and not numeral.digits
        and look.ahead() in _PAIRS
        and look.measure.unit == ""
        and look.behind() not in HYPHENS
    ):
        return Naming(first - 1, numeral.last, "definite pair")
    return None


_PAIRS = words(
    "the those these both its their our his her other les des ces ses leurs die beiden der den los las sus"
)


def _counts_abroad(look: Look) -> bool:
    """Tell whether a word that is an article as well counts: "un sur cinq", "una de cada diez", "mindestens ein Jahr"."""
    if look.at_least:
        return True
    if look.measure.unit:
        return look.ahead() in ("mindestens", "au", "al", "plus", "más")
    at = look.last + 1 if look.behind() in ("sur", "von") else look.last + 2
    if look.behind(1) == "sur":
        return _few(look, look.last + 2)  # "un Français sur cinq"
    return look.behind() in ("sur", "von", "de") and _few(look, at) and look.behind(1) not in ("los", "las")


def pronoun(look: Look) -> Naming | None:
    """Pronouns: "one" where it counts nothing: alone, ahead of a verb, behind an article or an adjective."""
    numeral = look.measure.numeral
    if look.digits or numeral.part or look.measure.value not in (0, 1) or look.measure.scale != 1:
        return None
    if look.measure.value == 0:
        counts = bool(look.measure.unit)
    elif look.lexemes.low(numeral.first) not in look.table.one:
        counts = True
    else:
        counts = _one_counts(look) if look.english else _counts_abroad(look)
    return None if counts else Naming(look.first, look.last, "a pronoun or an article")


def _one_counts(look: Look) -> bool:
    """Tell "one person", "one year" and "one in five" from "one of them", "the one" and "one day"."""
    numeral, behind = look.measure.numeral, look.behind()
    if look.measure.unit and look.lexemes.over_hyphen(numeral.last) > numeral.last:
        return True  # "a new one-year deal"
    if behind in ("in", "out") and _few(look, look.last + 1):
        return True
    if behind in HYPHENS and look.behind(1) == "in" and _few(look, look.last + 3):
        return True  # "a one-in-three chance"
    if look.ahead() in _BEFORE_A_PRONOUN:
        return False
    if look.measure.unit:
        return look.measure.unit != "day" or look.qualified or behind in (",", ".")
    word = (
        look.lexemes.sort(look.last) is Sort.WORD
        and behind not in look.table.stop
        and behind not in look.table.verbs
    )
    if not word:
        return False
    if look.behind(1) in ("after", "or") and look.behind(2) in ("another", "other"):
        return False
    return behind not in _NOT_ONE and not behind.endswith(("ly", "ing"))


_BEFORE_A_PRONOUN = words(
    "no the this that any every each another first last next only which day number some little good new big"
)
_NOT_ONE = words("thing way side reason example day time such kind sort point stage hand end version possibility sense word more-time man's look might "
    "giant key area aspect option senior official expert analyst observer")  # fmt: skip


def _few(look: Look, at: int) -> bool:
    return any(
        look.lexemes.sort(place) is Sort.NUMERAL
        or look.lexemes.low(place) in look.table.small
        or look.lexemes.low(place) in look.table.hundred
        for place in (at, at + 1)
    )
