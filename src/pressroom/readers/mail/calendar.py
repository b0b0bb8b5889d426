"""An invitation (RFC 5545) in words: what it is, when, where, and what it says."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

_FOLD = re.compile(r"\r?\n[ \t]")
_TIME = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})\d{2}(Z?))?")
_ESCAPED = re.compile(r"\\([nN,;\\])")


def write_invitation(text: str) -> str:
    """Return the lines of a calendar's events: their titles, times, places and descriptions."""
    lines: list[str] = []
    event: dict[str, str] = {}
    alarm = False
    for line in _FOLD.sub("", text).splitlines():
        key, _, value = line.partition(":")
        name = key.partition(";")[0].strip().upper()
        alarm = (alarm or value.upper() == "VALARM") and line.upper() != "END:VALARM"
        if name == "BEGIN" and value.upper() in ("VEVENT", "VTODO", "VJOURNAL"):
            event = {}
        elif name == "END" and value.upper() in ("VEVENT", "VTODO", "VJOURNAL"):
            lines += _write_event(event)
        elif not alarm:
            event.setdefault(name, _unescape(value))
    return "\n\n".join(lines)


def _write_event(event: dict[str, str]) -> list[str]:
    begin, end = _write_time(event.get("DTSTART", "")), _write_time(_find_last_day(event.get("DTEND", "")))
    if begin and end.startswith(begin[:10]):
        end = end[11:]
    when = f"{begin} – {end}" if begin and end else begin
    parts = [event.get("SUMMARY", ""), when, event.get("LOCATION", ""), event.get("DESCRIPTION", "")]
    return [part.strip() for part in parts if part.strip()]


def _find_last_day(value: str) -> str:
    """Return the end of an event, of one for whole days its last day: RFC 5545 gives the day after it."""
    if len(value) != len("20260312"):
        return value
    try:
        return f"{datetime.strptime(value, '%Y%m%d') - timedelta(days=1):%Y%m%d}"  # noqa: DTZ007 - a day has no zone
    except (ValueError, OverflowError):
        return value


def _unescape(value: str) -> str:
    return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], value)


def _write_time(value: str) -> str:
    """Return "20260312T090000Z" as "2026-03-12 09:00 UTC"; what is no time as it is."""
    found = _TIME.match(value)
    if not found:
        return value
    try:
        datetime(int(found[1]), int(found[2]), int(found[3]))  # noqa: DTZ001 - only asked whether there is such a day
    except ValueError:
        return value
    day = f"{found[1]}-{found[2]}-{found[3]}"
    return f"{day} {found[4]}:{found[5]}{' UTC' if found[6] else ''}" if found[4] else day
