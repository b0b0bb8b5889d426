"""Edits made in Word, as changes of the source's text."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass

from pressroom.model.span import Span

_NO_END = "\\ No newline at end of file"


@dataclass(frozen=True, slots=True)
class Edit:
    """One change of the source: characters ``start`` to ``end`` of its text become ``new``."""

    start: int
    end: int
    new: str
    span: Span


@dataclass(frozen=True, slots=True)
class EditConflict:
    """An edit that cannot be taken back by itself: the words in Word, why, and where about."""

    words: str
    reason: str
    near: Span | None = None


@dataclass(frozen=True, slots=True)
class PulledEdits:
    """What somebody changed in Word, as changes of the source's text."""

    text: str
    edits: tuple[Edit, ...]
    conflicts: tuple[EditConflict, ...]

    def apply(self) -> str:
        """Return the source with the edits made."""
        text, at = [], 0
        for edit in self.edits:
            text += [self.text[at : edit.start], edit.new]
            at = edit.end
        return "".join([*text, self.text[at:]])

    def patch(self, name: str) -> str:
        """Return the edits as a unified diff of the file ``name``; "" when there are none."""
        before, after = _split_lines(self.text), _split_lines(self.apply())
        lines = difflib.unified_diff(before, after, f"a/{name}", f"b/{name}")
        return "".join(line if line.endswith("\n") else f"{line}\n{_NO_END}\n" for line in lines)


def _split_lines(text: str) -> list[str]:
    """Split at line feeds alone, as diff and patch do."""
    return re.findall(r"[^\n]*\n|[^\n]+", text)
