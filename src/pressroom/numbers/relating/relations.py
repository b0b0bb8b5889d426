"""All relations between the quantities of a document, each quantity in one of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from pressroom.model.numbers import NumberRelation, RelationKind
from pressroom.model.quantity import Quantity
from pressroom.numbers.relating.earlier import find_earlier
from pressroom.numbers.relating.lists import find_lists
from pressroom.numbers.relating.measures import find_measures
from pressroom.numbers.relating.occasions import find_occasions
from pressroom.numbers.relating.parts import find_parts
from pressroom.numbers.relating.sites import by_sentence


def find_relations(quantities: list[Quantity], key: Collection[int], lang: str) -> tuple[NumberRelation, ...]:
    """Return the relations of quantities of which at least one is a key number, known by its start, and the
    lists that are tables in words.
    """
    found: list[NumberRelation] = []
    taken: set[int] = set()
    for relation in _find(quantities, key, lang):
        starts = {one.start for one in relation.quantities}
        if starts & taken or not (starts.intersection(key) or relation.kind is RelationKind.LIST):
            continue
        taken |= starts
        found.append(relation)
    return tuple(found)


def _find(quantities: list[Quantity], key: Collection[int], lang: str) -> Iterator[NumberRelation]:
    near = _near_key(quantities, key)
    yield from find_earlier(near)
    yield from find_parts(near, lang)
    yield from find_lists(quantities, key, lang)
    yield from find_occasions(near, lang)
    yield from find_measures(near, key, lang)


def _near_key(quantities: list[Quantity], key: Collection[int]) -> list[Quantity]:
    """Return the quantities of sentences with a key number and of those beside them; only they are parsed."""
    sentences = by_sentence(quantities)
    held = [at for at, group in enumerate(sentences) if any(one.start in key for one in group)]
    near = {at for place in held for at in (place - 1, place, place + 1)}
    return [one for at, group in enumerate(sentences) if at in near for one in group]
