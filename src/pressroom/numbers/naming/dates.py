"""Numbers of dates, years, decades and ordinals."""

from __future__ import annotations

from pressroom.numbers.languages import all_languages
from pressroom.numbers.naming.occurrence import Naming, Occurrence, joints
from pressroom.numbers.parsing.plurals import is_plural
from pressroom.numbers.parsing.tokens import TokenType

_DATES, _NOUNS = all_languages().dates, all_languages().nouns
_AHEAD_OF_MONTH = _DATES.of_month | set(".'’")
_BEHIND_MONTH = _DATES.after_month | set(".,")
_DECADES = range(10, 100, 10)
_MOST_DAYS = 31
SHORT_YEAR = 2  # digits


def match_decade(occurrence: Occurrence) -> Naming | None:
    """Decades: the 1990s, the mid-70s, los años ochenta, die 80er Jahre; and other plurals of numbers,
    "737s".
    """
    ten = occurrence.bare and occurrence.measure.value in _DECADES
    if ten and occurrence.ahead() in _DATES.decades_ahead:
        return Naming(occurrence.first, occurrence.last, "decade")
    if occurrence.digits[-1:] == "0" and occurrence.behind_phrase() in _DATES.decades_behind:
        return Naming(occurrence.first, occurrence.last + 2, "decade")
    at = occurrence.measure.numeral.last
    plural = occurrence.tokens.low(at)
    if plural in ("'", "’"):
        at, plural = at + 1, occurrence.tokens.low(at + 1)
    if (
        plural not in occurrence.table.dates.decade_endings
        or not occurrence.tokens.glued(at)
        or not occurrence.whole
    ):
        return None
    if len(occurrence.digits) in (2, 4) and occurrence.digits.endswith("0"):
        return Naming(occurrence.first, at + 1, "decade")
    several = plural.isalpha() and len(occurrence.digits) > 1 and not occurrence.measure.unit
    return Naming(occurrence.first, at + 1, "part of a name") if several else None


def match_part_of_period(occurrence: Occurrence) -> Naming | None:
    """The second half of the year, the first quarter: a part that is told by its place is no share."""
    ahead = occurrence.ahead()
    ranked = ahead in occurrence.table.dates.ordinals or ahead in occurrence.table.dates.parted
    part = occurrence.tokens.low(occurrence.first) in occurrence.table.numerals.half
    return Naming(occurrence.first, occurrence.last, "part of a period") if ranked and part else None


def match_ordinal(occurrence: Occurrence) -> Naming | None:
    """21st, 3ème, twenty-third, die 23. Woche."""
    at = occurrence.last
    point = (
        occurrence.tokens.low(at) == "."
        and occurrence.tokens.glued(at)
        and occurrence.tokens.low(at + 1) != ""
    )
    if point and occurrence.table.dates.ordinal_point and occurrence.whole and len(occurrence.digits) <= 3:
        return Naming(occurrence.first, at + 1, "ordinal")
    if occurrence.behind(1) in ("ª", "º") and occurrence.behind() == ".":
        return Naming(occurrence.first, at + 2, "ordinal")
    suffixes = (occurrence.table.dates if occurrence.english else _DATES).ordinal_endings
    apart = occurrence.tokens.low(at) in occurrence.table.dates.ordinal_endings_apart  # "the 14 th session"
    if (
        occurrence.digits
        and (occurrence.tokens.glued(at) or apart)
        and occurrence.tokens.low(at) in suffixes
        and not occurrence.measure.unit
    ):
        return Naming(occurrence.first, at + 1, "ordinal")
    joined = occurrence.tokens.skip_hyphen(at)
    word = occurrence.tokens.low(joined)
    if not occurrence.english or occurrence.digits or not occurrence.bare or joined == at:
        return None
    ranked = word in occurrence.table.dates.ordinals
    return Naming(occurrence.first, joined + 1, "ordinal") if ranked else None


def match_date(occurrence: Occurrence) -> Naming | None:
    """A day by its month, on either side, or a year behind a month."""
    if occurrence.table.dates.ordinal_point and "." in occurrence.digits:
        return _day_and_month(occurrence)
    if not occurrence.whole or occurrence.measure.unit or len(occurrence.digits) > 4:
        return None
    if len(occurrence.digits) > 2:
        month = _month_ahead(occurrence)
        return (
            Naming(month, occurrence.last, "date")
            if month is not None and len(occurrence.digits) == 4
            else None
        )
    return _day_ahead_of_month(occurrence) or _day_behind_month(occurrence) or _day_of_week(occurrence)


def _day_and_month(occurrence: Occurrence) -> Naming | None:
    """30.09., with the point behind that tells a German date from a decimal."""
    day, _, month = occurrence.digits.partition(".")
    point = occurrence.behind() == "." and occurrence.tokens.glued(occurrence.last)
    fits = day.isdigit() and month.isdigit() and int(day) <= _MOST_DAYS and int(month) <= 12
    return (
        Naming(occurrence.first, occurrence.last + 1, "date") if point and fits and occurrence.bare else None
    )


def _day_ahead_of_month(occurrence: Occurrence) -> Naming | None:
    """14 May, the 5 of May, 14-18 May, 14 and 15 May."""
    at = occurrence.last
    while at - occurrence.last < 2 and occurrence.tokens.low(at) in _AHEAD_OF_MONTH:
        at += 1
    if is_month(occurrence, at):
        return Naming(occurrence.first, at + 1, "date")
    other = occurrence.last + 1
    joint = occurrence.behind() in joints(occurrence.lang)
    if (
        not joint
        or occurrence.tokens.type(other) is not TokenType.NUMERAL
        or len(occurrence.tokens.low(other)) > 2
    ):
        return None
    month = other + 1 if occurrence.tokens.low(other + 1) not in _DATES.of_month | {"."} else other + 2
    return Naming(occurrence.first, month + 1, "date") if is_month(occurrence, month) else None


def _month_ahead(occurrence: Occurrence) -> int | None:
    at = occurrence.first - 1
    while occurrence.first - at < 3 and occurrence.tokens.low(at) in _BEHIND_MONTH:
        at -= 1
    return at if is_month(occurrence, at) else None


def _day_behind_month(occurrence: Occurrence) -> Naming | None:
    """May 3, and the second of "May 3-5"; but "in May 30 people came"."""
    month = _month_ahead(occurrence)
    if month is not None and occurrence.ahead() != ",":
        counted = occurrence.tokens.low(month - 1) in _DATES.in_month and occurrence.counts()
        if not counted and 1 <= int(occurrence.digits) <= _MOST_DAYS:
            return Naming(month, occurrence.last, "date")
    day = occurrence.first - 2
    joint = occurrence.ahead() in joints(occurrence.lang)
    if joint and occurrence.tokens.type(day) is TokenType.NUMERAL and len(occurrence.tokens.low(day)) <= 2:
        month = day - 2 if occurrence.tokens.low(day - 1) == "." else day - 1  # "Oct. 24-27"
        return (
            Naming(occurrence.first, occurrence.last, "date")
            if is_month(occurrence, month) and not occurrence.counts()
            else None
        )
    return None


def _day_of_week(occurrence: Occurrence) -> Naming | None:
    named = (
        occurrence.ahead() in _DATES.weekdays
        and int(occurrence.digits) <= _MOST_DAYS
        and not occurrence.counts()
    )
    return Naming(occurrence.first, occurrence.last, "date") if named else None


def is_month(occurrence: Occurrence, at: int) -> bool:
    """Tell whether a month stands at a place."""
    low = occurrence.tokens.low(at).rstrip(".")
    if low not in occurrence.table.dates.months:
        return False
    if not occurrence.table.dates.capital_months or occurrence.tokens.written(at)[:1].isupper():
        return True
    ahead = at - 2 if occurrence.tokens.low(at - 1) == "," else at - 1
    return occurrence.tokens.low(ahead) in occurrence.table.dates.weekdays  # "on Friday, march 13"


def match_year(occurrence: Occurrence) -> Naming | None:
    """A year: four digits without separators, unless a doubt, a unit or a noun makes them a number; or two
    behind an apostrophe, "the class of ’78".
    """
    first = occurrence.first
    short = occurrence.whole and len(occurrence.digits) == SHORT_YEAR
    short = short and (not occurrence.counts() or _stands_behind_name(occurrence))
    if short and occurrence.ahead() in ("'", "’") and occurrence.tokens.glued(first):
        tokens = occurrence.tokens
        quoted = tokens.glued(first - 1) or not {"'", "’"}.isdisjoint(tokens.lows[first : tokens.size])
        return None if quoted else Naming(first, occurrence.measure.numeral.last, "year")
    if (
        not occurrence.whole
        or len(occurrence.digits) != 4
        or not occurrence.bare
        or not 1000 <= int(occurrence.digits) <= 2199
    ):
        return None
    likely = 1700 <= int(occurrence.digits) <= 2100
    if occurrence.qualified and not _is_near_a_year(occurrence, likely=likely):
        return None
    if occurrence.counts():
        if not likely or not _is_of_a_year(occurrence):
            return None
    elif (
        not likely
        and occurrence.ahead() not in occurrence.table.dates.dated
        and occurrence.ahead() not in _OPENING_QUOTES
    ):
        return None
    return Naming(occurrence.first, occurrence.measure.numeral.last, "year")


def _stands_behind_name(occurrence: Occurrence) -> bool:
    """Tell "Ann Lee ’15 named head" from "and ’15 boats": a name stands ahead of the apostrophe."""
    tokens, name = occurrence.tokens, occurrence.first - 2
    return name > 0 and tokens.written(name)[:1].isupper() and tokens.written(name - 1)[:1].isupper()


def _is_near_a_year(occurrence: Occurrence, *, likely: bool) -> bool:
    """Tell "around 1850" and "hasta 2027" from "about 1850 people"."""
    if occurrence.ahead() in _DATES.before_year or (
        occurrence.ahead() in _DATES.beyond_year and likely and not occurrence.counts()
    ):
        return True
    dated = (
        not occurrence.english and occurrence.ahead() in occurrence.table.dates.dated
    ) or occurrence.ahead() in _DATES.near_year
    return dated and likely and not occurrence.counts()


def _is_of_a_year(occurrence: Occurrence) -> bool:
    """Tell whether a plural behind belongs to a year: "the 2024 elections", "in 2019 sales"."""
    places = range(occurrence.last, occurrence.last + 4)
    noun = next((word for word in map(occurrence.tokens.low, places) if is_plural(word)), "")
    ahead = occurrence.ahead()
    return ahead in _DATES.ahead_of_year or ahead.endswith(_NOUNS.possessive) or noun in _DATES.of_years


_OPENING_QUOTES = frozenset("„“«‹‚")  # of a title: „1525 – Freiheit wagen“
