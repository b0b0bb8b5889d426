"""Faults of a layout: notes that got lost, with what is tried for them, or late; tables that are too wide."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pressroom.writers.common.markup import classes

SLACK = 1.0  # CSS pixels that a table may stand out by: rounding of column widths

# WeasyPrint 70 can lose a note when it moves the lines of a paragraph with its call to another page. Which
# settings make it happen depends on the page; so the next ones are tried, and the last sets notes in the
# line, where none can be lost.
NOTE_REMEDIES = (
    "",
    "html{widows:3}",
    "html{orphans:3;widows:3}",
    "html{orphans:1}",
    "html{orphans:1;widows:1}",
    'span.footnote{float:none!important;margin:0!important}span.footnote::before{content:" ["}'
    'span.footnote::after{content:"]"}',
)
HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})


@dataclass(frozen=True, slots=True)
class WideTable:
    """How wide the columns of a table are, and how much room it has, in CSS pixels."""

    columns: tuple[float, ...]
    room: float


@dataclass(frozen=True, slots=True)
class Faults:
    """Elements that a layout failed: notes that stand on no page, tables that stand out of theirs."""

    lost_notes: frozenset[Any]
    late_notes: tuple[Any, ...]  # that stand on another page than their call, in order of pages
    wide_tables: Mapping[Any, WideTable]

    def __bool__(self) -> bool:
        return bool(self.lost_notes or self.late_notes or self.wide_tables)


def find_faults(document: Any) -> Faults:
    """Look at every box of a layout."""
    calls: dict[Any, int] = {}
    notes: dict[Any, int] = {}
    wide: dict[Any, WideTable] = {}
    for number, page in enumerate(document.pages):
        sheet = page._page_box  # noqa: SLF001 - WeasyPrint gives the layout nowhere else
        edges = sheet.content_box_x(), sheet.content_box_x() + sheet.width
        for box, room in _iterate_boxes(sheet, edges):
            tag = box.element_tag or ""
            if tag == "span::footnote-call":
                calls.setdefault(box.element, number)
            elif tag == "span::footnote-marker":
                notes.setdefault(box.element, number)
            elif tag == "table" and box.is_table_wrapper:
                table = box.get_wrapped_table()
                left, right = edges if "wide" in classes(box.element) else room
                if table is not None and _stands_out(table, left, right):
                    wide[box.element] = WideTable(tuple(table.column_widths), right - left)
    lost = frozenset(calls.keys() - notes.keys())
    late = tuple(call for call, number in calls.items() if notes.get(call, number) != number)
    return Faults(lost, late, wide)


def _stands_out(table: Any, left: float, right: float) -> bool:
    """Tell whether a table stands out of its room: one that reads from the right does so at the left."""
    begin = table.border_box_x()
    return bool(begin < left - SLACK or begin + table.border_width() > right + SLACK)


def _iterate_boxes(sheet: Any, edges: tuple[float, float]) -> Iterator[tuple[Any, tuple[float, float]]]:
    """Yield every box of a page with the edges of the room it has."""
    stack = [(sheet, edges)]
    while stack:
        box, room = stack.pop()
        box = getattr(box, "_box", box)
        yield box, room
        children = getattr(box, "children", ())
        if children:
            if isinstance(box.width, (int, float)) and box.element_tag != "table":
                room = box.content_box_x(), box.content_box_x() + box.width
            stack.extend((child, room) for child in children)
