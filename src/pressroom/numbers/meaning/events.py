"""Dated events in the text's words, with the precision that the text gives and nothing filled in from a
clock.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from pressroom.model.inline import PlainText
from pressroom.model.numbers import Event
from pressroom.model.span import Span
from pressroom.numbers.languages import all_languages, language
from pressroom.numbers.parsing.patterns import any_of, capitalized
from pressroom.numbers.parsing.sentences import split_sentences


@cache
def _pattern(lang: str) -> re.Pattern[str]:
    dates, known = language(lang).dates, all_languages().dates
    endings = any_of(language("en").dates.ordinal_endings)
    capitals = capitalized(dates.capital_only_months) - dates.capital_only_months
    small = any_of(dates.months.keys() - dates.capital_only_months)
    month = rf"(?P<month>{'|'.join([f'(?i:{small})', *sorted(capitals)])})\b\.?"
    day = rf"(?:(?P<day>\d{{1,2}})(?:{endings}|\.)?\s(?:{any_of(known.day_of)}\s)?)?"
    day_behind = rf"(?:\s(?P<day2>\d{{1,2}}){endings}?(?!\d|[.,]\d))?"
    year = rf"(?:,?\s(?:{any_of(known.month_of)}\s)?(?P<year>\d{{4}}))?"
    return re.compile(
        r"\b(?P<iso>\d{4}-\d{2}-\d{2})\b"
        rf"|\b{day}(?:{any_of(known.parts_of_month)}[ -])?{month}{day_behind}{year}\b"
        rf"|\b(?i:{any_of(known.event_years)})\s(?P<only>(?:19|20)\d\d)\b(?![,./–-]?\d)"
    )


def find_events(
    words: PlainText, lang: str, reference_date: str, span: Callable[[int, int], Span]
) -> list[Event]:
    """Return the dated events of a passage, offsets into the source.

    A month without a year gets one only from ``reference_date``: the latest such month that is not after it.
    When a mail was sent is no event of its text.
    """
    text = words.value
    places = split_sentences(text, lang)
    found = []
    begin, end, what = 0, 0, ""
    for match in _pattern(lang).finditer(text):
        if match.start() >= end:  # the words of a sentence with thousands of dates are held once
            begin, end = places.round(match.start())
            what = text[begin:end].strip()
        own, sentence = words.source_range(*match.span()), words.source_range(begin, end)
        if own and sentence and not _SENT.fullmatch(text, begin, match.start()):
            iso = _iso(match, lang, reference_date)
            found.append(Event(match.group(), *own, iso, what, span(*sentence), _is_bound(text, match)))
    return found


LONGEST_LIMIT = 40  # characters in which the word ahead of a date that tells a limit stands, spaces included
_DATES = all_languages().dates
# a line of a mail's head: "Sent: Monday, 4 May 2026"
_SENT = re.compile(rf"\s*{any_of(_DATES.sent)}:(?:\s*{any_of(_DATES.weekdays)},?)?\s*", re.IGNORECASE)


def _is_bound(text: str, match: re.Match[str]) -> bool:
    """Tell whether a date is only a limit: "by 30 June", "until 2060"."""
    first = match.group().split()[0].lower()
    ahead = text[max(0, match.start() - LONGEST_LIMIT) : match.start()].split()[-1:]
    return bool({first, *(word.lower() for word in ahead)} & _DATES.limits)


def _iso(match: re.Match[str], lang: str, reference_date: str) -> str:
    if match["iso"]:
        return match["iso"]
    if match["only"]:
        return match["only"]
    month = language(lang).dates.months[match["month"].lower()]
    day = match["day"] or match["day2"]
    year = match["year"] or _year_of(month, reference_date)
    if not year:
        return ""
    return f"{year}-{month:02d}-{int(day):02d}" if day else f"{year}-{month:02d}"


def _year_of(month: int, reference_date: str) -> str:
    parts = reference_date.split("-")
    if len(parts) < 2:
        return ""
    year = int(parts[0])
    return str(year if month <= int(parts[1]) else year - 1)
