"""One writer a format: a ``Page`` in, the bytes of a file out.

``WRITERS`` is the whole list. A writer is loaded when it is first used. What it asks for beyond the page is
a value of its own package (``docx.WordOptions``, ``email.EmailOptions``, ``pdf.PdfOptions``).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Protocol, cast

from pressroom.model.page import Page

__all__ = ["WRITERS", "Write", "Writer", "needs_pages", "needs_pictures", "write"]


class Write(Protocol):
    """What a writer is: a function of the page and of options of its own type, all of which have defaults."""

    def __call__(self, page: Page, options: Any = ..., /) -> bytes: ...  # noqa: D102 - the class says it


@dataclass(frozen=True, slots=True)
class Writer:
    """A format: ``load`` is "module:function" of its ``Write``, ``ending`` that of its files, without a dot.

    ``needs_pages`` when the page must be laid out on paper before it is written, ``needs_pictures`` when its
    figures must be drawn as PNG.
    """

    load: str
    ending: str
    media_type: str
    needs_pages: bool = False
    needs_pictures: bool = False


WRITERS: Mapping[str, Writer] = {
    "pdf": Writer("pressroom.writers.pdf:write", "pdf", "application/pdf", needs_pages=True),
    "docx": Writer(
        "pressroom.writers.docx:write",
        "docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        needs_pages=True,
        needs_pictures=True,
    ),
    "html": Writer("pressroom.writers.html:write", "html", "text/html"),
    "email": Writer("pressroom.writers.email:write", "eml", "message/rfc822", needs_pictures=True),
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


def needs_pictures(names: Iterable[str]) -> bool:
    """Tell whether one of the formats needs figures as PNG."""
    return any(WRITERS[name].needs_pictures for name in names)
