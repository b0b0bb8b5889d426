"""Where sentences begin and end. Good enough to point at, never used to change a text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

# what can end one is looked for first: a set of characters is found much faster than what may stand behind it
_END = re.compile(r"[.!?…\n](?:(?<=\n)\n*|(?<!\n)(?P<gap>[\"”’')\]]*\s+)(?=[\"“‘'(\[]?[A-ZÀ-ÞА-Я0-9]))")
_NOT_AN_END = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|Sen|Rep|Gov|Gen|Col|Lt|Capt|Sgt|Nos?|vs|e\.g|i\.e|approx|ca|cf|Jr|Sr|Inc|Ltd|Co|Corp|al|Nr|z\.B|bzw|art|Art|figs?|Figs?|vol|Vol|pp?"
    r"|ch|sec|paras?|Abs|Abb|Mio|Mrd|Tsd|Str|rund ca|est|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Rs|Fr|núm|art|op|[A-Z])\.)$"
)
_NUMBER = re.compile(r"\bnos?\.$")  # ahead of digits
# a German ordinal: "am 3. Mai", "der 21. Tag"
_ORDINAL = re.compile(
    r"\b(?:am|vom|zum|der|des|dem|den|die|das|bis|und|im|beim|jeder|seit|ab|zur) \d{1,2}\.$", re.IGNORECASE
)
# or a day: "Mittwoch, 12. März"
_MONTH = re.compile(r"\d\.\s(?:Jan|Feb|März|Apr|Mai|Jun|Jul|Aug|Sept|Okt|Nov|Dez)", re.IGNORECASE)


class Sentences:
    """The sentences of a text, by their offsets."""

    def __init__(self, text: str, starts: list[int]) -> None:
        self.text, self.starts, self.end = text, starts, len(text)

    def round(self, offset: int) -> tuple[int, int]:
        """Return (start, end) of the sentence that ``offset`` stands in."""
        at = bisect_right(self.starts, offset) - 1
        return self.starts[at], self.starts[at + 1] if at + 1 < len(self.starts) else self.end

    def stretches(self, longest: int) -> Iterator[tuple[int, int]]:
        """Yield (start, end) of every sentence; one that is longer than ``longest`` is cut at spaces."""
        for start, end in zip(self.starts, [*self.starts[1:], self.end], strict=True):
            at = start
            while end - at > longest:
                cut = self.text.rfind(" ", at + longest // 2, at + longest)
                cut = cut + 1 if cut > 0 else at + longest
                yield at, cut
                at = cut
            if at < end:
                yield at, end


def split_sentences(text: str, lang: str = "en") -> Sentences:
    """Split a text."""
    starts = [0]
    for match in _END.finditer(text):
        gap = match["gap"]
        if gap and gap.strip("\"”’')] \t") == "":
            head = text[max(0, match.start() - 11) : match.start() + 1]
            if _NOT_AN_END.search(head) or (text[match.end()].isdigit() and _NUMBER.search(head)):
                continue
            if lang.startswith("de") and (_ORDINAL.search(head) or _MONTH.match(text, match.start() - 1)):
                continue
        starts.append(match.end())
    return Sentences(text, starts)
