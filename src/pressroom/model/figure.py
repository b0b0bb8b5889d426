"""Figures: what is drawn, from which data, and what was refused and why."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from pressroom.model.quantity import Qualifier
from pressroom.model.span import Span

MOST_TITLE_WORDS = 15
SHORTEST_NAME = 4  # letters of a word of a title that can name a thing
# kind → the categories from which on it takes both columns of the page
WIDE_FROM = {"timeline": 2, "multiples": 2, "column": 17, "line": 41, "area": 41, "scatter": 41}


@dataclass(frozen=True, slots=True)
class Datum:
    """One value of a series: None is missing. ``high`` is a range's far end; ``label`` is its print form."""

    value: float | None
    qualifier: Qualifier | None = None
    high: float | None = None
    label: str = ""


@dataclass(frozen=True, slots=True)
class Series:
    """A named row of values, one for each category of its figure."""

    name: str
    data: tuple[Datum, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure to be drawn. ``kind`` is a key of ``pressroom.figures.FIGURE_KINDS``.

    ``categories`` name the positions ("2021", "North"); every series has one datum for each. ``title`` says
    what is shown, ``subtitle`` gives unit and period, ``note`` the source line, ``alt`` tells the data and
    the point. ``sources`` are the sentences or the table that the data came from. ``options`` are the chart's
    own settings, plain values. ``section`` is the id of the section it stands in ("" is the report's top);
    ``anchor`` is the block of the document whose place it takes, where its author put one. ``reason`` is why
    it is of this kind, where its author asked for none. ``proposed_alt`` is what ``alt`` was before an editor
    described the figure.
    """

    id: str
    kind: str
    title: str
    alt: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    sources: tuple[Span, ...]
    subtitle: str = ""
    note: str = ""
    unit: str = ""
    options: tuple[tuple[str, object], ...] = ()
    section: str = ""
    anchor: Span | None = None
    reason: str = ""
    proposed_alt: str = ""

    @property
    def table(self) -> tuple[tuple[str, ...], ...]:
        """The data as rows of text, header row first, as attached to the PDF and shown on the web page."""
        head = ("", *(series.name for series in self.series))
        rows = (
            (category, *(_printed(series.data[index]) for series in self.series))
            for index, category in enumerate(self.categories)
        )
        return (head, *rows)

    @property
    def is_wide(self) -> bool:
        """Tell whether it takes both columns of the page: what the text's own width would crowd."""
        return len(self.categories) >= WIDE_FROM.get(self.kind, len(self.categories) + 1)

    @property
    def points(self) -> tuple[tuple[str, float, float], ...]:
        """The points of two measures: name, x and y of each category that has both."""
        across, up = self.series
        return tuple(
            (name, x.value, y.value)
            for name, x, y in zip(self.categories, across.data, up.data, strict=True)
            if x.value is not None and y.value is not None
        )


def _printed(datum: Datum) -> str:
    if datum.label:
        return datum.label
    if datum.value is None:
        return ""
    return _digits(datum.value) if datum.high is None else f"{_digits(datum.value)}–{_digits(datum.high)}"


def _digits(value: float) -> str:
    """Return all digits of a value: whoever reads the data computes with them."""
    return format(Decimal(repr(value)), "f").removesuffix(".0")


@dataclass(frozen=True, slots=True)
class Refusal:
    """A picture that was considered and not drawn, with the reason."""

    kind: str
    reason: str
    sources: tuple[Span, ...]
    about: str = ""


@dataclass(frozen=True, slots=True)
class PanelEntry:
    """A key number in a frame of the panel, by its id, with its picture where one can be drawn.

    ``note`` is what the picture needs to be read ("Each mark stands for 10"), "" for none.
    """

    number: str
    glyph: Figure | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class PanelFrame:
    """The key numbers of one section (its id, "" before the first), the first of them printed large."""

    section: str
    entries: tuple[PanelEntry, ...]


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """How the panel draws a doubt: a small picture, and the words of the text that it stands for."""

    sign: Figure
    words: str


@dataclass(frozen=True, slots=True)
class Panel:
    """The overview of the key numbers ahead of the text: frames side by side, the others in a list.

    ``further`` are the ids of key numbers without a frame. ``in_row`` is how many frames stand side by side,
    0 for all of them. ``subtitle`` says how frames relate, ``note`` what
    holds for all pictures ("Each mark stands for 100").
    """

    frames: tuple[PanelFrame, ...]
    further: tuple[str, ...] = ()
    subtitle: str = ""
    note: str = ""
    legend: tuple[LegendEntry, ...] = ()
    in_row: int = 0

    @property
    def glyphs(self) -> tuple[Figure, ...]:
        """The pictures of the frames."""
        entries = (entry.glyph for frame in self.frames for entry in frame.entries)
        return tuple(glyph for glyph in entries if glyph)

    @property
    def signs(self) -> tuple[Figure, ...]:
        """The pictures of the legend."""
        return tuple(entry.sign for entry in self.legend)


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of a document: the panel of its key numbers, those drawn in the text, those refused."""

    drawn: tuple[Figure, ...] = ()
    refused: tuple[Refusal, ...] = ()
    panel: Panel | None = None

    @property
    def pictures(self) -> tuple[Figure, ...]:
        """Everything that is to be drawn: what has data, and the signs of the panel's legend."""
        return (*self.with_data, *(self.panel.signs if self.panel else ()))

    @property
    def with_data(self) -> tuple[Figure, ...]:
        """The panel's pictures, then the figures of the text."""
        return (*(self.panel.glyphs if self.panel else ()), *self.drawn)


class Medium(StrEnum):
    """Where a figure is looked at, each with a width of its own."""

    PAPER = "paper"
    WORD = "word"
    WEB = "web"
    PHONE = "phone"  # a web page on a narrow screen
    MAIL = "mail"
    MAIL_PHONE = "mail_phone"


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawn figure: SVG, and a PNG at twice the screen's density where a medium needs one. Sizes in
    millimetres; on a screen 96 CSS pixels are an inch.

    ``variants`` are the drawings for other media, where they differ from this one. ``axis`` are the labelled
    values of its upright axis, at equal steps; () where it has none.
    """

    svg: bytes
    png: bytes
    width_mm: float
    height_mm: float
    variants: tuple[tuple[Medium, Drawing], ...] = ()
    axis: tuple[float, ...] = ()

    def on(self, medium: Medium) -> Drawing:
        """Return the drawing for a medium: this one where it has none of its own."""
        return dict(self.variants).get(medium, self)
