"""Which units are headings, and how deep.

Two looks at each candidate. The first weighs its own signs, its place and its neighbours. What is sure after
it shows the document's own style (capitals, questions, numbers, blank lines), and the second look weighs the
doubtful ones again by that style. Some marks decide alone: where two or more lines are underlined, only those
are headings.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from math import exp

from pressroom.readers.text.features import (
    COLON_FAMILY,
    IN_OUTLINE,
    Facts,
    candidates,
    layout_signs,
    number_signs,
    outline_signs,
    own_signs,
    repeated_signs,
)
from pressroom.readers.text.outline import chain
from pressroom.readers.text.overrides import Overrides
from pressroom.readers.text.style import style_signs
from pressroom.readers.text.weights import FIRST, SECOND

Signs = list[str]


@dataclass(frozen=True, slots=True)
class Found:
    """A heading: ``unit`` is the index of its unit, ``level`` counts from 1.

    ``guessed`` and ``level_guessed`` as in the model's Heading; ``asked``: an editor said so.
    """

    unit: int
    level: int
    guessed: bool
    level_guessed: bool
    reasons: tuple[str, ...]
    asked: bool = False


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each sign speaks for a heading (above 0) or against it, as logarithms of odds."""

    bias: float
    table: dict[str, float]

    def score(self, signs: Signs) -> float:
        """Return the logarithm of the odds that something with these signs is a heading."""
        weight = self.table.get
        return self.bias + sum([weight(sign, 0.0) for sign in signs])


WEIGHTS = (Weights(*FIRST), Weights(*SECOND))


def find(
    facts: list[Facts], overrides: Overrides | None = None, weights: tuple[Weights, Weights] | None = None
) -> list[Found]:
    """Return the headings among the units, in reading order; ``overrides`` beat all."""
    weights = weights or WEIGHTS
    found = underlined(facts) or _with_those_above_tables(
        facts, sorted({**_quoted_title(facts), **dict(judged(facts, 0, weights))}.items())
    )
    if overrides:
        found = _overruled(facts, found, overrides)
    levels = _levels(facts, [at for at, _ in found])
    return [
        _asked(
            Found(at, level, not _SURE_MARKS.intersection(signs), guessed, _reasons(signs, weights[1])),
            facts[at],
            overrides,
        )
        for (at, signs), (level, guessed) in zip(found, levels, strict=True)
    ]


_QUOTED = re.compile(r"[\"“„«»'‘][^\"“”„«»\n]{3,90}[\"”“»«'’]")


def _quoted_title(facts: list[Facts]) -> dict[int, Signs]:
    """Return the first line where it is a quotation and nothing else: interviews are called so."""
    first = next((at for at, fact in enumerate(facts) if not fact.aside), len(facts))
    if first + 2 >= len(facts):
        return {}
    line, below = facts[first], facts[first + 1]
    whole = line.unit.kind in ("text", "quoted") and _QUOTED.fullmatch(line.text)
    if not whole or below.start[:1] in "\"“„«‘'—–":
        return {}
    return {first: ["a quotation as the first line"]}


def _with_those_above_tables(facts: list[Facts], found: list[tuple[int, Signs]]) -> list[tuple[int, Signs]]:
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


def _overruled(
    facts: list[Facts], found: list[tuple[int, Signs]], overrides: Overrides
) -> list[tuple[int, Signs]]:
    """Return the headings with those that an editor named, without those that an editor denied."""
    kept = {at: signs for at, signs in found if not overrides.denies(facts[at].unit)}
    if overrides.headings:
        for at, fact in enumerate(facts):
            if fact.unit.first in overrides.headings and fact.unit.kind == "text":
                fact.read_fully()
                kept[at] = [ASKED]
    return sorted(kept.items())


def _asked(found: Found, fact: Facts, overrides: Overrides | None) -> Found:
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


_SURE_MARKS = frozenset(("underlined", IN_OUTLINE))


def underlined(facts: list[Facts]) -> list[tuple[int, Signs]]:
    """Return the underlined units if there are two or more: then nothing else is a heading."""
    drawn = [(at, ["underlined"]) for at, fact in enumerate(facts) if fact.unit.drawn]
    return drawn if len(drawn) > 1 else []


def judged(facts: list[Facts], base: int, weights: tuple[Weights, Weights]) -> list[tuple[int, Signs]]:
    """Return the candidates that two looks take for headings, each with its signs."""
    first = first_look(facts, base)
    scores = {at: weights[0].score(signs) for at, signs in first}
    second = second_look(facts, first, scores)
    worth = [weights[1].score(signs) for _, signs in second]
    enough = [ENOUGH_AT_TOP if _is_at_top(signs) else ENOUGH for _, signs in second]
    family = [index for index, (_, signs) in enumerate(second) if COLON_FAMILY in signs]
    if sum(worth[index] > enough[index] for index in family) * 2 > len(family):
        for index in family:
            enough[index] = min(enough[index], ENOUGH_IN_FAMILY)
    return [found for found, score, least in zip(second, worth, enough, strict=True) if score > least]


ENOUGH_IN_FAMILY = -1.0  # where most of a family are headings, all are


def _is_at_top(signs: Signs) -> bool:
    return "previous none" in signs and not _NO_TITLE.intersection(signs)


_NO_TITLE = frozenset(("next table", "ends .", "ends :", "ends ,", "ends ;"))


ENOUGH_AT_TOP = -1.0  # the first line of a text is its title more often than not
ENOUGH = 0.25  # logarithm of odds after the second look; a false heading does more harm than a missed one
HOPELESS = -4.5  # logarithm of odds after the first look, below which there is no second


def first_look(facts: list[Facts], base: int) -> list[tuple[int, Signs]]:
    """Return each candidate with the signs that it shows by itself and by its place."""
    style = _spacing(facts)
    could_be = candidates(facts)
    again = repeated_signs(facts, could_be)
    return [
        (
            at,
            own_signs(facts[at])
            + layout_signs(facts, at, style, base)
            + number_signs(facts, at)
            + again.get(at, []),
        )
        for at in could_be
    ]


def second_look(
    facts: list[Facts], first: list[tuple[int, Signs]], scores: dict[int, float]
) -> list[tuple[int, Signs]]:
    """Return the candidates that are not hopeless, with the signs that the document's own style adds."""
    numbered = [
        (at, number, probability(scores[at])) for at, _ in first if (number := facts[at].number) is not None
    ]
    outline = chain(numbered)
    doubtful = [(at, signs) for at, signs in first if scores[at] > HOPELESS or at in outline]
    return [
        (at, signs + outline_signs(facts, at, outline)) for at, signs in style_signs(facts, doubtful, scores)
    ]


def _spacing(facts: list[Facts]) -> str:
    gaps = sum(bool(fact.unit.blank) for fact in facts)
    return "blank" if gaps * 2 > len(facts) else "some" if gaps * 10 > len(facts) else "dense"


def _reasons(signs: Signs, weights: Weights) -> tuple[str, ...]:
    """Return the signs that spoke loudest for a heading, in words."""
    if len(signs) == 1:
        return tuple(signs)
    weight = weights.table.get
    loud = sorted([(told, sign) for sign in signs if (told := weight(sign, 0.0)) > 0], reverse=True)
    said = [words for _, sign in loud if (words := _said(sign))]
    return tuple(dict.fromkeys(said))[:5] or ("short, with a longer text after it",)


_WORDING = {
    IN_OUTLINE: "its number carries on the outline",
    "ends a letter": "no mark at its end",
    "begins upper": "begins with a capital",
    "previous none": "the first line",
    "blank: blank yes/yes": "blank lines round it",
    "blank: blank yes/no": "a blank line before it",
    "some: blank yes/no": "a blank line before it",
    "some: blank yes/yes": "blank lines round it",
    "next text stop": "whole sentences follow",
    "next text colon": "an introduction follows",
    "next bullet open": "a list follows",
    "next bullet stop": "a list follows",
    "previous text stop": "a finished sentence before it",
    "case like all": "written like all sure headings",
    "case like most": "written like most sure headings",
    "ending like all": "ends like all sure headings",
    "gap like all": "spaced like all sure headings",
    "begins like a sure one": "begins like another heading",
    "known heading": "words that head many texts",
}
_PLAIN = re.compile(
    r"all capitals|title case|a question|one of many questions|underlined|number (?!like)"
    r"|in the outline|same |more blank"
)


@cache
def _said(sign: str) -> str:
    """Return a sign in words, "" for one that is only a measure."""
    return _WORDING.get(sign) or (sign if _PLAIN.match(sign) else "")


def probability(score: float) -> float:
    """Return the probability for a logarithm of odds."""
    return 1 / (1 + exp(-score))


def _family(fact: Facts) -> str:
    if fact.unit.drawn:
        return f"drawn {fact.unit.drawn}"
    if fact.number:
        if len(fact.number.path) > 1 or fact.number.family in ("1", "1.", "1.1"):
            return f"depth {len(fact.number.path)}"
        return fact.number.family
    return ""


# what comes after all chapters, and is part of none
_APPENDED = frozenset(
    (
        *("annex", "appendix", "schedule", "exhibit", "anhang", "anlage"),
        *("annexe", "anexo", "allegato", "bijlage"),
    )
)


def _levels(facts: list[Facts], headings: list[int]) -> list[tuple[int, bool]]:
    """Return (level, guessed) for each heading: what the marks show, or 1 where they show nothing."""
    known: dict[str, int] = {}
    last: dict[int, int] = {}  # the number that a level has come to
    current = 0
    numbered = any(fact.number for fact in (facts[at] for at in headings))
    result = []
    for at in headings:
        family = _family(facts[at])
        if not family:
            result.append((1, not numbered))
            current = 1 if not known else current
            continue
        if family.startswith("depth "):
            level = known.get("depth 1", 1) + int(family[6:]) - 1
            if family == "depth 1" and family not in known:
                level = _first_of_depth(known, current)
            known[family] = level
        elif family in known:
            level = known[family]
        elif family in _APPENDED:
            level = known[family] = 1
        else:
            level = _counted_on(facts[at], last) or (current + 1 if known else 1)
            known[family] = level
        number = facts[at].number
        if number:
            last[level] = number.path[-1]
        current = level
        result.append((level, False))
    return result


def _counted_on(fact: Facts, last: dict[int, int]) -> int:
    """Return the level whose count a number of another look carries on ("3 Costs", "§ 4 Law"), 0 for none."""
    if fact.number is None or fact.number.path[-1] < 2:
        return 0
    return next((level for level, count in last.items() if count + 1 == fact.number.path[-1]), 0)


def _first_of_depth(known: dict[str, int], current: int) -> int:
    """Return the level of the first "1." or "2": above the "1.1" that came first, below "Part I"."""
    numbered = [level - int(family[6:]) + 1 for family, level in known.items() if family.startswith("depth ")]
    if numbered:
        return max(1, min(numbered))
    return (max(known.values()) or current) + 1 if known else 1
