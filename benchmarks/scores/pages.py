"""The samples' PDF pages as a proof reader sees them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from benchmarks.scores.bench import Bench
from benchmarks.scores.table import Better, Row

from pressroom.check.pdf_pages import HEADINGS, Sheet, check_pages, find_lines, measure

MOST_LINES = 3  # of a heading


def pages(bench: Bench) -> Iterator[Row]:
    """The samples' PDFs: pages, how far down the last page is filled, long headings, the smallest type,
    findings of check/pdf_pages.py.
    """
    for sample, outputs in bench.outputs.items():
        sheets = measure(outputs["pdf"])
        yield Row(f"{sample}, pages", len(sheets), Better.LOWER)
        yield Row(f"{sample}, fill of the last page", fill_of_last_page(sheets), unit="%", tolerance=10)
        yield Row(f"{sample}, headings of more than {MOST_LINES} lines", long_headings(sheets), Better.LOWER)
        yield Row(f"{sample}, smallest type", smallest_type(outputs["pdf"]), unit="pt")
        yield Row(f"{sample}, findings", len(check_pages(outputs["pdf"])), Better.LOWER)


def fill_of_last_page(sheets: tuple[Sheet, ...]) -> float:
    """Return how far down the last page goes, in per cent of the area that any page of the file uses."""
    boxes = [piece for sheet in sheets for piece in sheet.pieces]
    if not boxes:
        return 0
    top, bottom = max(piece.top for piece in boxes), min(piece.bottom for piece in boxes)
    last = min((piece.bottom for piece in sheets[-1].pieces if piece.kind != "Note"), default=top)
    return round(100 * (top - last) / (top - bottom))


def long_headings(sheets: tuple[Sheet, ...]) -> int:
    """Count the headings that take more than three lines."""
    count = 0
    for sheet in sheets:
        headings = {piece.block for piece in sheet.pieces if piece.kind in HEADINGS}
        for heading in headings:
            rows = find_lines([piece for piece in sheet.pieces if piece.block == heading])
            count += len(rows) > MOST_LINES
    return count


def smallest_type(data: bytes) -> float:
    """Return the size in points of the smallest letters of a PDF, as printed."""
    import pypdfium2

    sizes: set[float] = set()
    document = pypdfium2.PdfDocument(io.BytesIO(data))
    try:
        for page in document:
            sizes |= set(_sizes(page.get_textpage()))
    finally:
        document.close()
    return round(min(sizes), 1)


def _sizes(text: Any) -> Iterator[float]:
    import pypdfium2.raw as pdfium

    for index in range(text.count_chars()):
        if (
            pdfium.FPDFText_IsGenerated(text.raw, index)
            or not chr(pdfium.FPDFText_GetUnicode(text.raw, index)).strip()
        ):
            continue
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(text.raw, index, matrix)
        yield pdfium.FPDFText_GetFontSize(text.raw, index) * max(abs(matrix.d), abs(matrix.b))
