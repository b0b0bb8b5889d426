"""The formats that a page is written in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pressroom.errors import UsageError
from pressroom.writers import WRITERS, needs_pages
from pressroom.writers import write as write_page

if TYPE_CHECKING:
    from datetime import datetime

    from pressroom.model.diagnostic import Diagnostic
    from pressroom.model.page import Page
    from pressroom.pipeline.mail import Links
    from pressroom.project.mail import MailSettings
    from pressroom.writers.docx import WordOptions
    from pressroom.writers.pdf import PdfResult


SHOP, GREY = "shop", "grey"  # among the schemes of print sheets, those that keep a page a page


@dataclass(frozen=True, slots=True)
class Asked:
    """What a report is made into. ``name`` is what its files are called, without an ending.

    ``frame`` puts a page into the frame of a mail, given the links that stand in the place of attachments.
    """

    formats: tuple[str, ...]
    word: WordOptions | None  # None for its defaults
    mail: MailSettings
    name: str
    frame: Callable[[Page, Links], Page]
    date: datetime | None = None


def needed(asked: tuple[str, ...], mail: MailSettings) -> tuple[str, ...]:
    """Return the formats asked for and those that a mail carries along."""
    return tuple(dict.fromkeys((*asked, *(mail.attach if "email" in asked else ()))))


def on_paper(formats: tuple[str, ...], schemes: tuple[str, ...]) -> bool:
    """Tell whether the layout of pages is needed."""
    return bool(schemes) or needs_pages(formats)


def write(page: Page, layout: PdfResult | None, asked: Asked) -> dict[str, bytes]:
    """Return the page in each format asked for, by the ending of its file."""
    wanted = needed(asked.formats, asked.mail)
    made = write_pages(page, layout, tuple(name for name in wanted if name != "email"), asked.word)
    if "email" in asked.formats:
        made["email"] = _write_mail(page, made, asked)
    return {WRITERS[name].ending: made[name] for name in asked.formats}


def write_pages(
    page: Page, layout: PdfResult | None, formats: tuple[str, ...], word: WordOptions | None
) -> dict[str, bytes]:
    """Return the page in each of the formats, by the format's name; a mail is none of them."""
    from pressroom.writers.pdf import PdfOptions

    options: Mapping[str, object] = {"pdf": PdfOptions(layout=layout), "docx": word}
    return {name: write_page(name, page, options.get(name)) for name in formats}


def _write_mail(page: Page, made: Mapping[str, bytes], asked: Asked) -> bytes:
    """Write a draft: from whom, with what is attached, to be opened and sent by any mail program."""
    from pressroom.pipeline.mail import attach, sender
    from pressroom.writers import email

    attachments, links = attach(page, made, asked.mail, asked.name)
    framed = asked.frame(page, links)
    envelope = email.Envelope(sender=sender(asked.mail), date=asked.date, draft=True)
    named = email.named(envelope, framed, attachments)
    options = email.EmailOptions(named, attachments, tiles_drawn=asked.mail.tiles == "picture")
    return write_page("email", framed, options)


@dataclass(frozen=True, slots=True)
class PrintOptions:
    """What only print outputs ask for.

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


def sheets(
    page: Page, layout: PdfResult | None, how: PrintOptions
) -> tuple[dict[str, bytes], tuple[Diagnostic, ...]]:
    """Return the print files asked for, by the ending of their file ("booklet.pdf"), and what was noticed."""
    made: dict[str, bytes] = {}
    noticed: tuple[Diagnostic, ...] = ()
    for scheme in how.schemes if layout else ():
        if scheme == SHOP:
            made[f"{scheme}.pdf"], noticed = _for_shop(page, how)
        elif layout and scheme == GREY:
            from pressroom.writers.sheets.grey import in_grey

            made[f"{scheme}.pdf"] = in_grey(layout.data)
        elif layout:
            from pressroom.writers.sheets.impose import Imposition, impose

            sheets = impose(
                layout.data,
                Imposition(scheme, how.sheet, how.right_to_left, marks=how.marks, cover=how.cover_apart),
            )
            made[f"{scheme}.pdf"] = sheets.body
            if sheets.cover:
                made[f"{scheme}-cover.pdf"] = sheets.cover
    return made, noticed


def _for_shop(page: Page, how: PrintOptions) -> tuple[bytes, tuple[Diagnostic, ...]]:
    from pressroom.writers import pdf
    from pressroom.writers.sheets.shop import CSS, Press, for_shop

    if not how.profile:
        raise UsageError(
            "a file for a print shop needs the ICC profile of its press",
            cure='ask the shop for it and name it: press_profile = "PSOcoated_v3.icc", or --icc',
            rule="no-press-profile",
        )
    laid_out = pdf.render(replace(page, css=page.css + CSS), attached=(), date=how.date)
    return for_shop(laid_out.data, Press(how.profile, how.profile_name))
