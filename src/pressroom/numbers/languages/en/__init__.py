"""English."""

from __future__ import annotations

from pressroom.numbers.languages.en.grammar import AGES, COMPARISONS, ELLIPSIS, NOUNS, RANGES
from pressroom.numbers.languages.en.meaning import CLAIMS, PERIODS, QUALIFIERS, SOURCES
from pressroom.numbers.languages.en.measures import UNITS
from pressroom.numbers.languages.en.naming import DATES, NAMES
from pressroom.numbers.languages.en.numerals import NUMERALS, SPELLING
from pressroom.numbers.languages.en.ranking import CONFLICTS, KEY
from pressroom.numbers.languages.form import (
    Language,
)

LANGUAGE = Language(
    numerals=NUMERALS,
    nouns=NOUNS,
    ranges=RANGES,
    comparisons=COMPARISONS,
    ages=AGES,
    qualifiers=QUALIFIERS,
    dates=DATES,
    names=NAMES,
    claims=CLAIMS,
    spelling=SPELLING,
    units=UNITS,
    sources=SOURCES,
    periods=PERIODS,
    ellipsis=ELLIPSIS,
    conflicts=CONFLICTS,
    key=KEY,
)
