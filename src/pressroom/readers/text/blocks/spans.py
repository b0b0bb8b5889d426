"""Spans of whole lines, and of two spans together."""

from __future__ import annotations

from pressroom.model.span import Span
from pressroom.readers.text.lines.lines import Lines


def span_lines(lines: Lines, source: str, first: int, last: int) -> Span:
    """Return the span of the lines ``first`` to ``last``, without the white space round them."""
    return Span(source, lines.number(first), lines.number(last), lines.begin(first), lines.end(last))


def cover(one: Span, other: Span) -> Span:
    """Return the span from the beginning of one of two spans to the end of the other."""
    first, last = sorted((one, other), key=lambda span: span.start)
    return Span(one.source, first.line_start, last.line_end, first.start, last.end)
