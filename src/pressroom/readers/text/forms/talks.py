# ruff: noqa: E501 - patterns read better unbroken
"""Talks in which a line above each message says whose it is: chats and transcripts copied from their programs."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

# what programs that write down speech call those whom they do not know
_UNKNOWN = (
    r"(?:Speaker|Unknown Speaker|Participant|Sprecher(?:in)?|Locuteur|Intervenant|Hablante|Orador) \d{1,2}"
)
_NAME = rf"(?:{_UNKNOWN}|(?!(?i:\w{{3,8}}(?:day|tag)\s+\d))[A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ(][\w.'’)-]*){{0,4}})"
_TIME = r"\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AaPp]\.?[Mm]\.?)?"
_DATE = r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4}"
_WEEKDAY = (
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo"
)
_DAY = rf"(?:(?:today|yesterday|heute|gestern|aujourd['’]hui|hier|hoy|ayer|{_WEEKDAY}|{_DATE})(?:,| at| um| à| a las)?\s+)?"
_HEADS = (
    re.compile(rf"\[(?i:{_DAY})(?P<time>{_TIME})\]\s+(?P<who>{_NAME})"),
    re.compile(rf"(?P<who>{_NAME}),\s+\[(?i:{_DAY})(?P<time>{_TIME})\]"),
    re.compile(rf"(?P<who>{_NAME})(?:\s*[|•·—–-]\s*|\s+\(?|,\s*)(?i:{_DAY})(?P<time>{_TIME})\)?"),
)
# a name of Discord's, as its owner likes it: "harbor_lin — Today at 3:41 PM"
_HANDLE = re.compile(rf"(?P<who>[\w.]{{2,32}}) — (?i:{_DAY})(?P<time>{_TIME})")
_NAME_ALONE = re.compile(rf"(?P<who>{_NAME})(?:\s+(?:APP|BOT))?")
_TIME_ALONE = re.compile(rf"\s*(?i:{_DAY})(?P<time>{_TIME})\s*")
_CLOCK = re.compile(r"[AaPp]\.?[Mm]")
# what the programs print among the messages
_PROGRAM = re.compile(
    r"(?:\d+ (?:repl(?:y|ies)|antwort(?:en)?|réponses?|respuestas?)|new(?: messages)?|view thread|last reply .{3,40}"
    r"|also sent to the channel|seen by .{1,60}|(?:like|heart|laugh|surprised|sad|angry) \d+|.{2,60} (?:started|stopped) (?:transcription|recording)"
    r"|(?:\d{1,2}h )?\d{1,2}m(?: \d{1,2}s)?|.{2,90} (?:has been added to|was added to|has joined|has left|left|joined) (?:the|this) (?:conversation|chat|channel|group|team)"
    r"|.{2,90} (?:wurde|ist) (?:zum|dem|zur|der) (?:chat|unterhaltung|gruppe|besprechung) (?:hinzugefügt|beigetreten))",
    re.IGNORECASE,
)
_EDITED = re.compile(r"\s*\((?:edited|bearbeitet|modifié|editado)\)\s*$", re.IGNORECASE)
_LEAST = 3  # messages


@dataclass(frozen=True, slots=True)
class _Opening:
    first: int
    last: int
    who: str
    time: str


def read_talk(text: str) -> str:
    """Return the messages each as a paragraph with its speaker's name ahead, "" for another text.

    The hour stays ahead of the message of a chat; the minute of a recording does not.
    """
    lines = text.split("\n")
    heads = _find_heads(lines)
    who = Counter(head.who for head in heads)
    if len(heads) < _LEAST or len(who) < 2 or max(who.values()) < 2:
        return ""
    ends = [head.first for head in heads[1:]] + [len(lines)]
    bodies = [
        [
            _EDITED.sub("", line).strip()
            for line in lines[head.last + 1 : end]
            if line.strip() and not _PROGRAM.fullmatch(line.strip())
        ]
        for head, end in zip(heads, ends, strict=True)
    ]
    if sum(map(bool, bodies)) < len(heads) * 0.8:
        return ""  # names and hours with nothing under them: a programme
    chat = any(head.time.startswith("[") or _CLOCK.search(head.time) for head in heads)
    said = [
        f"[{head.time.strip('[]')}] {head.who}: {' '.join(body)}" if chat else f"{head.who}: {' '.join(body)}"
        for head, body in zip(heads, bodies, strict=True)
        if body
    ]
    above = "\n".join(
        line for line in lines[: heads[0].first] if not _PROGRAM.fullmatch(line.strip())
    ).rstrip()
    return (f"{above}\n\n" if above else "") + "\n\n".join(said) + "\n"


def _find_heads(lines: list[str]) -> list[_Opening]:
    found: list[_Opening] = []
    at = 0
    while at < len(lines):
        content = lines[at].strip()
        match = next((match for head in (*_HEADS, _HANDLE) if (match := head.fullmatch(content))), None)
        if match:
            bracket = "[" if "[" in content else ""
            found.append(_Opening(at, at, match["who"], bracket + match["time"]))
        elif (
            at + 1 < len(lines)
            and (name := _NAME_ALONE.fullmatch(content))
            and (time := _TIME_ALONE.fullmatch(lines[at + 1]))
        ) or (
            at + 1 < len(lines)
            and (time := _TIME_ALONE.fullmatch(content))
            and (name := _NAME_ALONE.fullmatch(lines[at + 1].strip()))
        ):
            found.append(_Opening(at, at + 1, name["who"], time["time"]))
            at += 1
        at += 1
    return found
