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
    are lines that are no text.
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

    def __len__(self) -> int:
        return len(self.raw)

    def content(self, index: int) -> str:
        """Return a line without the white space round it."""
        return self.raw[index].strip()

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

    def measure_first_word(self, index: int) -> int:
        """Return the length of the first word of a line."""
        return measure_first_word(self.raw[index])


def split_lines(text: str) -> Lines:
    r"""Cut a text at every "\\n" and its like; characters and offsets stay as they are."""
    raw = text.split("\n") if _is_plain(text) else _BREAK.split(text)
    starts, kinds, indents, sizes = [], [], [], []
    offset = 0
    match = START.match
    for line in raw:
        starts.append(offset)
        offset += len(line) + 1
        visible = line.strip()
        if not visible:
            kinds.append("blank")
            indents.append(0)
            sizes.append(0)
            continue
        found = match(line)
        kinds.append(found.lastgroup or "" if found else "")
        if visible is line or line[0] == visible[0]:
            indents.append(0)
            sizes.append(len(visible))
        else:
            before = line[: len(line) - len(line.lstrip())]
            indents.append(len(before.expandtabs(TAB)) if "\t" in before else len(before))
            sizes.append(len(before) + len(visible))
    _mark_lone(raw, kinds)
    width = find_width(raw, kinds, sizes)
    if _is_plain(text):
        return Lines(text, raw, starts, kinds, indents, sizes, width)
    joined = tuple(index for index, start in enumerate(starts) if start and text[start - 1] != "\n")
    soft = frozenset(index for index in joined if text[starts[index] - 1] in SOFT_BREAKS)
    return Lines(text, raw, starts, kinds, indents, sizes, width, joined, soft)


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
