"""Where sentences begin and end. Good enough to point at, never used to change a text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

from pressroom.numbers.languages import all_languages, language
from pressroom.numbers.parsing.patterns import any_of, compile_later

# what can end one is looked for first: a set of characters is found much faster than what may stand behind it
_END = re.compile(
    r"[.!?…\n](?:(?<=\n)\n*|(?<!\n)(?P<gap>[\"”’')\]*†‡]*\s+)(?=[\"“‘'(\[]?(?:[A-ZÀ-ÞА-Я0-9]|[£$€¥]\s?\d)))"
)
_FIGURES = "0123456789£$€¥"
_WORDS = all_languages().spelling
_NOT_AN_END = compile_later(lambda: rf"\b(?:{any_of(_WORDS.abbreviations)}|[A-Z])\.$")
_HOUR = re.compile(r"\b[ap]\.m\.$")
# behind an hour: its zone or its day, "at 10 p.m. ET", "from noon to 12 p.m. Friday"
_OF_HOUR = compile_later(lambda: rf"[A-Z]{{2,4}}\b|(?i:{any_of(all_languages().dates.weekdays)})\b")
_NUMBER = compile_later(lambda: rf"\b{any_of(_WORDS.before_digits)}\.$")


@cache
def _ordinal(lang: str) -> re.Pattern[str] | None:
    """Return what tells an ordinal from the end of a sentence by what stands ahead: "am 3.", "der 21."."""
    ahead = language(lang).spelling.before_ordinal
    return re.compile(rf"\b{any_of(ahead)} \d{{1,2}}\.$", re.IGNORECASE) if ahead else None


@cache
def _day(lang: str) -> re.Pattern[str] | None:
    """Return what tells a day from the end of a sentence by the month behind: "12. März"."""
    months = language(lang).spelling.behind_day
    return re.compile(rf"\d\.\s{any_of(months)}", re.IGNORECASE) if months else None


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
    ordinal, day = _ordinal(lang), _day(lang)
    for match in _END.finditer(text):
        gap = match["gap"]
        if gap and gap.strip("\"”’')]*†‡ \t") == "":
            head = text[max(0, match.start() - 11) : match.start() + 1]
            if _NOT_AN_END().search(head) or (text[match.end()] in _FIGURES and _NUMBER().search(head)):
                continue
            if _HOUR.search(head) and _OF_HOUR().match(text, match.end()):
                continue
            if (ordinal and ordinal.search(head)) or (day and day.match(text, match.start() - 1)):
                continue
        starts.append(match.end())
    return Sentences(text, starts)
