"""Whether a text claims a number at all: stated, denied, alleged, planned, or merely possible."""

from __future__ import annotations

import re
from functools import cache

from pressroom.model.quantity import Modality
from pressroom.numbers.languages import language
from pressroom.numbers.languages.form import words
from pressroom.numbers.parsing.tokens import Tokens, TokenType

REACH, REACH_BEHIND, NEAR = 18, 8, 6  # tokens in which a claim is looked for; how near a plain "not" must be
_BREAKS = frozenset(",;:")
# these deny what they stand by, other words of denial a whole clause: "denied that"
_PLAIN = words(
    "not no never nor neither don't didn't doesn't wasn't isn't nicht kein keine nie ne n pas aucun aucune jamais nunca ningún ninguna"
)
_NOT_DENYING = words("fewer less more only just least until long merely")
_MODALS = words("could would might may will shall wird werden soll sollen könnte könnten würde würden")
# behind these it is settled what is claimed, or another clause begins
_DECIDED = words(
    "is are was were has have had been being do did does who which that as when while because . ) ( – —"
)
_SAYINGS = words(
    "report reports claim claims rumour rumours rumor rumors suggestion suggestions allegation allegations story stories idea"
)
_MOTIONS = words("bid bids motion motions proposal proposals plan plans request requests")
_DENYING = words(
    "denied denies deny refuted refutes rejected rejects dismissed dismisses disputed disputes debunked"
)
_FALSE = words(
    "wrong false untrue fiction incorrect inaccurate baseless unfounded denied rejected defeated dismissed refuted debunked withdrawn"
)
_UNTRUE = words("wrong false untrue fiction incorrect inaccurate baseless unfounded fabricated invented")
# a denial of all that follows in its sentence
_DENIED = re.compile(
    r"\b(?:(?:is|was|'s|are|were) (?:not (?:correct|true|the case|right)|wrong|false|untrue|incorrect|a lie|a myth) that"
    r"|(?:no|any|without|little) (?:evidence|proof|indication|sign|suggestion)s? (?:that|of)"
    r"|failed (?:in|with) (?:its|his|her|their|the|a) (?:claim|argument|bid|attempt|appeal) that)\b",
    re.IGNORECASE,
)
_UNVERIFIED = re.compile(
    r"\b(?:not (?:yet )?(?:be|been) (?:independently )?(?:confirmed|verified|established|corroborated|proven|proved)"
    r"|(?:is|are|was|were) (?:said|believed|thought|rumoured|rumored|understood|reported|feared) to"
    r"|(?:charged|charges) with|prosecutors (?:say|said|allege)|the prosecution (?:says|said)|reportedly)\b",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[;.](?!\d)|\bbut\b")  # behind these another claim begins
_REJECTED = re.compile(
    r"\b(?:reject|deni|deny|disput|dismiss|refut)\w*\s+(?:that|this|the)\s+(?:figure|claim|number|estimate|sum|report|charge|allegation)\b"
)


_REJECTING = words(
    "reject rejects rejecting deny denying dispute disputes disputing dismiss dismissing refute refuting"
)


@cache
def _claiming(lang: str) -> frozenset[str]:
    """Return the words without one of which a sentence states its numbers."""
    table = language(lang)
    told = table.claims.negation | table.claims.planned | table.claims.hypothetical | table.claims.alleged
    denied = (
        _PLAIN
        | _FALSE
        | _DENYING
        | _REJECTING
        | _UNTRUE
        | words("none neither but voted if evidence proof failed")
    )
    told |= words(
        "said believed thought rumoured rumored understood reported feared charged charges prosecutors prosecution reportedly to"
    )
    return told | denied | _MODALS


def find_modality(tokens: Tokens, first: int, last: int, lang: str) -> Modality:
    """Return what is claimed of the number at ``first`` to ``last``: by the words ahead, or by the verb behind it."""
    if tokens.words.isdisjoint(_claiming(lang)):
        return Modality.STATED
    if _is_denied(tokens, first, last):
        return Modality.NEGATED
    if lang.startswith("en") and _is_unverified(tokens, first):
        return Modality.ALLEGED
    found = _ahead(tokens, first, lang)
    conditional = tokens.low(0) in ("if", "should", "unless") and not _MODALS.isdisjoint(tokens.words)
    if conditional and found in (Modality.STATED, Modality.PLANNED):
        return Modality.HYPOTHETICAL
    return _behind(tokens, last, lang) if found is Modality.STATED else found


def is_bound_negated(tokens: Tokens, first: int) -> bool:
    """Tell whether a plain "not" of the same clause stands ahead of a bound: "did not fall below 21", "may not take more than"."""
    for at in range(first - 1, max(-1, first - NEAR - 1), -1):
        low = tokens.low(at)
        if low in _BREAKS or low in ("that", "no", "deny", "denied"):
            return False
        if low == "not" or low.endswith(("n't", "n’t")):
            return tokens.low(at - 1) in _TURNING or low != "not"
    return False


_TURNING = words("did does do should may must can could will would shall might")


def _is_denied(tokens: Tokens, first: int, last: int) -> bool:
    """Tell "none of the 600", "all but 40", "reports that 60 died were wrong", "the judge rejected that figure"."""
    at = first - 2 if tokens.low(first - 1) in ("the", "these", "those", "its", "their") else first - 1
    if tokens.low(at) == "of" and tokens.low(at - 1) in ("none", "neither"):
        return True
    if tokens.low(first - 1) == "but" and tokens.low(first - 2) == "all":
        return True
    begin, stop = tokens.starts[0], tokens.starts[first]
    if any(
        not _ENDS.search(tokens.text, told.end(), stop) for told in _DENIED.finditer(tokens.text, begin, stop)
    ):
        return True
    behind = tokens.lows[last : tokens.size]
    if _is_called_false(tokens, last):
        return True
    for place in range(first - 1, max(-1, first - REACH), -1):
        low = tokens.low(place)
        if low in _MOTIONS:
            return not _FALSE.isdisjoint(behind)
        if low in _SAYINGS and not {"that", "of"}.isdisjoint(tokens.lows[place + 1 : first]):
            wrong = {"is", "are", "was", "were"}.intersection(behind) and not _FALSE.isdisjoint(behind)
            return bool(wrong) or not _DENYING.isdisjoint(tokens.lows[:place])
    end = tokens.ends[tokens.size - 1]
    return _REJECTED.search(tokens.text, tokens.ends[last - 1], end) is not None


def _is_called_false(tokens: Tokens, last: int) -> bool:
    """Tell "The £100m rights issue is untrue": what its clause says of the number itself."""
    for at in range(last, min(last + REACH_BEHIND, tokens.size)):
        low = tokens.low(at)
        if low in _BREAKS or low in ("and", "but", "who", "which", "that"):
            return False
        if low in ("is", "are", "was", "were"):
            return tokens.low(at + 1) in _UNTRUE
    return False


def _is_unverified(tokens: Tokens, first: int) -> bool:
    """Tell "could not be confirmed that 40 people died", "are said to have killed 40", "charged with stealing £3m"."""
    begin, stop = tokens.starts[0], tokens.starts[first]
    return any(
        not _ENDS.search(tokens.text, told.end(), stop)
        for told in _UNVERIFIED.finditer(tokens.text, begin, stop)
    )


def _ahead(tokens: Tokens, first: int, lang: str) -> Modality:
    """Read the clause ahead of a number; a denial reaches across "that", nothing reaches across a comma."""
    table = language(lang)
    found = Modality.STATED
    across = False
    for at in range(first - 1, max(-1, first - REACH), -1):
        low = tokens.low(at)
        if low in _BREAKS:
            break
        if low == "that":
            across = True
        elif low in _PLAIN:
            near = first - at <= (1 if low == "no" else NEAR)
            if near and not across and tokens.low(at + 1) not in _NOT_DENYING:
                return Modality.NEGATED
        elif low in table.claims.negation or (low == "voted" and tokens.low(at + 1) == "down"):
            return Modality.NEGATED
        elif low in table.claims.alleged and found in (Modality.STATED, Modality.PLANNED):
            found = Modality.ALLEGED
        elif across:
            continue
        elif low in table.claims.hypothetical and not (
            low == "may" and tokens.written(at) == "May" and at > 0
        ):
            found = Modality.HYPOTHETICAL
        elif _is_to_come(tokens, at) or (low in table.claims.planned and found is Modality.STATED):
            found = Modality.PLANNED if found is Modality.STATED else found
        elif low == "and" and tokens.low(at + 1) in table.nouns.verbs:
            break  # "promised 300,000 and built 318,000"
    return found


def _is_to_come(tokens: Tokens, at: int) -> bool:
    """Tell "is to begin", "was to cost" and "likely to pass" by their "to", from "is to the north" and "rose to"."""
    if tokens.low(at) != "to" or tokens.type(at + 1) is not TokenType.WORD:
        return False
    verb = tokens.low(at + 1)
    comes = tokens.low(at - 1) in ("is", "are", "was", "were", "likely", "set", "due", "about")
    return (
        comes
        and verb not in _NO_VERBS
        and not verb.endswith("ed")
        and not tokens.written(at + 1)[0].isupper()
    )


_NO_VERBS = words("the a an date which whom its their his her this that these some about around up blame")


def _behind(tokens: Tokens, last: int, lang: str) -> Modality:
    """Read the first verb behind a number: "2,000 homes could be lost"; or its condition: "if convicted"."""
    table = language(lang)
    for at in range(last, last + REACH_BEHIND):
        low = tokens.low(at)
        if low == "if":
            return Modality.HYPOTHETICAL
        if low in _BREAKS or low in _DECIDED or not low:
            break
        if _is_to_come(tokens, at):
            return Modality.PLANNED
        if low in _MODALS and not (low == "may" and tokens.written(at) == "May"):
            return Modality.PLANNED if low in table.claims.planned else Modality.HYPOTHETICAL
    return Modality.STATED
