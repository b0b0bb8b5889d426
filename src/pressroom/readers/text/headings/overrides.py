"""Overrides of headings, which take precedence over what the parser finds."""

from __future__ import annotations

import re

from pressroom.model.diagnostic import Diagnostic, Severity
from pressroom.readers.common.settings import ReaderSettings
from pressroom.readers.text.lines.lines import Lines
from pressroom.readers.text.units.units import Unit

_NUMBER = re.compile(
    r"^(?:[(\[]?(?:\d{1,3}(?:\.\d{1,3})*|[IVXLC]{1,6}|[A-Za-z])[.)\]]|\d{1,3}(?:\.\d{1,3})*(?=\s))\s+"
)
_OUTER = " \t\r\f\xa0.:;,!?\"'“”‘’*_#=-–—"


class HeadingOverrides:
    """The lines that the overrides name, found once for a text."""

    def __init__(self, lines: Lines, settings: ReaderSettings) -> None:
        self._lines = lines
        self._words: dict[str, list[int]] | None = None
        self.missing: list[str | int] = []
        self.headings = self._found(settings.headings)
        self.not_headings = self._found(settings.not_headings)
        self.levels: dict[int, int] = {}
        for place, level in settings.levels:
            for index in self._found((place,)):
                self.levels[index] = max(1, level)

    def denies(self, unit: Unit) -> bool:
        """Tell whether a unit is overridden to be no heading."""
        return not self.not_headings.isdisjoint(range(unit.first, unit.last + 1))

    def level(self, unit: Unit) -> int:
        """Return the level that a heading is overridden to have, 0 for none."""
        return next((self.levels[at] for at in range(unit.first, unit.last + 1) if at in self.levels), 0)

    def _found(self, places: tuple[str | int, ...]) -> set[int]:
        found: set[int] = set()
        for place in places:
            indexes = self._indexes(place)
            if not indexes:
                self.missing.append(place)
            found.update(indexes)
        return found

    def _indexes(self, place: str | int) -> list[int]:
        named = self._named(place) if isinstance(place, str) else []
        if named:
            return named
        if isinstance(place, int) or place.strip().isdecimal():
            index = int(place) - 1
            if 0 <= index < len(self._lines) and self._lines.kinds[index] != "blank":
                return [index]
        return []

    def _named(self, place: str) -> list[int]:
        if self._words is None:
            self._words = {}
            for index, kind in enumerate(self._lines.kinds):
                if kind != "blank" and self._lines.sizes[index] < 300:
                    content = self._lines.content(index)
                    if index + 1 < len(self._lines):
                        joined = f"{content} {self._lines.content(index + 1)}"  # a heading wrapped in two
                        self._words.setdefault(normalize(_NUMBER.sub("", joined)), []).append(index)
                    for words in {normalize(content), normalize(_NUMBER.sub("", content))}:
                        self._words.setdefault(words, []).append(index)
        return self._words.get(normalize(place), []) if normalize(place) else []

    def diagnostics(self, source: str) -> tuple[Diagnostic, ...]:
        """Return a warning for each place that is not in the text."""
        return tuple(
            Diagnostic(
                Severity.WARNING,
                "no-such-heading",
                f"the settings name {place!r} as a heading's place, but no line is like that",
                "give the heading's words as they stand in the text, or its line number",
                where=source,
            )
            for place in dict.fromkeys(self.missing)
        )


def normalize(text: str) -> str:
    """Return words for comparison: no case, no outer punctuation, single spaces."""
    return " ".join(text.strip(_OUTER).casefold().split())
