"""The form of a language's table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Language:
    """Words for numbers, doubt, time and things. All words are lower case; phrases have one space between words.

    Numbers: ``small`` are number words and phrases that add up ("seven", "vingt et un"), ``hundred`` the words that
    multiply what stands ahead by it, ``scales`` the words for larger ones, ``bare`` those of both that are numbers
    alone ("mille"), ``fractions`` the names of parts, ``half`` the word for one of two, ``halving`` what stands ahead of
    it where it counts ("more than half"), ``whole`` what stands behind a fraction ("a third of"), ``and_words`` what joins
    parts, ``point`` the spoken decimal sign, ``articles`` what may stand for one ahead of a scale, ``one`` the words for
    one that are articles or pronouns as well, ``several`` what makes a scale vague, ``rounded`` the scales that tell of about as
    many ("une trentaine"), ``shares`` phrases that are a part of what they stand by ("jeder fünfte"). ``compounds`` tells that number words
    are written together. ``decimal`` and ``grouping`` are the characters of written numbers.

    Doubt: ``before`` and ``after`` are qualifiers that stand ahead of or behind a number, with their meaning;
    ``between``, ``to``, ``and_`` and ``or_`` make ranges, ``from_`` stands ahead of the first of two values, ``moving`` are
    beginnings of verbs with which these tell of a change.

    Things: ``units`` maps a unit's words to its canonical English name and kind, ``per`` stands ahead of what is counted
    by; ``stop`` are words that end what is counted, ``verbs`` those that never name it, ``fillers`` those that may stand
    between a number and its noun. ``capital_nouns`` and ``adjectives_follow`` tell where a noun stands. ``persons`` are
    words for people whose age may follow, ``aged`` those ahead of an age.

    Names: ``references`` are words whose number is a name ("Artikel 5"), ``dated`` those ahead of a year,
    ``months`` map to 1-12, ``capital_months`` tells that they are written with a capital, ``clock`` are words
    behind an hour, ``hours`` those ahead of one, ``day_parts`` what tells an hour from a count, ``streets`` what stands by the number
    of a house, ``roads`` the letters of roads and ``on_roads`` what stands ahead of them, ``ranks`` what a number word ranks, ``ratios``
    what tells a ratio from a score, ``idioms`` phrases that hold a number and count nothing, ``vague`` words of number without a value.

    Claims: ``negation``, ``alleged``, ``planned`` and ``hypothetical`` are words that make a number what they say.
    """

    small: Mapping[str, float]
    hundred: frozenset[str]
    scales: Mapping[str, float]
    fractions: Mapping[str, int]
    half: frozenset[str]
    and_words: frozenset[str]
    articles: frozenset[str]
    decimal: str
    grouping: str
    before: Mapping[str, str]
    after: Mapping[str, str]
    units: Mapping[str, tuple[str, str]]
    stop: frozenset[str]
    months: Mapping[str, int]
    vague: frozenset[str]
    negation: frozenset[str]
    planned: frozenset[str]
    hypothetical: frozenset[str]
    between: frozenset[str] = frozenset()
    to: frozenset[str] = frozenset()
    and_: frozenset[str] = frozenset()
    or_: frozenset[str] = frozenset()
    from_: frozenset[str] = frozenset()
    moving: tuple[str, ...] = ()
    per: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()
    fillers: frozenset[str] = frozenset()
    capital_nouns: bool = False
    capital_months: bool = False
    adjectives_follow: bool = False
    compounds: bool = False
    point: str = ""
    references: frozenset[str] = frozenset()
    dated: frozenset[str] = frozenset()
    clock: frozenset[str] = frozenset()
    aged: frozenset[str] = frozenset()
    idioms: frozenset[str] = frozenset()
    persons: frozenset[str] = frozenset()
    one: frozenset[str] = frozenset()
    whole: frozenset[str] = frozenset()
    bare: frozenset[str] = frozenset()
    several: frozenset[str] = frozenset()
    alleged: frozenset[str] = frozenset()
    halving: frozenset[str] = frozenset()
    rounded: frozenset[str] = frozenset()
    shares: Mapping[str, float] = field(default_factory=dict)
    hours: frozenset[str] = frozenset()
    day_parts: frozenset[str] = frozenset()
    streets: frozenset[str] = frozenset()
    roads: frozenset[str] = frozenset()
    on_roads: frozenset[str] = frozenset()
    ranks: frozenset[str] = frozenset()
    ratios: frozenset[str] = frozenset()


def listed(text: str) -> list[str]:
    """Read a list of words in their order."""
    return text.split()


def words(text: str) -> frozenset[str]:
    """Read a list of words, with _ for a space inside a phrase."""
    return frozenset(word.replace("_", " ") for word in text.split())


def meanings(table: Mapping[str, str]) -> dict[str, str]:
    """Read phrases by what they mean: {"over": "more_than above"} → {"more than": "over", "above": "over"}."""
    return {phrase: meaning for meaning, phrases in table.items() for phrase in words(phrases)}


def units(kinds: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """Read a table of units: for each kind, pairs "word=canonical", with _ for a space inside either."""
    return {
        word.replace("_", " "): (name.replace("_", " "), kind)
        for kind, pairs in kinds.items()
        for word, _, name in (pair.partition("=") for pair in pairs.split())
    }
