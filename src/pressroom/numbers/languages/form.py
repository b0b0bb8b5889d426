"""The form of a language's table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Language:
    """Words for numbers, doubt and time. All words are lower case.

    ``small`` are number words below a hundred, ``hundred`` the words that multiply by it, ``scales`` the words and
    abbreviations for larger ones. ``fractions`` are names of parts ("third"). ``before`` and ``after`` are the
    qualifiers that stand ahead of or behind a number, with their meaning. ``months`` maps names to 1–12.
    ``decimal`` and ``grouping`` are the characters of written numbers. ``stop`` are words that end what is counted.
    ``references`` are words whose number is a name ("Artikel 5"), ``dated`` those ahead of a year ("seit 2019").
    """

    small: Mapping[str, int]
    hundred: frozenset[str]
    scales: Mapping[str, float]
    fractions: Mapping[str, int]
    before: Mapping[str, str]
    after: Mapping[str, str]
    months: Mapping[str, int]
    decimal: str
    grouping: str
    units: Mapping[str, tuple[str, str]]
    stop: frozenset[str]
    and_word: str
    range_words: tuple[str, ...]
    per_words: tuple[str, ...]
    percent: frozenset[str]
    vague: frozenset[str]
    negation: frozenset[str]
    planned: frozenset[str]
    hypothetical: frozenset[str]
    references: tuple[str, ...] = ()
    dated: tuple[str, ...] = ()


def units(kinds: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """Read a table of units: for each kind, pairs "word=canonical", with _ for a space inside either."""
    return {
        word.replace("_", " "): (name.replace("_", " "), kind)
        for kind, pairs in kinds.items()
        for word, _, name in (pair.partition("=") for pair in pairs.split())
    }
