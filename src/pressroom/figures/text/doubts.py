"""Words of doubt beside a number that were not read as its own: a picture would show it as exact."""

from __future__ import annotations

import re

from pressroom.figures.text.places import find_start
from pressroom.model.quantity import Interval, Kind, Quantity

UNREAD = "a word of doubt stands beside it, and whether it is of this number is not read with certainty"
SUPERSEDED = "it was said earlier, and whether it still holds is not read with certainty"
CHANGE = "it may be a change from one value to the other, and no range"
NAME = "it may be part of a name"
SLIP = "it is written as nobody writes a number, and may be a slip of the pen"
NEAR_AHEAD, NEAR_BEHIND = 24, 60  # characters
_AHEAD = re.compile(
    r"(?:±|\+\s?/\s?[-–−]|\b(?:plus or minus|circa|ca\.?|estimated|barely|hardly|scarcely|(?<!at )least"
    r"|gegen|geschätzte?n?|schätzungsweise|kaum(?: noch| mehr)?(?: auf| über)?"
    r"|aux (?:alentours|environs) de|estimés?(?: à)?|à peine"
    r"|en torno al?|alrededor de|estimad[oa]s? en|apenas(?: el| la| un| una)?))\s?$",
    re.IGNORECASE,
)
# behind it, in its clause: "six per cent of the market at most", "500 families, approximately"
_BEHIND = re.compile(
    r"^(?:(?!\b(?:and|und|et|y)\b)[^.;:()–—])*?\b"
    r"(?:at (?:most|least)|or (?:so|more|less|fewer)|(?:minimum|maximum)(?=[.,;]|$)|approximately"
    r"|höchstens|mindestens|oder (?:mehr|weniger)|ungefähr"
    r"|au (?:moins|plus)|ou (?:plus|moins)|environ|approximativement"
    r"|al menos|como (?:mínimo|máximo)|o más|aproximadamente)\b",
    re.IGNORECASE,
)
_OF_AN_ESTIMATE = re.compile(
    r"\bestimated\s(?:\w+\s)?(?:number|total|cost|share|value)\b|\bgeschätzte[rns]?\s(?:Zahl|Anzahl|Kosten|Wert)\b"
    r"|\b(?:nombre|coût|número|coste|costo)\s(?:estimé|estimado)\b",
    re.IGNORECASE,
)
# a word that is glued to the one ahead of it, "TexasMore than 180"; a slip, "600 to 700 hundred"
_GLUED = re.compile(
    r"[^\W\d_A-Z](?:More than|Over|About|Nearly|Almost|Around|Some|Up to|Less than|Fewer than|At least)\s$"
)
# "600 to 700 hundred"; "550,00 patients", which lacks a digit
_SLIP = re.compile(r"\d{3}\s(?:hundred|hundert|cientos)\b|^\d{2,3}[.,]00$", re.IGNORECASE)
# the name of a book or of a prize, in a sentence in small letters: "25 Workplace Hints for 2025"
_TITLE = re.compile(r"\s[A-Z][a-z]+\s[A-Z][a-z]+(?!\w*\s[a-z]{4})")
_ENGLISH = re.compile(r"\b(?:the|of|and|with|were|its|his)\b")
# "raised the fee of | £10 to £15"; "an increase of | 10 to 15 per cent" is a range
_MOVED = re.compile(r"\b(?:increas|rais|lift|cut|reduc|lower)\w*\s(?:[\w’'-]+\s){1,4}of\s$", re.IGNORECASE)
_GLUED_TO_BRACKET = re.compile(r"[A-Z]\)$")  # "factor (FGF)23"
_YEARS = re.compile(r"\b(?:19|20)\d\d\b")
_DIGIT = re.compile(r"\d")
# what was said before, and is no longer: "the police had earlier cited higher numbers, 88,000 people"
_SUPERSEDED = re.compile(
    r"\b(?:earlier|previously|initially|originally)\s(?:had\s)?(?:cited|reported|given|put|said|told)\b"
    r"|\b(?:since|than in|from)\s(?:\w+\s)?(?:19|20)\d\d,\swhen\b[^,;]*$"
    r"|\bhad\s(?:earlier|previously|initially|originally|first)\s\w+(?:ed|d|t|n)\b",
    re.IGNORECASE,
)


def find_doubt(quantity: Quantity) -> str:
    """Return why a number may not be what it says, "" for no reason: it is a slip of the pen; it may be part
    of a name, or a change; it was said earlier; or it has no qualifier, and a word of doubt right ahead of it
    or behind it in its clause, with no other number between.
    """
    if quantity.kind is Kind.NUMBER and _SLIP.search(quantity.text):
        return SLIP
    start = find_start(quantity)
    ahead, behind = quantity.sentence_text[:start], quantity.sentence_text[start + len(quantity.text) :]
    named = _TITLE.match(behind) and _ENGLISH.search(ahead)
    if named or _GLUED_TO_BRACKET.search(ahead):
        return NAME
    if isinstance(quantity.value, Interval) and _MOVED.search(ahead):
        return CHANGE
    if _SUPERSEDED.search(ahead):
        return SUPERSEDED
    return UNREAD if quantity.qualifier is None and _has_doubt_beside(quantity) else ""


def _has_doubt_beside(quantity: Quantity) -> bool:
    sentence = quantity.sentence_text
    start = find_start(quantity)
    ahead = sentence[max(start - NEAR_AHEAD, 0) : start]
    behind = sentence[start + len(quantity.text) :][:NEAR_BEHIND]
    other = _DIGIT.search(behind)
    clause = behind[: other.start()] if other else behind
    if _AHEAD.search(ahead) or _GLUED.search(ahead) or _BEHIND.match(clause):
        return True
    told = _YEARS.sub("", sentence[:start])
    return _OF_AN_ESTIMATE.search(told) is not None and not _DIGIT.search(told)
