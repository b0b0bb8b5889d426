"""What an element of the page says of itself, in a tree of lxml or of the standard library."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any


def classes(element: Any) -> frozenset[str]:
    """Return the classes of an element."""
    return frozenset((element.get("class") or "").split())


def words(element: Any) -> str:
    """Return the words of an element on one line, without those of the notes that it calls; formulas as
    they are said.
    """
    return " ".join("".join(_read(element)).split())


def _read(element: Any) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag == "math":
            yield child.get("alttext") or ""
        elif isinstance(child.tag, str) and "footnote" not in classes(child):
            yield from _read(child)
        yield child.tail or ""


def keep_on_line(holder: Any, pattern: re.Pattern[str]) -> None:
    """Put what a pattern of one group finds in an element's own text into ``span.keep``: no line parts it."""
    for index in range(len(holder) - 1, -1, -1):
        holder[index].tail, kept = _split(holder, holder[index].tail, pattern)
        holder[index + 1 : index + 1] = kept
    holder.text, kept = _split(holder, holder.text, pattern)
    holder[0:0] = kept


def _split(holder: Any, text: str | None, pattern: re.Pattern[str]) -> tuple[str | None, list[Any]]:
    """Return the text ahead of the first match, and a ``span.keep`` for each match."""
    pieces = pattern.split(text or "")
    kept = []
    for at in range(1, len(pieces), 2):
        span = holder.makeelement("span", {"class": "keep"})
        span.text, span.tail = pieces[at], pieces[at + 1]
        kept.append(span)
    return (pieces[0] if kept else text), kept
