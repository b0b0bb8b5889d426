"""HTML between the paragraphs of a Markdown text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pressroom.model.document import Block, Paragraph
from pressroom.model.span import Span
from pressroom.readers.markdown.origin import Origin

if TYPE_CHECKING:
    from pressroom.readers.markdown.blocks import BlockReader

_COMMENT = re.compile(
    r"<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)|<![A-Za-z][^>]*>?", re.DOTALL
)
_UNSEEN = re.compile(
    r"<(script|style|template|iframe|svg|object)\b.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE
)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_LINE = re.compile(r"\S(?:.*\S)?")


def html_items(content: str, origin: Origin, span: Span, reader: BlockReader) -> Iterator[Block]:
    """Yield the words of a piece of HTML; what a browser would not show is left out with its reason."""
    for pattern, reason in ((_COMMENT, "comment"), (_UNSEEN, "script or style")):
        for found in pattern.finditer(content):
            start, end = origin.at(found.start()), origin.at(found.end() - 1)
            if start is not None and end is not None:
                reader.leave_out(start, end + 1, reason)
        content = pattern.sub(lambda found: _blank(found.group()), content)
    content = _TAG.sub(lambda found: _blank(found.group()), content)
    for line in _LINE.finditer(content):
        texts = origin.texts(line.group(), line.start())
        start = texts[0].start
        place = span if start is None else reader.span(start, start + len(line.group()))
        yield Paragraph(tuple(texts), place)


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)
