"""The page with every block at once (pages/torture.html) and its pictures, for every writer's tests."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

from pressroom.compose.page import make_brand_css
from pressroom.model.document import Asset
from pressroom.model.figure import Datum, Drawing, Figure, Figures, Series
from pressroom.model.page import Page, PageTree
from tests.making import BRAND, ROOT, document, paragraph, report, span

PAGES = Path(__file__).parent / "pages"
PRINT = ROOT / "templates" / "base" / "print.css"
SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="120mm" height="60mm" viewBox="0 0 120 60">'
    b'<rect x="20" y="4" width="90" height="12" fill="#12507b"/>'
    b'<rect x="20" y="22" width="80" height="12" fill="#12507b"/>'
    b'<rect x="20" y="40" width="64" height="12" fill="#12507b"/>'
    b'<text x="0" y="12" font-size="4">North</text><text x="0" y="30" font-size="4">South</text>'
    b'<text x="0" y="48" font-size="4">East</text></svg>'
)


def png(width: int, height: int) -> bytes:
    """A picture of coloured stripes."""
    rows = b"".join(
        b"\0" + b"".join(bytes((40 + x % 160, 80 + y % 120, 120)) for x in range(width))
        for y in range(height)
    )
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    chunks = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def figure() -> Figure:
    """The chart's data."""
    values = tuple(Datum(value) for value in (420.0, 380.0, 300.0))
    return Figure(
        id="fig-1",
        kind="bar",
        title="Households by district",
        alt="Bar chart of households by district: North 420, South 380, East 300.",
        categories=("North", "South", "East"),
        series=(Series("Households", values),),
        sources=(span(0, 5),),
    )


def page(html: str) -> Page:
    """A page of this HTML in the briefing's style, with every picture that the torture page names."""
    sizes = {"tall.png": (60, 900), "wide.png": (1200, 90), "dot.png": (3, 3)}
    return Page(
        PageTree(html),
        css=make_brand_css(BRAND) + PRINT.read_text(),
        report=report(document(paragraph("Some words."), text="Some words."), figures=Figures((figure(),))),
        drawings={"fig-1": Drawing(SVG, png(10, 5), 120, 60)},
        assets={name: Asset(name, "image/png", png(*size)) for name, size in sizes.items()},
    )


def torture() -> Page:
    """Every block kind, nested lists, a table over three pages, 30 notes, a wide page, three languages."""
    return page((PAGES / "torture.html").read_text())


def small(main: str, *, head: str = "", lang: str = "en", body: str = "") -> Page:
    """A page whose ``main`` holds this markup."""
    return page(
        f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8"><title>A title</title>{head}</head>'
        f'<body data-paper="A4"{body}><header class="cover"><h1 class="title">A title</h1></header>'
        f"<main>{main}</main></body></html>"
    )
