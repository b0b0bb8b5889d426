"""A page laid out and written as PDF."""

from __future__ import annotations

import atexit
import logging
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any

from pressroom.model.diagnostic import Diagnostic, Severity
from pressroom.model.page import Page
from pressroom.writers.pdf.attachments import Attachment, attachments
from pressroom.writers.pdf.colour import add_profile
from pressroom.writers.pdf.document import make_document
from pressroom.writers.pdf.fetcher import FONT, Library, fetcher, library, library_fonts
from pressroom.writers.pdf.finish import finish, unclear_end
from pressroom.writers.pdf.layout_fixes import (
    LOOSER,
    NOTE_PAGES,
    NOTE_REMEDIES,
    NOTE_ROUNDS,
    SHORT,
    TIGHTER,
    TOO_SHORT,
    faults,
    mend_notes,
    mend_tables,
)
from pressroom.writers.pdf.roles import words
from pressroom.writers.pdf.sanitize import (
    abridge,
    head_rows,
    keep_together,
    mark_letters,
    note_addresses,
    vet,
)
from pressroom.writers.pdf.stylesheet import stylesheet
from pressroom.writers.pdf.tagging import our_tags

PADDINGS = 8  # tries for a file whose every stream has a clear end; one in 128 needs a second
_CODES = re.compile(r"U\+([0-9A-F]{4,6})")


@dataclass(frozen=True, slots=True)
class PdfResult:
    """A PDF, and what its layout found out: the page of each id (from 1), the number of pages, complaints."""

    data: bytes
    page_numbers: Mapping[str, int]
    page_count: int
    diagnostics: tuple[Diagnostic, ...] = ()


def render(page: Page, *, attached: tuple[Attachment, ...] | None = None, date: str = "") -> PdfResult:
    """Lay ``page`` out and write it as PDF/A-3a and PDF/UA-1.

    ``attached`` are the files inside; None means what every report carries (``attachments``). ``date`` (W3C,
    such as "2024-05-03T12:00:00Z") stands for the dates that the page does not give; with neither, the file
    has none.
    """
    files = attachments(page) if attached is None else attached
    result, missing = _lay_out(page, files, date, frozenset())
    if missing:
        result, _ = _lay_out(page, files, date, missing)
    return result


def _lay_out(
    page: Page, files: tuple[Attachment, ...], date: str, without: frozenset[str]
) -> tuple[PdfResult, frozenset[str]]:
    """Lay out once, with a mark for letters ``without`` a glyph; return also those found to have none."""
    from weasyprint import CSS

    shelf = library(page)
    door = fetcher(shelf)
    with _complaints() as complaints, our_tags():
        html = make_document(page.tree.root, door)
        root = html.etree_element
        refused = vet(root)
        note_addresses(root)
        abridge(root)
        head_rows(root)
        keep_together(root)
        replaced = mark_letters(root, without)
        body = root.find(".//body")
        paper, sides = body.get("data-paper") or "A4", body.get("data-sides") or ""
        css = stylesheet(page, paper)
        style, fonts = parsed(css) or parse(css, door)

        def lay_out(more: str) -> Any:
            sheets = [style, CSS(string=more, font_config=fonts)] if more else [style]
            return html.render(stylesheets=sheets, font_config=fonts)

        document, fitted = _fitting(lay_out, root)
        add_profile(document)
        metadata = document.metadata
        metadata.created, metadata.modified = (
            metadata.created or date or None,
            metadata.modified or date or None,
        )
        direction = root.get("dir") or ""
        data = b""
        for padding in range(PADDINGS):
            ending = partial(finish, attached=files, sides=sides, direction=direction, padding=padding)
            # the document brings its own output intent
            data = document.write_pdf(pdf_variant="pdf/a-3a", output_intent="", finisher=ending)
            if not unclear_end(data):
                break
    diagnostics = (*refused, *replaced, *fitted, *_refusals(shelf), *complaints.found)
    result = PdfResult(data, _page_numbers(document), len(document.pages), diagnostics)
    return result, frozenset(complaints.missing)


def _fitting(lay_out: Callable[[str], Any], root: Any) -> tuple[Any, tuple[Diagnostic, ...]]:
    """Lay out until every note stands under its call and every table in its place, or no remedy is left."""
    remedy, tried, rounds = "", 0, 0
    while True:
        document = lay_out(remedy)
        found = faults(document)
        again = bool(found.wide_tables) and mend_tables(root, found.wide_tables)
        if found.lost_notes and tried + 1 < len(NOTE_REMEDIES):
            tried += 1
            remedy, again = NOTE_REMEDIES[tried], True
        tries = NOTE_ROUNDS if len(document.pages) <= NOTE_PAGES else 0
        if found.late_notes and not found.lost_notes and rounds < tries:
            rounds += 1
            again = mend_notes(root, found.late_notes) or again
        if not again:
            break
    if found.last_lines < SHORT:
        document = _without_short_page(document, found.last_lines, lambda more: lay_out(remedy + more))
    standing_out = [
        Diagnostic(
            Severity.WARNING,
            "table-too-wide",
            f"the table with the columns {words(table)[:60]!r} is wider than the page",
            "split the table, or shorten its longest words",
            where="page",
        )
        for table in found.wide_tables
    ]
    return document, tuple(standing_out)


def _without_short_page(document: Any, lines: int, lay_out: Callable[[str], Any]) -> Any:
    """Return a layout that saves the last page, or gives it company, or else the layout as it was."""
    tighter = lay_out(TIGHTER)
    if len(tighter.pages) < len(document.pages) and not faults(tighter):
        return tighter
    if lines >= TOO_SHORT:
        return document
    looser = lay_out(LOOSER)
    found = faults(looser)
    enough = found.last_lines >= TOO_SHORT and len(looser.pages) == len(document.pages)
    return looser if enough and not found else document


def _page_numbers(document: Any) -> dict[str, int]:
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


def parse(css: str, door: Any) -> tuple[Any, Any]:
    """Return a style sheet for WeasyPrint, and the fonts that it brings."""
    from weasyprint import CSS
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    return CSS(string=css, url_fetcher=door, font_config=fonts), fonts


@lru_cache(4)
def parsed(css: str) -> tuple[Any, Any] | None:
    """Return a style sheet that is kept for all pages of this process; its faces are copied out only once.

    None for one that asks for more than the house's fonts, or of which there is something to say: that is
    parsed for each page, which is told.
    """
    # fonts remove their copies while the modules that this needs are still there
    atexit.register(parsed.cache_clear)
    shelf = Library({}, library_fonts())
    with _complaints() as complaints:
        found = parse(css, fetcher(shelf))
    return None if shelf.refused or complaints.found or complaints.missing else found


class _Complaints(logging.Handler):
    """Keeps what WeasyPrint says while it works."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.found: list[Diagnostic] = []
        self.missing: set[str] = set()

    def emit(self, record: logging.LogRecord) -> None:
        if record.getMessage().startswith('"string(') and "page margins" in record.getMessage():
            return  # said of a running element in the flow, before it is moved to its margin
        if record.getMessage().startswith(".notdef glyph"):
            self.missing.update(chr(int(code, 16)) for code in _CODES.findall(record.getMessage()))
            return
        severity = Severity.ERROR if record.levelno >= logging.ERROR else Severity.WARNING
        said = Diagnostic(
            severity, "pdf-layout", record.getMessage(), "mend the template at this place", where="page"
        )
        if said not in self.found:
            self.found.append(said)


@contextmanager
def _complaints() -> Iterator[_Complaints]:
    from weasyprint.logger import LOGGER

    handler = _Complaints()
    LOGGER.addHandler(handler)
    try:
        yield handler
    finally:
        LOGGER.removeHandler(handler)
