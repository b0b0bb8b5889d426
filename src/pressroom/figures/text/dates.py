"""ISO dates in print: "2024-05" as the document's language writes it; a year stands for itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import cache

LENGTHS = {7: "yMMM", 10: "yMMMd"}  # letters of an ISO date → what is printed of it

COMMON_YEAR = 2001
_DAY = re.compile(
    r"(?:\w+\s)?(?P<day>\d{1,2})(?:\.|st|nd|rd|th|er|º)?\s(?:de\s)?(?P<month>[^\W\d_]+\.?)"
    r"|(?:\w+\s)?(?P<first>[^\W\d_]+\.?)\s(?P<last>\d{1,2})(?:st|nd|rd|th)?",
    re.IGNORECASE,
)


def format_dates(names: Sequence[str], lang: str) -> list[str]:
    """Return the names of places on an axis, every ISO month and day among them in the language's words.

    The library of locales is loaded only for a month or a day.
    """
    return [_printed(name, lang) for name in names]


def find_day(text: str, lang: str) -> int | None:
    """Return the day of a common year that a date without a year is on, None where it names no day.

    "15 August", "August 15" and "15. August" are the 227th.
    """
    found = _DAY.fullmatch(text.strip())
    if found is None:
        return None
    month = _read_months(lang).get((found["month"] or found["first"]).lower().rstrip("."))
    if month is None:
        return None
    try:
        return date(COMMON_YEAR, month, int(found["day"] or found["last"])).timetuple().tm_yday
    except ValueError:
        return None


@cache
def _read_months(lang: str) -> dict[str, int]:
    """Return the months by their names and short names in a language."""
    from babel import Locale, UnknownLocaleError

    try:
        months = Locale.parse(lang.replace("-", "_")).months["format"]
    except (UnknownLocaleError, ValueError):
        months = Locale.parse("en_GB").months["format"]
    return {
        months[width][at].lower().rstrip("."): at for width in ("wide", "abbreviated") for at in range(1, 13)
    }


def _printed(name: str, lang: str) -> str:
    skeleton = LENGTHS.get(len(name))
    if skeleton is None or name[4] != "-" or not name.replace("-", "").isdecimal():
        return name
    try:
        day = date.fromisoformat(name if len(name) == 10 else f"{name}-01")
    except ValueError:
        return name
    from babel import Locale, UnknownLocaleError
    from babel.dates import format_skeleton

    try:
        locale = Locale.parse(lang.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        locale = Locale.parse("en_GB")
    return str(format_skeleton(skeleton, day, locale=locale))
