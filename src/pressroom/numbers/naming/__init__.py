"""Numbers that name instead of counting: dates, references, parts of names, scores, idioms. Each with its reason."""

from __future__ import annotations

from collections.abc import Callable

from pressroom.numbers.naming.dates import date, decade, ordinal, year
from pressroom.numbers.naming.idioms import idiom, pronoun
from pressroom.numbers.naming.look import Look, Naming
from pressroom.numbers.naming.names import part_of_name, score, title
from pressroom.numbers.naming.references import (
    address,
    base,
    code,
    compound_rest,
    identifier,
    listed,
    rank,
    reference,
)
from pressroom.numbers.naming.times import time_of_day

__all__ = ["Look", "Naming", "named"]

Rule = Callable[[Look], Naming | None]
# in their order; the first that names tells why. Where a unit or a scale stands by, few can apply
MEASURED: tuple[Rule, ...] = (decade, time_of_day, reference, identifier, title)
DIGITS: tuple[Rule, ...] = (
    decade, time_of_day, base, code, score, date, ordinal, reference, identifier, compound_rest, year, address, idiom, part_of_name,
)  # fmt: skip
WORDS: tuple[Rule, ...] = (time_of_day, rank, ordinal, decade, compound_rest, idiom, pronoun, part_of_name)


def named(look: Look, earlier: Naming | None) -> Naming | None:
    """Return what a number names instead of counting, None where it counts. ``earlier`` is the naming just ahead."""
    rules = WORDS if not look.digits else DIGITS if look.bare else MEASURED
    for rule in rules:
        naming = rule(look)
        if naming:
            return naming
    return listed(look, earlier)
