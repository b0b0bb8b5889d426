"""White space as web pages and word processors mean it: a run of it is one space."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from pressroom.model.inline import Code, FootnoteRef, Inline, InlineImage, LineBreak, Math, Text
from pressroom.readers.common.inline_builder import merge_texts

_SPACES = re.compile(r"[ \t\r\n\f\v]+")


def collapse_spaces(text: str) -> str:
    """Return text with each run of white space as one space; a no-break space stays."""
    return _SPACES.sub(" ", text)


def tidy_spaces(inlines: Iterable[Inline]) -> tuple[Inline, ...]:
    """Collapse white space across the borders of marks, and take it off the ends and round breaks."""
    found, _ = _tidy(merge_texts(inlines), True)
    while found and (
        isinstance(found[-1], LineBreak) or (isinstance(found[-1], Text) and not found[-1].value.strip(" "))
    ):
        found.pop()
    if found and isinstance(last := found[-1], Text):
        found[-1] = Text(last.value.rstrip(" "))
    return tuple(found)


def _tidy(inlines: Iterable[Inline], after_space: bool) -> tuple[list[Inline], bool]:
    """Drop spaces that follow a space; return the rest and whether it ends in one."""
    found: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, Text):
            value = inline.value.lstrip(" ") if after_space else inline.value
            if value:
                found.append(Text(value))
                after_space = value.endswith(" ")
        elif isinstance(inline, LineBreak):
            if found:
                found.append(inline)
                after_space = True
        elif isinstance(inline, FootnoteRef | InlineImage | Code | Math):
            found.append(inline)
            after_space = False
        else:
            inner, after_space = _tidy(inline.children, after_space)
            if inner:
                found.append(replace(inline, children=tuple(inner)))
    return found, after_space
