"""Digits: what separators mean in a language, and powers of ten."""

from __future__ import annotations

import re
from functools import lru_cache

from pressroom.numbers.languages.form import (
    Language,
)
from pressroom.numbers.parsing.tokens import Tokens

LONGEST = 24  # characters of a written number; what is longer is a code
MOST_POWER = 30  # of ten; what is larger is no quantity of a report
_EXPONENT, _TIMES, _MINUS = re.compile(r"e(\d{1,2})"), frozenset("×x·*"), frozenset("-−⁻")
# what only groups goes, and the marks of Arabic and of full-width digits become ours
_PLAIN = {ord(sign): None for sign in "'’‘ʼ´`\u00a0\u202f\u2009\u2060\u200b "} | {
    0x66B: ".",
    0x66C: ",",
    0xFF0C: ",",
    0xFF0E: ".",
}
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def parse_digits(digits: str, table: Language) -> float | None:
    """Return what digits with separators mean in a language; None for what is no number ("1.2.3").

    A separator that stands more than once groups; one that stands once with three digits behind it groups
    where it is the language's grouping character, and where they are zeros: nobody writes 50 as "50,000". Any
    other last separator is the decimal one.
    """
    return _parse(digits, table.numerals.decimal, table.numerals.grouping)


@lru_cache(maxsize=512)  # small numbers and years stand many times in a text
def _parse(digits: str, usual_decimal: str, usual_grouping: str) -> float | None:
    if len(digits) > LONGEST:
        return None
    plain = digits.translate(_PLAIN)
    commas, points = plain.count(","), plain.count(".")
    decimal = usual_decimal
    if commas and points:
        decimal = "," if plain.rindex(",") > plain.rindex(".") else "."
    elif commas > 1:
        decimal = "."
    elif points > 1:
        decimal = ","
    elif commas + points == 1:
        mark = "," if commas else "."
        behind = len(plain) - plain.index(mark) - 1
        ahead = plain.index(mark)
        groups = behind == 3 and 1 <= ahead <= 3 and not plain.startswith("0")
        groups = groups and (mark == usual_grouping or plain.endswith(",000"))
        decimal = ("," if mark == "." else ".") if groups else mark
    grouping = "," if decimal == "." else "."
    whole = plain.partition(decimal)[0].split(grouping)
    if (
        plain.count(decimal) > 1
        or any(len(group) not in (2, 3) for group in whole[1:])
        or (len(whole[-1]) != 3 < len(plain) and len(whole) > 1)
    ):
        return None
    try:
        return float(plain.replace(grouping, "").replace(decimal, "."))
    except ValueError:
        return None


def parse_power_of_ten(tokens: Tokens, at: int) -> tuple[int, float] | None:
    """Return the end and the value of a power of ten behind digits: "3 × 10^8", "2.5 x 10⁻⁶", "1.2e6"."""
    exponent = _EXPONENT.fullmatch(tokens.low(at)) if tokens.glued(at) else None
    if exponent:
        return _raised(at + 1, exponent[1])
    if tokens.low(at) not in _TIMES or tokens.low(at + 1) != "10" or not tokens.glued(at + 2):
        return None
    at = at + 3 if tokens.low(at + 2) == "^" else at + 2
    minus = tokens.low(at) in _MINUS
    at += minus
    power = tokens.low(at).translate(_RAISED)
    raised = tokens.low(at) != power or tokens.low(at - 1 - minus) == "^"
    return _raised(at + 1, f"-{power}" if minus else power) if power.isdecimal() and raised else None


def _raised(end: int, power: str) -> tuple[int, float] | None:
    return (end, float(f"1e{power}")) if abs(int(power)) <= MOST_POWER else None
