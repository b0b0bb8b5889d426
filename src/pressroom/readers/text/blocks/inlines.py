"""Running text with its way back to the source: joined lines, mended hyphens, calls of footnotes."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection

from pressroom.model.inline import FootnoteRef, Inline, LineBreak, Text
from pressroom.readers.common.hyphens.compounds import CONJUNCTIONS
from pressroom.readers.common.hyphens.mending import HyphenMender
from pressroom.readers.text.lines.lines import SOFT_BREAKS

# web pages write a gap as a no-break space beside a space, which is one space to a reader
# a run of white space is looked at from its beginning alone, however long it is
_GAP = r"(?<![ \xa0])[ \xa0]*(?:\xa0 | \xa0)[ \xa0]*"
_JOINT = re.compile(rf"(?<!\s)\s*\n\s*|\xad\s*|{_GAP}")
_UNEVEN = re.compile(r"[^\S\n]\n|\n\s|[-\xad\u2010]\n|\xad|\xa0 | \xa0")
_JOINED = re.compile(r"[\n\xad]|\xa0 | \xa0")
_CALL = re.compile(r"[^\S\n]?\[(\^?[\w-]{1,12})\]")
_HYPHENS = "-\u2010"
_SOFT = re.compile(rf"(?<!\s)\s*[{SOFT_BREAKS}]\s*")


class LineJoiner:
    """Turns stretches of one text into inlines.

    Lines are joined by one space, which stands for the first character of the white space that it replaces;
    so each character of a ``Text`` is the source's at its offset, or a space for white space there.
    """

    def __init__(
        self,
        text: str,
        source: str,
        notes: frozenset[str],
        dropped: list[tuple[int, int]] | None = None,
        marks: Collection[tuple[int, int]] = (),
    ) -> None:
        """``dropped`` are the bounds of lines that are no text, ``marks`` those of parts of lines."""
        self._dropped = sorted([*(dropped or ()), *marks])
        self._marks = frozenset(marks)
        self.text = text
        self.source = source
        self.notes = notes
        self._hyphens = HyphenMender(text)

    def join(self, start: int, end: int) -> tuple[Inline, ...]:
        """Return the inlines of ``text[start:end]``, which may run over several lines."""
        if start >= end:
            return ()
        first = bisect_right(self._dropped, (start, start)) if self._dropped else 0
        within = self._dropped[first : bisect_right(self._dropped, (end, end))] if self._dropped else []
        if within:
            return self._join_around(within, start, end)
        value = self.text[start:end]
        if _SOFT.search(value):
            return self._join_soft(value, start, end)
        pieces = self._joined(value, start) if _JOINED.search(value) else (Text(value, start),)
        if self.notes and "[" in value:
            return self._called(pieces)
        return pieces

    def _join_soft(self, value: str, start: int, end: int) -> tuple[Inline, ...]:
        """Return the inlines of a stretch with breaks that keep its lines apart."""
        found: list[Inline] = []
        at = start
        for soft in _SOFT.finditer(value):
            found += [*self.join(at, start + soft.start()), LineBreak()]
            at = start + soft.end()
        return (*found, *self.join(at, end))

    def _join_around(self, dropped: list[tuple[int, int]], start: int, end: int) -> tuple[Inline, ...]:
        """Return the inlines of a stretch without some lines within it, such as the head of a page."""
        found: list[Inline] = []
        for begin, after in [*dropped, (end, end)]:
            stop = start + len(self.text[start:begin].rstrip())
            inlines = list(self.join(start, stop))
            if (begin, after) in self._marks:
                found.extend(self.join(start, begin))
                start = after
                if isinstance(last := found[-1] if found else None, Text) and last.value.endswith(" "):
                    start += len(self.text[after:end]) - len(self.text[after:end].lstrip(" "))
                continue
            if begin < end and inlines and isinstance(last := inlines[-1], Text):
                following = self.text[after:end].lstrip()
                hyphen = last.value[-1:] in _HYPHENS and last.value[-2:-1].isalpha()
                if hyphen and not self._hyphens.belongs(last.value, following[:40]):
                    inlines[-1] = Text(last.value[:-1], last.start)
                elif not hyphen and self.text[stop - 1] != "\xad":  # a soft hyphen parts a word
                    inlines[-1] = Text(last.value + " ", last.start)
            found.extend(inlines)
            start = after + len(self.text[after:end]) - len(self.text[after:end].lstrip())
        return tuple(found)

    def join_stretches(self, bounds: list[tuple[int, int]]) -> tuple[Inline, ...]:
        """Return the inlines of stretches that read on, as the lines of a quotation without its marks."""
        found: list[Inline] = []
        for number, (start, end) in enumerate(bounds, 1):
            inlines = list(self.join(start, end))
            if (
                number < len(bounds)
                and inlines
                and isinstance(inlines[-1], Text)
                and self.text[end].isspace()
            ):
                inlines[-1] = Text(inlines[-1].value + " ", inlines[-1].start)
            found.extend(inlines)
        return tuple(found)

    def _joined(self, value: str, start: int) -> tuple[Text, ...]:
        if not _UNEVEN.search(value):
            return (Text(value.replace("\n", " "), start),)
        pieces = []
        at = 0
        begun = 0
        held = ""
        for joint in _JOINT.finditer(value):
            held += value[at : joint.start()]
            at = joint.end()
            whole = joint.group()
            if whole[0] == "\xad" or at >= len(value):
                keep = ""
            elif "\n" not in whole:
                keep = " "
            elif held and held[-1] in _HYPHENS and (len(held) < 2 or held[-2].isalpha()):
                keep = " " if CONJUNCTIONS.match(value, at) else ""
                if not keep and not self._hyphens.belongs(held, value[at : at + 40]):
                    held = held[:-1]
            else:
                keep = " "
            if keep and len(whole) == 1:
                held += keep
                continue
            if held or keep:
                pieces.append(Text(held + keep, start + begun))
            held = ""
            begun = at
        held += value[at:]
        if held:
            pieces.append(Text(held, start + begun))
        return tuple(pieces)

    def _called(self, pieces: tuple[Text, ...]) -> tuple[Inline, ...]:
        found: list[Inline] = []
        for piece in pieces:
            at = 0
            for call in _CALL.finditer(piece.value):
                label = call.group(1)
                if label not in self.notes:
                    continue
                if call.start() > at:
                    found.append(Text(piece.value[at : call.start()], _offset(piece, at)))
                found.append(FootnoteRef(label))
                at = call.end()
            if at < len(piece.value):
                found.append(Text(piece.value[at:], _offset(piece, at)))
        return tuple(found)


def _offset(piece: Text, at: int) -> int | None:
    return None if piece.start is None else piece.start + at
