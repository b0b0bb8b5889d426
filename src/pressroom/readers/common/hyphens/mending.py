"""Whether a hyphen at the end of a line stays, by what the rest of the text writes."""

from __future__ import annotations

import re

from pressroom.readers.common.hyphens.compounds import is_compound

_LETTERS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BROKEN = re.compile(r"(?<![^\W\d_])([^\W\d_]{2,})[-\u2010]\r?\n\s*([^\W\d_]+)")
_ENDINGS = ("", "s", "es", "d", "ed", "n", "en")  # of other forms of a word that is written whole elsewhere
_SHORTEST_ALONE = 3  # letters of a word that is known and may yet be the end of a broken one: "it", "ion"


class HyphenMender:
    """Tells of a text, lines and all, which of the hyphens at its line ends are part of a word."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._known: set[str] | None = None
        self._breaks_words: bool | None = None

    def belongs(self, before: str, after: str) -> bool:
        """Tell whether the hyphen at the end of ``before`` belongs to its word; ``after`` goes on there."""
        if not after[:1].islower():
            return True
        left = re.search(r"(?<![^\W\d_])[^\W\d_]*[-\u2010]$", before)
        right = re.match(r"[^\W\d_]+", after)
        if not left or not right or len(left.group()) < 3:
            return True
        first, second = left.group()[:-1].lower(), right.group().lower()
        if is_compound(first, second):
            return True
        known = self._words()
        if not known.isdisjoint(first + second + ending for ending in _ENDINGS):
            return False
        if f"{first}-{second}" in known:
            return True
        if first in known and second in known:
            return not self._hyphenates()
        return second in known and len(second) > _SHORTEST_ALONE

    def _words(self) -> set[str]:
        if self._known is None:
            plain = re.sub(r"(?<!\S)\S*[-\u2010]\r?\n\s*\S*", " ", self._text)
            self._known = {word.lower() for word in _LETTERS.findall(plain)}
        return self._known

    def _hyphenates(self) -> bool:
        """Tell whether the text breaks words at line ends: one that it also writes whole proves it."""
        if self._breaks_words is None:
            known = self._words()
            self._breaks_words = any(
                (first + second).lower() in known for first, second in _BROKEN.findall(self._text)
            )
        return self._breaks_words
