"""Numbers ahead of lines, as writers type them: "1.", "(a)", "IV.", "Article 5"."""

from __future__ import annotations

import re
from dataclasses import dataclass

_NAMED = (
    r"(?:chapter|part|section|article|annex|appendix|schedule|book|title|volume|act|scene|exhibit"
    r"|module|unit|lesson|day|session|item|top|tagesordnungspunkt|tag"
    r"|step|phase|clause|rule|kapitel|teil|abschnitt|artikel|anhang|anlage|chapitre|partie|titre|annexe"
    r"|capítulo|capitolo|parte|sección|sezione|artículo|articolo|anexo|allegato|hoofdstuk|bijlage)"
)
_COUNT = (
    r"(?:\d{1,3}(?:\.\d{1,3})*[a-z]?|[IVXLC]{1,7}|[A-Z]|one|two|three|four|five|six|seven|eight|nine|ten)"
)
NAMED = re.compile(
    rf"(?P<name>{_NAMED}|§§?)\s*(?P<count>{_COUNT})\b(?P<sep>[.:)]|\s*[-–—])?\s*", re.IGNORECASE
)
_WORDS = {
    word: n
    for n, word in enumerate(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"], 1
    )
}
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


@dataclass(frozen=True, slots=True)
class LeadingNumber:
    """A number ahead of a line: how it is written and what it counts.

    ``family`` is equal for numbers of one series ("1.", "(a)", "I", "article"); ``path`` is the number
    itself,
    (3, 2) for "3.2"; ``text`` is as written, ``length`` counts its characters with the space that follows.
    """

    family: str
    path: tuple[int, ...]
    text: str
    length: int


def parse_roman(text: str) -> int:
    """Return the value of a roman numeral, 0 when it is none that people write."""
    values = [_ROMAN.get(letter, 0) for letter in text.lower()]
    if not values or 0 in values:
        return 0
    total = sum(
        -value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True)
    )
    return total if format_roman(total) == text.lower() else 0


def format_roman(number: int) -> str:
    """Return a number up to 399 as a roman numeral in lower case."""
    written = ""
    for value, letters in ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix")):
        written += letters * (number // value)
        number %= value
    return written + ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii")[number]


def parse_count(text: str) -> int:
    """Return what a number, numeral, letter or number word counts, 0 when it counts nothing."""
    if text.isdecimal():
        return int(text)
    if text.lower() in _WORDS:
        return _WORDS[text.lower()]
    if len(text) > 1 or text in "IVX":
        return parse_roman(text)
    return ord(text.lower()) - 96 if len(text) == 1 and text.isascii() and text.isalpha() else 0


_FAMILIES = {"number": "1", "letter": "a", "roman": "i", "bare": "1"}


def parse_number(text: str, mark: str) -> LeadingNumber | None:
    """Read the number that a line begins with; ``mark`` is its kind as ``START`` sees it.

    None when there is none. Single letters stay letters here ("I." is the ninth); ``as_roman`` reads them
    again.
    """
    if mark in _FAMILIES or mark == "outline":
        found = _PLAIN.match(text)
        if found is None:
            return None
        written = found.group(0).rstrip()
        core = found.group("core")
        if mark == "outline":
            if _TIME.fullmatch(core):
                return None
            path = tuple(int(part) for part in core.rstrip(".").split("."))
            return LeadingNumber("1.1", path, written.rstrip("."), found.end())
        count = parse_count(core)
        if not count:
            return None
        sample = "1" if core.isdecimal() else "I" if parse_roman(core) and len(core) > 1 else "A"
        sample = sample if core.isupper() or core.isdecimal() else sample.lower()
        return LeadingNumber(written.replace(core, sample), (count,), written, found.end())
    if not text[:1].isalpha() and text[:1] != "§":
        return None
    return _named(text)


_PLAIN = re.compile(r"[(\[]?(?P<core>\d{1,3}(?:\.\d{1,3})*|[A-Za-z]{1,6})[.)\]]*\s*")
_TIME = re.compile(r"0\d\.\d\d|\d\d\.0\d")  # "09.14", "16.00": no outline has a zero ahead


def _named(text: str) -> LeadingNumber | None:
    found = NAMED.match(text)
    if found is None:
        return None
    name, count, separator = found.group("name", "count", "sep")
    rest = text[found.end() :]
    if name[0].islower() or (rest and not separator and not rest[0].isupper() and rest[0] not in "“\"'(["):
        return None
    if (
        rest
        and not separator
        and len(count) == 1
        and count.isalpha()
        and count not in "IVX"
        and not count.isupper()
    ):
        return None
    if not count[0].isupper() and not count[0].isdigit() and parse_count(count) == 0:
        return None
    parts = count.split(".")
    path = tuple(parse_count(re.sub(r"(?<=\d)[a-z]$", "", part)) for part in parts)
    written = text[: found.end("count")]
    return LeadingNumber(name.lower(), path, written, found.end()) if all(path) else None


def read_as_roman(found: LeadingNumber) -> LeadingNumber | None:
    """Read a single letter as a roman numeral, None when it is none."""
    letter = found.text.strip("().[] ")
    value = parse_roman(letter) if len(letter) == 1 else 0
    if not value:
        return None
    sample = "I" if letter.isupper() else "i"
    return LeadingNumber(found.text.replace(letter, sample), (value,), found.text, found.length)
