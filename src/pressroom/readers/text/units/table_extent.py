"""Where tables stand in plain text: pipes, tabs, drawn grids and columns aligned by spaces."""

from __future__ import annotations

import re
from collections.abc import Callable, Set
from functools import lru_cache

from pressroom.readers.text.lines.lines import Lines
from pressroom.readers.text.lines.numbering import NAMED

_KEYED = re.compile(r"\s*[^\W\d_][\w()/&'’. -]{0,38}?:[ \t]")
_GAP = re.compile(r"(?<=\S)(?<![.!?:;])[ \xa0]{2,}(?=\S)|(?<=\S)[ \xa0]{4,}(?=\S)")
_PIPE_RULE = re.compile(r"\s*\|?\s*:?-{1,}:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")


def find_table_end(lines: Lines, first: int) -> int:
    """Return the index of the last line of the table that begins on ``first``, -1 if none begins there."""
    kind = lines.kinds[first]
    raw = lines.raw[first]
    if kind == "grid":
        return _run(lines, first, lambda index: lines.kinds[index] in ("grid", "pipe"), 3)
    if kind == "pipe":
        return _run(lines, first, lambda index: lines.kinds[index] == "pipe", 2)
    if kind == "columns" or (first + 1 < len(lines) and lines.kinds[first + 1] == "columns"):
        return _ruled(lines, first)
    if raw.count("\t") == 1 and NAMED.fullmatch(raw.partition("\t")[0].strip()):
        return -1  # "§ 1" behind which Word sets a tab
    if "\t" in raw.strip() and kind in _CELLS_MAY_FOLLOW:
        return _run(lines, first, lambda index: _tabbed(lines, index) or _is_part_row(lines, index), 2)
    if " | " in raw:
        return _run(lines, first, lambda index: "|" in lines.raw[index], 2)
    if _GAP.search(raw):
        end = _aligned(lines, first)
        return end if end >= 0 else _aligned_below(lines, first)
    return _separated(lines, first) if find_separator(raw) else -1


def find_separator(raw: str) -> str:
    """Return what separates the cells of a row as programs export it ("Hull,412300,8.2"), "" for nothing."""
    raw = _QUOTED_CELL.sub("x", raw) if '"' in raw else raw
    if raw.count(",") >= _LEAST_MARKS and ", " not in raw:
        return ","
    return ";" if raw.count(";") >= _LEAST_MARKS and "; " not in raw else ""


_LEAST_MARKS = 2
_LEAST_ROWS = 3


def _separated(lines: Lines, first: int) -> int:
    """Follow rows with as many marks as the first, which names the columns; one of them holds numbers."""
    mark = find_separator(lines.raw[first])
    heads = _QUOTED_CELL.sub("x", lines.content(first)).split(mark)
    if any(not head.strip() or _VALUE.fullmatch(head.strip()) for head in heads):
        return -1
    last = first
    numbers = set(range(len(heads)))
    while numbers and last + 1 < len(lines) and find_separator(lines.raw[last + 1]) == mark:
        cells = _QUOTED_CELL.sub("x", lines.content(last + 1)).split(mark)
        if len(cells) != len(heads):
            break
        numbers &= {at for at, cell in enumerate(cells) if _VALUE.fullmatch(cell.strip())}
        last += 1
    return last if numbers and last - first + 1 >= _LEAST_ROWS else -1


_QUOTED_CELL = re.compile(r'"[^"]*"')
_VALUE = re.compile(r"[-+]?[\d.,']*\d\s?%?")


_CELLS_MAY_FOLLOW = frozenset(("", "bare", "number", "outline", "letter"))


def _tabbed(lines: Lines, index: int) -> bool:
    return "\t" in lines.raw[index].strip() and lines.kinds[index] in _CELLS_MAY_FOLLOW


def _is_part_row(lines: Lines, index: int) -> bool:
    """Tell whether a line is a row with nothing but its first cell, between rows with more."""
    if lines.kinds[index] not in _CELLS_MAY_FOLLOW or lines.sizes[index] > _LONGEST_CELL:
        return False
    if "\t" in lines.raw[index].rstrip(" \r"):
        return True
    after = index + 1
    return after < len(lines) and _tabbed(lines, after) and lines.raw[index].rstrip()[-1] not in ".:;?!"


_LONGEST_CELL = 60  # characters


def _run(lines: Lines, first: int, belongs: Callable[[int], bool], least: int) -> int:
    return _follow(lines, first, lambda index: lines.kinds[index] != "blank" and belongs(index), least)


def _ruled(lines: Lines, first: int) -> int:
    def belongs(index: int) -> bool:
        return lines.kinds[index] == "columns" or _GAP.search(lines.raw[index]) is not None

    return _follow(lines, first, belongs, 2)


def _follow(lines: Lines, first: int, belongs: Callable[[int], bool], least: int) -> int:
    """Follow lines that belong to a table, one of which at least is a row."""
    last = first
    is_drawn = is_rule(lines, first)
    while last + 1 < len(lines) and belongs(last + 1):
        last += 1
        is_drawn = is_drawn and is_rule(lines, last)
        if is_drawn and last - first >= _MOST_RULES:
            return -1
    return last if last - first + 1 >= least and not is_drawn else -1


_MOST_RULES = 20  # drawn lines ahead of the first row


def _aligned(lines: Lines, first: int, least: int = 3) -> int:
    """Follow lines that share a column where a cell begins or ends."""
    edges: Set[int] = _edges(lines.raw[first])
    last = first
    keyed = _is_keyed(lines.raw[first])
    while last + 1 < len(lines) and lines.kinds[last + 1] not in ("blank", "bullet", "quote"):
        shared = edges & _edges(lines.raw[last + 1])
        if not shared:
            row = _row_after(lines, last + 1, edges)
            if row < 0:
                break
            shared = edges & _edges(lines.raw[row])
            keyed = keyed and all(_is_keyed(lines.raw[index]) for index in range(last + 1, row))
            last = row - 1
        edges = shared
        last += 1
        keyed = keyed and _is_keyed(lines.raw[last])
        if keyed and last - first >= _LONGEST_HEAD:
            return -1
    if keyed:
        return -1  # the head of a memo: keys with a colon, their values set under each other
    return last if last - first + 1 >= least else -1


def _aligned_below(lines: Lines, first: int) -> int:
    """Follow rows whose heads stand somewhere above them: as many cells, at other columns."""
    below = first + 1
    if below >= len(lines) or lines.kinds[below] not in ("", "bare"):
        return -1
    last = _aligned(lines, below, least=2)
    cells = len(_GAP.findall(lines.raw[first]))
    same = all(len(_GAP.findall(lines.raw[index])) == cells for index in range(below, last + 1))
    return last if last >= 0 and same and cells > 1 else -1


_LONGEST_HEAD = 60  # lines with a key that are looked at for a row without one


@lru_cache(maxsize=256)
def _is_keyed(raw: str) -> bool:
    return _KEYED.match(raw) is not None


_MOST_CARRIED = 3  # lines of one cell under its first


def _row_after(lines: Lines, index: int, edges: Set[int]) -> int:
    """Return the next row after lines that go on with a cell, set in as far as it; -1 if there is none."""
    for ahead in range(index, min(index + _MOST_CARRIED + 1, len(lines))):
        if lines.kinds[ahead] in ("blank", "bullet", "quote"):
            return -1
        if edges & _edges(lines.raw[ahead]):
            return ahead
        if lines.indents[ahead] not in edges or not lines.indents[ahead]:
            return -1
    return -1


@lru_cache(maxsize=256)
def _edges(raw: str) -> frozenset[int]:
    found = set()
    for gap in _GAP.finditer(raw):
        found.add(gap.end())
        end = raw.find("  ", gap.end())
        found.add(-(end if end > 0 else len(raw.rstrip())))
    return frozenset(found)


def is_rule(lines: Lines, index: int) -> bool:
    """Tell whether a line of a table is drawn and holds no cells."""
    kind = lines.kinds[index]
    if kind in ("grid", "columns", "rule"):
        return True
    return kind in ("pipe", "") and "-" in lines.raw[index] and bool(_PIPE_RULE.fullmatch(lines.raw[index]))
