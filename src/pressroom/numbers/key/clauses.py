"""The words round a number, made fit to stand under it: clauses, without their loose ends."""

from __future__ import annotations

import re

from pressroom.model.quantity import Quantity

MOST_WORDS = 9


def around(quantity: Quantity) -> tuple[str, str]:
    """Return the words of its sentence ahead of a number, without its qualifier, and behind it."""
    sentence, text = quantity.sentence_text, quantity.text
    at = _find_nearest(sentence, text, quantity.start - quantity.sentence.start)
    if at < 0:
        return "", ""
    before = sentence[:at].rstrip()
    if quantity.qualifier_text and before.endswith(quantity.qualifier_text):
        before = before[: -len(quantity.qualifier_text)].rstrip()
    return _IN_ALL.sub("", before), sentence[at + len(text) :]


def _find_nearest(sentence: str, text: str, meant: int) -> int:
    """Return where a text stands in a sentence nearest to the place that is meant, -1 for nowhere."""
    if meant >= 0 and sentence.startswith(text, meant):
        return meant
    behind = sentence.find(text, max(0, meant))
    ahead = sentence.rfind(text, 0, max(0, meant) + len(text))
    near = [place for place in (ahead, behind) if place >= 0]
    return min(near, key=lambda place: abs(place - meant), default=-1)


_IN_ALL = re.compile(r"\s(?:an?|the) (?:combined |grand )?(?:total|sum) of$")


PRONOUN = re.compile(
    r"(?:it|this|that|these|those|they|he|she|we|you|i|there|which|who|what|one)$", re.IGNORECASE
)
_LEADING = re.compile(
    r"^(?:\d+(?:\.\d+)+\s+)?(?:(?:and|which|that|but|while|who|with|as|or|so|then|leaves?|leaving|where"
    r"|because|although|though|if|also|however|meanwhile|moreover)\s+)*",
    re.IGNORECASE,
)
# "tenders were received for the roof": the passive between a noun and what it is for says nothing new
_AUXILIARY = re.compile(
    r"\s(?:(?:has|have|had)\s+been|was|were|is|are|will be|would be)\s+(?:received|made|given|granted"
    r"|awarded|placed|issued|set)(?=\s(?:for|of|in|on|to|by)\b)|\s(?:(?:has|have|had)\s+(?:been|already)"
    r"|was|were)(?=\s\w+(?:ed|en)\b)",
    re.IGNORECASE,
)
ARTICLE = re.compile(r"^(?:the|an?|its|their|his|her|our)\s+(?=\S)", re.IGNORECASE)
_TRAILING = re.compile(
    r"(?:\s+(?:was|were|is|are|of|for|at|by|to|with|from|about|around|than|more|less|over|under|only|just"
    r"|an?|the|has|had|have|down|been|be|will|would|could|should|may|might|can|reached|stood|rose|fell"
    r"|nearly|almost|up|some|accounts?|estimated|in|on|and|or|that|between|its|their|further|another|as"
    r"|into))+$",
    re.IGNORECASE,
)


_REPORTING = re.compile(
    r"^.*\b(?:reported|said|says?|noted|announced|told|confirmed|added|warned|explained|estimates?d?"
    r"|shows?|showed|found)\s+(?:that\s+|(?=(?:it|they|he|she|we|the)\b))",
    re.IGNORECASE,
)
_NUMBERED_PAIR = re.compile(r"^.*\d\S*\s+(?:and|but)\s+(?=(?:\S+\s){0,4}\S*$)")


def clauses(before: str) -> list[str]:
    """Return the clauses of the words ahead of a number, in their order, without who reports them; at least
    one.
    """
    parts = re.split(r"[,;:](?!\d)|[()–—“”\"]|\s(?:and|but|while)\s(?=(?:the|an?|its|their|[A-Z])\b)", before)
    found = [_NUMBERED_PAIR.sub("", _REPORTING.sub("", part.strip())) for part in parts]
    return [part for part in found if part] or [""]


def bare(clause: str) -> str:
    """Return a clause without the words that join it to others."""
    return _LEADING.sub("", clause.strip())


_POINTING = re.compile(
    r"(?:(?:of|rise in|fall in) )?(?:the total$|the whole$|it|itself|this|that|these|those|they|them|he"
    r"|she|we|you|i|there|which|who|one|some|other|others|such)\b(?! (?:of|in)\b)",
    re.IGNORECASE,
)


_POINTED = re.compile(r"\b(?:it|them|this|these|those)$", re.IGNORECASE)
OTHER_NUMBER = re.compile(r"\d")
_DATE = re.compile(
    r"\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December)\b|\b(?:19|20)\d\d\b"
)


def tidy(words: str) -> str:
    """Return the first words, without an article ahead and without the loose ends of a sentence."""
    shown = ARTICLE.sub("", " ".join(words.split()[: MOST_WORDS + 1]))
    shown = " ".join(shown.split()[:MOST_WORDS])
    if _POINTING.match(shown) or _POINTED.search(shown) or OTHER_NUMBER.search(_DATE.sub("", shown)):
        return ""  # it points at something that a tile does not show, or tells of another number
    return without_end(shown)


def plain(clause: str) -> str:
    """Return a clause without the passive that says nothing new: "tenders were received for the roof"."""
    return _AUXILIARY.sub("", clause)


def without_end(words: str) -> str:
    """Return words without the verbs, articles and prepositions in which they end."""
    return _TRAILING.sub("", " " + words).strip()
