"""Two values that a text gives for one thing: told to the user, never averaged, never settled."""

from __future__ import annotations

import re

from pressroom.model.diagnostic import Diagnostic, Severity
from pressroom.model.numbers import Conflict
from pressroom.model.quantity import Kind, Modality, Qualifier, Quantity
from pressroom.numbers.labels import display, label
from pressroom.numbers.languages.form import words

ROUNDING = 0.1  # "about 7,000" and 6,900 may well be one value
SMALL = 10  # counts below are told in passing, of this and that
NEAR = 3  # characters between two sentences that follow each other
SHARED = 4  # words that two sentences on one thing have in common
_DEAD = re.compile(r"\b(?:dead|died|deaths?|fatalit(?:y|ies)|killed|lives|(?:death )?toll)\b", re.IGNORECASE)
_POINTING = re.compile(
    r"\b(?:puts?|values?|counts?|estimates?) (?:it|them|that|this|the (?:figure|number|total|toll)) at\b"
)
_RIVAL = re.compile(
    r"\b(?:puts?(?! (?:on|in|out|off|up|down|to|into|together)\b)|values? (?:it|them)|counts? (?:only|otherwise|differently)|counted|rival|disput\w+|contradict\w+"
    r"|differ\w*|instead|however|register|by contrast|rather than|narrower"
    r"|(?:higher|lower|other|another|different|separate) (?:figure|estimate|count|number|toll|valuation))\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{4,}")
_EMPTY = words(
    "were have been will that this with from they their about over than more least also said which would could"
)


def conflicts(quantities: list[Quantity]) -> tuple[Conflict, ...]:
    """Return the pairs of values that cannot both be right, each thing once."""
    found: list[Conflict] = []
    by_unit: dict[str, list[Quantity]] = {}
    earlier = {one.comparison.start for one in quantities if one.comparison}
    for quantity in quantities:
        if not _claims(quantity) or quantity.start in earlier:
            continue
        thing = _thing(quantity)
        rivals = by_unit.setdefault(thing, [])
        rival = next((one for one in rivals if _are_rivals(one, quantity, thing)), None)
        if rival:
            about = quantity.subject or label(quantity)
            found.append(
                Conflict(
                    rival, quantity, f"the text gives {display(rival)} and {display(quantity)} for “{about}”"
                )
            )
        else:
            rivals.append(quantity)
    return tuple(found)


def warnings(found: tuple[Conflict, ...]) -> tuple[Diagnostic, ...]:
    """Return what whoever makes the report is told of conflicts."""
    return tuple(
        Diagnostic(
            Severity.WARNING,
            "conflicting-numbers",
            f"{one.words} (also line {one.first.sentence.line_start})",
            cure="say in the text which holds, or who counts what; nothing is averaged",
            span=one.second.sentence,
        )
        for one in found
    )


def _claims(quantity: Quantity) -> bool:
    return (
        quantity.kind in (Kind.NUMBER, Kind.CURRENCY, Kind.PERCENT, Kind.DIMENSION)
        and (bool(quantity.unit) or _counts_the_dead(quantity))
        and quantity.modality is Modality.STATED
        and (quantity.comparison is None or quantity.comparison.kind == "whole")
        and isinstance(quantity.value, float | int)
        and (quantity.kind is not Kind.NUMBER or quantity.value >= SMALL)
    )


def _thing(quantity: Quantity) -> str:
    """Return what two values must share to be compared at all: their unit; all words for the dead are one."""
    return "dead" if _counts_the_dead(quantity) else quantity.unit


def _counts_the_dead(quantity: Quantity) -> bool:
    told = _DEAD.search(f"{quantity.subject} {quantity.unit} {label(quantity)}")
    return told is not None and quantity.kind is Kind.NUMBER


def _are_rivals(one: Quantity, other: Quantity, thing: str) -> bool:
    """Tell whether two values are of one thing and exclude each other."""
    if one.sentence.start == other.sentence.start or _agree(one, other):
        return False
    if one.period and other.period and one.period.lower() != other.period.lower():
        return False
    if thing != "dead" and not _may_be_one(_words(one.subject), _words(other.subject)):
        return False  # people driven out and people missing are two things
    # only where the text itself says that somebody counts: schools here and schools there are two things
    who, whom = _words(one.attribution), _words(other.attribution)
    sources = bool(who and whom) and not _may_be_one(who, whom)
    if not sources and not _RIVAL.search(other.sentence_text):
        return False
    first, second = (_words(f"{each.subject} {label(each)}") for each in (one, other))
    mine, theirs = _words(one.sentence_text), _words(other.sentence_text)
    next_to = other.sentence.start - one.sentence.end < NEAR and _POINTING.search(other.sentence_text)
    return bool(first & second) or bool(next_to) or thing == "dead" or len(mine & theirs) >= SHARED


def _may_be_one(first: frozenset[str], second: frozenset[str]) -> bool:
    """Tell whether one of two names tells less of the same: "the agency" and "the civil protection agency"."""
    return first <= second or second <= first


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
