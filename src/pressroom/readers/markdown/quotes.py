"""Quotations: who is quoted, and those that are callouts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pressroom.model.document import Block, Callout, Paragraph, Quote
from pressroom.model.inline import Inline, LineBreak, Text, words
from pressroom.model.span import Span
from pressroom.readers.common.inline_builder import merge_texts
from pressroom.readers.markdown.parser import ALERT, CALLOUTS

_BY = re.compile(r"(?:[—–―]|--)[ \t]*(?=\S)")
_LONGEST_ATTRIBUTION = 120  # characters


def build_quote(blocks: tuple[Block, ...], span: Span) -> Quote | Callout:
    """Return a quotation of blocks, or a callout where it begins with "[!NOTE]"."""
    head = blocks[0] if blocks else None
    first = head.inlines[0] if isinstance(head, Paragraph) and head.inlines else None
    if isinstance(head, Paragraph) and isinstance(first, Text) and (found := ALERT.match(first.value)):
        kind = CALLOUTS.get(found["kind"].lower(), "note")
        kept = Text(first.value[found.end() :], None if first.start is None else first.start + found.end())
        return Callout(kind, blocks[1:], span, _trim((kept, *head.inlines[1:])))
    blocks, attribution = _split_attribution(blocks)
    return Quote(blocks, span, attribution)


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
