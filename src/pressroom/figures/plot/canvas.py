"""How wide a figure is drawn: at the width where it stands, so that its type keeps its size there."""

from __future__ import annotations

from dataclasses import dataclass

from pressroom.model.figure import Figure, Medium
from pressroom.model.paper import COLUMN_MM, TYPE_AREA_MM

GLYPHS = ("marks", "cells", "boxes", "ruler", "sign")  # kinds whose values the page prints beside them
PIXEL = 25.4 / 96  # millimetres
WEB, PHONE, MAIL = 704 * PIXEL, 328 * PIXEL, 552 * PIXEL  # the width of the text
ZOOM = 1.17  # of type on a screen: the smallest is 7.75 pt on paper, and there 12 pixels
GAPS = {Medium.PAPER: 6.0, Medium.WEB: 24 * PIXEL, Medium.MAIL: 16 * PIXEL}  # between two frames of the panel
WIDEST_GLYPH_MM = 82.0
RASTER = (Medium.WORD, Medium.MAIL, Medium.MAIL_PHONE)  # media that need a PNG


@dataclass(frozen=True, slots=True)
class Canvas:
    """A width to draw at, in millimetres; ``zoom`` is how much larger all is than laid out. ``outlined`` is
    set where words must be outlines, ``png`` where a picture in pixels is needed too.
    """

    width_mm: float
    zoom: float = 1.0
    outlined: bool = False
    png: bool = False


def fit_canvas(figure: Figure, medium: Medium, frames: int) -> Canvas:
    """Return what a figure is drawn on for a medium; ``frames`` is how many the panel has side by side."""
    png = medium in RASTER
    screen = medium not in (Medium.PAPER, Medium.WORD)
    if figure.kind in GLYPHS:
        if figure.kind != "ruler":  # no words: one drawing that may be scaled
            return Canvas(_measure_frame(Medium.PAPER, frames), png=png)
        whole = {Medium.PHONE: Medium.WEB, Medium.MAIL_PHONE: Medium.MAIL, Medium.WORD: Medium.PAPER}
        width = _measure_frame(whole.get(medium, medium), frames)
        return Canvas(width, ZOOM if screen else 1.0, medium is Medium.WORD, png)
    widths = {Medium.WEB: WEB, Medium.PHONE: PHONE, Medium.MAIL: MAIL, Medium.MAIL_PHONE: PHONE}
    paper = TYPE_AREA_MM if figure.is_wide else COLUMN_MM
    return Canvas(widths.get(medium, paper), ZOOM if screen else 1.0, medium is Medium.WORD, png)


def _measure_frame(medium: Medium, frames: int) -> float:
    """Return how wide a frame of the panel is."""
    whole = {Medium.PAPER: TYPE_AREA_MM, Medium.WEB: WEB, Medium.MAIL: MAIL}[medium]
    many = max(frames, 1)
    return min((whole - GAPS[medium] * (many - 1)) / many, WIDEST_GLYPH_MM)
