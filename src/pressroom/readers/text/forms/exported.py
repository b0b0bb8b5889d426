"""Tables that Google Docs exports one cell a line, each but the first behind a tab."""

from __future__ import annotations

import re

_TABLE = re.compile(
    r"(?:(?<=\n)\n+)?^(?P<first>[^\t\n]+)\n(?P<rest>(?:\t[^\t\n]*\n)+)(?=[^\t]|\Z)", re.MULTILINE
)
_NUMBER = re.compile(
    r"(?=.*\d)[^\W\d_]{0,3}[\s$€£¥+−-]*[\d.,'’\s]+\s?(?:%|[^\W\d_]{1,4}\.?|[$€£¥]|[°²³\w]{1,4})?"
)
_MOST_COLUMNS = 8
_LEAST_CELLS = 4


def read_exported(text: str) -> str:
    """Return the text with a line a row of such tables, "" where there is none whose columns are certain."""
    if "\n\t" not in text:
        return ""
    read = _TABLE.sub(_set_rows, text if text.endswith("\n") else f"{text}\n")
    return read if read.rstrip() != text.rstrip() else ""


def _set_rows(found: re.Match[str]) -> str:
    cells = [found["first"], *(line[1:] for line in found["rest"].split("\n")[:-1])]
    while cells and not cells[-1].strip():
        cells.pop()
    columns = _count_columns([cell.strip() for cell in cells])
    if not columns:
        return found[0]
    rows = [cells[at : at + columns] for at in range(0, len(cells), columns)]
    return "\n".join("\t".join(cell.strip() for cell in row) for row in rows) + "\n\n"


def _count_columns(cells: list[str]) -> int:
    """Return the number of columns by that of cells which leaves figures below each other, 0 for none.

    The first row heads the others: there is no figure in it above the figures, unless it is a year.
    """
    if len(cells) < _LEAST_CELLS:
        return 0
    fitting = [
        columns
        for columns in range(2, _MOST_COLUMNS + 1)
        if len(cells) % columns == 0 and len(cells) > columns and _lines_up(cells, columns)
    ]
    return fitting[0] if fitting else 0


def _lines_up(cells: list[str], columns: int) -> bool:
    numbers = [bool(_NUMBER.fullmatch(cell)) for cell in cells]
    kinds = [set(numbers[at + columns :: columns]) for at in range(columns)]
    return (
        all(len(kind) == 1 for kind in kinds) and kinds[0] == {False} and any(True in kind for kind in kinds)
    )
