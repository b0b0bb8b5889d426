"""Words that are joined by a hyphen, which stays where a line ends behind it."""

from __future__ import annotations

import re

# "pre- and post-war", "Ein- und Ausfuhr": the hyphen stands for what comes later
CONJUNCTIONS = re.compile(r"(?:and|und|oder|sowie|bzw|bis)\b")
# first part: beginnings of what makes it another word without a hyphen
_NEVER_APART = {
    "self": "ie ies ish ishly ishness less lessly lessness same hood dom",
    "non": "e etheless sens chalan descript plus ag",
    "well": "ing ness born spring",
    "half": "way penny pence ness",
}
# first part: beginnings of second parts that it is joined with by a hyphen
_APART = {
    "long": "term time standing lasting lived range distance haul stay serving running established awaited "
    "forgotten overdue list planned life suffering sighted delayed",
    "short": "term lived time range sighted haul staff list stay circuit dated handed tempered",
    "medium": "term size sized range",
    "high": "level speed quality rise risk profile tech street income ranking voltage cost end "
    "performance definition resolution density grade skilled pressure school tension earning value",
    "low": "income level cost carbon lying paid key risk tech quality density wage emission skilled rise "
    "interest energy budget ranking pressure",
    "full": "time length scale year size blown page fledged day back fat service",
    "part": "time timer timers financed funded owned exchange way year",
    "mid": "term table century sized day morning year range winter summer career decade january february "
    "march april may june july august september october november december",
    "co": "operat ordinat author chair exist found opt owner own pilot star sign fund financ host educat "
    "work respond design director manag produc",
    "hard": "working hit line core pressed won fought earned liner liners wired headed",
    "first": "time class rate quarter half hand year aid degree ever past floor team",
    "second": "hand class half quarter rate best largest floor year biggest guess",
    "third": "party parties quarter world class rate largest",
    "so": "called",
    "fast": "growing track food moving tracked changing",
    "cross": "border party section country examin sectoral cutting channel reference sea",
    "above": "mentioned average board",
    "middle": "class income aged sized east",
    "old": "fashioned age style",
    "new": "born found build look fangled",
    "soft": "spoken boiled hearted",
    "open": "air ended plan minded source cast",
    "one": "third off year half time way day sided quarter fifth man",
    "two": "third thirds year day tier way storey bedroom fold week month party state",
    "three": "quarter quarters year day fold way week month storey fifths",
    "tax": "free exempt payer payers deductible",
    "year": "end on old long round olds",
    "state": "owned run funded led wide",
    "decision": "making maker makers",
    "policy": "making maker makers",
}
_TENS = frozenset(("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"))
_ONES = frozenset(
    (
        *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
        *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
    )
)


def is_compound(first: str, second: str) -> bool:
    """Tell whether two parts, in lower case, are known to be joined by a hyphen."""
    if first in _TENS:
        return second in _ONES
    if first in _NEVER_APART:
        return len(second) > _SHORTEST and not second.startswith(tuple(_NEVER_APART[first].split()))
    return first in _APART and second.startswith(tuple(_APART[first].split()))


_SHORTEST = 3  # letters of a second part
