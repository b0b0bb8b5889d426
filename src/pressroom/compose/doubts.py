"""Which kinds of doubt the pictures of a report show, for the words that explain them."""

from __future__ import annotations

from pressroom.model.figure import Figures
from pressroom.model.quantity import Qualifier

# label → the qualifiers that are drawn so
DOUBTS = {
    "doubt_open": frozenset({Qualifier.OVER, Qualifier.AT_LEAST}),
    "doubt_about": frozenset({Qualifier.ABOUT, Qualifier.NEARLY}),
    "doubt_closed": frozenset({Qualifier.UNDER, Qualifier.AT_MOST}),
    "doubt_range": frozenset({Qualifier.BETWEEN}),
}


def list_doubts(figures: Figures, html: str | None = None) -> tuple[str, ...]:
    """Return the labels that say how doubt is drawn, of those kinds that a picture shows.

    ``html`` is the page, where it is there already: a template need not print every picture.
    """
    legend = {entry.sign.id for entry in figures.panel.legend} if figures.panel else set()
    shown = {
        Qualifier.BETWEEN if datum.high is not None else datum.qualifier
        for figure in figures.pictures
        if figure.id not in legend and (html is None or f'"asset:{figure.id}"' in html)
        for series in figure.series
        for datum in series.data
    }
    return tuple(label for label, qualifiers in DOUBTS.items() if shown & qualifiers)
