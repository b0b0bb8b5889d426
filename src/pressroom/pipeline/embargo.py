"""An embargo as it is printed: in its own words, or a bare time in those of the language."""

from __future__ import annotations

import re
from datetime import datetime

from pressroom.readers.common.head.embargo import is_embargo_line

_SAID = re.compile(r"embarg|sperr|releas|publi|veröffentlich|diffus|difu|frei", re.IGNORECASE)
_UNTIL = re.compile(r"(?:until|till|bis(?: zum)?|jusqu['’]à|jusqu['’]au|hasta(?: el)?)\s+", re.IGNORECASE)


def word_embargo(text: str, lang: str, label: str) -> str:
    """Return what a page prints of an embargo: "2027-05-05 06:00" with ``label`` round it, words as they are.

    ``label`` holds "{time}": "Embargoed until {time}".
    """
    if not text or _SAID.search(text) or is_embargo_line(text):
        return text
    try:
        time = datetime.fromisoformat(text)
    except ValueError:
        return label.format(time=_UNTIL.sub("", text, count=1))
    return label.format(time=format_time(time, lang, day_alone=len(text) == len("2027-05-05")))


def format_time(time: datetime, lang: str, *, day_alone: bool = False) -> str:
    """Return a time in words of the language, with its zone where it has one."""
    from babel import Locale, UnknownLocaleError
    from babel.dates import format_date

    try:
        locale = Locale.parse(lang.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        locale = Locale.parse("en_GB")
    day = format_date(time, "d MMMM y" if locale.language == "en" else "long", locale=locale)
    return day if day_alone else f"{day}, {time:%H:%M} {time.tzname() or ''}".rstrip()
