"""Figures: the picture in the line, its caption with a counted number, its source below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressroom.model.brand import LOGO_HEIGHT_MM, LOGO_WIDTH_MM
from pressroom.model.figure import Drawing, Medium
from pressroom.model.paper import TWIPS_PER_MM
from pressroom.writers.docx.body.charts import has_native_chart, native_chart
from pressroom.writers.docx.body.context import DocumentContext
from pressroom.writers.docx.body.flow import BlockPosition, Flow
from pressroom.writers.docx.body.pictures import measure_asked
from pressroom.writers.docx.package.markup import BARE, PLAIN, run
from pressroom.writers.docx.package.tree import classes

_TOLERANCE = 120  # twips by which a drawing may be wider than its column
_LOGO_WIDTH, _LOGO_HEIGHT = round(LOGO_WIDTH_MM * TWIPS_PER_MM), round(LOGO_HEIGHT_MM * TWIPS_PER_MM)

if TYPE_CHECKING:
    from docx.opc.part import Part
    from lxml.html import HtmlElement


def write_figure(flow: Flow, element: HtmlElement, place: BlockPosition) -> None:
    """Write ``figure`` or a picture on its own: a paragraph with the picture, its caption, its source."""
    caption = element.find("figcaption") if element.tag == "figure" else None
    images = [element] if element.tag == "img" else list(element.iterdescendants("img"))
    for image in images:
        wide = not place.inside and _is_wide(flow, element, image, place.width)
        content = _write_picture(flow, element, image, flow.sheet.text_width if wide else place.width)
        if caption is None:
            content = flow.mark_target(element, content)
        indent = f'<w:ind w:left="{-flow.context.outdent}"/>' if wide else ""
        flow.emit("figure", content, BARE.with_(align=place.align, indent=indent))
    if caption is not None:
        _write_caption(flow, element, caption, place)


def _is_wide(flow: Flow, figure: HtmlElement, image: HtmlElement, width: int) -> bool:
    """Tell whether a figure was drawn for both columns, or a picture is to take them."""
    if measure_asked(image, width) > width + _TOLERANCE:
        return True
    name = figure.get("data-figure") or (image.get("src") or "").removeprefix("asset:")
    drawing = flow.context.page.drawings.get(name)
    return drawing is not None and drawing.on(Medium.WORD).width_mm * TWIPS_PER_MM > width + _TOLERANCE


def write_logo(flow: Flow, element: HtmlElement, place: BlockPosition) -> None:
    """Write a picture that stands by itself on the first page; it is no figure of the report."""
    content = logo_run(flow.context, flow.links.part, element, place.width)
    if content:
        flow.emit("logo", content)


def logo_run(context: DocumentContext, part: Part, element: HtmlElement, width: int) -> str:
    """Return the run of a logo for a part of the package, at most ``width`` twips wide; "" without one."""
    name, alt = (element.get("src") or "").removeprefix("asset:"), element.get("alt") or ""
    drawing, asset = context.page.drawings.get(name), context.page.assets.get(name)
    if drawing is not None:
        return context.pictures.drawing(part, drawing, alt, width)
    return context.pictures.asset(part, asset, alt, min(width, _LOGO_WIDTH), _LOGO_HEIGHT) if asset else ""


def _write_picture(flow: Flow, figure: HtmlElement, image: HtmlElement, width: int) -> str:
    context, part = flow.context, flow.links.part
    name = (image.get("src") or "").removeprefix("asset:")
    alt = image.get("alt") or ""
    drawing = context.page.drawings.get(figure.get("data-figure") or name)
    if drawing is not None:
        drawing = drawing.on(Medium.WORD)
        if context.native_charts:
            known = next((one for one in context.page.report.figures.drawn if one.id == name), None)
            if known is not None and has_native_chart(known):
                return native_chart(context, part, known, alt, _fit_drawing(drawing, width), drawing.axis)
        return context.pictures.drawing(part, drawing, alt, width, asked=measure_asked(image, width))
    asset = context.page.assets.get(name)
    if asset is None:
        return run(alt, PLAIN.with_(italic=True))
    asked = measure_asked(image, width)
    return context.pictures.asset(part, asset, alt, width, context.paper.text_height * 3 // 4, asked)


def _fit_drawing(drawing: Drawing, width: int) -> tuple[int, int]:
    """Return a drawing's size in twips, fitted into a width."""
    across, down = drawing.width_mm * TWIPS_PER_MM, drawing.height_mm * TWIPS_PER_MM
    scale = min(1.0, width / across)
    return round(across * scale), round(down * scale)


def _write_caption(flow: Flow, figure: HtmlElement, caption: HtmlElement, place: BlockPosition) -> None:
    """Write the caption's words, and what is said of sources as a paragraph of its own."""
    line, source = flow.begin_line(place), None
    line.add_text(caption.text, PLAIN)
    for child in caption:
        if "source" in classes(child):
            source = child
            continue
        line.add_element(child, PLAIN)
        line.add_text(child.tail, PLAIN)
    fmt = BARE.with_(keep_next=source is not None)
    flow.emit_line("caption", line, fmt, flow.mark_target(figure, line.content()))
    if source is not None:
        flow.emit_line("source", flow.read_line(source, place))
