"""Which candidates are headings: the features of each are weighed, in two passes."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp

from pressroom.readers.text.headings.candidates import find_candidates
from pressroom.readers.text.headings.features import (
    describe_layout,
    describe_number,
    describe_outline,
    describe_words,
)
from pressroom.readers.text.headings.outline import find_outline
from pressroom.readers.text.headings.repetition import COLON_FAMILY, find_repetitions
from pressroom.readers.text.headings.style import add_style_features
from pressroom.readers.text.units.facts import UnitFacts

Features = list[str]


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each feature speaks for a heading (above 0) or against it, as logarithms of odds."""

    bias: float
    table: dict[str, float]

    def score(self, features: Features) -> float:
        """Return the logarithm of the odds that something with these features is a heading."""
        weight = self.table.get
        return self.bias + sum([weight(feature, 0.0) for feature in features])


def classify(
    facts: list[UnitFacts], base: int, weights: tuple[Weights, Weights]
) -> list[tuple[int, Features]]:
    """Return the candidates that two passes take for headings, each with its features."""
    first = first_pass(facts, base)
    scores = {at: weights[0].score(features) for at, features in first}
    second = second_pass(facts, first, scores)
    worth = [weights[1].score(features) for _, features in second]
    enough = [_find_enough(facts[at], features) for at, features in second]
    family = [index for index, (_, features) in enumerate(second) if COLON_FAMILY in features]
    if sum(worth[index] > enough[index] for index in family) * 2 > len(family):
        for index in family:
            enough[index] = min(enough[index], ENOUGH_IN_FAMILY)
    return [found for found, score, least in zip(second, worth, enough, strict=True) if score > least]


def _find_enough(fact: UnitFacts, features: Features) -> float:
    """Return what the score of a candidate must exceed."""
    if _is_at_top(features):
        return ENOUGH_AT_TOP
    return ENOUGH_FOR_FIELD if "key and value" in features and fact.number is None else ENOUGH


ENOUGH_FOR_FIELD = 0.75  # "Risk assessment: Very high" is said of the paper more often than it heads a part
ENOUGH_IN_FAMILY = -1.0  # where most of a family are headings, all are


def _is_at_top(features: Features) -> bool:
    return "previous none" in features and not _NO_TITLE.intersection(features)


_NO_TITLE = frozenset(("next table", "a date", "ends .", "ends :", "ends ,", "ends ;"))
ENOUGH_AT_TOP = -1.0  # the first line of a text is its title more often than not
ENOUGH = 0.1  # logarithm of odds after the second pass; a false heading does more harm than a missed one
HOPELESS = -4.5  # logarithm of odds after the first pass, below which there is no second


def first_pass(facts: list[UnitFacts], base: int) -> list[tuple[int, Features]]:
    """Return each candidate with the features that it shows by itself and by its place."""
    style = _spacing(facts)
    could_be = find_candidates(facts)
    again = find_repetitions(facts, could_be)
    return [
        (
            at,
            describe_words(facts[at])
            + describe_layout(facts, at, style, base)
            + describe_number(facts, at)
            + again.get(at, []),
        )
        for at in could_be
    ]


def second_pass(
    facts: list[UnitFacts], first: list[tuple[int, Features]], scores: dict[int, float]
) -> list[tuple[int, Features]]:
    """Return the candidates that are not hopeless, with the features that the document's own style adds."""
    numbered = [
        (at, number, to_probability(scores[at]))
        for at, _ in first
        if (number := facts[at].number) is not None
    ]
    outline = find_outline(numbered)
    doubtful = [(at, features) for at, features in first if scores[at] > HOPELESS or at in outline]
    return [
        (at, features + describe_outline(facts, at, outline))
        for at, features in add_style_features(facts, doubtful, scores)
    ]


def _spacing(facts: list[UnitFacts]) -> str:
    gaps = sum(bool(fact.unit.blank) for fact in facts)
    return "blank" if gaps * 2 > len(facts) else "some" if gaps * 10 > len(facts) else "dense"


def to_probability(score: float) -> float:
    """Return the probability for a logarithm of odds."""
    return 1 / (1 + exp(-score))
