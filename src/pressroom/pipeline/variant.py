"""One source, different for each reader: fields filled from a row of data, sections left out for an audience.

Both are made to the source's text before anything is read from it, so that no number, figure or attachment
of a report can come from what its reader is not given.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePath

from pressroom.errors import UsageError
from pressroom.model import walk
from pressroom.model.diagnostic import Diagnostic
from pressroom.model.document import Document, Section
from pressroom.model.inline import FootnoteRef
from pressroom.project.fields import fill_text, require_columns, warn_of_empty_cells
from pressroom.project.rows import DataRow
from pressroom.project.settings import Layer, Scope
from pressroom.readers import READERS, ReaderSettings
from pressroom.readers.common.encoding import decode

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


def fill_source(
    data: bytes, shown: str, settings: ReaderSettings, row: DataRow
) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """Return a source with each {{ row.… }} filled, as UTF-8, and warnings of cells that were empty.

    A value never becomes markup.

    Raises UsageError for a format that has no text of its own, PressroomError for fields that cannot be
    filled: all that name no column at once.
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
    require_columns(text[start:], row, shown, text.count("\n", 0, start) + 1)
    filled = text[:start] + fill_text(text[start:], row, settings.lang, escape)
    return filled.encode(), tuple(warn_of_empty_cells(text[start:], row))


def fill_settings(value: object, row: DataRow, lang: str, place: str) -> object:
    """Return a setting with the fields in its texts filled; ``place`` names it in messages."""
    match value:
        case str():
            require_columns(value, row, place)
            return fill_text(value, row, lang)
        case list() | tuple():
            return [fill_settings(each, row, lang, place) for each in value]
        case dict():
            return {key: fill_settings(held, row, lang, place) for key, held in value.items()}
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
