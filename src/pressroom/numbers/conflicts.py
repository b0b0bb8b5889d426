"""Two values that a text gives for one thing: told to the user, never averaged, never settled."""

from __future__ import annotations

import re

from pressroom.model.quantity import Conflict, Interval, Kind, Modality, Qualifier, Quantity
from pressroom.numbers.labels import display
from pressroom.numbers.languages.form import words

ROUNDING = 0.1  # "about 7,000" and 6,900 may well be one value
LIKE = (
    0.5  # share of words of the shorter sentence that both hold, where a single noun is all that is counted
)
_WORD = re.compile(r"[^\W\d_]{4,}")
_EMPTY = words(
    "were have been will that this with from they their about over than more least also said which would could"
)


def conflicts(quantities: list[Quantity]) -> tuple[Conflict, ...]:
    """Return the pairs of values that cannot both be right, each thing once."""
    found: list[Conflict] = []
    by_unit: dict[tuple[str, str], list[Quantity]] = {}
    earlier = {one.comparison.start for one in quantities if one.comparison}
    for quantity in quantities:
        if not _claims(quantity) or quantity.start in earlier:
            continue
        rivals = by_unit.setdefault((quantity.unit, quantity.period.lower()), [])
        rival = next((one for one in rivals if _are_rivals(one, quantity)), None)
        if rival:
            words = f"the text gives {display(rival)} and {display(quantity)} for “{quantity.subject}”"
            found.append(Conflict(rival, quantity, words))
        else:
            rivals.append(quantity)
    return tuple(found)


def _claims(quantity: Quantity) -> bool:
    return (
        quantity.kind is Kind.NUMBER
        and bool(quantity.subject)
        and bool(quantity.unit)
        and quantity.modality is Modality.STATED
        and quantity.comparison is None
        and not isinstance(quantity.value, Interval)
    )


def _are_rivals(one: Quantity, other: Quantity) -> bool:
    """Tell whether two values are of one thing and exclude each other."""
    if one.sentence.start == other.sentence.start or _agree(one, other):
        return False
    first, second = _words(one.subject), _words(other.subject)
    if len(first) > 1 and first == second:
        return True
    if not (first <= second or second <= first):
        return False
    mine, theirs = _words(one.sentence_text), _words(other.sentence_text)
    return len(mine & theirs) >= LIKE * max(4, min(len(mine), len(theirs)))


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower())) - _EMPTY


def _agree(one: Quantity, other: Quantity) -> bool:
    """Tell whether two values with their qualifiers can both be right: "over 1,100" and 1,150."""
    (low, high), (least, most) = _reach(one), _reach(other)
    return low <= most and least <= high


def _reach(quantity: Quantity) -> tuple[float, float]:
    value = quantity.value if isinstance(quantity.value, float | int) else 0.0
    match quantity.qualifier:
        case Qualifier.OVER | Qualifier.AT_LEAST:
            return value, float("inf")
        case Qualifier.UNDER | Qualifier.AT_MOST:
            return float("-inf"), value
        case Qualifier.ABOUT | Qualifier.NEARLY:
            return value * (1 - ROUNDING), value * (1 + ROUNDING)
        case _:
            return value, value
