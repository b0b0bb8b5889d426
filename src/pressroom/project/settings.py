"""What may be set for a report, from which layer, checked word by word.

Layers in rising order: ``report.toml`` of the project, a sidecar ``name.toml`` beside the source, front
matter in the source, options of the command line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from difflib import get_close_matches
from typing import Any

from pressroom.errors import UsageError
from pressroom.model.diagnostic import Diagnostic, Severity
from pressroom.model.paper import PAGE_SIZES, SHEET_SIZES

FORMATS = ("pdf", "docx", "html", "email")
SIDES = ("one", "two")
CHAPTERS = ("flow", "right")
WORD_PAGES = ("auto", "libreoffice", "pdf")
CONTENTS = ("auto", "always", "never")
_LANG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


@dataclass(frozen=True, slots=True)
class Layer:
    """Settings from one place; ``where`` names it in messages ("report.toml", "brief.md:1").

    ``figure_lines`` are the lines of its [[figure]] tables, where they are known.
    """

    values: Mapping[str, object]
    where: str
    figure_lines: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one report, all layers merged. Empty means: not set, document or template decide."""

    template: str = "briefing"
    formats: tuple[str, ...] = ()
    paper: str = "A4"
    lang: str = ""
    title: str = ""
    standfirst: str = ""
    author: tuple[str, ...] = ()
    date: str = ""
    marking: str = ""
    watermark: str = ""
    sides: str = ""
    chapters: str = ""
    for_print: bool = False
    sheets: tuple[str, ...] = ()
    sheet_size: str = ""
    marks: bool = False
    cover_apart: bool = False
    press_profile: str = ""
    contents: str = ""
    lists: str = ""
    encoding: str = ""
    reference: str = ""
    native_charts: bool = False
    update_fields: bool = False
    endnotes: bool = False
    word_pages: str = "auto"
    headings: tuple[str | int, ...] = ()
    not_headings: tuple[str | int, ...] = ()
    levels: tuple[tuple[str, int], ...] = ()
    leave_out: tuple[str | int, ...] = ()
    figures: tuple[tuple[Mapping[str, object], str], ...] = ()
    numbers: tuple[tuple[Mapping[str, object], str], ...] = ()
    mail: tuple[tuple[Mapping[str, object], str], ...] = ()
    smtp: tuple[tuple[Mapping[str, object], str], ...] = ()
    diagnostics: tuple[Diagnostic, ...] = field(default=())


def merge(layers: Iterable[Layer]) -> Settings:
    """Merge layers, the last one wins; figures and numbers add up, and so do the rows of mail
    and smtp, which pressroom.project.mail reads.

    An unknown key is a warning in ``Settings.diagnostics``. Raises UsageError for a value of the wrong form,
    with its place and cure.
    """
    settings = Settings()
    for layer in layers:
        for key, value in layer.values.items():
            if key not in OF_THE_RUN:
                settings = _set(settings, key, value, layer)
    return settings


def _set(settings: Settings, key: str, value: object, layer: Layer) -> Settings:
    name, where = ALIASES.get(key, key), layer.where
    if name in TABLES:
        rows = _rows(value, key, where)
        places = [where] * len(rows)
        if name == "figure" and len(layer.figure_lines) == len(rows):
            places = [f"{where}:{line}" for line in layer.figure_lines]
        added = (*getattr(settings, TABLES[name]), *zip(rows, places, strict=True))
        return _replaced(settings, TABLES[name], added)
    if name not in READ:
        known = sorted({*READ, *TABLES, *ALIASES})
        near = get_close_matches(key, known, 1)
        cure = f"did you mean {near[0]}?" if near else f"there are: {', '.join(known)}"
        found = Diagnostic(
            Severity.WARNING, "unknown-setting", f"there is no setting {key!r}", cure, where=where
        )
        return replace(settings, diagnostics=(*settings.diagnostics, found))
    return _replaced(settings, name, READ[name](value, key, where))


def _replaced(settings: Settings, name: str, value: Any) -> Settings:
    return replace(settings, **{name: value})


def _wrong(key: str, value: object, wanted: str, where: str) -> UsageError:
    shown = repr(value) if len(repr(value)) < 60 else repr(value)[:57] + "…"
    return UsageError(
        f"{key} = {shown} is not {wanted}", cure=f"give {wanted}", rule="wrong-setting", where=where
    )


def _text(value: object, key: str, where: str) -> str:
    if isinstance(value, str | int | float) and not isinstance(value, bool):
        return str(value).strip()
    raise _wrong(key, value, "a text", where)


def _texts(value: object, key: str, where: str) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value.strip(),) if value.strip() else ()
    if isinstance(value, list | tuple) and all(isinstance(item, str) for item in value):
        return tuple(item.strip() for item in value)
    raise _wrong(key, value, "a text or a list of texts", where)


def _yes_or_no(value: object, key: str, where: str) -> bool:
    if isinstance(value, bool):
        return value
    raise _wrong(key, value, "true or false", where)


def _choice(known: tuple[str, ...], *, empty: bool = False) -> Callable[[object, str, str], str]:
    def read(value: object, key: str, where: str) -> str:
        for name in known:
            if isinstance(value, str) and value.strip().lower() == name.lower():
                return name
        if empty and value == "":
            return ""
        raise _wrong(key, value, f"one of {', '.join(known)}", where)

    return read


def _formats(value: object, key: str, where: str) -> tuple[str, ...]:
    asked = _texts(value, key, where)
    found: list[str] = []
    for name in asked:
        for each in FORMATS if name == "all" else (name,):
            if each not in FORMATS:
                raise _wrong(key, name, f"one of {', '.join(FORMATS)} or all", where)
            if each not in found:
                found.append(each)
    return tuple(found)


def _lang(value: object, key: str, where: str) -> str:
    text = _text(value, key, where)
    if text and not _LANG.fullmatch(text):
        raise _wrong(key, value, 'a language tag such as "en-GB" or "de"', where)
    return text


def _date(value: object, key: str, where: str) -> str:
    text = value.isoformat() if hasattr(value, "isoformat") else _text(value, key, where)
    assert isinstance(text, str)  # noqa: S101 - isoformat gives a text
    if text and not _DATE.fullmatch(text[:10]):
        raise _wrong(key, value, "a date such as 2026-05-03, 2026-05 or 2026", where)
    return text[:10]


def _places(value: object, key: str, where: str) -> tuple[str | int, ...]:
    if isinstance(value, list | tuple) and all(isinstance(item, str | int) for item in value):
        return tuple(value)
    raise _wrong(key, value, "a list of headings' words or line numbers", where)


def _levels(value: object, key: str, where: str) -> tuple[tuple[str, int], ...]:
    if isinstance(value, Mapping) and all(isinstance(level, int) and level > 0 for level in value.values()):
        return tuple((str(words), int(level)) for words, level in value.items())
    raise _wrong(key, value, 'a table such as { "Background" = 2 }', where)


def _rows(value: object, key: str, where: str) -> tuple[Mapping[str, object], ...]:
    rows = value if isinstance(value, list | tuple) else (value,)
    if all(isinstance(row, Mapping) for row in rows):
        return tuple(rows)
    raise _wrong(key, value, f"a table, or a list of tables ([[{key}]])", where)


READ: Mapping[str, Callable[[object, str, str], object]] = {
    "template": _text,
    "formats": _formats,
    "paper": _choice(PAGE_SIZES),
    "lang": _lang,
    "title": _text,
    "standfirst": _text,
    "author": _texts,
    "date": _date,
    "marking": _text,
    "watermark": _text,
    "sides": _choice(SIDES, empty=True),
    "chapters": _choice(CHAPTERS, empty=True),
    "for_print": _yes_or_no,
    "sheets": _texts,
    "sheet_size": _choice(SHEET_SIZES, empty=True),
    "marks": _yes_or_no,
    "cover_apart": _yes_or_no,
    "press_profile": _text,
    "contents": _choice(CONTENTS, empty=True),
    "lists": _choice(CONTENTS, empty=True),
    "encoding": _text,
    "reference": _text,
    "native_charts": _yes_or_no,
    "update_fields": _yes_or_no,
    "endnotes": _yes_or_no,
    "word_pages": _choice(WORD_PAGES),
    "headings": _places,
    "not_headings": _places,
    "levels": _levels,
    "leave_out": _places,
}
OF_THE_RUN = frozenset({"matrix", "audience"})  # tables that tell which reports there are, not how one is
TABLES = {"figure": "figures", "number": "numbers", "mail": "mail", "smtp": "smtp"}
ALIASES = {
    "format": "formats",
    "language": "lang",
    "authors": "author",
    "subtitle": "standfirst",
    "summary": "standfirst",
    "figures": "figure",
    "numbers": "number",
    "toc": "contents",
    "classification": "marking",
    "print": "sheets",
    "icc": "press_profile",
}
assert {*READ, *TABLES.values(), "diagnostics"} == {entry.name for entry in fields(Settings)}  # noqa: S101 - a check of this module's own tables
