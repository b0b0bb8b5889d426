"""Figures drawn: those kept from earlier taken, the others drawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from pressroom.cache.steps import Steps
from pressroom.model.brand import Brand
from pressroom.model.figure import Drawing, Figure


def draw_figures(
    figures: tuple[Figure, ...], brand: Brand, lang: str, steps: Steps, *, png: bool
) -> Mapping[str, Drawing]:
    """Return the drawing of each figure, by its id; ``png`` for the formats that cannot show SVG."""
    return {figure.id: _draw_figure(figure, brand, lang, steps, png) for figure in figures}


def _draw_figure(figure: Figure, brand: Brand, lang: str, steps: Steps, png: bool) -> Drawing:
    def draw() -> Drawing:
        from pressroom import figures

        return figures.draw(figure, brand, lang, png=png)

    # where the data stands in the text does not show in the picture
    shown = replace(figure, sources=(), anchor=None, section="")
    return steps.take("drawing", (shown, brand.colours, brand.fonts, lang, png), draw)
