"""Tables of more columns than a page holds, split into tables of fewer that repeat the first columns."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Sequence
from typing import Any

from pressroom.writers.common.cells import place_cells
from pressroom.writers.common.markup import classes

FEWEST = 2  # columns of a part beside those that it repeats: fewer are no table to read
Split = tuple[int, tuple[range, ...]]  # how many columns each part begins with, and those that follow


def plan_parts(table: Any, widths: Sequence[float], room: float) -> Split | None:
    """Return the parts in which a table of columns so wide has room, about equally wide.

    None where the columns that each part repeats leave too little of it.
    """
    repeated = _count_row_headers(table)
    room -= sum(widths[:repeated])
    whole = sum(widths[repeated:])
    if room <= 0:
        return None
    for count in range(2, (len(widths) - repeated) // FEWEST + 1):
        parts = tuple(_fill_parts(widths, repeated, whole / count))
        if all(sum(widths[part.start : part.stop]) <= room for part in parts):
            return repeated, parts
    return None


def _fill_parts(widths: Sequence[float], first: int, share: float) -> Iterator[range]:
    """Yield ranges of columns that are as near to an equal share of their width as columns allow."""
    begin, filled, due = first, 0.0, share
    for column in range(first, len(widths)):
        if column > begin and filled + widths[column] / 2 > due:
            yield range(begin, column)
            begin, due = column, due + share
        filled += widths[column]
    yield range(begin, len(widths))


def _count_row_headers(table: Any) -> int:
    """Return how many columns at the left name the rows; the first does so where none says it."""
    heads = [area for area in place_cells(table) if area.header and area.heads_row]
    return max((area.right for area in heads), default=1)


def split_columns(table: Any, split: Split) -> list[Any]:
    """Return the parts of a table in order; ids and notes stand in the first part that has them.

    A caption is repeated with the number of the part: "(2/3)". A cell over columns of several parts stands in
    each of them.
    """
    repeated, parts = split
    made = []
    known: set[str] = set()
    for number, columns in enumerate(parts, 1):
        made.append(_copy_columns(table, frozenset((*range(repeated), *columns))))
        caption = made[-1].find("caption")
        if caption is not None:
            _append_words(caption, f"\u00a0({number}/{len(parts)})")
        _drop_known(made[-1], known)
    made[-1].tail, made[0].tail = table.tail, None
    return made


def _copy_columns(table: Any, columns: frozenset[int]) -> Any:
    copied = copy.deepcopy(table)
    copied.tail = None
    rows = list(copied.iter("tr"))
    covered: set[int] = set()
    kept = {}
    for area in place_cells(copied):
        kept[area.cell] = len(columns.intersection(range(area.left, area.right)))
        if kept[area.cell]:
            covered.update(range(area.top, area.bottom))
    for number, row in enumerate(rows):
        for cell in list(row):
            wide = kept.get(cell, 1)
            if not wide:
                row.remove(cell)
            elif cell.get("colspan"):
                cell.set("colspan", str(wide))
        if number not in covered:
            next(parent for parent in copied.iter() if row in list(parent)).remove(row)
    for group in copied.findall("colgroup"):
        copied.remove(group)
    return copied


def _append_words(element: Any, words: str) -> None:
    """Add words behind all others of an element."""
    while len(element) and not (element[-1].tail or "").strip() and "footnote" not in classes(element[-1]):
        element = element[-1]
    if len(element):
        element[-1].tail = (element[-1].tail or "").rstrip() + words
    else:
        element.text = (element.text or "").rstrip() + words


def _drop_known(part: Any, known: set[str]) -> None:
    """Take out ids that an earlier part has; its notes are called again."""
    for element in list(part.iter()):
        ident = element.get("id")
        if not ident:
            continue
        if ident not in known:
            known.add(ident)
            continue
        del element.attrib["id"]
        if "footnote" in classes(element):
            tail = element.tail
            element.clear()
            element.tag, element.tail = "a", tail
            element.set("class", "footnote-again")
            element.set("href", f"#{ident}")
