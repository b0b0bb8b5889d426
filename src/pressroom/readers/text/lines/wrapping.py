"""The width at which a text was wrapped, found from its lines."""

from __future__ import annotations

NARROWEST, WIDEST = 24, 132  # columns; below, lines are verse or a list; above, no line is wrapped


def measure_first_word(line: str) -> int:
    """Return the length of the first word of a line."""
    line = line.lstrip()
    space = line.find(" ", 0, WIDEST)
    return space if space > 0 else min(len(line), WIDEST)


def find_width(raw: list[str], kinds: list[str], sizes: list[int]) -> int:
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
            wide = size + 1 + measure_first_word(raw[index + 1])
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
