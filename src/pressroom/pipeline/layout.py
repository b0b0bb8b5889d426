"""How long a report is, and so whether it carries a table of contents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pressroom.compose.template import Template
    from pressroom.model.page import Page
    from pressroom.writers.pdf import PdfResult

# what stands on a page of A4 in this look; a good guess spares a second layout
WORDS_A_PAGE = 430
_HEAD = 0.6  # pages of the title, the key numbers and the notes
_FIGURE = 0.3
_ROW = 0.012  # of a table, beyond its words


class Composer(Protocol):
    """Makes the page, with or without contents."""

    def __call__(self, *, contents: bool) -> Page: ...  # noqa: D102 - the class says it


def estimate_pages(words: int, figures: int, rows: int) -> float:
    """Return about how many pages a report takes, by its words, its figures and the rows of its tables."""
    return words / WORDS_A_PAGE + _HEAD + figures * _FIGURE + rows * _ROW


def lay_out(
    page: Composer, rule: str, template: Template, pages: float, on_paper: bool, date: str = ""
) -> tuple[Page, PdfResult | None]:
    """Return the page and, for formats on paper, its layout.

    ``rule`` is "always", "never" or "auto": contents when there are more pages than the template says. These
    are guessed as ``pages``, and the layout made again where it shows the guess wrong, ahead of its writing.
    ``date`` is that of a file whose page has none.
    """
    limit = template.contents_from_pages
    contents = rule == "always" or (rule == "auto" and pages > limit)
    composed = page(contents=contents)
    if not on_paper:
        return composed, None
    from pressroom.writers import pdf

    def is_as_guessed(count: int) -> bool:
        return rule != "auto" or (count > limit) == contents

    layout = pdf.render(composed, date=date, is_wanted=is_as_guessed)
    if not layout.data:
        composed = page(contents=not contents)
        layout = pdf.render(composed, date=date)
    return composed, layout
