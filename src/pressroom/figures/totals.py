"""The row of a table that sums up the others: it is no bar beside its own parts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pressroom.figures.text.cells import parse_datum
from pressroom.model.document import Cell, Row
from pressroom.model.inline import Strong, Text, words

_TOTAL = re.compile(
    r"(?:(?:grand|sub|over)?[ -]?totals?|all|sum|together|overall|whole|gesamt|insgesamt|summe|zusammen|alle"
    r"|ensemble|total général|somme|suma|en total|todos)\b.{0,30}",
    re.IGNORECASE,
)
_FEWEST = 3  # rows, of which the last may be the sum of the others
_NEAR = 0.006  # of the sum: parts are rounded


def drop_total(rows: Sequence[Row], lang: str) -> tuple[Sequence[Row], str]:
    """Return the rows without the last one where it is their total, and that row's label, "" for none.

    It says so by its words, stands out in bold as no other row does, or sums up a column.
    """
    if len(rows) < _FEWEST or not rows[-1].cells:
        return rows, ""
    last, before = rows[-1], rows[:-1]
    label = " ".join(words(last.cells[0].inlines).split())
    stands_out = _bold(last) and not any(_bold(row) for row in before)
    if _TOTAL.fullmatch(label) or stands_out or _sums_up(last, before, lang):
        return before, label or "total"
    return rows, ""


def _bold(row: Row) -> bool:
    inlines = [
        each for each in row.cells[0].inlines if not (isinstance(each, Text) and not each.value.strip())
    ]
    return bool(inlines) and all(isinstance(each, Strong) for each in inlines)


def _sums_up(last: Row, before: Sequence[Row], lang: str) -> bool:
    """Tell whether two columns, or the only one, have the sum of what is above in the last row."""
    columns = [at for at in range(1, len(last.cells)) if _value(last.cells[at], lang)]
    sums = [at for at in columns if _is_sum(at, last, before, lang)]
    return len(sums) > 1 or (len(columns) == 1 == len(sums) and len(before) >= _FEWEST)


def _is_sum(at: int, last: Row, before: Sequence[Row], lang: str) -> bool:
    parts = [_value(row.cells[at], lang) if at < len(row.cells) else None for row in before]
    whole = _value(last.cells[at], lang)
    known = [part for part in parts if part is not None]
    return whole is not None and len(known) == len(parts) and abs(sum(known) - whole) <= _NEAR * abs(whole)


def _value(cell: Cell, lang: str) -> float | None:
    found = parse_datum(words(cell.inlines), lang)
    return found.value if found else None
