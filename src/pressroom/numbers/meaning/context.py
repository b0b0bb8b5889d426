"""Who says a number, and for which time it holds, in the words of its sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pressroom.numbers.languages import all_languages, language
from pressroom.numbers.parsing.patterns import any_of, capitalized, compile_later
from pressroom.numbers.parsing.rule import Rule
from pressroom.numbers.parsing.tokens import Tokens

_SOURCES, _PERIODS = all_languages().sources, all_languages().periods
_MONTHS = language("en").dates.months
_YEAR, _NAME = r"\d{4}(?:[–/-]\d{2,4})?", r"[A-Z]\w+"


def _duration() -> str:
    """Return what tells a time: "over the past two years", "since early 2020", "this week", "in 2024"."""
    near = rf"(?:{any_of(_PERIODS.the)}\s+)?{any_of(_PERIODS.near)}"
    stretch = rf"{any_of(_PERIODS.during)}\s+{near}\s+(?:\w+\s+){{0,2}}{any_of(_PERIODS.stretches)}"
    since = rf"{any_of(_PERIODS.since)}\s+{any_of(_PERIODS.parts)}?(?:{_NAME}|{_YEAR})(?:\s\d{{4}})?"
    this = rf"{any_of(_PERIODS.this)}\s+(?:{any_of(_PERIODS.spans)}|{_NAME})"
    in_year = rf"{any_of(_PERIODS.in_)}\s+(?:{_YEAR}|{_NAME} \d{{4}})"
    return rf"\b(?:{stretch}|{since}|{this}|{in_year})\b"


def _statement() -> str:
    """Return what tells who says something: "The fire service said", "aid groups estimated", "Police put
    it".
    """
    the = any_of(capitalized(_SOURCES.the))
    joint = rf"(?:{any_of(_SOURCES.of)}\s+(?:{any_of(_SOURCES.the)}\s+)?|{any_of(_SOURCES.joints)}\s+)?"
    name = rf"(?:{the}\s+)?(?:[A-Z][\w’'&.-]{{0,30}}\s+{joint}){{1,6}}"
    noun = rf"{the}\s+(?:(?!{any_of(_SOURCES.no_speakers)}\b)[a-z’'-]{{2,30}}\s+){{1,3}}"
    group = rf"(?:[A-Z][\w-]{{2,30}}\s|[a-z-]{{3,30}}\s){any_of(_SOURCES.groups)}"
    speakers = any_of(capitalized(_SOURCES.speakers))
    puts = rf"{any_of(_SOURCES.putting)}(?=\s{any_of(_SOURCES.put)}\b)"
    verb = rf"{any_of(_SOURCES.saying)}|{puts}"
    return rf"(?P<who>{name}|{noun}|{group}|{speakers})\s*(?P<verb>{verb})\b"


_DURATION, _STATEMENT = compile_later(_duration), compile_later(_statement)
_ACCORDING = compile_later(
    lambda: rf"\b{any_of(_SOURCES.according)}\s+(?P<who>[^,.;\n]{{3,90}})", re.IGNORECASE
)
_FINDERS = compile_later(
    lambda: rf"{any_of(_SOURCES.finders)}|\b{any_of(_SOURCES.finding_offices)}\b", re.IGNORECASE
)
_ARTICLE = compile_later(lambda: rf"^{any_of(_SOURCES.articles)}\s+", re.IGNORECASE)
# where another speaker may take over: "the minister said 2,100 but the Red Cross says 8,000"
_TURNS = compile_later(lambda: rf";|\b{any_of(_SOURCES.turns)}\b")
# what stands between a number and its time: the number is compared with another, or a superlative
_COMPARED = compile_later(lambda: rf"\b{any_of(_PERIODS.compared)} $")
_SUPERLATIVE = compile_later(
    lambda: rf"\b(?:\w+{any_of(_PERIODS.superlative_endings)}|{any_of(_PERIODS.superlatives)})\b[^,;]*$"
)
# a clause that ends in the time is told whole: "since the troops entered combat last December"
_SINCE = compile_later(lambda: rf"\b{any_of(_PERIODS.clauses)}\b[^,;]*$")
_DIGIT = re.compile(r"\d")
LONGEST_PERIOD = 60  # characters
# words without one of which a sentence names no source, or no time
_SAYING = {
    word for phrase in _SOURCES.saying | _SOURCES.putting | _SOURCES.according for word in phrase.split()
} - _SOURCES.auxiliaries
_TIMES = _PERIODS.near | _PERIODS.since | _PERIODS.this | _PERIODS.in_


@dataclass(slots=True, eq=False, repr=False)
class Context:
    """A sentence's words, and whether it may give a source and a time."""

    words: str
    sourced: bool
    timed: bool


def find_context(tokens: Tokens, begin: int, end: int) -> Context:
    """Read what is the same for all numbers of a sentence, which stands at ``begin`` to ``end`` of its
    text.
    """
    said, timed = (not signs.isdisjoint(tokens.words) for signs in (_SAYING, _TIMES))
    return Context(tokens.text[begin:end].strip(), said, timed)


def find_attribution(text: str, begin: int, end: int, start: int) -> str:
    """Return who is given as the source of a number at ``start``, in the words of its part of a sentence;
    "" for none.
    """
    for turn in _TURNS().finditer(text, begin, end):
        if turn.start() >= start:
            end = turn.start()
            break
        begin = turn.end()
    match = _ACCORDING().search(text, begin, end) or _STATEMENT().search(text, begin, end)
    if not match:
        return ""
    who = _ARTICLE().sub("", match["who"].strip().rstrip(","))
    ahead = text[max(begin, match.start("who") - 4) : match.start("who")]
    if who.split()[0].lower() in _MONTHS and re.search(r"\d\s*$", ahead):
        return ""  # "the survey of 12 February found"
    found = match.groupdict().get("verb") in _SOURCES.finding and not _FINDERS().search(who)
    return "" if found or who.split()[0].lower() in _SOURCES.nobody else who


def find_period(text: str, begin: int, end: int, start: int, stop: int) -> str:
    """Return the time for which a number at ``start`` to ``stop`` holds, in the words of its sentence; ""
    for none.

    That is the first time told behind it, unless another number stands between, or the one that opens the
    sentence.
    """
    for match in _DURATION().finditer(text, stop, end):
        between = text[stop : match.start()]
        if _DIGIT.search(between) or ";" in between:
            break
        if _COMPARED().search(text, stop, match.start()):
            break  # "two fewer than in 2023" is not of 2023
        if match.group().startswith(tuple(_PERIODS.since)) and _SUPERLATIVE().search(between):
            break  # "the worst since 1953" tells of the worst
        clause = _SINCE().search(between)
        words = text[stop + clause.start() : match.end()] if clause else match.group()
        return words if len(words) <= LONGEST_PERIOD else ""
    head = text[begin].lower() + text[begin + 1 : start]  # "In 2022, 1,300 homes were built"
    opening = _DURATION().match(head)
    if (
        not opening
        or head[opening.end() : opening.end() + 1] != ","
        or _DURATION().search(head, opening.end())
    ):
        return ""  # none, or another time has been told since
    return text[begin : begin + opening.end()]


ATTRIBUTION = Rule(
    "context.attribution", find_attribution, "The police said 83 people died.", "83 = 83 people, by police"
)
PERIOD = Rule("context.period", find_period, "In 2022, 1,300 homes were built.", "1,300 = 1300 home, In 2022")
RULES = (ATTRIBUTION, PERIOD)
