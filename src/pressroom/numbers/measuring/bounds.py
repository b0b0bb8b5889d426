"""Two bounds of one value, "more than 100 and fewer than 300": a range, not two numbers."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache

from pressroom.model.quantity import Interval, Qualifier, Quantity
from pressroom.numbers.languages import language
from pressroom.numbers.parsing.patterns import any_of
from pressroom.numbers.parsing.rule import Rule

_LOWER = (Qualifier.OVER, Qualifier.AT_LEAST)
_UPPER = (Qualifier.UNDER, Qualifier.AT_MOST)


class _Bounds:
    """Two quantities side by side in ``text``."""

    def __init__(self, first: Quantity, second: Quantity, text: str, lang: str) -> None:
        self.first, self.second, self.text, self.lang = first, second, text, lang


def merge_bounds(found: list[Quantity], text: str, lang: str) -> list[Quantity]:
    """Return the quantities with each lower and upper bound of one value made into its range."""
    merged: list[Quantity] = []
    for quantity in found:
        whole = _merge(merged[-1], quantity, text, lang) if merged and quantity.qualifier else None
        if whole:
            merged[-1] = whole
        else:
            merged.append(quantity)
    return merged


def _merge(first: Quantity, second: Quantity, text: str, lang: str) -> Quantity | None:
    bounds = _Bounds(first, second, text, lang)
    for rule in RULES:
        whole = rule.apply(bounds)
        if whole:
            return replace(whole, rules=(*first.rules, *second.rules, rule.name))
    return None


def merge_upwards(bounds: _Bounds) -> Quantity | None:
    """More than 100 and fewer than 300."""
    first, second = bounds.first, bounds.second
    told = first.qualifier in _LOWER and second.qualifier in _UPPER
    return _range(bounds, first, second) if told else None


def merge_downwards(bounds: _Bounds) -> Quantity | None:
    """Under 300 but over 100."""
    first, second = bounds.first, bounds.second
    told = first.qualifier in _UPPER and second.qualifier in _LOWER
    return _range(bounds, second, first) if told else None


def _range(bounds: _Bounds, low: Quantity, high: Quantity) -> Quantity | None:
    """Return the range of two bounds that nothing but a joining word stands between."""
    first, second = bounds.first, bounds.second
    gap = bounds.text[first.end : second.start].rstrip()
    between = gap.removesuffix(second.qualifier_text)
    if len(between) == len(gap) or not _joint(bounds.lang).fullmatch(between):
        return None
    if not isinstance(low.value, float | int) or not isinstance(high.value, float | int):
        return None
    if low.value >= high.value:
        return None
    if first.unit and second.unit and first.unit != second.unit and first.kind is second.kind:
        return None
    described = second if second.unit or second.subject else first
    return replace(
        described,
        text=bounds.text[first.start : second.end],
        start=first.start,
        end=second.end,
        value=Interval(low.value, high.value),
        qualifier=Qualifier.BETWEEN,
        qualifier_text=first.qualifier_text,
    )


@cache
def _joint(lang: str) -> re.Pattern[str]:
    """Return what may stand between two bounds, without the words of the second."""
    ranges = language(lang).ranges
    joint, being = any_of(ranges.and_ | ranges.but), any_of(ranges.being)
    return re.compile(rf"\s*,?\s*(?:{joint}\b)?\s*(?:{being}\s)?\s*", re.IGNORECASE)


RULES: tuple[Rule[Callable[[_Bounds], Quantity | None]], ...] = (
    Rule("bounds.upwards", merge_upwards,
        "More than 100 and fewer than 300 boats sank.", "100 and fewer than 300 = 100–300 boat, between"),
    Rule("bounds.downwards", merge_downwards,
        "It takes less than 30 and more than 20 minutes.",
        "30 and more than 20 minutes = 20–30 minute, duration, between"),
)  # fmt: skip  # a row in one line or two
