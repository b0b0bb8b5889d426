"""The values of settings: what each may be, and how it is read, wherever it is written."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date

from pressroom.errors import UsageError
from pressroom.model.characters import IMPOSSIBLE
from pressroom.model.paper import PAGE_SIZES, SHEET_SIZES

FORMATS = ("pdf", "docx", "html", "email")
OTHER_NAMES = {"word": "docx", "doc": "docx", "web": "html", "htm": "html", "mail": "email", "eml": "email"}
SIDES = ("one", "two")
CHAPTERS = ("flow", "page", "right")
WORD_PAGES = ("auto", "libreoffice", "pdf", "none")
CONTENTS = ("auto", "always", "never")
MARKUPS = ("plain", "markdown")
_LANG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


def wrong_value(key: str, value: object, wanted: str, where: str) -> UsageError:
    """Return the error for a value that a setting cannot have."""
    shown = repr(value) if len(repr(value)) < 60 else repr(value)[:57] + "…"
    return UsageError(
        f"{key} = {shown} is not {wanted}", cure=f"give {wanted}", rule="wrong-setting", where=where
    )


def _text(value: object, key: str, where: str) -> str:
    if isinstance(value, str | int | float) and not isinstance(value, bool):
        return _possible(str(value).strip(), key, where)
    raise wrong_value(key, value, "a text", where)


def _possible(text: str, key: str, where: str) -> str:
    """Return a text that outputs can hold; the command line and rows of data may have others."""
    if IMPOSSIBLE.search(text):
        raise wrong_value(key, text, "a text without control characters", where)
    return text


def _texts(value: object, key: str, where: str) -> tuple[str, ...]:
    if isinstance(value, str):
        return (_possible(value.strip(), key, where),) if value.strip() else ()
    if isinstance(value, list | tuple) and all(isinstance(item, str) for item in value):
        return tuple(_possible(item.strip(), key, where) for item in value)
    raise wrong_value(key, value, "a text or a list of texts", where)


def _yes_or_no(value: object, key: str, where: str) -> bool:
    if isinstance(value, bool):
        return value
    raise wrong_value(key, value, "true or false", where)


def _choice(known: tuple[str, ...], *, empty: bool = False) -> Callable[[object, str, str], str]:
    def read(value: object, key: str, where: str) -> str:
        for name in known:
            if isinstance(value, str) and value.strip().lower() == name.lower():
                return name
        if empty and value == "":
            return ""
        raise wrong_value(key, value, f"one of {', '.join(known)}", where)

    return read


def parse_formats(value: object, key: str, where: str) -> tuple[str, ...]:
    """Return formats by their own names ("word" is docx). Raises UsageError for an unknown one."""
    names = _texts(value, key, where)
    found: list[str] = []
    for name in names:
        plain = name.lower().lstrip(".")
        for each in FORMATS if plain == "all" else (OTHER_NAMES.get(plain, plain),):
            if each not in FORMATS:
                raise wrong_value(key, name, f"one of {', '.join(FORMATS)} or all", where)
            if each not in found:
                found.append(each)
    return tuple(found)


def _lang(value: object, key: str, where: str) -> str:
    text = _text(value, key, where)
    if text and not _LANG.fullmatch(text):
        raise wrong_value(key, value, 'a language tag such as "en-GB" or "de"', where)
    return text


def _date(value: object, key: str, where: str) -> str:
    text = value.isoformat() if hasattr(value, "isoformat") else _text(value, key, where)
    assert isinstance(text, str)  # noqa: S101 - isoformat gives a text
    if text and not _is_of_calendar(text[:10]):
        raise wrong_value(key, value, "a date such as 2026-05-03, 2026-05 or 2026", where)
    return text[:10]


def _is_of_calendar(text: str) -> bool:
    """Tell whether a text is a year, a month or a day that there is."""
    try:
        date.fromisoformat(text + "-01-01"[len(text) - len("2026") :])
    except ValueError:
        return False
    return _DATE.fullmatch(text) is not None


def _moment(value: object, key: str, where: str) -> str:
    """Return a time in its own words, or one of TOML as ISO 8601."""
    return str(value.isoformat()) if isinstance(value, date) else _text(value, key, where)


def _places(value: object, key: str, where: str) -> tuple[str | int, ...]:
    if isinstance(value, list | tuple) and all(isinstance(item, str | int) for item in value):
        return tuple(value)
    raise wrong_value(key, value, "a list of headings' words or line numbers", where)


def _levels(value: object, key: str, where: str) -> tuple[tuple[str, int], ...]:
    if isinstance(value, Mapping) and all(isinstance(level, int) and level > 0 for level in value.values()):
        return tuple((str(words), int(level)) for words, level in value.items())
    raise wrong_value(key, value, 'a table such as { "Background" = 2 }', where)


def read_rows(value: object, key: str, where: str) -> tuple[Mapping[str, object], ...]:
    """Return the rows of a setting that is a table or a list of them. Raises UsageError for anything else."""
    rows = value if isinstance(value, list | tuple) else (value,)
    if all(isinstance(row, Mapping) for row in rows):
        return tuple(rows)
    raise wrong_value(key, value, f"a table, or a list of tables ([[{key}]])", where)


# setting → what reads its value; raises UsageError for one that it cannot have
READ: Mapping[str, Callable[[object, str, str], object]] = {
    "template": _text,
    "brand": _text,
    "formats": parse_formats,
    "paper": _choice(PAGE_SIZES),
    "lang": _lang,
    "title": _text,
    "standfirst": _text,
    "author": _texts,
    "date": _date,
    "issuer": _text,
    "kind": _text,
    "embargo": _moment,
    "notes_to_editors": _texts,
    "contact": _texts,
    "boilerplate": _texts,
    "at_a_glance": _texts,
    "picture": _text,
    "marking": _text,
    "watermark": _text,
    "sides": _choice(SIDES, empty=True),
    "chapters": _choice(CHAPTERS, empty=True),
    "for_print": _yes_or_no,
    "password": _text,
    "sheets": _texts,
    "sheet_size": _choice(SHEET_SIZES, empty=True),
    "marks": _yes_or_no,
    "cover_apart": _yes_or_no,
    "press_profile": _text,
    "contents": _choice(CONTENTS, empty=True),
    "lists": _choice(CONTENTS, empty=True),
    "encoding": _text,
    "markup": _choice(MARKUPS, empty=True),
    "reference": _text,
    "native_charts": _yes_or_no,
    "embed_fonts": _yes_or_no,
    "update_fields": _yes_or_no,
    "endnotes": _yes_or_no,
    "word_pages": _choice(WORD_PAGES),
    "headings": _places,
    "not_headings": _places,
    "levels": _levels,
    "leave_out": _places,
}
