"""Lines "Key: value" ahead of a text: what they say of the document, and whether they are only settings."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from pressroom.model.document import Metadata, Role
from pressroom.readers.common.head.dates import find_document_date, parse_date
from pressroom.readers.common.head.lines import read_head_line
from pressroom.readers.common.head.mail_fields import strip_reply_marks
from pressroom.readers.common.head.words import FIELDS, MEETING, SETTINGS
from pressroom.readers.text.roles.patterns import BYLINE, CREDIT
from pressroom.readers.text.roles.roles import HEAD
from pressroom.readers.text.units.facts import UnitFacts

_TITLES = frozenset(key for key, name in FIELDS.items() if name == "title")
_OWN = frozenset([*_TITLES, "author", "authors", "date", "keywords", "tags"])
_AUTHOR = frozenset(
    [
        *("author", "authors", "from", "by", "von", "autor", "auteur", "de"),
        *("prepared by", "reported by", "written by", "drafted by", "submitted by"),
    ]
)
# what a key means → how it is written, in small letters
_KEYS = {
    "date": "date|datum|fecha|data|sent|gesendet|envoyé|enviado|дата|التاريخ|تاريخ|תאריך|日期|日付|날짜|일자",
    "subject": "subject|re|betreff|objet|asunto|oggetto|regarding|topic|assunto|onderwerp|temat|dotyczy"
    "|тема|الموضوع|נושא|הנדון|主题|主題|件名|제목",
}
_DATE, _SUBJECT = (frozenset(keys.split("|")) for keys in _KEYS.values())
_LANG = frozenset(("lang", "language", "sprache"))
_SPLIT = re.compile(r"\s*(?:;|,| and | und | et )\s*")
_OFFICE = (
    r"(?:director|head|minister|secretary|officer|chair|chief|president|manager|editor|professor|team|office"
    r"|unit|department|division|press|leiter|referat|direction|ministère|ministerio)"
)
_WORD = r"(?:[A-ZÀ-Þ][\w.'’-]*|de|van|von|der|den|la|bin|al)"
# at least two words, of which none is an office
_NAME = re.compile(rf"(?!.*\b{_OFFICE}\b){_WORD}(?: {_WORD}){{1,4}}", re.IGNORECASE)
_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def is_settings(keys: list[str]) -> bool:
    """Tell whether lines with these keys are settings and nothing to print."""
    known = [key for key in keys if key in SETTINGS - _TITLES]
    return bool(known or {"title", "author"} <= set(keys)) and all(
        key in SETTINGS or key in _OWN or key in _DATE for key in keys
    )


def has_subject(pairs: list[tuple[str, str]]) -> bool:
    """Tell whether "Key: value" pairs name what the text is about."""
    return any(key in _SUBJECT and value for key, value in pairs)


def split_names(text: str) -> tuple[str, ...]:
    """Return the names of a list of people; what is no name is the office of the one before it."""
    found: list[str] = []
    for part in _SPLIT.split(text.strip()):
        if part and found and not _NAME.fullmatch(part):
            found[-1] = f"{found[-1]}, {part}"
        elif part:
            found.append(part)
    return tuple(found)


def add_metadata(metadata: Metadata, pairs: list[tuple[str, str]], as_settings: bool) -> Metadata:
    """Return metadata with what "Key: value" pairs (keys in lower case) add to it."""
    settings: list[tuple[str, object]] = list(metadata.settings)
    for key, value in pairs:
        if not value:
            continue
        if as_settings and key in FIELDS:
            settings.append((FIELDS[key], value))
        elif key in _AUTHOR and not metadata.author:
            metadata = replace(metadata, author=split_names(value))
        elif key in _DATE and not metadata.date_text:
            metadata = replace(metadata, date=parse_date(value), date_text=value)
        elif key in _SUBJECT and not metadata.subject:
            metadata = replace(metadata, subject=strip_reply_marks(value))
        elif key in ("keywords", "tags"):
            metadata = replace(metadata, keywords=split_names(value))
        elif key in _LANG and _LANGUAGE_TAG.fullmatch(value) and as_settings:
            metadata = replace(metadata, lang=value)
        elif as_settings and key in SETTINGS:
            settings.append((key, value))
    return replace(metadata, settings=tuple(settings))


def collect_metadata(
    facts: Sequence[UnitFacts], pairs: list[tuple[str, str]], roles: Mapping[int, Role]
) -> Metadata:
    """Return what a text says of itself: in "Key: value" pairs ahead of it, in bylines and datelines."""
    metadata = add_metadata(Metadata(), pairs, is_settings([key for key, _ in pairs]))
    for at, role in sorted(roles.items()):
        text = facts[at].text
        if role == "byline" and not metadata.author:
            found = BYLINE.fullmatch(text.rstrip(".")) or CREDIT.fullmatch(text)
            if found:
                metadata = replace(metadata, author=split_names(found["name"]))
        elif role == "dateline" and not metadata.date_text:
            metadata = replace(metadata, date=parse_date(text), date_text=_tidy(text))
        elif role == "note" and not metadata.date_text and (line := read_head_line(text)) and line.day:
            metadata = replace(metadata, date=parse_date(line.day), date_text=line.day)
    if not metadata.date_text:
        dates = (find_document_date(fact.start, is_head=_is_head_line(fact)) for fact in facts[:HEAD])
        said = next(filter(None, dates), "")
        metadata = replace(metadata, date=parse_date(said), date_text=said)
    return metadata


def _tidy(said: str) -> str:
    """Return a line of place and day as the head of a page has it: no wide gap, no full stop."""
    line = _KEY.sub("", " ".join(said.split()), count=1)
    return line if line.endswith((" r.", " р.")) else line.rstrip(".")  # "2026 r." is the year in Polish


_KEY = re.compile(r"(?:date|datum|fecha|issued|for immediate release) ?: ", re.IGNORECASE)


def _is_head_line(fact: UnitFacts) -> bool:
    """Tell whether a line is one of the head and no running text: it is no sentence, or names a meeting."""
    return fact.size <= _LONGEST_HEAD_LINE and (
        fact.tail not in ".!?" or MEETING.fullmatch(fact.text) is not None
    )


_LONGEST_HEAD_LINE = 160  # characters
