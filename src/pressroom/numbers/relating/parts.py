"""A count, and how many of it the same sentence tells apart: "54 people, including 12 children"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from pressroom.model.numbers import NumberRelation, RelationKind
from pressroom.model.quantity import Kind, Quantity
from pressroom.numbers.languages import all_languages, language
from pressroom.numbers.parsing.patterns import any_of, compile_later
from pressroom.numbers.parsing.plurals import is_plural_name
from pressroom.numbers.relating.sites import by_sentence, is_level
from pressroom.numbers.wording.display import find_place

NEAREST_OTHER = 30  # characters behind a part in which another part would be told: "12 children and 7 women"
_PLURAL_IN_X = "aux"  # of French: "chevaux"
_WORD = re.compile(r"[^\W\d_]+")
_BEHIND_COMMA = re.compile(r"^[^;:().]*?,\s(?:[\w’'-]+\s){0,2}$")
_ALL = all_languages()
_WORDS = _ALL.relations
_INCLUDING = compile_later(
    lambda: rf"^[^;:().]*?[\s,]{any_of(_WORDS.including)}\s(?:[\w’'-]+\s){{0,2}}$", re.IGNORECASE
)
_OF_THEM = compile_later(lambda: rf"\s{any_of(_WORDS.of_them)}\b", re.IGNORECASE)
_MAKING = compile_later(
    lambda: (
        rf"^[^;:().]*?\b{any_of(_WORDS.making)}\s(?P<of>[^;:.,\d]{{0,60}}?)\b{any_of(_WORDS.totals)}\b"
        rf"(?P<on>[^;:.,\d]{{0,60}}?)\s{any_of(_WORDS.to)}\s(?:[\w’'-]+\s){{0,2}}$"
    ),
    re.IGNORECASE,
)
_STANDING = compile_later(lambda: rf"\b{any_of(_WORDS.standing)}\b", re.IGNORECASE)
_ANOTHER = compile_later(
    lambda: rf"^[^.;:]*?[\s,]{any_of(_ALL.ranges.and_)}\s(?:[\w’'-]+\s){{0,2}}$", re.IGNORECASE
)


def find_parts(quantities: list[Quantity], lang: str) -> Iterator[NumberRelation]:
    """Yield each part that a sentence tells of a count, ahead of its whole."""
    for group in by_sentence(quantities):
        for at, (first, second) in enumerate(pairwise(group)):
            behind = group[at + 2] if at + 2 < len(group) else None
            if not (_is_count(first) and _is_count(second)):
                continue
            told = _is_included(first, second, lang) or _is_of_them(first, second, lang)
            if told and not (behind and _is_listed(second, behind)):
                yield NumberRelation(RelationKind.PART, (second, first), ("", ""))
            elif _is_added(first, second):
                yield NumberRelation(RelationKind.PART, (first, second), ("", ""))


def _is_count(quantity: Quantity) -> bool:
    whole = isinstance(quantity.value, float | int) and float(quantity.value).is_integer()
    return quantity.kind is Kind.NUMBER and whole and quantity.comparison is None and is_level(quantity)


def _is_included(whole: Quantity, part: Quantity, lang: str) -> bool:
    """Tell "54 people were killed, including 12 children" from "54 homes, including 12 shops"."""
    if _value(part) >= _value(whole) or not _INCLUDING().search(_find_between(whole, part)):
        return False
    return part.unit == whole.unit or (_are_beings(part, lang) and _are_beings(whole, lang))


def _is_of_them(whole: Quantity, part: Quantity, lang: str) -> bool:
    """Tell "1,200 residents wrote, 300 of them by post" from "1,200 residents wrote letters, 300 of them"."""
    between, place = _find_between(whole, part), find_place(part)
    noun = between.find(whole.unit_text) if whole.unit_text else -1
    if _value(part) >= _value(whole) or place is None or noun < 0 or not _BEHIND_COMMA.search(between):
        return False
    others = _WORD.findall(between, noun + len(whole.unit_text))
    told = _OF_THEM().match(part.sentence_text, place.end) is not None
    return told and not any(_may_be_them(word, lang) for word in others)


def _may_be_them(word: str, lang: str) -> bool:
    """Tell a word that "them" could point at: a noun of German, a plural of other languages."""
    if language(lang).wording.capital_nouns:
        return word[:1].isupper()
    return is_plural_name(word) or word.endswith(_PLURAL_IN_X)


def _are_beings(quantity: Quantity, lang: str) -> bool:
    """Tell persons, also those named after where they are from: a capital, where other nouns have none."""
    named = quantity.unit_text[:1].isupper() and not language(lang).wording.capital_nouns
    return named or quantity.unit.lower() in _WORDS.beings


def _is_added(part: Quantity, whole: Quantity) -> bool:
    """Tell "three new cases, bringing the total to 32" from "three recovered, bringing the total of active
    cases to 32", which went down.
    """
    if _value(part) >= _value(whole) or part.unit != whole.unit:
        return False
    told = _MAKING().search(_find_between(part, whole))
    return told is not None and not _STANDING().search(f"{told['of']} {told['on']}")


def _is_listed(part: Quantity, other: Quantity) -> bool:
    between = _find_between(part, other)
    return len(between) <= NEAREST_OTHER and _ANOTHER().search(between) is not None


def _find_between(first: Quantity, second: Quantity) -> str:
    """Return what stands between two numbers of one sentence, "" where it does not hold them as written."""
    one, other = find_place(first), find_place(second)
    return first.sentence_text[one.end : other.start] if one and other else ""


def _value(quantity: Quantity) -> float:
    return float(quantity.value) if isinstance(quantity.value, float | int) else 0.0
