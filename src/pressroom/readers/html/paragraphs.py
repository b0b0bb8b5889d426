"""Paragraphs and lists that a page writes with line breaks, and headings that it writes in bold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pressroom.model.document import Block, Heading, List, ListItem, ListStyle, Paragraph
from pressroom.model.inline import Inline, LineBreak, Nested, Strong, Text, words
from pressroom.readers.common.outline import Item
from pressroom.readers.common.rendering import NOWHERE
from pressroom.readers.common.whitespace import tidy_spaces

_MARK = re.compile(r"\s*(?:(?P<bullet>[-–—*•·▪■●◦‣])|\(?(?P<number>\d{1,3})[.)])[ \xa0\t]+(?=\S)")
_LONGEST_HEADING = 100  # characters
_ENDS = ".!,;…"


def split_paragraphs(inlines: Sequence[Inline]) -> list[tuple[Inline, ...]]:
    """Part running text where two line breaks or more make a paragraph's end."""
    parts: list[list[Inline]] = [[]]
    breaks = 0
    for inline in inlines:
        if isinstance(inline, LineBreak):
            breaks += 1
        elif isinstance(inline, Text) and not inline.value.strip():
            parts[-1].append(inline)
            continue
        elif breaks > 1:
            parts.append([inline])
            breaks = 0
            continue
        else:
            breaks = 0
        parts[-1].append(inline)
    return [tuple(part) for part in parts]


def read_typed_list(inlines: tuple[Inline, ...]) -> list[Block]:
    """Return the blocks of lines of which two or more in a row begin with a mark; else nothing."""
    lines = _split_lines(inlines)
    marks = [_MARK.match(words(line)) for line in lines]
    if sum(mark is not None for mark in marks) < _LEAST_ITEMS:
        return []
    blocks: list[Block] = []
    at = 0
    while at < len(lines):
        end = at
        first = marks[at]
        while end < len(lines) and (mark := marks[end]) and first and _same(first, mark):
            end += 1
        if end - at >= _LEAST_ITEMS and first:
            blocks.append(_list(lines[at:end], first))
        else:
            end = max(end, at + 1)
            _add_lines(blocks, lines[at:end])
        at = end
    return blocks if any(isinstance(block, List) for block in blocks) else []


_LEAST_ITEMS = 2


def _split_lines(inlines: tuple[Inline, ...]) -> list[tuple[Inline, ...]]:
    lines: list[list[Inline]] = [[]]
    for inline in inlines:
        if isinstance(inline, LineBreak):
            lines.append([])
        else:
            lines[-1].append(inline)
    return [tidied for line in lines if (tidied := tidy_spaces(line))]


def _same(first: re.Match[str], mark: re.Match[str]) -> bool:
    return first["bullet"] == mark["bullet"] and bool(first["number"]) == bool(mark["number"])


def _list(lines: Sequence[tuple[Inline, ...]], first: re.Match[str]) -> List:
    style: ListStyle = "decimal" if first["number"] else "bullet"
    items = tuple(ListItem((Paragraph(_without_mark(line), NOWHERE),), NOWHERE) for line in lines)
    return List(items, NOWHERE, style, int(first["number"] or 1))


def _without_mark(line: tuple[Inline, ...]) -> tuple[Inline, ...]:
    mark = _MARK.match(words(line))
    return tidy_spaces(_cut(line, mark.end() if mark else 0))


def _cut(inlines: Sequence[Inline], count: int) -> list[Inline]:
    """Return inlines without their first characters."""
    found: list[Inline] = []
    for inline in inlines:
        size = len(words((inline,)))
        if count >= size and size:
            count -= size
        elif count and isinstance(inline, Text):
            found.append(Text(inline.value[count:]))
            count = 0
        elif count and isinstance(inline, Nested):
            found.append(replace(inline, children=tuple(_cut(inline.children, count))))
            count = 0
        else:
            found.append(inline)
    return found


def _add_lines(blocks: list[Block], lines: Sequence[tuple[Inline, ...]]) -> None:
    """Add lines to the paragraph before them, or as one."""
    last = blocks[-1] if blocks else None
    inlines: list[Inline] = list(last.inlines) if isinstance(last, Paragraph) else []
    for line in lines:
        inlines += [LineBreak(), *line] if inlines else line
    if isinstance(last, Paragraph):
        blocks[-1] = replace(last, inlines=tuple(inlines))
    else:
        blocks.append(Paragraph(tuple(inlines), NOWHERE))


def guess_headings(items: Sequence[Item]) -> list[Item]:
    """Make headings of short bold paragraphs over others, where a page marks none but its title."""
    found = list(items)
    if any(isinstance(item, Heading) and item.level > 1 for item in found):
        return found
    if sum(isinstance(item, Heading) for item in found) > 1:
        return found
    bold = [
        at for at, item in enumerate(found[:-1]) if _looks_like_heading(item) and not _is_bold(found[at + 1])
    ]
    plain = sum(isinstance(item, Paragraph) and not _is_bold(item) for item in found)
    if len(bold) > max(plain, 1):
        return found
    level = 2 if any(isinstance(item, Heading) for item in found) else 1
    for at in bold:
        item = found[at]
        if isinstance(item, Paragraph) and isinstance(item.inlines[0], Strong):
            reasons = ("a short paragraph in bold",)
            found[at] = Heading(item.inlines[0].children, level, NOWHERE, "", True, True, reasons)
    return found


def _is_bold(item: Item) -> bool:
    return isinstance(item, Paragraph) and len(item.inlines) == 1 and isinstance(item.inlines[0], Strong)


def _looks_like_heading(item: Item) -> bool:
    if not isinstance(item, Paragraph) or not _is_bold(item) or item.role != "body":
        return False
    text = words(item.inlines).strip()
    lettered = any(char.isalpha() for char in text)
    return 0 < len(text) <= _LONGEST_HEADING and lettered and text[-1] not in _ENDS and "\n" not in text
