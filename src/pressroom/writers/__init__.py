"""One writer a format: a ``Page`` in, the bytes of a file out.

``WRITERS`` is the whole list. A writer is loaded when it is first used. What it asks for beyond the page is
a value of its own package (``docx.WordOptions``, ``email.EmailOptions``, ``pdf.PdfOptions``).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Protocol, cast

from pressroom.model.figure import Medium
from pressroom.model.page import Page

__all__ = ["WRITERS", "Write", "Writer", "list_media", "needs_pages", "write"]


class Write(Protocol):
    """What a writer is: a function of the page and of options of its own type, all of which have defaults."""

    def __call__(self, page: Page, options: Any = ..., /) -> bytes: ...  # noqa: D102 - the class says it


@dataclass(frozen=True, slots=True)
class Writer:
    """A format: ``load`` is "module:function" of its ``Write``, ``ending`` that of its files, without a dot.

    ``needs_pages`` when the page must be laid out on paper before it is written; ``media`` are those that its
    figures are drawn for.
    """

    load: str
    ending: str
    media_type: str
    needs_pages: bool = False
    media: tuple[Medium, ...] = ()


WRITERS: Mapping[str, Writer] = {
    "pdf": Writer(
        "pressroom.writers.pdf:write", "pdf", "application/pdf", needs_pages=True, media=(Medium.PAPER,)
    ),
    "docx": Writer(
        "pressroom.writers.docx:write",
        "docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        media=(Medium.WORD,),
    ),
    "html": Writer("pressroom.writers.html:write", "html", "text/html", media=(Medium.WEB, Medium.PHONE)),
    "email": Writer(
        "pressroom.writers.email:write", "eml", "message/rfc822", media=(Medium.MAIL, Medium.MAIL_PHONE)
    ),
}


def write(name: str, page: Page, options: object = None) -> bytes:
    """Return ``page`` in the format ``name``.

    ``options`` are of that writer's own type, None for its defaults. Raises PressroomError when the page
    cannot be written.
    """
    module, _, function = WRITERS[name].load.partition(":")
    load = cast(Write, getattr(import_module(module), function))
    return load(page) if options is None else load(page, options)


def needs_pages(names: Iterable[str]) -> bool:
    """Tell whether one of the formats needs the page laid out on paper."""
    return any(WRITERS[name].needs_pages for name in names)


def list_media(names: Iterable[str]) -> tuple[Medium, ...]:
    """Return the media that figures are drawn for in these formats, paper first."""
    wanted = {medium for name in names for medium in WRITERS[name].media}
    return tuple(medium for medium in Medium if medium in wanted)
