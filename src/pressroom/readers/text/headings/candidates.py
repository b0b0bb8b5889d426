"""Which units could be headings at all."""

from __future__ import annotations

import re

from pressroom.readers.text.units.facts import LONGEST, UnitFacts


def find_candidates(facts: list[UnitFacts]) -> list[int]:
    """Return the indexes of the units that could be headings at all.

    A line that ends like a sentence and is as long as one is none; nor is a line far inside a run of short
    lines, which is a list, a table or verse; nor what closes the text, with nothing below that it could head;
    nor the hours at which a speech began and ended, and the place ahead of them; nor entries of a timetable
    or a life, nor the name behind a dash under a quotation.
    """
    end = _find_close(facts)
    hours = _find_hours(facts)
    found = [
        at
        for at, fact in enumerate(facts[:end])
        if _could_be(fact) and at not in hours and not _is_entry(facts, at)
    ]
    inside = _far_inside(facts) if len(found) > 2 * FAR else set()
    return [at for at in found if at not in inside] if inside else found


def _is_entry(facts: list[UnitFacts], at: int) -> bool:
    """Tell whether a line is one of several that begin with hours or years, names who is quoted above, is the
    file that the line above announces, or is a number and nothing else.
    """
    text = facts[at].text
    if not at and _is_list_of_fragments(facts):
        return True
    if _AUTHOR.fullmatch(text) or _FIGURE.fullmatch(text):
        return True
    if at and facts[at - 1].tail == ":" and _FILE.fullmatch(text):
        return True
    if not text[:1].isdigit() or not (entry := _ENTRY.match(text)):
        return False
    if entry["hour"]:
        return True
    below = facts[at + 1] if at + 1 < len(facts) else None
    return below is not None and not below.unit.blank and _ENTRY.match(below.start) is not None


def _is_list_of_fragments(facts: list[UnitFacts]) -> bool:
    """Tell whether a text begins with short lines that all begin with small letters: a list without marks."""
    first = facts[:_LEAST_FRAGMENTS]
    return len(first) == _LEAST_FRAGMENTS and all(
        fact.unit.kind == "text" and fact.head.islower() and 0 < len(fact.text) <= LONGEST // 2
        for fact in first
    )


_LEAST_FRAGMENTS = 3
_ENTRY = re.compile(
    r"(?P<hour>0\d\.\d\d|\d\d\.0\d)\s|(?:19|20)\d\d\s?[–-]\s?(?:(?:19|20)\d\d\b|[^\W\d_]{4,})"
)
_FIGURE = re.compile(r"(?!(?:1[5-9]|20)\d\d$)\d{3,}")  # a number alone, and no year
_FILE = re.compile(r"\w[\w-]*(?:\.[\w-]+)*\.[a-z]{1,4}\d?")
_AUTHOR = re.compile(r"(?:--?|[–—―])\s*[^\W\d_][^–—―]{3,80}")
FAR = 24  # short lines on either side


def _find_hours(facts: list[UnitFacts]) -> set[int]:
    """Return the lines that say when a speech began and ended, and where, right under its title."""
    hours = {at for at, fact in enumerate(facts) if _TIME.fullmatch(fact.text)}
    if len(hours) > MOST_HOURS:
        return set()
    opened = len(facts) > 2 and _HOUR.match(facts[2].start) is not None
    return hours | {1} if opened else hours


def _find_close(facts: list[UnitFacts]) -> int:
    """Return where the last lines of a text begin that no heading stands among: one that has nothing below
    it, or a signature with its place and date.
    """
    end = len(facts)
    if end < SHORTEST_TEXT or _is_marked(facts[-1]) or facts[-1].aside or not facts[-1].text:
        return end
    signed = facts[end - 2]
    dated = _DATED.search(facts[end - 1].text) is not None
    return end - 2 if dated and not _is_marked(signed) and signed.size < LONGEST_NAME else end - 1


def _is_marked(facts: UnitFacts) -> bool:
    return bool(facts.unit.drawn) or facts.number is not None or facts.unit.kind != "text"


SHORTEST_TEXT = 4  # units, of which the last is no heading
LONGEST_NAME = 40  # characters
_DATED = re.compile(r"\b\d{1,2}\b.{0,20}\b(?:19|20)\d\d\b\W*$")


def _could_be(facts: UnitFacts) -> bool:
    unit = facts.unit
    if not facts.text or facts.aside or facts.said or unit.last - unit.first > 3 or len(facts.body) > LONGEST:
        return False
    if facts.tail in ".;," and facts.size > (70 if facts.tail == "." else 40) and not unit.drawn:
        return facts.number is not None and len(facts.number.path) > 1
    if unit.kind == "item":
        return unit.mark in ("number", "letter", "roman") and bool(facts.body)
    return unit.kind == "text"


MOST_HOURS = 2  # an hour alone opens and ends a transcript; more of them head the parts of a day
# an hour that no number of a section can be, whatever follows on its line
_HOUR = re.compile(r"\d{1,2}(?::\d{2}\b|[.:]\d{2}\s?(?:[ap]\.?m\b|uhr\b))", re.IGNORECASE)
_TIME = re.compile(r"(?:end\s+)?\d{1,2}[:.]\d{2}\s?(?:[ap]\.?m\.?|uhr|h)?(?:\s[a-z]{1,4})?", re.IGNORECASE)


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
