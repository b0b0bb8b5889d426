"""Words behind a value that say when: "from Friday into Saturday", "in a single year", "after the vote"."""

from __future__ import annotations

import re

_CLAUSE = re.compile(
    r"(?:[^.;:!?()–—,]|[.,](?=\d)|,\s(?!(?:and|but|while|which|who|as|und|aber|die|et|mais|qui|y|pero|que)\b))*"
)
_END = re.compile(r",\s|\s-\s")
_AHEAD = r"from|on|in|as at|as of|by|during|over|within|between|im|in|am|en|au|pendant|durante"
_TIMES = (
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|years?|months?|weeks?|quarters?|decades?|"
    r"(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|jahr\w*|monat\w*|woche\w*|quartal\w*|"
    r"lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|ans|(?:un|par) an|années?|mois|semaines?|"
    r"lunes|martes|miércoles|jueves|viernes|sábado|domingo|años?|meses|(?:el|un|este|al|del) mes|semanas?"
)
_EVENT = r"after|before|since|following|until|nach|seit|vor|après|avant|depuis|después|antes|desde|tras"
_WHEN = re.compile(
    rf"\b(?:(?:{_AHEAD})\s(?:\w+\s){{0,3}}?)?(?:{_TIMES})\b|\b(?:{_EVENT})\s",
    re.IGNORECASE,
)


def find_time(text: str, start: int) -> str:
    """Return the words that say when, from the first of them to a comma, a dash or the end of the clause that
    goes on at ``start``, "" where it has none.
    """
    clause = _CLAUSE.match(text, start)
    words = " ".join(clause[0].split()) if clause else ""
    told = _WHEN.search(words)
    return _END.split(words[told.start() :])[0].rstrip(" ,") if told else ""
