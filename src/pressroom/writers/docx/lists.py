"""Lists: which style an item has and where its count begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DEEPEST_STYLE = 5


def list_role(kind: str, depth: int) -> str:
    """Return the role of an item (``kind`` bullet, number or continue) at a depth from 0."""
    return f"{kind}-{min(depth + 1, _DEEPEST_STYLE)}"


def list_start(element: HtmlElement) -> int:
    """Return the number of a counted list's first item."""
    text = (element.get("start") or "1").strip()
    return int(text) if text.isdigit() and int(text) < 32767 else 1
