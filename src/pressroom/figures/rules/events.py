"""Dated events: to scale where each date is known, in the text's own order where it gives one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from pressroom.figures.kinds import why_unreadable
from pressroom.figures.plot.positions import parse_period
from pressroom.figures.rules.candidates import Candidates
from pressroom.figures.rules.titles import POINTING
from pressroom.figures.text.dates import find_day
from pressroom.figures.text.wording import describe
from pressroom.model.figure import Datum, Figure, Series
from pressroom.model.numbers import Event, EventSequence
from pressroom.model.span import Span
from pressroom.translations import translate

FEWEST_EVENTS = 3
MOST_WORDS = 160  # letters of an event
DAYS = 365
NEAREST = 1 / 28  # of the whole time, between two dots
_TITLE_WORDS = 15
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_WORDS_BETWEEN = re.compile(r"[^\W\d_]{2}")
_LEAD = re.compile(r"(?:^|\n)([^\n:]+):[\s*•·–-]*\Z")  # a line that leads to a list


def timeline(found: Candidates) -> None:
    """Dated events of one section to scale, only when every date is known to the same precision."""
    drawn = {span for figure in found.drawn for span in figure.sources}
    events = {(event.iso, event.what): event for event in found.numbers.events if event.sentence not in drawn}
    ordered = sorted(events.values(), key=lambda event: event.start)
    for _, group in groupby(ordered, key=lambda event: found.section(event.start)):
        held = [*group]
        spans = tuple(dict.fromkeys(event.sentence for event in held))
        if len(held) < 2:
            continue
        reason = _why_not_to_scale(held) or _why_no_story(held, found.document.text)
        if reason:
            found.refuse("timeline", reason, spans=spans)
        else:
            _timeline(sorted(held, key=lambda event: (event.iso, event.start)), found)


def _why_not_to_scale(events: list[Event]) -> str:
    open_dates = [event.text for event in events if not event.iso]
    if open_dates:
        words = ", ".join(f"“{text}”" for text in open_dates[:4])
        return f"the text gives no year for {words}: a list of dates keeps its words"
    if len(events) < FEWEST_EVENTS:
        return f"fewer than {FEWEST_EVENTS} dated events"
    if len({len(event.iso) for event in events}) > 1:
        return "the dates are not known to the same precision"
    if len({event.what for event in events}) < len(events):
        return "several dates stand in one sentence, which cannot be cut up"
    if len({event.iso for event in events}) < FEWEST_EVENTS:
        return "the events fall on fewer than three dates"
    if any(len(event.what) > MOST_WORDS for event in events):
        return "an event is told in more words than stand beside a date"
    if any(event.what[:1].islower() and event.text in event.what[1:] for event in events):
        return "an event stands in a line that is only the rest of a sentence"
    if any(POINTING.match(event.what) for event in events):
        return "an event is told by a word that points at the sentence ahead of it"
    if any(set(_YEAR.findall(event.what)) - set(_YEAR.findall(event.text)) for event in events):
        return "an event is told with a year that is not its own"
    if any(event.bound for event in events):
        return "one of the dates is a limit (“by”, “until”, “since”), on which nothing need happen"
    return ""


def _why_no_story(events: list[Event], text: str) -> str:
    """Return why dates of a section are no course of events, in the order of the text."""
    if any(event.what.strip(" .") == event.text.strip(" .") for event in events):
        return "a date stands without what happened"
    spans = (event.sentence for event in events)
    if any(_WORDS_BETWEEN.search(text[one.end : other.start]) for one, other in pairwise(spans)):
        return "the sentences with the dates do not follow one another: they need not be one course of events"
    return ""


def _timeline(events: list[Event], found: Candidates) -> None:
    placed = [(event, parse_period(event.iso)) for event in events]
    data = tuple(Datum(at[0], None, at[1], " ".join(event.what.split())) for event, at in placed if at)
    spans = tuple(dict.fromkeys(event.sentence for event in events))
    _add(found, "timeline", [event.text for event, at in placed if at], data, spans)


def sequence(found: Candidates) -> None:
    """Events in the order of the text, at equal steps: no distance in time is drawn."""
    drawn = {span for figure in found.drawn for span in figure.sources}
    for one in found.numbers.sequences:
        spans = tuple(dict.fromkeys(event.sentence for event in one.events))
        if drawn.intersection(spans):
            found.refuse("sequence", "its sentence is drawn already", spans=spans)
            continue
        data = tuple(
            Datum(float(at), None, None, " ".join(event.what.split()))
            for at, event in enumerate(one.events, 1)
        )
        steps = [translate("equal_steps", found.lang)]
        days = [find_day(event.text, found.lang) for event in one.events]
        if all(days):
            _timeline_of_days(one.events, [day for day in days if day], found)
            continue
        unplaced = [date for date in one.unplaced if not _is_shown(date, one)]
        if unplaced:
            dates = ", ".join(f"“{date}”" for date in unplaced)
            steps.append(translate("unplaced", found.lang, dates=dates))
        _add(found, "sequence", [event.text for event in one.events], data, spans, "; ".join(steps))


def _timeline_of_days(events: Sequence[Event], days: Sequence[int], found: Candidates) -> None:
    """Draw events to scale whose days are known and whose year is left out: the text's order is that of one
    year.
    """
    spans = tuple(dict.fromkeys(event.sentence for event in events))
    if any(one >= other for one, other in pairwise(days)):
        found.refuse("sequence", "their days are known, and are not in the order of one year", spans=spans)
        return
    data = tuple(
        Datum(day / DAYS, None, None, " ".join(event.what.split()))
        for day, event in zip(days, events, strict=True)
    )
    _add(found, "timeline", [event.text for event in events], data, spans)


def _is_shown(date: str, sequence: EventSequence) -> bool:
    """Tell whether a date is part of one that stands on the line: "August" beside "15 August"."""
    return any(date.lower() in event.text.lower() for event in sequence.events)


def _add(
    found: Candidates,
    kind: str,
    dates: list[str],
    data: tuple[Datum, ...],
    spans: tuple[Span, ...],
    subtitle: str = "",
) -> None:
    figure = Figure(
        id="",
        kind=kind,
        title=_title(spans[0], found),
        alt="",
        categories=tuple(dates),
        series=(Series("", data),),
        sources=spans,
        subtitle=subtitle,
        section=found.section(spans[0].start),
    )
    reason = why_unreadable(figure) or (_why_crowded(data) if kind == "timeline" else "")
    if reason:
        found.refuse(kind, reason, spans=spans)
    else:
        found.drawn.append(replace(figure, alt=describe(figure, found.lang)))


def _why_crowded(data: Sequence[Datum]) -> str:
    places = sorted({datum.value or 0.0 for datum in data})  # those of one day share a dot
    apart = min(other - one for one, other in pairwise(places)) / (places[-1] - places[0])
    return "two of the dates are so near each other that their dots would overlap" if apart < NEAREST else ""


def _title(first: Span, found: Candidates) -> str:
    """Return the words that lead to the events, "Timetable:", or the heading above them, where these are
    short, else words for what is shown.
    """
    section = found.section(first.start)
    heading = next((one.heading.text for one in found.document.walk() if one.id == section), "")
    ahead = _LEAD.search(found.document.text, 0, first.start)
    for words in (ahead[1] if ahead else "", heading):
        tidy = " ".join(words.split())
        if 1 <= len(tidy.split()) <= _TITLE_WORDS:
            return tidy
    return translate("events", found.lang)
