"""The hook on WeasyPrint's line breaking: a space at the end of a line may stand outside it.

WeasyPrint lays a paragraph out text by text. Where the words of one text fill the line and only the space
before the next text (a key number, a page reference) goes beyond it, WeasyPrint 70 takes the first word for
too wide and ends the line after it. ``weasyprint.layout.inline.split_first_line`` is private; a test fails
when the fault is gone and this module is no longer needed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

_COLLAPSING = ("normal", "pre-line")  # values of white-space: lines break, without the space at their end
_RESUME = 2  # of what split_first_line returns: where the next line begins, None when all of the text fits


@contextmanager
def use_own_lines() -> Iterator[None]:
    """Let WeasyPrint break lines without this fault while the context lasts."""
    import weasyprint.layout.inline as inline

    theirs = inline.split_first_line
    inline.split_first_line = _without_last_space(theirs)
    try:
        yield
    finally:
        inline.split_first_line = theirs


def _without_last_space(theirs: Callable[..., Any]) -> Callable[..., Any]:
    def split_first_line(
        text: str, style: Any, context: Any, width: float | None, spacing: float, **settings: Any
    ) -> Any:
        found = theirs(text, style, context, width, spacing, **settings)
        bare = text.rstrip(" ")
        if width is None or found[_RESUME] is None or not bare or bare == text:
            return found
        if style["white_space"] not in _COLLAPSING:
            return found
        fits = theirs(bare, style, context, width, spacing, **settings)[_RESUME] is None
        return theirs(text, style, context, None, spacing, **settings) if fits else found

    return split_first_line
