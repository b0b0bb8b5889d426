"""Sentences with the numbers that are in them, a language a file, and how well they are found.

A line is the sentence, a tabulator, and its values: "12.4;15.1", a range "30..40", a qualifier "900@nearly",
"-" for none. They were written before the finder was tried on them.
``news/`` holds sentences in the manner of news wires with units, offsets and what is counted, in the form of
../shared/benchmarks/numbers; "part" tells whether the rules were mended by one at once, late, or last.
"""

from __future__ import annotations

import json
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
    """F1 of values, qualifiers, units; in which share of sentences without a number one was seen; misses."""

    sentences: int
    values: float
    qualifiers: float
    false: float
    misses: tuple[str, ...]
    units: float = 0


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


# how sure, in the classes that the labels can tell apart
_DOUBT = {"nearly": "about", "at_least": "over", "at_most": "under", "between": ""}


def news(lang: str) -> Score:
    """Score news sentences: values and units where they stand, and the qualifiers of the values found."""
    right = units = wanted = seen = said = said_wanted = said_right = empty = false = 0
    misses = []
    lines = (FOLDER / "news" / f"{lang}.jsonl").read_text(encoding="utf-8").splitlines()
    for record in map(json.loads, lines):
        gold = record["expected"]
        found = {(one.start, one.end): one for one in extract(record["text"], lang)}
        wanted, seen = wanted + len(gold), seen + len(found)
        empty, false = empty + (not gold), false + (not gold and bool(found))
        for each in gold:
            over = [one for (start, end), one in found.items() if start < each["end"] and each["start"] < end]
            one = next((one for one in over if _plain(one.value) == _plain(each["value"])), None)
            if one is None:
                misses.append(f"{record['text']}  {each['text']}")
                continue
            right += 1
            units += one.unit.casefold() == (each["unit"] or "").casefold()
            doubts = (str(one.qualifier or ""), each["qualifier"] or "")
            ours, theirs = (_DOUBT.get(how, how) for how in doubts)
            said, said_wanted = said + bool(ours), said_wanted + bool(theirs)
            said_right += bool(ours) and ours == theirs
    both = wanted + seen
    sure = 2 * said_right / ((said + said_wanted) or 1)
    return Score(len(lines), 2 * right / both, sure, false / empty, tuple(misses), 2 * units / both)


def _plain(value: object) -> tuple[float, ...]:
    if isinstance(value, Interval):
        value = [value.low, value.high]
    every = value if isinstance(value, list) else [value]
    return tuple(float(f"{one:.4g}") for one in every)
