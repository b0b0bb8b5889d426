"""A text cut into lines, with what each begins with, and how wide the text was wrapped."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from pressroom.readers.text.marks import START

NARROWEST, WIDEST = 24, 132  # columns; below, lines are verse or a list; above, nobody wraps
TAB = 4


@dataclass(frozen=True, slots=True)
class Lines:
    r"""A text's lines as columns of equal length.

    ``raw`` are the lines without "\\n"; ``starts`` their offsets; ``kinds`` the group of ``marks.START`` that
    fits, "" for words, "blank" for nothing to be seen; ``indents`` count columns; ``sizes`` count
    characters up
    to the last visible one. ``width`` is the column at which the text was wrapped, 0 if it wasn't.
    """

    text: str
    raw: list[str]
    starts: list[int]
    kinds: list[str]
    indents: list[int]
    sizes: list[int]
    width: int

    def __len__(self) -> int:
        return len(self.raw)

    def content(self, index: int) -> str:
        """Return a line without the white space round it."""
        return self.raw[index].strip()

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
        for index in indexes:
            kinds[index] = "blank"
        return replace(self, kinds=kinds)

    def first_word(self, index: int) -> int:
        """Return the length of the first word of a line."""
        return _first_word(self.raw[index])


def cut(text: str) -> Lines:
    r"""Cut a text at every "\\n"; characters and offsets stay as they are."""
    raw = text.split("\n")
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
    return Lines(text, raw, starts, kinds, indents, sizes, _wrap_width(raw, kinds, sizes))


def _first_word(line: str) -> int:
    line = line.lstrip()
    space = line.find(" ", 0, WIDEST)
    return space if space > 0 else min(len(line), WIDEST)


def _wrap_width(raw: list[str], kinds: list[str], sizes: list[int]) -> int:
    """Find the column at which most lines were broken, 0 if there is none.

    A line wrapped at column w is at most w long, and its next word wouldn't have fitted: each pair of lines
    votes for the columns from one to the other, and the column with most votes wins if most pairs agree and
    lines that are longer (addresses, tables, paragraphs pasted whole) don't outnumber them.
    """
    votes = [0] * (2 * WIDEST + 2)
    going = [0] * (2 * WIDEST + 2)  # the same votes, each as sure as the next line goes on with the sentence
    lengths = [0] * (WIDEST + 1)
    for index in range(len(raw) - 1):
        size = sizes[index]
        if NARROWEST <= size <= WIDEST and kinds[index + 1] in _CARRIES_ON and kinds[index] != "pipe":
            votes[size] += 1
            wide = size + 1 + _first_word(raw[index + 1])
            votes[wide] -= 1
            sure = _goes_on(raw[index].rstrip()[-1], raw[index + 1].lstrip()[0])
            going[size] += sure
            going[wide] -= sure
            lengths[size] += 1
    best = width = total = sum_going = going_on = 0
    for column in range(WIDEST + 1):
        total += votes[column]
        sum_going += going[column]
        if total >= best:
            best, width, going_on = total, column, sum_going
    if best < 2 or going_on * _LEAST_GOING_ON < 2 * best or (best < _FEW and going_on <= best):
        return 0
    if width < _NARROW and _is_verse(raw, kinds, sizes):
        return 0
    pairs = sum(lengths[width // 2 : width + 4])
    longer = sum(size > width + 3 for size in sizes)
    return width if best >= max(pairs * 0.5, longer) else 0


_FEW = 6  # pairs of lines: too few to tell by their length alone
_LEAST_GOING_ON = 5  # one in so many lines surely goes on with a sentence wherever prose was wrapped


def _goes_on(last: str, first: str) -> int:
    """Tell from the letters round a line's end how far the next line goes on with it: 2 surely, 0 hardly.

    A number begins an entry; a capital may begin a name, or any noun in German, unless a sentence has ended.
    """
    if first.isdigit() or (first.isupper() and last in ".!?:"):
        return 0
    return 1 if first.isupper() else 2


_NARROW = 50  # columns


def _is_verse(raw: list[str], kinds: list[str], sizes: list[int]) -> bool:
    """Tell whether most lines with another after them end at a pause; prose breaks anywhere."""
    lines = [
        raw[index].rstrip()[-1] in _PAUSES
        for index in range(len(raw) - 1)
        if sizes[index] and kinds[index] in _CARRIES_ON and kinds[index + 1] in _CARRIES_ON
    ]
    return sum(lines) * 2 > len(lines)


_PAUSES = ",.;:!?–—"
_CARRIES_ON = frozenset(("", "bare"))
