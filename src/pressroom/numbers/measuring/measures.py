"""A number with its scale letter, currency and unit: its whole extent, value, unit and kind."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from pressroom.model.quantity import Kind
from pressroom.numbers.languages import all_languages, language
from pressroom.numbers.languages.units import (
    DEGREE,
    INCH_SYMBOL,
    KILO_OF_PIXELS,
    LONE_LETTERS,
    MILLION_LETTERS,
    PENCE_SYMBOL,
    PENNY,
    POUND,
    SCALE_LETTERS,
    SECOND_SYMBOL,
    STERLING,
    SYMBOLS,
    THOUSAND_LETTERS,
)
from pressroom.numbers.measuring.money import (
    currency_ahead,
    currency_of_code,
    currency_of_scaled_sign,
    currency_of_sign,
)
from pressroom.numbers.measuring.rates import read_rate
from pressroom.numbers.parsing.numerals import Numeral
from pressroom.numbers.parsing.phrases import Phrases
from pressroom.numbers.parsing.plurals import is_plural
from pressroom.numbers.parsing.rule import Rule
from pressroom.numbers.parsing.tokens import Tokens, TokenType

_ALL = all_languages()
SCREENS_IN_KILO = (4, 8)


@dataclass(slots=True, eq=False, repr=False)
class Measure:
    """Tokens ``first`` to ``last`` (exclusive): a value in a unit, "" where none is written.

    ``start`` and ``end`` are offsets; ``scale`` is what scale words multiply by; ``numeral`` what was
    written; ``rate`` what money or a share is counted by, "per share"; ``rules`` are the names of the rules
    that fired.
    """

    first: int
    last: int
    start: int
    end: int
    value: float
    numeral: Numeral
    unit: str = ""
    unit_text: str = ""
    kind: Kind = Kind.NUMBER
    scale: float = 1
    rate: str = ""
    rules: tuple[str, ...] = ()


@cache
def _units(lang: str) -> Phrases:
    return Phrases(language(lang).units.names)


@cache
def _symbols() -> Phrases:
    return Phrases(SYMBOLS, exact=True)


def _unit_at(tokens: Tokens, at: int, lang: str) -> tuple[int, tuple[str, str]] | None:
    """Return the end of a unit's words, and its name and kind."""
    found = _units(lang).at(tokens, at)
    return (found[0], language(lang).units.names[found[1]]) if found else None


def _of_a_country(tokens: Tokens, at: int, lang: str) -> tuple[int, tuple[str, str]] | None:
    """Return the money behind the name of its country, which the table may not have: "Swedish crowns",
    "U.S. cents".
    """
    if not tokens.written(at)[:1].isupper() or language(lang).nouns.capital_nouns:
        return None
    found = _unit_at(tokens, at + 1, lang)
    return found if found and found[1][1] == Kind.CURRENCY else None


def _symbol_at(tokens: Tokens, at: int) -> tuple[int, tuple[str, str]] | None:
    found = _symbols().at(tokens, at)
    return (found[0], SYMBOLS[found[1]]) if found else None


def read_measure(tokens: Tokens, numeral: Numeral, lang: str) -> Measure:
    """Attach what is written round a number: a sign or code of money, a scale letter, a unit."""
    plain = _plain(tokens, numeral)
    if tokens.low(numeral.first - 1) == "(":
        loss = LOSS.apply(tokens, plain, lang)
        if loss:
            return _fired(loss, LOSS.name)
    minus = MINUS.apply(tokens, numeral.first)
    ahead = minus if minus is not None else numeral.first
    # no sign of money stands ahead of a number in words: "brachte 40 Mio. € ein"
    sign, sign_at = MONEY_AHEAD.apply(tokens, ahead) if numeral.digits else (None, ahead)
    lettered = SCALE_LETTER.apply(tokens, plain, lang, money=bool(sign))
    plain = plain if lettered is plain else _fired(lettered, SCALE_LETTER.name)
    if minus is not None:
        plain = replace(plain, first=minus, start=tokens.starts[minus], value=-plain.value)
        plain = _fired(plain, MINUS.name)
    if sign:
        ahead_of = _with_money_ahead(tokens, plain, sign, sign_at)
        return _with_rate(tokens, _fired(ahead_of, MONEY_AHEAD.name), lang)
    money = MONEY_BEHIND.apply(tokens, plain, lang)
    if money:
        return _with_rate(tokens, _fired(money, MONEY_BEHIND.name), lang)
    measured = UNIT.apply(tokens, plain, lang)
    return plain if measured is plain else _with_rate(tokens, _fired(measured, UNIT.name), lang)


def _fired(measure: Measure, rule: str) -> Measure:
    """Return a measure that was just made, with the rule that made it."""
    measure.rules = (*measure.rules, rule)
    return measure


def _with_money_ahead(tokens: Tokens, plain: Measure, sign: tuple[str, float], sign_at: int) -> Measure:
    """Return a number with the sign of money at a token ahead of it, and a minus ahead of that: "-$40"."""
    if (
        plain.value >= 0
        and tokens.low(sign_at - 1) in ("-", "−")
        and tokens.glued(sign_at)
        and (not tokens.glued(sign_at - 1) or tokens.low(sign_at - 2) in _OPENING)
    ):
        sign_at -= 1
        plain = replace(plain, value=-plain.value)
    plain = replace(plain, value=_cents(plain.value * sign[1]), scale=plain.scale * sign[1])
    return _extended(tokens, plain, sign_at, plain.last, sign[0], Kind.CURRENCY)


def read_loss(tokens: Tokens, plain: Measure, lang: str) -> Measure | None:
    """Return what accounts write in brackets, a loss: "$(56) million", "£(14.7)m", "(6.1)p"."""
    bracket, last = plain.first - 1, plain.last + 1
    if tokens.low(plain.last) != ")" or not tokens.glued(plain.first) or not tokens.glued(plain.last):
        return None
    loss = replace(plain, value=-plain.value)
    name = (
        currency_of_sign(tokens.written(bracket - 1)) if tokens.type(bracket - 1) is TokenType.MONEY else ""
    )
    if not name or not tokens.glued(bracket):
        pence = tokens.low(last) in _ALL.units.pence and plain.numeral.digits
        whole = _extended(tokens, loss, bracket, last + 1, PENNY, Kind.CURRENCY) if pence else None
        return replace(whole, unit_text=tokens.written(last)) if whole else None
    factor = language(lang).numerals.scales.get(tokens.low(last)) or SCALE_LETTERS.get(
        tokens.written(last), 1.0
    )
    loss = replace(loss, value=_cents(loss.value * factor), scale=plain.scale * factor)
    whole = _extended(tokens, loss, bracket - 1, last + 1 if factor > 1 else last, name, Kind.CURRENCY)
    return replace(whole, unit_text=tokens.written(bracket - 1))


def _plain(tokens: Tokens, numeral: Numeral) -> Measure:
    start, end = tokens.starts[numeral.first], tokens.ends[numeral.last - 1]
    return Measure(
        numeral.first, numeral.last, start, end, _cents(numeral.value), numeral, scale=numeral.scale
    )


def _cents(value: float) -> float:
    """Drop what binary fractions add: 4.35 million is 4350000, not 4350000.000000001."""
    return float(f"{value:.12g}")


def _extended(tokens: Tokens, plain: Measure, first: int, last: int, unit: str, kind: Kind) -> Measure:
    start, end = tokens.starts[first], tokens.ends[last - 1]
    if first < plain.first:
        written = tokens.text[start : tokens.ends[plain.first - 1]]
    else:
        written = tokens.text[plain.end : end].strip(" -\u00a0\u202f\u2010\u2011")
    return replace(
        plain, first=first, last=last, start=start, end=end, unit=unit, unit_text=written, kind=kind
    )


_OPENING = frozenset({"(", "<", ">", "=", "<=", ">=", "~"})  # behind which a minus may stand


def find_minus(tokens: Tokens, first: int) -> int | None:
    """Return the place of a minus ahead of a number; a hyphen is one only where it joins nothing."""
    low = tokens.low(first - 1)
    if low in _ALL.units.minus:
        joint = first - 3 if tokens.low(first - 2) == "-" else first - 2
        return first - 1 if tokens.low(joint) not in _ALL.ranges.or_ else None  # "plus-or-minus 8"
    if low == "-" and tokens.glued(first) and tokens.low(first - 2) in _ALL.units.minus:
        return first - 2  # "minus-30"
    free = not tokens.glued(first - 1) or tokens.low(first - 2) in _OPENING
    if low in ("−", "–") and tokens.glued(first) and free:
        return first - 1
    if low != "-" or not free:
        return None
    if tokens.type(first - 2) is TokenType.NUMERAL:
        return None
    if tokens.glued(first):
        return first - 1
    behind = tokens.low(first + 1)
    return first - 1 if behind == "°" or behind in _ALL.units.degrees else None


def read_scale_letter(tokens: Tokens, plain: Measure, lang: str, *, money: bool) -> Measure:
    """Multiply by a scale letter that touches the digits: "$4.5m", "1.9m visitors", "30k"."""
    at = plain.last
    letter = tokens.written(at)
    if letter not in SCALE_LETTERS or not plain.numeral.digits or (not tokens.glued(at) and not money):
        return plain
    if letter == KILO_OF_PIXELS and not money and plain.value in SCREENS_IN_KILO:
        return plain  # of a screen
    if tokens.glued(at + 1) and (
        tokens.type(at + 1) is TokenType.WORD
        or tokens.written(at + 1) in ("²", "³", "°")
        or (tokens.written(at + 1) == "/" and not money)
    ):
        return plain
    followed = (
        money or tokens.type(at + 1) is TokenType.MONEY or bool(currency_of_code(tokens.written(at + 1)))
    )
    # the value of a field ends its line: "People in need: 134.0M"
    followed = followed or (letter.isupper() and tokens.low(plain.first - 1) == ":" and at + 1 >= tokens.size)
    if not followed and letter not in THOUSAND_LETTERS:
        noun = next(
            (tokens.low(place) for place in range(at + 1, at + 4) if not _is_adjective(tokens, place, lang)),
            "",
        )
        money_word = language(lang).units.names.get(tokens.low(at + 1), ("", ""))[1] == Kind.CURRENCY
        if letter not in MILLION_LETTERS or not (
            money_word or (is_plural(noun) and noun not in language(lang).nouns.stop)
        ):
            return plain
    end = tokens.ends[at]
    factor = SCALE_LETTERS[letter]
    return replace(
        plain, last=at + 1, end=end, value=_cents(plain.value * factor), scale=plain.scale * factor
    )


def _is_adjective(tokens: Tokens, at: int, lang: str) -> bool:
    """Tell whether a word may stand between a number and its noun."""
    low = tokens.low(at)
    return tokens.type(at) is TokenType.WORD and not is_plural(low) and low not in language(lang).nouns.stop


def read_money_behind(tokens: Tokens, plain: Measure, lang: str) -> Measure | None:
    """Return the number with the sign or code of money behind it: "100 €", "75 USD million"."""
    at = tokens.skip_hyphen(plain.last)
    written = tokens.written(at)
    code = (
        currency_of_scaled_sign(written) if tokens.type(at) is TokenType.MONEY else currency_of_code(written)
    )
    if (
        not code
        or not code[0]
        or (tokens.type(at + 1) is TokenType.NUMERAL and (tokens.glued(at + 1) or tokens.low(at - 1) == ","))
    ):
        return None
    factor = code[1]
    last = at + 1
    late = (
        language(lang).numerals.scales.get(tokens.low(last), 0)
        if plain.scale == 1 and len(tokens.low(last)) > 1
        else 0
    )
    if late:
        factor, last = factor * late, last + 1
    scaled = replace(plain, value=_cents(plain.value * factor), scale=plain.scale * factor)
    return _extended(tokens, scaled, plain.first, last, code[0], Kind.CURRENCY)


def read_unit(tokens: Tokens, plain: Measure, lang: str) -> Measure:
    """Return the number with the unit behind it, or as it is."""
    found = _unit_behind(tokens, plain, lang)
    if not found:
        return plain
    last, (name, kind) = found
    below = _below_zero(tokens, last) if name == DEGREE or kind == Kind.TEMPERATURE else 0
    if below and plain.value > 0:
        plain, last = replace(plain, value=-plain.value), below
    if name == DEGREE:
        kind = Kind.TEMPERATURE if below or _is_warmth(tokens) else Kind.DIMENSION
    half = _and_a_half(tokens, last, lang)
    if half:
        plain, last = replace(plain, value=plain.value + 0.5), half
    if kind == Kind.DIMENSION and name == POUND:
        name, kind = _pound(tokens, plain)
    return _extended(tokens, plain, plain.first, last, name, Kind(kind))


def _unit_behind(tokens: Tokens, plain: Measure, lang: str) -> tuple[int, tuple[str, str]] | None:
    """Return the end of the unit behind a number, as a symbol or in words, and its name and kind."""
    at = tokens.skip_hyphen(plain.last)
    if plain.scale >= 1e6 and tokens.low(at) in _ALL.units.of:  # "2 millions d’euros"
        at += 2 if tokens.low(at + 1) in ("'", "’") else 1
    found = _symbol_at(tokens, at)
    if found and _is_symbol(tokens, plain, at, found[0]):
        behind = tokens.type(found[0])
        # "5mm3" is no length, while Chinese goes on behind "38%" without a blank
        letters = behind is TokenType.WORD and tokens.low(found[0] - 1).isalpha()
        if not tokens.glued(found[0]) or not (letters or behind is TokenType.NUMERAL):
            return found
    if tokens.type(at) is not TokenType.WORD:
        return None
    found = _unit_at(tokens, at, lang) or _of_a_country(tokens, at, lang)
    return found if found and _is_unit(tokens, plain, at, found, lang) else None


def _below_zero(tokens: Tokens, at: int) -> int:
    """Return the end of "below zero" or "bajo cero" at a place, 0 where neither stands."""
    return at + 2 if f"{tokens.low(at)} {tokens.low(at + 1)}" in _ALL.units.below_zero else 0


def _and_a_half(tokens: Tokens, at: int, lang: str) -> int:
    """Return the end of what adds half of a unit behind it: "deux heures et demie", "two hours and a half";
    0 for none.
    """
    table = language(lang)
    if tokens.low(at) not in table.numerals.and_words:
        return 0
    article = tokens.low(at + 1) in table.numerals.articles
    if not article and table.units.half_has_article:
        return 0  # "three miles and half the field"
    half = at + 2 if article else at + 1
    alone = tokens.low(half) in table.numerals.half and tokens.low(half + 1) not in table.numerals.scales
    closes = tokens.type(half + 1) is not TokenType.WORD or tokens.low(half + 1) in table.nouns.stop
    return half + 1 if alone and closes and tokens.low(half + 1) not in table.numerals.of else 0


_AROUND_SYMBOLS = _ALL.units.around_symbols | set("x,.;:)(-–")
_TIES = frozenset("\u00a0\u202f")  # spaces that tie a symbol to its number
_SCREENS = (480, 720, 1080, 1440, 2160)


def _is_symbol(tokens: Tokens, plain: Measure, at: int, last: int) -> bool:
    """Tell whether letters behind a number are the symbol of a unit: "5 m deep", not "5 in all"."""
    if last - at > 1 or tokens.written(at) not in LONE_LETTERS:
        return True
    letter, before = tokens.written(at), tokens.written(plain.first - 1)
    if not plain.numeral.digits:
        return False
    if letter.isupper() and (at > plain.last or (before[:1].isupper() and plain.first > 1)):
        return False  # "Form 10-K", "Complex 39A"
    behind = tokens.low(last)
    if letter == PENCE_SYMBOL:
        return tokens.glued(at) and plain.value not in _SCREENS  # pence, no lines of a screen
    if letter == KILO_OF_PIXELS and tokens.glued(at) and plain.value in SCREENS_IN_KILO:
        return False  # "4K": of a screen, not of temperature
    if letter == SECOND_SYMBOL and plain.numeral.digits.isdigit():
        return False  # "737s"
    if letter == INCH_SYMBOL:
        closes = behind in (".", "") and tokens.low(last + 1) == ""
        return behind in _ALL.units.extents or behind == "x" or closes
    tied = tokens.text[tokens.ends[at - 1] : tokens.starts[at]] in _TIES
    return tokens.glued(at) or tied or behind in _AROUND_SYMBOLS or not behind


def _is_unit(tokens: Tokens, plain: Measure, at: int, found: tuple[int, tuple[str, str]], lang: str) -> bool:
    """Tell whether a word behind a number names its unit: not in "a second term" or "two grand slams"."""
    word = tokens.low(at)
    hyphened = at > plain.last
    if found[0] == at + 1:
        if word in _ALL.units.hyphened:
            return (
                hyphened
                or plain.value == 1
                or (word in _ALL.units.in_parts and plain.value != int(plain.value))
            )
        if word in _ALL.units.temperature_letters:
            if tokens.low(at + 1).startswith("&") and tokens.glued(at + 1):
                return False  # "nine F&B outlets"
            letters = _ALL.units.temperature_letters
            told = not (_ALL.units.warmth - letters if tokens.glued(at) else _ALL.units.warmth).isdisjoint(
                tokens.words
            )
            return (
                tokens.written(at).isupper() and plain.value < 400 and (told or plain.value < 0)
            )  # "3F" may be a name
        if word in _ALL.units.ambiguous:
            behind = tokens.low(at + 1)
            return tokens.type(at + 1) is not TokenType.WORD or behind in language(lang).nouns.stop
        if (
            found[1][1] == Kind.PERCENT  # "10 PCT" of a headline is no code
            or not tokens.written(at)[0].isupper()
            or language(lang).nouns.capital_nouns
            or not plain.numeral.digits
        ):
            return True
        return (tokens.written(at).isupper() is False and tokens.type(at + 1) is not TokenType.WORD) or len(
            word
        ) > 3
    return True


def _is_warmth(tokens: Tokens) -> bool:
    """Tell whether a sentence speaks of how warm something is, so that its degrees are no angles."""
    return not _ALL.units.warmth.isdisjoint(tokens.words)


def _pound(tokens: Tokens, plain: Measure) -> tuple[str, str]:
    """Tell sterling from weight: by a million or more, or by words of money close by."""
    words = {tokens.low(at) for at in range(max(0, plain.first - 12), min(tokens.size, plain.last + 8))}
    if plain.scale >= 1e6 or words & _ALL.units.money or "£" in tokens.words:
        return STERLING, Kind.CURRENCY
    return POUND, Kind.DIMENSION


def _with_rate(tokens: Tokens, measure: Measure, lang: str) -> Measure:
    """Add what a measure is counted by: "barrels a day", "J/m²" are units, "$61 per ton" is money."""
    if measure.kind not in _RATED:
        return measure
    rate = read_rate(tokens, measure.last, measure.kind, lang)
    if rate is None:
        return measure
    end = tokens.ends[rate.last - 1]
    words = f"{measure.unit_text}{tokens.text[measure.end : end]}"
    whole = replace(measure, last=rate.last, end=end, unit_text=words)
    if measure.kind is Kind.DIMENSION:
        whole = replace(whole, unit=f"{measure.unit}{rate.name}")
    else:
        whole = replace(whole, rate=rate.name.strip())
    return _fired(whole, RATE.name)


_RATED = (Kind.CURRENCY, Kind.PERCENT, Kind.DIMENSION)


LOSS = Rule(
    "measures.loss", read_loss, "The firm made $(56) million.", "$(56) million = -56000000 dollar, currency"
)
MINUS = Rule(
    "measures.minus",
    find_minus,
    "It fell to −12 degrees Celsius.",
    "−12 degrees Celsius = -12 celsius, temperature, level",
)
MONEY_AHEAD = Rule("measures.money-ahead", currency_ahead, "It cost $40 to fix.", "$40 = 40 dollar, currency")
SCALE_LETTER = Rule(
    "measures.scale-letter", read_scale_letter, "It drew 1.9m visitors.", "1.9m = 1900000 visitor"
)
MONEY_BEHIND = Rule(
    "measures.money-behind", read_money_behind, "It cost 100 € to fix.", "100 € = 100 euro, currency"
)
UNIT = Rule(
    "measures.unit", read_unit, "The fence is 40 kilometres long.", "40 kilometres = 40 kilometre, dimension"
)
RATE = Rule(
    "measures.rate",
    read_rate,
    "Grain fell to $61 per ton.",
    "$61 per ton = 61 dollar per ton, currency, level",
)
RULES = (LOSS, MINUS, MONEY_AHEAD, SCALE_LETTER, MONEY_BEHIND, UNIT, RATE)
