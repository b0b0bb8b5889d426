"""Headings numbered by their author: can Word count them, and how?

Word may only count where it comes to exactly the numbers that were written: each level has one pattern
("%1.%2", "Annex %1"), each heading's number follows from the ones before it. Anything else stays text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

_PART = re.compile(r"\d+|(?<![A-Za-z])(?:[IVXLCDM]+|[ivxlcdm]+|[A-Za-z])(?![A-Za-z])")
_ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)
FORMS = ("decimal", "upperRoman", "lowerRoman", "upperLetter", "lowerLetter")


@dataclass(frozen=True, slots=True)
class Scheme:
    """How one level is counted: Word's number format, its ``w:lvlText`` and the first number."""

    form: str
    text: str
    start: int = 1


UNCOUNTED = Scheme("none", "")


def format_count(value: int, form: str) -> str:
    """Return a count in one of Word's number formats."""
    if form == "decimal":
        return str(value)
    if form.endswith("Roman"):
        roman = ""
        for worth, letters in _ROMAN:
            roman += letters * (value // worth)
            value %= worth
        return roman if form == "upperRoman" else roman.lower()
    letter = chr(ord("A") + (value - 1) % 26) * ((value - 1) // 26 + 1)
    return letter if form == "upperLetter" else letter.lower()


@dataclass(slots=True)
class _Counter:
    """Counts as Word does: a heading raises its level and puts the deeper ones back."""

    schemes: dict[int, Scheme]
    counts: dict[int, int] = field(default_factory=dict)

    def next(self, level: int) -> str:
        for deeper in [n for n in self.counts if n > level]:
            del self.counts[deeper]
        self.counts[level] = self.counts.get(level, self.schemes[level].start - 1) + 1
        text = self.schemes[level].text
        for n, scheme in self.schemes.items():
            if f"%{n + 1}" in text:
                text = text.replace(f"%{n + 1}", format_count(self.counts.get(n, scheme.start), scheme.form))
        return text


def find_heading_schemes(headings: Sequence[tuple[int, str]], depth: int) -> tuple[Scheme, ...] | None:
    """Find the patterns that count exactly to the numbers written.

    ``headings`` are (level from 0, number as written or "") in order. Returns one scheme a level up to
    ``depth``, or None when Word could not count them (or nothing is numbered).
    """
    numbered = [(level, number) for level, number in headings if number]
    if not numbered:
        return None
    schemes: dict[int, Scheme] = {}
    for level in sorted({level for level, _ in numbered}):
        found = _find_scheme(numbered, level, schemes)
        if found is None:
            return None
        schemes[level] = found
    return tuple(schemes.get(level, UNCOUNTED) for level in range(depth))


def _find_scheme(numbered: Sequence[tuple[int, str]], level: int, above: dict[int, Scheme]) -> Scheme | None:
    sample = next(number for at, number in numbered if at == level)
    for candidate in _list_candidates(sample, level, above):
        counter = _Counter({**above, level: candidate})
        if all(counter.next(at) == number for at, number in numbered if at <= level):
            return candidate
    return None


def _list_candidates(sample: str, level: int, above: dict[int, Scheme]) -> list[Scheme]:
    """Read the first number of a level in every way it can be meant; its last count is the level's own."""
    parts = list(_PART.finditer(sample))
    if not parts:
        return []
    outer = sorted(above)[-(len(parts) - 1) :] if len(parts) > 1 else []
    if len(outer) != len(parts) - 1:
        return []
    text, end = "", 0
    for part, owner in zip(parts, [*outer, level], strict=True):
        text += sample[end : part.start()] + f"%{owner + 1}"
        end = part.end()
    text += sample[end:]
    own = parts[-1].group()
    return [
        Scheme(form, text, start)
        for form in FORMS
        for start in range(1, 40)
        if format_count(start, form) == own
    ] or [Scheme("decimal", text, int(own))] * own.isdigit()
