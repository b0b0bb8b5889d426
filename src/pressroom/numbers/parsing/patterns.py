"""Parts of regular expressions that are made of words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache


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


def compile_later(build: Callable[[], str], flags: int = 0) -> Callable[[], re.Pattern[str]]:
    """Return a function that builds and compiles a pattern when it is first called.

    Compiling what few sentences ask for would take longer than reading the numbers of one.
    """
    return cache(lambda: re.compile(build(), flags))
