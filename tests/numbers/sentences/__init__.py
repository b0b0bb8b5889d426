"""Sentences with the numbers that are in them, a language a file, and how well they are found.

A line is the sentence, a tabulator, and its values: "12.4;15.1", a range "30..40", a qualifier "900@nearly",
"-" for none. They were written before the finder was tried on them.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from pressroom.model.quantity import Interval, Kind
from pressroom.numbers import extract

FOLDER = Path(__file__).parent
LANGUAGES = ("en", "de", "fr", "es")
Value = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Score:
    """F1 of values and of qualifiers, the share of sentences without one in which one was seen, misses."""

    sentences: int
    values: float
    qualifiers: float
    false: float
    misses: tuple[str, ...]


def sentences(lang: str) -> list[tuple[str, list[tuple[Value, str]]]]:
    """Return the sentences of a language, each with its values (low, high) and qualifiers."""
    lines = (FOLDER / f"{lang}.tsv").read_text(encoding="utf-8").splitlines()
    return [(text, _wanted(told)) for text, _, told in (line.partition("\t") for line in lines)]


def _wanted(told: str) -> list[tuple[Value, str]]:
    if told == "-":
        return []
    values = []
    for each in told.split(";"):
        number, _, qualifier = each.partition("@")
        low, _, high = number.partition("..")
        values.append(((float(low), float(high or low)), qualifier))
    return values


def found(text: str, lang: str) -> list[tuple[Value, str]]:
    """Return what the finder sees in a sentence, ordinals and numbers without a value aside."""
    seen = []
    for one in extract(text, lang):
        if one.value is None or one.kind is Kind.ORDINAL:
            continue
        value = (one.value.low, one.value.high) if isinstance(one.value, Interval) else (one.value, one.value)
        seen.append((value, str(one.qualifier.value) if one.qualifier else ""))
    return seen


def score(lang: str) -> Score:
    """Score a language."""
    right = wanted_count = seen_count = said = said_wanted = said_right = empty = false = 0
    misses = []
    every = sentences(lang)
    for text, wanted in every:
        seen = found(text, lang)
        values, others = Counter(value for value, _ in wanted), Counter(value for value, _ in seen)
        both = (values & others).total()
        right, wanted_count, seen_count = right + both, wanted_count + len(wanted), seen_count + len(seen)
        words, told = [{pair for pair in pairs if pair[1]} for pairs in (wanted, seen)]
        said_right, said_wanted, said = (
            said_right + len(words & told),
            said_wanted + len(words),
            said + len(told),
        )
        empty, false = empty + (not wanted), false + (not wanted and bool(seen))
        if values != others or words != told:
            misses.append(f"{text}  wanted {wanted}  seen {seen}")
    return Score(
        len(every),
        2 * right / (wanted_count + seen_count),
        2 * said_right / ((said_wanted + said) or 1),
        false / (empty or 1),
        tuple(misses),
    )
