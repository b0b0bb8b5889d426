"""What is no number by its form alone, whatever stands round it: addresses, codes, dates in digits, marks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Mask:
    """A stretch of text in which no quantity is looked for, and why."""

    start: int
    end: int
    reason: str


# reason → what it looks like; reasons are shown to the editor. Every pattern ends soon: none may backtrack far.
_FORMS = (
    ("address on the web", r"\b(?:https?://|www\.)[^\s<>\"]{1,500}|\b[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}|(?<!\w)[@#][A-Za-z]\w{0,40}"),
    ("date", r"\b\d{4}-\d{2}-\d{2}(?:T[\d:.Z+-]{1,20})?|\b\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2})\b(?![/\d]|\.\d)"),
    ("time of day", r"\b\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:\s?[ap]\.?m\b\.?)?|\b\d{1,2}\.\d{2}\s?[ap]\.?m\b\.?|\b\d{1,2}\s?h\s?\d{2}\b|\b\d{1,2}\.\d{2} Uhr\b"),
    ("network address", r"(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5})?(?![\w.])"),
    ("version", r"\bv?(?!\d{1,3}(?:\.\d{3}){1,4}(?![\d.]))\d{1,4}\.\d{1,5}\.\d{1,5}(?:[.-]\w{1,10}){0,4}\b(?![,.]?\d)|\bv\d{1,3}(?:\.\d{1,3}){0,3}\b"),
    (
        "telephone number",
        r"(?i:\b(?:tele?(?:ph|f)on|tel|téléphone|teléfono|phone|call|hotline|helpline|numéro vert)\b)[^\d\n]{1,20}\d[\d ()/-]{6,16}\d\b"
        r"|(?i:\b(?:call|calling|dial|dialling|ring)\s)\d{3}\b(?!\s[a-z]+s\b)"
        r"|\+\d{1,3}[\s(-]{1,2}\d[\d\s()-]{5,16}\d|\(\d{3}\)\s?\d{3}-\d{4}|\b\d{3}-\d{3,4}-\d{4}\b|\b1-800-[\w-]{4,12}"
        r"|\b0\d(?:[ .]\d{2}){4}\b|\b0\d{1,4}[ /-]\d{3,8}(?:[ -]\d{2,8}){0,3}\b",
    ),
    ("reference mark", r"\[\s?\d{1,3}(?:\s?[,–-]\s?\d{1,3}){0,8}\s?\]"),
    ("coordinates", r"\b\d{1,3}(?:\.\d{1,8})?°\s?\d{0,2}(?:\.\d{1,4})?['′]?\s?\d{0,2}(?:\.\d{1,4})?[\"″]?\s?[NSEW]\b"),
    ("computer code", r"\b[A-Za-z_]\w{0,20}\(\d{0,9}\)|\b[a-z_]\w{0,20}\s?==?\s?-?\d[\d.]{0,12}\b|\bexit \d{1,3}\b|`[^`\n]{1,200}`"),
    ("identifier", r"\b\d{1,9}/\d{1,9}/[A-Z]{2,4}\b|\b[A-Z]{1,5}/[A-Z\d]{1,6}(?:/[\w.]{1,8}){1,4}|\b\d{2,6}(?:-\d{2,6}){2,4}\b|\b(?=\d{0,8}[A-Za-z])[\dA-Fa-f]{8,64}\b|\b[A-Z]{1,3}\d[A-Z\d]?\s\d[A-Z]{2}\b"),
    ("citation", r"\([^()\d]{0,60}\b(?:1[89]|20)\d\d[a-z]?(?:[;,:][^()]{0,80})?\)|\bet al\.,? \(?\d{4}\b"),
    ("part of a name", r"\b(?:Group|Big|Committee|Gang) of (?:\d{1,3}|[A-Z][a-z]{2,8})\b"),
    ("idiom", r"\b24[/-]7\b|\b9/11\b|\b7/7\b|\b50[-/]50\b|\b20/20\b|\b101\b(?= course)|\b360 ?degrees? view\b"),
    ("edition", r"\b(?:1[5-9]|20)\d\d ?[–/-] ?(?:(?:1[5-9]|20)\d\d|\d\d)\b(?![,.]?\d|\s?%| ?per ?cent)"),
)  # fmt: skip
# a number that opens a line belongs to a list or a heading
_OPENINGS = re.compile(
    r"(?m)^\s{0,8}(?:\(?(?P<item>\d{1,3})[.)](?=\s)|(?P<section>\d{1,2}(?:\.\d{1,2}){1,4}\.?)(?=\s+[^\W\d_a-z])"
    r"|#{1,6}\s{0,4}(?P<head>\d[\d.]{0,8}))"
)
_REASONS = tuple(reason if reason != "edition" else "year" for reason, _ in _FORMS)
# digits on both sides of a sign, or letters and digits in one word: without these most forms cannot be there
_JOINT = re.compile(
    r"\d[-/.:–][ ]?\d|\d ?h ?\d|[(\[+@#`=°_]|://|www\.|\d[A-Fa-f]\w|[A-Z]/|\bv\d|exit |et al|[Tt]el|[Pp]hone|call|[Cc]all|line\b|101|\d[A-Z]{2}|9/11|[dD]ial|[rR]ing |[gG] of |oup of |\b0\d{2}"
)


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<_{number}>{form})" for number, (_, form) in enumerate(_FORMS)))


def masks(text: str, start: int, end: int) -> list[Mask]:
    """Find in ``text[start:end]``, which begins a sentence, everything that is no quantity by its form."""
    found = []
    if _JOINT.search(text, start, end):
        found = [
            Mask(*match.span(), _REASONS[int((match.lastgroup or "_0")[1:])])
            for match in _pattern().finditer(text, start, end)
        ]
    opening = _OPENINGS.match(text, start, end) if start == 0 or text[start - 1] == "\n" else None
    if opening:
        found.insert(0, Mask(*opening.span(opening.lastgroup or 0), "number of an item or section"))
    return found
