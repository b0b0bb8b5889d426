"""The samples' PDF pages as a proof reader sees them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from benchmarks.scores.bench import Bench
from benchmarks.scores.table import Better, Row

from pressroom.check.pdf_pages import HEADINGS, Sheet, check_pages, find_lines, measure

MOST_LINES = 3  # of a heading
QUARTER = 25  # per cent of a page
SHORT = 6  # letters: a heading's last line of one such word looks like a mistake


def pages(bench: Bench) -> Iterator[Row]:
    """The samples' PDFs: pages, how much of the text's area is used, whether the last page is nearly empty,
    headings that are long or end in a short word, the smallest type, findings of check/pdf_pages.py.
    """
    for sample, outputs in bench.outputs.items():
        sheets = measure(outputs["pdf"])
        yield Row(f"{sample}, pages", len(sheets), Better.LOWER)
        yield Row(f"{sample}, area used", round(100 * measure_used(sheets)), unit="%", tolerance=10)
        empty = int(len(sheets) > 1 and fill_of_last_page(sheets) < QUARTER)
        yield Row(f"{sample}, last page nearly empty", empty, Better.LOWER)
        yield Row(f"{sample}, headings of more than {MOST_LINES} lines", long_headings(sheets), Better.LOWER)
        ends = count_short_ends(sheets, outputs["pdf"])
        yield Row(f"{sample}, headings that end in a short word", ends, Better.LOWER)
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


def measure_used(sheets: tuple[Sheet, ...]) -> float:
    """Return the share of the text area down to where each page ends."""
    boxes = [piece for sheet in sheets for piece in sheet.pieces]
    if not boxes:
        return 0.0
    top, bottom = max(piece.top for piece in boxes), min(piece.bottom for piece in boxes)
    ends = [min((piece.bottom for piece in sheet.pieces), default=top) for sheet in sheets]
    return sum(top - end for end in ends) / ((top - bottom) * len(sheets))


def count_short_ends(sheets: tuple[Sheet, ...], data: bytes) -> int:
    """Count the headings of several lines whose last line is one short word."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    found = 0
    try:
        for sheet in sheets:
            text = document[sheet.number - 1].get_textpage()
            for heading in {piece.block for piece in sheet.pieces if piece.kind in HEADINGS}:
                lines = find_lines([piece for piece in sheet.pieces if piece.block == heading])
                said = str(text.get_text_bounded(*lines[-1])).split()
                found += len(lines) > 1 and len(said) == 1 and len(said[0]) < SHORT
    finally:
        document.close()
    return found


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
