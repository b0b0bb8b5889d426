"""How long a report is, and so whether it carries a table of contents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pressroom.compose.template import Template
    from pressroom.model.page import Page
    from pressroom.writers.pdf import PdfResult

WORDS_A_PAGE = 430  # of running text on A4 in this look; a good guess spares a second layout


class Composer(Protocol):
    """Makes the page, with or without contents."""

    def __call__(self, *, contents: bool) -> Page: ...  # noqa: D102 - the class says it


def lay_out(
    page: Composer, rule: str, template: Template, words: int, on_paper: bool, date: str = ""
) -> tuple[Page, PdfResult | None]:
    """Return the page and, for formats on paper, its layout.

    ``rule`` is "always", "never" or "auto": contents when there are more pages than the template says. That
    is guessed from the number of words, and the layout made again where it shows the guess wrong. ``date`` is
    that of a file whose page has none.
    """
    limit = template.contents_from_pages
    contents = rule == "always" or (rule == "auto" and words / WORDS_A_PAGE > limit)
    composed = page(contents=contents)
    if not on_paper:
        return composed, None
    from pressroom.writers import pdf

    layout = pdf.render(composed, date=date)
    if rule == "auto" and (layout.page_count > limit) != contents:
        composed = page(contents=not contents)
        layout = pdf.render(composed, date=date)
    return composed, layout
