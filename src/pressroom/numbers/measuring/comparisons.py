"""Two values of one measure in one sentence: from–to, up from, part of a whole, against a target."""

from __future__ import annotations

import re
from dataclasses import replace

from pressroom.model.quantity import Comparison, Interval, Kind, Quantity

_FROM = re.compile(r"\b(?:from|von|de|del|du|desde)\s+(?:\S+\s+){0,1}$", re.IGNORECASE)
_TO = re.compile(r"^(?:\s\S+){0,4}?\s(?:to|auf|à|a|al)\s+(?:\S+\s+){0,2}$", re.IGNORECASE)
# what stands between a value and the one it is compared with → the kind of the comparison
_KINDS = (
    (
        # what accounts put in brackets for the year before: "£61m (2024: £43m)"
        "was",
        re.compile(
            r"^[^().;]{0,25}\((?:[HQ]\d |FY ?)?(?:19|20)\d\d(?:[–/-]\d\d)?: ?(?:[a-z ]{2,30} )?(?:\S+\s+){0,1}$"
        ),
    ),
    (
        "was",
        re.compile(
            r"^,? from (?:\S+\s+){0,2}$|\b(?:up from|down from|compared with|compared to|against|instead of|rather than)\s(?:\S+\s+){0,2}$",
            re.IGNORECASE,
        ),
    ),
    (
        "target",
        re.compile(
            r"\((?:target|goal|standard):? $|\b(?:target|goal|aim|quota) of\s(?:\S+\s+){0,2}$", re.IGNORECASE
        ),
    ),
    (
        "whole",
        re.compile(
            r"^(?:\s[^\s,;]+){0,3}?\s(?:of|out of|among|von|der|de|sur|des) (?!whom|which|them)(?:the|its|their|all|some|about|den|les|los|las)?\s?(?:[^\s,;]+\s+){0,2}$",
            re.IGNORECASE,
        ),
    ),
)
_JOINTS = frozenset(f" {word} " for word in ("and", "or", "und", "oder", "et", "ou", "y", "o")) | {", "}
# between the sides of a vote, the winner first
_SIDES = frozenset({" to ", " against ", " zu ", " gegen ", " contre ", " frente a "})
_NEAR = 90  # characters between two values of one comparison


def link_comparisons(found: list[Quantity], text: str) -> tuple[Quantity, ...]:
    """Return the quantities with their comparison set where the sentence makes one of the next or the last."""
    result = list(found)
    for index in range(len(found) - 1):
        first, second = found[index], found[index + 1]
        if second.start - first.end > _NEAR or first.sentence.start != second.sentence.start:
            continue
        gap = text[first.end : second.start]
        if _FROM.search(text, max(first.sentence.start, first.start - 40), first.start) and _TO.search(gap):
            if first.kind is Kind.NUMBER and second.kind is not Kind.NUMBER:
                # "from 12 to 19 per cent": the unit is written once for both
                result[index] = replace(first, kind=second.kind, unit=second.unit, subject=second.subject)
            elif not first.unit and second.kind is Kind.NUMBER:
                result[index] = replace(
                    first, unit=second.unit, unit_text=second.unit_text, subject=second.subject
                )
            result[index + 1] = _with(result[index + 1], "from", first)
            continue
        shared = (gap in _JOINTS and not first.subject) or _is_vote(first, second, gap)
        if shared and not first.unit and second.value and first.kind is Kind.NUMBER:
            # "45 and 50 cases": the thing counted is written once for both
            told = replace(first, unit=second.unit, unit_text=second.unit_text, subject=second.subject)
            result[index] = replace(told, kind=second.kind)
            continue
        kind = _kind(first, second, gap)
        if not kind and second.kind is Kind.DURATION and index + 2 < len(found):
            # "by $70 billion over twelve months, compared with $100 billion"
            third = found[index + 2]
            same = third.start - first.end <= _NEAR and third.sentence.start == first.sentence.start
            if same and _kind(first, third, text[first.end : third.start]) == "was":
                second, kind = third, "was"
        if kind:
            result[index] = _with(_part(result[index], second, kind), kind, second)
    return tuple(result)


def _kind(first: Quantity, second: Quantity, gap: str) -> str:
    """Return how the second of two values is one for the first, by the words between them; "" where it is none."""
    if first.kind is not second.kind and second.unit and second.kind is not Kind.DURATION:
        return ""
    for kind, pattern in reversed(_KINDS):
        fits = (
            _is_part(first, second) if kind == "whole" else kind == "target" or _is_same_thing(first, second)
        )
        if fits and pattern.search(gap):
            return kind
    return ""


def _part(part: Quantity, whole: Quantity, kind: str) -> Quantity:
    """Return a part with what is counted, written once behind its whole: "38 of the 96 lead sheets"."""
    if kind != "whole" or part.subject:
        return part
    few = isinstance(part.value, float) and part.value < 1
    unit, written = ("", "") if few else (whole.unit, whole.unit_text)
    return replace(part, unit=unit, unit_text=written, subject=whole.subject)


def _is_vote(first: Quantity, second: Quantity, gap: str) -> bool:
    """Tell "passed by 52 to 48 votes" from "rose by 12 to 48 votes"."""
    one, other = first.value, second.value
    return gap in _SIDES and isinstance(one, float) and isinstance(other, float) and one > other


def _with(quantity: Quantity, kind: str, other: Quantity) -> Quantity:
    if other.value is None or isinstance(other.value, Interval):
        return quantity
    return replace(quantity, comparison=Comparison(kind, other.value, other.text, other.start, other.end))


def _is_same_thing(first: Quantity, second: Quantity) -> bool:
    """Tell whether two values are of one thing: not "52 wounded, compared with 12 killed"."""
    if first.unit and second.unit and first.unit != second.unit:
        return False
    return not second.subject or not first.subject or first.subject.startswith(second.subject)


def _is_part(first: Quantity, second: Quantity) -> bool:
    if first.kind is not Kind.NUMBER or second.kind not in (Kind.NUMBER, Kind.DURATION):
        return False  # "68 per cent of residents aged 75": a share brings its own whole
    small, large = first.value, second.value
    return isinstance(small, int | float) and isinstance(large, int | float) and 0 < small < large
