"""Whether a text claims a number at all: stated, denied, alleged, planned, or merely possible."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from pressroom.model.quantity import Modality, Qualifier
from pressroom.numbers.languages import language
from pressroom.numbers.languages.form import (
    ClaimWords,
    Language,
)
from pressroom.numbers.parsing.rule import Rule
from pressroom.numbers.parsing.tokens import Tokens, TokenType

MOST_BEFORE_OF = 3  # tokens from "no" to "of"
REACH, REACH_BEHIND, NEAR = 18, 8, 6  # tokens in which a claim is looked for; how near a plain "not" must be
_BREAKS = frozenset(",;:")
_CLOSING = frozenset(".)(–—")  # signs behind which another clause begins


class Claim:
    """What is claimed of a number, and the rule that tells so, "" for a number that is simply stated."""

    def __init__(self, modality: Modality = Modality.STATED, rule: str = "") -> None:
        self.modality, self.rule = modality, rule


STATED = Claim()


class TurnedBound:
    """A bound that a denial turns into the other: "did not fall below 21" is at least 21."""

    def __init__(self, qualifier: Qualifier, words: str, rule: str) -> None:
        self.qualifier, self.words, self.claim = qualifier, words, Claim(rule=rule)


_RANKS = {
    modality: rank
    for rank, modality in enumerate(
        (Modality.STATED, Modality.PLANNED, Modality.ALLEGED, Modality.HYPOTHETICAL, Modality.NEGATED)
    )
}


class _Number:
    """A number at the tokens ``first`` to ``last`` (exclusive) of its sentence.

    ``source`` is the place of the nearest noun ahead that says it or votes on it ("reports that", "a bid"),
    -1 for none; ``across`` tells that a "that" stands between it and the word that is looked at.
    """

    def __init__(self, tokens: Tokens, first: int, last: int, lang: str) -> None:
        self.tokens, self.first, self.last, self.lang = tokens, first, last, lang
        self.table: Language = language(lang)
        self.words: ClaimWords = self.table.claims
        self.source = _find_source(tokens, first, self.words)
        self.across = False


def find_claim(tokens: Tokens, first: int, last: int, lang: str) -> Claim:
    """Return what the words ahead claim of the number at ``first`` to ``last``, or the verb behind it."""
    if tokens.words.isdisjoint(_telling(lang)):
        return STATED
    number = _Number(tokens, first, last, lang)
    if not tokens.words.isdisjoint(_signs_of_sentence(lang)):
        for rule in SENTENCE_RULES:
            modality = rule.apply(number)
            if modality:
                return Claim(modality, rule.name)
    found = _look_ahead(number)
    if _RANKS[found.modality] <= _RANKS[Modality.PLANNED]:
        for conditional in CONDITION_RULES:
            modality = conditional.apply(number)
            if modality:
                return Claim(modality, conditional.name)
    return _look_behind(number) if found is STATED else found


def _look_ahead(number: _Number) -> Claim:
    """Read the clause ahead of a number; a denial reaches across "that", nothing reaches across a comma."""
    tokens, table, found = number.tokens, number.table, STATED
    signs, that = _signs_ahead(number.lang), number.words.that
    for at in range(number.first - 1, max(-1, number.first - REACH), -1):
        low = tokens.low(at)
        if low in _BREAKS or (low in table.ranges.and_ and tokens.low(at + 1) in table.nouns.verbs):
            break  # "promised 300,000 and built 318,000"
        if low in that:
            number.across = True
        elif low in signs:
            claim = _claim_of_word(number, at)
            if _RANKS[claim.modality] > _RANKS[found.modality]:
                found = claim
            if found.modality is Modality.NEGATED:
                break
    return found


def _claim_of_word(number: _Number, at: int) -> Claim:
    """Return what a word ahead of a number makes of it."""
    for rule in AHEAD_RULES:
        modality = rule.apply(number, at)
        if modality:
            return Claim(modality, rule.name)
    return STATED


def _look_behind(number: _Number) -> Claim:
    """Read the first verb behind a number, or its condition."""
    decided, signs = number.words.decided, _signs_behind(number.lang)
    for at in range(number.last, number.last + REACH_BEHIND):
        low = number.tokens.low(at)
        if not low or low in _BREAKS or low in _CLOSING or low in decided:
            break
        if low not in signs:
            continue
        for rule in BEHIND_RULES:
            modality = rule.apply(number, at)
            if modality:
                return Claim(modality, rule.name)
    return STATED


@cache
def _telling(lang: str) -> frozenset[str]:
    """Return the words without one of which a sentence states its numbers."""
    words = language(lang).claims
    denying = words.none | words.but | words.untrue | words.false | words.denying
    return _signs_ahead(lang) | denying | words.modals | words.if_ | words.telling


@cache
def _signs_ahead(lang: str) -> frozenset[str]:
    """Return the words ahead of a number that may tell what is claimed of it."""
    words = language(lang).claims
    told = words.negation | words.alleged | words.hypothetical | words.planned
    return told | words.not_ | words.voted | words.to


@cache
def _signs_of_sentence(lang: str) -> frozenset[str]:
    """Return the words without one of which no rule of the whole sentence applies."""
    words = language(lang).claims
    denying = words.none | words.but | words.untrue | words.false | words.denying | words.not_
    return denying | words.motions | words.sayings | words.telling | words.of_phrases


@cache
def _signs_behind(lang: str) -> frozenset[str]:
    """Return the words behind a number that may tell what is claimed of it."""
    words = language(lang).claims
    return words.if_ | words.to | words.modals


@cache
def _pattern(parts: tuple[str, ...]) -> re.Pattern[str] | None:
    return re.compile("|".join(parts), re.IGNORECASE) if parts else None


def _is_ahead(number: _Number, phrases: tuple[str, ...]) -> bool:
    """Tell whether a phrase stands ahead of a number, and nothing that ends its reach between the two."""
    pattern, ends = _pattern(phrases), _pattern(number.words.ends)
    if pattern is None or ends is None:
        return False
    tokens = number.tokens
    stop = tokens.starts[number.first]
    return any(
        not ends.search(tokens.text, match.end(), stop)
        for match in pattern.finditer(tokens.text, tokens.starts[0], stop)
    )


def _find_source(tokens: Tokens, first: int, words: ClaimWords) -> int:
    if tokens.words.isdisjoint(words.motions | words.sayings):
        return -1
    for at in range(first - 1, max(-1, first - REACH), -1):
        low = tokens.low(at)
        if low in words.motions:
            return at
        said = tokens.lows[at + 1 : first]
        if low in words.sayings and not (words.that | words.of).isdisjoint(said):
            return at
    return -1


def is_none_of(number: _Number) -> Modality | None:
    """None of the 600."""
    tokens, words = number.tokens, number.words
    at = number.first - 2 if tokens.low(number.first - 1) in words.determiners else number.first - 1
    told = tokens.low(at) in words.of and tokens.low(at - 1) in words.none
    return Modality.NEGATED if told else None


def is_all_but(number: _Number) -> Modality | None:
    """All but 40."""
    tokens, words = number.tokens, number.words
    told = tokens.low(number.first - 1) in words.but and tokens.low(number.first - 2) in words.all_
    return Modality.NEGATED if told else None


def is_denied_ahead(number: _Number) -> Modality | None:
    """There is no evidence that 40 people died."""
    return Modality.NEGATED if _is_ahead(number, number.words.denied_ahead) else None


def is_called_untrue(number: _Number) -> Modality | None:
    """The £100m rights issue is untrue: what its clause says of the number itself."""
    tokens, words = number.tokens, number.words
    for at in range(number.last, min(number.last + REACH_BEHIND, tokens.size)):
        low = tokens.low(at)
        if low in _BREAKS or low in words.other_clause:
            return None
        if low in words.is_:
            return Modality.NEGATED if tokens.low(at + 1) in words.untrue else None
    return None


def is_defeated_motion(number: _Number) -> Modality | None:
    """A motion to cut 40 jobs was defeated."""
    tokens, words = number.tokens, number.words
    if number.source < 0 or tokens.low(number.source) not in words.motions:
        return None
    return None if words.false.isdisjoint(tokens.lows[number.last : tokens.size]) else Modality.NEGATED


def is_false_saying(number: _Number) -> Modality | None:
    """Reports that 60 died were wrong; the mayor denied reports that 60 died."""
    tokens, words = number.tokens, number.words
    if number.source < 0 or tokens.low(number.source) not in words.sayings:
        return None
    behind = tokens.lows[number.last : tokens.size]
    wrong = not words.is_.isdisjoint(behind) and not words.false.isdisjoint(behind)
    denied = wrong or not words.denying.isdisjoint(tokens.lows[: number.source])
    return Modality.NEGATED if denied else None


def is_rejected(number: _Number) -> Modality | None:
    """The claimant asked for £3m, but the judge rejected that figure."""
    tokens, rejected = number.tokens, _pattern(number.words.rejected_behind)
    if number.source >= 0 or rejected is None:
        return None
    found = rejected.search(tokens.text, tokens.ends[number.last - 1], tokens.ends[tokens.size - 1])
    return Modality.NEGATED if found else None


def is_unverified(number: _Number) -> Modality | None:
    """Could not be confirmed that 40 people died; are said to have killed 40; charged with stealing £3m."""
    return Modality.ALLEGED if _is_ahead(number, number.words.unverified_ahead) else None


def is_conditional(number: _Number) -> Modality | None:
    """If the bill passes, 40 homes would be built."""
    tokens, words = number.tokens, number.words
    told = tokens.low(0) in words.condition and not words.modals.isdisjoint(tokens.words)
    return Modality.HYPOTHETICAL if told else None


def is_not(number: _Number, at: int) -> Modality | None:
    """Did not sell 40 houses; but not "not only 40", nor "did not say that 40"."""
    words, low = number.words, number.tokens.low(at)
    if low not in words.not_ or number.across:
        return None
    near = number.first - at <= (1 if low in words.not_adjacent else NEAR) or _denies_whole(number, at)
    return Modality.NEGATED if near and number.tokens.low(at + 1) not in words.not_denying else None


def _denies_whole(number: _Number, at: int) -> bool:
    """Tell "no database of 2 million people", which denies the things with what holds them."""
    of = number.first - 1
    return number.tokens.low(of) in number.words.of and 1 < of - at <= MOST_BEFORE_OF


def is_denied(number: _Number, at: int) -> Modality | None:
    """Denied that 40 people died."""
    low = number.tokens.low(at)
    return Modality.NEGATED if low in number.words.negation and low not in number.words.not_ else None


def is_voted_down(number: _Number, at: int) -> Modality | None:
    """Voted down a cut of 40 jobs."""
    words, tokens = number.words, number.tokens
    told = tokens.low(at) in words.voted and tokens.low(at + 1) in words.down
    return Modality.NEGATED if told else None


def is_alleged(number: _Number, at: int) -> Modality | None:
    """Allegedly stole 40 cars."""
    return Modality.ALLEGED if number.tokens.low(at) in number.words.alleged else None


def is_possible(number: _Number, at: int) -> Modality | None:
    """Could lose 40 jobs; but not the month of May."""
    low = number.tokens.low(at)
    if number.across or low not in number.words.hypothetical:
        return None
    return None if at > 0 and _is_month(number, at) else Modality.HYPOTHETICAL


def is_to_come(number: _Number, at: int) -> Modality | None:
    """Is to begin, was to cost, likely to pass; but not "is to the north", "rose to"."""
    tokens, words = number.tokens, number.words
    if number.across or tokens.low(at) not in words.to or tokens.type(at + 1) is not TokenType.WORD:
        return None
    verb = tokens.low(at + 1)
    comes = tokens.low(at - 1) in words.coming and verb not in words.not_verbs
    if not comes or verb.endswith(words.past) or tokens.written(at + 1)[0].isupper():
        return None
    return Modality.PLANNED


def is_planned(number: _Number, at: int) -> Modality | None:
    """Plans to hire 40 people."""
    planned = not number.across and number.tokens.low(at) in number.words.planned
    return Modality.PLANNED if planned else None


def is_on_condition(number: _Number, at: int) -> Modality | None:
    """Faces 40 years if convicted."""
    return Modality.HYPOTHETICAL if number.tokens.low(at) in number.words.if_ else None


def comes_behind(number: _Number, at: int) -> Modality | None:
    """40 homes are to be built."""
    number.across = False
    return is_to_come(number, at)


def will_be(number: _Number, at: int) -> Modality | None:
    """40 homes will be built."""
    low = number.tokens.low(at)
    return Modality.PLANNED if low in number.words.modals and low in number.words.planned else None


def may_be(number: _Number, at: int) -> Modality | None:
    """2,000 homes could be lost."""
    possible = number.tokens.low(at) in number.words.modals and not _is_month(number, at)
    return Modality.HYPOTHETICAL if possible else None


def _is_month(number: _Number, at: int) -> bool:
    return number.tokens.low(at) in number.words.may and number.tokens.written(at)[0].isupper()


def turn_bound(tokens: Tokens, first: int, qualifier: Qualifier | None, lang: str) -> TurnedBound | None:
    """Return what a bound is turned into by a "not" ahead of it, None where it is none or is not turned."""
    words = language(lang).claims
    for rule in BOUND_RULES:
        turned = rule.apply(tokens, first, words)
        if turned and qualifier is Qualifier.OVER:
            return TurnedBound(Qualifier.AT_MOST, words.no_more_than, rule.name)
        if turned and qualifier is Qualifier.UNDER:
            return TurnedBound(Qualifier.AT_LEAST, words.no_less_than, rule.name)
    return None


def is_bound_negated(tokens: Tokens, first: int, words: ClaimWords) -> bool:
    """Did not fall below 21: a "not" of the same clause stands ahead of a bound."""
    for at in range(first - 1, max(-1, first - NEAR - 1), -1):
        low = tokens.low(at)
        if low in _BREAKS or low in words.not_turned:
            return False
        contracted = low.endswith(words.contracted_not)
        if contracted or low in words.plain_not:
            return contracted or tokens.low(at - 1) in words.turning
    return False


# of the whole sentence; the first that applies decides
SENTENCE_RULES: tuple[Rule[Callable[[_Number], Modality | None]], ...] = (
    Rule("claims.none-of", is_none_of, "None of the 600 workers left.", "600 = 600 worker, negated"),
    Rule("claims.all-but", is_all_but, "They sold all but 40 cars.", "40 = 40 car, negated"),
    Rule("claims.denied-ahead", is_denied_ahead,
        "There is no evidence that 40 people died.", "40 = 40 people, negated"),
    Rule("claims.called-untrue", is_called_untrue,
        "The £100m rights issue is untrue.", "£100m = 100000000 pound sterling, currency, negated"),
    Rule("claims.defeated-motion", is_defeated_motion,
        "A motion to cut 40 jobs was defeated.", "40 = 40 job, negated"),
    Rule("claims.false-saying", is_false_saying,
        "He denied reports that 60 miners had died.", "60 = 60 miner, negated"),
    Rule("claims.rejected", is_rejected,
        "She asked for £3m, but the judge rejected that figure.",
        "£3m = 3000000 pound sterling, currency, negated"),
    Rule("claims.unverified", is_unverified,
        "He was charged with stealing £300.", "£300 = 300 pound sterling, currency, alleged"),
)  # fmt: skip  # a row in one line or two
# of a word ahead of the number; the strongest decides, the nearest of two that are as strong
AHEAD_RULES: tuple[Rule[Callable[[_Number, int], Modality | None]], ...] = (
    Rule("claims.not", is_not, "They did not sell 40 houses.", "40 = 40 house, negated"),
    Rule("claims.denied", is_denied, "The army denied that 40 people died.", "40 = 40 people, negated"),
    Rule("claims.voted-down", is_voted_down,
        "They voted down cuts of 40 jobs.", "40 = 40 job, negated, change"),
    Rule("claims.alleged", is_alleged, "The gang allegedly stole 40 cars.", "40 = 40 car, alleged"),
    Rule("claims.possible", is_possible, "The plant could lose 40 jobs.", "40 = 40 job, hypothetical"),
    Rule("claims.to-come", is_to_come,
        "The bridge was to cost £40m.", "£40m = 40000000 pound sterling, currency, planned"),
    Rule("claims.planned", is_planned, "The firm plans 40 shops.", "40 = 40 shop, planned"),
)  # fmt: skip  # a row in one line or two
CONDITION_RULES: tuple[Rule[Callable[[_Number], Modality | None]], ...] = (
    Rule("claims.conditional", is_conditional,
        "If the plan passes, 40 cars would be bought.", "40 = 40 car, hypothetical"),
)  # fmt: skip  # a row in one line or two
# of a word behind the number; the first that applies decides
BEHIND_RULES: tuple[Rule[Callable[[_Number, int], Modality | None]], ...] = (
    Rule("claims.on-condition", is_on_condition,
        "He faces 40 years if convicted.", "40 years = 40 year, duration, hypothetical"),
    Rule("claims.comes-behind", comes_behind,
        "About 40 homes due to open stand empty.", "40 = 40 home, about, planned"),
    Rule("claims.will-be", will_be, "At least 40 homes will open.", "40 = 40 home, at_least, planned"),
    Rule("claims.may-be", may_be,
        "Some 2,000 homes could be lost.", "2,000 = 2000 home, about, hypothetical"),
)  # fmt: skip  # a row in one line or two
BOUND_RULES: tuple[Rule[Callable[[Tokens, int, ClaimWords], bool]], ...] = (
    Rule("claims.negated-bound", is_bound_negated,
        "Turnout did not fall below 21 per cent.", "21 per cent = 21 percent, percent, at_least, level"),
)  # fmt: skip  # a row in one line or two
RULES = (*SENTENCE_RULES, *AHEAD_RULES, *CONDITION_RULES, *BEHIND_RULES, *BOUND_RULES)
