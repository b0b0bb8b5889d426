"""Number formats of spreadsheets: what a cell shows of its value."""

from __future__ import annotations

import datetime as dt
import re
import sys
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext

_SECTION = re.compile(r';(?=(?:[^"]*"[^"]*")*[^"]*$)')
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|_.|\*.|\[\$(?P<symbol>[^\]-]*)(?:-[^\]]*)?\]|\[(?P<elapsed>h+|m+|s+)\]|\[[^\]]*\]'
    r"|(?P<digits>[#0?][#0?,.]*(?:E[+-]0+)?)|(?P<ampm>AM/PM|A/P)|(?P<date>y+|m+|d+|h+|s+(?:\.0+)?)|(?P<other>.)",
    re.IGNORECASE,
)
_BUILT_IN_DATES = ("mm-dd-yy", "m/d/yyyy", "m/d/yy", "mm/dd/yyyy", "m/d/yy h:mm", "mm-dd-yy h:mm")
_LONGEST = 300  # characters of a format that is obeyed
_MOST_DIGITS = 15  # that a spreadsheet knows of a number


@dataclass(frozen=True, slots=True)
class Locale:
    """How numbers and months are written; ``tag`` is a BCP 47 tag."""

    tag: str = "en"
    decimal: str = "."
    group: str = ","


def find_locale(tag: str) -> Locale:
    """Return how numbers are written in a language, as in English where it is not known."""
    from babel import Locale as Known
    from babel.core import UnknownLocaleError
    from babel.numbers import get_decimal_symbol, get_group_symbol

    try:
        known = Known.parse(tag.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return Locale()
    return Locale(tag, get_decimal_symbol(known), get_group_symbol(known).replace("\u202f", "\xa0"))


def show_value(value: object, pattern: str, locale: Locale) -> str:
    """Return what a cell shows of its value in a number format."""
    pattern = pattern if len(pattern) <= _LONGEST else "General"
    with localcontext(Context(prec=_PRECISION)):
        return _show(value, pattern, locale)


_PRECISION = 1_500  # digits: the widest float in the most per cents and decimals that a format may ask for
_HIGHEST = sys.float_info.max


def _show(value: object, pattern: str, locale: Locale) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case dt.timedelta():
            return _show_duration(value)
        case dt.datetime() | dt.date() | dt.time():
            return _show_moment(value, pattern, locale)
        case int() | float():
            return _show_number(value, pattern, locale)
    return str(value)


# numbers


def _show_number(value: float, pattern: str, locale: Locale) -> str:
    if not abs(value) <= _HIGHEST:  # no number of a spreadsheet, though a file may hold it
        return f"{Decimal(value):.5E}"
    sections = _SECTION.split(pattern)
    section = sections[0]
    signed = value < 0
    if value < 0 and len(sections) > 1:
        section, signed = sections[1], False
    elif value == 0 and len(sections) > 2:
        section = sections[2]
    tokens = list(_TOKEN.finditer(section))
    if section.strip().casefold() in ("general", "@", "") or not any(each["digits"] for each in tokens):
        text = "".join(_literal(each) for each in tokens)
        plain = section.strip().casefold() in ("general", "@", "") or not text.strip()
        return _show_plain(value, locale) if plain else text.strip()
    percent = sum(each["other"] == "%" for each in tokens)
    digits = next(each["digits"] for each in tokens if each["digits"])
    shown = _show_digits(Decimal(repr(float(abs(value)))) * 100**percent, digits, locale)
    parts: list[str] = []
    done = False
    for each in tokens:
        if each["digits"]:
            parts.append("" if done else shown)
            done = True
        else:
            parts.append(_literal(each))
    text = "".join(parts).strip()
    is_zero = not any(letter in "123456789" for letter in shown)
    return f"-{text}" if signed and not is_zero else text


def _literal(found: re.Match[str]) -> str:
    if found["date"]:
        return found["date"]
    return found["quoted"] or found["escaped"] or found["symbol"] or found["other"] or ""


def _show_digits(value: Decimal, digits: str, locale: Locale) -> str:
    if "e" in digits.casefold():
        return f"{float(value):.{_count_decimals(digits.casefold().partition('e')[0])}E}"
    scale = len(digits) - len(digits.rstrip(","))
    value /= 1000**scale
    digits = digits.rstrip(",")
    whole, _, rest = digits.partition(".")
    decimals = len(rest)
    # as spreadsheets round: half away from zero, by the decimals that are written
    exact = value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    text = f"{exact:f}"
    number, _, fraction = text.partition(".")
    optional = len(rest) - len(rest.rstrip("#?"))
    while optional and fraction.endswith("0"):
        fraction, optional = fraction[:-1], optional - 1
    number = number.rjust(whole.count("0"), "0")
    if "," in whole:
        number = f"{int(number):,}".replace(",", locale.group)
    return number + (locale.decimal + fraction if fraction else "")


def _count_decimals(digits: str) -> int:
    return len(digits.partition(".")[2])


def _show_plain(value: float, locale: Locale) -> str:
    """Return a number as a cell without a format shows it."""
    if isinstance(value, int) or value.is_integer():
        return str(int(value)) if abs(value) < 10**_MOST_DIGITS else f"{value:.6G}"
    return f"{value:.10g}".replace(".", locale.decimal)


# dates


def _show_duration(value: dt.timedelta) -> str:
    seconds = round(value.total_seconds())
    sign, seconds = ("-", -seconds) if seconds < 0 else ("", seconds)
    minutes, second = divmod(seconds, 60)
    hour, minute = divmod(minutes, 60)
    return f"{sign}{hour}:{minute:02}:{second:02}"


def _show_moment(value: dt.datetime | dt.date | dt.time, pattern: str, locale: Locale) -> str:
    """Return a date as its format writes it; one that each country reads in its own way becomes ISO 8601."""
    section = _SECTION.split(pattern)[0]
    bare = re.sub(r"\[[^\]]*\]|\\|_.|\"", "", section).strip().casefold()
    tokens = list(_TOKEN.finditer(section))
    dated = any(each["date"] and each["date"][0].casefold() in "yd" for each in tokens)
    timed = any(each["date"] and each["date"][0].casefold() in "hs" for each in tokens)
    if bare in _BUILT_IN_DATES or not (dated or timed or any(each["date"] for each in tokens)):
        return _show_iso(value)
    moment = value if isinstance(value, dt.datetime) else _complete(value)
    noon = any(each["ampm"] for each in tokens)
    parts: list[str] = []
    after_hour = False
    for at, each in enumerate(tokens):
        if each["ampm"]:
            parts.append("am" if moment.hour < 12 else "pm")
        elif each["date"] or each["elapsed"]:
            code = (each["date"] or each["elapsed"]).casefold()
            following = next((t["date"] for t in tokens[at + 1 :] if t["date"]), None) or ""
            minute = code[0] == "m" and len(code) < 3 and (after_hour or following[:1].casefold() == "s")
            parts.append(_show_part(moment, "n" * len(code) if minute else code, noon, locale))
            after_hour = code[0] == "h"
        else:
            parts.append(_literal(each) or each["digits"] or "")
    return "".join(parts).strip()


def _complete(value: dt.date | dt.time) -> dt.datetime:
    if isinstance(value, dt.time):
        return dt.datetime.combine(dt.date(1900, 1, 1), value)
    return dt.datetime.combine(value, dt.time())


def _show_iso(value: dt.datetime | dt.date | dt.time) -> str:
    if isinstance(value, dt.datetime):
        midnight = value.time() == dt.time()
        return value.date().isoformat() if midnight else f"{value:%Y-%m-%d %H:%M}"
    return value.isoformat() if isinstance(value, dt.date) else f"{value:%H:%M}"


def _show_part(moment: dt.datetime, code: str, noon: bool, locale: Locale) -> str:
    kind, size = code[0], len(code)
    hour = (moment.hour % 12 or 12) if noon else moment.hour
    match kind:
        case "y":
            return f"{moment.year:04}" if size > 2 else f"{moment.year % 100:02}"
        case "m" if size > 2:
            return _name(moment, "MMMM" if size > 3 else "MMM", locale)[: 1 if size == 5 else None]
        case "d" if size > 2:
            return _name(moment, "EEEE" if size > 3 else "EEE", locale)
        case _:
            number = {"m": moment.month, "d": moment.day, "h": hour, "n": moment.minute, "s": moment.second}[
                kind
            ]
            return f"{number:02}" if size > 1 else str(number)


def _name(moment: dt.datetime, pattern: str, locale: Locale) -> str:
    from babel.dates import format_datetime

    return format_datetime(moment, pattern, locale=locale.tag.replace("-", "_"))
