"""What comes again in several candidates: words, endings, forms."""

from __future__ import annotations

import re
from collections import Counter

from pressroom.readers.text.headings.features import find_neighbour
from pressroom.readers.text.units.facts import UnitFacts

_LEAD = re.compile(r"([\w(][\w()/&'’. -]{0,38}):\s+\S")


def find_repetitions(facts: list[UnitFacts], candidates: list[int]) -> dict[int, list[str]]:
    """Return the features of words that come again in other candidates: their first, their
    last, a key before a colon.
    """
    leads: dict[str, list[int]] = {}
    bodies: dict[str, list[int]] = {}
    endings: dict[str, list[int]] = {}
    for at in candidates:
        body = facts[at].body.lower()
        lead = _LEAD.match(body)
        if lead:
            leads.setdefault(lead.group(1), []).append(at)
        bodies.setdefault(body, []).append(at)
        words = body.rsplit(None, 2)
        if len(words) > 2:
            endings.setdefault(" ".join(words[1:]), []).append(at)
    found: dict[int, list[str]] = {}
    _families(facts, candidates, found)
    _turns(facts, leads, found)
    colons = {body: places for body, places in bodies.items() if body.endswith(":")}
    for seen, name in (
        (leads, "key comes again"),
        (bodies, "same words again"),
        (colons, "same words again with a colon"),
        (endings, "same ending again"),
    ):
        for places in seen.values():
            if len(places) > 1:
                often = name + (" often" if len(places) > 3 else "")
                for at in places:
                    found.setdefault(at, []).append(often)
    return found


def _turns(facts: list[UnitFacts], leads: dict[str, list[int]], found: dict[int, list[str]]) -> None:
    """Add a feature to lines of those who speak by turns: names ahead of a colon that come again anywhere."""
    if not leads:
        return
    names: Counter[str] = Counter()
    for fact in facts:
        if fact.unit.kind == "text" and ": " in fact.start and (lead := _LEAD.match(fact.start.lower())):
            names[lead.group(1)] += 1
    again = {name for name, count in names.items() if count > 1}
    if len(again) < _LEAST_SPEAKERS:
        return
    for name in again & leads.keys():
        for at in leads[name]:
            turn = "asks" if facts[at].tail == "?" else "says"
            found.setdefault(at, []).append(f"one of those who speak {turn}")


_LEAST_SPEAKERS = 2


def _families(facts: list[UnitFacts], candidates: list[int], found: dict[int, list[str]]) -> None:
    """Add the features of lines of one form: questions with answers, a few words and a colon."""
    asked = [at for at in candidates if facts[at].tail == "?" and facts[at].unit.kind == "text"]
    if len(asked) > 2:
        for at in asked:
            after = find_neighbour(facts, at + 1)
            if after and after.tail != "?":
                found.setdefault(at, []).append("one of many questions")
    named = [at for at in candidates if _is_named(facts, at)]
    if len({facts[at].body for at in named}) > 2:
        for at in named:
            found.setdefault(at, []).append(COLON_FAMILY)


def _is_named(facts: list[UnitFacts], at: int) -> bool:
    """Tell whether a line is a few words and a colon, with more than a few words after it."""
    fact, after = facts[at], find_neighbour(facts, at + 1)
    if fact.tail != ":" or fact.unit.kind != "text" or fact.size > _LONGEST_NAMED:
        return False
    return after is not None and after.tail != ":" and not fact.head.islower()


COLON_FAMILY = "one of many that end in a colon"
_LONGEST_NAMED = 40  # characters
