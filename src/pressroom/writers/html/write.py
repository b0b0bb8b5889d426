"""A page as one HTML file: style sheet, pictures and figures inside, no script, nothing fetched."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

from pressroom.model.figure import Drawing, Figure, Medium
from pressroom.model.inline import PictureWidth
from pressroom.model.page import Page
from pressroom.writers.common.elements import drop_classes, missing_picture
from pressroom.writers.common.markers import set_markers
from pressroom.writers.html.fonts import embed_fonts
from pressroom.writers.html.notes import place_notes

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# the page may show what it carries, and neither run nor fetch anything
POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
NARROW = "screen and (max-width: 740px)"  # screens on which the figures of wide ones would be scaled down
COLUMN = 704  # pixels that the text is wide
PAPER_ONLY = ("running", "pageref", "page-break")


def write(page: Page) -> bytes:
    """Return ``page`` as UTF-8 HTML, the same bytes for the same page.

    Raises PressroomError when the page names a picture that it does not carry.
    """
    from lxml import html

    root = page.tree.copy()
    _fill_head(root, page)
    drop_classes(root, PAPER_ONLY)
    set_markers(root)
    place_notes(root, page.report.label("notes"))
    _place_pictures(root, page)
    for element in root.find_class("chart"):
        _add_data(element, page)
    for table in list(root.iter("table")):
        _let_scroll(table)
    data: bytes = html.tostring(root, encoding="utf-8")
    return b"<!DOCTYPE html>\n" + data + b"\n"


def _fill_head(root: HtmlElement, page: Page) -> None:
    from lxml.html import builder

    head = root.find("head")
    viewport = builder.META(name="viewport", content="width=device-width, initial-scale=1")
    policy = builder.META(content=POLICY)
    policy.set("http-equiv", "Content-Security-Policy")
    head.extend([viewport, policy, builder.STYLE(page.screen_css)])


def _place_pictures(root: HtmlElement, page: Page) -> None:
    for image in list(root.iter("img")):
        kind, _, name = image.get("src", "").partition(":")
        if kind == "asset" and name in page.drawings:
            _place_drawing(image, page.drawings[name])
            _size_picture(image)
        elif kind == "asset" and name in page.assets:
            asset = page.assets[name]
            image.set("src", _data_uri(asset.media_type, asset.data))
            _size_picture(image)
        else:
            raise missing_picture(image.get("src", ""))


def _size_picture(image: HtmlElement) -> None:
    """Show a picture as wide as its author asks for, where the screen has room for it."""
    asked = PictureWidth.parse(image.get("data-width", ""))
    if asked:
        in_cell = next(image.iterancestors("td", "th"), None) is not None  # it would be a share of its cell
        if asked.unit == "px" or in_cell:
            width = f"{asked.measure_on_screen(COLUMN):.4g}px"
        else:
            width = f"{asked.measure_on_screen(100):.4g}%"
        image.set("style", f"width: {width}; max-width: 100%; height: auto")


def _place_drawing(image: HtmlElement, drawing: Drawing) -> None:
    """Show a drawing, and on a narrow screen the one that was drawn for it, where there is one."""
    from lxml.html import builder

    wide, narrow = drawing.on(Medium.WEB), drawing.on(Medium.PHONE)
    image.set("src", _data_uri("image/svg+xml", embed_fonts(wide.svg)))
    if narrow == wide:
        return
    source = builder.E.source(
        media=NARROW, srcset=_data_uri("image/svg+xml", embed_fonts(narrow.svg)), type="image/svg+xml"
    )
    picture = builder.E.picture(source)
    image.getparent().replace(image, picture)
    picture.tail, image.tail = image.tail, None
    picture.append(image)


def _data_uri(media_type: str, data: bytes) -> str:
    return f"data:{media_type};base64,{base64.b64encode(data).decode('ascii')}"


def _add_data(element: HtmlElement, page: Page) -> None:
    """Put a figure's data under it as a table, for those who do not see the picture or want the numbers."""
    from lxml.html import builder as make

    figure = _find_figure(page, element.get("data-figure", ""))
    if figure is None:
        return
    head, *rows = figure.table
    table = make.TABLE(
        make.THEAD(make.TR(*(make.TH(cell, scope="col") for cell in head))),
        make.TBODY(
            *(make.TR(make.TH(row[0], scope="row"), *(make.TD(cell) for cell in row[1:])) for row in rows)
        ),
    )
    element.append(make.E.details(make.E.summary(page.report.label("data")), table))


def _find_figure(page: Page, ident: str) -> Figure | None:
    return next((figure for figure in page.report.figures.drawn if figure.id == ident), None)


def _let_scroll(table: HtmlElement) -> None:
    """Put a table into a box of its own that scrolls, so that a wide one does not widen the whole page."""
    from lxml.html import builder

    box = builder.DIV({"class": "table-box", "tabindex": "0"})
    table.getparent().replace(table, box)
    box.tail, table.tail = table.tail, None
    box.append(table)
