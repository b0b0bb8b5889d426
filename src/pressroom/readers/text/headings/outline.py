"""Numbers that make an outline: 1, 1.1, 1.2, 2; I, II, III; Article 1, Article 2.

Lists are numbered as well. So among all numbered lines the chain is sought whose numbers follow each other
and whose lines look most like headings.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from pressroom.readers.text.lines.numbering import LeadingNumber, read_as_roman
from pressroom.readers.text.units.facts import UnitFacts

LOOK_BACK = 60  # numbered lines among which the one before is sought
_MOST = 120_000  # comparisons in all; very many numbers are looked at less far back
_COST = 0.25  # what a line must be worth, as a probability, to be taken into a chain of its own accord
_WIDEST_GAP = 3  # between numbers of one depth that follow each other
_SKIP = 0.4  # cost of a number left out
_MIXED = 0.3  # cost of another way of writing numbers

NumberedUnit = tuple[int, LeadingNumber, float]
"""Index of a unit, its number, and the probability of its being a heading."""


def read_numerals(numbers: Iterable[LeadingNumber | None]) -> list[LeadingNumber | None]:
    """Read single letters that are numerals: "I." unless it follows "H.", "V." after "IV."."""
    letters: dict[str, int] = {}
    numerals: dict[str, int] = {}
    found: list[LeadingNumber | None] = []
    for number in numbers:
        core = number.text.strip("().[] ") if number else ""
        if number is None or not core.isalpha() or len(number.family) > len(core) + 2:
            found.append(number)
            continue
        numeral = read_as_roman(number)
        hand = number.text.replace(core, "i" if core.islower() else "I")
        place = ord(core.lower()) - 96 if len(core) == 1 else 0
        if len(core) > 1:
            numerals[hand] = number.path[0]
        elif numeral and letters.get(hand) != place - 1 and numerals.get(hand, 0) == numeral.path[0] - 1:
            number = numeral
            numerals[hand] = number.path[0]
        else:
            number = replace(number, path=(place,))
            letters[hand] = place
        found.append(number)
    return found


def read_case_numbers(facts: Sequence[UnitFacts]) -> None:
    """Read the numbers of minutes and files ahead of lines: "19/36", "19/37"; "064/18", "065/18".

    One side is the year or the series and stays the same, the other counts on.
    """
    found = [
        (fact, (int(match["first"]), int(match["second"])), match.end())
        for fact in facts
        if fact.unit.kind == "text" and fact.number is None and (match := _CASE.match(fact.text))
    ]
    for series, count in ((0, 1), (1, 0)):
        groups: dict[int, list[tuple[UnitFacts, int, int]]] = {}
        for fact, pair, end in found:
            groups.setdefault(pair[series], []).append((fact, pair[count], end))
        for members in groups.values():
            steps = [after[1] - before[1] for before, after in pairwise(members)]
            if len(members) >= _LEAST_CASES and all(1 <= step <= _WIDEST_STEP for step in steps):
                for fact, value, end in members:
                    fact.take_number(LeadingNumber("case", (value,), fact.text[:end].rstrip(), end))


_CASE = re.compile(r"(?P<first>\d{1,4})/(?P<second>\d{1,4})(?:[.:)]|\s+[-–—])?\s+(?=\W{0,2}\w)")
_LEAST_CASES, _WIDEST_STEP = 3, 3


def drop_lone_numbers(facts: Sequence[UnitFacts]) -> None:
    """Take the bare number ahead of a line for words where no other number of the text goes on with it.

    "4 Killed After Crash" and "2.5 Million Without Power" are headlines; "4 Methods" has "3 Data" or
    "5 Results".
    """
    numbered = [
        (at, fact.number)
        for at, fact in enumerate(facts)
        if fact.number and fact.unit.mark in ("bare", "outline", "number")
    ]
    bare = [each for each in numbered if facts[each[0]].unit.mark != "number"]
    chained = find_chained({number.path for _, number in numbered})
    chained_bare = find_chained({number.path for _, number in bare})
    for at, number in bare:
        fact = facts[at]
        if number.text.endswith((".", ")")) or fact.unit.kind != "text":
            continue
        if number.path not in (chained_bare if at == 0 else chained):
            fact.take_number_for_words()


def find_chained(paths: set[tuple[int, ...]]) -> frozenset[tuple[int, ...]]:
    """Return the numbers that go on with another one, or that another one goes on with."""
    beginnings = {path[:depth] for path in paths for depth in range(1, len(path) + 1)}
    chained: set[tuple[int, ...]] = set()
    followed: set[tuple[int, ...]] = set()  # beginnings of numbers: 5 goes on with 4.1 and 4.2.3 as with 4
    for path in paths:
        above = paths & {path[:depth] for depth in range(1, len(path)) if _may_open(path, depth)}
        ahead = beginnings & {(*path[:-1], path[-1] - gap) for gap in range(1, _WIDEST_GAP + 1)}
        if above or ahead:
            chained |= {path, *above}
            followed |= ahead
    return frozenset(
        path
        for path in paths
        if path in chained or any(path[:depth] in followed for depth in range(1, len(path) + 1))
    )


def _may_open(path: tuple[int, ...], depth: int) -> bool:
    """Tell whether a deeper number may be the first one under its beginning: 4.1 and 4.2, 4.1.1, not 4.3."""
    return path[depth] <= 2 and all(part <= 1 for part in path[depth + 1 :])


def find_outline(numbered: list[NumberedUnit]) -> frozenset[int]:
    """Return the indexes of the units whose numbers make the document's outline."""
    digits = [
        each
        for each in numbered
        if each[1].family[:1] in "1([" and each[1].family.strip("()[].") in ("1", "1.1")
    ]
    found = set(_best(digits))
    families: dict[str, list[NumberedUnit]] = {}
    for each in numbered:
        if each not in digits:
            families.setdefault(each[1].family, []).append(each)
    for members in families.values():
        found.update(_counted(members))
    return frozenset(found)


def _best(numbered: list[NumberedUnit]) -> list[int]:
    """Return the units of the best chain of arabic numbers."""
    worth: list[float] = []
    back: list[int] = []
    reach = max(2, min(LOOK_BACK, _MOST // max(1, len(numbered))))
    for at, (_, number, probability) in enumerate(numbered):
        best, before = _beginning(number), -1
        for other in range(max(0, at - reach), at):
            cost = _step_cost(numbered[other][1], number)
            if cost is not None and worth[other] - cost > best:
                best, before = worth[other] - cost, other
        worth.append(best + probability - _COST)
        back.append(before)
    if not worth:
        return []
    at = max(range(len(worth)), key=worth.__getitem__)
    if worth[at] <= 0:
        return []
    found = []
    while at >= 0:
        found.append(numbered[at][0])
        at = back[at]
    return found


def _beginning(number: LeadingNumber) -> float:
    """Return what it costs to begin an outline with this number: an excerpt may begin anywhere."""
    return 0.0 if number.path[0] <= 1 and all(part <= 1 for part in number.path) else -0.3


def _step_cost(before: LeadingNumber, after: LeadingNumber) -> float | None:
    """Return what it costs that one number follows another, None if it can't."""
    old, new = before.path, after.path
    if len(new) > len(old):
        if new[: len(old)] != old or not _may_open(new, len(old)):
            return None
        cost = _SKIP * (new[len(old)] - 1 if new[len(old)] else 0) + _SKIP * (len(new) - len(old) - 1)
    else:
        depth = len(new) - 1
        if new[:depth] != old[:depth]:
            return None
        gap = new[depth] - old[depth]
        if not 1 <= gap <= _WIDEST_GAP:
            return None
        cost = _SKIP * (gap - 1)
    return cost + (_MIXED if _hand(before) != _hand(after) else 0)


def _hand(number: LeadingNumber) -> str:
    """Return how a number is written: with a full stop, a bracket, or bare."""
    if len(number.path) > 1:
        return "." if number.text.endswith(".") else ""
    return number.family.replace("1", "")


def _counted(members: list[NumberedUnit]) -> list[int]:
    """Return the members of a family that follow each other, or begin anew at one."""
    found: list[int] = []
    last: LeadingNumber | None = None
    for at, number, probability in members:
        if probability < 0.02:
            continue
        if (
            last is None
            or number.path == (1,)
            or 0 < number.path[0] - last.path[0] <= 2
            or number.path[:-1] == last.path[:-1]
        ):
            found.append(at)
            last = number
    return found if len(found) > 1 else []
