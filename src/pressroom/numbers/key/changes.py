"""What rose or fell: the thing that a verb of change moves, and the level that it reached."""

from __future__ import annotations

import re

from pressroom.model.quantity import Kind, Quantity
from pressroom.numbers.key.clauses import ARTICLE, OTHER_NUMBER, PRONOUN, around, bare, clauses, plain


def became(quantity: Quantity) -> str:
    """What rose or fell from one value to the other: "General reserves rose from £128,000 to £142,500"."""
    before, _ = around(quantity)
    moves = list(_MOVED.finditer(before))
    return _moved(before, moves[-1], re.search(r"\sfrom\b", before[moves[-1].end() :])) if moves else ""


def _moved(before: str, verb: re.Match[str], end: re.Match[str] | None) -> str:
    """Return what a verb moves: what stands between it and the first value, "cut the fine from", or its
    subject.
    """
    between = before[verb.end() : verb.end() + end.start()].partition(",")[0].strip() if end else ""
    if between and not _ADVERB.fullmatch(between) and not OTHER_NUMBER.search(between):
        return between
    return plain(_moving(before[: verb.start()]))


_ADVERB = re.compile(
    r"(?:\w+ly|again|further|back|up|down|just|only|a little|a further|another|in value|overall)(?: \w+ly)?",
    re.IGNORECASE,
)


def _moving(before: str) -> str:
    """Return the subject of a verb, which stands in the clause ahead of a "which"."""
    for clause in reversed(clauses(before)):
        noun = re.sub(
            r"\s+(?:has|have|had|will|would|is|are|was|were)(?:\s+(?:also|been|already))*$", "", bare(clause)
        )
        if noun and not PRONOUN.fullmatch(noun):
            return noun
    return ""


_RISE = (
    r"rose|risen|rises?|rising|grew|grown|grows?|increased?s?|climbed|climbs?|jumped|surged|went up|gone up"
    r"|gained|raised?|lift(?:ed)?|(?:is|was|are|were) up"
)
_FALL = (
    r"fell|fallen|falls?|falling|dropped|drops?|declined?s?|decreased?s?|shrank|shrunk|went down|cut|lost"
    r"|sank|dipped|lower(?:ed)?|reduced?|trim(?:med)?"
    r"|(?:is|was|are|were) down"
)
_MOVED = re.compile(rf"\b(?:(?P<rise>{_RISE})|(?P<fall>{_FALL}))\b", re.IGNORECASE)
_NEXT_OF_PAIR = re.compile(
    r"(?:^|.*[,;]\s*)(?:and|while|but)\s+(?P<noun>(?!by\b)[^,;]{2,60}?)\s+by$", re.IGNORECASE
)


def level(before: str, _after: str, _quantity: Quantity) -> str:
    """What rose or fell to a number: "Revenue rose 4.2% to £412.6m", "cut the policy rate to 3.75 per
    cent".
    """
    moves = list(_MOVED.finditer(before))
    if not moves or not before.endswith(" to") or re.search(r"[;:]", before[moves[-1].end() :]):
        return ""
    return _moved(before, moves[-1], re.search(r"\s(?:by|to)\b|\s\S*\d", before[moves[-1].end() :]))


_BY = re.compile(rf"(?:\bby|\b(?:{_RISE}|{_FALL})(?:\s+{_ADVERB.pattern})?)$", re.IGNORECASE)


def change(before: str, _after: str, quantity: Quantity) -> str:
    """A rise in loans, of "Visits rose from 3,900 to 4,700, and loans by 11 per cent"."""
    moves = list(_MOVED.finditer(before))
    if (
        not moves
        or not _BY.search(before)
        or quantity.kind not in (Kind.NUMBER, Kind.PERCENT, Kind.CURRENCY, Kind.DIMENSION)
    ):
        return ""
    way = "rise" if moves[-1]["rise"] else "fall"
    pair = _NEXT_OF_PAIR.match(before)
    elliptic = pair is not None and moves[-1].end() < pair.start("noun")
    by = re.search(r"\sby$", before[moves[-1].end() :])
    if not by and quantity.kind is not Kind.PERCENT:
        return ""  # "shoppers lost €300m"
    noun = pair["noun"] if pair and elliptic else _moved(before, moves[-1], by)
    noun = ARTICLE.sub("", plain(noun))
    return f"{way} in {noun[:1].lower() + noun[1:] if not noun[:2].isupper() else noun}" if noun else ""
