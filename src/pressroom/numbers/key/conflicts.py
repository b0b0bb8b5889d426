"""Two values that a text gives for one thing: told to the user, never averaged, never settled."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from pressroom.model.diagnostic import Diagnostic, Severity
from pressroom.model.numbers import Conflict, Numbers
from pressroom.model.quantity import Kind, Modality, Qualifier, Quantity
from pressroom.numbers.key.labels import label
from pressroom.numbers.languages import all_languages
from pressroom.numbers.parsing.patterns import WordFinder, any_of
from pressroom.numbers.wording.display import display

ROUNDING = 0.1  # "about 7,000" and 6,900 may well be one value
SMALL = 10  # counts below are told in passing, of this and that
NEAR = 3  # characters between two sentences that follow each other
SHARED = 4  # words that two sentences on one thing have in common
FARTHEST_APART = 5.0  # times: values of one thing differ by less
MOST_OF_A_THING = 200  # claims of one unit that later ones are held against, so that a long text stays quick
_WORDS = all_languages().conflicts
_DEAD = WordFinder(_WORDS.deaths)
_DEATHS = "†"  # all words for the dead are one thing
_POINTING = re.compile(rf"\b{any_of(_WORDS.valuing)} {any_of(_WORDS.pointed)} {any_of(_WORDS.at)}\b")
_PUTS = rf"{any_of(_WORDS.putting)}(?! {any_of(_WORDS.not_valuing)}\b)"
_OTHER_FIGURE = rf"{any_of(_WORDS.other)} {any_of(_WORDS.figures)}"
_RIVAL = WordFinder(_WORDS.rival, _WORDS.rival_stems)
_RIVAL_COUNT = re.compile(rf"\b(?:{_PUTS}|{_OTHER_FIGURE})\b", re.IGNORECASE)
_LABEL = re.compile(r"\b(?:[A-Z]|[IVX]+|\d+)\b")
_WORD = re.compile(r"[^\W\d_]{4,}")


@dataclass(slots=True, eq=False, repr=False)
class _Claim:
    """A value that may contradict another, with the words that tell what it is of, each read once."""

    quantity: Quantity
    label: str
    thing: str  # their unit; all words for the dead are one
    subject: frozenset[str]
    topic: frozenset[str]  # of the subject and the label
    who: frozenset[str]
    disputes: bool  # whether its sentence says that somebody counts otherwise
    reach: tuple[float, float]  # of the values that it may mean


def find_conflicts(quantities: list[Quantity]) -> tuple[Conflict, ...]:
    """Return the pairs of values that cannot both be right, each thing once."""
    found: list[Conflict] = []
    claims: dict[str, list[_Claim]] = {}
    told = set()
    earlier = {one.comparison.start for one in quantities if one.comparison}
    settled = [one for one in quantities if _is_settled(one) and one.start not in earlier]
    things = [_find_thing(one) for one in settled]
    contested = {
        thing for one, thing in zip(settled, things, strict=True) if one.attribution or _is_disputed(one)
    }
    for quantity, thing in zip(settled, things, strict=True):
        if not thing or thing not in contested:
            continue
        claim = _claim(quantity, thing)
        before = claims.setdefault(claim.thing, [])
        rival = _rival(claim, before)
        if rival:
            found.append(_conflict(rival, claim))
            continue
        again = (claim.thing, quantity.value, quantity.qualifier, quantity.period, claim.topic, claim.who)
        if len(before) < MOST_OF_A_THING and again not in told:
            told.add(again)
            before.append(claim)
    return tuple(found)


def _conflict(rival: _Claim, claim: _Claim) -> Conflict:
    one, other = rival.quantity, claim.quantity
    about = other.subject or claim.label or one.subject or rival.label
    given = f"the text gives {display(one)} and {display(other)}"
    return Conflict(one, other, f"{given} for “{about}”" if about else f"{given} for one thing")


def collect_warnings(numbers: Numbers) -> tuple[Diagnostic, ...]:
    """Return the warnings on numbers: conflicts, and entries of a sidecar that no longer fit."""
    told = tuple(
        Diagnostic(
            Severity.WARNING,
            "conflicting-numbers",
            f"{one.words} (also line {one.first.sentence.line_start})",
            cure="say in the text which holds, or who counts what; nothing is averaged",
            span=one.second.sentence,
        )
        for one in numbers.conflicts
    )
    return told + numbers.notes


def _is_settled(quantity: Quantity) -> bool:
    """Tell whether a quantity is one value, stated of something that is counted or measured."""
    return (
        quantity.kind in (Kind.NUMBER, Kind.CURRENCY, Kind.PERCENT, Kind.DIMENSION)
        and quantity.modality is Modality.STATED
        and (quantity.comparison is None or quantity.comparison.kind == "whole")
        and isinstance(quantity.value, float | int)
        and (quantity.kind is not Kind.NUMBER or quantity.value >= SMALL)
    )


def _find_thing(quantity: Quantity) -> str:
    """Return what two values must share to be compared at all, "" where nothing tells what one is of."""
    return _DEATHS if _counts_deaths(quantity) else quantity.unit


def _claim(quantity: Quantity, thing: str) -> _Claim:
    """Return what a quantity claims of a thing."""
    said = label(quantity)
    topic = _words(f"{quantity.subject} {said}")
    disputes, who = _is_disputed(quantity), _words(quantity.attribution)
    return _Claim(quantity, said, thing, _words(quantity.subject), topic, who, disputes, _reach(quantity))


def _counts_deaths(quantity: Quantity) -> bool:
    counted = f"{quantity.subject} {quantity.unit}"
    if quantity.kind is not Kind.NUMBER or not (_DEAD.is_in(quantity.sentence_text) or _DEAD.is_in(counted)):
        return False
    return _DEAD.is_in(f"{counted} {label(quantity)}")


def _is_disputed(quantity: Quantity) -> bool:
    """Tell whether the sentence of a quantity says that somebody counts otherwise."""
    return _disputes(quantity.sentence_text)


@lru_cache(maxsize=8)  # asked for each number of a sentence
def _disputes(sentence: str) -> bool:
    return _RIVAL.is_in(sentence) or _RIVAL_COUNT.search(sentence) is not None


def _rival(claim: _Claim, before: list[_Claim]) -> _Claim | None:
    """Return the first earlier claim of one thing that a claim excludes.

    Only where the text itself says that somebody counts: schools here and schools there are two things.
    """
    if not claim.disputes and not claim.who:
        return None
    for one in before:
        if _are_siblings(one.quantity.attribution, claim.quantity.attribution):
            continue
        sources = bool(one.who and claim.who) and not _may_be_one(one.who, claim.who)
        if one.quantity.sentence.start == claim.quantity.sentence.start and not sources:
            continue
        if (sources or claim.disputes) and _are_rivals(one, claim):
            return one
    return None


def _are_rivals(first: _Claim, second: _Claim) -> bool:
    """Tell whether two values are of one thing and exclude each other."""
    one, other = first.quantity, second.quantity
    (low, high), (least, most) = first.reach, second.reach
    if low <= most and least <= high:
        return False  # both can be right: "over 1,100" and 1,150
    if _are_far_apart(one, other):
        return False
    if one.period and other.period and one.period.lower() != other.period.lower():
        return False
    if first.thing == _DEATHS:
        return True
    if not _may_be_one(first.subject, second.subject):
        return False  # people driven out and people missing are two things
    if first.topic & second.topic:
        return True
    if other.sentence.start - one.sentence.end < NEAR and _POINTING.search(other.sentence_text):
        return True
    return len(_words(one.sentence_text) & _words(other.sentence_text)) >= SHARED


def _are_siblings(one: str, other: str) -> bool:
    """Tell whether two names are alike but for a letter or number, each of which counts what is its own:
    "District A", "District B".
    """
    first, second = (set(_LABEL.findall(name)) for name in (one, other))
    return first != second and _words(one) == _words(other)


def _are_far_apart(one: Quantity, other: Quantity) -> bool:
    """Tell values of which one is many times the other: 46 people who lost their claim, 128,279 without
    work.
    """
    low, high = sorted((abs(one.ends[0]), abs(other.ends[0])))
    return low * FARTHEST_APART < high


def _may_be_one(first: frozenset[str], second: frozenset[str]) -> bool:
    """Tell whether one of two names is a part of the other: "the agency", "the civil protection agency"."""
    return first <= second or second <= first


@lru_cache(maxsize=2 * MOST_OF_A_THING)  # a sentence is held against all that came before it
def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower())) - _WORDS.empty


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
