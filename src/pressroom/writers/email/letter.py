"""A page as the two bodies of a message: HTML that every mail program shows, and the same in plain text."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressroom.model.page import Page
from pressroom.writers.common.elements import drop_classes, number_calls, number_notes
from pressroom.writers.email.formulas import draw_formulas
from pressroom.writers.email.pictures import Picture, place_pictures
from pressroom.writers.email.slim import slim
from pressroom.writers.email.tables import lay_out
from pressroom.writers.email.text import to_plain_text

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# what a mail cannot use: pages, and links to places in it, which most mail programs on the web break
LEFT_OUT = ("running", "pageref", "page-break", "contents", "section-title", "about-address")
# what the text cannot use besides: how the pictures of key numbers are to be read, which it does not show
OF_PICTURES = ("scope", "glyph-note", "panel-note", "legend")


@dataclass(frozen=True, slots=True)
class Letter:
    """What a message says: one subject, the same words as HTML and as text, and the pictures of the HTML."""

    subject: str
    html: str
    text: str
    pictures: tuple[Picture, ...]
    lang: str


def make_letter(page: Page) -> Letter:
    """Return the letter that ``page`` makes, with its style sheet put into the elements.

    Style rules that cannot be put there (other widths, a dark ground) are kept; nothing is fetched. Raises
    PressroomError when the page names a picture that it does not carry.
    """
    from css_inline import CSSInliner
    from lxml import html

    root = page.tree.copy()
    drop_classes(root, LEFT_OUT)
    _place_notes(root, page.report.label("notes"))
    _unlink_places(root)
    plain = copy.deepcopy(root)
    drop_classes(plain, OF_PICTURES)
    text = to_plain_text(plain)
    pictures = (*place_pictures(root, page), *draw_formulas(root, page.report.brand.colours))
    lay_out(root)
    inliner = CSSInliner(keep_at_rules=True, minify_css=True, load_remote_stylesheets=False)
    shown = slim(inliner.inline("<!DOCTYPE html>\n" + html.tostring(root, encoding="unicode")))
    subject = " ".join((root.findtext("head/title") or "").split())
    return Letter(subject, shown, text, pictures, page.report.lang)


def _place_notes(root: HtmlElement, title: str) -> None:
    """Put a number in the place of each note, and the notes' words into a list after the text."""
    from lxml.html import builder as make

    number_calls(root)
    for again in root.find_class("footnote-again"):
        again.tag = "sup"
        again.attrib.clear()
        again.set("class", "call")
    items = number_notes(root, lambda number, _ident: make.SUP(number, {"class": "call"}))
    main = root.find(".//main")
    if items and main is not None:
        notes = make.OL(*(item for item, _ in items))
        main.append(make.DIV({"class": "notes"}, make.P(title, {"class": "sources-title"}), notes))


def _unlink_places(root: HtmlElement) -> None:
    for link in list(root.iter("a")):
        if not link.get("href", "#").startswith("#"):
            continue
        if link.get("class"):  # it has a look of its own
            link.tag = "span"
            link.attrib.pop("href", None)
        else:
            link.drop_tag()
