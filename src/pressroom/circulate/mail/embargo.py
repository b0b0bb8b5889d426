"""The time in the words of an embargo: "Embargoed until 6 a.m. on 5 May 2026"."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo

from pressroom.readers.common.head.dates import DATE, parse_date

_CLOCK = re.compile(
    r"\b(?P<hour>\d{1,2})(?!\d)(?:[:.h](?P<minute>\d{2}))?\s*"
    r"(?:(?P<half>[ap]\.?\s?m\b\.?)|(?P<clock>(?:uhr|hrs?|hours|heures|horas|h)\b))?"
    r"|\b(?P<military>(?:[01]\d|2[0-3])[0-5]\d)\b(?:\s*(?:hrs?|hours|h|uhr)\b)?",
    re.IGNORECASE,
)
# of a time that is no certain one: the midnight before or after that day, the morning or the evening
_UNCERTAIN = re.compile(
    r"\b(?:midnight|mitternacht|minuit|medianoche|o['’]clock|(?:e|c|m|p)t|ist)\b|\d", re.IGNORECASE
)
# words beside a day that are not read here may say the hour: then the time is no certain one
_HOUR_WORD = re.compile(
    r"[^\W\d_A-Za-z\u00c0-\u024f]|\b(?:alle|ore|mattino|às|manhã|om|uur|ochtend|godz\w*|rano)\b",
    re.IGNORECASE,
)
_EMBARGO_WORDS = re.compile(
    r"(?:محظور|حظر|يحظر|ممنوع|يمنع) النشر|لا ينشر|(?:حتى|قبل|يوم)\b"
    r"|(?:תחת )?אמברגו|(?:אסור|לא) לפרסום|(?:עד|לפני)\b"
    r"|ембарго|не (?:публікувати|оприлюднювати)|\bдо\b"
    r"|之?前|不得|请勿|請勿|(?:严|嚴)?禁止?|(?:对|對)外|发布|發布|发表|發表|公开|公開|报道|報導"
    r"|解禁|日時|時間|时间|エンバーゴ|まで|以前の|報道|公表|厳禁|は|엠바고|보도|시점|일시|제한|이후|부터|까지"
)
_WORDS = {"noon": 12, "midday": 12, "mittag": 12, "midi": 12, "mediodía": 12}
# hours ahead of UTC of the zones that press offices write
_ZONES = {
    name: hours
    for hours, names in {
        0: "utc gmt",
        1: "bst cet mez wat",
        2: "cest mesz eet cat sast",
        3: "eest msk eat",
        8: "hkt sgt",
        9: "jst kst",
        10: "aest",
        11: "aedt",
        -4: "edt",
        -5: "est cdt",
        -6: "cst",
        -7: "pdt",
        -8: "pst",
    }.items()
    for name in names.split()
}
_ZONE = re.compile(
    rf"\b({'|'.join(_ZONES)})\b(?:\s?(?P<sign>[+−-])(?P<hours>\d{{1,2}})(?::?(?P<minutes>\d{{2}}))?)?",
    re.IGNORECASE,
)


def parse_embargo(text: str, local: tzinfo | None = None) -> datetime | None:
    """Return when an embargo ends, None where its words give no certain day, several, or no certain time.

    Without a time of day it ends as that day begins. ``local`` is the zone of a text that names none, that of
    the machine for None.
    """
    try:
        found = datetime.fromisoformat(text.strip())
    except ValueError:
        return _parse_words(text, local)
    return found if found.tzinfo else found.replace(tzinfo=local or _find_local_zone(found))


def _parse_words(text: str, local: tzinfo | None) -> datetime | None:
    days = {parse_date(found[0]) for found in DATE.finditer(text)}
    day = days.pop() if len(days) == 1 else ""
    if len(day) < len("2026-05-05"):
        return None
    zone = _ZONE.search(text)
    beside = _ZONE.sub(" ", DATE.sub(" ", text))
    time = _find_time(beside)
    if time is None or (time == (0, 0) and _HOUR_WORD.search(_EMBARGO_WORDS.sub(" ", beside))):
        return None
    try:
        found = datetime.fromisoformat(day).replace(hour=time[0], minute=time[1])
    except ValueError:
        return None
    if zone:
        return found.replace(tzinfo=timezone(_measure_offset(zone)))
    return found.replace(tzinfo=local or _find_local_zone(found))


def _measure_offset(zone: re.Match[str]) -> timedelta:
    """Return how far a zone is ahead of UTC: that of its name, and what is added to it, "UTC+02:00"."""
    offset = timedelta(hours=_ZONES[zone[1].lower()])
    if not zone["sign"]:
        return offset
    more = timedelta(hours=int(zone["hours"]) % 24, minutes=int(zone["minutes"] or 0) % 60)
    return offset + more if zone["sign"] == "+" else offset - more


def _find_time(text: str) -> tuple[int, int] | None:
    """Return hour and minute in the words beside a date: 0, 0 for no time at all, None for no certain one."""
    for found in _CLOCK.finditer(text):
        rest = text[: found.start()] + text[found.end() :]
        if _UNCERTAIN.search(rest):
            return None
        if found["military"]:
            return int(found["military"][:2]), int(found["military"][2:])
        if found["minute"] or found["half"] or found["clock"]:
            hour, minute = int(found["hour"]), int(found["minute"] or 0)
            if found["half"]:
                hour = hour % 12 + (12 if found["half"][0].lower() == "p" else 0)
            return hour, minute
    if _UNCERTAIN.search(text):
        return None
    return next((hour for word, hour in _WORDS.items() if word in text.lower()), 0), 0


def _find_local_zone(moment: datetime) -> tzinfo:
    return moment.astimezone().tzinfo or UTC
