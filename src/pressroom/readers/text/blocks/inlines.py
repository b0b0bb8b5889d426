"""Running text with its way back to the source: joined lines, mended hyphens, calls of footnotes."""

from __future__ import annotations

import re

from pressroom.model.inline import FootnoteRef, Inline, Text

_JOINT = re.compile(r"\s*\n\s*|\xad\s*")
_UNEVEN = re.compile(r"[^\S\n]\n|\n\s|[-\xad\u2010]\n|\xad")
_CALL = re.compile(r"[^\S\n]?\[(\^?[\w-]{1,12})\]")
_LETTERS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_HYPHENS = "-\u2010"


class LineJoiner:
    """Turns stretches of one text into inlines.

    Lines are joined by one space, which stands for the first character of the white space that it replaces;
    so each character of a ``Text`` is the source's at its offset, or a space for white space there.
    """

    def __init__(self, text: str, source: str, notes: frozenset[str]) -> None:
        self.text = text
        self.source = source
        self.notes = notes
        self._known: set[str] | None = None
        self._breaks_words: bool | None = None

    def join(self, start: int, end: int) -> tuple[Inline, ...]:
        """Return the inlines of ``text[start:end]``, which may run over several lines."""
        if start >= end:
            return ()
        value = self.text[start:end]
        pieces = self._joined(value, start) if "\n" in value or "\xad" in value else (Text(value, start),)
        if self.notes and "[" in value:
            return self._called(pieces)
        return pieces

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
            elif held and held[-1] in _HYPHENS and (len(held) < 2 or held[-2].isalpha()):
                keep = ""
                if not self._is_compound(held, value[at : at + 40]):
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

    def _is_compound(self, before: str, after: str) -> bool:
        """Tell whether the hyphen at the end of ``before`` belongs to its word."""
        if not after[0].islower():
            return True
        left = re.search(r"[^\W\d_]*[-\u2010]$", before)
        right = re.match(r"[^\W\d_]+", after)
        if not left or not right or len(left.group()) < 3:
            return True
        first, second = left.group()[:-1].lower(), right.group().lower()
        known = self._words()
        if first + second in known:
            return False
        if f"{first}-{second}" in known:
            return True
        return not self._hyphenates() if first in known and second in known else second in known

    def _words(self) -> set[str]:
        if self._known is None:
            plain = re.sub(r"\S*[-\u2010]\r?\n\s*\S*", " ", self.text)
            self._known = {word.lower() for word in _LETTERS.findall(plain)}
        return self._known

    def _hyphenates(self) -> bool:
        """Tell whether the text breaks words at line ends: one that it also writes whole proves it."""
        if self._breaks_words is None:
            known = self._words()
            self._breaks_words = any(
                (first + second).lower() in known
                for first, second in re.findall(r"([^\W\d_]{2,})[-\u2010]\r?\n\s*([^\W\d_]+)", self.text)
            )
        return self._breaks_words

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
