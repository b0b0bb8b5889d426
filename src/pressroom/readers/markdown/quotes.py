"""Quotations: who is quoted, and those that are callouts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pressroom.model.document import Block, Callout, Paragraph, Quote
from pressroom.model.inline import Inline, LineBreak, Text, words
from pressroom.model.span import Span
from pressroom.readers.common.inline_builder import merge_texts
from pressroom.readers.markdown.context import MarkdownContext
from pressroom.readers.markdown.parser import CALLOUTS

_ALERT = re.compile(r"\[!(?P<kind>[A-Za-z]+)\][+-]?[ \t]*")
_BY = re.compile(r"(?:[—–―]|--)[ \t]*(?=\S)")
_LONGEST_ATTRIBUTION = 120  # characters


def build_quote(blocks: tuple[Block, ...], span: Span, context: MarkdownContext) -> Quote | Callout:
    """Return a quotation of blocks, or a callout where it begins with "[!NOTE]"."""
    head = blocks[0] if blocks else None
    first = head.inlines[0] if isinstance(head, Paragraph) and head.inlines else None
    if isinstance(head, Paragraph) and isinstance(first, Text) and (found := _ALERT.match(first.value)):
        kind = CALLOUTS.get(found["kind"].lower(), "note")
        title, rest = _split_title(head, first, found.end(), context)
        return Callout(kind, (*rest, *blocks[1:]), span, title)
    blocks, attribution = _split_attribution(blocks)
    return Quote(blocks, span, attribution)


def _split_title(
    head: Paragraph, first: Text, at: int, context: MarkdownContext
) -> tuple[tuple[Inline, ...], tuple[Block, ...]]:
    """Split "[!NOTE] Title / words" into the title of its first line and the paragraph of the rest."""
    line_end = context.source.line_end(head.span.line_start - 1)
    kept = Text(first.value[at:], None if first.start is None else first.start + at)
    title: list[Inline] = []
    rest: list[Inline] = []
    for inline in (kept, *head.inlines[1:]):
        _divide(inline, line_end, title, rest)
    body = _trim(rest)
    where = next((text.start for text in body if isinstance(text, Text) and text.start is not None), None)
    span = head.span if where is None else context.span(where, max(head.span.end, where + 1))
    return _trim(title), (Paragraph(body, span),) if words(body) else ()


def _divide(inline: Inline, line_end: int, title: list[Inline], rest: list[Inline]) -> None:
    """Put what stands before the end of a line into ``title``, what follows into ``rest``."""
    if rest or not isinstance(inline, Text):
        if isinstance(inline, LineBreak) and not rest:
            rest.append(Text(""))
        else:
            (rest or title).append(inline)
    elif inline.start is None or inline.start + len(inline.value) <= line_end:
        title.append(inline)
    elif inline.start >= line_end:
        rest.append(inline)
    else:
        cut = line_end - inline.start
        title.append(Text(inline.value[:cut], inline.start))
        rest.append(Text(inline.value[cut:], line_end))


def _trim(inlines: Sequence[Inline]) -> tuple[Inline, ...]:
    """Return inlines without white space at their ends."""
    found = list(merge_texts(inlines))
    while found and isinstance(found[-1], LineBreak):
        found.pop()
    if found and isinstance(first := found[0], Text):
        lead = len(first.value) - len(first.value.lstrip())
        found[0] = Text(first.value[lead:], None if first.start is None else first.start + lead)
    if found and isinstance(last := found[-1], Text):
        found[-1] = Text(last.value.rstrip(), last.start)
    return tuple(inline for inline in found if not (isinstance(inline, Text) and not inline.value))


def _split_attribution(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], tuple[Inline, ...]]:
    """Split a closing "— Name" off a quotation, in a paragraph of its own or on the last line of one."""
    last = blocks[-1] if blocks else None
    if not isinstance(last, Paragraph) or not last.inlines:
        return blocks, ()
    cut = _find_last_line(last.inlines)
    tail = last.inlines[cut:]
    first = tail[0] if tail else None
    found = _BY.match(first.value) if isinstance(first, Text) else None
    if not found or not isinstance(first, Text) or len(words(tail)) > _LONGEST_ATTRIBUTION:
        return blocks, ()
    if cut == 0 and len(blocks) == 1:
        return blocks, ()
    start = None if first.start is None else first.start + found.end()
    by = (Text(first.value[found.end() :], start), *tail[1:])
    if cut == 0:
        return blocks[:-1], by
    return (*blocks[:-1], Paragraph(_trim(last.inlines[:cut]), last.span)), by


def _find_last_line(inlines: tuple[Inline, ...]) -> int:
    """Return the index at which a quotation's last line begins, if with a dash, or else 0."""
    for at in range(len(inlines) - 1, 0, -1):
        before, first = inlines[at - 1], inlines[at]
        ended = isinstance(before, LineBreak) or (isinstance(before, Text) and before.value.endswith(" "))
        if ended and isinstance(first, Text) and _BY.match(first.value):
            return at
    return 0
