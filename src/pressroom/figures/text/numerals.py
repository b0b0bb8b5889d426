"""Numbers in print: separators and scale words of a language, small tables because loading a locale
library costs time.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from pressroom.model.language_tags import is_traditional_chinese

# language → decimal mark, group mark; U+202F is the narrow space that does not break
SEPARATORS = {
    "en": (".", ","),
    "de": (",", "."),
    "fr": (",", "\u202f"),
    "es": (",", "."),
    "it": (",", "."),
    "pt": (",", "."),
    "nl": (",", "."),
    "pl": (",", "\u202f"),
    "cs": (",", "\u202f"),
    "sv": (",", "\u202f"),
    "nb": (",", "\u202f"),
    "da": (",", "."),
    "fi": (",", "\u202f"),
    "ru": (",", "\u202f"),
    "uk": (",", "\u202f"),
    "tr": (",", "."),
}
REGIONS = {
    "de-CH": (".", "’"),
    "de-LI": (".", "’"),
    "en-ZA": (",", "\u202f"),
    "es-MX": (".", ","),
    "fr-CH": (",", "\u202f"),
}
# language → the words for 10⁶, 10⁹ and 10¹²; a language without them gets powers of ten spelled out in digits
SCALES = {
    "en": ("million", "billion", "trillion"),
    "de": ("Mio.", "Mrd.", "Bio."),
    "fr": ("millions", "milliards", "billions"),
    "es": ("millones", "mil millones", "billones"),
    "it": ("milioni", "miliardi", "bilioni"),
    "pt": ("milhões", "bilhões", "trilhões"),
    "nl": ("miljoen", "miljard", "biljoen"),
    "pl": ("mln", "mld", "bln"),
    "uk": ("млн", "млрд", "трлн"),
    "ar": ("مليون", "مليار", "تريليون"),
    "he": ("מיליון", "מיליארד", "טריליון"),
}
# where numbers go by ten thousands: what is written behind the digits, by how many of them it stands for
MYRIADS = {
    "zh": ((1e12, "万亿"), (1e8, "亿"), (1e4, "万")),
    "zh_Hant": ((1e12, "兆"), (1e8, "億"), (1e4, "萬")),
    "ja": ((1e12, "兆"), (1e8, "億"), (1e4, "万")),
    "ko": ((1e12, "조"), (1e8, "억"), (1e4, "만")),
}
# of one, "1 millón": where the word for several is another
_SINGULAR = {
    "fr": {"millions": "million", "milliards": "milliard", "billions": "billion"},
    "es": {"millones": "millón", "billones": "billón"},
    "it": {"milioni": "milione", "miliardi": "miliardo", "bilioni": "bilione"},
    "pt": {"milhões": "milhão", "bilhões": "bilhão", "trilhões": "trilhão"},
}
_SINGULAR_BELOW_TWO = frozenset(("fr", "pt"))  # "1,5 million"
MOST_DECIMALS = 30
MINUS = "\u2212"
NO_BREAK = "\u00a0"
# languages that write the sign of per cent without a space; the others part it from the number
CLOSE_PER_CENT = frozenset({"en", "it", "nl", "pt", "pl", "uk", "tr", "zh", "ja", "ko", "ar", "he"})
GROUPED_FROM = {"es": 10_000, "pl": 10_000, "pt": 10_000}  # four digits stand together there


def _marks(lang: str) -> tuple[str, str]:
    return REGIONS.get(lang) or SEPARATORS.get(_base(lang), SEPARATORS["en"])


def _base(lang: str) -> str:
    return lang.replace("_", "-").split("-")[0].lower()


def format_number(value: float, lang: str, decimals: int | None = None) -> str:
    """Return a number as the language prints it: all its digits, or rounded to ``decimals`` places.

    A value that is no number (NaN, infinite) is a ValueError.
    """
    if not math.isfinite(value):
        raise ValueError(f"{value} cannot be printed")
    digits = _digits(abs(value)) if decimals is None else f"{abs(value):.{decimals}f}"
    whole, _, part = digits.partition(".")
    mark, group = _marks(lang)
    if len(whole) > 3 and float(whole) >= GROUPED_FROM.get(_base(lang), 0):
        head = len(whole) % 3 or 3
        whole = group.join([whole[:head], *(whole[at : at + 3] for at in range(head, len(whole), 3))])
    sign = MINUS if value < 0 and (whole.strip("0") or part.strip("0")) else ""
    return sign + whole + (mark + part if part else "")


def _digits(value: float) -> str:
    """Return the shortest digits that mean this value, without an exponent."""
    text = repr(float(value))
    if "e" not in text:
        return text.removesuffix(".0")
    mantissa, _, exponent = text.partition("e")
    whole, _, part = mantissa.partition(".")
    shift = int(exponent)
    if shift >= 0:
        return (whole + part).ljust(len(whole) + shift, "0") if shift >= len(part) else text
    return "0." + "0" * (-shift - 1) + whole + part.rstrip("0").removesuffix("0")


def format_short(value: float, lang: str) -> str:
    """Return a number for a label: whole ones in full, others to four digits or the next whole one, large
    ones in words of their size.

    The table beside the figure has the value in full.
    """
    base, size = _base(lang), abs(value)
    myriads = MYRIADS.get("zh_Hant" if is_traditional_chinese(lang) else base)
    if myriads and size >= 1e6:
        step, name = next(pair for pair in myriads if size >= pair[0])
        return format_number(float(f"{value / step:.4g}"), lang) + name
    names = SCALES.get(base)
    if names is None or size < 1e6:
        if float(value).is_integer() or size >= 1000:
            return format_number(round(value), lang)
        return format_number(float(f"{value:.4g}"), lang)
    power = 2 if size >= 1e12 else 1 if size >= 1e9 else 0
    shown = float(f"{value / 10.0 ** (6 + 3 * power):.4g}")
    name = names[power]
    if abs(shown) == 1 or (base in _SINGULAR_BELOW_TWO and abs(shown) < 2):
        name = _SINGULAR.get(base, {}).get(name, name)
    return f"{format_number(shown, lang)}{NO_BREAK}{name}"


def format_alike(values: Sequence[float], lang: str) -> list[str]:
    """Return numbers that stand beside each other, all in one way: in words of their size where each is so
    large, else in digits, never "1.11 million" beside "620,000".
    """
    large = [abs(value) >= 1e6 for value in values if value]
    if any(large) and not all(large):
        return [format_number(round(value), lang) for value in values]
    return [format_short(value, lang) for value in values]


def format_range(low: float, high: float, lang: str) -> str:
    """Return a range for a label; a scale word that both ends share stands once: "1.2–2.8 million"."""
    first, last = format_short(low, lang), format_short(high, lang)
    word = last.partition(NO_BREAK)[2]
    return f"{first.removesuffix(NO_BREAK + word)}\u2013{last}"


def format_percent(value: float, lang: str) -> str:
    """Return a share of a hundred with its sign, as the language writes it."""
    return format_number(value, lang) + ("" if _base(lang) in CLOSE_PER_CENT else NO_BREAK) + "%"


def format_ticks(values: Sequence[float], lang: str, *, percent: bool = False) -> list[str]:
    """Return the labels of an axis, values at equal steps: no two alike, whatever number of digits it takes.

    They are in words of their size where these tell them apart, else in digits; shares of a hundred have
    their sign, zero apart.
    """
    step = abs(values[1] - values[0]) if len(values) > 1 else abs(values[0])
    decimals = _count_decimals(step)
    if percent:
        sign = ("" if _base(lang) in CLOSE_PER_CENT else NO_BREAK) + "%"
        return [format_number(value, lang, decimals) + (sign if value else "") for value in values]
    large = any(abs(value) >= 1e6 for value in values)
    short = [
        format_short(value, lang)
        if abs(value) >= 1e6 or step >= 1e6
        else format_number(value, lang, decimals)
        for value in values
    ]
    if not large or len(set(short)) == len(short):
        return short
    return [format_number(value, lang, decimals) for value in values]


def _count_decimals(step: float) -> int:
    """Return as many decimals as a step needs."""
    decimals = 0
    while decimals < MOST_DECIMALS and abs(round(step, decimals) - step) > step * 1e-6:
        decimals += 1
    return decimals
