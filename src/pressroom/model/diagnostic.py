"""Diagnostics are values: collected along the way, shown by whoever asked for the work."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from pressroom.model.printable import make_printable
from pressroom.model.span import Span

LANGUAGE_GUESSED = "language-guessed"  # the rule of what is told once for all texts of a run


class Severity(StrEnum):
    """How bad it is. An error means that an output is missing or would be false."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """What was found, where, and what to do about it.

    ``rule`` is a stable kebab-case name ("encoding-guessed"), fit for a filter or a link into the manual.
    ``where`` names a file when no ``span`` can be given. ``message`` and ``cure`` are one line each and safe
    to show, whatever they quote.
    """

    severity: Severity
    rule: str
    message: str
    cure: str = ""
    span: Span | None = None
    where: str = ""

    def __post_init__(self) -> None:
        """Keep what is quoted, of a document or of a library's own error, from breaking the line."""
        for name in ("message", "cure"):
            object.__setattr__(self, name, make_printable(getattr(self, name)))

    def __str__(self) -> str:
        """Return it as one line that is safe to show."""
        place = str(self.span) if self.span else self.where
        text = f"{place}: {self.severity}: {self.message}" if place else f"{self.severity}: {self.message}"
        stop = "" if text.endswith((".", "!", "?", "…")) else "."
        return make_printable(f"{text}{stop} Cure: {self.cure}" if self.cure else text)


def find_error(found: Iterable[Diagnostic]) -> Diagnostic:
    """Return the first error of some diagnostics, those of what failed. Raises StopIteration for none."""
    return next(each for each in found if each.severity is Severity.ERROR)
