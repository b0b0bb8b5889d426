"""For which time a number holds, in the words of its sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressroom.numbers.languages import all_languages, language
from pressroom.numbers.parsing.patterns import any_of, compile_later
from pressroom.numbers.parsing.rule import Rule
from pressroom.numbers.parsing.tokens import Tokens

_WORDS = all_languages().periods
_NOUNS, _PAST = language("en").nouns, language("en").claims.past
_FROM = all_languages().comparisons.from_
_YEAR, _NAME = r"\d{4}(?:[–/-]\d{2,4})?", r"[A-Z]\w+"


def _duration() -> str:
    """Return what tells a time: "over the past two years", "since early 2020", "this week", "in 2024", "in
    2001, 2002 and 2003", "year on year".
    """
    near = rf"(?:{any_of(_WORDS.merely)}\s+)?(?:{any_of(_WORDS.the)}\s+)?{any_of(_WORDS.near)}"
    stretch = rf"{any_of(_WORDS.during)}\s+{near}\s+(?:\w+\s+){{0,2}}{any_of(_WORDS.stretches)}"
    since = rf"{any_of(_WORDS.since)}\s+{any_of(_WORDS.parts)}?(?:{_NAME}|{_YEAR})(?:\s\d{{4}})?"
    this = rf"{any_of(_WORDS.this)}\s+(?:{any_of(_WORDS.spans)}|{_NAME})"
    years = rf"{_YEAR}(?:(?:,\s{_YEAR})*,?\s{any_of(_WORDS.and_)}\s{_YEAR})?"
    in_year = rf"{any_of(_WORDS.in_)}\s+(?:{years}|{_NAME} \d{{4}})"
    between = rf"{any_of(_WORDS.between)}\s+{_YEAR}\s+{any_of(_WORDS.until)}\s+{_YEAR}"
    phrases = "|".join(_WORDS.phrases)
    return rf"\b(?:{phrases}|{stretch}|{since}|{this}|{in_year}|{between})\b(?!['’-])"


_DURATION = compile_later(_duration)
_REPEATED = compile_later(
    lambda: (
        rf"(?P<ahead>[\w’'-]+)\s+(?P<time>{any_of(_WORDS.articles)} {any_of(_WORDS.repeated)})\b"
        rf"(?!\s{any_of(_WORDS.past)}\b)"
    )
)
# what stands between a number and its time: the number is compared with another, or a superlative
_COMPARED = compile_later(lambda: rf"\b{any_of(_WORDS.compared)} $")
_OPENED = compile_later(lambda: rf"\b{any_of(_FROM)} $")
_SUPERLATIVE = compile_later(
    lambda: rf"\b(?:\w+{any_of(_WORDS.superlative_endings)}|{any_of(_WORDS.superlatives)})\b[^,;]*$"
)
# a clause that ends in the time is told whole: "since the troops entered combat last December"
_SINCE = compile_later(lambda: rf"\b{any_of(_WORDS.clauses)}\b[^,;]*$")
_PACE = compile_later(lambda: rf"\b(?P<pace>{'|'.join(_WORDS.paces)})\b[^,;\d]*$")
_DIGIT = re.compile(r"\d")
LONGEST_PERIOD = 60  # characters
# words without one of which a sentence tells no time
_TIMES = _WORDS.near | _WORDS.since | _WORDS.this | _WORDS.in_ | _WORDS.between | _WORDS.telling


def may_be_timed(tokens: Tokens) -> bool:
    """Tell whether a sentence has a word without which none tells a time."""
    return not _TIMES.isdisjoint(tokens.words)


def find_period(text: str, begin: int, end: int, start: int, stop: int, lang: str) -> str:
    """Return the time for which a number at ``start`` to ``stop`` holds, in the words of its sentence; ""
    for none.

    That is the pace at which it is told, the first time told behind it, unless another number stands
    between, or the one that opens the sentence.
    """
    pace = _PACE().search(text, begin, start)
    if pace:
        return pace["pace"]
    return _behind(text, stop, end) or _opening(text, begin, start, lang)


def _behind(text: str, stop: int, end: int) -> str:
    repeated = _repeated(text, stop, end)
    for match in _find_ahead_of_next(_DURATION(), text, stop, stop, end):
        between = text[stop : match.start()]
        if repeated and repeated.start("time") < match.start():
            break
        if _DIGIT.search(between) or ";" in between:
            return ""
        if between.count("(") > between.count(")") and _DIGIT.search(text, match.end(), end):
            return ""  # "boats (in 2028: 71)": that of the value within the bracket
        if _OPENED().search(text, stop, match.start()):
            return ""  # "from this year up to 2027"
        if _COMPARED().search(text, stop, match.start()):
            return ""  # "two fewer than in 2023" is not of 2023
        if match.group().startswith(tuple(_WORDS.since)) and _SUPERLATIVE().search(between):
            return ""  # "the worst since 1953" tells of the worst
        clause = _SINCE().search(between)
        words = text[stop + clause.start() : match.end()] if clause else match.group()
        return words if len(words) <= LONGEST_PERIOD else ""
    return repeated["time"] if repeated else ""


def _find_ahead_of_next(
    pattern: re.Pattern[str], text: str, start: int, stop: int, end: int
) -> Iterator[re.Match[str]]:
    """Yield the matches from ``start`` on that begin ahead of the next number behind ``stop``, and a few
    more: a sentence with dozens of numbers is not looked through to its end for each.
    """
    number = _DIGIT.search(text, stop, end)
    near = min(end, number.start() + LONGEST_PERIOD) if number else end
    for found in pattern.finditer(text, start, near):
        match = pattern.match(text, found.start(), end)
        if match:
            yield match


def _repeated(text: str, stop: int, end: int) -> re.Match[str] | None:
    """Return the stretch by which something is repeated, "spends £2m on fuel a year", where no other number
    stands between.
    """
    for match in _find_ahead_of_next(_REPEATED(), text, max(0, stop - 1), stop, end):
        between = text[stop : match.start("time")]
        if _DIGIT.search(between) or "," in between or ";" in between:
            return None
        ahead = match["ahead"].lower()
        if ahead not in _NOUNS.stop and ahead not in _NOUNS.verbs and not ahead.endswith(_PAST):
            return match
    return None


def _opening(text: str, begin: int, start: int, lang: str) -> str:
    head = text[begin].lower() + text[begin + 1 : start]  # "In 2022, 1,300 homes were built"
    opening = _DURATION().match(head)
    if (
        not opening
        or (head[opening.end() : opening.end() + 1] != "," and language(lang).periods.comma_behind_opening)
        or _DURATION().search(head, opening.end())
    ):
        return ""  # none, or another time has been told since
    return text[begin : begin + opening.end()]


PERIOD = Rule("periods.period", find_period, "In 2022, 1,300 homes were built.", "1,300 = 1300 home, In 2022")
RULES = (PERIOD,)
