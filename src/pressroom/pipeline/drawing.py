"""Figures drawn for the media that the formats need: those kept from earlier taken, the others drawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from pressroom.cache.steps import Steps
from pressroom.figures import Canvas, fit_canvas
from pressroom.model.brand import Brand
from pressroom.model.figure import Drawing, Figure, Figures, Medium


def draw_figures(
    figures: Figures, brand: Brand, lang: str, steps: Steps, media: Sequence[Medium]
) -> Mapping[str, Drawing]:
    """Return the drawing of each figure, by its id, for the media; on one canvas it is drawn once."""
    frames = len(figures.panel.frames) if figures.panel else 0
    return {
        figure.id: _draw_variants(figure, brand, lang, steps, _list_canvases(figure, media, frames))
        for figure in figures.pictures
    }


def _list_canvases(figure: Figure, media: Sequence[Medium], frames: int) -> dict[Medium, Canvas]:
    """Return the canvas for each medium; one that differs only in its PNG is the same."""
    wanted = {medium: fit_canvas(figure, medium, frames) for medium in media or (Medium.PAPER,)}
    raster = {replace(canvas, png=False) for canvas in wanted.values() if canvas.png}
    return {
        medium: replace(canvas, png=replace(canvas, png=False) in raster) for medium, canvas in wanted.items()
    }


def _draw_variants(
    figure: Figure, brand: Brand, lang: str, steps: Steps, canvases: Mapping[Medium, Canvas]
) -> Drawing:
    drawn = {
        canvas: _draw_figure(figure, brand, lang, steps, canvas)
        for canvas in dict.fromkeys(canvases.values())
    }
    first = next(iter(canvases.values()))
    others = tuple((medium, drawn[canvas]) for medium, canvas in canvases.items() if canvas != first)
    return replace(drawn[first], variants=others)


def _draw_figure(figure: Figure, brand: Brand, lang: str, steps: Steps, canvas: Canvas) -> Drawing:
    def draw() -> Drawing:
        from pressroom import figures

        return figures.draw(figure, brand, lang, canvas)

    # where the data stands in the text does not show in the picture
    shown = replace(figure, sources=(), anchor=None, section="")
    return steps.take("drawing", (shown, brand.colours, brand.fonts, lang, repr(canvas)), draw)
