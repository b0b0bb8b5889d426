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
