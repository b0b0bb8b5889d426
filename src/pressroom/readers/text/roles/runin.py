"""Paragraphs that begin with a heading of their own on the same line: "Planning: The office draws up …"."""

from __future__ import annotations

import re
from collections.abc import Collection

from pressroom.readers.text.units.facts import UnitFacts
from pressroom.readers.text.words.phrases import SPOKEN

_HEAD = re.compile(r"(?P<words>[A-ZÀ-Þ][\w'’-]*(?: [\w'’&-]+){0,3}):\s+(?=[A-ZÀ-Þ\d«„“\"])")
_SHORTEST = 60  # characters of such a paragraph; shorter ones are fields
_FEWEST = 3  # in a row


def find_run_in_heads(facts: list[UnitFacts], taken: Collection[int]) -> dict[int, int]:
    """Return how many characters at the beginning of paragraphs are a heading of theirs, with the colon.

    Three in a row have one at least, each another: who speaks by turns comes again. ``taken`` are headings
    and what plays a part.
    """
    found: dict[int, int] = {}
    row: dict[int, str] = {}
    for at, fact in enumerate(facts):
        words = _read_head(fact) if at not in taken else ""
        if words:
            row[at] = words
            continue
        found |= _keep(row)
        row = {}
    return found | _keep(row)


def _keep(row: dict[int, str]) -> dict[int, int]:
    if len(row) < _FEWEST or len(set(row.values())) < len(row):
        return {}
    return {at: len(words) + 1 for at, words in row.items()}


def _read_head(fact: UnitFacts) -> str:
    if fact.unit.kind != "text" or not fact.unit.blank or fact.size < _SHORTEST or fact.tail not in ".!?":
        return ""
    match = _HEAD.match(fact.start)
    return match["words"] if match and not SPOKEN.match(fact.start) else ""
