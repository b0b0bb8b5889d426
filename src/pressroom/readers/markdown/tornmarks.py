"""Lines in bold whose break stands within the bold, as editors of web pages leave them: "**PAY  ⏎**"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pressroom.model.document import Paragraph
from pressroom.model.inline import Inline, LineBreak, Strong, Text
from pressroom.readers.common.outline import Item
from pressroom.readers.markdown.context import MarkdownContext

_BREAK = r"[ \t]*(?:(?:\\|<br\s*/?>)[ \t]*)?"
# a line that opens with a mark, and the mark that closes it alone on the next; code is passed over as it is
_TORN = re.compile(
    r"^[ ]{0,3}(?P<fence>```|~~~)(?:.|\n)*?(?:\n[ ]{0,3}(?P=fence)|\Z)"
    r"|^(?P<line>[ \t>]*(?:(?:[-*+]|\d{1,3}[.)])[ \t]+)?(?P<mark>\*{1,3}|_{1,3})(?![\s*_])"
    r"(?:(?!(?P=mark))[^\n]){0,200}?[^\s*_\\>])"
    rf"(?P<behind>{_BREAK})\n(?P<ahead>[ \t>]*)(?P=mark)(?P<below>{_BREAK})$",
    re.MULTILINE | re.IGNORECASE,
)
_MEANT = re.compile(r"[ ]{2}|\\|<")


def close_torn_marks(text: str) -> str:
    """Return a text with closing marks that stand alone on the next line at the end of their own.

    An empty line is left in their place: what follows is a paragraph of its own, and every other character
    stays where it is.
    """
    return _TORN.sub(_close, text)


def _close(found: re.Match[str]) -> str:
    lone = found["mark"] and len(found["mark"]) == 1  # "*" may be a star: it takes a break that is meant
    if found["fence"] or (lone and not _MEANT.search(found["behind"])):
        return found[0]
    return f"{found['line']}{found['mark']}\n{found['ahead']}{' ' * len(found['behind'] + found['below'])}"


def part_bold_lines(items: Iterable[Item], context: MarkdownContext) -> list[Item]:
    """Return items with a bold line that ends in a break, "**PAY<br>**", parted from what follows it."""
    found: list[Item] = []
    for item in items:
        found += _part(item, context) if isinstance(item, Paragraph) else [item]
    return found


def _part(item: Paragraph, context: MarkdownContext) -> list[Item]:
    first, rest = item.inlines[:1], item.inlines[1:]
    if not first or not isinstance(first[0], Strong) or not isinstance(first[0].children[-1], LineBreak):
        return [item]
    line = Strong(first[0].children[:-1])
    rest = _without_blank_ahead(rest)
    start = next((each.start for each in rest if isinstance(each, Text)), None)
    if not rest or start is None:
        return [Paragraph((line, *rest), item.span, item.role)]
    above = context.span(item.span.start, len(context.source.text[:start].rstrip()))
    return [
        Paragraph((line,), above, item.role),
        Paragraph(rest, context.span(start, item.span.end), item.role),
    ]


def _without_blank_ahead(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Return running text without the space of a line's end ahead of it."""
    if not inlines or not isinstance(inlines[0], Text):
        return inlines
    shown = inlines[0].value.lstrip()
    start = inlines[0].start
    skipped = len(inlines[0].value) - len(shown)
    begins = (Text(shown, None if start is None else start + skipped),) if shown else ()
    return (*begins, *inlines[1:])
