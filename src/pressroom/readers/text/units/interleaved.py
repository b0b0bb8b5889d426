"""Two numbered lists that a copy ran together: what stands under each item counts on through all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from pressroom.readers.text.units.facts import UnitFacts

_NUMBER = re.compile(r"[(\[]?(\d{1,3})[.)\]]")
_INNER = 4  # columns by which the inner list is set in
_LEAST_RETURNS = 2  # times that the inner list goes on after an item of the outer one


def nest_interleaved(facts: Sequence[UnitFacts]) -> None:
    """Set in the inner one of two lists whose numbers alternate: 1, 2, 3, 1, 4, 2, 5, 3.

    Neither list's lines are headings, however short: both count on across the other.
    """
    for is_item, run in groupby(facts, lambda fact: fact.unit.kind == "item" and fact.unit.mark == "number"):
        members = list(run)
        inner = _find_inner(members) if is_item else []
        for fact in members if inner else ():
            fact.said = True
        for fact in inner:
            fact.unit.indent += _INNER


def _find_inner(members: Sequence[UnitFacts]) -> list[UnitFacts]:
    """Return the items of the inner list, nothing where the numbers are not two counts in one."""
    outer, within, returns = 0, 0, 0
    inner: list[UnitFacts] = []
    for at, fact in enumerate(members):
        number = _NUMBER.match(fact.start)
        if not number:
            return []
        value = int(number[1])
        if value == outer + 1 and (not outer or value != within + 1):
            outer = value
        elif outer and value == within + 1 and value != outer + 1:
            returns += bool(within) and members[at - 1] is not inner[-1]
            within = value
            inner.append(fact)
        else:
            return []
    return inner if returns >= _LEAST_RETURNS else []
