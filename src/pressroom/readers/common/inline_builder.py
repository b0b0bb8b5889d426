"""Running text under construction: marks that open and close, turned into a tree of inlines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import groupby

from pressroom.model.inline import (
    MARK_ELEMENTS,
    Code,
    Emphasis,
    Inline,
    Strike,
    Strong,
    Subscript,
    Superscript,
    Text,
    words,
)

DEEPEST = 16  # marks within marks; the words of deeper ones stay, their formatting goes

Make = Callable[[tuple[Inline, ...]], Inline | None]

MARKS: Mapping[str, Callable[[tuple[Inline, ...]], Inline]] = {
    "bold": Strong,
    "italic": Emphasis,
    "strike": Strike,
    "superscript": Superscript,
    "subscript": Subscript,
    "code": lambda inner: make_code(inner),
}
"""The marks that the look of letters in word processors stands for, by name."""

HTML_MARKS: Mapping[str, Callable[[tuple[Inline, ...]], Inline]] = {
    **{element: mark for mark, element in MARK_ELEMENTS.items()},
    **dict.fromkeys(("i", "cite", "dfn", "var"), Emphasis),
    "b": Strong,
    **dict.fromkeys(("del", "strike"), Strike),
    **dict.fromkeys(("code", "kbd", "samp", "tt"), lambda inner: make_code(inner)),
}
"""The marks of HTML, by their element."""


def make_code(inner: tuple[Inline, ...]) -> Code:
    """Return computer text with the words of some inlines, and their place where it is one."""
    first = inner[0] if len(inner) == 1 else None
    return Code(words(inner), first.start if isinstance(first, Text) else None)


@dataclass(slots=True)
class _Frame:
    name: str
    make: Make | None
    children: list[Inline] = field(default_factory=list)


@dataclass(slots=True)
class InlineBuilder:
    """Takes words and marks in reading order; a mark that never closes, or never opened, is none."""

    _frames: list[_Frame] = field(default_factory=lambda: [_Frame("", None)])
    _open: Counter[str] = field(default_factory=Counter)

    def add(self, *inlines: Inline) -> None:
        """Append inlines where the text stands."""
        self._frames[-1].children.extend(inlines)

    def open(self, name: str, make: Make | None) -> None:
        """Begin a mark; ``make`` builds the inline of its children, None leaves them as they are."""
        self._open[name] += 1
        if len(self._frames) <= DEEPEST:
            self._frames.append(_Frame(name, make))
        else:  # too deep for a mark of its own: the words go where they would without it
            self._frames.append(_Frame(name, None, self._frames[-1].children))

    def close(self, name: str) -> None:
        """End the innermost open mark of that name, and all marks within; nothing when there is none."""
        if not self._open.get(name):
            return
        depth = next(at for at in range(len(self._frames) - 1, 0, -1) if self._frames[at].name == name)
        while len(self._frames) > depth:
            self._fold()

    def _fold(self) -> None:
        frame = self._frames.pop()
        self._open[frame.name] -= 1
        if frame.children is self._frames[-1].children:
            return
        children = merge_texts(frame.children)
        if frame.make is None:
            self._frames[-1].children.extend(children)
        elif children:
            made = frame.make(children)
            if made is not None:
                self._frames[-1].children.append(made)

    def done(self) -> tuple[Inline, ...]:
        """Close what is still open and return the inlines."""
        while len(self._frames) > 1:
            self._fold()
        return merge_texts(self._frames[0].children)


def merge_texts(inlines: Iterable[Inline]) -> tuple[Inline, ...]:
    """Join texts that follow each other in the source without a gap."""
    found: list[Inline] = []
    for is_text, run in groupby(inlines, lambda inline: isinstance(inline, Text)):
        if is_text:
            found.extend(_joined([text for text in run if isinstance(text, Text)]))
        else:
            found.extend(run)
    return tuple(found)


def _joined(texts: list[Text]) -> list[Text]:
    found: list[Text] = []
    parts: list[str] = []
    start: int | None = None
    end: int | None = None
    for text in texts:
        if not text.value:
            continue
        if parts and text.start != end:
            found.append(Text("".join(parts), start))
            parts = []
        if not parts:
            start = text.start
        parts.append(text.value)
        end = None if text.start is None else text.start + len(text.value)
    return [*found, Text("".join(parts), start)] if parts else found
