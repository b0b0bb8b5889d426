"""One reader a format: bytes in, a ``Document`` out.

``READERS`` is the whole list. Another package adds one by an entry point of the group "pressroom.readers"
that loads a ``Reader``; it can bring new extensions but never take one that is built in.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cache, partial
from importlib import import_module
from importlib.metadata import entry_points
from pathlib import PurePath
from typing import Any, Protocol, cast

from pressroom.errors import PressroomError, UsageError
from pressroom.model.characters import replace_impossible
from pressroom.model.document import Document
from pressroom.readers.common.brackets.apply import apply_brackets
from pressroom.readers.common.head.recognize import recognize_head
from pressroom.readers.common.settings import ReaderSettings

__all__ = ["READERS", "Read", "Reader", "ReaderSettings", "extensions", "read", "readers"]

GROUP = "pressroom.readers"


class Read(Protocol):
    """What a reader is: a function of a source's bytes, its name in messages, and the settings."""

    def __call__(self, data: bytes, source: str, settings: ReaderSettings) -> Document: ...  # noqa: D102 - the class says it


@dataclass(frozen=True, slots=True)
class Reader:
    """A format: ``load`` is "module:function" of its ``Read``; extensions are lower case, with their dot.

    ``needs`` are functions of other modules that the reader gets as keyword arguments, by the argument's
    name, each as "module:function"; so no reader imports another.
    """

    load: str
    extensions: tuple[str, ...]
    media_type: str
    needs: Mapping[str, str] = field(default_factory=dict)


_READ_TEXT = "pressroom.readers.text.read:read_text"


READERS: Mapping[str, Reader] = {
    "text": Reader(
        "pressroom.readers.text.read:read",
        (".txt", ".text"),
        "text/plain",
        {"read_markdown": "pressroom.readers:read_markdown"},
    ),
    "markdown": Reader(
        "pressroom.readers.markdown.read:read",
        (".md", ".markdown", ".mdown", ".mkd"),
        "text/markdown",
        {"read_text": _READ_TEXT, "read_html": "pressroom.readers.html.read:read_piece"},
    ),
    "html": Reader("pressroom.readers.html.read:read", (".html", ".htm", ".xhtml"), "text/html"),
    "odt": Reader(
        "pressroom.readers.odt.read:read", (".odt", ".ott"), "application/vnd.oasis.opendocument.text"
    ),
    "rtf": Reader("pressroom.readers.rtf.read:read", (".rtf",), "application/rtf"),
    "eml": Reader(
        "pressroom.readers.mail.read:read",
        (".eml",),
        "message/rfc822",
        {
            "read_text": _READ_TEXT,
            "read_html": "pressroom.readers.html.read:read_fragment",
            "list_extensions": "pressroom.readers:extensions",
        },
    ),
    "docx": Reader(
        "pressroom.readers.docx.read:read",
        (".docx", ".docm", ".dotx"),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
    "pptx": Reader(
        "pressroom.readers.pptx.read:read",
        (".pptx", ".pptm", ".ppsx"),
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ),
    "xlsx": Reader(
        "pressroom.readers.sheets.read:read_xlsx",
        (".xlsx", ".xlsm", ".xltx"),
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
    "csv": Reader("pressroom.readers.sheets.read:read_csv", (".csv", ".tsv"), "text/csv"),
    "pdf": Reader("pressroom.readers.pdf.read:read", (".pdf",), "application/pdf"),
}
# names that people give to formats which are none of ours, with the way out
_ELSEWHERE = {
    ".doc": "open it in a word processor and save it as .docx",
    ".dot": "open it in a word processor and save it as .docx",
    ".pages": "export it as Word (.docx)",
    ".xls": "open it in a spreadsheet program and save it as .xlsx",
    ".ods": "open it in a spreadsheet program and save it as .xlsx",
    ".ppt": "open it in a presentation program and save it as .pptx",
    ".msg": "save the message as .eml",
}


def read(data: bytes, name: str, settings: ReaderSettings) -> Document:
    """Read a source; its name's extension decides how, and one without is plain text.

    Raises UsageError for a format that is not known, PressroomError when the source cannot be read; never
    anything else, however broken the source is.
    """
    reader = readers()[_find_format(name)]
    needs = {key: _defer(path) for key, path in reader.needs.items()}
    load = cast(Read, partial(_load(reader.load), **needs))
    try:
        return apply_brackets(recognize_head(replace_impossible(load(data, name, settings))))
    except PressroomError:
        raise
    except (MemoryError, RecursionError) as problem:
        raise _unread(name, "it is too deeply nested or too large") from problem
    except Exception as problem:
        # a broken file can set off anything in the libraries that take it apart; it fails alone, and by name
        raise _unread(
            name, f"it is broken in an unforeseen way ({type(problem).__name__}: {problem})"
        ) from problem


def read_markdown(data: bytes, source: str, settings: ReaderSettings) -> Document:
    """Read the bytes of a Markdown file."""
    reader = READERS["markdown"]
    needs = {key: _defer(path) for key, path in reader.needs.items()}
    document: Document = _load(reader.load)(data, source, settings, **needs)
    return document


def _load(path: str) -> Callable[..., Any]:
    """Return the function that "module:function" names."""
    module, _, function = path.partition(":")
    found: Callable[..., Any] = getattr(import_module(module), function)
    return found


def _defer(path: str) -> Callable[..., Any]:
    """Return a function that loads the one that "module:function" names when it is called."""
    return lambda *given, **named: _load(path)(*given, **named)


def _unread(name: str, why: str) -> PressroomError:
    return PressroomError(
        f"the source cannot be read: {why}",
        cure="open it in the program that made it, and save it anew or as plain text",
        rule="source-unreadable",
        where=name,
    )


def extensions() -> tuple[str, ...]:
    """Return every extension that can be read, in the order of the table."""
    return tuple(ending for reader in readers().values() for ending in reader.extensions)


@cache
def readers() -> Mapping[str, Reader]:
    """Return the built-in readers and those that other packages add.

    An added reader that names itself like another, or claims an extension that is taken, is a UsageError: a
    source must never be read by something else unnoticed.
    """
    found = dict(READERS)
    for entry in entry_points(group=GROUP):
        added = entry.load()
        taken = {ending for reader in found.values() for ending in reader.extensions}
        clash = entry.name in found or (isinstance(added, Reader) and taken & set(added.extensions))
        if clash or not isinstance(added, Reader):
            why = "is there already, or claims an extension that is" if clash else "is no Reader"
            raise UsageError(
                f"the reader {entry.name!r} of {entry.value} {why}",
                cure="uninstall the package that brings it, or ask its author for another name",
                rule="reader-clash",
            )
        found[entry.name] = added
    return found


def _find_format(name: str) -> str:
    ending = PurePath(name).suffix.lower()
    known = readers()
    for format_name, reader in known.items():
        if ending in reader.extensions:
            return format_name
    if not ending:
        return "text"
    near = get_close_matches(ending, extensions(), 1, cutoff=0.5)
    listed = ", ".join(extensions())
    cure = _ELSEWHERE.get(ending) or (f"did you mean {near[0]}? " if near else "") + f"there are: {listed}"
    raise UsageError(f"there is no reader for {ending} files", cure=cure, rule="unknown-format", where=name)
