"""HTML between the paragraphs of a Markdown text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressroom.model.document import Block, Paragraph
from pressroom.model.inline import Text
from pressroom.model.span import Span
from pressroom.readers.common.inline_builder import merge_texts
from pressroom.readers.markdown.context import MarkdownContext
from pressroom.readers.markdown.origin import Origin

_COMMENT = re.compile(
    r"<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)|<![A-Za-z][^>]*>?", re.DOTALL
)
_UNSEEN = re.compile(
    r"<(script|style|template|iframe|svg|object)\b.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE
)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_NAME = re.compile(r"</?([A-Za-z][A-Za-z0-9-]*)")
_INLINE = frozenset(
    ("b", "i", "em", "strong", "span", "a", "sub", "sup", "code", "u", "s", "small", "mark", "abbr", "font")
)
_WORD = re.compile(r"\S+|\s+")
_LINE = re.compile(r"\S(?:.*\S)?")


def read_html(content: str, origin: Origin, span: Span, context: MarkdownContext) -> Iterator[Block]:
    """Yield the words of a piece of HTML; what a browser would not show is left out with its reason."""
    known = len(context.left_out)
    for pattern, reason in ((_COMMENT, "comment"), (_UNSEEN, "script or style")):
        for found in pattern.finditer(content):
            start, end = origin.at(found.start()), origin.at(found.end() - 1)
            if start is not None and end is not None:
                context.leave_out(start, end + 1, reason)
        content = pattern.sub(lambda found: _blank(found.group()), content)
    masked = _TAG.sub(lambda found: _blank(found.group()), content)
    read = len(context.left_out) > known
    for line in _LINE.finditer(masked):
        texts = [
            text for word in _WORD.finditer(masked, *line.span()) for text in _placed(word, content, origin)
        ]
        start = texts[0].start
        place = span if start is None else context.span(start, start + len(line.group()))
        yield Paragraph(tuple(merge_texts(texts)), place)
        read = True
    if not read:
        context.leave_out(span.start, span.end, "HTML without words")


def _placed(found: re.Match[str], content: str, origin: Origin) -> list[Text]:
    """Return a word with its places, or the one space that stands for what is between two."""
    if not found.group().isspace():
        return origin.texts(found.group(), found.start())
    between = content[found.start() : found.end()]
    if between[0].isspace():
        return [Text(" ", origin.at(found.start()))]
    tags = [tag.lower() for tag in _NAME.findall(between)]
    apart = any(char.isspace() for char in _TAG.sub("", between)) or any(tag not in _INLINE for tag in tags)
    return [Text(" ")] if apart else []


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)
