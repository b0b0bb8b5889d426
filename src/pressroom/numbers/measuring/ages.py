"""Ages of persons, which mostly have no unit: "aged 34", ", 34,", "(34)", "at the age of 34"."""

from __future__ import annotations

from dataclasses import replace

from pressroom.model.quantity import Kind
from pressroom.numbers.languages import language
from pressroom.numbers.languages.form import words
from pressroom.numbers.measuring.measures import Measure
from pressroom.numbers.parsing.nouns import stands_alone
from pressroom.numbers.parsing.tokens import Tokens, TokenType

OLDEST, YOUNGEST, ADULT = 120, 3, 15
_WHO = words("les des aux chez los las")
_DYING = words("died dies die dead death")
_AFTER_AGE = words(", . ; ) and or") | {""}
_OLD = words("old olds alt alter alte alten altes")
_BETWEEN = words("between under over from of about around")
_AFTER_NAME = words(", . ) ; who and from was is told said has had")
_NOT_NAMES = words(
    "january february march april may june july august september october november december monday tuesday wednesday thursday friday "
    "saturday sunday section article chapter page room no figure table part"
)


def read_age(tokens: Tokens, measure: Measure, lang: str) -> Measure:
    """Return the measure as an age where it is one, unchanged else."""
    if measure.kind is Kind.DURATION and measure.unit in ("year", "month", "week", "day"):
        at = tokens.skip_hyphen(measure.last)
        told = tokens.low(at) in _OLD or tokens.low(measure.first - 1) in language(lang).nouns.aged
        told = told or (
            tokens.low(measure.first - 1) == "of"
            and tokens.low(measure.first - 2) in language(lang).nouns.aged
        )
        told = told or (
            language(lang).nouns.adjectives_follow and follows_person(tokens, measure.first, lang)
        )
        return replace(measure, kind=Kind.AGE, unit=f"{measure.unit} of age") if told else measure
    if (
        measure.unit
        or measure.scale != 1
        or not 0 < measure.value <= OLDEST
        or measure.value != int(measure.value)
    ):
        return measure
    if _is_age(tokens, measure, lang):
        return replace(measure, kind=Kind.AGE, unit="year of age")
    return measure


def continue_age(tokens: Tokens, ahead: Measure, measure: Measure) -> Measure:
    """Return the measure as an age where it goes on from one: "aged 8 and 11"."""
    if ahead.kind is not Kind.AGE:
        return measure
    gap = {tokens.low(at) for at in range(ahead.last, measure.first)}
    ended = tokens.low(measure.last) in _AFTER_AGE or tokens.low(ahead.first - 1) in ("between", "from")
    ended = ended or gap == {"to"}
    plain = not measure.unit and measure.scale == 1 and 0 < measure.value <= OLDEST and ended
    if measure.kind is Kind.DURATION and gap and gap <= {"to", "and", "-", "–"} and ahead.unit_text:
        return replace(measure, kind=Kind.AGE, unit=f"{measure.unit} of age")  # "aged 6 months to 14 years"
    if ahead.unit_text == "" and plain and gap and gap <= {"and", ",", "to", "-", "–", "or"}:
        return replace(measure, kind=Kind.AGE, unit=ahead.unit)
    return measure


def follows_person(tokens: Tokens, first: int, lang: str) -> bool:
    """Tell "une femme de 34 ans" and ", 34 ans," from a stretch of time."""
    table = language(lang)
    if tokens.low(first - 1) == "de":
        before = tokens.low(first - 2)
        if before in ("plus", "moins", "más", "menos"):  # "les plus de 65 ans", but "depuis plus de deux ans"
            return tokens.low(first - 3) in _WHO or tokens.low(first - 4) in table.nouns.persons
        return before == "," or before in table.nouns.persons or before in table.nouns.aged
    return tokens.low(first - 1) == "," and tokens.low(first + 2) in (",", ".", ")")


def _is_age(tokens: Tokens, measure: Measure, lang: str) -> bool:
    table = language(lang)
    ahead, behind = tokens.low(measure.first - 1), tokens.low(measure.last)
    before = tokens.low(measure.first - 2)
    if ahead in table.nouns.aged or (ahead in _BETWEEN and before in table.nouns.aged):
        return behind not in ("per", "%")
    alone = stands_alone(tokens, measure.last, lang)
    if (ahead in ("is", "was") and before in ("who", "he", "she")) or ahead in ("turns", "turned", "turning"):
        return alone and measure.value >= YOUNGEST and behind != "of"  # not "she was one of them"
    if ahead == "at" and measure.first == 1 and behind == ",":
        return measure.value >= YOUNGEST and bool(measure.numeral.digits)  # "At 17, she had"
    if measure.value < YOUNGEST or (measure.numeral.digits and not measure.numeral.digits.isdigit()):
        return False
    if behind == "." and tokens.low(measure.last + 1):
        return False  # "am Mittwoch, 12. März"
    told = measure.value >= YOUNGEST and alone
    if (
        ahead == "at"
        and tokens.written(measure.first - 2)[:1].isupper()
        and not _DYING.isdisjoint(tokens.lows[max(0, measure.first - 6) : measure.first])
    ):
        return told  # "who died on Sunday at 93"
    if table.nouns.adjectives_follow and ahead == "de" and before == "," and behind in (",", ".", ")"):
        return alone  # "su hija, de 56, fue rescatada"
    # "the number of dead at 112", "puts the dead at 112"
    toll = before == "dead" and tokens.low(measure.first - 3) in ("of", "the", "their", "its")
    if (ahead == "at" and before in _DYING and not toll) or (ahead == "of" and before in table.nouns.persons):
        return told
    article = (
        tokens.low(measure.first - 3) in table.numerals.articles or tokens.low(measure.first - 3) == "the"
    )
    if ahead == "," and behind == "," and article and told:
        return measure.value >= ADULT  # "a shopkeeper, 68, was hurt"
    if ahead == "," and behind in _AFTER_NAME:
        opens = measure.first == 2 and tokens.low(measure.last + 1) == "who"  # "Djokovic, 37, who"
        return (
            before in table.nouns.persons or opens or _is_person(tokens, measure.first - 2, table.nouns.stop)
        )
    named = (
        _is_person(tokens, measure.first - 2, table.nouns.stop)
        and tokens.written(measure.first - 3)[:1].isupper()
    )
    return ahead == "(" and behind == ")" and bool(measure.numeral.digits) and named


def _is_person(tokens: Tokens, at: int, stop: frozenset[str]) -> bool:
    """Tell whether a word may be the last of a person's name."""
    written, low = tokens.written(at), tokens.low(at)
    name = written[:1].isupper() and not written.isupper() and tokens.type(at) is TokenType.WORD
    return name and at > 0 and low not in _NOT_NAMES and low not in stop
