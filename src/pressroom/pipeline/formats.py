"""Which formats a report needs, and their writing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from pressroom.writers import needs_pages, write

if TYPE_CHECKING:
    from pressroom.model.page import Page
    from pressroom.project.mail import MailSettings
    from pressroom.writers.docx import WordOptions
    from pressroom.writers.pdf import PdfResult

DEFAULT_FORMATS = ("pdf",)


def list_needed(formats: tuple[str, ...], mail: MailSettings) -> tuple[str, ...]:
    """Return the formats requested and those that a mail carries along."""
    return tuple(dict.fromkeys((*formats, *(mail.attach or () if "email" in formats else ()))))


def needs_layout(formats: tuple[str, ...], schemes: tuple[str, ...]) -> bool:
    """Tell whether the layout of pages is needed, for a format or for print sheets."""
    return bool(schemes) or needs_pages(formats)


def write_pages(
    page: Page, layout: PdfResult | None, formats: tuple[str, ...], word: WordOptions | None
) -> dict[str, bytes]:
    """Return the page in each of the formats, by the format's name; a mail is none of them."""
    from pressroom.writers.pdf import PdfOptions

    options: Mapping[str, object] = {"pdf": PdfOptions(layout=layout), "docx": word}
    return {name: write(name, page, options.get(name)) for name in formats}
