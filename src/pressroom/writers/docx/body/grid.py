"""The grid of a table: which cell covers which places, and how wide the columns are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LETTER = 96  # twips: a letter of the table's text, on average
_PADDING = 200  # twips: the cell's margins and some air
_LONGEST = 44  # letters: more than these and a column would rather wrap
_LONGEST_WORD = 24


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


def compute_column_widths(lines: list[list[GridCell]], room: int) -> list[int]:
    """Share a width among the columns: none narrower than its longest word, the rest by length of text."""
    count = max((sum(cell.columns for cell in line) for line in lines), default=0)
    least, wanted = [1] * count, [1] * count
    for line in lines:
        column = 0
        for cell in line:
            if cell.element is not None and cell.columns == 1 and column < count:
                text = cell.element.text_content().strip()
                longest = max((len(word) for word in text.split()), default=0)
                least[column] = max(least[column], min(longest, _LONGEST_WORD))
                wanted[column] = max(wanted[column], min(len(text), _LONGEST))
            column += cell.columns
    low = [letters * _LETTER + _PADDING for letters in least]
    high = [max(letters * _LETTER + _PADDING, low[n]) for n, letters in enumerate(wanted)]
    return _share_width(low, high, room)


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
