"""Figures with their captions, code, and quotations with who is quoted."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from lxml import etree

from pressroom.model.document import Block, CodeBlock, Image, Paragraph, Quote, Table
from pressroom.model.inline import Inline, Text, words
from pressroom.readers.common.cells import flatten_blocks
from pressroom.readers.common.flow import split_label
from pressroom.readers.common.outline import Item
from pressroom.readers.common.rendering import NOWHERE

_LONGEST_ATTRIBUTION = 120  # characters
_DASH = re.compile(r"(?:[—–―]|--)\s*(?=\S)")


def read_figure(
    element: etree._Element,
    skipped: set[etree._Element],
    read_items: Callable[[etree._Element], list[Item]],
) -> list[Item]:
    """Return what stands in a figure, its first picture or table with the caption.

    The captions' elements are added to ``skipped``.
    """
    caption: tuple[Inline, ...] = ()
    own = (entry for entry in element.iter("figcaption") if next(entry.iterancestors("figure")) is element)
    for entry in own:
        caption = flatten_blocks(read_items(entry), caption)
        skipped.add(entry)
    found = read_items(element)
    for at, item in enumerate(found):
        if caption and isinstance(item, Image | Table) and not item.caption:
            label, rest = split_label(caption)
            found[at] = replace(item, caption=rest, label=label)
            return found
        if caption and isinstance(item, Quote) and not item.attribution:
            found[at] = split_attribution(item.blocks, caption)
            return found
    return [*found, Paragraph(caption, NOWHERE, "caption")] if caption else found


def read_code(element: etree._Element) -> list[Block]:
    """Return text that is kept letter for letter, nothing where there is none."""
    text = "".join(str(part) for part in element.itertext()).strip("\n")
    return [CodeBlock(text, NOWHERE, _find_language(element))] if text.strip() else []


def _find_language(element: etree._Element) -> str:
    for entry in element.iter():
        found = re.search(r"(?:language|lang|brush)[-:]\s*([\w+#-]+)", str(entry.get("class") or ""))
        if found:
            return found[1]
    return ""


def find_source(element: etree._Element, skipped: set[etree._Element]) -> etree._Element | None:
    """Return the element within a quotation that says who is quoted; it is added to ``skipped``."""
    last = next((entry for entry in reversed(element) if isinstance(entry.tag, str)), None)
    if last is None or (last.tail or "").strip() or len(element) < 2:
        return None
    if last.tag not in ("footer", "cite") and "attribution" not in str(last.get("class") or ""):
        return None
    skipped.add(last)
    return last


def split_attribution(blocks: tuple[Block, ...], said: tuple[Inline, ...] = ()) -> Quote:
    """Return a quotation of blocks; a short last one that begins with a dash says who is quoted.

    ``said`` is what the page itself marks as that.
    """
    if said:
        first = said[0]
        dash = _DASH.match(first.value) if isinstance(first, Text) else None
        if dash and isinstance(first, Text):
            said = (Text(first.value[dash.end() :]), *said[1:])
        return Quote(blocks, NOWHERE, said)
    last = blocks[-1]
    if len(blocks) > 1 and isinstance(last, Paragraph) and len(words(last.inlines)) < _LONGEST_ATTRIBUTION:
        first = last.inlines[0]
        found = _DASH.match(first.value) if isinstance(first, Text) else None
        if found and isinstance(first, Text):
            return Quote(blocks[:-1], NOWHERE, (Text(first.value[found.end() :]), *last.inlines[1:]))
    return Quote(blocks, NOWHERE)
