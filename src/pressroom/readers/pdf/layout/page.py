"""What stands on a page: words and drawn lines with their boxes, as plain data."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field

RIGHT_TO_LEFT = ("R", "AL")  # bidirectional classes of letters


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in points; ``top`` is above ``bottom``, and both grow down the page."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """The width in points."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """The height in points."""
        return self.bottom - self.top

    def holds(self, x: float, y: float) -> bool:
        """Tell whether a point lies inside."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom


@dataclass(frozen=True, slots=True)
class PdfWord:
    """Letters without a space between them. ``base`` is the baseline; ``size`` the type's size in points.

    ``glued`` words follow the one before without a space; ``tag`` is the type of the structure element that
    the file says they belong to ("H1"), "Artifact" for what is no text, "" where it says nothing. ``face`` is
    the name of the font, ``ink`` the colour, 0xRRGGBB.
    """

    text: str
    box: Box
    base: float
    size: float
    bold: bool = False
    italic: bool = False
    glued: bool = False
    tag: str = ""
    face: str = ""
    ink: int = 0


@dataclass(frozen=True, slots=True)
class PdfPage:
    """A page. ``number`` counts from 1; ``rules`` are thin drawn lines; ``pictures`` the boxes of pictures.

    ``sideways`` is text that runs in another direction than the page's, ``hidden`` text that is not painted,
    ``outside`` text that is beside the page; ``unknown`` counts letters of which the file does not say
    what they are, ``cut`` those beyond what is read of a page.
    """

    number: int
    width: float
    height: float
    words: tuple[PdfWord, ...]
    rules: tuple[Box, ...] = ()
    pictures: tuple[Box, ...] = ()
    sideways: str = ""
    hidden: str = ""
    outside: str = ""
    unknown: int = 0
    cut: int = 0

    @property
    def is_scan(self) -> bool:
        """Whether the page is a picture and hardly anything else."""
        covered = sum(box.width * box.height for box in self.pictures)
        return not self.words and covered > self.width * self.height * _COVERED


_COVERED = 0.3  # of a page


@dataclass(slots=True)
class LinePiece:
    """Words on one baseline that stand together, from left to right."""

    words: list[PdfWord]
    box: Box = field(init=False)

    def __post_init__(self) -> None:
        self.box = surround([word.box for word in self.words])
        self.settle()

    def take(self, other: LinePiece) -> None:
        """Add the words of a piece beside it; ``settle`` puts them in order."""
        self.words += other.words
        self.box = surround([self.box, other.box])

    def settle(self) -> None:
        """Put the words in order: those of a script that runs to the left from the right."""
        if _runs_left(self.words):
            self.words.sort(key=lambda word: -word.box.right)

    @property
    def base(self) -> float:
        """The baseline of most of its letters."""
        return max(self.words, key=lambda word: (len(word.text) * word.size, -word.base)).base

    @property
    def size(self) -> float:
        """The size of most of its letters."""
        counts: dict[float, int] = {}
        for word in self.words:
            counts[word.size] = counts.get(word.size, 0) + len(word.text)
        return max(counts, key=lambda size: (counts[size], size))

    @property
    def text(self) -> str:
        """Its words with a space between them."""
        return join_words(self.words)

    @property
    def bold(self) -> bool:
        """Whether all its letters are bold."""
        return all(word.bold for word in self.words if any(map(str.isalnum, word.text)))


def _runs_left(words: list[PdfWord]) -> bool:
    """Tell whether most words are of a script that runs to the left."""
    count = sum(unicodedata.bidirectional(word.text[0]) in RIGHT_TO_LEFT for word in words)
    return count * 2 > len(words)


def join_words(words: list[PdfWord]) -> str:
    """Return the text of words with a space between those that are not glued."""
    return "".join(("" if word.glued or not at else " ") + word.text for at, word in enumerate(words))


def surround(boxes: list[Box]) -> Box:
    """Return the smallest box round others."""
    return Box(
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )
