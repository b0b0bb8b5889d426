"""A PDF opened with care: what cannot be read is refused in one line, before anything is unpacked."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from pressroom.errors import PressroomError
from pressroom.readers.common.limits import damaged, refuse_pdf_bomb

MOST_PAGES = 600
_WRONG_PASSWORD = 4  # FPDF_ERR_PASSWORD
_UNSUPPORTED = 5  # FPDF_ERR_SECURITY: protected in a way that no password opens


@contextmanager
def open_pdf(data: bytes, source: str) -> Iterator[Any]:
    """Open a PDF as a pypdfium2 document. Raises PressroomError for one that is none, locked or too large."""
    import pypdfium2

    refuse_pdf_bomb(data, source)
    try:
        opened = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as problem:
        if getattr(problem, "err_code", 0) in (_WRONG_PASSWORD, _UNSUPPORTED):
            raise PressroomError(
                "the file is protected by a password",
                cure="open it, and print it to a new PDF without one",
                rule="document-encrypted",
                where=source,
            ) from problem
        raise damaged(source, "it is no complete PDF") from problem
    try:
        if len(opened) > MOST_PAGES:
            raise PressroomError(
                f"the file has {len(opened):,} pages; a report may have {MOST_PAGES}",
                cure="take out the pages that matter, as a PDF of their own",
                rule="source-too-large",
                where=source,
            )
        if not len(opened):
            raise damaged(source, "it has no pages")
        yield opened
    except pypdfium2.PdfiumError as problem:  # of a page, an outline or a stream that is only opened by then
        raise damaged(source, f"a part of it cannot be read ({problem})") from problem
    finally:
        opened.close()
