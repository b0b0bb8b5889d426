"""Addresses that go over several lines, given to readers of the file as one piece.

A line's end within a word is a space for whoever searches or copies, and an address has no hyphen that
would say otherwise. The pieces of an address become one piece of marked content, whose ``ActualText`` is the
whole of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pressroom.writers.common.markup import classes

_BEGIN = 3  # operations that begin marked content: its tag, its properties, BDC


def join_addresses(page_box: Any, operations: list[Any], marks: dict[Any, Any]) -> None:
    """Join the pieces of each address on a page, in place; the marks of all but the first are taken away."""
    import pydyf

    pieces: dict[Any, list[Any]] = {}
    for box in _list_texts(page_box):
        if box in marks:
            pieces.setdefault(box.element, []).append(box)
    for boxes in pieces.values():
        if len(boxes) < 2 or not _join(operations, [marks[box]["mcid"] for box in boxes]):
            continue
        begin = _find_begin(operations, marks[boxes[0]]["mcid"])
        operations[begin + 1]["ActualText"] = pydyf.String("".join(box.text for box in boxes))
        for box in boxes[1:]:
            del marks[box]


def _list_texts(box: Any) -> Iterator[Any]:
    """Return the boxes with the words of addresses, in reading order."""
    box = getattr(box, "_box", box)  # an absolutely positioned box stands behind a placeholder
    if getattr(box, "text", None) and box.element is not None and _is_address(box.element):
        yield box
    for child in getattr(box, "children", ()):
        yield from _list_texts(child)


def _is_address(element: Any) -> bool:
    return bool(element.tag == "a") and "address-link" in classes(element)


def _find_begin(operations: list[Any], mcid: int) -> int:
    for index, operation in enumerate(operations):
        if operation == b"BDC":
            properties = operations[index - 1]
            if isinstance(properties, Mapping) and properties.get("MCID") == mcid:
                return index - _BEGIN + 1
    return -1


def _join(operations: list[Any], mcids: list[int]) -> bool:
    """Take away what parts these pieces of marked content, where nothing stands between them."""
    begins = [_find_begin(operations, mcid) for mcid in mcids]
    if any(begin < 1 or operations[begin - 1] != b"EMC" for begin in begins[1:]):
        return False
    for begin, before in zip(reversed(begins[1:]), reversed(begins[:-1]), strict=True):
        if b"EMC" in operations[before : begin - 1]:
            return False
    for begin in reversed(begins[1:]):
        del operations[begin - 1 : begin + _BEGIN]
    return True
