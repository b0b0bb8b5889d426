"""The committed table of scores, and what changed since it was written: pure functions of values and text."""

from __future__ import annotations

import json
import math
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any


class Better(StrEnum):
    """Which direction of a value is an improvement."""

    HIGHER = "higher"
    LOWER = "lower"


class Change(StrEnum):
    """How a measured row compares with the table."""

    SAME = "same"
    ROSE = "rose"
    FELL = "fell"
    ALLOWED = "fell, by a decision"  # the row names the record of the decision
    NEW = "new"
    GONE = "gone"  # in the table, but its measure no longer gives it
    NOT_MEASURED = "not measured"  # what the measure needs is missing here: the row keeps its value


FAILURES = frozenset({Change.FELL, Change.NEW, Change.GONE})


@dataclass(frozen=True, slots=True)
class Row:
    """One score: ``value`` in ``unit``; a fall of at most ``tolerance`` (in the same unit) counts as none.

    ``decision`` is the path of the decision record that allows a fall that is not accepted yet; ``accepted``
    the falls accepted before, as "RECORD: OLD to NEW".
    """

    name: str
    value: float
    better: Better = Better.HIGHER
    unit: str = ""
    tolerance: float = 0
    decision: str = ""
    accepted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """The rows of one measure. ``how`` says how they are measured; ``missing`` why they could not be."""

    how: str
    rows: tuple[Row, ...]
    missing: str = ""


Table = Mapping[str, Section]  # by the name of the measure


@dataclass(frozen=True, slots=True)
class Comparison:
    """A row of the table beside the same row as measured now; one of the two may be missing."""

    section: str
    old: Row | None
    new: Row | None
    change: Change

    @property
    def name(self) -> str:
        """Return the full name of the row: "SECTION: ROW"."""
        row = self.new or self.old
        return f"{self.section}: {row.name if row else ''}"


def compare(old: Table, new: Table) -> list[Comparison]:
    """Compare the table with what was measured, row by row, in the order of the measures."""
    return [
        comparison
        for name in [*new, *(name for name in old if name not in new)]
        for comparison in _compare_section(name, old.get(name), new.get(name))
    ]


def _compare_section(name: str, old: Section | None, new: Section | None) -> Iterator[Comparison]:
    before = {row.name: row for row in old.rows} if old else {}
    if new and new.missing:
        yield from (Comparison(name, row, None, Change.NOT_MEASURED) for row in before.values())
        return
    for row in new.rows if new else ():
        known = before.pop(row.name, None)
        yield Comparison(name, known, row, compare_rows(known, row) if known else Change.NEW)
    yield from (Comparison(name, row, None, Change.GONE) for row in before.values())


def compare_rows(old: Row, new: Row) -> Change:
    """Tell whether a row rose or fell, by the measured row's direction and tolerance."""
    gain = new.value - old.value if new.better is Better.HIGHER else old.value - new.value
    if math.isclose(gain, 0, abs_tol=1e-9):
        return Change.SAME
    if gain > 0:
        return Change.ROSE
    if -gain <= new.tolerance + 1e-9:
        return Change.SAME
    return Change.ALLOWED if old.decision else Change.FELL


def update(old: Table, new: Table, accept: Iterable[str] = ()) -> dict[str, Section]:
    """Return the table with all rises and new rows taken, and the falls named in ``accept`` (full names).

    ValueError where an accepted row names no decision. A row that did not leave its tolerance keeps its
    value, so that many small falls don't add up. Rows that are gone stay until they are accepted.
    """
    accepted = set(accept)
    rows: dict[str, list[Row]] = {}
    for comparison in compare(old, new):
        row = _updated(comparison, comparison.name in accepted)
        accepted.discard(comparison.name)
        if row:
            rows.setdefault(comparison.section, []).append(row)
    if accepted:
        raise ValueError(f"no row of this name: {', '.join(sorted(accepted))}")
    told = {**{name: section.how for name, section in old.items()}, **{n: s.how for n, s in new.items()}}
    return {name: Section(told[name], tuple(found)) for name, found in rows.items()}


def _updated(comparison: Comparison, accepted: bool) -> Row | None:
    old, new = comparison.old, comparison.new
    if old is None:
        return new
    if accepted and comparison.change in (Change.FELL, Change.ALLOWED, Change.GONE):
        if not old.decision:
            raise ValueError(f"{comparison.name} fell, and its row names no decision")
        if new is None:
            return None
        note = f"{old.decision}: {number(old.value)} to {number(new.value)}"
        return replace(new, accepted=(*old.accepted, note))
    if new is None:
        return old
    value = new.value if comparison.change is Change.ROSE else old.value
    return replace(new, value=value, decision=old.decision, accepted=old.accepted)


def read_table(text: str) -> dict[str, Section]:
    """Read the table from TOML."""
    return {name: _section(section) for name, section in tomllib.loads(text).items()}


def _section(data: Mapping[str, Any]) -> Section:
    return Section(data["how"], tuple(map(_row, data["rows"])))


def _row(data: Mapping[str, Any]) -> Row:
    given = {**data, "better": Better(data["better"]), "accepted": tuple(data.get("accepted", ()))}
    return Row(**given)


def write_table(table: Table, head: str) -> str:
    """Write the table as TOML, a line a row; ``head`` is its comment."""
    parts = [head]
    for name, section in table.items():
        rows = "".join(f"  {{ {_fields(row)} }},\n" for row in section.rows)
        parts.append(f"\n[{name}]\nhow = {json.dumps(section.how, ensure_ascii=False)}\nrows = [\n{rows}]\n")
    return "".join(parts)


def _fields(row: Row) -> str:
    fields: dict[str, object] = {
        "name": row.name,
        "value": row.value,
        "better": str(row.better),
        "unit": row.unit,
        "tolerance": row.tolerance,
        "decision": row.decision,
        "accepted": list(row.accepted),
    }
    kept = {key: value for key, value in fields.items() if value or key in ("name", "value", "better")}
    return ", ".join(f"{key} = {_toml(value)}" for key, value in kept.items())


def _toml(value: object) -> str:
    return number(value) if isinstance(value, int | float) else json.dumps(value, ensure_ascii=False)


def number(value: float) -> str:
    """Return a value in few digits: whole numbers without a point."""
    return str(round(value)) if value == round(value) else f"{value:.10g}"


def lowered(before: Table, after: Table) -> list[str]:
    """Return the rows whose committed value fell without an accepted decision.

    ``before`` and ``after`` are two versions of the committed table: this finds values lowered by hand.
    """
    return [
        comparison.name
        for comparison in compare(before, after)
        if comparison.old
        and comparison.new
        and _fell(comparison.old, comparison.new)
        and len(comparison.new.accepted) <= len(comparison.old.accepted)
    ]


def _fell(old: Row, new: Row) -> bool:
    return new.value < old.value if old.better is Better.HIGHER else new.value > old.value
