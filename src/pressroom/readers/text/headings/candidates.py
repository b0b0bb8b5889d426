"""Which units could be headings at all."""

from __future__ import annotations

from pressroom.readers.text.units.facts import LONGEST, UnitFacts


def find_candidates(facts: list[UnitFacts]) -> list[int]:
    """Return the indexes of the units that could be headings at all.

    A line that ends like a sentence and is as long as one is none; nor is a line far inside a run of short
    lines, which is a list, a table or verse.
    """
    found = [at for at, fact in enumerate(facts) if _could_be(fact)]
    inside = _far_inside(facts) if len(found) > 2 * FAR else set()
    return [at for at in found if at not in inside] if inside else found


FAR = 24  # short lines on either side


def _could_be(facts: UnitFacts) -> bool:
    unit = facts.unit
    if not facts.text or facts.aside or facts.said or unit.last - unit.first > 3 or len(facts.body) > LONGEST:
        return False
    if facts.tail in ".;," and facts.size > (70 if facts.tail == "." else 40) and not unit.drawn:
        return facts.number is not None and len(facts.number.path) > 1
    if unit.kind == "item":
        return unit.mark in ("number", "letter", "roman") and bool(facts.body)
    return unit.kind == "text"


def _far_inside(facts: list[UnitFacts]) -> set[int]:
    found: set[int] = set()
    begin = 0
    for at in range(len(facts) + 1):
        if at < len(facts) and facts[at].unit.kind in ("text", "item") and facts[at].size < 60:
            continue
        if at - begin > 2 * FAR:
            found.update(range(begin + FAR, at - FAR))
        begin = at + 1
    return found
