"""Drawn figures as HTML: picture, caption, and a link to the data's place in the text."""

from __future__ import annotations

from pressroom.compose.anchors import Anchors, make_table_anchor
from pressroom.compose.inlines import escape_text
from pressroom.model.document import Block, Document
from pressroom.model.figure import Figure
from pressroom.model.report import Report

EVENTS = ("timeline", "sequence")
FAR = 1200  # characters of a section behind a picture's block, a third of a page: its end is too far away


def find_block_ahead(figure: Figure, document: Document) -> Block | None:
    """Return the block that a figure stands behind: of events the one with the first of them, else the one
    that its numbers stand in, where much text of the section follows.

    None for a figure at the end of its section, or at a place that its author chose.
    """
    if figure.anchor or not figure.sources:
        return None
    events = figure.kind in EVENTS
    start = figure.sources[0 if events else -1].start
    for blocks in (document.blocks, *(section.blocks for section in document.walk())):
        for at, block in enumerate(blocks):
            if block.span.start <= start < block.span.end:
                behind = sum(one.span.end - one.span.start for one in blocks[at + 1 :])
                return block if events or behind > FAR else None
    return None


def render_figure(figure: Figure, number: str, report: Report, anchors: Anchors) -> str:
    """Return a figure with its number, title, subtitle and source line."""
    caption = [f'<span class="label">{escape_text(report.label("figure"))} {number}</span>']
    if figure.title:
        caption.append(f'<span class="caption-title">{escape_text(figure.title)}</span>')
    if figure.subtitle:
        caption.append(f'<span class="subtitle">{escape_text(figure.subtitle)}</span>')
    source = _source(figure, report, anchors)
    if source:
        caption.append(f'<span class="source">{source}</span>')
    wide = " wide" if figure.is_wide else ""
    return (
        f'<figure class="chart{wide}" id="{escape_text(figure.id)}" data-figure="{escape_text(figure.id)}">\n'
        f'<img src="asset:{escape_text(figure.id)}" alt="{escape_text(figure.alt)}">\n'
        f"<figcaption>{' '.join(caption)}</figcaption>\n</figure>"
    )


def _source(figure: Figure, report: Report, anchors: Anchors) -> str:
    links: list[str] = []
    places: list[str] = []
    for span in figure.sources:
        number = anchors.tables.get(span.start)
        found = anchors.find_within(span.start, span.end)
        if number:
            words = f"{report.label('table')} {number}"
            links.append(f'<a class="ref" href="#{make_table_anchor(span.start)}">{escape_text(words)}</a>')
        elif number is not None:
            places.append(make_table_anchor(span.start))
        elif found:
            places.append(found[0].id)
    if places:
        links.append(_link_text(places[0], report))
    return report.label("semicolon").join([escape_text(figure.note), *links] if figure.note else links)


def _link_text(target: str, report: Report) -> str:
    """Return a link to a place in the text, with its page where there are pages."""
    before = escape_text(f", {report.label('page_short')}")
    page = f'<a class="pageref" data-before="{before}" href="#{target}"></a>'
    return f'<a class="ref" href="#{target}">{escape_text(report.label("in_text"))}</a>{page}'
