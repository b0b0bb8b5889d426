"""Pages for the Word writer's tests, in the vocabulary of docs/page.md."""

from __future__ import annotations

import base64

from pressroom.model.document import Asset, Document, Section
from pressroom.model.figure import Drawing, Figures
from pressroom.model.numbers import Numbers
from pressroom.model.page import Page, PageTree
from pressroom.model.report import Provenance, Report
from tests.making import document, paragraph, report

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)
SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="120mm" height="60mm"><rect width="9" height="9"/></svg>'
)


def page(
    main: str,
    *,
    head: str = "",
    body: str = "",
    lang: str = "en-GB",
    direction: str = "ltr",
    of: Document | None = None,
    figures: Figures | None = None,
    drawings: dict[str, Drawing] | None = None,
    assets: dict[str, Asset] | None = None,
    paper: str = "A4",
) -> Page:
    """A page whose ``main`` holds the markup; ``body`` stands ahead of it and ``head`` in the head."""
    html = (
        f'<!DOCTYPE html>\n<html lang="{lang}" dir="{direction}"><head><meta charset="utf-8">'
        f'<title>A title</title>{head}</head>\n<body data-paper="{paper}">{body}<main>\n{main}\n'
        "</main></body></html>"
    )
    made: Report = report(of or document(paragraph("Some words.")), figures=figures, lang="en")
    return Page(PageTree(html), "", made, drawings or {}, assets or {})


def drawing(width_mm: float = 120, height_mm: float = 60) -> Drawing:
    """A drawn figure of no interest."""
    return Drawing(SVG, PIXEL, width_mm, height_mm)


def asset(name: str = "photo.png") -> Asset:
    """A picture of one pixel."""
    return Asset(name, "image/png", PIXEL)


__all__ = ["PIXEL", "SVG", "Numbers", "Provenance", "Section", "asset", "drawing", "page"]
