"""What a sentence says of its numbers: who says so, for which time, and whether it is claimed at all."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pressroom.model.quantity import Modality
from pressroom.numbers.languages import language
from pressroom.numbers.languages.form import words
from pressroom.numbers.lexemes import Lexemes

_DURATION = re.compile(
    r"\b(?:(?:over|in|during|for|within|throughout|since|between|by|until|through)\s+(?:the\s+)?(?:(?:past|last|next|first|previous|same|coming)\s+)"
    r"(?:\w+\s+){0,2}(?:days?|weeks?|months?|years?|decades?|quarters?|hours?)|since\s+(?:early |late |mid-)?(?:[A-Z]\w+|\d{4})(?:\s\d{4})?|"
    r"(?:this|last|next)\s+(?:year|month|week|quarter|summer|winter|spring|autumn|[A-Z]\w+)|in\s+(?:\d{4}|[A-Z]\w+ \d{4}))\b"
)
_ACCORDING = re.compile(r"\baccording to\s+(?P<who>[^,.;\n]{3,90})", re.IGNORECASE)
_SAID = re.compile(
    r"(?P<who>(?:[Tt]he\s+)?(?:[A-Z][\w’'&.-]{0,30}\s+(?:of\s+(?:the\s+)?|for\s+|and\s+)?){1,6}|[Pp]olice|[Oo]fficials|[Rr]esearchers|[Ss]cientists|[Aa]nalysts)"
    r"\s*(?:said|says|reported|reports|estimated|estimates|announced|found|warned|stated|confirmed|noted)\b"
)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Context:
    """A sentence's words and its source, in its own words ("" where it gives none), and whether it tells a time."""

    words: str
    attribution: str
    timed: bool


_SAYING = words(
    "according said says reported reports estimated estimates announced found warned stated confirmed noted"
)


_TIMES = words("past last next first previous same coming since this in")


def context_of(lexemes: Lexemes, begin: int, end: int) -> Context:
    """Read what is the same for all numbers of a sentence, which stands at ``begin`` to ``end`` of its text."""
    text = lexemes.text
    who = "" if _SAYING.isdisjoint(lexemes.words) else attribution(text, begin, end)
    return Context(text[begin:end].strip(), who, not _TIMES.isdisjoint(lexemes.words))


def attribution(text: str, begin: int, end: int) -> str:
    """Return who a sentence gives as its source, in its words; "" for none."""
    match = _ACCORDING.search(text, begin, end) or _SAID.search(text, begin, end)
    if not match:
        return ""
    who = match["who"].strip().rstrip(",")
    ahead = text[max(begin, match.start("who") - 4) : match.start("who")]
    if who.split()[0].lower() in language("en").months and re.search(r"\d\s*$", ahead):
        return ""  # "the survey of 12 February found"
    return re.sub(r"^(?:a|an|the)\s", "", who, flags=re.IGNORECASE)


def period(text: str, begin: int, end: int, start: int, stop: int) -> str:
    """Return the time for which a number at ``start`` to ``stop`` holds, in the words of its sentence; "" for none.

    That is the first time told behind it, unless another number stands between, or the one that opens the sentence.
    """
    for match in _DURATION.finditer(text, stop, end):
        between = text[stop : match.start()]
        if _DIGIT.search(between):
            break
        if match.group().startswith("since") and _SUPERLATIVE.search(between):
            break  # "the worst since 1953" tells of the worst
        clause = _SINCE.search(between)
        words = text[stop + clause.start() : match.end()] if clause else match.group()
        return words if len(words) <= LONGEST_PERIOD else ""
    head = text[begin].lower() + text[begin + 1 : start]  # "In 2022, 1,300 homes were built"
    opening = _DURATION.match(head)
    if not opening or head[opening.end() : opening.end() + 1] != "," or _DURATION.search(head, opening.end()):
        return ""  # none, or another time has been told since
    return text[begin : begin + opening.end()]


LONGEST_PERIOD = 60  # characters
_DIGIT = re.compile(r"\d")
_SUPERLATIVE = re.compile(r"\b(?:\w+est|worst|most|least|first|best|record|time)\b[^,;]*$")
# a clause that ends in the time is told whole: "since the troops entered combat last December"
_SINCE = re.compile(r"\b(?:since|after|before|until)\b[^,;]*$")


_BREAKS = frozenset(",;:")
_REACH = 18  # lexemes ahead of a number in which its claim is looked for
_REACH_BEHIND = 8
_MODALS = words("could would might may will shall wird werden soll sollen könnte könnten würde würden")
# behind these it is settled what is claimed, or another clause begins
_DECIDED = words(
    "is are was were has have had been being do did does who which that as if when while because . ) ( – —"
)
_NOT_LESS = words("fewer less more")


def modality(lexemes: Lexemes, first: int, last: int, lang: str) -> Modality:
    """Return what is claimed of the number at ``first`` to ``last``: by the words ahead, or by the verb behind it.

    A claim reaches as far as its clause, a denial one further.
    """
    found = _ahead(lexemes, first, lang)
    return _behind(lexemes, last, lang) if found is Modality.STATED else found


def _behind(lexemes: Lexemes, last: int, lang: str) -> Modality:
    """Read the first verb behind a number: "2,000 homes could be lost"."""
    table = language(lang)
    for at in range(last, last + _REACH_BEHIND):
        low = lexemes.low(at)
        if low in _BREAKS or low in _DECIDED or not low:
            break
        if low in _MODALS:
            return Modality.PLANNED if low in table.planned else Modality.HYPOTHETICAL
    return Modality.STATED


def _ahead(lexemes: Lexemes, first: int, lang: str) -> Modality:
    table = language(lang)
    clauses = 0
    found = Modality.STATED
    for at in range(first - 1, max(-1, first - _REACH), -1):
        low = lexemes.low(at)
        if low in _BREAKS or low == "that":
            clauses += 1
            if clauses > 1:
                break
            continue
        if low in table.negation and lexemes.low(at + 1) not in _NOT_LESS:
            return Modality.NEGATED
        if clauses:
            continue
        if low in table.hypothetical and not (low == "may" and lexemes.written(at) == "May" and at > 0):
            found = Modality.HYPOTHETICAL
        elif low in table.planned and found is Modality.STATED:
            found = Modality.PLANNED
    return found
