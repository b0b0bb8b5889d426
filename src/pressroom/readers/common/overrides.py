"""Overrides of headings, for sources that mark theirs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pressroom.model.document import Heading, Paragraph
from pressroom.model.inline import words
from pressroom.readers.common.outline import Item
from pressroom.readers.common.settings import ReaderSettings

_NUMBERING = re.compile(r"^\W*(?:\d+(?:\.\d+)*|[IVXLC]+|[A-Z])[.):]?\s+(?=\w)")
_EDGE = re.compile(r"^\W+|\W+$")
_REASON = "the settings say so"


def apply_overrides(items: Sequence[Item], settings: ReaderSettings) -> list[Item]:
    """Return the items with what the settings say of headings done to them."""
    if not (settings.headings or settings.not_headings or settings.levels):
        return list(items)
    found: list[Item] = []
    level = 1
    for item in items:
        changed = item
        if isinstance(item, Heading) and _named(item, settings.not_headings):
            changed = Paragraph(item.inlines, item.span)
        elif isinstance(item, Paragraph) and _named(item, settings.headings):
            changed = Heading(item.inlines, level, item.span, level_guessed=True, reasons=(_REASON,))
        if isinstance(changed, Heading):
            asked = next((depth for place, depth in settings.levels if _named(changed, (place,))), 0)
            if asked:
                changed = replace(changed, level=asked, level_guessed=False, reasons=(_REASON,))
            level = changed.level
        found.append(changed)
    return found


def _named(item: Heading | Paragraph, places: Sequence[str | int]) -> bool:
    """Tell whether one of the places, words or numbers of lines, is this item."""
    if not places:
        return False
    written = words(item.inlines)
    if isinstance(item, Heading) and item.number:
        written = f"{item.number} {written}"
    own = {_plain(written), _plain(_NUMBERING.sub("", written))}
    for place in places:
        if isinstance(place, int) or place.strip().isdecimal():
            if item.span.line_start <= int(place) <= item.span.line_end:
                return True
        elif _plain(place) in own or _plain(_NUMBERING.sub("", place)) in own:
            return True
    return False


def _plain(text: str) -> str:
    return " ".join(_EDGE.sub("", text).casefold().split())
