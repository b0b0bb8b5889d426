"""Signs and codes of money: "US$", "M€", "EUR"."""

from __future__ import annotations

from pressroom.numbers.languages.units import (
    CODES_IN_SMALL_LETTERS,
    CODES_OF_NAMES,
    CODES_WITH_A_POINT,
    CURRENCY_SIGNS,
    DOLLAR,
    DOLLAR_LETTERS,
    MILLION,
    SCALES_OF_SIGNS,
)
from pressroom.numbers.parsing.tokens import Tokens, TokenType


def currency_ahead(tokens: Tokens, first: int) -> tuple[tuple[str, float] | None, int]:
    """Return the currency ahead of a number, with what its code multiplies by, and where it begins."""
    at = first - 1
    written = tokens.written(at)
    if tokens.type(at) is TokenType.MONEY:
        if tokens.glued(at) and tokens.type(at - 1) is TokenType.NUMERAL and not tokens.glued(first):
            return None, first  # of the number ahead: "5€ 20 times"
        name = currency_of_sign(written)
        if written == "$" and not tokens.glued(at) and tokens.low(at - 1) in DOLLAR_LETTERS:
            return (CURRENCY_SIGNS[f"{tokens.written(at - 1).upper()}$"], 1), at - 1
        if written == "$" and tokens.written(at - 1) in CURRENCY_SIGNS and tokens.glued(at):
            return (CURRENCY_SIGNS[tokens.written(at - 1)], 1), at - 1
        return ((name, 1), at) if name else (None, first)
    if written == "$":
        return (DOLLAR, 1), at
    code = currency_of_code(written)
    if code:
        return code, at
    if written == "." and tokens.written(at - 1) in CODES_WITH_A_POINT:
        return (CURRENCY_SIGNS[tokens.written(at - 1)], 1), at - 1
    return None, first


def currency_of_sign(written: str) -> str:
    """Return the currency of a sign: "US$", "Mex$", "€"."""
    return (
        CURRENCY_SIGNS.get(written)
        or CURRENCY_SIGNS.get(written.upper())
        or CURRENCY_SIGNS.get(written[-1], "")
    )


def currency_of_scaled_sign(written: str) -> tuple[str, float] | None:
    """Return the currency of a sign behind a number and what its letters multiply by: "€", "M€", "Md€"."""
    letters = written[:-1]
    if letters and letters not in SCALES_OF_SIGNS:
        name = CURRENCY_SIGNS.get(written)
        return (name, 1) if name else None
    return currency_of_sign(written[-1]), SCALES_OF_SIGNS.get(letters, 1)


def currency_of_code(written: str) -> tuple[str, float] | None:
    """Return the currency of a code and what it multiplies by: "EUR", "MEUR"."""
    if written in CODES_OF_NAMES or (not written.isupper() and written not in CODES_IN_SMALL_LETTERS):
        return None
    name = CURRENCY_SIGNS.get(written) or CURRENCY_SIGNS.get(written.upper() if len(written) == 3 else "")
    if name:
        return name, 1
    million = CURRENCY_SIGNS.get(written[1:]) if len(written) == 4 and written[0] == MILLION else None
    return (million, 1e6) if million else None
