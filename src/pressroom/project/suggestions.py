"""The nearest name to one that is unknown."""

from __future__ import annotations

from collections.abc import Collection
from difflib import get_close_matches


def suggest(name: str, known: Collection[str]) -> str:
    """Return a cure for an unknown name: the nearest known one, or else all of them."""
    near = get_close_matches(name, known, 1)
    return f"did you mean {near[0]}?" if near else f"there are: {', '.join(known) or 'none'}"
