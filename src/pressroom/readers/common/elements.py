"""Elements of XML by their local names, whatever their namespaces, and the numbers in their attributes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree

_LARGEST = 1_000_000_000
_LONGEST = 20  # characters


def local_name(element: etree._Element) -> str:
    """Return an element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def attribute(element: etree._Element | None, local: str) -> str:
    """Return an attribute by its local name, "" when it is not there."""
    if element is None:
        return ""
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == local:
            return str(value)
    return ""


def parse_int(text: str, otherwise: int, least: int = -_LARGEST, most: int = _LARGEST) -> int:
    """Return what a text writes as a whole number, at least ``least`` and at most ``most``.

    Where it writes none, or one that no program writes, it is ``otherwise``.
    """
    if len(text) > _LONGEST:
        return otherwise
    try:
        number = int(text)
    except ValueError:
        return otherwise
    return min(max(number, least), most) if abs(number) <= _LARGEST else otherwise
