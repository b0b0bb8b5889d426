"""Numbers side by side: what one sentence sets beside each other, and what two sources say of one thing."""

from __future__ import annotations

import re
from itertools import pairwise

from pressroom.figures.kinds import is_in_time
from pressroom.figures.plot.doubt import CAPPED, OPEN
from pressroom.figures.rules.candidates import Candidates
from pressroom.figures.rules.common import make_subtitle
from pressroom.figures.rules.compare import find_objection, find_place, find_places, is_nested
from pressroom.figures.rules.titles import find_title, name_measure
from pressroom.model.figure import Series
from pressroom.model.numbers import Conflict
from pressroom.model.quantity import Quantity, Role
from pressroom.translations import translate

MOST_BARS = 8
FEWEST_ROWS = 3  # that are drawn though none of them is a key number
_YEAR = re.compile(r"\d{4}")
_DATED = re.compile(r"(?:19|20)\d\d")
_JOINT = re.compile(r"[,;]\s(?:(?:and|und|et|y|while)\s)?|\s(?:and|und|et|y|while)\s")
_NO_AMOUNTS = (Role.CHANGE, Role.MARGIN, Role.THRESHOLD, Role.TARGET)


def sources(found: Candidates) -> None:
    """Two values that two sources give for one thing: both, never their mean."""
    for conflict in found.numbers.conflicts:
        pair = (conflict.first, conflict.second)
        if not all(found.free(one) for one in pair):
            continue
        reason = _why_not_rivals(conflict, found)
        if reason:
            found.refuse("sources", reason, pair)
            continue
        what = conflict.first.subject
        title = translate("what_sources", found.lang, what=f"{what[:1].upper()}{what[1:]}")
        found.draw(
            "sources",
            title,
            [translate("according", found.lang, who=one.attribution) for one in pair],
            (Series("", tuple(found.datum(one) for one in pair)),),
            pair,
            subtitle=make_subtitle(pair[0], title),
        )


def _why_not_rivals(conflict: Conflict, found: Candidates) -> str:
    first, second = conflict.first, conflict.second
    wholes = {one.comparison.start for one in found.numbers.quantities if one.comparison}
    if first.comparison or second.comparison or wholes & {first.start, second.start}:
        return "one of the two values is compared with another number of its own"
    if first.unit != second.unit:
        return "the two values have different units"
    if not (first.attribution and second.attribution) or first.attribution == second.attribution:
        return "the text does not name a source for each of the two values"
    if {first.role, second.role} & set(_NO_AMOUNTS):
        return "one of the two values is a change, and no amount"
    here, there = find_places(first.sentence_text), find_places(second.sentence_text)
    if here and there and here.isdisjoint(there):
        return "the text tells of two places"
    then, later = ({*_DATED.findall(one.sentence_text)} for one in (first, second))
    if then and later and then.isdisjoint(later):
        return "the text tells of two times"
    named = len(first.subject.split()) > 1  # "votes" may be those of one side, or the margin
    if not named or first.subject.lower() != second.subject.lower():
        return "the text does not count the same by the same words for both sources"
    return ""


def bar(found: Candidates) -> None:
    """Numbers that one sentence puts side by side."""
    text = found.document.text
    seen: set[int] = set()
    for first in found.key:
        if first.start in seen or not found.free(first):
            continue
        group = sorted(_alike(first, found), key=lambda one: one.start)
        if len(group) < 2:
            _explain(first, found, seen)
            continue
        seen |= {one.start for one in group}
        names = [find_place(one, text, tuple(group)) for one in group]
        reason = _why_not_beside(group, names, text)
        if reason:
            found.refuse("bar", reason, group)
        else:
            _bars(group, names, found)
    _rows_of_places(found, seen)


def _rows_of_places(found: Candidates, seen: set[int]) -> None:
    """Draw what a sentence gives for each of several places, key number or not: it is a table in words."""
    text = found.document.text
    for first in found.all:
        if first.start in seen or not found.free(first) or not found.numbers.key:
            continue
        group = sorted(_alike(first, found), key=lambda one: one.start)
        seen |= {one.start for one in group}
        if len(group) >= FEWEST_ROWS:
            names = [find_place(one, text, tuple(group)) for one in group]
            if not _why_not_beside(group, names, text):
                _bars(group, names, found)


def _alike(first: Quantity, found: Candidates) -> list[Quantity]:
    return [
        other
        for other in found.find_beside(first)
        if other.start == first.start
        or (other.comparison is None and not find_objection(first, other, found.shown))
    ]


def _why_not_beside(group: list[Quantity], names: list[str], text: str) -> str:
    if any(is_nested(one, two, text) for one, two in pairwise(group)):
        return "one of them is a part of the other"
    if not all(names) or len(set(names)) < len(names):
        return "the text gives no name that tells one from the other"
    if len(group) > MOST_BARS:
        return f"more than {MOST_BARS} bars are a table"
    if any(one.role in _NO_AMOUNTS for one in group):
        return "one of them is a change or a limit, and no amount"
    if len({bool(_YEAR.fullmatch(name)) for name in names}) > 1:
        return "a year and a place do not tell them apart"
    if not _is_parallel(group, names, text):
        return "the sentence does not set them side by side in like words"
    return ""


def _is_parallel(group: list[Quantity], names: list[str], text: str) -> bool:
    """Tell whether each number stands in like words: "12 cases in Brin and 7 cases in Calder"."""
    heads, tails = [], []
    for at, (one, name) in enumerate(zip(group, names, strict=True)):
        start = group[at - 1].end if at else one.sentence.start
        end = group[at + 1].start if at + 1 < len(group) else one.sentence.end
        heads.append(_masked(_JOINT.split(text[start : one.start])[-1], name))
        tails.append(_masked(_JOINT.split(text[one.end : end])[0], name))
    joined = all(_JOINT.search(text[one.end : two.start]) for one, two in pairwise(group))
    named_behind = all("\N{WHITE SQUARE}" in tail for tail in tails)
    named_ahead = all("\N{WHITE SQUARE}" in head for head in heads)
    return joined and (
        (named_behind and len({*tails[:-1]}) == 1 and f"{tails[-1]} ".startswith(f"{tails[0]} "))
        or (named_ahead and _agree(heads) and len({*tails[:-1]}) == 1)
    )


def _agree(heads: list[str]) -> bool:
    """Tell whether all heads are one, the verb of the first left out of others."""
    return all(head in (heads[0], "\N{WHITE SQUARE}") for head in heads)


def _masked(words: str, name: str) -> str:
    return " ".join(words.replace(name, "\N{WHITE SQUARE}", 1).split()).strip(" .")


def _bars(group: list[Quantity], names: list[str], found: Candidates) -> None:
    rows = list(zip(names, group, strict=True))
    years = all(_YEAR.fullmatch(name) for name in names)
    bounded = any(one.qualifier in OPEN + CAPPED for one in group)
    if years:
        rows.sort(key=lambda row: row[0])
    elif not bounded:
        rows.sort(key=lambda row: -row[1].ends[0])
    title = find_title(found, group, related=True) or name_measure(found, group)
    series = (Series("", tuple(found.datum(one) for _, one in rows)),)
    names = [name for name, _ in rows]
    found.draw(
        "column" if is_in_time(names, series) else "bar",
        title,
        names,
        series,
        [one for _, one in rows],
        subtitle="" if years else make_subtitle(group[0], title),
    )


def _explain(first: Quantity, found: Candidates, seen: set[int]) -> None:
    """Say why a key number stands in no bar chart: what parts it from the key number most like it."""
    others = [one for one in found.key if one.start != first.start and one.start not in seen]
    others.sort(key=lambda one: (one.kind != first.kind, one.unit != first.unit))
    seen.add(first.start)
    if others:
        found.refuse(
            "bar", find_objection(first, others[0], found.shown) or _partner(others[0]), (first, others[0])
        )


def _partner(other: Quantity) -> str:
    return (
        "it is already compared with another number" if other.comparison else "the text does not compare them"
    )
