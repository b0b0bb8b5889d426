"""The look of runs to marks round running text."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from pressroom.model.inline import Inline, LineBreak, Text
from pressroom.readers.common.inline_builder import MARKS, merge_texts
from pressroom.readers.docx.names import is_on, value
from pressroom.readers.docx.styles import WordStyle

Piece = tuple[tuple[str, ...], Inline]
"""An inline with the names of the marks round it, outermost first."""


def find_marks(
    properties: etree._Element | None, char: WordStyle, style: WordStyle, bold: bool
) -> tuple[str, ...]:
    """Return the names of the marks that a run has beyond its paragraph's ``style``.

    ``char`` is the run's own style, ``bold`` whether it is bold in all.
    """
    found = []
    if bold and not style.bold:
        found.append("bold")
    italic = is_on(properties, "w:i")
    if (char.italic if italic is None else italic) and not style.italic:
        found.append("italic")
    if is_on(properties, "w:strike") or is_on(properties, "w:dstrike"):
        found.append("strike")
    raised = value(properties, "w:vertAlign")
    if raised in ("superscript", "subscript"):
        found.append(raised)
    if char.code and style.part != "code":
        found.append("code")
    return tuple(found)


def wrap_pieces(pieces: Sequence[Piece], all_bold: bool) -> tuple[Inline, ...]:
    """Wrap runs of equal look in their marks; what is bold throughout is no stress within."""
    found: list[Inline] = []
    at = 0
    while at < len(pieces):
        marks = pieces[at][0]
        end = at
        while end < len(pieces) and pieces[end][0] == marks:
            end += 1
        inner: tuple[Inline, ...] = merge_texts(piece[1] for piece in pieces[at:end])
        blank = all(isinstance(entry, Text) and not entry.value.strip() for entry in inner)
        for mark in reversed(marks):
            if inner and not blank and not (mark == "bold" and all_bold):
                inner = (MARKS[mark](inner),)
        found.extend(inner)
        at = end
    return merge_texts(found)


def trim(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Return a paragraph's words without white space and breaks at its ends."""
    found = list(inlines)
    while found and (
        isinstance(found[0], LineBreak) or (isinstance(found[0], Text) and not found[0].value.strip())
    ):
        found.pop(0)
    while found and (
        isinstance(found[-1], LineBreak) or (isinstance(found[-1], Text) and not found[-1].value.strip())
    ):
        found.pop()
    if found and isinstance(first := found[0], Text):
        found[0] = Text(first.value.lstrip())
    if found and isinstance(last := found[-1], Text):
        found[-1] = Text(last.value.rstrip())
    return tuple(found)
