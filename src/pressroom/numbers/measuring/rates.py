"""What a value is counted by: "per share", "a week", "je Stunde", "al mes", "per 100,000 people"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from pressroom.model.quantity import Kind
from pressroom.numbers.languages import language
from pressroom.numbers.languages.form import Language
from pressroom.numbers.languages.units import ITEM, PER, SYMBOLS
from pressroom.numbers.parsing.nouns import counted_after
from pressroom.numbers.parsing.phrases import Phrases
from pressroom.numbers.parsing.plurals import singular
from pressroom.numbers.parsing.tokens import Tokens, TokenType

EACH = f"{PER}{ITEM}"


@dataclass(slots=True, eq=False, repr=False)
class Rate:
    """What a value is counted by: `` per share``, and the place behind its words."""

    name: str
    last: int


@cache
def _units(lang: str) -> Phrases:
    return Phrases(language(lang).units.names)


@cache
def _per(lang: str) -> Phrases:
    units = language(lang).units
    return Phrases(units.per | units.per_of_money)


@cache
def _symbols() -> Phrases:
    return Phrases(SYMBOLS, exact=True)


def read_rate(tokens: Tokens, at: int, kind: Kind, lang: str) -> Rate | None:
    """Return what a value of a kind, whose words end ahead of a token, is counted by; None for nothing."""
    if tokens.low(at) == "/" and tokens.glued(at):
        return _behind_slash(tokens, at + 1, lang)
    table, money = language(lang), kind is Kind.CURRENCY
    begin = tokens.skip_hyphen(at)
    if money and tokens.low(begin) in table.units.each and _closes(tokens, begin + 1, table):
        return Rate(EACH, begin + 1)
    if tokens.low(begin) in table.names.per_many and tokens.type(begin + 1) is TokenType.NUMERAL:
        return _of_many(tokens, begin + 1, lang)
    found = _per(lang).at(tokens, begin)
    if not found or (not money and found[1] not in table.units.per):
        return None
    end, per = found
    noun = tokens.skip_hyphen(end)
    if tokens.type(noun) is TokenType.NUMERAL:
        return _of_many(tokens, noun, lang) if per in table.units.per_noun else None
    unit = _units(lang).at(tokens, noun)
    if unit or kind is Kind.PERCENT:
        return _of_unit(tokens, noun, unit, kind, table) if unit else None
    if per in table.units.per_noun:
        return _of_noun(tokens, noun, lang)
    return _of_thing(tokens, noun, table) if money or per not in table.numerals.articles else None


def _behind_slash(tokens: Tokens, at: int, lang: str) -> Rate | None:
    """Read "J/m²", "€/kWh", "$40/ton"."""
    symbol = _symbols().at(tokens, at)
    if symbol:
        return Rate(f"{PER}{SYMBOLS[symbol[1]][0]}", symbol[0])
    unit = _units(lang).at(tokens, at)
    return Rate(f"{PER}{language(lang).units.names[unit[1]][0]}", unit[0]) if unit else None


def _of_many(tokens: Tokens, at: int, lang: str) -> Rate:
    """Read "per 100,000 people", "je 100.000 Einwohner"."""
    last = at + 1
    while tokens.type(last) is TokenType.NUMERAL:  # "100 000" is two tokens
        last += 1
    noun = counted_after(tokens, last, lang)
    last = noun.last if noun and noun.last else last
    return Rate(f"{PER}{tokens.cut(at, last)}", last)


def _of_unit(tokens: Tokens, at: int, unit: tuple[int, str], kind: Kind, table: Language) -> Rate | None:
    """Read "a day", "per hectare"; not "a year ago", "300 cases a week after", "im Jahr 2023"."""
    last, (name, sort) = unit[0], table.units.names[unit[1]]
    if sort not in (Kind.DURATION, Kind.DIMENSION) or (kind is Kind.PERCENT and sort != Kind.DURATION):
        return None
    dimension = kind is Kind.DIMENSION
    behind = table.units.time_behind if dimension else table.units.time_behind_count
    if last - 1 == at and tokens.low(at) in table.units.hyphened and not _closes(tokens, last, table):
        return None  # "a second depot"
    dated = tokens.low(last) in behind or (sort == Kind.DURATION and tokens.type(last) is TokenType.NUMERAL)
    return None if dated else Rate(f"{PER}{name}", last)


def _of_noun(tokens: Tokens, at: int, lang: str) -> Rate | None:
    """Read "per share", "per registered voter", "pro Aktie": any noun behind a word that makes a rate."""
    table = language(lang)
    if tokens.type(at) is not TokenType.WORD or tokens.low(at) in table.nouns.stop:
        return None
    last = at + 1
    modifies = tokens.low(at) not in table.units.rated and not tokens.written(at)[0].isupper()
    if modifies and _is_noun(tokens, last, table) and _closes(tokens, last + 1, table):
        last += 1
    named = tokens.cut(at, last)
    return Rate(f"{PER}{singular(named) if lang.startswith('en') else named}", last)


def _of_thing(tokens: Tokens, at: int, table: Language) -> Rate | None:
    """Read "$40 a ticket", "40 élèves par classe": a noun by which things are counted, or one that closes."""
    low = tokens.low(at)
    if low in table.units.rated:
        return Rate(f"{PER}{low}", at + 1)
    alone = table.units.any_noun_rates and _is_noun(tokens, at, table) and tokens.written(at).islower()
    ends = tokens.type(at + 1) is not TokenType.WORD or tokens.low(at + 1) in table.numerals.and_words
    alone = alone and (ends or tokens.low(at + 1) in table.ranges.or_ | table.ranges.from_)
    return Rate(f"{PER}{low}", at + 1) if alone else None


def _is_noun(tokens: Tokens, at: int, table: Language) -> bool:
    low = tokens.low(at)
    if tokens.type(at) is not TokenType.WORD or low in table.nouns.stop or low in table.nouns.verbs:
        return False
    return not low.endswith(table.claims.past)


def _closes(tokens: Tokens, at: int, table: Language) -> bool:
    """Tell whether a phrase ends ahead of a token."""
    return tokens.type(at) is not TokenType.WORD or tokens.low(at) in table.nouns.stop
