"""An amount, and what was estimated earlier: "at least 100, according to previous intelligence"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressroom.model.numbers import NumberRelation, RelationKind
from pressroom.model.quantity import Kind, Quantity
from pressroom.numbers.languages import all_languages
from pressroom.numbers.parsing.patterns import any_of
from pressroom.numbers.relating.sites import by_sentence, is_level

NEAR = 60  # characters from the words for the estimate to its value
NEXT = 4  # characters between two sentences that follow each other
_WORDS = all_languages().relations
_KEY = all_languages().key
_BEFORE, _ESTIMATE = any_of(_WORDS.earlier), any_of(_WORDS.estimates)
_EARLIER = re.compile(rf"\b(?:{_BEFORE} {_ESTIMATE}|{_ESTIMATE} {_BEFORE})\b", re.IGNORECASE)
_PEOPLE = re.compile(rf"\b(?:{any_of(_KEY.people | _KEY.harm)}\b|{any_of(_KEY.people_stems)})", re.IGNORECASE)


def find_earlier(quantities: list[Quantity]) -> Iterator[NumberRelation]:
    """Yield each amount whose own or next sentence tells what was estimated before."""
    sentences = by_sentence(quantities)
    for at, group in enumerate(sentences):
        words = group[0].sentence_text
        for named in _EARLIER.finditer(words):
            was = _first_behind(group, named.end())
            now = _last_ahead(sentences, at, group[0].sentence.start + named.start())
            if was and now and _are_of_one_class(now, was):
                yield NumberRelation(RelationKind.EARLIER, (now, was), (now.attribution, named.group()))


def _first_behind(group: list[Quantity], offset: int) -> Quantity | None:
    start = group[0].sentence.start
    behind = [one for one in group if one.start - start >= offset]
    if not behind or behind[0].start - start - offset > NEAR or not is_level(behind[0]):
        return None
    return behind[0]


def _last_ahead(sentences: list[list[Quantity]], at: int, offset: int) -> Quantity | None:
    """Return the only amount ahead of a place, in its sentence or else in the one before."""
    own = [one for one in sentences[at] if one.start < offset]
    if not own and at:
        before = sentences[at - 1]
        if sentences[at][0].sentence.start - before[0].sentence.end <= NEXT:
            own = before
    levels = [one for one in own if is_level(one) and one.comparison is None]
    return levels[0] if len(levels) == 1 else None


def _are_of_one_class(first: Quantity, second: Quantity) -> bool:
    """Tell whether two amounts count people, or are money, or have one unit."""
    if first.kind is not second.kind or first.rate != second.rate:
        return False
    if first.kind is not Kind.NUMBER:
        return first.unit == second.unit
    if not second.unit or first.unit == second.unit:
        return True
    return all(_PEOPLE.search(f"{one.unit} {one.subject}") for one in (first, second))
