"""Figures drawn for the media of the formats, and the logo: those kept from earlier taken, others made."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from pressroom.cache.dependencies import digest
from pressroom.cache.steps import Steps
from pressroom.errors import UsageError
from pressroom.figures import Canvas, fit_canvas
from pressroom.model.brand import LOGO, LOGO_HEIGHT_MM, LOGO_WIDTH_MM, Brand
from pressroom.model.colour import DISTINCT, hex_contrast, hexadecimal
from pressroom.model.document import Asset
from pressroom.model.figure import Drawing, Figure, Figures, Medium

if TYPE_CHECKING:
    from PIL.Image import Image

_POINTS_PER_MM = 72 / 25.4
_DOTS_PER_MM = 600 / 25.4
_VISIBLE = 128  # of 255: less of a pixel's own colour is seen through
_MOST = 0.95  # share of a picture's pixels that stands for "all": edges are blurred
_SAMPLE = 96  # pixels a side are enough to tell colours


def draw_figures(
    figures: Figures, brand: Brand, lang: str, steps: Steps, media: Sequence[Medium]
) -> Mapping[str, Drawing]:
    """Return the drawing of each figure, by its id, for the media; on one canvas it is drawn once."""
    panel = figures.panel
    frames = (panel.in_row or len(panel.frames)) if panel else 0
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


def prepare_logo(brand: Brand, steps: Steps) -> tuple[Drawing | Asset | None, bool]:
    """Return the logo as a drawing (SVG) or a picture in pixels, and whether it shows on the accent.

    Raises UsageError for a file that is no picture.
    """
    logo = brand.logo
    if logo is None:
        return None, False
    ingredients = (digest(logo.data), logo.media_type, brand.colours.accent, brand.colours.paper)
    found = steps.take("logo", ingredients, lambda: _prepare(logo, brand))
    return found[0], found[1]


def _prepare(logo: Asset, brand: Brand) -> tuple[Drawing | Asset, bool]:
    from PIL import Image

    try:
        if logo.media_type == "image/svg+xml":
            drawing = _draw(logo.data)
            with Image.open(io.BytesIO(drawing.png)) as opened:
                return drawing, shows_on_accent(opened, brand)
        with Image.open(io.BytesIO(logo.data), formats=("PNG", "JPEG")) as opened:
            return _fit(logo, opened), shows_on_accent(opened, brand)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise UsageError(
            f"the logo {logo.name} cannot be printed: {error}",
            cure="give a PNG, a JPEG, or an SVG of lines and areas alone",
            rule="wrong-brand",
            where=logo.name,
        ) from error


def _draw(data: bytes) -> Drawing:
    from pressroom.writers.common.vector import rasterize, read_vector

    vector = read_vector(data)
    width, height = vector.width / _POINTS_PER_MM, vector.height / _POINTS_PER_MM
    scale = min(LOGO_WIDTH_MM / width, LOGO_HEIGHT_MM / height)  # lines may grow without harm
    png = rasterize(vector, vector.width * scale)
    return Drawing(vector.svg, png, width * scale, height * scale)


def _fit(logo: Asset, opened: Image) -> Asset:
    """Return a logo in sRGB with no more pixels than can be printed."""
    most = (round(LOGO_WIDTH_MM * _DOTS_PER_MM), round(LOGO_HEIGHT_MM * _DOTS_PER_MM))
    plain = opened.mode in ("1", "L", "LA", "P", "RGB", "RGBA")
    if plain and opened.width <= most[0] and opened.height <= most[1]:
        return Asset(LOGO, logo.media_type, logo.data)
    made: Any = opened.convert("RGBA" if opened.has_transparency_data else "RGB")
    made.thumbnail(most)
    buffer = io.BytesIO()
    made.save(buffer, "PNG", optimize=True)
    return Asset(LOGO, "image/png", buffer.getvalue())


def shows_on_accent(opened: Image, brand: Brand) -> bool:
    """Tell whether a logo can be seen on a ground in the accent, or at least better than on the paper."""
    sample = opened.convert("RGBA")
    if max(sample.size) > _SAMPLE:
        scale = _SAMPLE / max(sample.size)
        size = (max(1, round(sample.width * scale)), max(1, round(sample.height * scale)))
        sample = sample.resize(size, resample=0)  # the nearest pixel: no colours that are not there
    accent, paper = brand.colours.accent, brand.colours.paper
    width, height = sample.size
    data: Any = sample.load()
    pixels = {(x, y): data[x, y] for x in range(width) for y in range(height)}
    edge = [pixel for (x, y), pixel in pixels.items() if x in (0, width - 1) or y in (0, height - 1)]
    if _share(pixel[3] >= _VISIBLE for pixel in edge) >= _MOST:  # it brings a ground of its own
        return _share(_contrast(pixel, paper) < DISTINCT / 2 for pixel in edge) < _MOST
    seen = [pixel for pixel in pixels.values() if pixel[3] >= _VISIBLE]
    on_accent = _share(_contrast(pixel, accent) >= DISTINCT for pixel in seen)
    return on_accent >= _MOST or on_accent > _share(_contrast(pixel, paper) >= DISTINCT for pixel in seen)


def _contrast(pixel: Any, ground: str) -> float:
    red, green, blue = pixel[:3]
    return hex_contrast(hexadecimal((red / 255, green / 255, blue / 255)), ground)


def _share(facts: Iterable[bool]) -> float:
    found = list(facts)
    return sum(found) / len(found) if found else 0.0
