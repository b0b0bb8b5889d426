"""Dated events in the text's words, with the precision that the text gives and nothing filled in from a clock."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from pressroom.model.inline import PlainText
from pressroom.model.numbers import Event
from pressroom.model.span import Span
from pressroom.numbers.languages import language
from pressroom.numbers.parsing.sentences import split_sentences


@cache
def _pattern(lang: str) -> re.Pattern[str]:
    months = "|".join(
        sorted((re.escape(name) for name in language(lang).dates.months), key=len, reverse=True)
    )
    month = rf"(?P<month>(?!may\b)(?i:{months})|May)\b\.?"
    return re.compile(
        r"\b(?P<iso>\d{4}-\d{2}-\d{2})\b"
        rf"|\b(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th|\.)?\s(?:de\s)?)?(?:(?:early|mid|late)[ -])?{month}"
        rf"(?:\s(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|[.,]\d))?(?:,?\s(?:de\s|del\s)?(?P<year>\d{{4}}))?\b"
        r"|\b(?:in|since|by|until|from|seit|en|depuis|desde)\s(?P<only>(?:19|20)\d\d)\b(?![,./–-]?\d)"
    )


def find_events(
    words: PlainText, lang: str, reference_date: str, span: Callable[[int, int], Span]
) -> list[Event]:
    """Return the dated events of a passage, offsets into the source.

    A month without a year gets one only from ``reference_date``: the latest such month that is not after it.
    """
    text = words.value
    places = split_sentences(text, lang)
    found = []
    for match in _pattern(lang).finditer(text):
        own = words.source_range(*match.span())
        begin, end = places.round(match.start())
        sentence = words.source_range(begin, end)
        if own and sentence:
            iso = _iso(match, lang, reference_date)
            what = text[begin:end].strip()
            found.append(Event(match.group(), *own, iso, what, span(*sentence)))
    return found


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
