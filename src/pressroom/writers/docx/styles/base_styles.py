"""The base styles: those that the brand has for each role."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from pressroom.model.brand import Brand
from pressroom.model.look import WordLook
from pressroom.writers.docx.package.sections import Paper
from pressroom.writers.docx.styles.definitions import BaseStyle, Palette
from pressroom.writers.docx.styles.looks import apply_looks, make_own_styles
from pressroom.writers.docx.styles.page_styles import (
    about_styles,
    contents_styles,
    fact_styles,
    front_styles,
    page_styles,
    table_and_figure_styles,
    tile_styles,
)
from pressroom.writers.docx.styles.text_styles import (
    block_styles,
    box_styles,
    character_styles,
    heading_styles,
    list_styles,
    text_styles,
)

NO_LOOKS: Mapping[str, WordLook] = {}


def make_base_styles(
    brand: Brand,
    paper: Paper | None,
    looks: Mapping[str, WordLook] = NO_LOOKS,
    classes: frozenset[str] = frozenset(),
) -> tuple[BaseStyle, ...]:
    """Return the brand's style for every role, as the template's ``looks`` change it.

    ``paper`` is our own page set-up: colours then refer to the theme, and what stands over both columns
    begins in the side column. None for styles that are added to a reference document. A look of one of the
    template's own ``classes`` makes a style of its own.
    """
    ink = Palette(brand, themed=paper is not None)
    styles = (
        *text_styles(ink),
        *heading_styles(ink),
        *list_styles(),
        *block_styles(ink),
        *box_styles(ink),
        *table_and_figure_styles(ink),
        *front_styles(ink, paper),
        *tile_styles(ink),
        *fact_styles(ink, paper.outer if paper is not None else 0),
        *about_styles(ink),
        *page_styles(ink),
        *contents_styles(ink),
        *character_styles(ink),
    )
    outer = paper.outer if paper is not None else 0
    made = (_outdent(_without_hyphenation(style), outer) for style in styles)
    return apply_looks((*made, *make_own_styles(looks, classes, styles)), looks, ink)


def list_roles(brand: Brand) -> frozenset[str]:
    """Return the roles that have a style."""
    return frozenset(style.role for style in make_base_styles(brand, None))


# what begins in the side column; a style that is based on one of these does so too
OUTDENTED = frozenset(
    (
        "logo",
        "issuer",
        "marking",
        "title",
        "standfirst",
        "byline",
        "dateline",
        "date",
        "strip-title",
        "panel-note",
        "panel-legend",
        "heading-1",
        "about-title",
        "header",
        "footer",
    )
)


# words are broken in running text and in tables only
_HYPHENATED = frozenset(
    ("normal", "body", "note", "table-text", "table-note", "callout", "footnote-text", "endnote-text")
)


def _without_hyphenation(style: BaseStyle) -> BaseStyle:
    off = "<w:suppressAutoHyphens/>"
    if (
        style.kind != "paragraph"
        or style.role in _HYPHENATED
        or style.based_on == "body"
        or off in style.paragraph
    ):
        return style
    before = style.paragraph
    at = min(
        (before.find(tag) for tag in ("<w:spacing", "<w:ind", "<w:outlineLvl") if tag in before), default=-1
    )
    at = len(before) if at < 0 else at
    return replace(style, paragraph=before[:at] + off + before[at:])


def _outdent(style: BaseStyle, outer: int) -> BaseStyle:
    if not outer or style.role not in OUTDENTED:
        return style
    outdent = f'<w:ind w:left="{-outer}"'
    if "<w:ind " in style.paragraph:
        return replace(style, paragraph=style.paragraph.replace("<w:ind", outdent))
    head, outline, level = style.paragraph.partition("<w:outlineLvl")
    return replace(style, paragraph=f"{head}{outdent}/>{outline}{level}")
