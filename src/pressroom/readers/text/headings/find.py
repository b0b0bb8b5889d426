"""Which units are headings, and how deep.

There are two passes over the candidates. The first weighs each by its own features, its place and its
neighbours. What is sure after it shows the document's own style (capitals, questions, numbers, blank lines),
and the second pass weighs the doubtful ones again by that style. Some marks decide alone: where two or more
lines are underlined, only those are headings.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from pressroom.readers.text.headings.classify import Features, Weights, classify
from pressroom.readers.text.headings.features import (
    IN_OUTLINE,
)
from pressroom.readers.text.headings.levels import assign_levels
from pressroom.readers.text.headings.minutes import add_parts_of_minutes
from pressroom.readers.text.headings.overrides import HeadingOverrides
from pressroom.readers.text.headings.reasons import explain
from pressroom.readers.text.headings.weights import FIRST, SECOND
from pressroom.readers.text.units.facts import UnitFacts


@dataclass(frozen=True, slots=True)
class FoundHeading:
    """A heading: ``unit`` is the index of its unit, ``level`` counts from 1.

    ``guessed`` and ``level_guessed`` as in the model's Heading; ``asked``: an editor said so.
    """

    unit: int
    level: int
    guessed: bool
    level_guessed: bool
    reasons: tuple[str, ...]
    asked: bool = False


WEIGHTS = (Weights(*FIRST), Weights(*SECOND))


def find_headings(
    facts: list[UnitFacts],
    overrides: HeadingOverrides | None = None,
    weights: tuple[Weights, Weights] | None = None,
    *,
    marked: frozenset[int] = frozenset(),
) -> list[FoundHeading]:
    """Return the headings among the units, in reading order; ``overrides`` beat all.

    Where lines are ``marked`` as headings, nothing below the first of them is one but they.
    """
    weights = weights or WEIGHTS
    found = find_underlined(facts) or _add_those_above_tables(
        facts, sorted({**_find_quoted_title(facts), **dict(classify(facts, 0, weights))}.items())
    )
    found = add_parts_of_minutes(facts, found)
    if marked:
        first = min(marked)
        above = [(at, features) for at, features in found if facts[at].unit.first < first]
        found = above + [(at, [MARKED]) for at, fact in enumerate(facts) if fact.unit.first in marked]
    if overrides:
        found = _apply_overrides(facts, found, overrides)
    levels = assign_levels(facts, [at for at, _ in found])
    return [
        _mark_asked(
            FoundHeading(
                at, level, not _SURE_MARKS.intersection(features), guessed, explain(features, weights[1])
            ),
            facts[at],
            overrides,
        )
        for (at, features), (level, guessed) in zip(found, levels, strict=True)
    ]


_QUOTED = re.compile(r"[\"“„«»'‘][^\"“”„«»\n]{3,90}[\"”“»«'’]")


def _find_quoted_title(facts: list[UnitFacts]) -> dict[int, Features]:
    """Return the first line where it is a quotation and nothing else: interviews are called so."""
    first = next((at for at, fact in enumerate(facts) if not fact.aside), len(facts))
    if first + 2 >= len(facts):
        return {}
    line, below = facts[first], facts[first + 1]
    whole = line.unit.kind in ("text", "quoted") and _QUOTED.fullmatch(line.text)
    if not whole or below.start[:1] in "\"“„«‘'—–":
        return {}
    return {first: ["a quotation as the first line"]}


def _add_those_above_tables(
    facts: list[UnitFacts], found: list[tuple[int, Features]]
) -> list[tuple[int, Features]]:
    """Return the headings with short lines right on top of tables, where most headings stand on their text.

    In other texts such a line is the table's caption.
    """
    known = {at for at, _ in found}
    others = [at for at, _ in found if 0 < at < len(facts) - 1 and facts[at + 1].unit.kind != "table"]
    tight = [at for at in others if not facts[at + 1].unit.blank]
    if len(tight) < 2 or len(tight) * 2 <= len(others) or any(facts[at].number for at in others):
        return found
    more = [
        (at, [ABOVE_TABLE])
        for at, fact in enumerate(facts[:-1])
        if 0 < at not in known
        and facts[at + 1].unit.kind == "table"
        and not facts[at + 1].unit.blank
        and fact.unit.kind == "text"
        and fact.unit.blank
        and 0 < len(fact.text) <= _LONGEST_ABOVE
        and fact.tail.isalnum()
        and not (fact.aside or fact.said or fact.number)
    ]
    return sorted([*found, *more]) if more else found


ABOVE_TABLE = "on top of a table as other headings are on top of their text"
_LONGEST_ABOVE = 60  # characters


def _apply_overrides(
    facts: list[UnitFacts], found: list[tuple[int, Features]], overrides: HeadingOverrides
) -> list[tuple[int, Features]]:
    """Return the headings with those that an editor named, without those that an editor denied."""
    kept = {at: features for at, features in found if not overrides.denies(facts[at].unit)}
    if overrides.headings:
        for at, fact in enumerate(facts):
            if fact.unit.first in overrides.headings and fact.unit.kind == "text":
                fact.read_fully()
                kept[at] = [ASKED]
    return sorted(kept.items())


def _mark_asked(found: FoundHeading, fact: UnitFacts, overrides: HeadingOverrides | None) -> FoundHeading:
    if overrides is None:
        return found
    level = overrides.level(fact.unit)
    asked = ASKED in found.reasons
    return replace(
        found,
        level=level or found.level,
        level_guessed=found.level_guessed and not level,
        guessed=found.guessed and not asked,
        asked=asked,
    )


ASKED = "named in the settings"
MARKED = "marked as a heading where it was copied from"
_SURE_MARKS = frozenset(("underlined", IN_OUTLINE, MARKED))


def find_underlined(facts: list[UnitFacts]) -> list[tuple[int, Features]]:
    """Return the underlined units if there are two or more: then nothing else is a heading."""
    drawn = [(at, ["underlined"]) for at, fact in enumerate(facts) if fact.unit.drawn]
    return drawn if len(drawn) > 1 else []
