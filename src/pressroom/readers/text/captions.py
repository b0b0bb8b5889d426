"""Captions and notes of tables."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from pressroom.model.document import Block, Heading, Paragraph, Table
from pressroom.readers.text.blocks.inlines import LineJoiner
from pressroom.readers.text.blocks.spans import cover
from pressroom.readers.text.lines.lines import Lines
from pressroom.readers.text.roles.roles import CAPTION

_TABLE_WORDS = frozenset(("tab", "cua"))
# "Table: Visitors" says no number: the word is no part of the caption, which is numbered
_WORD_ALONE = re.compile(r"(?:table|tabelle|tableau|tabla|cuadro|tabella|tabela|tabel)\s*:\s+", re.IGNORECASE)
_LONGEST_CAPTION = 90  # characters of one that no word marks as such


def attach_captions(
    items: Iterable[Block | Heading], lines: Lines, joiner: LineJoiner
) -> list[Block | Heading]:
    """Give tables the captions and notes that stand beside them."""
    done: list[Block | Heading] = []
    for item in items:
        before = done[-1] if done else None
        if isinstance(item, Table) and isinstance(before, Paragraph) and _is_above(before, item, lines):
            done[-1] = _add_caption(item, before, joiner)
        elif isinstance(before, Table) and isinstance(item, Paragraph) and item.role == "note":
            done[-1] = replace(
                before, notes=(*before.notes, item.inlines), span=cover(before.span, item.span)
            )
        elif isinstance(before, Table) and isinstance(item, Paragraph) and _is_below(before, item, lines):
            done[-1] = _add_caption(before, item, joiner)
        else:
            done.append(item)
    return done


def _is_above(paragraph: Paragraph, table: Table, lines: Lines) -> bool:
    """Tell whether a paragraph is a table's caption: by its words, or a short line on top of it."""
    span = paragraph.span
    if paragraph.role == "caption":
        return True
    words = lines.text[span.start : span.end]
    on_top = span.line_end + 1 == table.span.line_start and span.line_start == span.line_end
    alone = span.line_start == 1 or lines.kinds[span.line_start - 2] == "blank"
    is_short = len(words) < _LONGEST_CAPTION and words[-1] not in ".:;,!?"
    return paragraph.role == "body" and on_top and alone and is_short


def _is_below(table: Table, paragraph: Paragraph, lines: Lines) -> bool:
    begin = lines.text[paragraph.span.start : paragraph.span.start + 3].lower()
    return paragraph.role == "caption" and not table.caption and begin in _TABLE_WORDS


def _add_caption(table: Table, paragraph: Paragraph, joiner: LineJoiner) -> Table:
    span = paragraph.span
    found = CAPTION.match(joiner.text, span.start, span.end)
    label = found["label"] if found else ""
    found = found or _WORD_ALONE.match(joiner.text, span.start, span.end)
    caption = joiner.join(found.end() if found else span.start, span.end)
    return replace(table, caption=caption, label=label, span=cover(table.span, span))
