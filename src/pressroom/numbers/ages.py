"""Ages of persons, which mostly have no unit: "aged 34", ", 34,", "(34)", "at the age of 34"."""

from __future__ import annotations

from dataclasses import replace

from pressroom.model.quantity import Kind
from pressroom.numbers.languages import language
from pressroom.numbers.lexemes import Lexemes, Sort
from pressroom.numbers.measures import Measure

OLDEST = 120
_AFTER_NAME = frozenset(
    [",", ".", ")", "who", "and", "of", "from", "was", "is", "told", "said", "has", ";", "had"]
)
_NOT_NAMES = frozenset(
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "section",
        "article",
        "chapter",
        "page",
        "room",
        "no",
        "figure",
        "table",
        "part",
    ]
)


def aged(lexemes: Lexemes, measure: Measure, lang: str) -> Measure:
    """Return the measure as an age where it is one, unchanged else."""
    if measure.kind is Kind.DURATION and measure.unit in ("year", "month", "week", "day"):
        at = lexemes.over_hyphen(measure.last)
        told = lexemes.low(at) in ("old", "olds") or lexemes.low(measure.first - 1) in language(lang).aged
        told = told or (
            lexemes.low(measure.first - 1) == "of" and lexemes.low(measure.first - 2) in language(lang).aged
        )
        told = told or (language(lang).adjectives_follow and _follows_person(lexemes, measure.first, lang))
        return replace(measure, kind=Kind.AGE, unit=f"{measure.unit} of age") if told else measure
    if (
        measure.unit
        or measure.scale != 1
        or not 0 < measure.value <= OLDEST
        or measure.value != int(measure.value)
    ):
        return measure
    if _is_age(lexemes, measure, lang):
        return replace(measure, kind=Kind.AGE, unit="year of age")
    return measure


def also_aged(lexemes: Lexemes, ahead: Measure, measure: Measure) -> Measure:
    """Return the measure as an age where it goes on from one: "aged 8 and 11"."""
    gap = {lexemes.low(at) for at in range(ahead.last, measure.first)}
    plain = (
        not measure.unit
        and measure.scale == 1
        and 0 < measure.value <= OLDEST
        and lexemes.sort(measure.last) is not Sort.WORD
    )
    if (
        ahead.kind is Kind.AGE
        and ahead.unit_text == ""
        and plain
        and gap
        and gap <= {"and", ",", "to", "-", "–", "or"}
    ):
        return replace(measure, kind=Kind.AGE, unit=ahead.unit)
    return measure


def _follows_person(lexemes: Lexemes, first: int, lang: str) -> bool:
    """Tell "une femme de 34 ans" and ", 34 ans," from a stretch of time."""
    if lexemes.low(first - 1) == "de":
        return lexemes.low(first - 2) in language(lang).persons | {","}
    return lexemes.low(first - 1) == "," and lexemes.low(first + 2) in (",", ".", ")")


def _is_age(lexemes: Lexemes, measure: Measure, lang: str) -> bool:
    ahead, behind = lexemes.low(measure.first - 1), lexemes.low(measure.last)
    words = language(lang).aged
    if ahead in words or (
        ahead in ("between", "under", "over", "from", "of", "about", "around")
        and lexemes.low(measure.first - 2) in words
    ):
        return lexemes.low(measure.last) not in ("per", "%")
    if not measure.numeral.digits.isdigit() or measure.value < 3:
        return False
    name = measure.first - 2
    written = lexemes.written(name)
    person = (
        lexemes.sort(name) is Sort.WORD
        and written[:1].isupper()
        and not written.isupper()
        and lexemes.low(name) not in _NOT_NAMES
        and name > 0
    )
    if ahead == "," and person and behind in _AFTER_NAME:
        return lexemes.low(name) not in language(lang).stop
    two_names = lexemes.written(name - 1)[:1].isupper() and lexemes.sort(name - 1) is Sort.WORD
    return ahead == "(" and behind == ")" and person and two_names
