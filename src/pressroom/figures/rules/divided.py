"""A whole that one sentence divides: shares that are named and make up a hundred."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from pressroom.figures.rules.candidates import Candidates
from pressroom.figures.rules.common import make_subtitle
from pressroom.figures.rules.titles import cut_clause, is_short
from pressroom.figures.text.wholes import names_whole
from pressroom.model.figure import Series
from pressroom.model.numbers import RelationKind
from pressroom.model.quantity import Kind, Quantity

FEWEST, MOST = 2, 8  # shares
ROUNDED, ROUNDED_TO_ONE = 0.05, 0.5  # per cent a share that their sum may be from a hundred
LONGEST_NAME = 6  # words
_NO_NAME = r"(?!(?:from|of|in|at|by|to|not|aus|von|in|nicht|de|à|en|pas|a|no)\b)"
_NAME = rf"{_NO_NAME}(?P<name>[^\W\d_][^\d,;:.()]{{1,40}}?)"
_END = r"(?=[,;.]|\s(?:and|und|et|y|versus|vs|against|gegenüber|contre|frente)\s|\s?$)"
# what parts have in common, ahead of what each names: "33 per cent from rents", "48 per cent were men"
_SHARED = r"from|to|by|for|are|were|aus|von|auf|für|sind|waren|des|sont|étaient|para|por|son|eran"
_BEHIND = re.compile(rf"\s(?P<word>{_SHARED})\s{_NAME}{_END}")


def divide(found: Candidates) -> None:
    """Draw the parts of a whole, each with its name; the words of the first are the title."""
    shares = [one for one in found.all if one.kind is Kind.PERCENT and not one.unit.endswith("point")]
    for _, group in groupby(shares, key=lambda one: one.sentence.start):
        parts = [*group]
        if not _make_a_whole(parts, found.document.text) or not any(map(found.is_key, parts)):
            continue
        names = _name_listed(parts, found) or _name_behind(parts, found.document.text)
        title = cut_clause(found, parts[0])
        if names and is_short(title) and len(set(names)) == len(names):
            row = Series("", tuple(found.datum(one) for one in parts))
            subtitle = make_subtitle(parts[0], title)
            found.draw("share", title, names, (row,), parts, subtitle=subtitle)


def _make_a_whole(parts: Sequence[Quantity], text: str) -> bool:
    """Tell whether shares of one whole, which the first names, make up a hundred."""
    if not FEWEST <= len(parts) <= MOST or not names_whole(text, parts[0].end):
        return False
    exact = all(
        one.qualifier is None and one.comparison is None and one.role is None and one.ends[1] is None
        for one in parts
    )
    alone = not any(names_whole(text, one.end) for one in parts[1:])
    whole = all(one.ends[0].is_integer() for one in parts)
    apart = (ROUNDED_TO_ONE if whole else ROUNDED) * len(parts)
    return exact and alone and abs(sum(one.ends[0] for one in parts) - 100) <= apart


def _name_listed(parts: Sequence[Quantity], found: Candidates) -> list[str]:
    """Return the names that the text lists shares with: "fees brought in 41% of the income, rents 33%, …"."""
    for relation in found.relations(RelationKind.LIST):
        if relation.quantities == tuple(parts):
            return _checked([*relation.names])
    return []


def _name_behind(parts: Sequence[Quantity], text: str) -> list[str]:
    """Return the names behind shares: "41% of the income came from fees, 33% from rents, 26% from grants"."""
    end = parts[-1].sentence.end
    found = [_BEHIND.match(text, one.end, end) for one in parts[1:]]
    words = {match["word"] if match else "" for match in found}
    if len(words) > 1 or "" in words:
        return []
    first = [*re.finditer(rf"\b{words.pop()}\s{_NAME}{_END}", text[parts[0].end : parts[1].start])]
    return _checked([match["name"] if match else "" for match in (*first[-1:], *found)]) if first else []


def _checked(names: list[str]) -> list[str]:
    return names if all(name and len(name.split()) <= LONGEST_NAME for name in names) else []
