"""Tables that are wider than the page: what is tried for them, one after the other."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from pressroom.writers.common.columns import plan_parts, split_columns
from pressroom.writers.common.elements import number_calls
from pressroom.writers.common.markup import classes, keep_on_line
from pressroom.writers.pdf.fitting.faults import HEADINGS, WideTable

# into the margin, in the smallest type that is read with ease, on its side; then several tables of fewer
# columns, and words broken anywhere where columns are few. Numbers are never broken.
TABLE_REMEDIES = ("wide", "tight", "turned", "split", "broken")
_BOXES = ("aside", "blockquote")
_HOLDERS = (*_BOXES, "li", "dd", "td")
_NUMBER = re.compile(
    r"(?<!\S)([^\W\d]{0,3}[^\w\s]{0,3}\d[\d.,:/'\u2019\u00a0\u202f-]*[^\w\s]{0,2}[^\W\d]{0,2})(?!\S)"
)


def keep_within(root: Any) -> None:
    """Let no table in a box, a list or a note stand out of it, however many columns it has."""
    for table in _list_held(root):
        if "wide" in classes(table):
            table.set("class", " ".join(sorted(classes(table) - {"wide"})))


def fix_tables(root: Any, wide: Mapping[Any, WideTable]) -> bool:
    """Give each table that is too wide its next remedy; False when none is left to try."""
    held = _list_held(root)
    tried = [_fix_table(root, table, found, held=table in held) for table, found in wide.items()]
    return any(tried)


def _fix_table(root: Any, table: Any, found: WideTable, *, held: bool) -> bool:
    for remedy in TABLE_REMEDIES:
        if remedy in classes(table) or (remedy == "wide" and held):
            continue
        if remedy == "split":
            if _split(root, table, found):
                return True
            continue  # it has too few columns; words broken, it may have room
        table.set("class", " ".join(sorted(classes(table) | {remedy})))
        if remedy == "turned":
            _turn_sideways(root, table)
        elif remedy == "broken":
            for holder in list(table.iter()):
                keep_on_line(holder, _NUMBER)
        return True
    return False


def _list_held(root: Any) -> frozenset[Any]:
    """Return the tables that stand in a box, a list or a note, which they would leave in the margin."""
    holders = (each for each in root.iter() if each.tag in _HOLDERS or "footnote" in classes(each))
    return frozenset(table for holder in holders for table in holder.iter("table"))


def _split(root: Any, table: Any, found: WideTable) -> bool:
    """Put the parts of a table in its place; False where its columns are too few or too wide for that."""
    split = plan_parts(table, found.columns, found.room)
    if split is None:
        return False
    parent = next(element for element in root.iter() if table in list(element))
    at = list(parent).index(table)
    parent.remove(table)
    for part in reversed(split_columns(table, split)):
        part.set("class", " ".join(sorted(classes(part) | {"split"})))
        parent.insert(at, part)
    number_calls(root)
    return True


def _turn_sideways(root: Any, table: Any) -> None:
    """Put a table with its notes or its box on a page on its side, unless they already stand on one."""
    import xml.etree.ElementTree as ET

    parents = {child: parent for parent in root.iter() for child in parent}
    held = table  # the outermost box that holds the table: its ground and its bar turn with it
    ancestor = parents.get(table)
    while ancestor is not None:
        if classes(ancestor) & {"landscape", "footnote"}:
            return
        if ancestor.tag in _BOXES:
            held = ancestor
        ancestor = parents.get(ancestor)
    parent = parents[held]
    at = list(parent).index(held)
    group = [held]
    for sibling in list(parent)[at + 1 :]:
        if "table-note" not in classes(sibling):
            break
        group.append(sibling)
    around = ET.Element("div", {"class": "landscape"})
    for element in group:
        parent.remove(element)
        around.append(element)
    parent.insert(at, around)
    _turn_cover(root, around)


def _turn_cover(root: Any, around: Any) -> None:
    """Turn the first page as well where nothing but its head and headings stand ahead of a turned table."""
    header = next(root.iter("header"), None)
    if header is None or "landscape-cover" in classes(header):
        return
    following = list(root.find(".//body"))
    while following:
        element = following.pop(0)
        if element is around:
            header.set("class", " ".join(sorted(classes(header) | {"landscape-cover"})))
            return
        if element.tag in ("main", "section"):
            following = list(element) + following
        elif element is not header and element.tag not in HEADINGS and "running" not in classes(element):
            return
