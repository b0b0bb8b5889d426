"""Entries of a sidecar that name a number by its words and its sentence: which one of a text they mean."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pressroom.model.quantity import Quantity

ALIKE = 0.6  # share of a sentence's words that make a mended sentence the same
_LONGEST_ESCAPE = 0xFFFF  # that TOML writes with four digits


def normalize(text: str) -> str:
    """Return a text as entries are compared: blanks are one, capitals are small."""
    return re.sub(r"\s+", " ", text).strip().casefold()


def list_same(words: str, quantities: Sequence[Quantity]) -> list[int]:
    """Return the places of the quantities that are written as an entry has it."""
    wanted = normalize(words)
    return [
        at
        for at, one in enumerate(quantities)
        if wanted in (normalize(one.text), normalize(f"{one.qualifier_text} {one.text}"))
    ]


def find_target(words: str, sentence: str, quantities: Sequence[Quantity]) -> int | None:
    """Return the place of the quantity that an entry names, None where the text has it no longer."""
    same = list_same(words, quantities)
    if not sentence:
        return same[0] if same else None
    exact = [at for at in same if normalize(quantities[at].sentence_text) == normalize(sentence)]
    if exact:
        return exact[0]
    # the editor may have mended the sentence since; the same number in much the same words is the same fact
    near = [at for at in same if measure_likeness(quantities[at].sentence_text, sentence) > ALIKE]
    return near[0] if near else None


def measure_likeness(one: str, other: str) -> float:
    """Return which share of the words of ``other`` stands in ``one`` too."""
    words = set(re.findall(r"\w+", normalize(other)))
    return len(words & set(re.findall(r"\w+", normalize(one)))) / max(1, len(words))


def quote(text: str) -> str:
    """Return a text as a string of TOML on one line, with escapes for what cannot be printed."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(char if char.isprintable() else _escape(ord(char)) for char in escaped) + '"'


def _escape(code: int) -> str:
    return f"\\u{code:04x}" if code <= _LONGEST_ESCAPE else f"\\U{code:08x}"
