"""Two bounds of one value, "more than 100 and fewer than 300": a range, not two numbers."""

from __future__ import annotations

import re
from dataclasses import replace

from pressroom.model.quantity import Interval, Qualifier, Quantity

_LOWER = (Qualifier.OVER, Qualifier.AT_LEAST)
_UPPER = (Qualifier.UNDER, Qualifier.AT_MOST)
_JOINT = re.compile(
    r"\s*,?\s*(?:(?:and|but|und|aber|et|mais|y|pero)\b)?\s*(?:(?:is|are)\s)?\s*", re.IGNORECASE
)


def merge_bounds(found: list[Quantity], text: str) -> list[Quantity]:
    """Return the quantities with each lower and upper bound of one value made into its range."""
    joined: list[Quantity] = []
    for quantity in found:
        whole = _range(joined[-1], quantity, text) if joined else None
        if whole:
            joined[-1] = whole
        else:
            joined.append(quantity)
    return joined


def _range(first: Quantity, second: Quantity, text: str) -> Quantity | None:
    pair = (first.qualifier, second.qualifier)
    if not (pair[0] in _LOWER and pair[1] in _UPPER) and not (pair[0] in _UPPER and pair[1] in _LOWER):
        return None
    low, high = sorted((first, second), key=lambda one: one.qualifier in _UPPER)
    gap = text[first.end : second.start]
    words = gap.rstrip().removesuffix(second.qualifier_text)
    if len(words) == len(gap.rstrip()) or not _JOINT.fullmatch(words):
        return None
    if (
        not isinstance(low.value, float | int)
        or not isinstance(high.value, float | int)
        or low.value >= high.value
    ):
        return None
    if first.unit and second.unit and first.unit != second.unit and first.kind is second.kind:
        return None
    told = second if second.unit or second.subject else first
    return replace(
        told,
        text=text[first.start : second.end],
        start=first.start,
        end=second.end,
        value=Interval(low.value, high.value),
        qualifier=Qualifier.BETWEEN,
        qualifier_text=first.qualifier_text,
    )
