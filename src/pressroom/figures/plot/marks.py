"""What a plot is made of: words and simple shapes at places in points, y downwards from the top."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from pressroom.model.brand import Brand
from pressroom.model.colour import READABLE, hex_contrast, hexadecimal, rgb
from pressroom.model.colour import mix as mixed

SIZE = 8.75  # points, of labels
SMALL = 7.75  # of axes and keys: never under 7 on paper
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
class Area:
    """A polygon, closed, with a fill or an edge or both; "" is none. ``dash`` are lengths on and off."""

    points: tuple[tuple[float, float], ...]
    fill: str = ""
    edge: str = ""
    line: float = 0.0
    dash: tuple[float, ...] = ()


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
    dash: tuple[float, ...] = ()


Mark = Words | Area | Stroke | Disc


@dataclass(frozen=True, slots=True)
class Plot:
    """A plot laid out: its size in points and its marks, the lowest first.

    ``axis`` are the labelled values of its upright axis, at equal steps; () where it has none.
    """

    width: float
    height: float
    marks: tuple[Mark, ...]
    axis: tuple[float, ...] = ()


def make_box(
    x: float, y: float, width: float, height: float, fill: str = "", edge: str = "", line: float = 0.0
) -> Area:
    """Return a rectangle by its top left corner."""
    return Area(((x, y), (x + width, y), (x + width, y + height), (x, y + height)), fill, edge, line)


def add_margins(marks: Iterable[Mark], width: float, height: float, air: float) -> Plot:
    """Return marks as a plot with ``air`` points above and below, so that no letter's foot is cut."""
    moved: list[Mark] = []
    for mark in marks:
        if isinstance(mark, Area | Stroke):
            moved.append(replace(mark, points=tuple((x, y + air) for x, y in mark.points)))
        else:
            moved.append(replace(mark, y=mark.y + air))
    return Plot(width, height + 2 * air, tuple(moved))


_SWAPPED = {"start": "end", "end": "start"}


def mirror(plot: Plot) -> Plot:
    """Return a plot as it is for readers from right to left: names at the right, bars to the left."""
    turned: list[Mark] = []
    for mark in plot.marks:
        match mark:
            case Area() | Stroke():
                turned.append(replace(mark, points=tuple((plot.width - x, y) for x, y in mark.points)))
            case Words():
                anchor = _SWAPPED.get(mark.anchor, mark.anchor)
                turned.append(replace(mark, x=plot.width - mark.x, anchor=anchor))
            case Disc():
                turned.append(replace(mark, x=plot.width - mark.x))
    return replace(plot, marks=tuple(turned))


def mix(colour: str, ground: str, share: float) -> str:
    """Return ``colour`` laid on ``ground`` with an opacity of ``share``."""
    return hexadecimal(mixed(rgb(ground), rgb(colour), share))


@dataclass(frozen=True, slots=True)
class PlotStyle:
    """The brand's colours in their parts of a plot. ``fills`` differ in greyscale, the strongest first.

    ``accent`` is for marks, ``accent_text`` for words; a pale accent is darker in both.
    """

    text: str
    muted: str
    accent: str
    accent_text: str
    soft: str
    rule: str
    paper: str
    fills: tuple[str, ...]
    families: tuple[str, ...]

    @classmethod
    def of(cls, brand: Brand) -> PlotStyle:
        """Return the style that a brand gives."""
        colours = brand.colours
        paper, accent = colours.paper, colours.accent_mark
        fills = (
            accent,
            mix(colours.text, paper, 0.38),
            mix(accent, paper, 0.22),
            colours.text,
            mix(accent, paper, 0.66),
            mix(colours.text, paper, 0.16),
        )
        return cls(
            colours.text,
            colours.muted if hex_contrast(colours.muted, paper) >= READABLE else colours.text,
            accent,
            colours.accent_text,
            mix(colours.accent, paper, 0.16),
            colours.rule,
            paper,
            fills,
            brand.fonts.sans,
        )

    def on(self, fill: str) -> str:
        """Return the colour for words on a fill: the paper's or the text's, whichever reads better."""
        return max((self.paper, self.text), key=lambda colour: hex_contrast(colour, fill))
