"""Quotations: their paragraphs, and who is quoted."""

from __future__ import annotations

import re

from pressroom.model.document import Paragraph, Quote
from pressroom.model.inline import Inline
from pressroom.model.span import Span
from pressroom.readers.text.blocks.inlines import LineJoiner
from pressroom.readers.text.lines.lines import Lines

ATTRIBUTION = re.compile(r"\s*[\"“]?\s*(?:—|–|--|-–|―)\s*\S")


def build_quote(rows: list[tuple[int, int]], span: Span, lines: Lines, joiner: LineJoiner) -> Quote:
    """Return a quotation; ``rows`` are (line index, offset of its first word)."""
    paragraphs: list[list[tuple[int, int]]] = []
    fresh = True
    width = lines.width
    for index, begin in rows:
        if begin >= lines.end(index):
            fresh = True
            continue
        if not fresh and paragraphs:
            before = paragraphs[-1][-1][0]
            word = lines.text.find(" ", begin, lines.end(index))
            word = (word if word >= 0 else lines.end(index)) - begin
            fresh = before + 1 != index or not width or lines.sizes[before] + 1 + word <= width
        if fresh:
            paragraphs.append([])
        paragraphs[-1].append((index, begin))
        fresh = False
    attribution: tuple[Inline, ...] = ()
    if len(paragraphs) > 1:
        first, begin = paragraphs[-1][0]
        if ATTRIBUTION.match(lines.text[begin : lines.end(first)]):
            attribution = joiner.join_stretches(_list_stretches(paragraphs.pop(), lines))
    blocks = tuple(
        Paragraph(
            joiner.join_stretches(_list_stretches(part, lines)),
            Span(
                joiner.source,
                part[0][0] + 1,
                part[-1][0] + 1,
                part[0][1],
                lines.end(part[-1][0]),
            ),
        )
        for part in paragraphs
    )
    return Quote(blocks, span, attribution)


def _list_stretches(rows: list[tuple[int, int]], lines: Lines) -> list[tuple[int, int]]:
    """Return the stretches (start, end) of a quotation's lines."""
    return [(begin, lines.end(index)) for index, begin in rows]
