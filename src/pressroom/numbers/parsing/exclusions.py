"""What is no number by its form alone, whatever stands round it: addresses, codes, dates in digits, marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from pressroom.numbers.languages import all_languages
from pressroom.numbers.parsing.patterns import any_of
from pressroom.numbers.parsing.tokens import Tokens


@dataclass(slots=True, eq=False, repr=False)
class Exclusion:
    """A stretch of text in which no quantity is looked for, and why."""

    start: int
    end: int
    reason: str
    rule: str = ""


_WORDS = all_languages().spelling
_PERCENT = any_of(_WORDS.percent, space=" ?")
_PHONE, _DIALLING = any_of(_WORDS.phones), any_of(_WORDS.dialling)
_DIALLING_SHORT, _GROUPS = any_of(_WORDS.dialling_short), any_of(_WORDS.groups)
_MERIDIEM = r"[ap]\.?m\b\.?"
_YEAR = r"(?:1[5-9]|20)\d\d"
_VERSION_TAIL = r"\d{1,4}\.\d{1,5}\.\d{1,5}(?:[.-]\w{1,10}){0,4}\b(?![,.]?\d)"
_MINUTES = r"\d{0,2}(?:\.\d{1,4})?"

# reason → what it looks like, by what it begins with, the first that fits; reasons are shown to the editor.
# Every pattern ends soon: none may backtrack far
_Forms = tuple[tuple[str, str], ...]
_HEXADECIMAL = ("identifier", r"\b(?=\d{0,8}[A-Za-z])[\dA-Fa-f]{8,64}\b")
_WITH_A_DIGIT: _Forms = (
    ("date", r"\b\d{4}-\d{2}-\d{2}(?:T[\d:.Z+-]{1,20})?"),
    ("date", r"\b\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2})\b(?![/\d]|\.\d)"),
    ("time of day", rf"\b\d{{1,2}}:\d{{2}}(?::\d{{2}}(?:\.\d{{1,3}})?)?(?:\s?{_MERIDIEM})?"),
    ("time of day", rf"\b\d{{1,2}}\.\d{{2}}\s?{_MERIDIEM}|\b\d{{1,2}}\s?h\s?\d{{2}}\b"),
    ("time of day", rf"\b\d{{1,2}}\.\d{{2}} {any_of(_WORDS.oclock)}\b"),
    ("network address", r"(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5})?(?![\w.])"),
    ("version", rf"\b(?!\d{{1,3}}(?:\.\d{{3}}){{1,4}}(?![\d.])){_VERSION_TAIL}"),
    ("telephone number", r"\b\d{3}-\d{3,4}-\d{4}\b|\b1-800-[\w-]{4,12}|\b0\d(?:[ .]\d{2}){4}\b"),
    ("telephone number", r"\b0\d{1,4}[ /-]\d{3,8}(?:[ -]\d{2,8}){0,3}\b"),
    ("coordinates", rf"\b\d{{1,3}}(?:\.\d{{1,8}})?°\s?{_MINUTES}['′]?\s?{_MINUTES}[\"″]?\s?[NSEW]\b"),
    ("identifier", r"\d{25,}|\b\d{1,9}/\d{1,9}/[A-Z]{2,4}\b|\b\d{2,6}(?:-\d{2,6}){2,4}\b"),
    _HEXADECIMAL,
    ("idiom", rf"\b(?:{'|'.join(_WORDS.digit_idioms)})\b"),
    ("idiom", rf"\b101\b(?= {any_of(_WORDS.courses)})"),
    ("year", rf"\b{_YEAR} ?[–/-] ?(?:{_YEAR}|\d\d)\b(?![,.]?\d|\s?%| ?{_PERCENT})"),
)
_WITH_A_SIGN: _Forms = (
    ("address on the web", r"(?<!\w)[@#][A-Za-z]\w{0,40}"),
    ("telephone number", r"\+\d{1,3}[\s(-]{1,2}\d[\d\s()-]{5,16}\d|\(\d{3}\)\s?\d{3}-\d{4}"),
    ("reference mark", r"\[\s?\d{1,3}(?:\s?[,–-]\s?\d{1,3}){0,8}\s?\]"),
    ("computer code", r"`[^`\n]{1,200}`"),
    (
        "citation",
        r"\([^()\d]{0,60}\b(?:1[89]|20)\d\d[a-z]?(?:[;,][^()]{0,80}|: ?\d{1,4}(?:[–-]\d{1,4})?)?\)",
    ),
)
_WITH_A_LETTER: _Forms = (
    ("address on the web", r"\b(?:https?://|www\.)[^\s<>\"]{1,500}"),
    ("address on the web", r"\b[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}"),
    ("version", rf"\bv{_VERSION_TAIL}|\bv\d{{1,3}}(?:\.\d{{1,3}}){{0,3}}\b"),
    ("telephone number", rf"(?i:\b{_PHONE}\b)[^\d\n]{{1,20}}\d[\d ()/-]{{6,16}}\d\b"),
    ("telephone number", rf"(?i:\b{_DIALLING}\s)\d{{3}}\b(?!\s[a-z]+s\b)"),
    ("telephone number", rf"(?i:\b{_DIALLING_SHORT}\s)\d{{2,3}}\b"),
    ("computer code", r"\b[A-Za-z_]\w{0,20}\(\d{0,9}\)|\b[a-z_]\w{0,20}\s?==?\s?-?\d[\d.]{0,12}\b"),
    ("computer code", rf"\b{any_of(_WORDS.commands)} \d{{1,3}}\b"),
    ("identifier", r"\b[A-Z]{1,5}/[A-Z\d]{1,6}(?:/[\w.]{1,8}){1,4}|\b[A-Z]{1,3}\d[A-Z\d]?\s\d[A-Z]{2}\b"),
    _HEXADECIMAL,
    ("citation", rf"\b{any_of(_WORDS.citations)},? \(?\d{{4}}\b"),
    ("part of a name", rf"\b{_GROUPS} (?:\d{{1,3}}|[A-Z][a-z]{{2,8}})\b"),
)
# a number that opens a line belongs to a list or a heading
_ITEM, _SECTION = r"\(?(?P<item>\d{1,3})[.)](?=\s)", r"(?P<section>\d{1,2}(?:\.\d{1,2}){1,4}\.?)"
_OPENINGS = re.compile(
    rf"\s{{0,8}}(?:{_ITEM}|{_SECTION}(?=\s+[^\W\d_a-z])|#{{1,6}}\s{{0,4}}(?P<head>\d[\d.]{{0,8}}))"
)
# most sentences have none of these, and are not searched at all: digits that something other than a comma
# joins or
# that a nought opens, a sign, or a word or a sign behind which a number is no quantity
_JOINED = re.compile(
    r"\d(?:[-/.:–] ?\d| [–-] ?\d|°| ?h ?\d|[A-Fa-f]\w|01\b|60 ?d|\d{24}|(?<=(?<![\d.,])0)\d)"
)
_SIGNS = frozenset("(@#+[`")
_FIRST_WORDS = (
    phrase.lower().partition(" ")[0]
    for phrases in (_WORDS.phones, _WORDS.dialling, _WORDS.dialling_short, _WORDS.groups, _WORDS.commands)
    for phrase in phrases
)
_CITING = {phrase.rstrip(".").rpartition(" ")[2] for phrase in _WORDS.citations}
_TELLING = frozenset({"@", "=", "==", "/", "http", "https", "www", *_FIRST_WORDS, *_CITING})
_A_DIGIT, _A_SIGN, _CALL = re.compile(r"\d+"), re.compile(r"[(@#+[`]"), re.compile(r"\w\(\d{0,9}\)")


@cache
def _pattern(forms: _Forms) -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<_{number}>{form})" for number, (_, form) in enumerate(forms)))


def find_exclusions(tokens: Tokens, start: int, end: int) -> list[Exclusion]:
    """Find in a sentence, which stands at ``start`` to ``end`` of its text, everything that is no quantity
    by its form.
    """
    text = tokens.text
    found: list[Exclusion] = []
    if _JOINED.search(text, start, end):
        found += _each(_WITH_A_DIGIT, text, end, _A_DIGIT.finditer(text, start, end))
    if not _SIGNS.isdisjoint(tokens.words):
        found += _each(_WITH_A_SIGN, text, end, _A_SIGN.finditer(text, start, end))
    if tokens.named or not _TELLING.isdisjoint(tokens.words) or _CALL.search(text, start, end):
        found += (
            _exclusion(_WITH_A_LETTER, match) for match in _pattern(_WITH_A_LETTER).finditer(text, start, end)
        )
    opening = _OPENINGS.match(text, start, end) if start == 0 or text[start - 1] == "\n" else None
    if opening:
        found.insert(0, Exclusion(*opening.span(opening.lastgroup or 0), "number of an item or section"))
    return found if len(found) < 2 else _apart(found)


def _each(forms: _Forms, text: str, end: int, places: Iterator[re.Match[str]]) -> Iterator[Exclusion]:
    """Yield what has one of the forms at one of the places."""
    pattern = _pattern(forms)
    for place in places:
        match = pattern.match(text, place.start(), end)
        if match:
            yield _exclusion(forms, match)


def _exclusion(forms: _Forms, match: re.Match[str]) -> Exclusion:
    return Exclusion(*match.span(), forms[int((match.lastgroup or "_0")[1:])][0])


def _apart(found: list[Exclusion]) -> list[Exclusion]:
    """Return the exclusions in their order, without those that begin inside another."""
    apart: list[Exclusion] = []
    for exclusion in sorted(found, key=lambda exclusion: (exclusion.start, -exclusion.end)):
        if not apart or exclusion.start >= apart[-1].end:
            apart.append(exclusion)
    return apart
