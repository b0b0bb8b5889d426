"""Times of day: "5 p.m.", "leaves at 8.17", "halb drei", "de 10h à 18h", "a las diez de la mañana"."""

from __future__ import annotations

from pressroom.numbers.languages import all_languages
from pressroom.numbers.languages.units import HOUR, HOUR_SYMBOL
from pressroom.numbers.naming.occurrence import Naming, Occurrence
from pressroom.numbers.parsing.tokens import TokenType

_DATES = all_languages().dates
LAST_TIME, LAST_HOUR, LAST_MINUTE = 2400, 23, 59


def match_time_of_day(occurrence: Occurrence) -> Naming | None:
    """A number that a clock shows."""
    last = _end_of_clock(occurrence)
    if last:
        return Naming(occurrence.first, last, "time of day")
    if occurrence.english:
        told = _is_hour_and_minute(occurrence)
    elif occurrence.table.dates.half_hour:
        return (
            Naming(occurrence.first - 1, occurrence.last, "time of day")
            if occurrence.ahead() in occurrence.table.dates.half_hour and occurrence.bare
            else None
        )
    elif occurrence.measure.unit == HOUR:
        told = _is_hour(occurrence)
    else:
        told = _is_of_a_day(occurrence)
    return Naming(occurrence.first, occurrence.last, "time of day") if told else None


def _end_of_clock(occurrence: Occurrence) -> int:
    """Return the place behind the word or letters of a clock that stand behind a number, 0 where none do."""
    behind = occurrence.behind()
    if occurrence.digits and occurrence.measure.value <= LAST_TIME:
        if occurrence.behind(1) == "." and f"{behind}.{occurrence.behind(2)}" in _DATES.meridiem:
            return occurrence.last + 3
        if behind in occurrence.table.dates.clock and (behind != HOUR_SYMBOL or not occurrence.measure.unit):
            return occurrence.last + 1
    if behind in _DATES.behind_hour:
        return occurrence.tokens.skip_hyphen(occurrence.last) + 1
    return 0


def _is_hour_and_minute(occurrence: Occurrence) -> bool:
    """Tell "leaves at 8.17" and "At 10.30 the bell rang" from "stood at 8.17"."""
    hour, point, minute = occurrence.digits.partition(".")
    if (
        occurrence.ahead() not in occurrence.table.dates.at_hour
        or not occurrence.bare
        or not point
        or not hour.isdigit()
    ):
        return False
    if len(minute) != len("00") or int(minute) > LAST_MINUTE or int(hour) > LAST_HOUR:
        return False
    near = {occurrence.ahead(back) for back in range(2, 7)}
    return occurrence.first == 1 or not near.isdisjoint(occurrence.table.dates.happening)


def _is_hour(occurrence: Occurrence) -> bool:
    """Tell "à 14 heures", "jeudi 6 heures" and "de 10h à 18h" from "quatre à six heures" and "après deux
    heures".
    """
    ahead = occurrence.ahead()
    if ahead in _DATES.weekdays:
        return True
    if ahead in _DATES.from_hour and occurrence.tokens.glued(occurrence.last - 1):
        return (
            occurrence.behind() in _DATES.to_hour
            and occurrence.tokens.type(occurrence.last + 1) is TokenType.NUMERAL
        )
    if ahead not in occurrence.table.dates.hours or (
        ahead in occurrence.table.dates.hours_in_digits and not occurrence.digits
    ):
        return False
    before = occurrence.first - 2
    return (
        occurrence.tokens.type(before) is not TokenType.NUMERAL
        and occurrence.tokens.low(before) not in occurrence.table.numerals.small
    )


def _is_of_a_day(occurrence: Occurrence) -> bool:
    """Tell "las diez de la mañana" and "las dos y media" from "las diez de la lista"."""
    if (
        occurrence.ahead() not in occurrence.table.dates.hours
        or occurrence.behind() not in occurrence.table.dates.of_day
    ):
        return False
    return not occurrence.table.dates.day_parts.isdisjoint((occurrence.behind(1), occurrence.behind(2)))
