"""What a plot is made of: words and simple shapes at places in points, y downwards from the top."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from pressroom.model.brand import Brand

SIZE = 8.5  # points; captions and tables of the page are as large
SMALL = 7.5
LEADING = 1.3


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text. ``y`` is its baseline; ``anchor`` tells which end stands at ``x``."""

    x: float
    y: float
    text: str
    colour: str
    size: float = SIZE
    anchor: str = "start"
    weight: int = 400


@dataclass(frozen=True, slots=True)
class Shape:
    """A polygon, closed, with a fill or an edge or both; "" is none."""

    points: tuple[tuple[float, float], ...]
    fill: str = ""
    edge: str = ""
    line: float = 0.0


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through points; ``dash`` are lengths on and off."""

    points: tuple[tuple[float, float], ...]
    colour: str
    line: float
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Disc:
    """A circle."""

    x: float
    y: float
    radius: float
    fill: str
    edge: str = ""
    line: float = 0.0


Mark = Words | Shape | Stroke | Disc


@dataclass(frozen=True, slots=True)
class Plate:
    """A plot laid out: its size in points and its marks, the lowest first."""

    width: float
    height: float
    marks: tuple[Mark, ...]


def box(
    x: float, y: float, width: float, height: float, fill: str = "", edge: str = "", line: float = 0.0
) -> Shape:
    """Return a rectangle by its top left corner."""
    return Shape(((x, y), (x + width, y), (x + width, y + height), (x, y + height)), fill, edge, line)


def shifted(marks: Iterable[Mark], width: float, height: float, air: float) -> Plate:
    """Return marks as a plate with ``air`` points above and below, so that no letter's foot is cut."""
    moved: list[Mark] = []
    for mark in marks:
        if isinstance(mark, Shape | Stroke):
            moved.append(replace(mark, points=tuple((x, y + air) for x, y in mark.points)))
        else:
            moved.append(replace(mark, y=mark.y + air))
    return Plate(width, height + 2 * air, tuple(moved))


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def mix(colour: str, ground: str, share: float) -> str:
    """Return ``colour`` laid on ``ground`` with an opacity of ``share``."""
    pairs = zip(_channels(colour), _channels(ground), strict=True)
    return "#" + "".join(f"{round(over * share + under * (1 - share)):02x}" for over, under in pairs)


def luminance(colour: str) -> float:
    """Return the relative luminance of an sRGB colour (WCAG 2.1), 0 to 1."""
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (channel / 255 for channel in _channels(colour))
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two colours (WCAG 2.1), 1 to 21."""
    high, low = sorted((luminance(first), luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@dataclass(frozen=True, slots=True)
class Style:
    """The brand's colours in their parts of a plot. ``fills`` differ in greyscale, the strongest first."""

    text: str
    muted: str
    accent: str
    soft: str
    rule: str
    paper: str
    fills: tuple[str, ...]
    families: tuple[str, ...]

    @classmethod
    def of(cls, brand: Brand) -> Style:
        """Return the style that a brand gives."""
        colours = brand.colours
        paper = colours.paper
        fills = (
            colours.accent,
            mix(colours.text, paper, 0.38),
            mix(colours.accent, paper, 0.22),
            colours.text,
            mix(colours.accent, paper, 0.66),
            mix(colours.text, paper, 0.16),
        )
        return cls(
            colours.text,
            colours.muted if contrast(colours.muted, paper) >= 4.5 else colours.text,
            colours.accent,
            mix(colours.accent, paper, 0.16),
            colours.rule,
            paper,
            fills,
            brand.fonts.sans,
        )

    def on(self, fill: str) -> str:
        """Return the colour for words on a fill: the paper's or the text's, whichever reads better."""
        return max((self.paper, self.text), key=lambda colour: contrast(colour, fill))
