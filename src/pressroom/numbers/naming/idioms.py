"""Number words that count nothing: turns of speech, definite pairs, pronouns."""

from __future__ import annotations

from functools import cache

from pressroom.numbers.languages import language
from pressroom.numbers.languages.form import words
from pressroom.numbers.naming.occurrence import Naming, Occurrence
from pressroom.numbers.parsing.phrases import Phrases
from pressroom.numbers.parsing.tokens import HYPHENS, TokenType


@cache
def _idioms(lang: str) -> Phrases:
    return Phrases(language(lang).names.idioms)


def match_idiom(occurrence: Occurrence) -> Naming | None:
    """A turn of speech that holds a number word, a definite pair, a pronoun."""
    if occurrence.digits and occurrence.ahead() not in ("catch", "number", "plan"):
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
            and behind != "cada"
        ):
            return Naming(first - back, max(found[0], occurrence.measure.numeral.last), "idiom")
    value, numeral = occurrence.measure.value, occurrence.measure.numeral
    if (
        value == 2
        and not numeral.digits
        and occurrence.ahead() in _PAIRS
        and occurrence.measure.unit == ""
        and occurrence.behind() not in HYPHENS
    ):
        return Naming(first - 1, numeral.last, "definite pair")
    return None


_PAIRS = words(
    "the those these both its their our his her other les des ces ses leurs die beiden der den los las sus"
)


def _counts_abroad(occurrence: Occurrence) -> bool:
    """Tell whether a word that is an article as well counts: "un sur cinq", "una de cada diez", "mindestens ein Jahr"."""
    if occurrence.at_least:
        return True
    if occurrence.measure.unit:
        return occurrence.ahead() in ("mindestens", "au", "al", "plus", "más")
    at = occurrence.last + 1 if occurrence.behind() in ("sur", "von") else occurrence.last + 2
    if occurrence.behind(1) == "sur":
        return _few(occurrence, occurrence.last + 2)  # "un Français sur cinq"
    return (
        occurrence.behind() in ("sur", "von", "de")
        and _few(occurrence, at)
        and occurrence.behind(1) not in ("los", "las")
    )


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
    if behind in ("in", "out") and _few(occurrence, occurrence.last + 1):
        return True
    if behind in HYPHENS and occurrence.behind(1) == "in" and _few(occurrence, occurrence.last + 3):
        return True  # "a one-in-three chance"
    if occurrence.ahead() in _BEFORE_A_PRONOUN:
        return False
    if occurrence.measure.unit:
        return occurrence.measure.unit != "day" or occurrence.qualified or behind in (",", ".")
    word = (
        occurrence.tokens.type(occurrence.last) is TokenType.WORD
        and behind not in occurrence.table.nouns.stop
        and behind not in occurrence.table.nouns.verbs
    )
    if not word:
        return False
    if occurrence.behind(1) in ("after", "or") and occurrence.behind(2) in ("another", "other"):
        return False
    return behind not in _NOT_ONE and not behind.endswith(("ly", "ing"))


_BEFORE_A_PRONOUN = words(
    "no the this that any every each another first last next only which day number some little good new big"
)
_NOT_ONE = words("thing way side reason example day time such kind sort point stage hand end version possibility sense word more-time man's look might "
    "giant key area aspect option senior official expert analyst observer")  # fmt: skip


def _few(occurrence: Occurrence, at: int) -> bool:
    return any(
        occurrence.tokens.type(place) is TokenType.NUMERAL
        or occurrence.tokens.low(place) in occurrence.table.numerals.small
        or occurrence.tokens.low(place) in occurrence.table.numerals.hundred
        for place in (at, at + 1)
    )
