"""The formats that a page is written in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pressroom.model.page import Page
    from pressroom.project.settings import Settings
    from pressroom.writers.pdf import PdfResult


@dataclass(frozen=True, slots=True)
class WordOptions:
    """What only Word outputs ask for; docs/word.md tells of each."""

    reference: bytes | None = None
    styles: Mapping[str, str] = field(default_factory=dict)
    native_charts: bool = False
    update_fields: bool = False
    endnotes: bool = False


def _pdf(_page: Page, layout: PdfResult | None, _word: WordOptions) -> bytes:
    return layout.data if layout else b""


def _docx(page: Page, layout: PdfResult | None, word: WordOptions) -> bytes:
    from pressroom.writers import docx

    return docx.write(
        page,
        page_numbers=layout.page_numbers if layout else None,
        page_count=layout.page_count if layout else None,
        reference=word.reference,
        mapping=word.styles,
        native_charts=word.native_charts,
        update_fields=word.update_fields,
        endnotes=word.endnotes,
    )


def _html(page: Page, _layout: PdfResult | None, _word: WordOptions) -> bytes:
    from pressroom.writers import html

    return html.write(page)


# name, which is also the ending → (its writer, whether it needs the pages' layout)
WRITERS: Mapping[str, tuple[Callable[[Page, PdfResult | None, WordOptions], bytes], bool]] = {
    "pdf": (_pdf, True),
    "docx": (_docx, True),
    "html": (_html, False),
}


def on_paper(asked: tuple[str, ...], schemes: tuple[str, ...]) -> bool:
    """Tell whether the layout of pages is needed."""
    return bool(schemes) or any(WRITERS[name][1] for name in asked)


def write(
    page: Page, layout: PdfResult | None, asked: tuple[str, ...], word: WordOptions
) -> dict[str, bytes]:
    """Return the page in each format asked for, by the ending of its file."""
    return {name: WRITERS[name][0](page, layout, word) for name in asked}


def sheets(layout: PdfResult | None, settings: Settings, *, right_to_left: bool) -> dict[str, bytes]:
    """Return the print sheets asked for, by the ending of their file ("booklet.pdf")."""
    if layout is None or not settings.sheets:
        return {}
    from pressroom.circulate.impose import Imposition, impose

    size = settings.sheet_size or settings.paper
    return {
        f"{scheme}.pdf": impose(layout.data, Imposition(scheme, size, right_to_left=right_to_left)).body
        for scheme in settings.sheets
    }
