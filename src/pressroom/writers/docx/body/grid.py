"""The grid of a table: which cell covers which places, and how wide the columns are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressroom.writers.docx.package.tree import read_words
from pressroom.writers.docx.styles.definitions import CELL_MARGIN

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LETTER = 96  # twips: a letter of the table's text, on average
_PADDING = 200  # twips: the cell's margins and some air
_SMALL_AIR = 55  # the air beside smaller type
_SMALL = 14  # half-points: a size under which columns stand as close as they can
_DIGIT = 116  # twips
_BROAD = "£€$%+−–±<>~≈"  # signs as wide as a digit
TEXT_SIZE = 18  # half-points: the type of a table's text
_LONGEST = 44  # letters: more than these and a column would rather wrap
_LONGEST_WORD = 24
_NUMBER = re.compile(
    r"[^\w\s]{0,3}\s?[^\W\d]{0,3}\s?\d[\d.,:/'\u2019\s\u2013-]*[^\w\s]{0,2}\s?[^\W\d]{0,3}[^\w\s]?"
)
_NUMBERS = re.compile(
    r"(?<!\S)[^\w\s]{0,3}[^\W\d]{0,3}\d[\d.,:/'\u2019\u2013-]*"
    r"(?:[ \u00a0\u202f]\d{3}(?!\d))*[^\w\s]{0,2}[^\W\d]{0,2}(?!\S)"
)


@dataclass(frozen=True, slots=True)
class GridCell:
    """One place of the table's grid. ``merge`` is "" for a cell of one row, else "restart" or "continue"."""

    element: HtmlElement | None
    columns: int
    merge: str = ""


def list_rows(table: HtmlElement) -> list[tuple[HtmlElement, bool]]:
    """Return the rows of a table in order, each with whether it is a header row."""
    rows: list[tuple[HtmlElement, bool]] = []
    for child in table:
        if child.tag == "tr":
            rows.append((child, False))
        elif child.tag in ("thead", "tbody", "tfoot"):
            rows.extend((row, child.tag == "thead") for row in child if row.tag == "tr")
    return rows


def span(cell: HtmlElement, name: str) -> int:
    """Return a cell's colspan or rowspan."""
    text = cell.get(name) or "1"
    return max(1, min(int(text), 1000)) if text.isdigit() else 1


def build_grid(rows: list[HtmlElement]) -> list[list[GridCell]]:
    """Lay rows on a grid as Word wants it: a cell in every row it covers, and every row equally wide."""
    waiting: dict[int, tuple[int, int]] = {}  # column → (rows still to cover, columns wide)
    lines: list[list[GridCell]] = []
    for row in rows:
        line: list[GridCell] = []
        column = 0
        cells = [cell for cell in row if cell.tag in ("td", "th")]
        while cells or any(at >= column for at in waiting):
            if column in waiting:
                left, wide = waiting.pop(column)
                line.append(GridCell(None, wide, "continue"))
                if left > 1:
                    waiting[column] = (left - 1, wide)
                column += wide
                if not cells and not any(at >= column for at in waiting):
                    break
                continue
            if not cells:  # a gap before a cell that reaches down from above
                line.append(GridCell(None, 1))
                column += 1
                continue
            cell = cells.pop(0)
            wide, tall = span(cell, "colspan"), span(cell, "rowspan")
            line.append(GridCell(cell, wide, "restart" if tall > 1 else ""))
            if tall > 1:
                waiting[column] = (tall - 1, wide)
            column += wide
        lines.append(line)
    widest = max((sum(cell.columns for cell in line) for line in lines), default=0)
    for line in lines:
        short = widest - sum(cell.columns for cell in line)
        line.extend(GridCell(None, 1) for _ in range(short))
    return lines


@dataclass(frozen=True, slots=True)
class ColumnNeeds:
    """What the columns of a table need, in twips of its full type: to break no word, and to fill one line."""

    least: tuple[int, ...]
    wanted: tuple[int, ...]

    def widths(self, room: int, size: int = TEXT_SIZE) -> list[int]:
        """Share a width among the columns: none narrower than its longest word, the rest by length."""
        low = self._scale(self.least, size)
        high = [max(width, low[n]) for n, width in enumerate(self._scale(self.wanted, size))]
        return _share_width(low, high, room)

    def fits(self, room: int, size: int = TEXT_SIZE) -> bool:
        """Tell whether a width holds every column without breaking a word of it."""
        return sum(self._scale(self.least, size)) <= room

    @staticmethod
    def _scale(widths: tuple[int, ...], size: int) -> list[int]:
        padding = _PADDING if size == TEXT_SIZE else find_margin(size) + _SMALL_AIR
        return [round(width * size / TEXT_SIZE) + padding for width in widths]


def find_margin(size: int) -> int:
    """Return the distance of the columns beside type of a size in half-points, in twips."""
    return CELL_MARGIN if size == TEXT_SIZE else CELL_MARGIN // 2 if size >= _SMALL else CELL_MARGIN // 3


def measure_columns(lines: list[list[GridCell]]) -> ColumnNeeds:
    """Measure the columns of a table. A number is one word, whatever parts its groups."""
    count = max((sum(cell.columns for cell in line) for line in lines), default=0)
    least, wanted = [_LETTER] * count, [_LETTER] * count
    for line in lines:
        column = 0
        for cell in line:
            if cell.element is not None and cell.columns == 1 and column < count:
                text = read_words(cell.element)
                least[column] = max(least[column], _measure_longest(text))
                wanted[column] = max(wanted[column], min(len(text), _LONGEST) * _LETTER, least[column])
            column += cell.columns
    return ColumnNeeds(tuple(least), tuple(wanted))


def _measure_longest(text: str) -> int:
    """Return the width of the longest word: of a number all, of anything else at most _LONGEST_WORD."""
    if len(text) <= _LONGEST and _NUMBER.fullmatch(text):
        return _measure(text)
    numbers = [_measure(found) for found in _NUMBERS.findall(text)]
    return max([*numbers, *(min(len(word), _LONGEST_WORD) * _LETTER for word in text.split())], default=0)


def _measure(number: str) -> int:
    """Return the width of a number in a face that is wider than the house's: it may be missing."""
    return sum(_DIGIT if letter.isalnum() or letter in _BROAD else _DIGIT // 2 for letter in number)


def count_lines(line: list[GridCell], widths: list[int], size: int = TEXT_SIZE) -> int:
    """Estimate how many lines a row takes."""
    column, most = 0, 1
    for cell in line:
        width = sum(widths[column : column + cell.columns]) - CELL_MARGIN
        if cell.element is not None and cell.merge != "restart":
            letters = max(1, int(width / (_LETTER * size / TEXT_SIZE)))
            most = max(most, -(-len(read_words(cell.element)) // letters))
        column += cell.columns
    return most


def _share_width(low: list[int], high: list[int], room: int) -> list[int]:
    if not low:
        return []
    if sum(high) <= room or sum(low) >= room:
        basis = high if sum(high) <= room else low
        shares = [width * room / sum(basis) for width in basis]
    else:
        slack = (room - sum(low)) / max(1, sum(high) - sum(low))
        shares = [small + (large - small) * slack for small, large in zip(low, high, strict=True)]
    widths = [int(share) for share in shares]
    widths[-1] += room - sum(widths)
    return widths
