"""English."""

from __future__ import annotations

from pressroom.numbers.languages.en.meaning import BOILERPLATE, CLAIMS, PERIODS, QUALIFIERS, ROLES, SOURCES
from pressroom.numbers.languages.en.reading import DATES, NAMES, NOUNS, NUMERALS, SPELLING, UNITS
from pressroom.numbers.languages.en.relations import (
    AGES,
    COMPARISONS,
    CONFLICTS,
    ELLIPSIS,
    KEY,
    RANGES,
    RELATIONS,
)
from pressroom.numbers.languages.en.wording import WORDING
from pressroom.numbers.languages.form import Language

LANGUAGE = Language(
    numerals=NUMERALS,
    nouns=NOUNS,
    ranges=RANGES,
    comparisons=COMPARISONS,
    relations=RELATIONS,
    ages=AGES,
    qualifiers=QUALIFIERS,
    dates=DATES,
    names=NAMES,
    claims=CLAIMS,
    spelling=SPELLING,
    units=UNITS,
    sources=SOURCES,
    periods=PERIODS,
    roles=ROLES,
    boilerplate=BOILERPLATE,
    ellipsis=ELLIPSIS,
    conflicts=CONFLICTS,
    key=KEY,
    wording=WORDING,
)
