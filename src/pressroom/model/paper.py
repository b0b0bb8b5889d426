"""Paper sizes: the names that settings and options use, with their measures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

POINTS_PER_MM = 72 / 25.4
TWIPS_PER_MM = 1440 / 25.4
MM_PER_PIXEL = 25.4 / 96  # of a screen, as style sheets count them
TYPE_AREA_MM, COLUMN_MM = 170.0, 120.0  # the width of both columns of a page, and of the text alone


@dataclass(frozen=True, slots=True)
class PaperSize:
    """A sheet of paper, upright. ``width`` and ``height`` are millimetres.

    ``media`` is its self-describing name in the Internet Printing Protocol (PWG 5101.1). ``for_pages``: a
    report can be laid out on it; the others are for print sheets only.
    """

    width: float
    height: float
    media: str
    for_pages: bool = True

    @property
    def points(self) -> tuple[float, float]:
        """Width and height in points of 1/72 inch, to two decimals."""
        return round(self.width * POINTS_PER_MM, 2), round(self.height * POINTS_PER_MM, 2)


PAPER_SIZES: Mapping[str, PaperSize] = {
    "A4": PaperSize(210, 297, "iso_a4_210x297mm"),
    "Letter": PaperSize(215.9, 279.4, "na_letter_8.5x11in"),
    "A5": PaperSize(148, 210, "iso_a5_148x210mm"),
    "A3": PaperSize(297, 420, "iso_a3_297x420mm"),
    "Legal": PaperSize(215.9, 355.6, "na_legal_8.5x14in"),
    "Tabloid": PaperSize(279.4, 431.8, "na_ledger_11x17in", for_pages=False),
}
DEFAULT_PAPER = "A4"
PAGE_SIZES = tuple(name for name, size in PAPER_SIZES.items() if size.for_pages)
SHEET_SIZES = tuple(PAPER_SIZES)
