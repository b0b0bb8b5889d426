"""What is no number by its form alone, whatever stands round it: addresses, codes, dates in digits, marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from pressroom.numbers.languages.form import words
from pressroom.numbers.parsing.tokens import Tokens


@dataclass(slots=True, eq=False, repr=False)
class Exclusion:
    """A stretch of text in which no quantity is looked for, and why."""

    start: int
    end: int
    reason: str


_HEXADECIMAL = ("identifier", r"\b(?=\d{0,8}[A-Za-z])[\dA-Fa-f]{8,64}\b")
# reason → what it looks like, by what it begins with, the first that fits; reasons are shown to the editor.
# Every pattern ends soon: none may backtrack far
_WITH_A_DIGIT = (
    ("date", r"\b\d{4}-\d{2}-\d{2}(?:T[\d:.Z+-]{1,20})?|\b\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2})\b(?![/\d]|\.\d)"),
    ("time of day", r"\b\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:\s?[ap]\.?m\b\.?)?|\b\d{1,2}\.\d{2}\s?[ap]\.?m\b\.?|\b\d{1,2}\s?h\s?\d{2}\b|\b\d{1,2}\.\d{2} Uhr\b"),
    ("network address", r"(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5})?(?![\w.])"),
    ("version", r"\b(?!\d{1,3}(?:\.\d{3}){1,4}(?![\d.]))\d{1,4}\.\d{1,5}\.\d{1,5}(?:[.-]\w{1,10}){0,4}\b(?![,.]?\d)"),
    (
        "telephone number",
        r"\b\d{3}-\d{3,4}-\d{4}\b|\b1-800-[\w-]{4,12}|\b0\d(?:[ .]\d{2}){4}\b|\b0\d{1,4}[ /-]\d{3,8}(?:[ -]\d{2,8}){0,3}\b",
    ),
    ("coordinates", r"\b\d{1,3}(?:\.\d{1,8})?°\s?\d{0,2}(?:\.\d{1,4})?['′]?\s?\d{0,2}(?:\.\d{1,4})?[\"″]?\s?[NSEW]\b"),
    ("identifier", r"\d{25,}|\b\d{1,9}/\d{1,9}/[A-Z]{2,4}\b|\b\d{2,6}(?:-\d{2,6}){2,4}\b"),
    _HEXADECIMAL,
    ("idiom", r"\b24[/-]7\b|\b9/11\b|\b7/7\b|\b50[-/]50\b|\b20/20\b|\b101\b(?= course)|\b360 ?degrees? view\b"),
    ("year", r"\b(?:1[5-9]|20)\d\d ?[–/-] ?(?:(?:1[5-9]|20)\d\d|\d\d)\b(?![,.]?\d|\s?%| ?per ?cent)"),
)  # fmt: skip
_WITH_A_SIGN = (
    ("address on the web", r"(?<!\w)[@#][A-Za-z]\w{0,40}"),
    ("telephone number", r"\+\d{1,3}[\s(-]{1,2}\d[\d\s()-]{5,16}\d|\(\d{3}\)\s?\d{3}-\d{4}"),
    ("reference mark", r"\[\s?\d{1,3}(?:\s?[,–-]\s?\d{1,3}){0,8}\s?\]"),
    ("computer code", r"`[^`\n]{1,200}`"),
    ("citation", r"\([^()\d]{0,60}\b(?:1[89]|20)\d\d[a-z]?(?:[;,][^()]{0,80}|: ?\d{1,4}(?:[–-]\d{1,4})?)?\)"),
)  # fmt: skip
_WITH_A_LETTER = (
    ("address on the web", r"\b(?:https?://|www\.)[^\s<>\"]{1,500}|\b[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}"),
    ("version", r"\bv\d{1,4}\.\d{1,5}\.\d{1,5}(?:[.-]\w{1,10}){0,4}\b(?![,.]?\d)|\bv\d{1,3}(?:\.\d{1,3}){0,3}\b"),
    (
        "telephone number",
        r"(?i:\b(?:tele?(?:ph|f)on(?:nummer)?|rufnummer|durchwahl|tel|téléphone|teléfono|phone|call|hotline|helpline|numéro vert)\b)[^\d\n]{1,20}\d[\d ()/-]{6,16}\d\b"
        r"|(?i:\b(?:call|calling|dial|dialling|ring|(?:callers?|calls) to)\s)\d{3}\b(?!\s[a-z]+s\b)|(?i:\b(?:compose[rz] le|marcar el|marque el)\s)\d{2,3}\b",
    ),
    ("computer code", r"\b[A-Za-z_]\w{0,20}\(\d{0,9}\)|\b[a-z_]\w{0,20}\s?==?\s?-?\d[\d.]{0,12}\b|\bexit \d{1,3}\b"),
    ("identifier", r"\b[A-Z]{1,5}/[A-Z\d]{1,6}(?:/[\w.]{1,8}){1,4}|\b[A-Z]{1,3}\d[A-Z\d]?\s\d[A-Z]{2}\b"),
    _HEXADECIMAL,
    ("citation", r"\bet al\.,? \(?\d{4}\b"),
    ("part of a name", r"\b(?:Group|Big|Committee|Gang) of (?:\d{1,3}|[A-Z][a-z]{2,8})\b"),
)  # fmt: skip
# a number that opens a line belongs to a list or a heading
_OPENINGS = re.compile(
    r"\s{0,8}(?:\(?(?P<item>\d{1,3})[.)](?=\s)|(?P<section>\d{1,2}(?:\.\d{1,2}){1,4}\.?)(?=\s+[^\W\d_a-z])"
    r"|#{1,6}\s{0,4}(?P<head>\d[\d.]{0,8}))"
)
# most sentences have none of these, and are not searched at all: digits that something other than a comma joins or
# that a nought opens, a sign, or a word or a sign behind which a number is no quantity
_JOINED = re.compile(
    r"\d(?:[-/.:–] ?\d| [–-] ?\d|°| ?h ?\d|[A-Fa-f]\w|01\b|60 ?deg|\d{24}|(?<=(?<![\d.,])0)\d)"
)
_SIGNS = frozenset("(@#+[`")
_TELLING = frozenset("@=/") | words(
    "callers caller calls == http https www composer composez marcar marque telefonnummer rufnummer durchwahl tel telefon telephone téléphone teléfono phone call calling hotline helpline numéro dial dialling ring exit al group big "
    "committee gang"
)
_A_DIGIT, _A_SIGN, _CALL = re.compile(r"\d+"), re.compile(r"[(@#+[`]"), re.compile(r"\w\(\d{0,9}\)")


@cache
def _pattern(forms: tuple[tuple[str, str], ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<_{number}>{form})" for number, (_, form) in enumerate(forms)))


def find_exclusions(tokens: Tokens, start: int, end: int) -> list[Exclusion]:
    """Find in a sentence, which stands at ``start`` to ``end`` of its text, everything that is no quantity by its form."""
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


def _each(
    forms: tuple[tuple[str, str], ...], text: str, end: int, places: Iterator[re.Match[str]]
) -> Iterator[Exclusion]:
    """Yield what has one of the forms at one of the places."""
    pattern = _pattern(forms)
    for place in places:
        match = pattern.match(text, place.start(), end)
        if match:
            yield _exclusion(forms, match)


def _exclusion(forms: tuple[tuple[str, str], ...], match: re.Match[str]) -> Exclusion:
    return Exclusion(*match.span(), forms[int((match.lastgroup or "_0")[1:])][0])


def _apart(found: list[Exclusion]) -> list[Exclusion]:
    """Return the exclusions in their order, without those that begin inside another."""
    apart: list[Exclusion] = []
    for exclusion in sorted(found, key=lambda exclusion: (exclusion.start, -exclusion.end)):
        if not apart or exclusion.start >= apart[-1].end:
            apart.append(exclusion)
    return apart
