"""Words of two texts compared."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence

from pressroom.writers.docx.roundtrip.word.wordtext import normalize_spaces, show_words

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")


def split_tokens(text: str) -> list[str]:
    """Return the words and marks of a text, white space left out."""
    return [token for token in _TOKEN.findall(text) if not token.isspace()]


def split_all_tokens(text: str) -> list[str]:
    """Return the words, marks and white space of a text; together they are the text."""
    return _TOKEN.findall(text)


def compute_likeness(first: str, second: str) -> float:
    """Return how alike two texts are in their words, from 0 to 1."""
    tokens = split_tokens(first), split_tokens(second)
    return difflib.SequenceMatcher(None, *tokens, autojunk=False).ratio()


def list_changes(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """Yield where two sequences differ: from where to where in the first, and in the second."""
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    for kind, i1, i2, j1, j2 in matcher.get_opcodes():
        if kind != "equal":
            yield i1, i2, j1, j2


def describe_difference(before: str, after: str) -> str:
    """Say in which words two texts differ: "'ten' became 'twelve'", several with "; "."""
    tokens = split_all_tokens(normalize_spaces(before)), split_all_tokens(normalize_spaces(after))
    said: list[str] = []
    for i1, i2, j1, j2 in list_changes(*tokens):
        old, new = (show_words("".join(part)) for part in (tokens[0][i1:i2], tokens[1][j1:j2]))
        if old and new:
            said.append(f"{old!r} became {new!r}")
        elif old:
            said.append(f"{old!r} is gone")
        elif new:
            said.append(f"{new!r} is new")
    return "; ".join(said)
