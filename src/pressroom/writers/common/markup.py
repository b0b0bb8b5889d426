"""What an element of the page says of itself, in a tree of lxml or of the standard library."""

from __future__ import annotations

from typing import Any


def classes(element: Any) -> frozenset[str]:
    """Return the classes of an element."""
    return frozenset((element.get("class") or "").split())


def words(element: Any) -> str:
    """Return the words of an element on one line."""
    return " ".join("".join(element.itertext()).split())
