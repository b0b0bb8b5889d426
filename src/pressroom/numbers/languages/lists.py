"""Readers for lists of words, which stand in the tables of languages as texts."""

from __future__ import annotations


def listed(text: str) -> tuple[str, ...]:
    """Read a list of words in their order, with _ for a space inside a phrase."""
    return tuple(word.replace("_", " ") for word in text.split())


def words(text: str) -> frozenset[str]:
    """Read a list of words, with _ for a space inside a phrase."""
    return frozenset(word.replace("_", " ") for word in text.split())


def values(text: str) -> dict[str, float]:
    """Read words with their values: "thousand=1e3 dozen=12"."""
    pairs = (pair.partition("=") for pair in text.split())
    return {word.replace("_", " "): float(value) for word, _, value in pairs}


def months(text: str) -> dict[str, int]:
    """Read the twelve months in their order, with | between names of one: "january|jan february|feb …"."""
    return {name: number for number, names in enumerate(text.split(), 1) for name in names.split("|")}


def meanings(**phrases: str) -> dict[str, str]:
    """Read phrases by what they mean: over="more_than above" → {"more than": "over", "above": "over"}."""
    return {phrase: meaning for meaning, listed in phrases.items() for phrase in words(listed)}


def units(**kinds: str) -> dict[str, tuple[str, str]]:
    """Read a table of units: for each kind, pairs "word=canonical", with _ for a space inside either."""
    return {
        word.replace("_", " "): (name.replace("_", " "), kind)
        for kind, pairs in kinds.items()
        for word, _, name in (pair.partition("=") for pair in pairs.split())
    }


def written_as(text: str) -> dict[str, str]:
    """Read names with the signs that stand for them: "euro=€|EUR" → {"€": "euro", "EUR": "euro"}."""
    pairs = (pair.partition("=") for pair in text.split())
    return {sign: name.replace("_", " ") for name, _, signs in pairs for sign in signs.split("|")}
