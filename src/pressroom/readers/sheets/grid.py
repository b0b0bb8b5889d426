"""Sheets as plain data: cells with what they show, whatever file they come from."""

from __future__ import annotations

from dataclasses import dataclass

from pressroom.model.inline import Inline, words

MOST_ROWS = 500  # of a sheet; more is data, not a report
MOST_COLUMNS = 40


@dataclass(frozen=True, slots=True)
class SheetCell:
    """What a cell shows. ``number`` tells figures and dates from words."""

    inlines: tuple[Inline, ...] = ()
    number: bool = False
    bold: bool = False
    colspan: int = 1
    rowspan: int = 1

    @property
    def text(self) -> str:
        """Its words."""
        return words(self.inlines)


@dataclass(frozen=True, slots=True)
class SheetCells:
    """A sheet: its rows from the top, each with a cell a column, None where another cell covers it."""

    name: str
    rows: tuple[tuple[SheetCell | None, ...], ...]
