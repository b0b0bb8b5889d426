"""A PDF in black ink alone, for printers whose colour is dear; links, tags and attachments stay."""

from __future__ import annotations

import io

from pressroom.writers.sheets.inks import BlackInk
from pressroom.writers.sheets.separation import Separation


def convert_to_grey(data: bytes) -> bytes:
    """Return a PDF with all its colours as greys of the same lightness."""
    from pikepdf import Pdf

    with Pdf.open(io.BytesIO(data)) as pdf:
        work = Separation(pdf, BlackInk())
        for number, page in enumerate(pdf.pages, 1):
            work.convert_page(page, number)
        buffer = io.BytesIO()
        pdf.save(buffer, deterministic_id=True)
        return buffer.getvalue()
