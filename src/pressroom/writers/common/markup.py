"""What an element of the page says of itself, in a tree of lxml or of the standard library."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


def classes(element: Any) -> frozenset[str]:
    """Return the classes of an element."""
    return frozenset((element.get("class") or "").split())


def words(element: Any) -> str:
    """Return the words of an element on one line, without those of the notes that it calls."""
    return " ".join("".join(_read(element)).split())


def _read(element: Any) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str) and "footnote" not in classes(child):
            yield from _read(child)
        yield child.tail or ""
