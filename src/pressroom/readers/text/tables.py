"""Tables in plain text: pipes, tabs, drawn grids and columns aligned by spaces."""

from __future__ import annotations

import re
from collections.abc import Callable

from pressroom.model.document import Align, Cell, Row, Table
from pressroom.model.span import Span
from pressroom.readers.text.inlines import Inliner
from pressroom.readers.text.lines import Lines

_KEYED = re.compile(r"\s*[^\W\d_][\w()/&'’. -]{0,38}?:[ \t]")
_GAP = re.compile(r"(?<=\S)(?<![.!?:;])[ \xa0]{2,}(?=\S)|(?<=\S)[ \xa0]{4,}(?=\S)")
_PIPE_RULE = re.compile(r"\s*\|?\s*:?-{1,}:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
_COLUMN_RULE = re.compile(r"\s*[-=─═]{2,}(?:\s+[-=─═]{2,})*\s*")
_NUMERIC = re.compile(r"[^\w\s]{0,3}\s?\d[\d\s.,'’]*\s?(?:%|[^\W\d]{1,3}|[€$£¥])?|[-–—]|n/?a", re.IGNORECASE)
_CELL = re.compile(r"(?:\\\||[^|])+")
_TABBED = re.compile(r"[^\t]+")

Bounds = tuple[int, int]


def extent(lines: Lines, first: int) -> int:
    """Return the index of the last line of the table that begins on ``first``, -1 if none begins there."""
    kind = lines.kinds[first]
    raw = lines.raw[first]
    if kind == "grid":
        return _run(lines, first, lambda index: lines.kinds[index] in ("grid", "pipe"), 3)
    if kind == "pipe":
        return _run(lines, first, lambda index: lines.kinds[index] == "pipe", 2)
    if kind == "columns" or (first + 1 < len(lines) and lines.kinds[first + 1] == "columns"):
        return _ruled(lines, first)
    if "\t" in raw.strip() and kind in _CELLS_MAY_FOLLOW:
        return _run(lines, first, lambda index: _tabbed(lines, index), 2)
    if " | " in raw:
        return _run(lines, first, lambda index: "|" in lines.raw[index], 2)
    if _GAP.search(raw):
        return _aligned(lines, first)
    return -1


_CELLS_MAY_FOLLOW = frozenset(("", "bare", "number", "outline", "letter"))


def _tabbed(lines: Lines, index: int) -> bool:
    return "\t" in lines.raw[index].strip() and lines.kinds[index] in _CELLS_MAY_FOLLOW


def _run(lines: Lines, first: int, belongs: Callable[[int], bool], least: int) -> int:
    last = first
    while last + 1 < len(lines) and lines.kinds[last + 1] != "blank" and belongs(last + 1):
        last += 1
    rows = sum(not _is_rule(lines, index) for index in range(first, last + 1))
    return last if last - first + 1 >= least and rows else -1


def _ruled(lines: Lines, first: int) -> int:
    last = first
    while last + 1 < len(lines) and (lines.kinds[last + 1] == "columns" or _GAP.search(lines.raw[last + 1])):
        last += 1
    rows = sum(not _is_rule(lines, index) for index in range(first, last + 1))
    return last if last > first and rows else -1


def _aligned(lines: Lines, first: int) -> int:
    """Follow lines that share a column where a cell begins or ends."""
    edges = _edges(lines.raw[first])
    last = first
    while last + 1 < len(lines) and lines.kinds[last + 1] not in ("blank", "bullet", "quote"):
        shared = edges & _edges(lines.raw[last + 1])
        if not shared:
            row = _row_after(lines, last + 1, edges)
            if row < 0:
                break
            shared = edges & _edges(lines.raw[row])
            last = row - 1
        edges = shared
        last += 1
    if all(_KEYED.match(lines.raw[index]) for index in range(first, last + 1)):
        return -1  # the head of a memo: keys with a colon, their values set under each other
    return last if last - first >= 2 else -1


_MOST_CARRIED = 3  # lines of one cell under its first


def _row_after(lines: Lines, index: int, edges: set[int]) -> int:
    """Return the next row after lines that go on with a cell, set in as far as it; -1 if there is none."""
    for ahead in range(index, min(index + _MOST_CARRIED + 1, len(lines))):
        if lines.kinds[ahead] in ("blank", "bullet", "quote"):
            return -1
        if edges & _edges(lines.raw[ahead]):
            return ahead
        if lines.indents[ahead] not in edges or not lines.indents[ahead]:
            return -1
    return -1


def _edges(raw: str) -> set[int]:
    found = set()
    for gap in _GAP.finditer(raw):
        found.add(gap.end())
        end = raw.find("  ", gap.end())
        found.add(-(end if end > 0 else len(raw.rstrip())))
    return found


def table(lines: Lines, first: int, last: int, span: Span, inliner: Inliner) -> Table:
    """Build the table that stands on the lines ``first`` to ``last``."""
    rows: list[list[Bounds]] = []
    indexes = []
    head = 0
    rules = [index for index in range(first, last + 1) if _is_rule(lines, index)]
    columns = _columns(lines, first, last, rules)
    for index in range(first, last + 1):
        if index in rules:
            if rows and not head and lines.kinds[index] != "rule":
                head = len(rows)
            continue
        cells = _cells(lines, index, columns)
        rows.append(cells)
        indexes.append(index)
    if lines.kinds[first] == "grid" and len(rules) > 2 and len(rows) + 1 != len(rules):
        head = min(head, 1)
    texts = [[lines.text[start:end] for start, end in row] for row in rows]
    if head >= len(rows):
        head = 0
    if not head and not rules and _has_head(texts):
        head = 1
    width = max(len(row) for row in rows)
    built = [
        Row(
            tuple(
                Cell(
                    inliner.line(start, end),
                    Span(inliner.source, index + 1, index + 1, start, end),
                    header=number < head,
                )
                for start, end in _filled(row, width)
            )
        )
        for number, (index, row) in enumerate(zip(indexes, rows, strict=True))
    ]
    aligns = tuple(_alignment(texts[head:], column) for column in range(width))
    return Table(tuple(built[:head]), tuple(built[head:]), span, aligns)


def _filled(row: list[Bounds], width: int) -> list[Bounds]:
    end = row[-1][1] if row else 0
    return [*row, *((end, end) for _ in range(width - len(row)))]


def _is_rule(lines: Lines, index: int) -> bool:
    kind = lines.kinds[index]
    if kind in ("grid", "columns", "rule"):
        return True
    return kind in ("pipe", "") and "-" in lines.raw[index] and bool(_PIPE_RULE.fullmatch(lines.raw[index]))


def _has_head(texts: list[list[str]]) -> bool:
    """Tell whether a first row without a rule under it names the columns."""
    if len(texts) < 2 or len(texts[0]) < 2 or any(_NUMERIC.fullmatch(cell) for cell in texts[0] if cell):
        return False
    numeric = any(
        sum(bool(_NUMERIC.fullmatch(row[column])) for row in texts[1:] if column < len(row)) * 2
        >= len(texts) - 1
        for column in range(1, len(texts[0]))
    )
    return numeric or (len(texts) > 2 and len(texts[0]) > 2)


def _alignment(texts: list[list[str]], column: int) -> Align:
    cells = [row[column] for row in texts if column < len(row) and row[column]]
    numeric = sum(bool(_NUMERIC.fullmatch(cell)) for cell in cells)
    return "right" if cells and numeric * 2 > len(cells) else ""


def _columns(lines: Lines, first: int, last: int, rules: list[int]) -> list[Bounds]:
    """Return the columns (from, to) of a table aligned by spaces; none for pipes and tabs."""
    raw = lines.raw
    if lines.kinds[first] in ("pipe", "grid") or any("\t" in raw[index].strip() for index in (first, last)):
        return []
    if "|" in raw[first]:
        return []
    for index in rules:
        if lines.kinds[index] == "columns":
            marks = [found.span() for found in re.finditer(r"[-=─═]+", raw[index])]
            return [
                (mark[0], following[0])
                for mark, following in zip(marks, [*marks[1:], (10**9, 0)], strict=True)
            ]
    width = max(len(raw[index]) for index in range(first, last + 1))
    blank = [True] * width
    for index in range(first, last + 1):
        for column, letter in enumerate(raw[index]):
            if not letter.isspace():
                blank[column] = False
    columns = []
    start = 0
    column = 0
    while column < width:
        if blank[column]:
            after = column
            while after < width and blank[after]:
                after += 1
            if after - column >= 2 and column > start:
                columns.append((start, after))
                start = after
            column = after
        else:
            column += 1
    columns.append((start, 10**9))
    return columns


def _cells(lines: Lines, index: int, columns: list[Bounds]) -> list[Bounds]:
    raw = lines.raw[index]
    base = lines.starts[index]
    if columns:
        cells = [(start, min(end, len(raw))) for start, end in columns if start <= len(raw)]
        cells = _unsplit(raw, cells)
    elif "|" in raw and "\t" not in raw.strip():
        begin = len(raw) - len(raw.lstrip())
        end = len(raw.rstrip())
        begin += raw[begin] == "|"
        end -= raw[end - 1] == "|" and end - 1 > begin
        cells = []
        at = begin
        while at <= end:
            bar = raw.find("|", at, end)
            while bar > 0 and raw[bar - 1] == "\\":
                bar = raw.find("|", bar + 1, end)
            stop = bar if bar >= 0 else end
            cells.append((at, stop))
            at = stop + 1
    else:
        begin = len(raw) - len(raw.lstrip(" "))
        cells = []
        at = begin
        end = len(raw.rstrip())
        while at <= end:
            tab = raw.find("\t", at, end)
            stop = tab if tab >= 0 else end
            cells.append((at, stop))
            at = stop + 1
    return [_trim(raw, start, end, base) for start, end in cells]


def _unsplit(raw: str, cells: list[Bounds]) -> list[Bounds]:
    """Move a border that cuts a word to the word's beginning."""
    for number in range(1, len(cells)):
        start, end = cells[number]
        while 0 < start < len(raw) and not raw[start].isspace() and not raw[start - 1].isspace():
            start -= 1
        cells[number] = (start, max(start, end))
        cells[number - 1] = (cells[number - 1][0], max(cells[number - 1][0], start))
    return cells


def _trim(raw: str, start: int, end: int, base: int) -> Bounds:
    piece = raw[start:end]
    visible = piece.strip()
    if not visible:
        return base + start, base + start
    start += len(piece) - len(piece.lstrip())
    return base + start, base + start + len(visible)
