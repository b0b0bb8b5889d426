"""Quantities by their sentences, and their places in the parsed sentence."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import groupby

from pressroom.model.quantity import Kind, Modality, Qualifier, Quantity, Role
from pressroom.numbers.languages import language
from pressroom.numbers.wording.display import find_place
from pressroom.numbers.wording.site import Site, find_site
from pressroom.syntax import Tree, parse

_NO_LEVEL = (Role.CHANGE, Role.EARLIER, Role.MARGIN, Role.THRESHOLD, Role.TARGET, Role.FORECAST)
_MEASURED = (Kind.NUMBER, Kind.DIMENSION, Kind.CURRENCY, Kind.DURATION)


def by_sentence(quantities: Iterable[Quantity]) -> list[list[Quantity]]:
    """Return quantities in lists, one for each sentence, in reading order."""
    ordered = sorted(quantities, key=lambda one: (one.sentence.start, one.start))
    return [list(group) for _, group in groupby(ordered, key=lambda one: one.sentence.start)]


def is_level(quantity: Quantity) -> bool:
    """Tell whether a quantity is one stated amount of something, and no change, limit or target."""
    return quantity.kind in _MEASURED and is_amount(quantity)


def is_amount(quantity: Quantity) -> bool:
    """Tell whether a quantity of any kind is one stated value, and no change, limit or target."""
    return (
        quantity.modality is Modality.STATED
        and isinstance(quantity.value, float | int)
        and quantity.value > 0
        and quantity.role not in _NO_LEVEL
        and quantity.qualifier not in (Qualifier.UP, Qualifier.DOWN)
    )


def locate(quantity: Quantity, lang: str) -> Site | None:
    """Return where a quantity stands in its parsed sentence, None where it cannot be parsed."""
    place, tree = find_place(quantity), parse_sentence(quantity.sentence_text, lang)
    if place is None or tree is None:
        return None
    return find_site(tree, place, quantity, language(lang).wording, lang)


@lru_cache(maxsize=64)
def parse_sentence(sentence: str, lang: str) -> Tree | None:
    """Return a sentence parsed; kept for its other quantities, which come next."""
    return parse(sentence, lang)
