"""Lists and lists of definitions."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import replace

from lxml import etree

from pressroom.model.document import Block, Definition, DefinitionList, List, ListItem, ListStyle
from pressroom.model.inline import Inline
from pressroom.readers.common.cells import flatten_blocks
from pressroom.readers.common.outline import Item
from pressroom.readers.common.rendering import NOWHERE

_STYLES: dict[str, ListStyle] = {
    "a": "lower-alpha",
    "A": "upper-alpha",
    "i": "lower-roman",
    "I": "upper-roman",
}


def read_list(
    element: etree._Element,
    ordered: bool,
    skipped: Collection[etree._Element],
    read_blocks: Callable[[etree._Element], tuple[Block, ...]],
    add_stray: Callable[[etree._Element], None],
) -> list[Block]:
    """Return the list of an element, nothing where it has no items.

    ``add_stray`` is called for each list put between items, whose words between items stand ahead of it all.
    """
    items: list[ListItem] = []
    values: list[str] = []
    for entry in element:
        if not isinstance(entry.tag, str) or entry in skipped:
            continue
        if entry.tag in ("ul", "ol") and items:  # a list put between items belongs to the one before
            add_stray(entry)
            nested = read_list(entry, entry.tag == "ol", skipped, read_blocks, add_stray)
            items[-1] = replace(items[-1], blocks=(*items[-1].blocks, *nested))
        elif blocks := read_blocks(entry):
            items.append(ListItem(blocks, NOWHERE, "", _is_checked(entry)))
            values.append(str(entry.get("value") or ""))
    if not items:
        return []
    style: ListStyle = _STYLES.get(element.get("type") or "", "decimal") if ordered else "bullet"
    if not ordered:
        return [List(tuple(items), NOWHERE, style)]
    return _count(element, items, values, style)


def _count(
    element: etree._Element, items: list[ListItem], values: list[str], style: ListStyle
) -> list[Block]:
    """Return an ordered list, parted where an item does not have the number after the one before."""
    step = -1 if element.get("reversed") is not None else 1
    given = _number(element.get("start"))
    number = (given if given is not None else len(items) if step < 0 else 1) - step
    parts: list[tuple[int, list[ListItem]]] = []
    for item, value in zip(items, values, strict=True):
        own = _number(value)
        before, number = number, number + step if own is None else own
        if parts and number == before + 1:
            parts[-1][1].append(item)
        else:
            parts.append((number, [item]))
    return [List(tuple(run), NOWHERE, style, first) for first, run in parts]


def _number(text: str | None) -> int | None:
    return int(text) if text and re.fullmatch(r"\d{1,6}", text.strip()) else None


def _is_checked(element: etree._Element) -> bool | None:
    box = next((entry for entry in element.iter("input") if entry.get("type") == "checkbox"), None)
    return None if box is None else box.get("checked") is not None


def read_definitions(
    element: etree._Element,
    read_items: Callable[[etree._Element], list[Item]],
    read_blocks: Callable[[etree._Element], tuple[Block, ...]],
) -> list[Block]:
    """Return the definitions of an element, nothing where it has none."""
    items: list[Definition] = []
    term: tuple[Inline, ...] = ()
    for entry in _iterate_entries(element):
        if entry.tag == "dt":
            if term:
                items.append(Definition(term, (), NOWHERE))
            term = flatten_blocks(read_items(entry))
        elif blocks := read_blocks(entry):
            items.append(Definition(term, blocks, NOWHERE))
            term = ()
    if term:
        items.append(Definition(term, (), NOWHERE))
    return [DefinitionList(tuple(items), NOWHERE)] if items else []


def _iterate_entries(element: etree._Element) -> Iterator[etree._Element]:
    """Yield what stands in a list of definitions, also from within the boxes that HTML allows there."""
    for entry in element:
        if entry.tag == "div":
            yield from _iterate_entries(entry)
        elif isinstance(entry.tag, str):
            yield entry


_ROW_GROUPS = ("thead", "tbody", "tfoot", "tr", "colgroup")


def iterate_stray(element: etree._Element) -> Iterator[str]:
    """Yield the words right within a list or table, and within its rows, where HTML allows none."""
    texts = [element.text, *(entry.tail for entry in element)]
    yield from (" ".join(text.split()) for text in texts if text and text.strip())
    for entry in element:
        if entry.tag in _ROW_GROUPS or (entry.tag == "div" and element.tag == "dl"):
            yield from iterate_stray(entry)
