"""Tables that are drawn: lines round their cells, or at least between their columns and rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pressroom.model.document import Cell, Row, Table
from pressroom.model.inline import Text
from pressroom.readers.common.rendering import NOWHERE
from pressroom.readers.pdf.layout.page import Box, PdfWord, join_words, surround
from pressroom.readers.pdf.layout.tables import (
    NUMBER,
    PlacedCell,
    count_head,
    set_apart,
    strip_leaders,
    text_at,
)


@dataclass(frozen=True, slots=True)
class DrawnTable:
    """A table with lines round its cells, and the words that it takes."""

    box: Box
    table: Table
    words: tuple[PdfWord, ...]


_FEWEST_ROWS = 3  # lines of each way: two rows, two columns
_MOST_COLUMNS = 60
_NEAR = 2.5  # points: lines that meet
_MOST_LINES = 400  # of one grid


def find_drawn(words: Sequence[PdfWord], rules: Sequence[Box]) -> list[DrawnTable]:
    """Return the tables whose cells are drawn with lines, from the top."""
    found: list[DrawnTable] = []
    for group in _connect(rules):
        level = _cluster(rule.top for rule in group if rule.width >= rule.height)
        upright = _find_upright(group)
        if len(level) < _FEWEST_ROWS or len(upright) < _FEWEST_ROWS:
            continue
        if len(level) > _MOST_LINES or len(upright) > _MOST_COLUMNS:
            continue
        box = Box(upright[0] - _NEAR, level[0] - _NEAR, upright[-1] + _NEAR, level[-1] + _NEAR)
        inside = [
            word
            for word in words
            if box.holds((word.box.left + word.box.right) / 2, (word.box.top + word.box.bottom) / 2)
        ]
        first, last = _find_grid(inside, level)
        if (first, last) != (0, len(level) - 1):  # a frame of the page meets the table
            rest = [rule for rule in group if level[first] - _NEAR <= rule.top <= level[last] + _NEAR]
            found += find_drawn(inside, rest) if len(rest) < len(group) else []
            continue
        table = _fill(inside, group, level, upright)
        if table is not None:
            found.append(DrawnTable(box, table, tuple(inside)))
    return sorted(found, key=lambda drawn: drawn.box.top)


def _find_grid(words: Sequence[PdfWord], level: Sequence[float]) -> tuple[int, int]:
    """Return the first and the last level line of a grid without the running text above and below it."""
    counts = [
        sum(top <= (word.box.top + word.box.bottom) / 2 < bottom for word in words)
        for top, bottom in pairwise(level)
    ]
    usual = sorted(counts)[len(counts) // 2]
    first, last = 0, len(counts)
    while first < last and counts[first] > max(_MOST_IN_BAND, 3 * usual):
        first += 1
    while last > first and counts[last - 1] > max(_MOST_IN_BAND, 3 * usual):
        last -= 1
    return first, last


_MOST_IN_BAND = 60  # words of a row of a table


def _find_upright(group: Sequence[Box]) -> list[float]:
    """Return where columns are parted: at upright lines, and where level lines begin and end."""
    found = _cluster(rule.left for rule in group if rule.height > rule.width)
    level = [rule for rule in group if rule.width >= rule.height]
    if not found or not level:
        return found
    left, right = min(rule.left for rule in level), max(rule.right for rule in level)
    before = [left] if found[0] - left > _OPEN else []
    return [*before, *found, *([right] if right - found[-1] > _OPEN else [])]


_OPEN = 12.0  # points: a column without a line at its outer side


def _connect(rules: Sequence[Box]) -> list[list[Box]]:
    """Return rules in groups of those that meet."""
    done: list[list[Box]] = []
    groups: list[tuple[Box, list[Box]]] = []  # those that a rule further down may still meet
    for rule in sorted(rules, key=lambda rule: (rule.top, rule.left)):
        meeting: list[tuple[Box, list[Box]]] = []
        others: list[tuple[Box, list[Box]]] = []
        for group in groups:
            if group[0].bottom + _NEAR < rule.top:
                done.append(group[1])
            else:
                (meeting if _meet(group[0], rule) else others).append(group)
        merged = max((group[1] for group in meeting), key=len, default=[])
        merged += [rule, *(each for group in meeting if group[1] is not merged for each in group[1])]
        groups = [*others, (surround([rule, *(group[0] for group in meeting)]), merged)]
    return [group for group in (*done, *(group for _, group in groups)) if len(group) > 3]


def _meet(one: Box, other: Box) -> bool:
    return (
        one.left <= other.right + _NEAR
        and other.left <= one.right + _NEAR
        and one.top <= other.bottom + _NEAR
        and other.top <= one.bottom + _NEAR
    )


def _cluster(places: Iterable[float]) -> list[float]:
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > _NEAR:
            found.append(place)
    return found


@dataclass(slots=True)
class _GridRow:
    """The words between two level lines, by the cells that upright lines part."""

    cells: list[tuple[int, int, list[PdfWord]]]

    def lines(self) -> list[list[PlacedCell]]:
        """Return the rows that it holds: one, or one a line where only figures stand under one another."""
        bases = _cluster(word.base for _, _, words in self.cells for word in words)
        stacks = [_cluster(word.base for word in words) for _, _, words in self.cells if words]
        figures = [
            all(NUMBER.fullmatch(_lines([word])) for word in words) and len(stack) == len(bases)
            for (_, _, words), stack in zip([each for each in self.cells if each[2]], stacks, strict=True)
        ]
        if len(bases) < _FEWEST_ROWS or sum(figures) < 2:
            return [[PlacedCell(_lines(words), at, span) for at, span, words in self.cells]]
        return [
            [
                PlacedCell(_lines([word for word in words if 0 <= word.base - base <= _NEAR]), at, span)
                for at, span, words in self.cells
            ]
            for base in bases
        ]


def _fill(
    words: Sequence[PdfWord], rules: Sequence[Box], level: Sequence[float], upright: Sequence[float]
) -> Table | None:
    """Return the table of a grid of lines, None where its cells hold next to nothing."""
    rows: list[list[PlacedCell]] = []
    bold: list[bool] = []
    for top, bottom in pairwise(level):
        inside = [word for word in words if top <= (word.box.top + word.box.bottom) / 2 < bottom]
        walls = [
            at
            for at, x in enumerate(upright)
            if at in (0, len(upright) - 1) or _is_wall(x, (top + bottom) / 2, rules)
        ]
        cells = [
            (
                first,
                last - first,
                [word for word in inside if upright[first] <= _middle(word) < upright[last]],
            )
            for first, last in pairwise(walls)
        ]
        lines = _GridRow(cells).lines() if inside else []
        rows += lines
        bold += [bool(inside) and all(word.bold for word in inside)] * len(lines)
    if not _holds(rows):
        return None
    grid = [[text_at(row, column) for column in range(len(upright) - 1)] for row in rows]
    head = count_head(grid, bold)
    made = [
        Row(
            tuple(
                Cell((Text(cell.text),) if cell.text else (), NOWHERE, at < head, cell.span) for cell in row
            )
        )
        for at, row in enumerate(rows)
    ]
    return set_apart(Table(tuple(made[:head]), tuple(made[head:]), NOWHERE))


def _holds(rows: Sequence[Sequence[PlacedCell]]) -> bool:
    """Tell whether the cells of a grid are those of a table, and not the lines of a chart or a frame."""
    cells = [cell for row in rows for cell in row]
    filled = sum(bool(cell.text) for cell in cells)
    if filled < _FEWEST_FILLED or filled < _LEAST_FILLED * len(cells):
        return False
    whole = sum(cell.span for cell in cells)
    if sum(cell.span == 1 for cell in cells) < _LEAST_SINGLE * whole:
        return False
    if sum(sum(bool(cell.text) for cell in row) > 1 for row in rows) < 2:
        return False
    return max(len(cell.text) for cell in cells) <= _LONGEST_TEXT


_FEWEST_FILLED = 4
_LEAST_FILLED = 0.4  # of all cells
_LEAST_SINGLE = 0.4  # of the grid: cells that reach over no other column
_LONGEST_TEXT = 1_500  # characters of a cell; more is a page in a frame


def _middle(word: PdfWord) -> float:
    return (word.box.left + word.box.right) / 2


def _is_wall(x: float, y: float, rules: Sequence[Box]) -> bool:
    return any(
        rule.height > rule.width
        and abs(rule.left - x) <= _NEAR
        and rule.top - _NEAR <= y <= rule.bottom + _NEAR
        for rule in rules
    )


def _lines(words: Sequence[PdfWord]) -> str:
    """Return the words of a cell in reading order."""
    rows: list[list[PdfWord]] = []
    for word in sorted(words, key=lambda word: (word.base, word.box.left)):
        if rows and abs(word.base - rows[-1][0].base) < 0.5 * word.size:
            rows[-1].append(word)
        else:
            rows.append([word])
    return strip_leaders(" ".join(join_words(sorted(row, key=lambda word: word.box.left)) for row in rows))
