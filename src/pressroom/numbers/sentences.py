"""Where sentences begin and end. Good enough to point at, never used to change a text."""

from __future__ import annotations

import re
from bisect import bisect_right

_END = re.compile(r"(?<=[.!?…])[\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-ZÀ-ÞА-Я0-9])|\n+")
_NOT_AN_END = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|Sen|Rep|Gov|Gen|Col|Lt|Capt|Sgt|No|vs|e\.g|i\.e|approx|ca|Jr|Sr|Inc|Ltd|Co|Corp|al|Nr|z\.B|bzw|[A-Z])\.)$"
)


class Sentences:
    """The sentences of a text, by their offsets."""

    def __init__(self, starts: list[int], end: int) -> None:
        self.starts, self.end = starts, end

    def round(self, offset: int) -> tuple[int, int]:
        """Return (start, end) of the sentence that ``offset`` stands in."""
        at = bisect_right(self.starts, offset) - 1
        return self.starts[at], self.starts[at + 1] if at + 1 < len(self.starts) else self.end


def sentences(text: str) -> Sentences:
    """Split a text."""
    starts = [0]
    for match in _END.finditer(text):
        if match.group().strip("\"”’')] \t") == "" and "\n" not in match.group():
            head = text[max(0, match.start() - 12) : match.start()]
            if _NOT_AN_END.search(head):
                continue
        starts.append(match.end())
    return Sentences(starts, len(text))
