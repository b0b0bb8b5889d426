"""A text split into lines, with what each begins with."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace

from pressroom.readers.text.lines.marks import LONE, START
from pressroom.readers.text.lines.wrapping import find_width, measure_first_word

TAB = 4
SOFT_BREAKS = "\x0b\u2028"  # of a line within its paragraph, as word processors and slides have it
_BREAK = re.compile(f"[\\n\u2029{SOFT_BREAKS}]")


@dataclass(frozen=True, slots=True)
class Lines:
    r"""A text's lines as columns of equal length.

    ``raw`` are the lines without "\\n"; ``starts`` their offsets; ``kinds`` the group of ``marks.START`` that
    fits, "" for words, "blank" for nothing to be seen; ``indents`` count columns; ``sizes`` count
    characters up
    to the last visible one. ``width`` is the column at which the text was wrapped, 0 if it wasn't. ``joined``
    are lines that began without a "\\n", ``soft`` those of them that go on with the paragraph; ``dropped``
    are lines that are no text, ``passages`` the bounds of parts of lines that are none.
    """

    text: str
    raw: list[str]
    starts: list[int]
    kinds: list[str]
    indents: list[int]
    sizes: list[int]
    width: int
    joined: tuple[int, ...] = ()
    soft: frozenset[int] = frozenset()
    dropped: frozenset[int] = frozenset()
    passages: tuple[tuple[int, int], ...] = ()

    def __len__(self) -> int:
        return len(self.raw)

    def content(self, index: int) -> str:
        """Return a line without the white space round it."""
        return self.raw[index].strip()

    def find(self, offset: int) -> int:
        """Return the line in which a character stands."""
        return bisect_right(self.starts, offset) - 1

    def number(self, index: int) -> int:
        """Return the number of a line as editors count it, from 1."""
        return index + 1 - bisect_right(self.joined, index)

    def end(self, index: int) -> int:
        """Return the offset after the last visible character of a line."""
        return self.starts[index] + self.sizes[index]

    def begin(self, index: int) -> int:
        """Return the offset of the first visible character of a line."""
        raw = self.raw[index]
        return self.starts[index] + len(raw) - len(raw.lstrip())

    def without(self, indexes: Iterable[int]) -> Lines:
        """Return the same lines with some of them passing for blank."""
        kinds = list(self.kinds)
        dropped = frozenset(indexes)
        for index in dropped:
            kinds[index] = "blank"
        return replace(self, kinds=kinds, dropped=dropped)

    def without_passages(self, passages: Iterable[tuple[int, int]]) -> Lines:
        """Return the same lines with white space for parts of them, bounds of offsets in one line each."""
        raw, kinds, sizes, indents = list(self.raw), list(self.kinds), list(self.sizes), list(self.indents)
        changed = set()
        for begin, end in passages:
            index = self.find(begin)
            own = begin - self.starts[index]
            raw[index] = raw[index][:own] + " " * (end - begin) + raw[index][own + end - begin :]
            changed.add(index)
        for index in changed:
            if kinds[index] != "blank":
                kinds[index], indents[index], sizes[index] = _measure(raw[index])
        return replace(
            self, raw=raw, kinds=kinds, indents=indents, sizes=sizes, passages=tuple(sorted(passages))
        )

    def measure_first_word(self, index: int) -> int:
        """Return the length of the first word of a line."""
        return measure_first_word(self.raw[index])


def split_lines(text: str) -> Lines:
    r"""Cut a text at every "\\n" and its like; characters and offsets stay as they are."""
    raw = text.split("\n") if _is_plain(text) else _BREAK.split(text)
    starts, kinds, indents, sizes = [], [], [], []
    offset = 0
    for line in raw:
        starts.append(offset)
        offset += len(line) + 1
        kind, indent, size = _measure(line)
        kinds.append(kind)
        indents.append(indent)
        sizes.append(size)
    _mark_lone(raw, kinds)
    width = find_width(raw, kinds, sizes)
    if _is_plain(text):
        return Lines(text, raw, starts, kinds, indents, sizes, width)
    joined = tuple(index for index, start in enumerate(starts) if start and text[start - 1] != "\n")
    soft = frozenset(index for index in joined if text[starts[index] - 1] in SOFT_BREAKS)
    return Lines(text, raw, starts, kinds, indents, sizes, width, joined, soft)


def _measure(line: str) -> tuple[str, int, int]:
    """Return kind, indent and size of a line."""
    visible = line.strip()
    if not visible:
        return "blank", 0, 0
    found = START.match(line)
    kind = found.lastgroup or "" if found else ""
    if visible is line or line[0] == visible[0]:
        return kind, 0, len(visible)
    before = line[: len(line) - len(line.lstrip())]
    indent = len(before.expandtabs(TAB)) if "\t" in before else len(before)
    return kind, indent, len(before) + len(visible)


def _mark_lone(raw: list[str], kinds: list[str]) -> None:
    """Give the kind of an item to marks that stand alone on their lines, ahead of the words of the item."""
    found: dict[str, list[tuple[int, str]]] = {}
    for index, line in enumerate(raw):
        if len(line) > _LONGEST_LONE or kinds[index] not in ("", "rule"):
            continue
        mark = LONE.fullmatch(line)
        after = next((at for at in range(index + 1, min(index + 3, len(raw))) if kinds[at] != "blank"), 0)
        if mark and after and kinds[after] == "" and not LONE.fullmatch(raw[after]):
            kind = mark.lastgroup or ""
            found.setdefault(line.strip() if kind == "bullet" else kind, []).append((index, kind))
    for marks in found.values():
        if len(marks) > 1:
            for index, kind in marks:
                kinds[index] = kind


_LONGEST_LONE = 12  # characters with the white space round them


def _is_plain(text: str) -> bool:
    return "\x0b" not in text and "\u2028" not in text and "\u2029" not in text
