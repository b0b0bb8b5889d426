"""ISO dates in print: "2024-05" as the document's language writes it; a year stands for itself."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

LENGTHS = {7: "yMMM", 10: "yMMMd"}  # letters of an ISO date → what is printed of it


def format_dates(names: Sequence[str], lang: str) -> list[str]:
    """Return the names of places on an axis, every ISO month and day among them in the language's words.

    The library of locales is loaded only for a month or a day.
    """
    return [_printed(name, lang) for name in names]


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
