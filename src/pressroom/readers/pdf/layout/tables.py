"""Tables without lines round their cells: rows whose cells stand under one another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pressroom.model.document import Cell, Row, Table
from pressroom.model.inline import Inline, Text, words
from pressroom.readers.common.flow import split_label
from pressroom.readers.common.rendering import NOWHERE
from pressroom.readers.pdf.layout.page import LinePiece, PdfWord, join_words

NUMBER = re.compile(
    r"[(<>~≈±]?[-+−–]?\s?(?:[$€£¥]|US\$)?\s?\d[\d.,\s]*(?:%|‰|[a-zA-Z]{1,2}|\*+)?\)?|n/?a|[-–—.*…]{1,3}",
    re.IGNORECASE,
)
_FEWEST_ROWS = 3
_LONGEST_CELL = 9  # words, in the middle, of a table without lines
_STRIP = 0.45  # of the type's size: the narrowest white strip between two columns
_MOST_COLUMNS = 60


@dataclass(frozen=True, slots=True)
class PlacedCell:
    """A cell with its place in the grid."""

    text: str
    column: int
    span: int = 1


def find_columns(rows: Sequence[Sequence[LinePiece]]) -> list[tuple[float, float]]:
    """Return the bounds of the columns that rows have in common: what white strips through all rows part."""
    spans = sorted(
        (word.box.left, word.box.right, word.size) for row in rows for piece in row for word in piece.words
    )
    found: list[tuple[float, float]] = []
    for left, right, size in spans:
        if found and left - found[-1][1] < _STRIP * size:
            found[-1] = (found[-1][0], max(found[-1][1], right))
        else:
            found.append((left, right))
    return found


def find_table_rows(rows: Sequence[Sequence[LinePiece]]) -> list[tuple[int, int]]:
    """Return the bounds (start, end) of runs of rows that are tables without lines round their cells."""
    found: list[tuple[int, int]] = []
    at = 0
    while at < len(rows):
        if len(rows[at]) < 2:
            at += 1
            continue
        end = _reach(rows, at)
        start = at
        if _is_table(rows[start:end]):
            found.append((start, end))
            at = end
        else:
            at += 1
    return found


def _reach(rows: Sequence[Sequence[LinePiece]], start: int) -> int:
    """Return the end of a run of rows with several pieces; a row of one piece may stand between two."""
    end = start + 1
    pitch = 2.6 * max(piece.size for piece in rows[start])
    while end < min(len(rows), start + _MOST_ROWS):
        gap = rows[end][0].base - rows[end - 1][0].base
        if gap > pitch:
            break
        if len(rows[end]) < 2:
            above = rows[max(start, end - _ROWS_ABOVE) : end]
            follows = end + 1 < len(rows) and len(rows[end + 1]) > 1 and _fits(rows[end][0], above)
            if not follows or rows[end + 1][0].base - rows[end][0].base > pitch:
                break
        end += 1
    return end


_MOST_ROWS = 400  # of a table on one page
_ROWS_ABOVE = 40  # with which a row of one piece must agree


def _fits(piece: LinePiece, rows: Sequence[Sequence[LinePiece]]) -> bool:
    """Tell whether a piece alone on its line can be a cell of the rows above it."""
    columns = find_columns([row for row in rows if len(row) > 1])
    return sum(left < piece.box.right and piece.box.left < right for left, right in columns) <= 1


def _is_table(rows: Sequence[Sequence[LinePiece]]) -> bool:
    full = [row for row in rows if len(row) > 1]
    if len(full) < _FEWEST_ROWS or len(full) < 0.5 * len(rows):
        return False
    columns = find_columns(full)
    if not 2 <= len(columns) <= _MOST_COLUMNS:
        return False
    placed = [_place(row, columns) for row in full]
    lengths = sorted(len(cell.text.split()) for row in placed for cell in row)
    if lengths[len(lengths) // 2] > _LONGEST_CELL:
        return False
    several = sum(len(row) > 1 for row in placed)
    if several < 0.6 * len(rows) or several < _FEWEST_ROWS:
        return False
    numeric = [
        sum(bool(NUMBER.fullmatch(cell.text)) for row in placed for cell in row if cell.column == at)
        for at in range(1, len(columns))
    ]
    return len(columns) >= _MANY or max(numeric) >= 0.5 * several


_MANY = 3  # columns that make a table whatever stands in them


def _place(row: Sequence[LinePiece], columns: Sequence[tuple[float, float]]) -> list[PlacedCell]:
    """Return the cells of a row: the words of each column, those that reach over several as one."""
    held: dict[int, list[PdfWord]] = {}
    for word in (word for piece in row for word in piece.words):
        middle = (word.box.left + word.box.right) / 2
        at = min(
            range(len(columns)),
            key=lambda index: max(columns[index][0] - middle, middle - columns[index][1], 0.0),
        )
        held.setdefault(at, []).append(word)
    return [PlacedCell(strip_leaders(join_words(held[at])), at) for at in sorted(held)]


def strip_leaders(text: str) -> str:
    """Return the text of a cell without the dots that lead to the next one."""
    return _LEADERS.sub(" ", text).strip()


_LEADERS = re.compile(r"(?:\s?[.…]){4,}")


def build_table(rows: Sequence[Sequence[LinePiece]]) -> Table:
    """Return the table that rows make whose cells stand under one another."""
    full = [row for row in rows if len(row) > 1]
    columns = find_columns(full)
    placed: list[list[PlacedCell]] = []
    bold: list[bool] = []
    bases: list[float] = []
    for row in rows:
        if len(row) == 1 and _crosses(row[0], columns):
            cells = [PlacedCell(row[0].text, 0, len(columns))]
        else:
            cells = _place(row, columns)
        size = row[0].size
        if placed and _goes_on(cells, placed[-1], row[0].base - bases[-1], size):
            placed[-1] = _merge(placed[-1], cells)
        else:
            placed.append(cells)
            bold.append(all(piece.bold for piece in row))
        bases.append(row[0].base)
    grid = [[text_at(cells, column) for column in range(len(columns))] for cells in placed]
    spans = [[cell.span for cell in cells if cell.span > 1] for cells in placed]
    return make_table(grid, bold, [bool(each) for each in spans])


def _crosses(piece: LinePiece, columns: Sequence[tuple[float, float]]) -> bool:
    return sum(left < piece.box.right and piece.box.left < right for left, right in columns) > 1


def _goes_on(cells: list[PlacedCell], above: list[PlacedCell], gap: float, size: float) -> bool:
    """Tell whether a row only goes on with words of the one above: tight, no number, not its first cell."""
    if gap > 1.45 * size or any(NUMBER.fullmatch(cell.text) for cell in cells):
        return False
    if any(cell.span > 1 for cell in (*cells, *above)):
        return False
    names = {cell.column for cell in above}
    return cells[0].column > 0 and all(cell.column in names for cell in cells)


def _merge(above: list[PlacedCell], cells: list[PlacedCell]) -> list[PlacedCell]:
    more = {cell.column: cell.text for cell in cells}
    return [
        PlacedCell(f"{cell.text} {more[cell.column]}", cell.column, cell.span)
        if cell.column in more
        else cell
        for cell in above
    ]


def text_at(cells: Sequence[PlacedCell], column: int) -> str:
    """Return the text of the cell that begins in a column, "" for none."""
    return next((cell.text for cell in cells if cell.column == column), "")


def make_table(grid: Sequence[Sequence[str]], bold: Sequence[bool], whole: Sequence[bool]) -> Table:
    """Return a table of a grid of texts; ``whole`` rows are one cell. The head stands over numbers."""
    head = count_head(grid, bold)
    columns = max(len(row) for row in grid)
    rows = [
        Row((Cell((Text(row[0]),), NOWHERE, at < head, columns),))
        if whole[at]
        else Row(tuple(Cell((Text(text),) if text else (), NOWHERE, at < head) for text in row))
        for at, row in enumerate(grid)
    ]
    return set_apart(Table(tuple(rows[:head]), tuple(rows[head:]), NOWHERE))


def set_apart(table: Table) -> Table:
    """Return a table whose first row is no caption, and whose last ones are no notes, each in one cell."""
    head, body = list(table.head), list(table.body)
    first = (head or body)[:1]
    caption: tuple[Inline, ...] = ()
    label = ""
    if first and len(first[0].cells) == 1 and len(head) + len(body) > _FEWEST_ROWS:
        label, caption = split_label(first[0].cells[0].inlines)
        del (head or body)[:1]
    notes: list[tuple[Inline, ...]] = []
    while len(body) > 1 and len(body[-1].cells) == 1 and _NOTE.match(words(body[-1].cells[0].inlines)):
        notes.insert(0, body.pop().cells[0].inlines)
    return replace(
        table, head=tuple(head), body=tuple(body), caption=caption, label=label, notes=tuple(notes)
    )


_NOTE = re.compile(
    r"(?:sources?|notes?|quelle|anmerkung|nota|fuente|fonte)\b|[*†‡]|\d\s|\(\d\)", re.IGNORECASE
)


def count_head(grid: Sequence[Sequence[str]], bold: Sequence[bool]) -> int:
    """Return how many rows at the top are the head: bold over plain, or words over numbers."""
    if len(grid) < 2:
        return 0
    if bold and bold[0] and not all(bold):
        return min(next(at for at, is_bold in enumerate(bold) if not is_bold), _HIGHEST_HEAD)
    head = 0
    for row in grid[: _HIGHEST_HEAD + 1]:
        if any(NUMBER.fullmatch(text) and not _YEAR.fullmatch(text) for text in row[1:] if text):
            break
        head += 1
    numbers = any(NUMBER.fullmatch(text) for row in grid[head:] for text in row[1:] if text)
    return head if numbers and head <= _HIGHEST_HEAD else 0


_HIGHEST_HEAD = 4
_YEAR = re.compile(r"(?:19|20)\d\d(?:[-/–]\d{2,4})?\*?")
