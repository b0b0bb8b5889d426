"""English nouns in the singular and the plural."""

from __future__ import annotations

import re

from pressroom.numbers.languages.en.plurals import NO_PLURALS, PLURALS, UNCHANGED
from pressroom.numbers.languages.en.singulars import SINGULARS, SINGULARS_IN_S

# ending of a plural → how many letters go, and what comes instead; the first that fits. What they get wrong
# stands in the table
_ENDINGS = (
    (re.compile(r"[^aeiou]ies$"), 3, "y"),
    (re.compile(r"(?:ss|x|ch|sh|zz|o|(?<![ao])us)es$"), 2, ""),
    (re.compile(r"(?:[^su'])s$"), 1, ""),
)
_SHORTEST = 4  # letters of a plural in -ies whose singular ends in y: not "ties"


def is_plural(word: str) -> bool:
    """Tell whether an English word in lower case looks like a noun in the plural."""
    if word in PLURALS or word in SINGULARS or word.endswith(("children", "women")):
        return True
    if word in NO_PLURALS or word in SINGULARS_IN_S:
        return False
    return len(word) > 2 and word[-1] == "s" and word[-2] not in "su'" and not word.endswith(("is", "ous"))


def is_plural_name(written: str) -> bool:
    """Tell whether a word as written is a plural, names of people in -is included: "Israelis"."""
    return is_plural(written.lower()) or (written[:1].isupper() and written.endswith("is"))


def singular(word: str) -> str:
    """Return the singular of an English noun: by the table, or as far as its ending shows it."""
    lower = word.lower()
    if lower in UNCHANGED or lower in SINGULARS_IN_S:
        return word
    if lower in SINGULARS:
        return SINGULARS[lower]
    if word[:1].isupper() and lower.endswith("is"):
        return word[:-1]
    if lower.endswith("children"):
        return word[:-3]
    if lower.endswith("women"):
        return f"{word[:-3]}man"
    if lower in PLURALS and not lower.endswith("s"):
        return f"{word[:-3]}man" if lower.endswith("men") else word
    return singular_by_ending(word)


def singular_by_ending(word: str) -> str:
    """Return the singular of an English noun as its ending shows it."""
    lower = word.lower()
    if lower.endswith(("is", "'s")):
        return word
    for ending, letters, instead in _ENDINGS:
        if ending.search(lower) and not (instead and len(lower) <= _SHORTEST):
            return word[:-letters] + instead
    return word
