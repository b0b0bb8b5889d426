"""Who says a number, and for which time it holds, in the words of its sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from pressroom.numbers.languages import language
from pressroom.numbers.languages.form import words
from pressroom.numbers.parsing.tokens import Tokens


# the long ones are compiled when a sentence first asks for them
@cache
def _duration() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:(?:over|in|during|for|within|throughout|since|between|by|until|through)\s+(?:the\s+)?(?:(?:past|last|next|first|previous|same|coming)\s+)"
        r"(?:\w+\s+){0,2}(?:days?|weeks?|months?|years?|decades?|quarters?|hours?)|since\s+(?:early |late |mid-)?(?:[A-Z]\w+|\d{4}(?:[–/-]\d{2,4})?)(?:\s\d{4})?|"
        r"(?:this|last|next)\s+(?:year|month|week|quarter|summer|winter|spring|autumn|[A-Z]\w+)|in\s+(?:\d{4}(?:[–/-]\d{2,4})?|[A-Z]\w+ \d{4}))\b"
    )


_ACCORDING = re.compile(r"\baccording to\s+(?P<who>[^,.;\n]{3,90})", re.IGNORECASE)


@cache
def _antecedents() -> re.Pattern[str]:
    return re.compile(
        r"(?P<who>(?:[Tt]he\s+)?(?:[A-Z][\w’'&.-]{0,30}\s+(?:of\s+(?:the\s+)?|for\s+|and\s+)?){1,6}|[Tt]he\s+(?:(?!(?:and|or|that|to|of|a|an|is|are|was|were|be|been|has|have|had|notes|noted|recent|new|latest)\b)[a-z’'-]{2,30}\s+){1,3}"
        r"|(?:[A-Z][\w-]{2,30}\s|[a-z-]{3,30}\s)(?:groups?|unions?|campaigners|residents|experts|economists|doctors)|[Ii]nsurers|[Pp]olice|[Oo]fficials|[Rr]esearchers|[Ss]cientists|[Aa]nalysts)"
        r"\s*(?P<verb>said|says|say|puts?(?=\s(?:it|them|that|this|the|its|losses|costs)\b)|(?:had )?counted|forecasts?|predicts?|fears?|suggests?|reported|reports|estimated|estimates|announced|found|warned|stated|confirmed|noted)\b"
    )


_NOBODY = words(
    "as in at on by for when while although since after before if but and a an the she he they it we i you earlier later others another who which that this these those there one some many most"
)
_FINDERS = re.compile(
    r"research|scien|stud(?:y|ies)|survey|poll|analys|inquir|report|audit|expert|court|commission|\boffice\b|institute|university",
    re.IGNORECASE,
)
# where another speaker may take over: "the minister said 2,100 but the Red Cross says 8,000"
_TURNS = re.compile(r";|\b(?:but|while|whereas|although)\b")


@dataclass(slots=True, eq=False, repr=False)
class Context:
    """A sentence's words, and whether it may give a source and a time."""

    words: str
    sourced: bool
    timed: bool


_SAYING = words(
    "according said says say put puts counted forecast forecasts predict predicts fear fears suggest suggests reported reports estimated estimates announced found warned stated confirmed noted"
)


_TIMES = words("past last next first previous same coming since this in")


def find_context(tokens: Tokens, begin: int, end: int) -> Context:
    """Read what is the same for all numbers of a sentence, which stands at ``begin`` to ``end`` of its text."""
    said, timed = (not signs.isdisjoint(tokens.words) for signs in (_SAYING, _TIMES))
    return Context(tokens.text[begin:end].strip(), said, timed)


def find_attribution(text: str, begin: int, end: int, start: int) -> str:
    """Return who is given as the source of a number at ``start``, in the words of its part of a sentence; "" for none."""
    for turn in _TURNS.finditer(text, begin, end):
        if turn.start() >= start:
            end = turn.start()
            break
        begin = turn.end()
    match = _ACCORDING.search(text, begin, end) or _antecedents().search(text, begin, end)
    if not match:
        return ""
    who = re.sub(r"^(?:a|an|the)\s+", "", match["who"].strip().rstrip(","), flags=re.IGNORECASE)
    ahead = text[max(begin, match.start("who") - 4) : match.start("who")]
    if who.split()[0].lower() in language("en").dates.months and re.search(r"\d\s*$", ahead):
        return ""  # "the survey of 12 February found"
    found = match.groupdict().get("verb") == "found" and not _FINDERS.search(who)
    return "" if found or who.split()[0].lower() in _NOBODY else who


def find_period(text: str, begin: int, end: int, start: int, stop: int) -> str:
    """Return the time for which a number at ``start`` to ``stop`` holds, in the words of its sentence; "" for none.

    That is the first time told behind it, unless another number stands between, or the one that opens the sentence.
    """
    for match in _duration().finditer(text, stop, end):
        between = text[stop : match.start()]
        if _DIGIT.search(between) or ";" in between:
            break
        if _COMPARED.search(text, stop, match.start()):
            break  # "two fewer than in 2023" is not of 2023
        if match.group().startswith("since") and _SUPERLATIVE.search(between):
            break  # "the worst since 1953" tells of the worst
        clause = _SINCE.search(between)
        words = text[stop + clause.start() : match.end()] if clause else match.group()
        return words if len(words) <= LONGEST_PERIOD else ""
    head = text[begin].lower() + text[begin + 1 : start]  # "In 2022, 1,300 homes were built"
    opening = _duration().match(head)
    if (
        not opening
        or head[opening.end() : opening.end() + 1] != ","
        or _duration().search(head, opening.end())
    ):
        return ""  # none, or another time has been told since
    return text[begin : begin + opening.end()]


LONGEST_PERIOD = 60  # characters
_COMPARED = re.compile(r"\b(?:than|as|against|compared (?:with|to)|(?:up|down) from|half of|that of) $")
_DIGIT = re.compile(r"\d")
_SUPERLATIVE = re.compile(r"\b(?:\w+est|worst|most|least|first|best|record|time)\b[^,;]*$")
# a clause that ends in the time is told whole: "since the troops entered combat last December"
_SINCE = re.compile(r"\b(?:since|after|before|until)\b[^,;]*$")
