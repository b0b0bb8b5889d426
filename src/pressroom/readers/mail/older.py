"""The mails that another one answers, in the HTML of a message: quotations, each with its head."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pressroom.model.document import Block, Divider, Heading, Paragraph, Quote
from pressroom.model.inline import Strong, words
from pressroom.readers.common.head.mail_fields import measure_mail_header
from pressroom.readers.common.outline import Item
from pressroom.readers.common.rendering import NOWHERE

_MOST_FIELDS = 8  # paragraphs of a header


def quote_older(items: Sequence[Item]) -> list[Item]:
    """Return headings and blocks with each older mail as a quotation of its own."""
    starts: list[int] = []
    for at, item in enumerate(items):
        if at and isinstance(item, Paragraph) and _is_header(items, at):
            starts.append(at)
    if not starts:
        return list(items)
    own = list(items[: starts[0]])
    while own and isinstance(own[-1], Divider):
        own.pop()
    for start, stop in pairwise((*starts, len(items))):
        blocks = [_as_block(item) for item in items[start:stop]]
        while blocks and isinstance(blocks[-1], Divider):
            blocks.pop()
        own.append(Quote(tuple(blocks), NOWHERE))
    return own


def _is_header(items: Sequence[Item], at: int) -> bool:
    """Tell whether the header of a mail begins with an item: lines of one paragraph, or a paragraph each."""
    lines: list[str] = []
    for item in items[at : at + _MOST_FIELDS]:
        if not isinstance(item, Paragraph):
            break
        lines += words(item.inlines).split("\n")
    return measure_mail_header(lines) > 0


def _as_block(item: Item) -> Block:
    return Paragraph((Strong(item.inlines),), NOWHERE) if isinstance(item, Heading) else item
