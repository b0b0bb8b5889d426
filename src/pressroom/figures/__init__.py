"""Figures: which picture of a document's numbers is honest, and how it is drawn.

choose         Document, Numbers and what the author asks for → Figures: drawn ones, and refused ones with
               their reasons
read_requests  the author's own charts, from ```chart blocks and [[figure]] tables
draw           Figure → Drawing, by matplotlib, which is loaded only here
write_csv      a figure's data as CSV
"""

from __future__ import annotations

from pressroom.errors import PressroomError
from pressroom.figures.chart_requests import ChartRequest, read_requests
from pressroom.figures.choosing import choose
from pressroom.figures.kinds import FIGURE_KINDS, why_unreadable
from pressroom.figures.plot.marks import PlotStyle
from pressroom.figures.table import write_csv
from pressroom.model.brand import Brand
from pressroom.model.figure import Drawing, Figure

WIDE_MM, NARROW_MM = 170.0, 85.0
COLUMN_MM = 122.0  # of running text on the page: drawn as wide as it is placed, type keeps its size
POINTS_PER_MM = 72 / 25.4

__all__ = [
    "COLUMN_MM",
    "FIGURE_KINDS",
    "NARROW_MM",
    "WIDE_MM",
    "ChartRequest",
    "choose",
    "draw",
    "read_requests",
    "write_csv",
]


def draw(
    figure: Figure, brand: Brand, lang: str, width_mm: float = COLUMN_MM, *, png: bool = False
) -> Drawing:
    """Draw a figure as SVG with real text, with ``png`` as PNG at twice the screen's density too.

    Title, subtitle and source are not in the picture: the page prints them beside it. Raises
    PressroomError for a figure that nobody could read, MachineError when no font of the machine has one of
    its characters.
    """
    from pressroom.figures.plot.render import render

    reason = why_unreadable(figure)
    if reason:
        raise PressroomError(
            f"the figure “{figure.title}” cannot be drawn: {reason}",
            cure="choose another kind of chart or less data",
            rule="figure-unreadable",
            span=figure.sources[0] if figure.sources else None,
        )
    plot = FIGURE_KINDS[figure.kind].layout(figure, PlotStyle.of(brand), width_mm * POINTS_PER_MM, lang)
    return render(plot, brand, figure.title, png=png)
