"""Whether all values of one scale are in one unit: "5 kg", "300 g" and "2 t" as bars would lie."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pressroom.figures.text.cells import CellValue
from pressroom.figures.text.units import is_named_in, is_one_unit, read_heading_unit, read_unit


@dataclass(frozen=True, slots=True)
class Measured:
    """A column of values with its name."""

    name: str
    cells: Sequence[CellValue]


@dataclass(frozen=True, slots=True)
class MixedUnits:
    """Why values cannot stand on one scale, and what to do about it."""

    reason: str
    cure: str


@dataclass(frozen=True, slots=True)
class _Seen:
    unit: str
    words: str
    place: str


def find_mixed_units(columns: Sequence[Measured], unit: str, stated: str) -> MixedUnits | None:
    """Return why the columns of one scale cannot share it, None where all values are in one unit.

    A value without a unit has that of its column's name, or else ``unit``, which the author gives; one that
    counts what the column's name or ``stated``, the words of chart and table, name, needs none. Zero is zero
    in every unit.
    """
    first: _Seen | None = None
    for column in columns:
        for seen in _list_units(column, unit, stated):
            if first is None:
                first = seen
            elif not is_one_unit(first.unit, seen.unit):
                return _explain(first, seen, column.name)
    return None


def _list_units(column: Measured, unit: str, stated: str) -> Iterator[_Seen]:
    usual = read_heading_unit(column.name) or read_unit("", unit)
    written = [cell.unit for cell in column.cells if cell.unit]
    if unit and written and not any(is_one_unit(usual, one) for one in written):
        usual = ""  # "thousand tonnes" over "5 t": words about the unit that the values have already
    named = f"{column.name} {stated}"
    for row, cell in enumerate(column.cells, start=1):
        if cell.datum.value is None or (not cell.unit and not cell.datum.value and not cell.datum.high):
            continue
        shown = usual if not cell.unit or is_named_in(cell.unit, named) else cell.unit
        words = cell.datum.label or f"{cell.datum.value:g}"
        yield _Seen(shown, words, f"row {row} of column {column.name!r}")


def _explain(first: _Seen, second: _Seen, column: str) -> MixedUnits:
    if first.unit and second.unit:
        return MixedUnits(
            f"{first.words!r} in {first.place} and {second.words!r} in {second.place} are in different "
            "units: one scale would show them as one",
            f"convert them to one unit, such as {first.unit}, or draw a chart for each",
        )
    bare, other = (second, first) if first.unit else (first, second)
    return MixedUnits(
        f"{bare.words!r} in {bare.place} has no unit, and {other.words!r} in {other.place} has one",
        f"write the unit with every value, or in the name of the column: {column} ({other.unit})",
    )
