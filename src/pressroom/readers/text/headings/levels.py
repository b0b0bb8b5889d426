"""The level of each heading."""

from __future__ import annotations

from pressroom.readers.text.units.facts import UnitFacts


def _family(fact: UnitFacts) -> str:
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


def assign_levels(facts: list[UnitFacts], headings: list[int]) -> list[tuple[int, bool]]:
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


def _counted_on(fact: UnitFacts, last: dict[int, int]) -> int:
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
