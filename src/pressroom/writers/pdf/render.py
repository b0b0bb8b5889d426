"""A page laid out and written as PDF."""

from __future__ import annotations

import atexit
import logging
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from typing import Any

from pressroom.model.diagnostic import Diagnostic, Severity
from pressroom.model.page import Page
from pressroom.writers.common.elements import number_calls
from pressroom.writers.common.markup import words
from pressroom.writers.common.places import place_findings
from pressroom.writers.pdf.attachments import EmbeddedFile, list_embedded_files
from pressroom.writers.pdf.claims import keep_true_claims
from pressroom.writers.pdf.colour import add_profile
from pressroom.writers.pdf.document import make_document
from pressroom.writers.pdf.fetcher import (
    FONT,
    PageResources,
    collect_fonts,
    collect_resources,
    make_fetcher,
    make_font_configuration,
)
from pressroom.writers.pdf.finish import finish, has_unclear_end
from pressroom.writers.pdf.fitting.breaks import find_unbroken, part, part_long_rows
from pressroom.writers.pdf.fitting.faults import NOTE_REMEDIES, find_faults
from pressroom.writers.pdf.fitting.fill import fill_last_page
from pressroom.writers.pdf.fitting.formulas import draw_formulas
from pressroom.writers.pdf.fitting.headings import clear_headings, set_headings
from pressroom.writers.pdf.fitting.lines import use_own_lines
from pressroom.writers.pdf.fitting.markings import mark_pages
from pressroom.writers.pdf.fitting.notes import use_own_notes
from pressroom.writers.pdf.fitting.painting import use_own_painting
from pressroom.writers.pdf.fitting.passes import use_own_passes
from pressroom.writers.pdf.fitting.references import drop_own_page
from pressroom.writers.pdf.fitting.tables import fix_tables, keep_within
from pressroom.writers.pdf.sanitize import (
    add_address_notes,
    find_composed,
    keep_addresses,
    keep_calls,
    keep_groups,
    keep_korean_words,
    mark_inner_cells,
    mark_row_headers,
    mark_short_tables,
    replace_missing_letters,
    sanitize_tree,
    shorten_headings,
    size_pictures,
    start_lists,
)
from pressroom.writers.pdf.stylesheet import leave_out_margins, make_stylesheet
from pressroom.writers.pdf.tagging import use_own_tags

PARTINGS = 4  # what follows a part may then be too tall itself
PADDINGS = 8  # tries for a file whose every stream has a clear end; one in 128 needs a second
_CODES = re.compile(r"U\+([0-9A-F]{4,6})")


@dataclass(frozen=True, slots=True)
class PdfResult:
    """A PDF with facts of its layout: the page of each id (from 1), the number of pages, diagnostics."""

    data: bytes
    page_numbers: Mapping[str, int]
    page_count: int
    diagnostics: tuple[Diagnostic, ...] = ()


def render(
    page: Page,
    *,
    attached: tuple[EmbeddedFile, ...] | None = None,
    date: str = "",
    is_wanted: Callable[[int], bool] = lambda _: True,
) -> PdfResult:
    """Lay ``page`` out and write it as PDF/A-3a and PDF/UA-1.

    ``attached`` are the files inside; None means what every report carries (``list_embedded_files``).
    ``date`` (W3C, such as "2024-05-03T12:00:00Z") stands for the dates that the page does not give; with
    neither, the file has none. ``is_wanted`` tells from the number of pages whether the file is written at
    all: without, the result has no data.
    """
    return _render(
        page, _WriteOptions(list_embedded_files(page) if attached is None else attached, date, is_wanted)
    )


def count(page: Page) -> PdfResult:
    """Lay ``page`` out for its page numbers alone: no data, and nothing that takes no room of the text."""
    return _render(page, _WriteOptions((), "", lambda _: False, only_pages=True))


def _render(page: Page, options: _WriteOptions) -> PdfResult:
    result, missing = _lay_out(page, options, frozenset())
    if missing:
        result, parts = _lay_out(page, options, missing)
        if parts:  # of letters that are drawn in parts, which have no glyph either
            result, _ = _lay_out(page, options, missing | find_composed(page.html, parts))
    if not result.data:
        return result
    data, warnings = keep_true_claims(result.data, page.report.document.source)
    return replace(result, data=data, diagnostics=(*result.diagnostics, *warnings))


@dataclass(frozen=True, slots=True)
class _WriteOptions:
    """What the file is written with, and whether it is at all."""

    files: tuple[EmbeddedFile, ...]
    date: str
    is_wanted: Callable[[int], bool]
    only_pages: bool = False


def _lay_out(page: Page, options: _WriteOptions, without: frozenset[str]) -> tuple[PdfResult, frozenset[str]]:
    """Lay out once, with a mark for letters ``without`` a glyph; return also those found to have none."""
    from weasyprint import CSS

    resources = collect_resources(page)
    url_fetcher = make_fetcher(resources)
    with (
        _capture_messages() as messages,
        use_own_tags(),
        use_own_lines(),
        use_own_notes(),
        use_own_painting(),
        use_own_passes(),
    ):
        html = make_document(page.tree.root, url_fetcher)
        root = html.etree_element
        refused = sanitize_tree(root)
        size_pictures(root)
        resources.assets = {**resources.assets, **draw_formulas(root, page.report.brand.colours.text)}
        add_address_notes(root)
        number_calls(root)
        shorten_headings(root)
        keep_calls(root)
        keep_addresses(root)
        set_headings(root, page.css)
        mark_row_headers(root)
        mark_inner_cells(root)
        keep_groups(root)
        keep_korean_words(root)
        start_lists(root)
        mark_short_tables(root)
        part_long_rows(root)
        replaced = replace_missing_letters(root, without)
        body = root.find(".//body")
        paper, sides = body.get("data-paper") or "A4", body.get("data-sides") or ""
        css = make_stylesheet(page, paper)
        css = leave_out_margins(css) if options.only_pages else css
        style, fonts = load_css(css) or parse_css(css, url_fetcher)

        def lay_out(more: str) -> Any:
            sheets = [style, CSS(string=more, font_config=fonts)] if more else [style]
            return html.render(stylesheets=sheets, font_config=fonts)

        document, fitted = _lay_out_with_fixes(lay_out, root, page.css)
        data = b""
        if options.is_wanted(len(document.pages)):
            ending = partial(finish, attached=options.files, sides=sides, direction=root.get("dir") or "")
            data = _write(document, options.date, ending)
    noticed = (*refused, *replaced, *fitted, *_report_refused(resources), *messages.found)
    diagnostics = tuple(place_findings(noticed, page.report.document))
    result = PdfResult(data, _page_numbers(document), len(document.pages), diagnostics)
    return result, frozenset(messages.missing)


def _write(document: Any, date: str, ending: Callable[..., None]) -> bytes:
    drop_own_page(document)
    add_profile(document)
    metadata = document.metadata
    metadata.created, metadata.modified = (
        metadata.created or date or None,
        metadata.modified or date or None,
    )
    data = b""
    for padding in range(PADDINGS):
        # the document brings its own output intent
        finisher = partial(ending, padding=padding)
        data = document.write_pdf(pdf_variant="pdf/a-3a", output_intent="", finisher=finisher)
        if not has_unclear_end(data):
            break
    return data


def _lay_out_with_fixes(
    lay_out: Callable[[str], Any], root: Any, css: str
) -> tuple[Any, tuple[Diagnostic, ...]]:
    """Lay out until no note is lost and every table stands in its place, or no remedy is left."""
    remedy, tried, parted = "", 0, 0
    keep_within(root)
    while True:
        document = lay_out(remedy)
        found = find_faults(document)
        again = bool(found.wide_tables) and fix_tables(root, found.wide_tables)
        if again:
            clear_headings(root)
        elif parted < PARTINGS and part(find_unbroken(document)):
            parted += 1
            continue
        if found.lost_notes and tried + 1 < len(NOTE_REMEDIES):
            tried += 1
            remedy, again = NOTE_REMEDIES[tried], True
        if not again:
            break
    document = fill_last_page(document, root, css, lambda: _without_faults(lay_out(remedy)))
    document = mark_pages(document, root, lambda more: lay_out(remedy + more))
    standing_out = [
        Diagnostic(
            Severity.WARNING,
            "table-too-wide",
            f"the table with the columns {_name_columns(table)} is wider than the page",
            "split the table, or shorten its longest words",
            where=table.get("id") or "",
        )
        for table in found.wide_tables
    ]
    return document, tuple(standing_out)


_NAMED = 4  # columns of a table that name it


def _name_columns(table: Any) -> str:
    """Return the heads of a table's first columns, each in quotation marks, by which its line is found."""
    row = next(table.iter("tr"), None)
    said = [" ".join(words(cell).split()) for cell in (() if row is None else row)]
    heads = [head[:60] for head in said if head]
    more = " and more" if len(heads) > _NAMED else ""
    return ", ".join(f"{head!r}" for head in heads[:_NAMED]) + more


def _without_faults(document: Any) -> Any:
    return None if find_faults(document) else document


def _page_numbers(document: Any) -> dict[str, int]:
    numbers: dict[str, int] = {}
    for number, page in enumerate(document.pages, start=1):
        for anchor in page.anchors:
            numbers.setdefault(anchor, number)
    return numbers


def _report_refused(resources: PageResources) -> Iterator[Diagnostic]:
    for url in resources.refused:
        what = "font" if url.startswith(FONT) else "picture or file"
        yield Diagnostic(
            Severity.WARNING,
            "address-refused",
            f"the page asks for {url[:120]!r}, a {what} that is not part of it",
            "put the file beside the source, or take the reference out of the template",
        )


def parse_css(css: str, url_fetcher: Any) -> tuple[Any, Any]:
    """Return a style sheet for WeasyPrint, and the fonts that it brings."""
    from weasyprint import CSS

    fonts = make_font_configuration()
    return CSS(string=css, url_fetcher=url_fetcher, font_config=fonts), fonts


@lru_cache(4)
def load_css(css: str) -> tuple[Any, Any] | None:
    """Return a style sheet that is kept for all pages of this process; its faces are copied out only once.

    None for one that loads more than our own fonts, or that WeasyPrint warns about: it is parsed for each
    page, with its warnings.
    """
    # fonts remove their copies while the modules that this needs are still there
    atexit.register(load_css.cache_clear)
    resources = PageResources({}, collect_fonts())
    with _capture_messages() as messages:
        found = parse_css(css, make_fetcher(resources))
    return None if resources.refused or messages.found else found


class _LayoutMessages(logging.Handler):
    """Collects WeasyPrint's log messages as diagnostics."""

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
        # the file is made all the same: no message of the layout is an error
        said = Diagnostic(
            Severity.WARNING, "pdf-layout", record.getMessage(), "mend the template or its style sheet"
        )
        if said not in self.found:
            self.found.append(said)


@contextmanager
def _capture_messages() -> Iterator[_LayoutMessages]:
    from weasyprint.logger import LOGGER

    handler = _LayoutMessages()
    LOGGER.addHandler(handler)
    try:
        yield handler
    finally:
        LOGGER.removeHandler(handler)
