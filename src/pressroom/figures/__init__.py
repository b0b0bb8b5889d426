"""Figures: which picture of a document's numbers is honest, and how it is drawn.

choose         Document, Numbers and what the author asks for → Figures: drawn ones, and refused ones with
               their reasons
offer_charts   the charts that a document's tables allow, for the author to ask for
read_requests  the author's own charts, from ```chart blocks and [[figure]] tables
read_choices   what an editor decides about pictures that were found, from [[figure]] tables with ``found``
fit_canvas     the width at which a figure is drawn for paper, Word, web or mail
draw           Figure → Drawing, by matplotlib, which is loaded only here
write_csv      a figure's data as CSV
"""

from __future__ import annotations

from pressroom.errors import PressroomError
from pressroom.figures.chart_requests import ChartRequest, read_requests
from pressroom.figures.choosing import choose
from pressroom.figures.kinds import FIGURE_KINDS, why_unreadable
from pressroom.figures.offers import Offer, offer_charts
from pressroom.figures.picture_choices import PictureChoice, read_choices, warn_of_unmatched
from pressroom.figures.plot.canvas import Canvas, fit_canvas
from pressroom.figures.plot.marks import PlotStyle, mirror
from pressroom.figures.table import write_csv
from pressroom.language.direction import is_right_to_left
from pressroom.model.brand import Brand
from pressroom.model.figure import Drawing, Figure
from pressroom.model.paper import COLUMN_MM

COLUMN = Canvas(COLUMN_MM)
WIDE_MM, NARROW_MM = 170.0, 85.0
POINTS_PER_MM = 72 / 25.4
# axes of numbers and of time run from left to right in every script
_AXES_RIGHTWARDS = frozenset(("line", "area", "multiples", "scatter"))

__all__ = [
    "FIGURE_KINDS",
    "NARROW_MM",
    "WIDE_MM",
    "Canvas",
    "ChartRequest",
    "Offer",
    "PictureChoice",
    "choose",
    "draw",
    "fit_canvas",
    "offer_charts",
    "read_choices",
    "read_requests",
    "warn_of_unmatched",
    "write_csv",
]


def draw(figure: Figure, brand: Brand, lang: str, canvas: Canvas = COLUMN) -> Drawing:
    """Draw a figure on a canvas as SVG, and as PNG at twice the screen's density where the canvas asks for
    one.

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
    room = canvas.width_mm / canvas.zoom * POINTS_PER_MM
    plot = FIGURE_KINDS[figure.kind].layout(figure, PlotStyle.of(brand), room, lang)
    if is_right_to_left(lang) and figure.kind not in _AXES_RIGHTWARDS:
        plot = mirror(plot)
    return render(plot, brand, figure.title, canvas)
