"""What may stand on one axis: the conditions for two numbers of a text to be compared by the length of a
bar.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from pressroom.model.quantity import Qualifier, Quantity

NEAR = 600  # characters between two sentences that still speak of one comparison
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_YEAR = re.compile(r"\b(1[89]\d\d|20\d\d)\b")
_PLACE = re.compile(
    r"\b(?:in|at|from|for|among|on|by|im|aus|bei|für|à|en|au|dans)\s+((?:(?:the|der|die|das|den|la|le|el)\s+)?[^\W\d_a-zß-ÿ][\w’'-]*"
    r"(?:\s+(?:(?:of|de|and the)\s+)?[^\W\d_a-zß-ÿ][\w’'-]*)*)"
)
_LEADING = re.compile(
    r"^\s*(?:and\s+|while\s+|but\s+|und\s+|et\s+|y\s+)?((?:[Tt]he\s+)?[^\W\d_a-zß-ÿ][\w’'-]*(?:\s+(?:of\s+)?[^\W\d_a-zß-ÿ][\w’'-]*)*)\b"
)
_INCLUDING = re.compile(
    r"\b(?:including|y compris|incluidos|einschließlich|of whom|of which|of them|among them|davon|darunter"
    r"|dont|parmi|de ellos|de los cuales)\b",
    re.IGNORECASE,
)
_STOP = {"the", "a", "an", "of", "in", "at", "to", "and", "new", "for", "on", "by", "from"}


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition of a comparison: ``holds`` for two quantities, else ``reason`` with both in it."""

    name: str
    holds: Callable[[Quantity, Quantity], bool]
    reason: str


def find_counted_words(quantity: Quantity) -> frozenset[str]:
    """Return the words of what is counted, without the names that tell one group from another."""
    words = _WORD.findall(quantity.subject or quantity.unit)
    common = {word.lower() for word in words if not word[0].isupper()} or {word.lower() for word in words}
    return frozenset(_singular(word) for word in common - _STOP)


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


# In the order in which a reader would object.
CONDITIONS = (
    Condition(
        "kind",
        lambda a, b: a.kind == b.kind,
        "“{a}” and “{b}” are of different kinds and have no common scale",
    ),
    Condition(
        "unit",
        lambda a, b: (a.unit, a.rate) == (b.unit, b.rate),
        "“{a}” and “{b}” count different things ({unit_a}, {unit_b}): one axis would say that they compare",
    ),
    Condition(
        "thing",
        lambda a, b: find_counted_words(a) == find_counted_words(b),
        "“{a}” and “{b}” do not count the same ({thing_a}; {thing_b})",
    ),
    Condition(
        "modality",
        lambda a, b: a.modality == b.modality,
        "one of “{a}” and “{b}” is only planned or supposed",
    ),
    Condition(
        "source",
        lambda a, b: a.attribution == b.attribution or not (a.attribution and b.attribution),
        "“{a}” and “{b}” come from different sources",
    ),
    Condition(
        "near", lambda a, b: abs(a.start - b.start) <= NEAR, "the text does not compare “{a}” with “{b}”"
    ),
    Condition(
        "ordinary",
        lambda a, b: {a.qualifier, b.qualifier}.isdisjoint({Qualifier.UP, Qualifier.DOWN}),
        "“{a}” or “{b}” is a change, not an amount",
    ),
)


def find_objection(first: Quantity, second: Quantity, shown: Callable[[Quantity], str]) -> str:
    """Return why two quantities may not share an axis, "" when they may; ``shown`` prints a quantity."""
    for condition in CONDITIONS:
        if not condition.holds(first, second):
            return condition.reason.format(
                a=shown(first),
                b=shown(second),
                unit_a=f"{first.unit or first.kind.value} {first.rate}".rstrip(),
                unit_b=f"{second.unit or second.kind.value} {second.rate}".rstrip(),
                thing_a=first.subject or first.unit,
                thing_b=second.subject or second.unit,
            )
    return ""


def find_place(quantity: Quantity, text: str, others: tuple[Quantity, ...]) -> str:
    """Return what tells a quantity from its neighbours in the text: the name of its place or group, or
    its year.
    """
    after_end = min(
        [quantity.sentence.end, *(other.start for other in others if other.start > quantity.start)]
    )
    before_start = max(
        [quantity.sentence.start, *(other.end for other in others if other.end <= quantity.start)]
    )
    after = re.split(r"[;:]|, (?!the\b)", text[quantity.end : after_end])[0]
    before = text[before_start : quantity.start]
    clause = re.split(r"[;,:]\s|\s(?:and|while|und|et|y)\s", before)[-1]
    for pattern, part in ((_PLACE, after), (_LEADING, clause), (_PLACE, clause)):
        found = pattern.search(part)
        if found and not _MONTH.fullmatch(found[1]):
            return found[1].strip()
    year = _YEAR.search(after) or _YEAR.search(clause)
    return year[1] if year else ""


def find_places(sentence: str) -> frozenset[str]:
    """Return the names behind "in", "at", "from" and their like in a sentence, months apart."""
    found = (match[1].strip() for match in _PLACE.finditer(sentence))
    return frozenset(name for name in found if not _MONTH.fullmatch(name))


_MONTH = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"It|They|This|That|These|Those|There|In|Over|About|At|Some|He|She|We|A|An|The|More|Nearly|Around|Another|Only)\b.*"
)


def is_nested(first: Quantity, second: Quantity, text: str) -> bool:
    """Tell whether the text counts the second as a part of the first."""
    return bool(_INCLUDING.search(text[first.end : second.start]))
