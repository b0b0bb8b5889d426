"""Which units are headings, and how deep."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp

from pressroom.readers.text.features import (
    Facts,
    is_candidate,
    layout_signs,
    number_signs,
    outline,
    own_signs,
)
from pressroom.readers.text.weights import BIAS, WEIGHTS

_SURE_MARKS = frozenset(("underlined", "number carries on the outline"))


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


def find(facts: list[Facts], base: int) -> list[Found]:
    """Return the headings among the units, in reading order."""
    style = _style(facts)
    numbered = outline(facts)
    underlined = sum(bool(fact.unit.drawn) for fact in facts)
    found = []
    for at, fact in enumerate(facts):
        if not is_candidate(fact):
            continue
        if fact.unit.drawn:
            found.append((at, ["underlined"]))
            continue
        if underlined > 1:
            continue
        signs = own_signs(fact) + layout_signs(facts, at, style, base) + number_signs(facts, at, numbered)
        if score(signs) > 0:
            found.append((at, signs))
    levels = _levels(facts, [at for at, _ in found])
    return [
        Found(at, level, not _SURE_MARKS.intersection(signs), guessed, _reasons(signs))
        for (at, signs), (level, guessed) in zip(found, levels, strict=True)
    ]


def score(signs: list[str]) -> float:
    """Return the logarithm of the odds that something with these signs is a heading."""
    weight = WEIGHTS.get
    return BIAS + sum([weight(sign, 0.0) for sign in signs])


def probability(signs: list[str]) -> float:
    """Return how likely something with these signs is a heading, 0 to 1."""
    return 1 / (1 + exp(-score(signs)))


def _style(facts: list[Facts]) -> str:
    gaps = sum(bool(fact.unit.blank) for fact in facts)
    return "blank" if gaps * 2 > len(facts) else "some" if gaps * 10 > len(facts) else "dense"


def _reasons(signs: list[str]) -> tuple[str, ...]:
    weighed = sorted(((WEIGHTS.get(sign, 0.0), sign) for sign in signs), reverse=True)
    return tuple(sign for weight, sign in weighed[:5] if weight > 0.2)


def _family(fact: Facts) -> str:
    if fact.unit.drawn:
        return f"drawn {fact.unit.drawn}"
    if fact.number:
        if len(fact.number.path) > 1 or fact.number.family in ("1", "1.", "1.1"):
            return f"depth {len(fact.number.path)}"
        return fact.number.family
    return ""


def _levels(facts: list[Facts], headings: list[int]) -> list[tuple[int, bool]]:
    """Return (level, guessed) for each heading: what the marks show, or 1 where they show nothing."""
    known: dict[str, int] = {}
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
                level = _deepest(known, current) + 1 if known else 1
            known[family] = level
        elif family in known:
            level = known[family]
        else:
            level = current + 1 if known else 1
            known[family] = level
        current = level
        result.append((level, False))
    return result


def _deepest(known: dict[str, int], current: int) -> int:
    return max([level for family, level in known.items() if not family.startswith("depth")], default=0) or current
