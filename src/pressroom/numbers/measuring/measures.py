"""A number with its scale letter, currency and unit: its whole extent, value, unit and kind."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from pressroom.model.quantity import Kind
from pressroom.numbers.languages import language
from pressroom.numbers.languages.form import words
from pressroom.numbers.languages.units import (
    CURRENCY_SIGNS,
    LONE_LETTERS,
    MONEY_WORDS,
    SYMBOLS,
    WITH_A_HYPHEN,
)
from pressroom.numbers.parsing.nouns import is_plural
from pressroom.numbers.parsing.numerals import Numeral
from pressroom.numbers.parsing.phrases import Phrases
from pressroom.numbers.parsing.tokens import Tokens, TokenType


@dataclass(slots=True, eq=False, repr=False)
class Measure:
    """Tokens ``first`` to ``last`` (exclusive): a value in a unit, "" where none is written.

    ``start`` and ``end`` are offsets; ``scale`` is what scale words multiply by; ``numeral`` what was written.
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
    """Return the money behind the name of its country, which the table may not have: "Swedish crowns", "U.S. cents"."""
    if not tokens.written(at)[:1].isupper() or lang.startswith("de"):
        return None
    found = _unit_at(tokens, at + 1, lang)
    return found if found and found[1][1] == "currency" else None


def _symbol_at(tokens: Tokens, at: int) -> tuple[int, tuple[str, str]] | None:
    found = _symbols().at(tokens, at)
    return (found[0], SYMBOLS[found[1]]) if found else None


_LETTERS = {"k": 1e3, "K": 1e3, "m": 1e6, "M": 1e6, "b": 1e9, "B": 1e9, "t": 1e12, "T": 1e12}


def read_measure(tokens: Tokens, numeral: Numeral, lang: str) -> Measure:
    """Attach what is written round a number: a sign or code of money, a scale letter, a unit."""
    plain = _plain(tokens, numeral)
    if tokens.low(numeral.first - 1) == "(":
        loss = _loss(tokens, plain, lang)
        if loss:
            return loss
    minus = _minus(tokens, numeral.first)
    ahead = minus if minus is not None else numeral.first
    # no sign of money stands ahead of a number in words: "brachte 40 Mio. € ein"
    sign, sign_at = _money_before(tokens, ahead) if numeral.digits else (None, ahead)
    plain = _lettered(tokens, plain, lang, money=bool(sign))
    if minus is not None:
        plain = replace(plain, first=minus, start=tokens.starts[minus], value=-plain.value)
    if sign:
        if (
            minus is None
            and tokens.low(sign_at - 1) in ("-", "−")
            and tokens.glued(sign_at)
            and not tokens.glued(sign_at - 1)
        ):
            sign_at -= 1
            plain = replace(plain, value=-plain.value)
        plain = replace(plain, value=_cents(plain.value * sign[1]), scale=plain.scale * sign[1])
        return _extended(tokens, plain, sign_at, plain.last, sign[0], Kind.CURRENCY)
    return _money_after(tokens, plain, lang) or _with_unit(tokens, plain, lang)


def _loss(tokens: Tokens, plain: Measure, lang: str) -> Measure | None:
    """Return what accounts write in brackets, a loss: "$(56) million", "£(14.7)m", "(6.1)p"."""
    bracket, last = plain.first - 1, plain.last + 1
    if tokens.low(plain.last) != ")" or not tokens.glued(plain.first) or not tokens.glued(plain.last):
        return None
    loss = replace(plain, value=-plain.value)
    name = _sign(tokens.written(bracket - 1)) if tokens.type(bracket - 1) is TokenType.MONEY else ""
    if not name or not tokens.glued(bracket):
        pence = tokens.low(last) in ("p", "pence") and plain.numeral.digits
        whole = _extended(tokens, loss, bracket, last + 1, "penny", Kind.CURRENCY) if pence else None
        return replace(whole, unit_text=tokens.written(last)) if whole else None
    factor = language(lang).numerals.scales.get(tokens.low(last)) or _LETTERS.get(tokens.written(last), 1.0)
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
        written = tokens.text[plain.end : end].strip(" -\u00a0\u202f")
    return replace(
        plain, first=first, last=last, start=start, end=end, unit=unit, unit_text=written, kind=kind
    )


def _minus(tokens: Tokens, first: int) -> int | None:
    """Return the place of a minus ahead of a number; a hyphen is one only where it joins nothing."""
    low = tokens.low(first - 1)
    if low in ("minus", "negative"):
        return first - 1 if tokens.low(first - 2) != "or" else None  # "plus or minus 8"
    if low in ("−", "–") and tokens.glued(first) and not tokens.glued(first - 1):
        return first - 1
    if low != "-" or (
        tokens.glued(first - 1) and tokens.low(first - 2) not in ("(", "<", ">", "=", "<=", ">=", "~")
    ):
        return None
    if tokens.type(first - 2) is TokenType.NUMERAL:
        return None
    if tokens.glued(first):
        return first - 1
    degrees = tokens.low(first + 1) in ("°", "degrees", "degree")
    return first - 1 if degrees else None


def _money_before(tokens: Tokens, first: int) -> tuple[tuple[str, float] | None, int]:
    """Return the currency ahead of a number, with what its code multiplies by, and where it begins."""
    at = first - 1
    written = tokens.written(at)
    if tokens.type(at) is TokenType.MONEY:
        if tokens.glued(at) and tokens.type(at - 1) is TokenType.NUMERAL and not tokens.glued(first):
            return None, first  # of the number ahead: "5€ 20 times"
        name = _sign(written)
        if written == "$" and not tokens.glued(at) and tokens.low(at - 1) in ("c", "hk", "us", "nz"):
            return (CURRENCY_SIGNS[f"{tokens.written(at - 1).upper()}$"], 1), at - 1
        if written == "$" and tokens.written(at - 1) in CURRENCY_SIGNS and tokens.glued(at):
            return (CURRENCY_SIGNS[tokens.written(at - 1)], 1), at - 1
        return ((name, 1), at) if name else (None, first)
    if written == "$":
        return ("dollar", 1), at
    code = _code(written)
    if code:
        return code, at
    if written == "." and tokens.written(at - 1) in ("Rs", "Fr"):
        return (CURRENCY_SIGNS[tokens.written(at - 1)], 1), at - 1
    return None, first


def _sign(written: str) -> str:
    """Return the currency of a sign: "US$", "Mex$", "€"."""
    return (
        CURRENCY_SIGNS.get(written)
        or CURRENCY_SIGNS.get(written.upper())
        or CURRENCY_SIGNS.get(written[-1], "")
    )


def _scaled_sign(written: str) -> tuple[str, float] | None:
    """Return the currency of a sign behind a number and what its letters multiply by: "€", "M€", "Md€"."""
    letters = written[:-1]
    if letters and letters not in _BEFORE_SIGNS:
        name = CURRENCY_SIGNS.get(written)
        return (name, 1) if name else None
    return _sign(written[-1]), _BEFORE_SIGNS.get(letters, 1)


_BEFORE_SIGNS = {"k": 1e3, "K": 1e3, "M": 1e6, "m": 1e6, "Md": 1e9, "Mds": 1e9, "bn": 1e9}


def _code(written: str) -> tuple[str, float] | None:
    """Return the currency of a code and what it multiplies by: "EUR", "MEUR"."""
    if not written.isupper() and written not in ("Rs", "Fr", "SFr", "usd", "eur", "rmb", "gbp"):
        return None
    name = CURRENCY_SIGNS.get(written) or CURRENCY_SIGNS.get(written.upper() if len(written) == 3 else "")
    if name:
        return name, 1
    million = CURRENCY_SIGNS.get(written[1:]) if len(written) == 4 and written[0] == "M" else None
    return (million, 1e6) if million else None


def _lettered(tokens: Tokens, plain: Measure, lang: str, *, money: bool) -> Measure:
    """Multiply by a scale letter that touches the digits: "$4.5m", "1.9m visitors", "30k"."""
    at = plain.last
    letter = tokens.written(at)
    if letter not in _LETTERS or not plain.numeral.digits or (not tokens.glued(at) and not money):
        return plain
    if letter == "K" and not money and plain.value in (4, 8):
        return plain  # of a screen
    if tokens.glued(at + 1) and (
        tokens.type(at + 1) is TokenType.WORD or tokens.written(at + 1) in ("²", "³", "/", "°")
    ):
        return plain
    followed = money or tokens.type(at + 1) is TokenType.MONEY or bool(_code(tokens.written(at + 1)))
    if not followed and letter not in "kK":
        noun = next(
            (tokens.low(place) for place in range(at + 1, at + 4) if not _is_adjective(tokens, place, lang)),
            "",
        )
        money_word = language(lang).units.names.get(tokens.low(at + 1), ("", ""))[1] == "currency"
        if letter not in "mM" or not (
            money_word or (is_plural(noun) and noun not in language(lang).nouns.stop)
        ):
            return plain
    end = tokens.ends[at]
    factor = _LETTERS[letter]
    return replace(
        plain, last=at + 1, end=end, value=_cents(plain.value * factor), scale=plain.scale * factor
    )


def _is_adjective(tokens: Tokens, at: int, lang: str) -> bool:
    """Tell whether a word may stand between a number and its noun."""
    low = tokens.low(at)
    return tokens.type(at) is TokenType.WORD and not is_plural(low) and low not in language(lang).nouns.stop


def _money_after(tokens: Tokens, plain: Measure, lang: str) -> Measure | None:
    """Return the number with the sign or code of money behind it: "100 €", "75 USD million"."""
    at = tokens.skip_hyphen(plain.last)
    written = tokens.written(at)
    code = _scaled_sign(written) if tokens.type(at) is TokenType.MONEY else _code(written)
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


def _with_unit(tokens: Tokens, plain: Measure, lang: str) -> Measure:
    """Return the number with the unit behind it, or as it is."""
    found = _unit_behind(tokens, plain, lang)
    if not found:
        return plain
    last, (name, kind) = found
    below = _below_zero(tokens, last) if name == "degree" or kind == "temperature" else 0
    if below and plain.value > 0:
        plain, last = replace(plain, value=-plain.value), below
    if name == "degree":
        kind = "temperature" if below or _is_warmth(tokens) else "dimension"
    half = _and_a_half(tokens, last, lang)
    if half:
        plain, last = replace(plain, value=plain.value + 0.5), half
    if kind == "dimension" and name == "pound":
        name, kind = _pound(tokens, plain)
    if kind == "dimension":
        name, last = _rate(tokens, name, last, lang)
    return _extended(tokens, plain, plain.first, last, name, Kind(kind))


def _unit_behind(tokens: Tokens, plain: Measure, lang: str) -> tuple[int, tuple[str, str]] | None:
    """Return the end of the unit behind a number, as a symbol or in words, and its name and kind."""
    at = tokens.skip_hyphen(plain.last)
    if plain.scale >= 1e6 and tokens.low(at) in ("de", "d"):  # "2 millions d’euros"
        at += 2 if tokens.low(at + 1) in ("'", "’") else 1
    found = _symbol_at(tokens, at)
    if found and _is_symbol(tokens, plain, at, found[0]):
        joined = tokens.glued(found[0]) and tokens.type(found[0]) in (TokenType.WORD, TokenType.NUMERAL)
        if not joined:
            return found
    if tokens.type(at) is not TokenType.WORD:
        return None
    found = _unit_at(tokens, at, lang) or _of_a_country(tokens, at, lang)
    return found if found and _is_unit(tokens, plain, at, found, lang) else None


def _below_zero(tokens: Tokens, at: int) -> int:
    """Return the end of "below zero" or "bajo cero" at a place, 0 where neither stands."""
    return at + 2 if (tokens.low(at), tokens.low(at + 1)) in _BELOW_ZERO else 0


_BELOW_ZERO = frozenset({("below", "zero"), ("bajo", "cero"), ("unter", "null"), ("sous", "zéro")})


def _and_a_half(tokens: Tokens, at: int, lang: str) -> int:
    """Return the end of what adds half of a unit behind it: "deux heures et demie", "two hours and a half"; 0 for none."""
    table = language(lang)
    if tokens.low(at) not in table.numerals.and_words:
        return 0
    article = tokens.low(at + 1) in table.numerals.articles
    if not article and lang.startswith("en"):
        return 0  # "three miles and half the field"
    half = at + 2 if article else at + 1
    alone = tokens.low(half) in table.numerals.half and tokens.low(half + 1) not in table.numerals.scales
    closes = tokens.type(half + 1) is not TokenType.WORD or tokens.low(half + 1) in table.nouns.stop
    return half + 1 if alone and closes and tokens.low(half + 1) != "of" else 0


_DEEP = words(
    "deep high long wide tall thick of above below by from in and or per to x away apart across off at on with for over , . ; : ) ( - –"
)


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
    if letter == "p":
        return tokens.glued(at) and plain.value not in _SCREENS  # pence, no lines of a screen
    if tokens.written(at) == "s" and plain.numeral.digits.isdigit():
        return False  # "737s"
    if tokens.written(at) == "in":
        measured_words = ("thick", "long", "wide", "tall", "deep", "high", "by", "x", "across", "in diameter")
        return behind in measured_words or (behind in (".", "") and tokens.low(last + 1) == "")
    tied = tokens.text[tokens.ends[at - 1] : tokens.starts[at]] in _TIES
    return tokens.glued(at) or tied or behind in _DEEP or not behind


def _is_unit(tokens: Tokens, plain: Measure, at: int, found: tuple[int, tuple[str, str]], lang: str) -> bool:
    """Tell whether a word behind a number names its unit: not in "a second term" or "two grand slams"."""
    word = tokens.low(at)
    hyphened = at > plain.last
    if found[0] == at + 1:
        if word in WITH_A_HYPHEN:
            return hyphened or plain.value == 1 or (word == "second" and plain.value != int(plain.value))
        if word in ("c", "f"):
            return tokens.written(at).isupper() and plain.value < 400 and _is_warmth(tokens)
        if word in ("grand", "real", "bit", "percentage"):
            behind = tokens.low(at + 1)
            return tokens.type(at + 1) is not TokenType.WORD or behind in language(lang).nouns.stop
        if (
            word == "percent"
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
    return not _WARMTH.isdisjoint(tokens.words)


_WARMTH = words("temperature temperatures hot hotter hottest cold colder coldest warm warmer warmest warming heat heatwave cool cooler frost freezing freeze "
    "oven celsius fahrenheit centigrade c f weather thermometer mercury fever boil boiling melt climate summer winter high highs low lows below "
    "temperatur temperaturen hitze kälte frost température températures chaleur temperatura temperaturas calor minus")  # fmt: skip


def _pound(tokens: Tokens, plain: Measure) -> tuple[str, str]:
    """Tell sterling from weight: nobody weighs a million pounds, and money is spoken of with its own words."""
    words = {tokens.low(at) for at in range(max(0, plain.first - 12), min(tokens.size, plain.last + 8))}
    if plain.scale >= 1e6 or words & MONEY_WORDS or "£" in tokens.words:
        return "pound sterling", "currency"
    return "pound", "dimension"


def _rate(tokens: Tokens, name: str, last: int, lang: str) -> tuple[str, int]:
    """Add what a measure is counted by: "barrels a day", "km per second", "J/m²"."""
    table = language(lang)
    if tokens.low(last) == "/" and tokens.glued(last):
        other = _symbol_at(tokens, last + 1) or _unit_at(tokens, last + 1, lang)
        return (f"{name} per {other[1][0]}", other[0]) if other else (name, last)
    if tokens.low(last) not in table.units.per:
        return name, last
    other = _unit_at(tokens, last + 1, lang)
    if (
        not other
        or other[1][1] not in ("dimension", "duration")
        or tokens.low(other[0]) in ("earlier", "later", "ago", "before")
    ):
        return name, last
    return f"{name} per {other[1][0]}", other[0]
