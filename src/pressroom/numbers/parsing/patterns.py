"""Parts of regular expressions that are made of words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache, lru_cache


def any_of(words: Iterable[str], space: str = " ") -> str:
    """Return a group that matches one of some words or phrases, the longest first; nothing matches none.

    ``space`` is what parts the words of a phrase.
    """
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    forms = (re.escape(word).replace(re.escape(" "), space) for word in longest_first)
    return f"(?:{'|'.join(forms) or '(?!)'})"


def capitalized(words: Iterable[str]) -> set[str]:
    """Return words in small letters and with a capital ahead: "the" and "The"."""
    return {form for word in words for form in (word, word[:1].upper() + word[1:])}


def whole_words(words: Iterable[str], stems: Iterable[str] = ()) -> str:
    """Return a part that matches one of some words or phrases, or a word that begins with a stem."""
    begun = f"|{any_of(stems)}\\w*" if stems else ""
    return rf"\b(?:{any_of(words)}{begun})\b"


_WORD = re.compile(r"\w+")


@lru_cache(maxsize=8)  # a sentence is asked for several lists of words, and for each of its numbers
def split_words(text: str) -> frozenset[str]:
    """Return the words of a text in small letters, parted as a pattern parts them."""
    return frozenset(_WORD.findall(text.lower()))


class WordFinder:
    """Tells whether a text holds one of some words or phrases, or a word that begins with a stem.

    A pattern asks for each of them at each word of the text; here the text's words are looked up, and the
    pattern is asked where one of them may be meant.
    """

    def __init__(self, words: Iterable[str], stems: Iterable[str] = ()) -> None:
        words, stems = tuple(words), tuple(stems)
        self.pattern = re.compile(whole_words(words, stems), re.IGNORECASE)
        self._first = frozenset(match.group().lower() for match in map(_WORD.search, words) if match)
        self._stems = tuple(stem.lower() for stem in stems)

    def is_in(self, text: str) -> bool:
        """Tell whether a text holds one of the words."""
        seen = split_words(text)
        may_be = not self._first.isdisjoint(seen) or any(word.startswith(self._stems) for word in seen)
        return may_be and self.pattern.search(text) is not None


def compile_later(build: Callable[[], str], flags: int = 0) -> Callable[[], re.Pattern[str]]:
    """Return a function that builds and compiles a pattern when it is first called.

    Compiling what few sentences ask for would take longer than reading the numbers of one.
    """
    return cache(lambda: re.compile(build(), flags))
