"""Paragraphs that hold a line in brackets beside others, as Markdown joins them, parted at these lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pressroom.model import walk
from pressroom.model.document import Block, Paragraph
from pressroom.model.inline import Code, Inline, LineBreak, Text
from pressroom.model.span import Span
from pressroom.readers.common.brackets.lines import read_bracket_line
from pressroom.readers.common.brackets.pictures import is_picture_line

_LINE = re.compile(r"[^\n]+")


def split_lines(block: Block, text: str) -> tuple[Block, ...]:
    """Return a block, or the parts of a paragraph with lines in brackets; ``text`` is the document's."""
    if not isinstance(block, Paragraph) or block.span.line_start == block.span.line_end:
        return (block,)
    lines = list(_LINE.finditer(text, block.span.start, block.span.end))
    bracketed = [_is_alone(line[0].strip()) for line in lines]
    if not any(bracketed) or any(_find_place(inline) is None for inline in block.inlines):
        return (block,)
    parts: list[tuple[int, int]] = []  # first and last line of each
    for at, alone in enumerate(bracketed):
        if parts and not alone and not bracketed[at - 1]:
            parts[-1] = (parts[-1][0], at)
        else:
            parts.append((at, at))
    found = []
    for first, last in parts:
        start, end = lines[first].start(), lines[last].end()
        inlines = tuple(_cut(block.inlines, start, end))
        begun = block.span.line_start + text.count("\n", block.span.start, start)
        span = Span(block.span.source, begun, begun + text.count("\n", start, end), start, end)
        if inlines:
            found.append(replace(block, inlines=inlines, span=span))
    return tuple(found)


def _is_alone(line: str) -> bool:
    return read_bracket_line(line) is not None or is_picture_line(line)


def _find_place(inline: Inline) -> int | None:
    """Return where an inline begins in the source, -1 for a break, None where that is not known."""
    if isinstance(inline, LineBreak):
        return -1
    leaves = (leaf for leaf in walk.inlines((inline,)) if isinstance(leaf, Text | Code))
    first = next(leaves, None)
    return None if first is None else first.start


def _cut(inlines: tuple[Inline, ...], start: int, end: int) -> Iterator[Inline]:
    """Yield the part of a run that stands between two places, without breaks and blanks at its ends."""
    kept: list[Inline] = []
    for inline in inlines:
        place = _find_place(inline)
        if isinstance(inline, Text) and inline.start is not None:
            first, last = max(start, inline.start), min(end, inline.start + len(inline.value))
            value = inline.value[first - inline.start : last - inline.start] if first < last else ""
            if value:
                kept.append(Text(value, first))
        elif place is not None and (start <= place < end or (place < 0 and kept)):
            kept.append(inline)
    while kept and isinstance(kept[-1], LineBreak):
        kept.pop()
    if kept and isinstance(kept[0], Text):
        value = kept[0].value.lstrip()
        at = kept[0].start
        kept[0] = Text(value, None if at is None else at + len(kept[0].value) - len(value))
    if kept and isinstance(kept[-1], Text):
        kept[-1] = replace(kept[-1], value=kept[-1].value.rstrip())
    yield from (inline for inline in kept if inline != Text("", getattr(inline, "start", None)))
