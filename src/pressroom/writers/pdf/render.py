"""A page laid out and written as PDF."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from pressroom.model.diagnostic import Diagnostic, Severity
from pressroom.model.page import Page
from pressroom.writers.pdf.attachments import Attachment, attachments
from pressroom.writers.pdf.fetcher import FONT, Library, fetcher, library
from pressroom.writers.pdf.finish import finish
from pressroom.writers.pdf.stylesheet import stylesheet
from pressroom.writers.pdf.tagging import our_tags
from pressroom.writers.pdf.vet import abridge, vet


@dataclass(frozen=True, slots=True)
class PdfResult:
    """A PDF, and what its layout found out: the page of each id (from 1), the number of pages, and complaints."""

    data: bytes
    page_numbers: Mapping[str, int]
    page_count: int
    diagnostics: tuple[Diagnostic, ...] = ()


def render(page: Page, *, attached: tuple[Attachment, ...] | None = None, date: str = "") -> PdfResult:
    """Lay ``page`` out and write it as PDF/A-3a and PDF/UA-1.

    ``attached`` are the files inside; None means what every report carries (``attachments``). ``date`` (W3C, such
    as "2024-05-03T12:00:00Z") stands for the dates that the page does not give; with neither, the file has none.
    """
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration

    shelf = library(page)
    files = attachments(page) if attached is None else attached
    fonts, door = FontConfiguration(), fetcher(shelf)
    with _complaints() as complaints, our_tags():
        html = HTML(string=page.html, url_fetcher=door)
        body = html.etree_element.find(".//body")
        refused = vet(html.etree_element)
        abridge(html.etree_element)
        paper, sides = body.get("data-paper") or "A4", body.get("data-sides") or ""
        style = CSS(string=stylesheet(page, paper), url_fetcher=door, font_config=fonts)
        document = html.render(stylesheets=[style], font_config=fonts)
        metadata = document.metadata
        metadata.created, metadata.modified = metadata.created or date or None, metadata.modified or date or None
        direction = html.etree_element.get("dir") or ""
        data = document.write_pdf(
            pdf_variant="pdf/a-3a",
            finisher=lambda document, pdf: finish(document, pdf, files, sides=sides, direction=direction),
        )
    return PdfResult(
        data=data,
        page_numbers=_page_numbers(document),
        page_count=len(document.pages),
        diagnostics=(*refused, *_refusals(shelf), *complaints.found),
    )


def _page_numbers(document: Any) -> dict[str, int]:  # noqa: ANN401
    numbers: dict[str, int] = {}
    for number, page in enumerate(document.pages, start=1):
        for anchor in page.anchors:
            numbers.setdefault(anchor, number)
    return numbers


def _refusals(shelf: Library) -> Iterator[Diagnostic]:
    for url in shelf.refused:
        what = "font" if url.startswith(FONT) else "picture or file"
        yield Diagnostic(
            Severity.ERROR,
            "address-refused",
            f"the page asks for {url[:120]!r}, a {what} that is not part of it",
            "put the file beside the source, or take the reference out of the template",
            where="page",
        )


class _Complaints(logging.Handler):
    """Keeps what WeasyPrint says while it works."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.found: list[Diagnostic] = []

    def emit(self, record: logging.LogRecord) -> None:
        if record.getMessage().startswith('"string(') and "page margins" in record.getMessage():
            return  # said of a running element in the text's flow, where it is not yet in the margin that it goes to
        severity = Severity.ERROR if record.levelno >= logging.ERROR else Severity.WARNING
        self.found.append(
            Diagnostic(severity, "pdf-layout", record.getMessage(), "mend the template at this place", where="page")
        )


@contextmanager
def _complaints() -> Iterator[_Complaints]:
    from weasyprint.logger import LOGGER

    handler = _Complaints()
    LOGGER.addHandler(handler)
    try:
        yield handler
    finally:
        LOGGER.removeHandler(handler)
