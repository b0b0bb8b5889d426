"""What the network sees of a word: its norm, its ends and its shape, as rows of tables."""

import re
from functools import lru_cache

_DIGITS = re.compile(r"\d(?:[\d.,:'’\u00a0\u202f\u2009]*\d)?")
_MONEY = re.compile(r"[a-z]{0,3}[$£€¥₹]0[a-z]*|0[$£€¥₹]")
_RUNS = re.compile(r"(.)\1{2,}")
_QUOTES = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "–": "-", "—": "-", "−": "-"}
)

KINDS = ("norm", "suffix3", "suffix5", "prefix3", "shape")


@lru_cache(maxsize=20_000)
def find_features(word: str) -> tuple[str, ...]:
    """The features of a word, one of each of KINDS; numbers look alike, whatever digits and currency."""
    norm = _DIGITS.sub("0", word.translate(_QUOTES).lower())
    norm = _MONEY.sub("$0", norm)
    return norm, norm[-3:], norm[-5:], norm[:3], _shape_of(word)


def _shape_of(word: str) -> str:
    letters = "".join(
        "X" if letter.isupper() else "x" if letter.isalpha() else "0" if letter.isdigit() else letter
        for letter in word[:12]
    )
    return _RUNS.sub(r"\1\1", letters.translate(_QUOTES))
