"""Print files made of a report: sheets with several pages, grey, and files for a print shop."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pressroom.errors import UsageError

if TYPE_CHECKING:
    from pressroom.model.diagnostic import Diagnostic
    from pressroom.model.page import Page
    from pressroom.writers.pdf import PdfResult

SHOP, GREY = "shop", "grey"  # among the schemes of print sheets, those that keep a page a page


@dataclass(frozen=True, slots=True)
class PrintOptions:
    """What only print files need.

    ``sheet`` is the paper of the sheets, ``marks`` those for folding and cutting, ``cover_apart`` puts a
    booklet's outermost sheet into a file of its own; ``profile`` is the ICC profile of a press; ``date`` is
    that of a file whose page has none.
    """

    schemes: tuple[str, ...]
    sheet: str
    right_to_left: bool = False
    marks: bool = False
    cover_apart: bool = False
    profile: bytes = b""
    profile_name: str = ""
    date: str = ""


def make_sheets(
    page: Page, layout: PdfResult | None, options: PrintOptions
) -> tuple[dict[str, bytes], tuple[Diagnostic, ...]]:
    """Return the print files requested, by the ending of their file ("booklet.pdf"), and what was noticed."""
    made: dict[str, bytes] = {}
    noticed: tuple[Diagnostic, ...] = ()
    for scheme in options.schemes if layout else ():
        if scheme == SHOP:
            made[f"{scheme}.pdf"], noticed = _make_for_shop(page, options)
        elif layout and scheme == GREY:
            from pressroom.writers.sheets.grey import convert_to_grey

            made[f"{scheme}.pdf"] = convert_to_grey(layout.data)
        elif layout:
            from pressroom.writers.sheets.impose import Imposition, impose

            sheets = impose(
                layout.data,
                Imposition(
                    scheme,
                    options.sheet,
                    options.right_to_left,
                    marks=options.marks,
                    cover=options.cover_apart,
                ),
            )
            made[f"{scheme}.pdf"] = sheets.body
            if sheets.cover:
                made[f"{scheme}-cover.pdf"] = sheets.cover
    return made, noticed


def _make_for_shop(page: Page, options: PrintOptions) -> tuple[bytes, tuple[Diagnostic, ...]]:
    from pressroom.writers import pdf
    from pressroom.writers.sheets.shop import CSS, Press, prepare_for_shop

    if not options.profile:
        raise UsageError(
            "a file for a print shop needs the ICC profile of its press",
            cure='ask the shop for it and name it: press_profile = "PSOcoated_v3.icc", or --icc',
            rule="no-press-profile",
        )
    laid_out = pdf.render(replace(page, css=page.css + CSS), attached=(), date=options.date)
    return prepare_for_shop(laid_out.data, Press(options.profile, options.profile_name))
