"""Who speaks: the lines under a title that name a speaker, and what two people say by turns."""

from __future__ import annotations

import re
from collections.abc import Container

from pressroom.readers.text.roles.letters import QUOTING
from pressroom.readers.text.roles.patterns import DATELINE, SPEECH
from pressroom.readers.text.units.facts import UnitFacts
from pressroom.readers.text.words.phrases import SPOKEN


def find_speakers(facts: list[UnitFacts]) -> set[int]:
    """Return the lines under a title that say who speaks there, with the line of place and day after them."""
    found = {at for at, fact in enumerate(facts[:5]) if at and SPEECH.fullmatch(fact.text)}
    after = {at + 1 for at in found if at + 1 < len(facts) and DATELINE.fullmatch(facts[at + 1].text)}
    return found | after


def find_spoken(facts: list[UnitFacts]) -> set[int]:
    """Return the lines that two people say by turns: "MUSEUM: And then?", "BENNING: Then we see."."""
    found: set[int] = set()
    before = ""
    asked: dict[str, list[int]] = {}
    turns = [SPOKEN.match(fact.start) if fact.unit.kind == "text" else None for fact in facts]
    speakers = [(turn["who"] or turn["asked"]) if turn else "" for turn in turns]
    initials = frozenset(speakers)
    for at, fact in enumerate(facts):
        who = speakers[at] or (find_initials(fact.start, initials) if fact.unit.kind == "text" else "")
        if who and before and who != before:
            found.update((at - 1, at))
        elif fact.tail == ":" and QUOTING.match(fact.start):
            found.add(at)
        if who[:1] in ("Q", "A") and who in _QUESTIONED:
            asked.setdefault(who[0], []).append(at)
        before = who
    if min((len(asked.get(who, ())) for who in "QA"), default=0) > 1:
        found.update(at for lines in asked.values() for at in lines)
    return found


def find_initials(text: str, speakers: Container[str]) -> str:
    """Return the initials under which somebody who is named in full speaks: "Ann Lee: …", then "AL: …"."""
    full = _FULL_NAME.match(text)
    initials = "".join(name[0] for name in full["name"].split()) if full else ""
    return initials if initials in speakers else ""


_FULL_NAME = re.compile(r"(?P<name>[A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]*){1,2}):\s")
_QUESTIONED = frozenset(("Q", "A", "Question", "Answer"))
