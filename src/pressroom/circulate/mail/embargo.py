"""The time in the words of an embargo: "Embargoed until 6 a.m. on 5 May 2026"."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo

from pressroom.readers.text.words.dates import DATE, parse_date

_CLOCK = re.compile(
    r"\b(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d{2}))?\s*(?P<half>[ap]\.?\s?m\b\.?)?"
    r"(?:\s*(?P<clock>uhr|hrs?|hours|heures|horas|h)\b)?",
    re.IGNORECASE,
)
_WORDS = {"noon": 12, "midday": 12, "mittag": 12, "midi": 12, "mediodía": 12}
# hours ahead of UTC of the zones that press offices write
_ZONES = {
    name: hours
    for hours, names in {
        0: "utc gmt",
        1: "bst cet mez",
        2: "cest mesz eet",
        3: "eest",
        -4: "edt",
        -5: "est cdt",
        -6: "cst",
        -7: "pdt",
        -8: "pst",
    }.items()
    for name in names.split()
}
_ZONE = re.compile(rf"\b({'|'.join(_ZONES)})\b", re.IGNORECASE)


def parse_embargo(text: str, local: tzinfo | None = None) -> datetime | None:
    """Return when an embargo ends, None where its words give no certain day.

    Without a time of day it ends as that day begins. ``local`` is the zone of a text that names none, that of
    the machine for None.
    """
    try:
        found = datetime.fromisoformat(text.strip())
    except ValueError:
        return _parse_words(text, local)
    return found if found.tzinfo else found.replace(tzinfo=local or _find_local_zone(found))


def _parse_words(text: str, local: tzinfo | None) -> datetime | None:
    day = parse_date(text)
    if len(day) < len("2026-05-05"):
        return None
    try:
        found = datetime.fromisoformat(day)
        hour, minute = _find_time(DATE.sub(" ", text))
        found = found.replace(hour=hour, minute=minute)
    except ValueError:
        return None
    zone = _ZONE.search(text)
    if zone:
        return found.replace(tzinfo=timezone(timedelta(hours=_ZONES[zone[1].lower()])))
    return found.replace(tzinfo=local or _find_local_zone(found))


def _find_time(text: str) -> tuple[int, int]:
    """Return hour and minute of a day in words without its date; 0, 0 for none."""
    for found in _CLOCK.finditer(text):
        if found["minute"] or found["half"] or found["clock"]:
            hour, minute = int(found["hour"]), int(found["minute"] or 0)
            half = (found["half"] or "").lower()[:1]
            if half:
                hour = hour % 12 + (12 if half == "p" else 0)
            return hour, minute
    return next((hour for word, hour in _WORDS.items() if word in text.lower()), 0), 0


def _find_local_zone(moment: datetime) -> tzinfo:
    return moment.astimezone().tzinfo or UTC
