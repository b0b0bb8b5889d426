"""The page in a mail's frame: email.html.j2 round the same tree that every other format is written from."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import partial

from pressroom.compose.colours import make_dark
from pressroom.compose.page import (
    as_markup,
    format_families,
    list_brand_variables,
    make_environment,
    render,
)
from pressroom.compose.parts.named import name_references
from pressroom.compose.template import Template, find_word
from pressroom.language.direction import is_right_to_left
from pressroom.model.brand import Brand
from pressroom.model.inline import words
from pressroom.model.page import Page, PageTree
from pressroom.model.report import Report

LAYOUT = "email.html.j2"
SHEET = "mail.css"
PREHEADER = 140  # characters; what a list of mails shows beside the subject
_BODY = re.compile(r"<body\b[^>]*>(.*)</body>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Frame:
    """What a mail says round the report, all plain text.

    ``subject`` and ``preheader`` are the report's own where empty. ``note`` are paragraphs of a covering
    letter, ``notices`` what must be seen first (an embargo, an edition replaced), ``changes`` what a new
    edition changes. ``links`` are pairs of words and address; ``unsubscribe`` is an address or "".
    """

    subject: str = ""
    preheader: str = ""
    note: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    unsubscribe: str = ""


def frame_mail(page: Page, template: Template, frame: Frame) -> Page:
    """Return the page of a mail: the body of ``page`` in the frame of the template's email.html.j2.

    Raises PressroomError, with the template's file and line, when the template is wrong or has no such file.
    """
    report = page.report
    body = _BODY.search(page.html)
    right_to_left = is_right_to_left(report.lang)
    html = render(
        make_environment(template),
        template,
        LAYOUT,
        report=report,
        frame=frame,
        subject=frame.subject or report.title,
        preheader=frame.preheader or opening_words(report),
        page=as_markup(body.group(1) if body else ""),
        t=partial(find_word, template, dict(report.labels), lang=report.lang),
        css=as_markup(_write_out_variables(template.files.get(SHEET, ""), report.brand)),
        dir="rtl" if right_to_left else "ltr",
        start="right" if right_to_left else "left",
        end="left" if right_to_left else "right",
        colours=report.brand.colours,
        dark=make_dark(report.brand.colours),
        serif=as_markup(format_families(report.brand.fonts.serif)),
        sans=as_markup(format_families(report.brand.fonts.sans)),
        mono=as_markup(format_families(report.brand.fonts.mono)),
    )
    return replace(page, tree=PageTree(html))


def _write_out_variables(css: str, brand: Brand) -> str:
    """Return a style sheet with the brand's colours and fonts in the place of the names that it has for them,
    since few mail programs know custom properties.
    """
    variables = list_brand_variables(brand)
    written = _VARIABLE.sub(lambda found: variables.get(found[1], found[0]), css)
    return written.replace("</", "<\\/")  # or it would end the style element


_VARIABLE = re.compile(r"var\(\s*--([\w-]+)\s*\)")


def opening_words(report: Report) -> str:
    """Return what a list of mails should show of a report: its standfirst, else how its text begins."""
    text = report.standfirst or next(
        (
            words(block.inlines)
            for blocks in (report.document.blocks, *(each.blocks for each in report.document.walk()))
            for block in blocks
            if hasattr(block, "inlines") and getattr(block, "role", "") in {"standfirst", "body"}
        ),
        "",
    )
    text = name_references(" ".join(text.split()))
    if len(text) <= PREHEADER:
        return text
    return text[:PREHEADER].rsplit(" ", 1)[0].rstrip(",;:–- ") + "…"
