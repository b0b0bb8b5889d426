"""What a tile says: the number as written, and under it a few words of the text that tell what is counted
or measured.

A number with a noun behind it is labelled by that noun (``Quantity.subject``). Money, shares and measures
have none; for them the sentence is asked, by the patterns below, in their order. No word is made up but
"rise in" and "fall in", for a change whose verb stands elsewhere in its sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from pressroom.model.quantity import Kind, Modality, Quantity
from pressroom.numbers.key.changes import became, change, level
from pressroom.numbers.key.clauses import MOST_WORDS, PRONOUN, around, bare, clauses, plain, tidy, without_end

_CLAIMS = {
    Modality.NEGATED: "denied: ",
    Modality.ALLEGED: "alleged: ",
    Modality.PLANNED: "planned: ",
    Modality.HYPOTHETICAL: "possible: ",
}


def claim(quantity: Quantity) -> str:
    """Say ahead of a label what its sentence claims of the number, "" where it simply states it."""
    return _CLAIMS.get(quantity.modality, "")


def label(quantity: Quantity) -> str:
    """Say in a few words of the text what a number counts or measures; "" where nothing short tells it."""
    comparison = quantity.comparison
    whole = f"of {comparison.text} " if comparison and comparison.kind == "whole" else ""
    if comparison and comparison.kind == "from":
        words = tidy(became(quantity)) or quantity.subject or _measured(quantity)
    elif quantity.subject:
        words = (
            _moves(quantity)
            or f"{whole or _share_of(quantity)}{_more(quantity)}{quantity.subject}{_behind(quantity)}"
        )
    else:
        words = _measured(quantity)
    return f"{claim(quantity)}{words}" if words else ""


def _moves(quantity: Quantity) -> str:
    """Return what a count is a rise, a fall or a difference of: "rose by 22,000", "138,000 more than in
    2024", "54% of them women".
    """
    before, after = around(quantity)
    them = _OF_THEM.match(after)
    if them and quantity.kind in (Kind.PERCENT, Kind.NUMBER):
        return f"{tidy(them['words'])} among them"
    if quantity.kind is not Kind.NUMBER:
        return ""
    more = _MORE_THAN.match(after)
    if more:
        return tidy(f"{more['way']} {quantity.subject} than {more['words']}")
    return tidy(change(before, after, quantity)) if before.endswith(" by") else ""


_OF_THEM = re.compile(
    r"\sof (?:them|whom|these|which)\s(?P<words>(?!were\b|are\b|is\b|was\b|have\b|had\b)[^\d,.;:()]{3,40})"
)
_MORE_THAN = re.compile(
    r"\s(?P<way>more|fewer) than (?P<words>(?:in|at|a|the|last|on|before)\b[^,.;:()]{3,60})"
)


def _each(quantity: Quantity) -> str:
    """Return what a count is counted by: " per day" of "12,500 vehicles a day"."""
    rate = quantity.unit.partition(" per ")[2] if quantity.kind is Kind.NUMBER else ""
    return f" per {rate}" if rate else ""


def _behind(quantity: Quantity) -> str:
    """Return what is added behind the thing counted: by what, which are meant, what was done or is said of
    them.
    """
    return _each(quantity) or _complement(quantity) or _done(quantity) or _predicate(quantity)


_PREDICATE = re.compile(r"(?P<words>\s[a-z][^\d,.;:()–—“”\"$€£]{3,60})(?=[,.;:()–—]|$)")


def _predicate(quantity: Quantity) -> str:
    """Return what is said of a share, " are fully qualified" of "87% of recruits are fully qualified",
    where it is short.
    """
    if quantity.kind is not Kind.PERCENT or not _share_of(quantity):
        return ""
    after = around(quantity)[1]
    at = after.find(quantity.subject)
    found = _PREDICATE.match(after, at + len(quantity.subject)) if 0 <= at <= FARTHEST else None
    short = found and len(quantity.subject.split()) + len(found["words"].split()) < MOST_WORDS
    return found["words"].rstrip() if found and short and not _LEFT_OPEN.search(found["words"]) else ""


_LEFT_OPEN = re.compile(r"\b(?:it|them|this|these|those|so|one|do|did|that)$")


def _share_of(quantity: Quantity) -> str:
    """Return "of " for "40 per cent of voters", which would read as a number of voters without it."""
    return "of " if quantity.kind is Kind.PERCENT and around(quantity)[1].startswith(" of ") else ""


_MORE = re.compile(r"\s(?P<word>more|fewer|extra|additional|new)\s(?!than\b)")


def _more(quantity: Quantity) -> str:
    """Return "more " for "239,000 more workers", which are not all workers."""
    found = _MORE.match(around(quantity)[1]) if quantity.kind is Kind.NUMBER else None
    return f"{found['word']} " if found and found["word"] not in quantity.subject else ""


_TIME = (
    r"(?:(?:the|a|an|this|last|next|that|each|every|early|late|mid|one|two|three|four|five|six|past|coming"
    r"|same|first|end of|course of)[ -])*(?:seconds?|minutes?|hours?|days?|nights?|weeks?|weekends?|months?"
    r"|years?|quarters?|decades?|morning|afternoon|evening|past|moment|time|once|january|february|march"
    r"|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter|monday"
    r"|tuesday|wednesday|thursday|friday|saturday|sunday|most|least|best|worst|large|total|all|average"
    r"|addition|fact|turn|full|place|use|now|present|yesterday|today)"
)
_COMPLEMENT = re.compile(
    rf"\s(?:(?:is|are|was|were)\s)?(?P<words>(?:on|in|with|without|under|at|of|for|awaiting|waiting for"
    rf"|waiting|eligible for|living in|out of)\s(?!{_TIME}\b|(?:which|whom|that)\b)"
    r"[^\d,.;:()–—“”\"$€£]{2,60})(?P<next>.?)",
    re.IGNORECASE,
)
_COMPLEMENT_ENDS = re.compile(
    rf"\s(?:is|are|was|were|has|have|had|will|would|could|can|may|must|do|does|did|and|but|or|which|who"
    rf"|that|than|since|after|before|by|to|as|because|while|when|compared|against|during|this|last|next"
    rf"|every|each|so|if|where|whose|now|still|over|(?:in|on|at|for|of|from) {_TIME})\b.*",
    re.IGNORECASE,
)
MOST_OF_A_COMPLEMENT = 6  # words


def _complement(quantity: Quantity) -> str:
    """Return what behind a noun tells which are meant: " on the waiting list", " without power"."""
    if quantity.kind not in (Kind.NUMBER, Kind.PERCENT) or quantity.subject.rsplit(" ", 1)[-1].endswith("ed"):
        return ""
    _, after = around(quantity)
    at = after.find(quantity.subject)
    found = _COMPLEMENT.match(after, at + len(quantity.subject)) if 0 <= at <= FARTHEST else None
    if not found or re.match(r"[\d$€£]", found["next"]):
        return ""
    words = _COMPLEMENT_ENDS.sub("", found["words"])
    whole = len(words.split()) <= MOST_OF_A_COMPLEMENT and len(words.split()) > 1
    return f" {words.rstrip()}" if whole else ""


_DONE = re.compile(
    r"(?<!\bwas)(?<!\bwere)(?<!\bbeen)(?<!\bthe)(?<!\bits)(?<!\btheir)(?<!\bof)(?<!\ba)(?<!\ban)\s(?P<verb>completed|treated|built|received|registered|"
    r"recorded|issued|sold|planted|trained|recruited|inspected|delivered|repaired|installed|restored"
    r"|examined|tested|screened|processed|granted|"
    r"approved|decided|cancelled)(?:\s(?:a|an|another|a further|some|up to|about|around|at least))*$",
    re.IGNORECASE,
)


def _done(quantity: Quantity) -> str:
    """Return what somebody did to the counted: " completed" of "completed 198,600 homes"."""
    if quantity.kind is not Kind.NUMBER or quantity.subject.rsplit(" ", 1)[-1].endswith("ed"):
        return ""
    before, after = around(quantity)
    found = _DONE.search(" " + before) if 0 <= after.find(quantity.subject) <= FARTHEST else None
    return f" {found['verb'].lower()}" if found else ""


FARTHEST = 12  # characters from a number to its noun


def _measured(quantity: Quantity) -> str:
    before, after = around(quantity)
    if not before and not after:
        return ""
    after = re.sub(r"^\s?\([^()]{1,40}\)", "", after)  # a conversion
    for pattern in PATTERNS:
        words = tidy(pattern(before, after, quantity))
        if words and words not in _NAMES_OF_CHANGES:
            return words
    return ""


_DIFFERENCE = re.compile(
    r"\s+(?P<words>(?:less|more|fewer|higher|lower|cheaper|dearer|better|worse|earlier"
    r"|later)\s+than\s[^,.;:()–—]{3,80}|(?:above|below|short of|over|under)\s(?!the (?:past|last|next"
    r"|coming|same|first)\b)(?:the|its|their|last|target|budget|plan)\b[^,.;:()–—]{0,60})"
)


def _difference(before: str, after: str, quantity: Quantity) -> str:
    """Words of a comparison: "£18,000 less than the sum set aside"."""
    found = _DIFFERENCE.match(after)
    if not found or (quantity.kind is Kind.PERCENT and before.endswith(",")):
        return ""  # "4,318 patients, 11 per cent more than last week" does not say of what
    return found["words"]


_NOUN_OF = re.compile(
    r"^.*(?:\b(?:an?|the|its|their|his|her|our|this|that|no|total|annual|average)\s+)"
    r"(?P<noun>(?:[\w’'-]+\s+){0,3}[\w’'-]+)\s+(?:of|totalling|worth)$",
    re.IGNORECASE,
)
_NAMES_OF_CHANGES = frozenset(
    {"decrease", "increase", "rise", "fall", "drop", "reduction", "gain", "growth", "change", "difference"}
)
_GENERAL = frozenset(
    ("cost", "price", "sum", "total", "amount", "value", "rate", "figure", "average", "mean", "level")
)


def _noun_of(before: str, after: str, quantity: Quantity) -> str:
    """The surplus, of "a surplus of £14,500"; for "at a cost of £2,150" what the clause ahead tells."""
    found = _NOUN_OF.search(before)
    if not found:
        return ""
    noun = found["noun"].split()[-1].lower()
    if noun in _NAMES_OF_CHANGES and not _purpose(before, after, quantity):
        return ""  # "a decrease of 11.3%" does not say of what
    if noun not in _GENERAL:
        return (
            f"{found['noun']}{_purpose(before, after, quantity) and ' ' + _purpose(before, after, quantity)}"
        )
    ahead = re.sub(r"[,;]?\s*(?:at|for|with)?\s*$", "", before[: found.start()])
    clause = plain(bare(clauses(ahead)[-1])) if ahead else ""
    return clause or (found["noun"] if " " in found["noun"] else "")


_PURPOSE = re.compile(
    r"\s+(?P<word>of|for|to|towards|into|in|on)\s+(?P<words>(?!(?:about|over|under|nearly|more|at"
    r"|the (?:past|next|last|first|same|year)|(?:one|two|three|four|five|six|seven|eight|nine|ten|a|each"
    r"|every)\s+(?:year|month|week|day|quarter)s?|(?:early|late|mid)?-?(?:january|february|march|april|may"
    r"|june|july|august|september|october|november|december|spring|summer|autumn|winter|total|all|turn|fact"
    r"|addition)|which|that|date|(?:one|two|three|four|five|six|seven|eight|nine"
    r"|ten)\b)\b)[^\d,.;:()–—][^,.;:()–—]{2,70})",
    re.IGNORECASE,
)


def _purpose(_before: str, after: str, quantity: Quantity) -> str:
    """What it is for, in or of: "£500,000 for shutters and roofs", "£20m in aid"."""
    found = _PURPOSE.match(after)
    if not found:
        return ""
    words = re.split(
        r"\s(?:and|but|while|which|that|who|because|so|when|where)\s(?=\S+\s+\S+\s+\S+)", found["words"]
    )[0]
    if found["word"].lower() in ("of", "in") and quantity.kind is Kind.CURRENCY:
        return words
    return f"{found['word']} {words}"


_VERB = re.compile(
    r"\s+(?:(?:has|have|had|will|would|could|should|may|might|can|must|is|are|was|were|be|been|being"
    r"|already|now|still|only|alone|also|together|each|currently|expected|estimated|to)\s+)*(?P<verb>is|are"
    r"|was|were|be|been|costs?|account(?:s|ed)? for|amount(?:s|ed)? to|total(?:s|led|ed)?|comes? to|came to"
    r"|stands? at|stood at|reach(?:es|ed)?|(?:is |was |were |are )?(?:put|valued|estimated|set|let|sold"
    r"|bought|priced|fixed)\s+(?:at|for)|(?:put|let|sold|bought|valued|priced) (?:at|for)|worth|make up"
    r"|makes? up|made up|measures?|weighs?|rises?|rose|falls?|fell|needs?|needed|requires?|required"
    r"|averaged?s?|exceed(?:s|ed)?|topp?(?:s|ed)|hit|passed)$",
    re.IGNORECASE,
)


def _subject(before: str, _after: str, _quantity: Quantity) -> str:
    """What the verb by the number speaks of: "The scaffolding alone accounts for £90,000"."""
    clause = bare(clauses(before)[-1])
    found = _VERB.search(" " + clause)
    if not found:
        return ""
    noun = (" " + clause)[: found.start()].strip()
    return "" if PRONOUN.fullmatch(noun) else noun


_STATE = re.compile(
    r"\s+(?:were|was|are|is|have been|had been|has been)\s+(?:\w+ly\s+)?(?P<words>\w+ed\b[^,.;:()–—]{0,60})"
)


def _state(_before: str, after: str, quantity: Quantity) -> str:
    """What became of a share of those just told of: "Of these, 68 per cent were discharged"."""
    found = _STATE.match(after) if quantity.kind is Kind.PERCENT else None
    return found["words"] if found else ""


def _clause(before: str, _after: str, _quantity: Quantity) -> str:
    """The words ahead of the number in its clause, or in the clause before where there are none."""
    for clause in reversed(clauses(before)):
        words = without_end(plain(bare(clause)))
        if words and not PRONOUN.fullmatch(words) and not _OPENING.match(words):
            return words
    return ""


_OPENING = re.compile(
    r"(?:in|at|on|for|by|during|across|under|over|after|before|from|since|with|within|among|of|compared"
    r"|against|despite|as)\b",
    re.IGNORECASE,
)


def _named_ahead(before: str, _after: str, _quantity: Quantity) -> str:
    """What a colon or a bare list names: "Pupils on roll: 1,087"."""
    if not before.endswith(":"):
        return ""
    return bare(clauses(before[:-1])[-1])


# in this order; the first that has words tells
PATTERNS: tuple[Callable[[str, str, Quantity], str], ...] = (
    _named_ahead,
    _difference,
    level,
    change,
    _noun_of,
    _subject,
    _purpose,
    _state,
    _clause,
)
