"""A page as the bytes of a PDF."""

from __future__ import annotations

from dataclasses import dataclass

from pressroom.model.page import Page
from pressroom.writers.pdf.attachments import EmbeddedFile
from pressroom.writers.pdf.render import PdfResult, render


@dataclass(frozen=True, slots=True)
class PdfOptions:
    """What only PDFs ask for: ``attached`` and ``date`` as ``render`` takes them.

    ``layout`` is the page as laid out before; its bytes are the file.
    """

    attached: tuple[EmbeddedFile, ...] | None = None
    date: str = ""
    layout: PdfResult | None = None


def write(page: Page, options: PdfOptions | None = None) -> bytes:
    """Return ``page`` as a PDF/A-3a and PDF/UA-1."""
    options = options or PdfOptions()
    layout = options.layout or render(page, attached=options.attached, date=options.date)
    return layout.data
