"""The document's own style, learned from the headings that the first pass is sure of."""

from __future__ import annotations

from collections import Counter

from pressroom.readers.text.units.facts import UnitFacts

SURE = 1.5  # logarithm of odds; about 4 to 1
_TRAITS = ("case", "ending", "number", "gap", "length", "below")


def add_style_features(
    facts: list[UnitFacts], first: list[tuple[int, list[str]]], scores: dict[int, float]
) -> list[tuple[int, list[str]]]:
    """Return the candidates of the first pass with the features of the second added to theirs."""
    traits = {at: _traits(facts, at, features) for at, features in first}
    # The title has a style of its own.
    sure = [at for at, _ in first if scores[at] > SURE and at > 0]
    seen = [Counter(traits[at][which] for at in sure) for which in range(len(_TRAITS))]
    openings = Counter(traits[at][-1] for at in sure)
    heads = frozenset(sure)
    result = []
    for at, features in first:
        own = traits[at]
        more = _find_near(facts, at, heads)
        is_sure = at in scores and scores[at] > SURE and at > 0
        others = len(sure) - is_sure
        if others > 1:
            for which, name in enumerate(_TRAITS):
                share = (seen[which][own[which]] - is_sure) / others
                more.append(f"{name} {_share(share)}")
        else:
            more.append("no style")
        if own[-1] and openings[own[-1]] - is_sure > 0:
            more.append("begins like a sure one")
        result.append((at, features + more))
    return result


def _traits(facts: list[UnitFacts], at: int, features: list[str]) -> tuple[str, ...]:
    fact = facts[at]
    case = "caps" if "all capitals" in features else "title" if "title case" in features else "other"
    tail = fact.tail
    ending = tail if tail in "?:.!" else "open"
    number = fact.number.family if fact.number else "none"
    after = facts[at + 1].unit.blank > 0 if at + 1 < len(facts) else False
    gap = f"{min(fact.unit.blank, 2)}{after}"
    length = "short" if fact.size < 30 else "middle" if fact.size < 70 else "long"
    opening = fact.body.split(None, 1)[0].lower() if fact.body else ""
    return case, ending, number, gap, length, _look_below(facts, at), opening


def _look_below(facts: list[UnitFacts], at: int) -> str:
    if at + 1 >= len(facts):
        return ""
    unit = facts[at + 1].unit
    return f"{unit.kind} {unit.mark} {'long' if unit.size > _LONG else 'short'}"


_LONG = 90  # characters


def _find_near(facts: list[UnitFacts], at: int, heads: frozenset[int]) -> list[str]:
    """Return how near the sure headings are, above a candidate and below it."""
    return [
        f"{name} {_measure(facts, at, step, heads)}"
        for name, step in (("since a sure one:", -1), ("until a sure one:", 1))
    ]


def _measure(facts: list[UnitFacts], at: int, step: int, heads: frozenset[int]) -> str:
    size = 0
    near = at + step
    while 0 <= near < len(facts) and near not in heads:
        size += facts[near].size
        if size > _FAR:
            return "far"
        near += step
    return "nothing" if near == at + step else "little" if size <= _LITTLE else "some"


_LITTLE, _FAR = 150, 800  # characters of text


def _share(share: float) -> str:
    return (
        "like all"
        if share > 0.8
        else "like most"
        if share > 0.5
        else "like some"
        if share > 0.15
        else "like few"
        if share > 0
        else "like none"
    )
