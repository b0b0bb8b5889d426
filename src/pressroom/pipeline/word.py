"""What Word outputs need beyond the page, and whose page numbers their contents show."""

from __future__ import annotations

import re
from dataclasses import replace
from difflib import get_close_matches
from typing import TYPE_CHECKING

from pressroom.errors import PressroomError
from pressroom.model.diagnostic import Diagnostic, Severity
from pressroom.pipeline.layout import WORDS_A_PAGE
from pressroom.pipeline.office.libreoffice import is_office_there
from pressroom.project.settings import Settings

if TYPE_CHECKING:
    from pressroom.compose.template import Template
    from pressroom.model.brand import Brand
    from pressroom.model.page import Page
    from pressroom.pipeline.composing import ComposedReport
    from pressroom.world import World
    from pressroom.writers.docx import WordOptions
    from pressroom.writers.pdf import PdfResult


MANY = 200  # pages; LibreOffice lays out about 50 a second, and more would be felt in each run
_PDF_COUNTED = Diagnostic(
    Severity.NOTE,
    "word-pages-of-pdf",
    "this is long, so the page numbers in Word's contents are the PDF's and may be off",
    "--word-pages libreoffice counts them in the Word file itself",
)


def make_options(
    composed: ComposedReport, settings: Settings, world: World
) -> tuple[WordOptions, tuple[Diagnostic, ...]]:
    """Return what only Word outputs need, with the reference file read and pages counted.

    Raises what ``count_pages`` raises.
    """
    options = _read_options(settings, composed, world)
    return count_pages(composed.page, composed.layout, options, settings.word_pages, world)


def _read_options(settings: Settings, composed: ComposedReport, world: World) -> WordOptions:
    from pressroom.writers.docx import WordOptions, find_page_references

    template = composed.template
    _require_known_looks(template, composed.page.report.brand)
    reference = template.reference
    if settings.reference:
        reference = world.read(settings.reference)
    embed_fonts = settings.embed_fonts
    if embed_fonts is None:  # other fonts would move what the page numbers point at
        embed_fonts = bool(find_page_references(composed.page))
    return WordOptions(
        reference=reference,
        styles=template.word_styles,
        looks=template.word_looks,
        classes=template.list_paragraph_classes(),
        native_charts=settings.native_charts,
        embed_fonts=embed_fonts,
        update_fields=settings.update_fields,
        endnotes=settings.endnotes,
    )


def _require_known_looks(template: Template, brand: Brand) -> None:
    """Raise PressroomError, with file and line, for a look of neither a role nor a class of paragraphs."""
    from pressroom.writers.docx import list_roles

    classes = template.list_paragraph_classes()
    unknown = template.word_looks.keys() - classes
    known = list_roles(brand) if unknown else frozenset()
    for role in sorted(unknown - known):
        near = get_close_matches(role, {*known, *classes}, 1)
        raise PressroomError(
            f"[word.{role}] names neither a style of Word nor a class of paragraphs in report.html.j2",
            cure=f"did you mean {near[0]}?" if near else f"styles are: {', '.join(sorted(known))}",
            rule="docx-role-unknown",
            where=template.locate(rf"^\s*\[\s*word\s*\.\s*[\"']?{re.escape(role)}[\"']?\s*\]", ".toml"),
        )


def count_pages(
    page: Page, layout: PdfResult | None, word: WordOptions, counted_by: str, world: World
) -> tuple[WordOptions, tuple[Diagnostic, ...]]:
    """Return the options with the page numbers that contents and references will show, and what was noticed.

    ``counted_by`` is "none", "pdf", "libreoffice", or "auto": LibreOffice where it is installed and the
    report has no more pages than MANY. Pages are only counted when the file shows a page number, since that
    takes seconds. Raises PressroomError when LibreOffice was asked for by name and cannot count.
    """
    from pressroom.writers.docx import find_page_references, write

    if counted_by == "none":
        return word, ()
    places = find_page_references(page)
    if layout or (places and counted_by == "pdf"):
        word = _count_by_pdf(page, layout, word)
    if not places or counted_by == "pdf":
        return word, ()
    if counted_by == "auto" and not is_office_there(world):
        return _count_by_pdf(page, layout, word), ()
    if counted_by == "auto" and _is_long(page, layout):
        return _count_by_pdf(page, layout, word), (_PDF_COUNTED,)
    from pressroom.pipeline.office.word_layout import lay_out

    try:
        found = lay_out(write(page, word), places)
    except PressroomError as error:
        if counted_by == "libreoffice":
            raise
        return _count_by_pdf(page, layout, word), (replace(error.diagnostic, severity=Severity.WARNING),)
    numbers = {**word.page_numbers, **found.page_numbers}
    return replace(word, page_numbers=numbers, page_count=found.page_count), ()


def _is_long(page: Page, layout: PdfResult | None) -> bool:
    words = len(page.report.document.text.split())
    return (layout.page_count if layout else words / WORDS_A_PAGE) > MANY


def _count_by_pdf(page: Page, layout: PdfResult | None, word: WordOptions) -> WordOptions:
    """Return the options with the page numbers of the PDF, laid out for that where it was not yet."""
    if layout is None:
        from pressroom.writers import pdf

        layout = pdf.count(page)
    return replace(word, page_numbers=layout.page_numbers, page_count=layout.page_count)
