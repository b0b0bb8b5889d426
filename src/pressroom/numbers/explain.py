"""Which rules made a quantity what it is: the tables of all steps, a quantity in one line, and its trace."""

from __future__ import annotations

import inspect
import os
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from types import ModuleType

from pressroom.model.quantity import Interval, Kind, Modality, Quantity
from pressroom.numbers.parsing.rule import Rule

# the modules with a table, in the order of the steps
STEPS = (
    "parsing.exclusions",
    "measuring.measures",
    "measuring.ages",
    "measuring.joining",
    "measuring.bounds",
    "measuring.comparisons",
    "naming",
    "naming.recurring",
    "quantities",
    "meaning.qualifiers",
    "meaning.ellipsis",
    "meaning.claims",
    "meaning.sources",
    "meaning.periods",
    "meaning.roles",
)


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A rule, and where its row stands: its module and the line there."""

    rule: Rule[object]
    module: str
    line: int


@cache
def rows() -> tuple[RuleRow, ...]:
    """Return the rows of all tables, in the order of the steps."""
    found = []
    for step in STEPS:
        module = import_module(f"pressroom.numbers.{step}")
        lines = inspect.getsource(module).splitlines()
        for rule in module.RULES:
            line = next(number for number, text in enumerate(lines, 1) if f'"{rule.name}"' in text)
            found.append(RuleRow(rule, _path(module), line))
    return tuple(found)


def _path(module: ModuleType) -> str:
    """Return where a module stands in the package, "numbers/naming/__init__.py"."""
    return (inspect.getsourcefile(module) or "").replace(os.sep, "/").rpartition("/pressroom/")[2]


@cache
def row(name: str) -> RuleRow:
    """Return the row of a rule by its name. Raises KeyError where there is none."""
    for each in rows():
        if each.rule.name == name:
            return each
    raise KeyError(name)


def summarize(quantity: Quantity) -> str:
    """Return a quantity in one line: "over 40 … = 40 soldier, over, alleged"."""
    told = [" ".join(filter(None, (_value(quantity.value), quantity.unit, quantity.rate)))]
    if quantity.kind is not Kind.NUMBER:
        told.append(quantity.kind)
    if quantity.qualifier:
        told.append(quantity.qualifier)
    if quantity.modality is not Modality.STATED:
        told.append(quantity.modality)
    if quantity.comparison:
        told.append(f"{quantity.comparison.kind} {_value(quantity.comparison.value)}")
    if quantity.attribution:
        told.append(f"by {quantity.attribution}")
    if quantity.period:
        told.append(quantity.period)
    if quantity.role:
        told.append(quantity.role)
    return f"{quantity.text} = {', '.join(told)}"


def _value(value: float | Interval | None) -> str:
    if isinstance(value, Interval):
        return f"{value.low:.12g}–{value.high:.12g}"
    return "" if value is None else f"{value:.12g}"
