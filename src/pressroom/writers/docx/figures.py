"""Figures: the picture in the line, its caption with a counted number, its source below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressroom.writers.docx.markup import BARE, PLAIN, run
from pressroom.writers.docx.tree import classes

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from pressroom.writers.docx.blocks import Blocks
    from pressroom.writers.docx.inline import Line


def figure_xml(blocks: Blocks, element: HtmlElement, width: int) -> None:
    """Write a figure: a paragraph with the picture, then its caption, then the source."""
    story = blocks.story
    caption = element.find("figcaption") if element.tag == "figure" else None
    images = [element] if element.tag == "img" else list(element.iterdescendants("img"))
    ident = element.get("id") or ""
    for image in images:
        content = _picture(blocks, element, image, width)
        if caption is None and ident in story.targets:
            content = story.bookmarks.around(ident, content)
        blocks.emit("figure", content, BARE if caption is not None else BARE.with_(keep_next=False))
    if caption is not None:
        _caption(blocks, caption, ident, width)


def _picture(blocks: Blocks, figure: HtmlElement, image: HtmlElement, width: int) -> str:
    story, part = blocks.story, blocks.links.part
    name = (image.get("src") or "").removeprefix("asset:")
    alt = image.get("alt") or ""
    drawing = story.page.drawings.get(figure.get("data-figure") or name)
    if drawing is not None:
        return story.pictures.drawing(part, drawing, alt, width)
    asset = story.page.assets.get(name)
    if asset is None:
        return run(alt, PLAIN.with_(italic=True))
    return story.pictures.asset(part, asset, alt, width, story.paper.text_height * 3 // 4)


def _caption(blocks: Blocks, caption: HtmlElement, ident: str, width: int) -> None:
    """Write the caption's words, and what is said of sources as a paragraph of its own."""
    line = _line(blocks, width)
    source = None
    line.text(caption.text, PLAIN)
    for child in caption:
        kinds = classes(child)
        if "source" in kinds:
            source = child
            continue
        if "subtitle" in kinds:
            line.text(" ", PLAIN)
        line.element(child, PLAIN)
        line.text(child.tail, PLAIN)
    content = line.content()
    if ident in blocks.story.targets:
        content = blocks.story.bookmarks.around(ident, content)
    blocks.emit("caption", content, BARE.with_(keep_next=source is not None, bidi=blocks.direction(line)))
    if source is not None:
        line = _line(blocks, width)
        line.children(source, PLAIN)
        blocks.emit("source", line.content(), BARE.with_(bidi=blocks.direction(line)))


def _line(blocks: Blocks, width: int) -> Line:
    from pressroom.writers.docx.inline import Line

    return Line(blocks.story, blocks.links, width)
