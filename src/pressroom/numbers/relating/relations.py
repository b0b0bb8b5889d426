"""All relations between the quantities of a document, each quantity in one of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from pressroom.model.numbers import NumberRelation
from pressroom.model.quantity import Quantity
from pressroom.numbers.relating.earlier import find_earlier
from pressroom.numbers.relating.measures import find_measures
from pressroom.numbers.relating.occasions import find_occasions
from pressroom.numbers.relating.parts import find_parts
from pressroom.numbers.relating.sites import by_sentence


def find_relations(quantities: list[Quantity], key: Collection[int], lang: str) -> tuple[NumberRelation, ...]:
    """Return the relations of quantities of which at least one is a key number, known by its start."""
    near = _near_key(quantities, key)
    found: list[NumberRelation] = []
    taken: set[int] = set()
    for relation in _find(near, key, lang):
        starts = {one.start for one in relation.quantities}
        if starts & taken or not starts.intersection(key):
            continue
        taken |= starts
        found.append(relation)
    return tuple(found)


def _find(quantities: list[Quantity], key: Collection[int], lang: str) -> Iterator[NumberRelation]:
    yield from find_earlier(quantities)
    yield from find_parts(quantities, lang)
    yield from find_occasions(quantities, lang)
    yield from find_measures(quantities, key, lang)


def _near_key(quantities: list[Quantity], key: Collection[int]) -> list[Quantity]:
    """Return the quantities of sentences with a key number and of those beside them; only they are parsed."""
    sentences = by_sentence(quantities)
    held = [at for at, group in enumerate(sentences) if any(one.start in key for one in group)]
    near = {at for place in held for at in (place - 1, place, place + 1)}
    return [one for at, group in enumerate(sentences) if at in near for one in group]
