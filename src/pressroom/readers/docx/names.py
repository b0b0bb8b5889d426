"""Short names for the elements of a Word package, the same for its strict and its transitional form."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from pressroom.readers.common.elements import attribute

_PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://purl.oclc.org/ooxml/drawingml/main": "a",
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": "wp",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.microsoft.com/office/word/2010/wordprocessingShape": "wps",
    "urn:schemas-microsoft-com:vml": "v",
}


def name(element: etree._Element) -> str:
    """Return an element's name with its usual prefix ("w:p"); of unknown families only the local name."""
    space, _, local = str(element.tag).rpartition("}")
    prefix = _PREFIXES.get(space[1:])
    return f"{prefix}:{local}" if prefix else local


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """Return the first child of that name, and of that its first child of the next name."""
    for step in path:
        if element is None:
            return None
        element = next((entry for entry in element if name(entry) == step), None)
    return element


def children(element: etree._Element | None, wanted: str) -> Iterator[etree._Element]:
    """Yield the children of that name."""
    if element is not None:
        yield from (entry for entry in element if name(entry) == wanted)


def value(element: etree._Element | None, *path: str) -> str:
    """Return the ``val`` of a descendant, "" when it is not there."""
    return attribute(child(element, *path), "val")


def is_on(element: etree._Element | None, *path: str) -> bool | None:
    """Return what an on-off property says, None when it says nothing."""
    found = child(element, *path)
    if found is None:
        return None
    return attribute(found, "val").lower() not in ("0", "false", "off", "none")
