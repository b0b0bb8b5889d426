"""Edits made in Word, as changes of the source's text."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass, field

from pressroom.model.span import Span
from pressroom.writers.docx.roundtrip.source_text.blocks import BlockKind
from pressroom.writers.docx.roundtrip.word.tokens import describe_difference

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
    """An edit that cannot be taken back by itself: the words in Word, why, and where about.

    ``source`` are the words that the source has and keeps, "" where it has none.
    """

    words: str
    reason: str
    near: Span | None = None
    source: str = ""

    @property
    def difference(self) -> str:
        """The words in which the source and Word differ, "" where the source has no such paragraph."""
        return describe_difference(self.source, self.words) if self.source else ""


@dataclass(frozen=True, slots=True)
class Said:
    """The words of a block as they are to stand in the source; ``calls`` are the labels of its notes."""

    text: str
    calls: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """What belongs together of the edits: all of it is made, or none.

    ``conflicts`` say it where it cannot be made. The others say what the source reads like afterwards:
    ``texts`` which paragraphs blocks become (none: they are gone), ``added`` those behind ("after") or ahead
    ("before") of a block, ``notes`` those of labels, ``kinds`` what blocks become.
    """

    edits: tuple[Edit, ...]
    conflicts: tuple[EditConflict, ...]
    texts: dict[str, tuple[Said, ...]] = field(default_factory=dict)
    added: tuple[tuple[str, str, Said], ...] = ()
    notes: dict[str, str | None] = field(default_factory=dict)
    kinds: dict[str, BlockKind] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PulledEdits:
    """What somebody changed in Word, as changes of the source's text."""

    text: str
    edits: tuple[Edit, ...]
    conflicts: tuple[EditConflict, ...]

    def apply(self) -> str:
        """Return the source with the edits made."""
        return apply_edits(self.text, self.edits)

    def patch(self, name: str) -> str:
        """Return the edits as a unified diff of the file ``name``; "" when there are none."""
        before, after = _split_lines(self.text), _split_lines(self.apply())
        lines = difflib.unified_diff(before, after, f"a/{name}", f"b/{name}")
        return "".join(line if line.endswith("\n") else f"{line}\n{_NO_END}\n" for line in lines)


def apply_edits(text: str, edits: tuple[Edit, ...]) -> str:
    """Return a text with edits made, which are in order and do not overlap."""
    made, at = [], 0
    for edit in edits:
        made += [text[at : edit.start], edit.new]
        at = edit.end
    return "".join([*made, text[at:]])


def sort_edits(changes: list[Change]) -> tuple[tuple[Edit, ...], list[Change]]:
    """Return the edits of some changes in order, and the changes that overlap with earlier ones."""
    entries = [(edit, change) for change in changes for edit in change.edits]
    entries.sort(key=lambda entry: (entry[0].start, entry[0].end))
    at, overlapping = -1, []
    for edit, change in entries:
        if edit.start < at and change not in overlapping:
            overlapping.append(change)
        at = max(at, edit.end)
    return tuple(edit for edit, _ in entries), overlapping


def _split_lines(text: str) -> list[str]:
    """Split at line feeds alone, as diff and patch do."""
    return re.findall(r"[^\n]*\n|[^\n]+", text)
