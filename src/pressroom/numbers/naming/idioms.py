"""Number words that count nothing: turns of speech, definite pairs, pronouns."""

from __future__ import annotations

from functools import cache

from pressroom.numbers.languages import all_languages, language
from pressroom.numbers.languages.units import DAY
from pressroom.numbers.naming.occurrence import Naming, Occurrence
from pressroom.numbers.parsing.phrases import Phrases
from pressroom.numbers.parsing.tokens import HYPHENS, TokenType

_NAMES = all_languages().names


@cache
def _idioms(lang: str) -> Phrases:
    return Phrases(language(lang).names.idioms)


def match_idiom(occurrence: Occurrence) -> Naming | None:
    """A turn of speech that holds a number word, a definite pair, a pronoun."""
    if occurrence.digits and occurrence.ahead() not in _NAMES.before_idioms:
        return None
    tokens, first = occurrence.tokens, occurrence.first
    for back in range(4):
        if first - back < 0:
            break
        if back and not _idioms(occurrence.lang).begins(tokens.low(first - back)):
            continue
        found = _idioms(occurrence.lang).at(tokens, first - back)
        behind = tokens.low(found[0]) if found else ""
        # "les deux tiers" and "una de cada diez" are shares
        if (
            found
            and found[0] > first
            and behind not in occurrence.table.numerals.fractions
            and behind not in _NAMES.each
        ):
            return Naming(first - back, max(found[0], occurrence.measure.numeral.last), "idiom")
    value, numeral = occurrence.measure.value, occurrence.measure.numeral
    if (
        value == 2
        and not numeral.digits
        and occurrence.ahead() in _NAMES.pairs
        and occurrence.measure.unit == ""
        and occurrence.behind() not in HYPHENS
    ):
        return Naming(first - 1, numeral.last, "definite pair")
    return None


def _counts_abroad(occurrence: Occurrence) -> bool:
    """Tell whether a word that is an article as well counts: "un sur cinq", "una de cada diez", "mindestens
    ein Jahr".
    """
    if occurrence.at_least:
        return True
    if occurrence.measure.unit:
        return occurrence.ahead() in _NAMES.bounds
    if occurrence.behind(1) in _NAMES.out_of_behind_noun:
        return _few(occurrence, occurrence.last + 2)  # "un Français sur cinq"
    if occurrence.behind() in _NAMES.out_of:
        return _few(occurrence, occurrence.last + 1)
    every = occurrence.behind() in _NAMES.out_of_every and occurrence.behind(1) not in _NAMES.not_every
    return every and _few(occurrence, occurrence.last + 2)


def match_pronoun(occurrence: Occurrence) -> Naming | None:
    """Pronouns: "one" where it counts nothing: alone, ahead of a verb, behind an article or an adjective."""
    numeral = occurrence.measure.numeral
    if (
        occurrence.digits
        or numeral.part
        or occurrence.measure.value not in (0, 1)
        or occurrence.measure.scale != 1
    ):
        return None
    if occurrence.measure.value == 0:
        counts = bool(occurrence.measure.unit)
    elif occurrence.tokens.low(numeral.first) not in occurrence.table.numerals.one:
        counts = True
    else:
        counts = _one_counts(occurrence) if occurrence.english else _counts_abroad(occurrence)
    return None if counts else Naming(occurrence.first, occurrence.last, "a pronoun or an article")


def _one_counts(occurrence: Occurrence) -> bool:
    """Tell "one person", "one year" and "one in five" from "one of them", "the one" and "one day"."""
    numeral, behind = occurrence.measure.numeral, occurrence.behind()
    if occurrence.measure.unit and occurrence.tokens.skip_hyphen(numeral.last) > numeral.last:
        return True  # "a new one-year deal"
    if behind in occurrence.table.names.in_or_out and _few(occurrence, occurrence.last + 1):
        return True
    if behind in HYPHENS and occurrence.behind(1) in _NAMES.in_ and _few(occurrence, occurrence.last + 3):
        return True  # "a one-in-three chance"
    if occurrence.ahead() in occurrence.table.names.before_pronoun:
        return False
    if occurrence.measure.unit:
        return occurrence.measure.unit != DAY or occurrence.qualified or behind in (",", ".")
    word = (
        occurrence.tokens.type(occurrence.last) is TokenType.WORD
        and behind not in occurrence.table.nouns.stop
        and behind not in occurrence.table.nouns.verbs
    )
    if not word:
        return False
    phrase = occurrence.behind_phrase(1)
    if not {phrase, f"{phrase} {occurrence.behind(3)}"}.isdisjoint(occurrence.table.names.or_another):
        return False
    return behind not in occurrence.table.names.not_counted and not behind.endswith(("ly", "ing"))


def _few(occurrence: Occurrence, at: int) -> bool:
    return any(
        occurrence.tokens.type(place) is TokenType.NUMERAL
        or occurrence.tokens.low(place) in occurrence.table.numerals.small
        or occurrence.tokens.low(place) in occurrence.table.numerals.hundred
        for place in (at, at + 1)
    )
