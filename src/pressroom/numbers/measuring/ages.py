"""Ages of persons, which mostly have no unit: "aged 34", ", 34,", "(34)", "at the age of 34"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache

from pressroom.model.quantity import Kind
from pressroom.numbers.languages import language
from pressroom.numbers.languages.form import AgeWords, Language
from pressroom.numbers.languages.units import OF_AGE, TIMES_OF_LIFE, YEAR
from pressroom.numbers.measuring.measures import Measure
from pressroom.numbers.parsing.nouns import stands_alone
from pressroom.numbers.parsing.rule import Rule
from pressroom.numbers.parsing.tokens import Tokens, TokenType

OLDEST, YOUNGEST, ADULT = 120, 3, 15
NEAR = 6  # tokens ahead in which a death is told
_ENDS = frozenset((",", ".", ";", ")", ""))
_AFTER_NAME = _ENDS - {""}
_CLOSING = frozenset((",", ".", ")"))
_DASHES = frozenset("-–")
_RATE = frozenset("%")


class _Candidate:
    """A number that may be an age, with the words by it.

    ``behind`` stands behind it, ``ahead`` ahead of it, and ``before`` ahead of that.
    """

    def __init__(self, tokens: Tokens, measure: Measure, lang: str) -> None:
        self.tokens, self.measure, self.lang = tokens, measure, lang
        self.table: Language = language(lang)
        self.words: AgeWords = self.table.ages
        self.ahead, self.before = tokens.low(measure.first - 1), tokens.low(measure.first - 2)
        self.behind = tokens.low(measure.last)

    def is_plain(self) -> bool:
        """Tell whether it is written as an age is, and not a day: "am Mittwoch, 12. März"."""
        digits = self.measure.numeral.digits
        plain = self.measure.value >= YOUNGEST and (not digits or digits.isdigit())
        return plain and not (self.behind == "." and self.tokens.low(self.measure.last + 1))

    def stands_alone(self) -> bool:
        """Tell whether no noun follows that it could count."""
        return stands_alone(self.tokens, self.measure.last, self.lang)


class _Second:
    """A number behind an age: ``gap`` are the words between them."""

    def __init__(self, tokens: Tokens, age: Measure, measure: Measure, lang: str) -> None:
        self.tokens, self.age, self.measure, self.table = tokens, age, measure, language(lang)
        self.gap = frozenset([tokens.low(at) for at in range(age.last, measure.first)])


def read_age(tokens: Tokens, measure: Measure, lang: str) -> Measure:
    """Return the measure as an age where it is one, unchanged otherwise."""
    if measure.kind is Kind.DURATION:
        return (
            _apply(YEAR_RULES, tokens, measure, lang, measure.unit)
            if measure.unit in TIMES_OF_LIFE
            else measure
        )
    bare = not measure.unit and measure.scale == 1 and 0 < measure.value <= OLDEST
    if not bare or measure.value != int(measure.value):
        return measure
    if tokens.low(measure.first - 1) not in _words_ahead(lang):
        return measure
    return _apply(BARE_RULES, tokens, measure, lang, YEAR)


def _apply(
    rules: tuple[Rule[Callable[[_Candidate], bool]], ...],
    tokens: Tokens,
    measure: Measure,
    lang: str,
    unit: str,
) -> Measure:
    candidate = _Candidate(tokens, measure, lang)
    for rule in rules:
        if rule.apply(candidate):
            return _as_age(measure, f"{unit}{OF_AGE}", rule.name)
    return measure


def _as_age(measure: Measure, unit: str, rule: str) -> Measure:
    return replace(measure, kind=Kind.AGE, unit=unit, rules=(*measure.rules, rule))


@cache
def _words_ahead(lang: str) -> frozenset[str]:
    """Return the words with one of which ahead a number without a unit may be an age."""
    table = language(lang)
    ages = table.ages
    found = table.nouns.aged | ages.between | ages.being | ages.turning | ages.at | ages.of | ages.genitive
    return found | {",", "("}


def continue_age(tokens: Tokens, age: Measure, measure: Measure, lang: str) -> Measure:
    """Return the measure as an age where it goes on from the age ahead of it: "aged 8 and 11"."""
    if age.kind is not Kind.AGE:
        return measure
    second = _Second(tokens, age, measure, lang)
    for rule in SECOND_RULES:
        unit = rule.apply(second)
        if unit:
            return _as_age(measure, unit, rule.name)
    return measure


def follows_person(tokens: Tokens, first: int, table: Language) -> bool:
    """Tell "une femme de 34 ans" and ", 34 ans," from a stretch of time."""
    words = table.ages
    if not words.genitive:
        return False
    if tokens.low(first - 1) in words.genitive:
        before = tokens.low(first - 2)
        if before in words.more_or_less:  # "les plus de 65 ans", but "depuis plus de deux ans"
            return tokens.low(first - 3) in words.everyone or tokens.low(first - 4) in table.nouns.persons
        return before == "," or before in table.nouns.persons or before in table.nouns.aged
    return tokens.low(first - 1) == "," and tokens.low(first + 2) in _CLOSING


def is_old(age: _Candidate) -> bool:
    """34 years old, 34 Jahre alt."""
    at = age.tokens.skip_hyphen(age.measure.last)
    return age.tokens.low(at) in age.words.old


def is_aged(age: _Candidate) -> bool:
    """Aged 34 years, at the age of 34 years."""
    return age.ahead in age.table.nouns.aged or (
        age.ahead in age.words.of and age.before in age.table.nouns.aged
    )


def is_of_person(age: _Candidate) -> bool:
    """Une femme de 34 ans; Marie, 34 ans, a dit."""
    return follows_person(age.tokens, age.measure.first, age.table)


def is_bare_aged(age: _Candidate) -> bool:
    """Aged 34, at the age of 34."""
    aged = age.ahead in age.table.nouns.aged or (
        age.ahead in age.words.between and age.before in age.table.nouns.aged
    )
    return (
        aged
        and age.behind not in _RATE
        and age.behind not in age.table.units.per - age.table.numerals.articles
    )


def is_being(age: _Candidate) -> bool:
    """He was 34, she turned 80, Ada Rowe was 34 when she left; but not "she was one of them"."""
    words = age.words
    dated = age.behind in words.when and age.tokens.low(age.measure.last + 1) in words.pronouns
    told = age.ahead in words.being and (dated or age.before in words.pronouns)
    told = told or age.ahead in words.turning
    return told and age.measure.value >= YOUNGEST and age.behind not in words.of and age.stands_alone()


def opens_sentence(age: _Candidate) -> bool:
    """At 17, she had."""
    opens = age.ahead in age.words.at and age.measure.first == 1 and age.behind == ","
    return opens and age.measure.value >= YOUNGEST and bool(age.measure.numeral.digits)


def is_of_death(age: _Candidate) -> bool:
    """Who died on Sunday at 93; died at 93; but not "puts the dead at 112", "the number of dead at 112"."""
    if age.ahead not in age.words.at:
        return False
    first, tokens, words = age.measure.first, age.tokens, age.words
    toll = age.before in words.toll and tokens.low(first - 3) in words.toll_ahead
    if age.before in words.dying and not toll:
        return age.is_plain() and age.stands_alone()
    dying = not words.dying.isdisjoint(tokens.lows[max(0, first - NEAR) : first])
    return dying and tokens.written(first - 2)[:1].isupper() and age.is_plain() and age.stands_alone()


def is_in_commas(age: _Candidate) -> bool:
    """Su hija, de 56, fue rescatada."""
    told = age.ahead in age.words.genitive and age.before == "," and age.behind in _CLOSING
    return told and age.is_plain() and age.stands_alone()


def is_of_described(age: _Candidate) -> bool:
    """A woman of 34."""
    told = age.ahead in age.words.of and age.before in age.table.nouns.persons
    return told and age.is_plain() and age.stands_alone()


def is_behind_description(age: _Candidate) -> bool:
    """A shopkeeper, 68, was hurt."""
    return _is_behind_article(age) and age.measure.value >= ADULT


def _is_behind_article(age: _Candidate) -> bool:
    if age.ahead != "," or age.behind != ",":
        return False
    article = age.tokens.low(age.measure.first - 3)
    described = article in age.table.numerals.articles or article in age.words.definite
    return described and age.is_plain() and age.stands_alone()


def is_behind_name(age: _Candidate) -> bool:
    """Petra Lang, 34, said; Djokovic, 37, who."""
    tokens, first, words = age.tokens, age.measure.first, age.words
    told = age.ahead == "," and (age.behind in _AFTER_NAME or age.behind in words.after_name)
    if not told or not age.is_plain() or _is_behind_article(age):
        return False
    opens = first == 2 and tokens.low(age.measure.last + 1) in words.opening
    return age.before in age.table.nouns.persons or opens or _is_name(age, first - 2)


def is_in_brackets(age: _Candidate) -> bool:
    """Petra Lang (34)."""
    first = age.measure.first
    told = age.ahead == "(" and age.behind == ")" and bool(age.measure.numeral.digits)
    named = told and _is_name(age, first - 2) and age.tokens.written(first - 3)[:1].isupper()
    return named and age.is_plain()


def _is_name(age: _Candidate, at: int) -> bool:
    """Tell whether a word may be the last of a person's name."""
    written, low = age.tokens.written(at), age.tokens.low(at)
    name = written[:1].isupper() and not written.isupper() and age.tokens.type(at) is TokenType.WORD
    return name and at > 0 and low not in age.words.not_names and low not in age.table.nouns.stop


def second_with_unit(second: _Second) -> str:
    """Aged 6 months to 14 years."""
    measure, table = second.measure, second.table
    joins = second.gap and second.gap <= table.ranges.to | table.ranges.and_ | _DASHES
    told = measure.kind is Kind.DURATION and joins and second.age.unit_text
    return f"{measure.unit}{OF_AGE}" if told else ""


def second_without_unit(second: _Second) -> str:
    """Aged 8 and 11."""
    tokens, age, measure, table = second.tokens, second.age, second.measure, second.table
    bare = not measure.unit and measure.scale == 1 and 0 < measure.value <= OLDEST
    if age.unit_text or not bare or not second.gap:
        return ""
    behind = tokens.low(measure.last)
    ended = behind in _ENDS or behind in table.ranges.and_ or behind in table.ranges.or_
    ended = ended or second.gap <= table.ranges.to or tokens.low(age.first - 1) in table.ages.span
    joins = second.gap <= table.ranges.to | table.ranges.and_ | table.ranges.or_ | _DASHES | {","}
    return age.unit if ended and joins else ""


YEAR_RULES: tuple[Rule[Callable[[_Candidate], bool]], ...] = (
    Rule("ages.years-old", is_old, "Ein 34 Jahre alter Mann starb.", "34 Jahre = 34 year of age, age", "de"),
    Rule("ages.aged-years", is_aged, "He died at the age of 82 years.", "82 years = 82 year of age, age"),
    Rule("ages.years-of-person", is_of_person,
        "Une femme de 34 ans est morte.", "34 ans = 34 year of age, age", "fr"),
)  # fmt: skip  # a row in one line or two
BARE_RULES: tuple[Rule[Callable[[_Candidate], bool]], ...] = (
    Rule("ages.aged", is_bare_aged, "Two pupils, both aged 14, were hurt.", "14 = 14 year of age, age"),
    Rule("ages.being", is_being, "Her daughter turned 18 in May.", "18 = 18 year of age, age, in May"),
    Rule("ages.opening", opens_sentence, "At 17, she had left school.", "17 = 17 year of age, age"),
    Rule("ages.death", is_of_death,
        "The poet Ana Ruiz, who died on Sunday at 93, lived in Lima.", "93 = 93 year of age, age"),
    Rule("ages.apposition", is_in_commas, "Su hija, de 56, fue rescatada.", "56 = 56 year of age, age", "es"),
    Rule("ages.of-person", is_of_described, "A woman of 34 was hurt.", "34 = 34 year of age, age"),
    Rule("ages.description", is_behind_description,
        "A shopkeeper, 68, was hurt.", "68 = 68 year of age, age"),
    Rule("ages.name", is_behind_name, "Petra Lang, 34, said so.", "34 = 34 year of age, age"),
    Rule("ages.brackets", is_in_brackets, "Petra Lang (34) won the vote.", "34 = 34 year of age, age"),
)  # fmt: skip  # a row in one line or two
SECOND_RULES: tuple[Rule[Callable[[_Second], str]], ...] = (
    Rule("ages.second-with-unit", second_with_unit,
        "Girls aged 6 months to 14 years are meant.", "14 years = 14 year of age, age"),
    Rule("ages.second", second_without_unit, "They have two sons aged 8 and 11.", "11 = 11 year of age, age"),
)  # fmt: skip  # a row in one line or two
RULES = (*YEAR_RULES, *BARE_RULES, *SECOND_RULES)
