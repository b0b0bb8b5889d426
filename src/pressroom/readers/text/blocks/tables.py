"""Tables of plain text with their cells, heads and alignment."""

from __future__ import annotations

import re

from pressroom.model.document import Align, Cell, Row, Table
from pressroom.model.inline import words
from pressroom.model.span import Span
from pressroom.readers.text.blocks.inlines import LineJoiner
from pressroom.readers.text.lines.lines import Lines
from pressroom.readers.text.units.table_extent import find_separator, is_rule

_COLUMN_RULE = re.compile(r"\s*[-=─═]{2,}(?:\s+[-=─═]{2,})*\s*")
_NUMERIC = re.compile(r"[^\w\s]{0,3}\s?\d[\d\s.,'’]*\s?(?:%|[^\W\d]{1,3}|[€$£¥])?|[-–—]|n/?a", re.IGNORECASE)
_CELL = re.compile(r"(?:\\\||[^|])+")
_TABBED = re.compile(r"[^\t]+")
Bounds = tuple[int, int]


def build_table(lines: Lines, first: int, last: int, span: Span, joiner: LineJoiner) -> Table:
    """Build the table that stands on the lines ``first`` to ``last``."""
    rows: list[list[Bounds]] = []
    indexes = []
    head = 0
    rules = [index for index in range(first, last + 1) if is_rule(lines, index)]
    columns = _columns(lines, first, last, rules)
    ruled = frozenset(rules)
    for index in range(first, last + 1):
        if index in ruled:
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
                    joiner.join(start, end),
                    Span(joiner.source, index + 1, index + 1, start, end),
                    header=number < head,
                )
                for start, end in _filled(row, width)
            )
        )
        for number, (index, row) in enumerate(zip(indexes, rows, strict=True))
    ]
    aligns = tuple(_alignment(texts[head:], column) for column in range(width))
    return Table(tuple(built[:head]), tuple(built[head:]), span, aligns)


def looks_like_columns(table: Table) -> bool:
    """Tell whether a table is no table but lines of a page in columns: its cells are pieces of sentences."""
    rows = [[words(cell.inlines).strip() for cell in row.cells] for row in (*table.head, *table.body)]
    if len(rows) < _LEAST_LINES or not 1 < max(map(len, rows)) <= _MOST_COLUMNS:
        return False
    cells = [cell for row in rows for cell in row if cell]
    long = sum(map(len, cells)) >= _LONG_CELL * len(cells)
    begun = sum(cell[0].islower() for cell in cells)
    broken = sum(cell[-1].islower() or cell[-1] == "," for cell in cells)
    sentences = sum(cell[-1] in ".!?" for cell in cells)
    return long and begun * 5 >= len(cells) and broken * 3 >= len(cells) and sentences > 0


_LEAST_LINES = 4
_MOST_COLUMNS = 3
_LONG_CELL = 16  # characters of a cell, on average


def _filled(row: list[Bounds], width: int) -> list[Bounds]:
    end = row[-1][1] if row else 0
    return [*row, *((end, end) for _ in range(width - len(row)))]


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
    if "|" in raw[first] or find_separator(raw[first]):
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
    elif "\t" not in raw.strip() and (mark := find_separator(raw)):
        cells = _split_at(raw, mark)
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


def _split_at(raw: str, mark: str) -> list[Bounds]:
    """Return the cells between marks; a cell in quotation marks may hold the mark itself."""
    cells = []
    at, end = 0, len(raw.rstrip())
    while at <= end:
        closing = raw.find('"' + mark, at + 1) if raw[at : at + 1] == '"' else -1
        stop = raw.find(mark, closing + 1 if closing > 0 else at)
        stop = stop if 0 <= stop < end else end
        quoted = closing > 0 or (raw[at : at + 1] == '"' and raw[stop - 1] == '"' and stop - at > 1)
        cells.append((at + quoted, stop - quoted))
        at = stop + 1
    return cells


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
