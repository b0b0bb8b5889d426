"""A table's cell as a value: digits in any of the usual separators, with the words that bound it."""

from __future__ import annotations

import re

from pressroom.figures.text.numerals import SEPARATORS
from pressroom.model.figure import Datum
from pressroom.model.quantity import Qualifier

MISSING = {
    "",
    "-",
    "–",
    "—",
    "…",
    "...",
    "..",
    ".",
    "/",
    "n/a",
    "na",
    "n. a.",
    "k. a.",
    "k.a.",
    "nd",
    "n.d.",
    "s/d",
    "null",
    "none",
}
BOUNDS = {
    Qualifier.AT_LEAST: ("at least", "≥", ">=", "mindestens", "wenigstens", "au moins", "al menos"),
    Qualifier.OVER: ("more than", "over", "above", ">", "über", "mehr als", "plus de", "más de"),
    Qualifier.AT_MOST: ("up to", "at most", "≤", "<=", "bis zu", "höchstens", "jusqu’à", "jusqu'à", "hasta"),
    Qualifier.UNDER: (
        "fewer than",
        "less than",
        "under",
        "below",
        "<",
        "weniger als",
        "unter",
        "moins de",
        "menos de",
    ),
    Qualifier.NEARLY: ("nearly", "almost", "fast", "beinahe", "presque", "casi"),
    Qualifier.ABOUT: (
        "about",
        "around",
        "approximately",
        "approx.",
        "roughly",
        "some",
        "circa",
        "ca.",
        "c.",
        "~",
        "≈",
        "etwa",
        "rund",
        "ungefähr",
        "environ",
        "unos",
        "cerca de",
    ),
}
SCALES = {
    "k": 1e3,
    "thousand": 1e3,
    "tsd": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "million": 1e6,
    "millions": 1e6,
    "mio": 1e6,
    "millionen": 1e6,
    "millones": 1e6,
    "bn": 1e9,
    "billion": 1e9,
    "mrd": 1e9,
    "milliarden": 1e9,
    "milliards": 1e9,
}
_DIGITS = r"\d+(?:[.,’'\u00a0\u202f ]\d+)*"
_NUMBER = re.compile(
    rf"(?P<sign>[-−–+])?\s?(?P<before>[€$£¥]|[A-Z]{{3}})?\s?(?P<inner>[-−])?(?P<digits>{_DIGITS})(?P<power>e[-+]?\d+)?"
    r"\s?(?P<scale>[A-Za-z]+\b\.?)?\s?(?P<after>[^\d]{0,20})",
    re.IGNORECASE,
)
_RANGE = re.compile(
    rf"(?P<low>{_DIGITS})\s?(?:–|—|-| to | bis | à | a )\s?(?P<high>{_DIGITS})\s?(?P<after>[^\d]{{0,20}})"
)
LONGEST = 28


def parse_datum(cell: object, lang: str) -> Datum | None:
    """Return a cell's value with its words; None for a cell that is no value. A missing one is
    ``Datum(None)``.
    """
    if isinstance(cell, bool):
        return None
    if isinstance(cell, int | float):
        return Datum(float(cell))
    text = " ".join(str("" if cell is None else cell).split())
    if text.lower() in MISSING:
        return Datum(None)
    qualifier, rest = _qualified(text)
    label = text if len(text) <= LONGEST else ""
    found = _RANGE.fullmatch(rest)
    if found:
        low, high = parse_value(found["low"], lang), parse_value(found["high"], lang)
        return None if low > high else Datum(low, qualifier or Qualifier.BETWEEN, high, label)
    number = _NUMBER.fullmatch(f"-{rest[1:-1]}" if rest.startswith("(") and rest.endswith(")") else rest)
    if not number:
        return None
    size = parse_value(number["digits"], lang) * float(f"1{number['power'] or ''}")
    size *= SCALES.get((number["scale"] or "").rstrip(".").lower(), 1.0)
    negative = number["sign"] in ("-", "−", "–") or number["inner"] is not None
    return Datum(-size if negative else size, qualifier, None, label)


def _qualified(text: str) -> tuple[Qualifier | None, str]:
    low = text.lower()
    for qualifier, words in BOUNDS.items():
        for word in words:
            if low.startswith(word) and (not word[-1].isalpha() or low[len(word) : len(word) + 1] == " "):
                return qualifier, text[len(word) :].strip()
    return None, text


def parse_value(digits: str, lang: str) -> float:
    """Return digits with their separators as a number, the language deciding where one mark could mean
    either.
    """
    text = re.sub(r"[\s’'\u00a0\u202f]", "", digits)
    decimal = SEPARATORS.get(lang.split("-")[0].lower(), SEPARATORS["en"])[0]
    marks = [mark for mark in text if mark in ".,"]
    if len(set(marks)) == 2:
        decimal = marks[-1]
    elif len(marks) > 1:
        decimal = "," if marks[0] == "." else "."
    elif marks and not re.fullmatch(r"[1-9]\d{0,2}[.,]\d{3}", text):
        decimal = marks[0]
    group = "," if decimal == "." else "."
    return float(text.replace(group, "").replace(decimal, "."))
