"""Headings of minutes that are known by their words: "Ongoing business", "Finances", "Grants approved"."""

from __future__ import annotations

import re

from pressroom.readers.text.headings.classify import Features
from pressroom.readers.text.units.facts import UnitFacts

PART_OF_MINUTES = "a part that minutes have"
_MEETING = re.compile(
    r"\b(?:minutes|meeting|protokoll|niederschrift|sitzung|versammlung|procès-verbal|séance|réunion|acta|reunión)\b",
    re.IGNORECASE,
)
_PART = re.compile(
    r"(?:finances?|financial (?:report|update|position)|treasurer(?:['’]s)? report|balances?|correspondence"
    r"|(?:old|new|ongoing|current|unfinished|continuing|other|any other) business|matters arising"
    r"|call to order|roll call|adjournment|next meetings?|committee reports?|action items"
    r"|(?:approval|adoption) of (?:the )?(?:previous )?(?:minutes|agenda)"
    r"|finanzen|verschiedenes|genehmigung des protokolls|nächste sitzung"
    r"|questions diverses|approbation du procès-verbal|prochaine séance"
    r"|finanzas|ruegos y preguntas|aprobación del acta|próxima reunión)",
    re.IGNORECASE,
)
# what was decided about several things, which are named below
_DECIDED = re.compile(
    r"(?!minutes )[A-Z]\w*(?: \w+){0,2}s (?:approved|awarded|accepted|received|declined|deferred)"
    r"|(?!Minutes )[A-Z]\w+s (?:approved|awarded|accepted|received|declined|deferred)"
)
_LEAST = 2  # headings that are known by other signs
_LONGEST_BELOW = 60  # characters of a line that names one of several things


def add_parts_of_minutes(
    facts: list[UnitFacts], found: list[tuple[int, Features]]
) -> list[tuple[int, Features]]:
    """Return the headings with the parts of minutes that other signs do not show, where the title names a
    meeting and other headings have no numbers.
    """
    if not found or not _MEETING.search(facts[found[0][0]].text):
        return found
    others = [at for at, _ in found[1:]]
    if len(others) < _LEAST or any(facts[at].number or facts[at].unit.drawn for at in others):
        return found
    known = {at for at, _ in found}
    spaced = all(facts[at].unit.blank for at in others)
    more = [
        (at, [PART_OF_MINUTES])
        for at, fact in enumerate(facts[:-1])
        if at > found[0][0] and at not in known and _is_part(facts, at) and (fact.unit.blank or not spaced)
    ]
    return sorted([*found, *more]) if more else found


def _is_part(facts: list[UnitFacts], at: int) -> bool:
    fact, below = facts[at], facts[at + 1]
    if fact.unit.kind != "text" or fact.aside or fact.said:
        return False
    if _PART.fullmatch(fact.text):
        return True
    short = 0 < len(below.text) <= _LONGEST_BELOW and below.tail not in ".!?"
    return short and _DECIDED.fullmatch(fact.text) is not None
