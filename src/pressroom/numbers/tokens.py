"""Written numbers: digits with any separators, words, mixtures, fractions; with their value and place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from pressroom.numbers.languages import language
from pressroom.numbers.languages.form import Language

_SPACE = "\u00a0\u202f\u2009"
DIGITS = re.compile(
    rf"(?<![\w.,])(?:\d{{1,3}}(?:[,.'’{_SPACE}]\d{{2,3}})+(?:[.,]\d{{1,6}})?|\d{{1,15}}(?:[.,]\d{{1,10}})?)(?![\d])"
    rf"|(?:(?<=[$£€¥₹₩₽₪~≈<>≤≥(–-])|(?<=USD|EUR|GBP|CHF|JPY|CNY|CAD|AUD|NZD|SEK|NOK|DKK|INR))(?:\d{{1,3}}(?:[,.'’{_SPACE}]\d{{2,3}})+(?:[.,]\d{{1,6}})?|\d{{1,15}}(?:[.,]\d{{1,10}})?)(?!\d)"
)
SPACED = re.compile(r"(?<![\w.,])[1-9]\d{0,2}(?: \d{3})+(?![\d,.]\d)")
# "10 1/2": a whole number and parts of one
_PART = re.compile(r" (?P<parts>[1-9])/(?P<of>[2-9]|10|16|32)(?![\d/])")
GLYPHS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125}


@dataclass(frozen=True, slots=True)
class Token:
    """A written number without unit or qualifier. ``scaled`` tells that a scale word is part of it."""

    start: int
    end: int
    value: float
    scaled: bool = False
    words: bool = False
    fraction: bool = False


def value_of(digits: str, table: Language) -> float | None:
    """Return what digits with separators mean in a language; None for what is no number ("1.2.3").

    A separator that stands more than once groups; one that stands once with three digits behind it groups where it
    is the language's grouping character. Any other last separator is the decimal one.
    """
    plain = re.sub(rf"['’{_SPACE} ]", "", digits)
    commas, points = plain.count(","), plain.count(".")
    decimal = table.decimal
    if commas and points:
        decimal = "," if plain.rindex(",") > plain.rindex(".") else "."
    elif commas > 1:
        decimal = "."
    elif points > 1:
        decimal = ","
    elif commas + points == 1:
        mark = "," if commas else "."
        behind = len(plain) - plain.index(mark) - 1
        ahead = plain.index(mark)
        groups = behind == 3 and 1 <= ahead <= 3 and not plain.startswith("0")
        decimal = ("," if mark == "." else ".") if groups and mark == table.grouping else mark
    grouping = "," if decimal == "." else "."
    try:
        return float(plain.replace(grouping, "").replace(decimal, "."))
    except ValueError:
        return None


@cache
def _word_pattern(lang: str) -> re.Pattern[str]:
    table = language(lang)
    numbers = sorted(
        {*table.small, *table.hundred, *table.scales, *table.fractions} - {"k", "m", "b", "t"},
        key=len,
        reverse=True,
    )
    words = "|".join(map(re.escape, numbers))
    return re.compile(
        rf"(?i)\b(?:{words})(?:(?:[ -]|,? {table.and_word} (?:an? |one )?| an? )(?:{words}))*\b"
    )


_ARTICLES = frozenset({"a", "an"})
_WORD = re.compile(r"[^\W\d_]+")


def _pieces(text: str, table: Language) -> list[str]:
    """Cut number words apart; what the table has as one ("soixante-quinze", "cuarenta y dos") stays whole."""
    pieces: list[str] = []
    words = _WORD.findall(text)
    at = 0
    while at < len(words):
        for count in (4, 3, 2):
            few = words[at : at + count]
            whole = next((each for each in ("-".join(few), " ".join(few)) if each in table.small), "")
            if len(few) == count and whole:
                pieces.append(whole)
                at += count
                break
        else:
            pieces.append(words[at])
            at += 1
    return pieces


def words_value(text: str, table: Language) -> tuple[float, bool, bool] | None:
    """Return (value, a scale word took part, it is a part of one) of number words, None for other words."""
    total = group = part = 0.0
    ahead_of_and: float | None = None
    seen = scaled = fraction = False
    for word in _pieces(text.lower(), table):
        if word in _ARTICLES:
            continue
        if word == table.and_word:
            ahead_of_and = group
            continue
        if word in table.small:
            small = table.small[word]
            fits = group % 100 == 0 or (small < 10 and group % 10 == 0)
            if ahead_of_and is None and seen and not fits:
                return None
            group += small
        elif word in table.hundred:
            group, scaled = (group or 1) * 100, True
        elif word in table.scales:
            total += (group + part or 1) * table.scales[word]
            group, part, ahead_of_and, scaled = 0, 0, None, True
        elif word in table.fractions:
            whole = ahead_of_and or 0
            part, group, fraction = ((group - whole) or 1) / table.fractions[word], whole, True
        else:
            return None
        seen = True
    if ahead_of_and and ahead_of_and % 100 and not part:
        return None  # "one and two" are two numbers
    return (total + group + part, scaled, fraction) if seen else None


def tokens(text: str, lang: str) -> list[Token]:
    """Find written numbers in ``text``, left to right, none inside another."""
    table = language(lang)
    found = list(_digits(text, table))
    worded: list[Token] = []
    starts = [token.start for token in found]
    for match in _word_pattern(lang).finditer(text):
        at = bisect_right(starts, match.start()) - 1
        if at >= 0 and match.start() < found[at].end:
            continue
        token = _words(match, table)
        if token:
            worded.append(token)
    return sorted([*found, *worded], key=lambda token: token.start)


def _digits(text: str, table: Language) -> Iterator[Token]:
    done = 0
    for match in _numbers(text):
        value = value_of(match.group(), table)
        if value is None:
            continue
        end = match.end()
        if match.start() < done:
            continue
        part = _PART.match(text, end)
        if part and value == int(value) and int(part["of"]):
            done = part.end()
            yield Token(match.start(), done, value + int(part["parts"]) / int(part["of"]))
            continue
        fraction = re.match(r"\s?([½¼¾⅓⅔⅛])", text[end : end + 2])
        if fraction:
            value, end = value + GLYPHS[fraction[1]], end + fraction.end()
        yield Token(match.start(), end, value)


def _numbers(text: str) -> Iterator[re.Match[str]]:
    spaced = {match.start(): match for match in SPACED.finditer(text)}
    end = 0
    for match in DIGITS.finditer(text):
        if match.start() < end:
            continue
        found = spaced.get(match.start(), match)
        end = found.end()
        yield found


def _words(match: re.Match[str], table: Language) -> Token | None:
    value = words_value(match.group(), table)
    if value is None:
        return None
    amount, scaled, fraction = value
    return Token(match.start(), match.end(), amount, scaled, words=True, fraction=fraction)
