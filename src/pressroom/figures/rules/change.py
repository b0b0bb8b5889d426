"""Earlier and later value of one measure, as bars from zero."""

from __future__ import annotations

import re

from pressroom.figures.rules.candidates import Candidates
from pressroom.figures.rules.common import find_compared, make_subtitle
from pressroom.figures.rules.titles import find_title, name_of, title_change
from pressroom.figures.text.times import find_time
from pressroom.model.figure import Datum, Series
from pressroom.model.quantity import Comparison, Interval, Kind, Qualifier, Quantity, Role
from pressroom.translations import translate

LONGEST_TIME = 60  # characters from a value to the end of its time
LONGEST_REST = 3  # words behind a date that belong to it
LONGEST_NAME = 8  # words that name the other value
NEXT_WORD = 3  # characters between a value and the date behind it
LONGEST_PREPOSITION, LONGEST_IN_BRACKET = 4, 30  # characters
SMALLEST = 1 / 200  # of the longer bar: a shorter one cannot be seen
_BEHIND = re.compile(r"[^,;:.!?()–—]*")
_PREPOSITION = re.compile(r"\s*\(?\s*(?:(?:in|im|en|au|à|of|for)\s+)?")
_TO = re.compile(r"\s+(?:to|at|was|were|auf|bei|à|a|era|fue)\s+", re.IGNORECASE)
_IN_BRACKET = re.compile(r"\((?P<name>[^():\n]{2,24}):\s*$")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_WHOSE = re.compile(r"\b(?:from|against|with|than)\s+(?P<name>(?:last\s)?\w+)[’']s\s+$")
_DIGITS = re.compile(r"\d+")
# "the same month" of which year?
_SAME = re.compile(r"\b(?:same|over|gleich\w*|même|mismo)\b", re.IGNORECASE)
_SAME_OF_WHEN = re.compile(
    r"\b(?:year|19\d\d|20\d\d|last|ago|earlier|before|ended|ending|Jahr\w*|Vorjahr\w*|année|año|anterior)\b"
)
_PREPOSITION_AHEAD = re.compile(
    r"\b(?:in|on|for|of|at|since|by|from|ended|ending|im|am|vom|seit|en|de|du|au|depuis|desde)\s+$",
    re.IGNORECASE,
)
_PACE = re.compile(
    r"year[- ](?:on|over)[- ]year|month[- ](?:on|over)[- ]month|annually|yearly", re.IGNORECASE
)
_RATE = re.compile(r"\brate\b", re.IGNORECASE)
_FEW_WORDS = re.compile(r"(?:\s+[^\W\d_]+){1,4}\s+")
_AHEAD = re.compile(r"[^\W\d_]+")


def change(found: Candidates) -> None:
    """Before and after of one measure, or two values that the text compares."""
    for quantity, before in find_compared(found, ("from", "was")):
        reason = _object(quantity, before)
        if reason:
            found.refuse("change", reason, [quantity])
            continue
        when = _find_time(quantity, before, found)
        names = _names(quantity, before, when, found)
        if names is None:
            found.refuse("change", "the text does not say short what the other value is of", [quantity])
            continue
        other = found.compared(quantity)
        earlier = found.datum(other) if other else Datum(before.value, None, None, before.text)
        title, counted = find_title(found, [quantity], related=True), ""
        if not title:
            title, counted = title_change(found, quantity)
        told = "" if when else _time_behind(quantity, before, f"{title} {counted}", found)
        if told is None:
            found.refuse("change", "it has no room for the words that say when", [quantity])
            continue
        if told and before.start > quantity.start and names[0] == translate("earlier", found.lang):
            names, told = (told, names[1]), ""
        names, data = _in_order(names, (earlier, Datum(*_value(quantity), found.level(quantity))))
        if any(data == figure.series[0].data for figure in found.drawn):
            found.refuse("change", "the same two values have a picture already", [quantity])
            continue
        found.draw(
            "change" if _is_in_time(quantity, before, when, found) else "bar",
            title,
            names,
            (Series("", data),),
            (quantity,),
            subtitle=make_subtitle(quantity, f"{title} {' '.join(names)}", counted, told),
        )


def _is_in_time(quantity: Quantity, before: Comparison, when: str, found: Candidates) -> bool:
    """Tell whether one value came before the other, and does not stand beside it as that of another group."""
    year = _YEAR.search(_words_behind(before, found)) is not None  # "in a similar period of 2024"
    return before.in_time or bool(when) or year or _parallel(quantity, before, found) is not None


def _in_order(
    names: tuple[str, str], data: tuple[Datum, Datum]
) -> tuple[tuple[str, str], tuple[Datum, Datum]]:
    """Return two values by their years, the earlier first: "10,882 in 2008, compared to 4,024 in 2017"."""
    years = [_YEAR.findall(name) for name in names]
    if all(len(found) == 1 for found in years) and years[0] > years[1]:
        return names[::-1], data[::-1]
    return names, data


def _object(quantity: Quantity, before: Comparison) -> str:
    if isinstance(quantity.value, Interval):
        return "a range has no one length"
    rise = quantity.qualifier in (Qualifier.UP, Qualifier.DOWN) or quantity.role is Role.CHANGE
    if rise and quantity.kind is Kind.PERCENT:
        return "a rise in per cent is not the level that it led to"
    ends = sorted((quantity.ends[0], before.value))
    if ends[0] < 0:
        return "a value below zero has no length from zero"
    if ends[0] < ends[1] * SMALLEST:
        return "one value is so much smaller that its bar could not be seen"
    return ""


def _value(quantity: Quantity) -> tuple[float, Qualifier | None, None]:
    moved = quantity.qualifier in (Qualifier.UP, Qualifier.DOWN)
    return quantity.ends[0], None if moved else quantity.qualifier, None


def _find_time(quantity: Quantity, before: Comparison, found: Candidates) -> str:
    """Return when the text says that the other value was, "" where it does not."""
    other = found.compared(quantity)
    period = other.period if other and other.period != quantity.period else ""
    if period and not _PACE.fullmatch(period):
        return period
    return _date_behind(before.end, found) or _name_ahead(before, found)


def _names(quantity: Quantity, before: Comparison, when: str, found: Candidates) -> tuple[str, str] | None:
    """Return what the earlier and the later value are called in the text, None where it does not say."""
    now = quantity.period or _date_behind(quantity.end, found) or _date_ahead(quantity, before, found)
    now = now or _date_of_thing(quantity, found)
    if when and when != now:
        return _name_times(when, now, before, found)
    parallel = _parallel(quantity, before, found)
    if parallel:
        return parallel
    if before.in_time:
        return translate("earlier", found.lang), translate("later", found.lang)
    name, behind = name_of(found.key_number(quantity)), "" if when else _words_behind(before, found)
    if behind and name and quantity.kind is not Kind.NUMBER:
        return behind, name
    return None


def _name_times(when: str, now: str, before: Comparison, found: Candidates) -> tuple[str, str] | None:
    """Return the times of two values in full, None where the earlier is cut, "in October | /December", or is
    "the same month" and nothing says of which year.
    """
    behind = found.document.text[before.end : before.end + LONGEST_TIME].lower()
    if f"{when.lower()}/" in behind:
        return None
    told = _words_behind(before, found)
    if _SAME.search(when):
        when = told
        if not _SAME_OF_WHEN.search(when):
            return None
    elif told.lower().startswith(f"{when.lower()} ") and _names_date(told[len(when) :]):
        when = told  # "in February last year"
    if _RATE.search(now):
        now = ""
    return when, now or translate("later", found.lang)


def _names_date(words: str) -> bool:
    """Tell whether words behind a date belong to it: "in February | last year"."""
    short = len(words.split()) <= LONGEST_REST and not _DIGITS.search(words)
    return short and _SAME_OF_WHEN.search(words) is not None


def _parallel(quantity: Quantity, before: Comparison, found: Candidates) -> tuple[str, str] | None:
    """Return the like words that tell two values apart: "in week 19" and "In week 20"; None for none."""
    behind = _BEHIND.match(found.document.text, before.end)
    words = behind[0].split() if behind else []
    counted = {*quantity.unit_text.lower().split(), *quantity.subject.lower().split()}
    while words and words[0].lower() in counted:
        words = words[1:]
    name = " ".join(words)
    if not 2 <= len(words) <= LONGEST_NAME or len(_DIGITS.findall(name)) != 1:
        return None
    like = _DIGITS.sub(r"\\d+", re.escape(name).replace("\\ ", r"\s+"))
    sentence = quantity.sentence_text
    others = {one[0] for one in re.finditer(rf"\b{like}\b", sentence, re.IGNORECASE)}
    others = {one for one in others if " ".join(one.lower().split()) != name.lower()}
    return (name, others.pop()) if len(others) == 1 else None


def _time_behind(quantity: Quantity, before: Comparison, title: str, found: Candidates) -> str | None:
    """Return the words behind both values that say when, "from Friday into Saturday", "" where there are none
    or a title has them, None where they are long.
    """
    told = find_time(found.document.text, max(quantity.end, before.end))
    if told.lower() in title.lower():
        return ""
    return told if len(told.split()) <= LONGEST_NAME else None


def _date_behind(end: int, found: Candidates) -> str:
    """Return the date right behind a value, "" where there is none: "310 in 2020"."""
    behind = [
        event
        for event in found.numbers.events
        if 0 <= event.start - end <= NEXT_WORD + LONGEST_PREPOSITION
        and _PREPOSITION.fullmatch(found.document.text, end, event.start)
        and not event.bound
    ]
    return behind[0].text if behind else ""


def _date_ahead(quantity: Quantity, before: Comparison, found: Candidates) -> str:
    """Return the date that opens the sentence of a value, or stands close ahead of it: "rose in 2013 to 40";
    "" where none does.
    """
    text, begin = found.document.text, quantity.sentence.start
    stop = before.start if begin <= before.start < quantity.start else quantity.start
    ahead = [event for event in found.numbers.events if begin <= event.start and event.end <= stop]
    near = [event for event in ahead if _TO.fullmatch(text, event.end, quantity.start)]
    opening = [event for event in ahead if event.start == begin]
    return next((event.text for event in (*near, *opening) if not event.bound), "")


def _date_of_thing(quantity: Quantity, found: Candidates) -> str:
    """Return the date in the words right ahead of a value, "" for none: "May unemployment totalled 1.91
    million".
    """
    text, begin = found.document.text, quantity.sentence.start
    ahead = [
        event
        for event in found.numbers.events
        if begin <= event.start and event.end <= quantity.start and not event.bound
    ]
    if len(ahead) != 1:
        return ""
    before, between = text[begin : ahead[0].start], text[ahead[0].end : quantity.start]
    # "a cut in March has dropped to"
    of_another = _PREPOSITION_AHEAD.search(before) and before.count(" ") > 1
    return ahead[0].text if _FEW_WORDS.fullmatch(between) and not of_another else ""


def _name_ahead(before: Comparison, found: Candidates) -> str:
    """Return what stands right ahead of the other value and names it, "" for nothing: "40 wards (2021: 38)",
    "from last year’s 38".
    """
    place = found.document.text, max(before.start - LONGEST_IN_BRACKET, 0), before.start
    named = _IN_BRACKET.search(*place) or _WHOSE.search(*place)
    return named["name"] if named else ""


def _words_behind(before: Comparison, found: Candidates) -> str:
    """Return the words behind the other value, up to the end of their clause: "in the country as a whole"."""
    words = " ".join(_BEHIND.match(found.document.text, before.end)[0].split())  # type: ignore[index]  # it matches nothing at least
    return words if _AHEAD.match(words) and len(words.split()) <= LONGEST_NAME else ""
