"""Running text inside a block, each letter with a way back to the source."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from pressroom.model.paper import COLUMN_MM, MM_PER_PIXEL


@dataclass(frozen=True, slots=True)
class Text:
    """Plain characters. ``start`` is the source offset of the first one; the others follow one by one.

    A reader that joins lines or drops a hyphen begins a new ``Text`` where the source skips, so that every
    character keeps its true offset. ``None`` means that the characters are not in the source.
    """

    value: str
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Stressed text, usually set in italics."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Strong:
    """Important text, usually set in bold."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Strike:
    """Text that was struck out."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Superscript:
    """Raised text."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Subscript:
    """Lowered text."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Lang:
    """Text in another language than its surroundings; ``lang`` is a BCP 47 tag."""

    children: tuple[Inline, ...]
    lang: str


@dataclass(frozen=True, slots=True)
class Code:
    """Computer text, kept letter for letter."""

    value: str
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Math:
    """A formula as TeX."""

    tex: str
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A link. ``href`` is http, https, mailto, tel, or "#id" for a place in the same document."""

    children: tuple[Inline, ...]
    href: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class FootnoteRef:
    """The call of a footnote; ``label`` is the key of ``Document.footnotes``."""

    label: str


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A break that the author wants, inside a paragraph."""


WidthUnit = Literal["mm", "%", "px"]
_UNITS: tuple[WidthUnit, ...] = ("mm", "%", "px")


@dataclass(frozen=True, slots=True)
class PictureWidth:
    """How wide a picture is to be: ``value`` in millimetres of paper, in per cent of the text's width, or in
    pixels of a screen, 96 to the inch.
    """

    value: float
    unit: WidthUnit = "mm"

    def __str__(self) -> str:
        return f"{self.value:g}{self.unit}"

    @classmethod
    def parse(cls, text: str) -> PictureWidth | None:
        """Return what ``str`` wrote, None for anything else."""
        for unit in _UNITS:
            value = text.removesuffix(unit)
            if value != text and value.replace(".", "", 1).isdecimal():
                return cls(float(value), unit)
        return None

    def measure(self, room: float) -> float:
        """Return the width on paper in millimetres, where the text is ``room`` wide."""
        return self.value * {"mm": 1.0, "px": MM_PER_PIXEL, "%": room / 100}[self.unit]

    def measure_on_screen(self, room: float) -> float:
        """Return the width on a screen in pixels, where the text is ``room`` wide: what is said for paper
        takes the same part of it there.
        """
        return self.value if self.unit == "px" else self.measure(COLUMN_MM) / COLUMN_MM * room


@dataclass(frozen=True, slots=True)
class InlineImage:
    """A small picture in the line. ``src`` names an asset of the document or a file beside it; ``width`` is
    None where nobody says how wide it is to be.
    """

    src: str
    alt: str = ""
    width: PictureWidth | None = None


Mark = Emphasis | Strong | Strike | Superscript | Subscript
Nested = Mark | Lang | Link  # those that hold other inlines
Inline = Nested | Text | Code | Math | FootnoteRef | LineBreak | InlineImage

MARK_ELEMENTS: Mapping[type[Mark], str] = {
    Emphasis: "em",
    Strong: "strong",
    Strike: "s",
    Superscript: "sup",
    Subscript: "sub",
}
"""The element of HTML that each mark is."""


@dataclass(frozen=True, slots=True)
class PlainText:
    """The words of some inlines without their dress, with a map back to the source.

    ``pieces`` are (offset in ``value``, offset in the source or None), ascending in the first.
    """

    value: str
    pieces: tuple[tuple[int, int | None], ...]

    def source_offset(self, index: int) -> int | None:
        """Return the source offset of character ``index`` of ``value``, None where it has none."""
        at = bisect_right(self.pieces, index, key=lambda piece: piece[0]) - 1
        if at < 0:
            return None
        begin, source = self.pieces[at]
        return None if source is None else source + index - begin

    def behind(self, index: int) -> PlainText:
        """Return the words from character ``index`` on."""
        first = max(bisect_right(self.pieces, index, key=lambda piece: piece[0]) - 1, 0)
        pieces = tuple(
            (max(begin - index, 0), None if source is None else source + max(index - begin, 0))
            for begin, source in self.pieces[first:]
        )
        return PlainText(self.value[index:], pieces)

    def source_range(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the source offsets (start, end) of ``value[start:end]``, None where an edge has none."""
        first = self.source_offset(start)
        last = self.source_offset(end - 1) if end > start else first
        return None if first is None or last is None else (first, last + 1)


def leaves(inlines: Iterable[Inline]) -> Iterator[tuple[str, int | None]]:
    """Yield the words of inlines piece by piece, each with its offset in the source or None."""
    for inline in inlines:
        match inline:
            case Text(value, start) | Code(value, start) | Math(value, start):
                yield value, start
            case LineBreak():
                yield "\n", None
            case FootnoteRef() | InlineImage():
                pass
            case _:
                yield from leaves(inline.children)


def plain_text(inlines: Iterable[Inline]) -> PlainText:
    """Flatten inlines to their words; footnote calls and pictures have none."""
    value: list[str] = []
    pieces: list[tuple[int, int | None]] = []
    length = 0
    for text, start in leaves(inlines):
        pieces.append((length, start))
        value.append(text)
        length += len(text)
    return PlainText("".join(value), tuple(pieces))


def words(inlines: Iterable[Inline]) -> str:
    """Return the words of inlines as one string."""
    return "".join(text for text, _ in leaves(inlines))
