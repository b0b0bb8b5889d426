"""One source, different for each reader: fields filled from a row of data, sections left out for an audience.

Both are made to the source's text before anything is read from it, so that no number, figure or attachment
of a report can come from what its reader is not given.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import PurePath

from pressroom.errors import UsageError
from pressroom.model import walk
from pressroom.model.diagnostic import Diagnostic, Severity
from pressroom.model.document import Document, Section
from pressroom.model.inline import FootnoteRef
from pressroom.project.expressions import compile_fields, evaluate, straighten_quotes
from pressroom.project.rows import DataRow
from pressroom.project.settings import Layer, Scope
from pressroom.readers import READERS, ReaderSettings
from pressroom.readers.common.encoding import decode

NAME = "row"  # what a text calls its row
_FIELD = compile_fields(NAME)
_BARE_FIELD = re.compile(r"\{\{\s*([^\W\d]\w*)\s*(?=[|}])")  # {{ town }}, as people write {{ row.town }}
_FRONT = re.compile(r"---\r?\n.*?\n---\r?\n", re.DOTALL)
_MARKDOWN = re.compile(r"([\\`*_\[\]<>|~$&#])")


NO_SETTINGS = Layer({}, Scope.MATRIX, "")


@dataclass(frozen=True, slots=True)
class Variant:
    """What makes one report of a source differ from another: audience, row of data, further settings."""

    audience: str = ""
    row: DataRow | None = None
    settings: Layer = NO_SETTINGS


PLAIN = Variant()


def has_fields(text: str, row: DataRow) -> bool:
    """Tell whether a text has a field that a row fills."""
    return _FIELD.search(_name_row(text, dict(row.columns))) is not None


def _name_row(text: str, columns: Container[str]) -> str:
    """Write {{ town }} as {{ row.town }} where that is a column."""
    return _BARE_FIELD.sub(
        lambda found: f"{{{{ {NAME}.{found[1]} " if found[1] in columns else found[0],
        text,
    )


def fill_source(
    data: bytes, shown: str, settings: ReaderSettings, row: DataRow
) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """Return a source with each {{ row.… }} filled, as UTF-8, and warnings of what was empty or unknown.

    A value never becomes markup.

    Raises UsageError for a format that has no text of its own, PressroomError for a field that cannot be
    filled.
    """
    escape = _ESCAPES.get(_find_format(shown))
    if escape is None:
        raise UsageError(
            "rows of data fill plain text, Markdown and HTML, and this is none of them",
            cure="save it as plain text or Markdown",
            rule="not-a-text",
            where=shown,
        )
    text, _ = decode(data, shown, settings)
    # front matter is YAML, which must be read before its texts can be filled
    front = _FRONT.match(text) if _find_format(shown) == "markdown" else None
    start = front.end() if front else 0
    filled = text[:start] + fill_text(text[start:], row, settings.lang, escape)
    return filled.encode(), tuple(_check_fields(text[start:], row, shown, text.count("\n", 0, start) + 1))


def _check_fields(text: str, row: DataRow, shown: str, first_line: int) -> Iterator[Diagnostic]:
    """Yield a warning for each cell that a field takes and that is empty, and for each unknown column."""
    columns = dict(row.columns)
    printed = {found[1].strip() for found in _FIELD.finditer(_name_row(text, columns))}
    for name, value in columns.items():
        if not value and f"{NAME}.{name}" in printed:
            yield Diagnostic(
                Severity.WARNING,
                "empty-cell",
                f"row {row.number} has nothing in the column {name!r}, which the text prints",
                f'fill the cell, or write {{{{ {NAME}.{name} or "none" }}}} for rows without it',
                where=row.where,
            )
    for found in _BARE_FIELD.finditer(text):
        if found[1] not in columns:
            near = get_close_matches(found[1], columns, 3)
            yield Diagnostic(
                Severity.WARNING,
                "unknown-column",
                f"there is no column {found[1]!r}: {{{{ {found[1]} }}}} is printed as it is",
                f"did you mean {' or '.join(near)}?" if near else f"there are: {', '.join(columns)}",
                where=f"{shown}:{first_line + text.count(chr(10), 0, found.start())}",
            )


def fill_text(text: str, row: DataRow, lang: str, escape: Callable[[str], str] = str) -> str:
    """Return a text with its fields filled."""
    columns = dict(row.columns)

    def value(found: re.Match[str]) -> str:
        expression = straighten_quotes(html.unescape(found[1]))
        return escape(evaluate(expression, NAME, columns, row.where, lang or "en"))

    return _FIELD.sub(value, _name_row(text, columns))


def fill_settings(value: object, row: DataRow, lang: str) -> object:
    """Return a setting with the fields in its texts filled."""
    match value:
        case str():
            return fill_text(value, row, lang)
        case list() | tuple():
            return [fill_settings(each, row, lang) for each in value]
        case dict():
            return {key: fill_settings(held, row, lang) for key, held in value.items()}
        case _:
            return value


def _find_format(name: str) -> str:
    ending = PurePath(name).suffix.lower()
    return next((kind for kind, reader in READERS.items() if ending in reader.extensions), "text")


_ESCAPES: dict[str, Callable[[str], str]] = {
    "text": str,
    "markdown": lambda text: _MARKDOWN.sub(r"\\\1", text),
    "html": html.escape,
}


def leave_out(document: Document, names: tuple[str | int, ...]) -> str:
    """Return a document's text without the sections of those headings, or of the headings on those lines.

    Their lines are left empty, so that all others keep their numbers. Notes that nothing else calls go with
    them. Raises UsageError for a heading that is not there, or a format whose text has no lines of its own.
    """
    if _find_format(document.source) not in ("text", "markdown"):
        raise UsageError(
            "leave_out works on plain text and Markdown, and this is neither",
            cure="save it as plain text or Markdown",
            rule="not-a-text",
            where=document.source,
        )
    sections = tuple(document.walk())
    gone = {
        id(each) for name in names for found in _find_named(name, sections, document) for each in _walk(found)
    }
    lines = document.text.split("\n")
    for index, section in enumerate(sections):
        if id(section) in gone:
            end = sections[index + 1].heading.span.line_start if index + 1 < len(sections) else len(lines) + 1
            for number in range(section.heading.span.line_start, end):
                lines[number - 1] = ""
    kept = [section for section in sections if id(section) not in gone]
    called = set(_list_calls(walk.block_runs(document.blocks)))
    for section in kept:
        called |= set(_list_calls((walk.TextRun(section.heading.inlines, section.heading.span),)))
        called |= set(_list_calls(walk.block_runs(section.blocks)))
    original = document.text.split("\n")
    for note in document.footnotes:
        span = slice(note.span.line_start - 1, note.span.line_end)
        lines[span] = original[span] if note.label in called else [""] * len(original[span])
    return "\n".join(lines)


def _find_named(name: str | int, sections: tuple[Section, ...], document: Document) -> list[Section]:
    line = int(name) if str(name).isdecimal() else 0
    found = [
        section
        for section in sections
        if section.heading.span.line_start == line
        or _normalize(section.heading.text) == _normalize(str(name))
    ]
    if not found:
        there = ", ".join(repr(section.heading.text) for section in sections) or "none"
        raise UsageError(
            f"leave_out names {name!r}, and there is no section of that name",
            cure=f"there are: {there}",
            rule="unknown-section",
            where=document.source,
        )
    return found


def _normalize(words: str) -> str:
    return re.sub(r"^[\d.\s]+|[\s:.]+$", "", words).casefold()


def _walk(section: Section) -> Iterator[Section]:
    yield section
    for inner in section.sections:
        yield from _walk(inner)


def _list_calls(runs: Iterable[walk.TextRun]) -> Iterator[str]:
    """Yield the label of each footnote that is called in some runs of text."""
    for run in runs:
        for inline in walk.inlines(run.inlines):
            if isinstance(inline, FootnoteRef):
                yield inline.label
