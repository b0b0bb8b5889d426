"""A total, and how many occasions it came about on: "7,000 balloons on 32 occasions"."""

from __future__ import annotations

from collections.abc import Iterator

from pressroom.model.numbers import NumberRelation, RelationKind
from pressroom.model.quantity import Kind, Quantity
from pressroom.numbers.languages import all_languages
from pressroom.numbers.relating.sites import by_sentence, is_level, locate

MOST = 60  # occasions that are drawn one by one
_WORDS = all_languages().relations


def find_occasions(quantities: list[Quantity], lang: str) -> Iterator[NumberRelation]:
    """Yield each total of which the same clause gives the occasions."""
    for group in by_sentence(quantities):
        for occasions in group:
            if not _are_occasions(occasions):
                continue
            totals = [one for one in group if one.start < occasions.start and _is_total(one)]
            if len(totals) == 1 and _share_clause(totals[0], occasions, lang):
                yield NumberRelation(RelationKind.OCCASIONS, (totals[0], occasions), ("", ""))


def _are_occasions(quantity: Quantity) -> bool:
    value = quantity.value
    if quantity.unit.lower() not in _WORDS.occasions or quantity.qualifier or not is_level(quantity):
        return False
    ahead = quantity.sentence_text[: quantity.sentence_text.find(quantity.text)].split()
    on = bool(ahead) and ahead[-1].lower() in _WORDS.on
    return on and isinstance(value, float | int) and float(value).is_integer() and 1 < value <= MOST


def _is_total(quantity: Quantity) -> bool:
    return (
        is_level(quantity) and quantity.kind in (Kind.NUMBER, Kind.CURRENCY) and quantity.comparison is None
    )


def _share_clause(total: Quantity, occasions: Quantity, lang: str) -> bool:
    """Tell whether both hang on one verb: not "It employs 300 people and met on 12 occasions"."""
    first, second = locate(total, lang), locate(occasions, lang)
    if first is None or second is None:
        return False
    own = first.tree.subtree(first.nominal)  # "balloons carrying trash on 32 occasions"
    return first.clause == second.clause or second.clause in own
