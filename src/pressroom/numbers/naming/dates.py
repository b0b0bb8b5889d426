"""Numbers of dates, years, decades and ordinals."""

from __future__ import annotations

from pressroom.numbers.languages.form import words
from pressroom.numbers.naming.look import ENGLISH_ORDINALS, WEEKDAYS, Look, Naming, joints
from pressroom.numbers.parsing.nouns import is_plural
from pressroom.numbers.parsing.tokens import Sort

_ORDINALS = frozenset({"st", "nd", "rd", "th", "er", "ère", "re", "e", "ème", "º", "ª", "°", "o", "a"})

_MOST_DAYS = 31


def decade(look: Look) -> Naming | None:
    """Decades: the 1990s, the mid-70s, los años ochenta, die 80er Jahre; and other plurals of numbers, "737s"."""
    if look.ahead() in ("años", "années") and look.measure.value in range(10, 100, 10) and look.bare:
        return Naming(look.first, look.last, "decade")
    if look.digits.endswith("0") and look.behind() == "er" and look.behind(1) == "jahre":
        return Naming(look.first, look.last + 2, "decade")
    at = look.measure.numeral.last
    plural = look.lexemes.low(at)
    if plural in ("'", "’"):
        at, plural = at + 1, look.lexemes.low(at + 1)
    if plural not in ("s", "'s") or not look.lexemes.glued(at) or not look.whole or not look.english:
        return None
    if len(look.digits) in (2, 4) and look.digits.endswith("0"):
        return Naming(look.first, at + 1, "decade")
    several = plural == "s" and len(look.digits) > 1 and not look.measure.unit
    return Naming(look.first, at + 1, "part of a name") if several else None


def ordinal(look: Look) -> Naming | None:
    """21st, 3ème, twenty-third, die 23. Woche."""
    at = look.last
    point = look.lexemes.low(at) == "." and look.lexemes.glued(at) and look.lexemes.low(at + 1) != ""
    if point and look.lang.startswith("de") and look.whole and len(look.digits) <= 3:
        return Naming(look.first, at + 1, "ordinal")
    if look.behind(1) in ("ª", "º") and look.behind() == ".":
        return Naming(look.first, at + 2, "ordinal")
    suffixes = ENGLISH_ORDINALS if look.english else _ORDINALS
    if look.digits and look.lexemes.glued(at) and look.lexemes.low(at) in suffixes and not look.measure.unit:
        return Naming(look.first, at + 1, "ordinal")
    joined = look.lexemes.over_hyphen(at)
    word = look.lexemes.low(joined)
    if not look.english or look.digits or not look.bare or joined == at:
        return None
    if word in ("first", "second") or (
        word in look.table.fractions and not word.endswith(("s", "half", "quarter"))
    ):
        return Naming(look.first, joined + 1, "ordinal")
    return None


def date(look: Look) -> Naming | None:
    """A day by its month, on either side, or a year behind a month."""
    if look.lang.startswith("de") and "." in look.digits:
        return _day_and_month(look)
    if not look.whole or look.measure.unit or len(look.digits) > 4:
        return None
    if len(look.digits) > 2:
        month = _month_ahead(look)
        return Naming(month, look.last, "date") if month is not None and len(look.digits) == 4 else None
    return _day_ahead_of_month(look) or _day_behind_month(look) or _day_of_week(look)


def _day_and_month(look: Look) -> Naming | None:
    """30.09., with the point behind that tells a German date from a decimal."""
    day, _, month = look.digits.partition(".")
    point = look.behind() == "." and look.lexemes.glued(look.last)
    fits = day.isdigit() and month.isdigit() and int(day) <= _MOST_DAYS and int(month) <= 12
    return Naming(look.first, look.last + 1, "date") if point and fits and look.bare else None


def _day_ahead_of_month(look: Look) -> Naming | None:
    """14 May, the 5 of May, 14-18 May, 14 and 15 May."""
    at = look.last
    while at - look.last < 2 and look.lexemes.low(at) in (".", "de", "of", "del", "d", "'", "’"):
        at += 1
    if is_month(look, at):
        return Naming(look.first, at + 1, "date")
    other = look.last + 1
    joint = look.behind() in joints(look.lang)
    if not joint or look.lexemes.sort(other) is not Sort.NUMERAL or len(look.lexemes.low(other)) > 2:
        return None
    month = other + 1 if look.lexemes.low(other + 1) not in (".", "de", "of") else other + 2
    return Naming(look.first, month + 1, "date") if is_month(look, month) else None


def _month_ahead(look: Look) -> int | None:
    at = look.first - 1
    while look.first - at < 3 and look.lexemes.low(at) in (".", ",", "de", "del", "the"):
        at -= 1
    return at if is_month(look, at) else None


def _day_behind_month(look: Look) -> Naming | None:
    """May 3, and the second of "May 3-5"; but "in May 30 people came"."""
    month = _month_ahead(look)
    if month is not None and look.ahead() != ",":
        counted = look.lexemes.low(month - 1) in ("in", "during", "since", "en", "im") and look.counts()
        if not counted and 1 <= int(look.digits) <= _MOST_DAYS:
            return Naming(month, look.last, "date")
    day = look.first - 2
    joint = look.ahead() in joints(look.lang)
    if joint and look.lexemes.sort(day) is Sort.NUMERAL and len(look.lexemes.low(day)) <= 2:
        month = day - 2 if look.lexemes.low(day - 1) == "." else day - 1  # "Oct. 24-27"
        return Naming(look.first, look.last, "date") if is_month(look, month) and not look.counts() else None
    return None


def _day_of_week(look: Look) -> Naming | None:
    named = look.ahead() in WEEKDAYS and int(look.digits) <= _MOST_DAYS and not look.counts()
    return Naming(look.first, look.last, "date") if named else None


def is_month(look: Look, at: int) -> bool:
    """Tell whether a month stands at a place."""
    low = look.lexemes.low(at).rstrip(".")
    if low not in look.table.months:
        return False
    return not look.table.capital_months or look.lexemes.written(at)[:1].isupper()


_OF_YEARS = words("elections figures results games sales levels estimates budgets data forecasts accounts finals earnings earnings-report protests riots attacks "
    "floods fires guidelines rules regulations reforms talks olympics playoffs championships awards standings projections statistics plans "
    "polls primaries midterms cuts prices models terms series news sanctions hurricanes wildfires")  # fmt: skip


def year(look: Look) -> Naming | None:
    """A year: four digits without separators, unless a doubt, a unit or a noun makes them a number."""
    if not look.whole or len(look.digits) != 4 or not look.bare or not 1000 <= int(look.digits) <= 2199:
        return None
    likely = 1700 <= int(look.digits) <= 2100
    if look.qualified and not _is_near_a_year(look, likely=likely):
        return None
    if look.counts():
        if not likely or not _is_of_a_year(look):
            return None
    elif not likely and look.ahead() not in look.table.dated and look.ahead() not in _OPENING_QUOTES:
        return None
    return Naming(look.first, look.measure.numeral.last, "year")


def _is_near_a_year(look: Look, *, likely: bool) -> bool:
    """Tell "around 1850" and "hasta 2027" from "about 1850 people"."""
    if look.ahead() == "before" or (look.ahead() == "beyond" and likely and not look.counts()):
        return True
    dated = (not look.english and look.ahead() in look.table.dated) or look.ahead() in (
        "around",
        "about",
        "circa",
    )
    return dated and likely and not look.counts()


def _is_of_a_year(look: Look) -> bool:
    """Tell whether a plural behind belongs to a year: "the 2024 elections", "in 2019 sales"."""
    places = range(look.last, look.last + 4)
    noun = next((word for word in map(look.lexemes.low, places) if is_plural(word)), "")
    ahead = look.ahead()
    return ahead in _SURELY or ahead in _DETERMINERS or ahead.endswith("'s") or noun in _OF_YEARS


_OPENING_QUOTES = frozenset("„“«‹‚")  # of a title: „1525 – Freiheit wagen“
_DETERMINERS = words("the its their his her this our")
_SURELY = words("in since until early late mid during seit jahr jahre en depuis desde im anfang ende")
