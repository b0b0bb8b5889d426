"""A whole that one sentence divides: shares that are named and make up a hundred."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby, pairwise

from pressroom.figures.rules.candidates import Candidates
from pressroom.figures.rules.common import make_subtitle
from pressroom.figures.rules.titles import cut_clause, is_short
from pressroom.figures.text.wholes import names_whole
from pressroom.model.figure import Series
from pressroom.model.quantity import Kind, Quantity
from pressroom.syntax import SUBJECTS, parse

FEWEST, MOST = 2, 8  # shares
ROUNDED, ROUNDED_TO_ONE = 0.05, 0.5  # per cent a share that their sum may be from a hundred
LONGEST_NAME = 6  # words
_JOINT = re.compile(r"[,;]\s(?:(?:and|und|et|y)\s)?|\s(?:and|und|et|y)\s")
# of a part that is set against the others, or is not all of it
_SETTING_APART = frozenset(
    ("while", "whereas", "but", "only", "während", "aber", "nur", "tandis", "mais", "seulement", "mientras")
)
_NAME = r"(?P<name>[^\W\d_][^\d,;:.()]{1,40}?)"
_END = r"(?=[,;.]|\s(?:and|und|et|y|versus|vs|against|gegenüber|contre|frente)\s|\s?$)"
# what parts have in common, ahead of the source or place that each names: "33 per cent from rents"
_BEHIND = re.compile(rf"\s(?P<word>from|to|by|for|aus|von|auf|für|des|para|por)\s{_NAME}{_END}")


def divide(found: Candidates) -> None:
    """Draw the parts of a whole, each with its name; the words of the first are the title."""
    shares = [one for one in found.all if one.kind is Kind.PERCENT and not one.unit.endswith("point")]
    for _, group in groupby(shares, key=lambda one: one.sentence.start):
        parts = [*group]
        if not _make_a_whole(parts, found.document.text) or not any(map(found.is_key, parts)):
            continue
        names = _name_ahead(parts, found) or _name_behind(parts, found.document.text)
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


def _name_ahead(parts: Sequence[Quantity], found: Candidates) -> list[str]:
    """Return the names ahead of shares: "fees brought in 41% of the income, rents 33% and grants 26%"."""
    text = found.document.text
    named = [_name_between(text[one.end : two.start]) for one, two in pairwise(parts)]
    return _checked([_find_subject(parts[0], found.lang), *named])


def _name_between(between: str) -> str:
    """Return what stands ahead of the next share, behind all that belongs to the one before."""
    joints = [*_JOINT.finditer(between)]
    if len(joints) != 1:
        return ""
    name = re.fullmatch(rf"{_NAME}\s", between[joints[0].end() :])
    words = set(name["name"].lower().split()) if name else set()
    return name["name"] if name and words.isdisjoint(_SETTING_APART) else ""


def _find_subject(quantity: Quantity, lang: str) -> str:
    """Return the subject of the verb that a share is the object of, "" where it is none."""
    sentence = quantity.sentence_text
    tree, start = parse(sentence, lang), quantity.start - quantity.sentence.start
    if tree is None or not sentence.startswith(quantity.text, start):
        return ""
    at = next((index for index in range(len(tree)) if tree.ends[index] > start), -1)
    while at >= 0:
        for below in tree.children(at):
            if tree.relations[below] in SUBJECTS and tree.ends[below] < start:
                own = [one for one in tree.subtree(below) if tree.ends[one] <= start]
                return sentence[tree.starts[own[0]] : tree.ends[own[-1]]]
        at = tree.heads[at]
    return ""


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
