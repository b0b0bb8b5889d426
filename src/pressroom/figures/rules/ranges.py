"""Ranges on a ruler from zero, never their middle."""

from __future__ import annotations

import re

from pressroom.figures.rules.candidates import Candidates
from pressroom.figures.rules.common import make_subtitle
from pressroom.figures.rules.titles import find_title, name_of
from pressroom.figures.text.torn import TORN, is_torn
from pressroom.model.figure import Series
from pressroom.model.quantity import Interval, Quantity, Role

_SIGN = r"(?:%|[^\W\d_]{1,3}\b)?"  # right behind the digits: "$3.1B–$3.7B"
_NUMBER = re.compile(rf"[£$€¥]?\d[\d.,’ \u00a0\u202f]*\d{_SIGN}|[£$€¥]?\d{_SIGN}")
LONGEST_NAME = 4  # words


def interval(found: Candidates) -> None:
    """A stated range, with a value inside it that the same section names."""
    for quantity in [one for one in found.all if isinstance(one.value, Interval) and found.is_key(one)]:
        low, high = quantity.ends
        if high is None or high <= low:
            continue
        if quantity.role in (Role.CHANGE, Role.MARGIN, Role.THRESHOLD) or low < 0:
            found.refuse("interval", "it is a change or a limit, and no level", [quantity])
            continue
        if is_torn(quantity):
            found.refuse("interval", TORN, [quantity])
            continue
        inside = _inside(quantity, found)
        names = ["", *(name for _, name in inside)]
        data = (found.datum(quantity), *(found.datum(one) for one, _ in inside))
        title = find_title(found, [quantity])
        found.draw(
            "interval",
            title,
            names,
            (Series("", data),),
            (quantity, *(one for one, _ in inside)),
            subtitle=make_subtitle(quantity, title),
            options=(("ends", split_range(quantity.text)),),
        )


def split_range(text: str) -> tuple[str, ...]:
    """Return both ends of a range as written, () where it is not written in digits."""
    found = [*_NUMBER.finditer(text)]
    if len(found) != 2:
        return ()
    return found[0].group().strip(), text[found[1].start() :].strip()


def _inside(quantity: Quantity, found: Candidates) -> list[tuple[Quantity, str]]:
    """Return the one key number of the section that lies in a range and has a name, with that."""
    low, high = quantity.ends
    held = [
        (one.quantity, name_of(one))
        for one in found.numbers.key
        if found.free(one.quantity)
        and isinstance(one.quantity.value, float | int)
        and high is not None
        and low < one.quantity.value < high
        and (one.quantity.unit, one.quantity.kind) == (quantity.unit, quantity.kind)
        and found.section(one.quantity.start) == found.section(quantity.start)
    ]
    named = [(one, name) for one, name in held if name and len(name.split()) <= LONGEST_NAME]
    return named if len(named) == 1 else []
