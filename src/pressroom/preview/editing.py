"""The text in the browser's editor, and the source that it was read from: an edit changes nothing else.

The editor shows every line end alike. A source keeps its encoding, its byte order mark, and each line end
that the edit does not touch.
"""

from __future__ import annotations

from itertools import takewhile
from pathlib import Path

from pressroom.preview.layout.marks import Offsets
from pressroom.readers import READERS
from pressroom.readers.common.encoding import decode, encode_like
from pressroom.readers.common.settings import ReaderSettings

EDITABLE = (*READERS["text"].extensions, *READERS["markdown"].extensions)


def is_editable(path: Path) -> bool:
    """Tell whether the editor may change a source: one that is text, with nothing else in it."""
    return path.suffix.lower() in EDITABLE


def show_text(data: bytes, shown: str, settings: ReaderSettings) -> str:
    """Return a source as the editor shows it. Raises PressroomError for bytes that are no text."""
    text, _ = decode(data, shown, settings)
    return Offsets(text).text


def edit_source(data: bytes, edited: str, shown: str, settings: ReaderSettings) -> bytes:
    """Return the bytes of a source after an edit of its text.

    Raises PressroomError where a new letter is not in the source's encoding.
    """
    if not data:
        return edited.encode()
    text, _ = decode(data, shown, settings)
    return encode_like(data, text, splice(text, edited), shown, settings)


def splice(text: str, edited: str) -> str:
    r"""Return a text with the change that ``edited`` makes to it, which has line feeds alone for line ends.

    >>> splice("One.\r\nTwo.\nThree.", "One.\nTwo!\nThree.")
    'One.\r\nTwo!\nThree.'
    """
    before = text.replace("\r\n", "\n")
    if before == edited:
        return text
    head = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(before, edited, strict=False)))
    most = min(len(before), len(edited)) - head
    pairs = zip(reversed(before), reversed(edited), strict=False)
    tail = min(most, sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs)))
    middle = edited[head : len(edited) - tail]
    if "\r\n" in text:
        middle = middle.replace("\n", "\r\n")
    return text[: _widen(text, head)] + middle + text[_widen(text, len(before) - tail) :]


def _widen(text: str, place: int) -> int:
    """Return the place in a text that one in its form with line feeds alone stands for."""
    at = 0
    for _ in range(place):
        at += 2 if text.startswith("\r\n", at) else 1
    return at
