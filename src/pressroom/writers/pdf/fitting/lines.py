"""The hook on WeasyPrint's line breaking: where lines end that WeasyPrint ends in the wrong place.

``weasyprint.layout.inline.split_first_line`` is private; tests fail when a fault is gone and its part of this
module is no longer needed.

- A space at the end of a line may stand outside it. WeasyPrint lays a paragraph out text by text. Where the
  words of one text fill the line and only the space before the next text (a key number, a page reference)
  goes beyond it, WeasyPrint 70 takes the first word for too wide and ends the line after it.
- An address is divided without a hyphen, behind a stroke or ahead of another sign: a hyphen would belong to
  it. WeasyPrint divides the parts of an address like words (Kozea/WeasyPrint#48).
- A word that is written with a hyphen stands on one line. Readers of the file take a hyphen at a line's end
  for one of the layout, leave it out, and no longer find "long-term" (Kozea/WeasyPrint#2132).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

_COLLAPSING = ("normal", "pre-line")  # values of white-space: lines break, without the space at their end
# of what split_first_line returns: where the next line begins (None when all of the text fits), its width
_RESUME, _WIDTH = 2, 3
_ADDRESS = re.compile(r"://|^www\.|[\w.]@\w|\w/\w+[./]|\w_\w|\w\.\w+/", re.IGNORECASE)
_HYPHENS = "-\u2010"
_LONGEST_KEPT = 30  # letters of a word with hyphens that is not divided at them
_BEHIND, _AHEAD = "/:?&=@", ".-_~%#,"  # signs of an address that a line may end behind, and begin with


@contextmanager
def use_own_lines() -> Iterator[None]:
    """Let WeasyPrint break lines without these faults while the context lasts."""
    import weasyprint.layout.inline as inline

    theirs = inline.split_first_line
    inline.split_first_line = _divide_well(_without_last_space(theirs))
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


@dataclass(frozen=True, slots=True)
class _Break:
    """A line's end within a word, ``text[begin:end]``, at ``at``."""

    text: str
    begin: int
    at: int
    end: int

    @property
    def word(self) -> str:
        return self.text[self.begin : self.end]


def _find_break(text: str, resume: int) -> _Break | None:
    """Return the break of a line that ends within a word, ``resume`` bytes into the text."""
    at = len(text.encode()[:resume].decode(errors="ignore"))
    if not 0 < at < len(text) or text[at - 1].isspace() or text[at].isspace():
        return None
    begin = max(text.rfind(space, 0, at) for space in " \n\t\u00a0") + 1
    ends = [place for space in " \n\t\u00a0" if (place := text.find(space, at)) >= 0]
    return _Break(text, begin, at, min(ends, default=len(text)))


def _divide_well(theirs: Callable[..., Any]) -> Callable[..., Any]:
    """Return line breaking that leaves words with hyphens whole, and puts none into addresses."""
    rests: set[str] = set()  # texts that begin with the rest of an address

    def split_first_line(
        text: str, style: Any, context: Any, width: float | None, spacing: float, **settings: Any
    ) -> Any:
        found = theirs(text, style, context, width, spacing, **settings)
        if width is None or found[_RESUME] is None:
            return found
        divided = _find_break(text, found[_RESUME])
        if divided is None:
            return found

        def end_at(place: int) -> Any:
            line = list(theirs(text[:place].rstrip(" "), style, context, None, spacing, **settings))
            line[_RESUME] = len(text[:place].encode())
            return tuple(line)

        if _ADDRESS.search(divided.word) or (text in rests and not divided.begin):
            for place in (*_list_places(divided), divided.at):
                line = end_at(place)
                if line[_WIDTH] <= width or place == divided.at:
                    if place > divided.begin:
                        rests.add(text[place:])
                    return line
        elif text[divided.at - 1] in _HYPHENS and divided.begin > 0 and len(divided.word) <= _LONGEST_KEPT:
            return end_at(divided.begin)
        return found

    return split_first_line


def _list_places(divided: _Break) -> Iterator[int]:
    """Return where a line may end in an address, or ahead of it, the last place first."""
    text = divided.text
    for place in range(divided.end - 1, divided.begin, -1):
        behind = text[place - 1] in _BEHIND and text[place] not in _BEHIND
        if behind or (text[place] in _AHEAD and text[place - 1] not in _AHEAD + _BEHIND):
            yield place
    if divided.begin:
        yield divided.begin
