"""The page's style sheet, with what only the PDF needs ahead of it."""

from __future__ import annotations

import re

from pressroom.fonts import font_files
from pressroom.model.page import Page
from pressroom.model.paper import DEFAULT_PAPER, PAGE_SIZES
from pressroom.writers.pdf.fetcher import font_url
from pressroom.writers.pdf.fitting.breaks import PARTED
from pressroom.writers.pdf.fitting.headings import HEADING_RULES


def make_stylesheet(page: Page, paper: str) -> str:
    """Return the CSS for WeasyPrint: the bundled faces, the size of the paper, then the page's own rules."""
    size = paper if paper in PAGE_SIZES else DEFAULT_PAPER
    sizes = f"@page{{size:{size}}}@page landscape{{size:{size} landscape}}"
    return f"{_faces()}{sizes}\n{page.css}\n{HEADING_RULES}{PARTED}"


_MARGIN_BOX = re.compile(r"@(?:top|right|bottom|left)-[a-z-]+\s*\{[^{}]*\}")
_NO_NUMBERS = ".contents li::before,.contents a::after{content:none!important}"  # they float over their row


def leave_out_margins(css: str) -> str:
    """Return a style sheet that puts the same text on each page, with less to lay out: without running heads,
    and without the dots and numbers of contents.
    """
    return _MARGIN_BOX.sub("", css) + _NO_NUMBERS


def _faces() -> str:
    return "".join(
        f'@font-face{{font-family:"{font.family}";font-weight:{font.weight};'
        f"font-style:{'italic' if font.italic else 'normal'};src:url({font_url(font)})}}\n"
        for font in font_files()
    )
