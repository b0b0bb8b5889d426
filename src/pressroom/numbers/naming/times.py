"""Times of day: "5 p.m.", "leaves at 8.17", "halb drei", "de 10h à 18h", "a las diez de la mañana"."""

from __future__ import annotations

from pressroom.numbers.languages.form import words
from pressroom.numbers.naming.look import WEEKDAYS, Look, Naming
from pressroom.numbers.parsing.tokens import Sort

LAST_TIME, LAST_HOUR, LAST_MINUTE = 2400, 23, 59
_HAPPENING = words(
    "leaves leave left departs depart arrives arrive arrived starts start started begins begin began opens open opened closes close closed "
    "meets met ends end ended train bus flight doors due scheduled runs lands landed"
)


def time_of_day(look: Look) -> Naming | None:
    """A number that a clock shows."""
    last = _end_of_clock(look)
    if last:
        return Naming(look.first, last, "time of day")
    if look.english:
        told = _is_hour_and_minute(look)
    elif look.lang.startswith("de"):
        return (
            Naming(look.first - 1, look.last, "time of day") if look.ahead() == "halb" and look.bare else None
        )
    elif look.measure.unit == "hour":
        told = _is_hour(look)
    else:
        told = _is_of_a_day(look)
    return Naming(look.first, look.last, "time of day") if told else None


def _end_of_clock(look: Look) -> int:
    """Return the place behind the word or letters of a clock that stand behind a number, 0 where none do."""
    behind = look.behind()
    if look.digits and look.measure.value <= LAST_TIME:
        if behind in ("a", "p") and look.behind(1) == "." and look.behind(2) == "m":
            return look.last + 3
        if behind in look.table.clock and (behind != "h" or not look.measure.unit):
            return look.last + 1
    if behind in ("o'clock", "uhr"):
        return look.lexemes.over_hyphen(look.last) + 1
    return 0


def _is_hour_and_minute(look: Look) -> bool:
    """Tell "leaves at 8.17" and "At 10.30 the bell rang" from "stood at 8.17"."""
    hour, point, minute = look.digits.partition(".")
    if look.ahead() != "at" or not look.bare or not point or not hour.isdigit():
        return False
    if len(minute) != len("00") or int(minute) > LAST_MINUTE or int(hour) > LAST_HOUR:
        return False
    near = {look.ahead(back) for back in range(2, 7)}
    return look.first == 1 or not near.isdisjoint(_HAPPENING)


def _is_hour(look: Look) -> bool:
    """Tell "à 14 heures", "jeudi 6 heures" and "de 10h à 18h" from "quatre à six heures" and "après deux heures"."""
    ahead = look.ahead()
    if ahead in WEEKDAYS:
        return True
    if ahead in ("de", "entre") and look.lexemes.glued(look.last - 1):
        return look.behind() in ("à", "et") and look.lexemes.sort(look.last + 1) is Sort.NUMERAL
    if ahead not in look.table.hours or (ahead in ("après", "avant") and not look.digits):
        return False
    before = look.first - 2
    return look.lexemes.sort(before) is not Sort.NUMERAL and look.lexemes.low(before) not in look.table.small


def _is_of_a_day(look: Look) -> bool:
    """Tell "las diez de la mañana" and "las dos y media" from "las diez de la lista"."""
    if look.ahead() not in look.table.hours or look.behind() not in ("de", "y"):
        return False
    return not look.table.day_parts.isdisjoint((look.behind(1), look.behind(2)))
