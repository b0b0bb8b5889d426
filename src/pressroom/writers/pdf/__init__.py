"""The PDF writer: WeasyPrint for the layout, our own structure tree, both PDF/A-3a and PDF/UA-1."""

from __future__ import annotations

from pressroom.model.page import Page
from pressroom.writers.pdf.attachments import Attachment, attachments
from pressroom.writers.pdf.render import PdfResult, render

__all__ = ["Attachment", "PdfResult", "attachments", "render", "write"]


def write(page: Page, *, attached: tuple[Attachment, ...] | None = None, date: str = "") -> bytes:
    """Return ``page`` as a PDF; ``render`` tells more."""
    return render(page, attached=attached, date=date).data
