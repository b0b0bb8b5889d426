"""A plot drawn by matplotlib: SVG with its words as text, or PNG. No pyplot, and no setting outlives the
call.
"""

from __future__ import annotations

import io
import logging
import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pressroom.errors import MachineError
from pressroom.figures.plot.artists import make_artists
from pressroom.figures.plot.marks import Plot, Words
from pressroom.figures.text.measure import has_glyph, measure_width
from pressroom.fonts import font_files
from pressroom.fonts.scripts import name_packages
from pressroom.model.brand import Brand
from pressroom.model.figure import Drawing

if TYPE_CHECKING:
    from matplotlib.figure import Figure as Sheet

    from pressroom.figures.plot.canvas import Canvas

INCH, MM = 72.0, 25.4
COLOURS = 64  # of a PNG
PNG_DPI = 192  # twice the screen's 96
BUILT_IN = "Source Sans Pro"  # what all plots are laid out with
LAST_RESORT = "DejaVu Sans"  # matplotlib carries it: most scripts of Europe and the Near East
NO_METADATA = {"Date": None, "Creator": None, "Format": None, "Type": None}


@cache
def _settings() -> Any:
    """Matplotlib's own defaults, whatever a matplotlibrc of the machine says, and ours."""
    import matplotlib as mpl

    defaults: dict[str, Any] = {
        str(key): value for key, value in dict.items(mpl.rcParamsDefault) if not key.startswith("backend")
    }
    ours = {"svg.fonttype": "none", "svg.hashsalt": "pressroom", "text.parse_math": False, "path.snap": False}
    ours |= {"text.hinting": "none"}
    return {**defaults, **ours}


@cache
def _register() -> None:
    from matplotlib.font_manager import fontManager

    for file in font_files():
        fontManager.addfont(str(file.path))


@cache
def _fallback(character: str) -> str:
    """Return a family of this machine that has a character, "" for none."""
    from matplotlib.font_manager import fontManager
    from matplotlib.ft2font import FT2Font

    upright = [
        font for font in fontManager.ttflist if font.style == "normal" and font.weight in (400, "normal")
    ]
    first = sorted(upright, key=lambda font: (font.name != LAST_RESORT, "Sans" not in font.name, font.name))
    for font in first:
        if Path(font.fname).suffix.lower() in (".ttf", ".otf", ".ttc"):
            try:
                if FT2Font(font.fname).get_char_index(ord(character)):
                    return font.name
            except (OSError, RuntimeError):  # a font file that FreeType does not read
                continue
    return ""


def _families(plot: Plot) -> tuple[str, ...]:
    """Return the families that the words of a plot need on this machine, the built-in sans first."""
    letters = {letter for mark in plot.marks if isinstance(mark, Words) for letter in mark.text}
    foreign = sorted(letter for letter in letters if not has_glyph(letter) and letter.isprintable())
    found = {letter: _fallback(letter) for letter in foreign}
    missing = "".join(letter for letter, family in found.items() if not family)
    if missing:
        raise MachineError(
            f"no font on this machine has the characters {missing[:20]!r} of a figure",
            cure=name_packages(missing),
            rule="font-missing",
        )
    return (BUILT_IN, *dict.fromkeys(found.values()))


def make_canvas(plot: Plot) -> Sheet:
    """Return a plot as a figure of matplotlib, its marks artists of it, in the plot's order."""
    from matplotlib.figure import Figure as Sheet
    from matplotlib.text import Text
    from matplotlib.transforms import Affine2D

    _register()
    families = _families(plot)
    figure = Sheet(figsize=(plot.width / INCH, plot.height / INCH), frameon=False)
    inches = Affine2D().scale(1 / INCH, -1 / INCH).translate(0, plot.height / INCH)
    place = inches + figure.dpi_scale_trans
    for order, artist in enumerate(make_artists(plot.marks, inches, families)):
        artist.set_transform(figure.dpi_scale_trans if isinstance(artist, Text) else place)
        artist.set_zorder(order)
        artist.set_clip_on(False)
        figure.add_artist(artist, clip=False)
    return figure


def render(plot: Plot, brand: Brand, title: str, canvas: Canvas) -> Drawing:
    """Draw a plot in a brand's fonts on a canvas; ``title`` is its name for assistive technology. A PNG has
    the paper as its ground.

    Raises MachineError when no font of the machine has a character of the plot.
    """
    outlined = canvas.outlined or _runs_from_right(plot)
    svg, png = _draw(plot, brand, canvas, outlined=outlined)
    scale = canvas.zoom * MM / INCH
    size = plot.width * scale, plot.height * scale
    svg = _tidied(svg, brand.fonts.sans, title)
    return Drawing(_set_size(svg, *size), _reduce_colours(png), *size, axis=plot.axis)


def _draw(plot: Plot, brand: Brand, canvas: Canvas, *, outlined: bool) -> tuple[str, bytes]:
    """Return a plot as SVG and, where the canvas asks for it, as PNG, both by matplotlib."""
    import matplotlib as mpl
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.backends.backend_svg import FigureCanvasSVG

    wanted = {**_settings(), "svg.fonttype": "path" if outlined else "none"}
    # matplotlib checks each setting that it is given: only what is another here, which is little
    other = {name: value for name, value in wanted.items() if dict.get(mpl.rcParams, name) != value}
    with _quiet(), mpl.rc_context(other):
        figure = make_canvas(plot)
        out = io.BytesIO()
        _printer(FigureCanvasSVG(figure)).print_svg(out, metadata=NO_METADATA)
        picture = io.BytesIO()
        if canvas.png:
            figure.set_dpi(PNG_DPI * canvas.zoom)
            figure.set_frameon(True)
            figure.set_facecolor(brand.colours.paper)
            _printer(FigureCanvasAgg(figure)).print_png(picture, metadata={"Software": None})
    return out.getvalue().decode(), picture.getvalue()


def _reduce_colours(png: bytes) -> bytes:
    """Return a PNG with as few colours as a plot's flat areas and soft edges need, a quarter of the bytes."""
    from PIL import Image

    if not png:
        return png
    out = io.BytesIO()
    with Image.open(io.BytesIO(png)) as picture:
        few = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
        few.save(out, "PNG", optimize=True, dpi=picture.info["dpi"])
    return out.getvalue()


def _runs_from_right(plot: Plot) -> bool:
    """Tell whether words of a plot run from right to left: they are then drawn as outlines.

    The PDF's renderer sets the words of an SVG letter by letter from the left: Hebrew would come out reversed
    and Arabic unjoined.
    """
    return any(
        unicodedata.bidirectional(letter) in ("R", "AL")
        for mark in plot.marks
        if isinstance(mark, Words)
        for letter in mark.text
    )


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep matplotlib from telling on stderr that a fallback font has no semibold."""
    logger = logging.getLogger("matplotlib.font_manager")
    level = logger.level
    logger.setLevel(logging.ERROR)
    try:
        yield
    finally:
        logger.setLevel(level)


def _printer(canvas: object) -> Any:
    """Return a canvas as what it is to a type checker: its print methods have no types."""
    return canvas


_DOCTYPE = re.compile(r"<!DOCTYPE[^>]*>\s*")
_FONT = re.compile(r"font: (?:(\d+) )?([\d.]+)px [^;\"]*")
_GROUP = re.compile(r'<g id="(?:patch|line2d|text|figure)_\d+">')
_ALONE = re.compile(
    r"<g>\s*(<path [^<>]*/>|<text [^<>]*>[^<>]*</text>)\s*</g>"
)  # a group of one says nothing
_UNTURNED = re.compile(r' transform="rotate\(-0 [^"]*"')
_SPACE = re.compile(r"\n\s*")
_PATH = re.compile(r'(?<= d=")[^"]+')
_LONG = re.compile(r"-?\d+\.\d{3,}")  # decimals of a point that nobody can see


def _round(number: re.Match[str]) -> str:
    return f"{float(number[0]):.2f}".rstrip("0").rstrip(".")


_WORDS = re.compile(r'<text style="([^"]*)"([^>]*)>([^<]*)</text>')
_SIZE = re.compile(r'<svg ([^>]*?)width="[^"]*" height="[^"]*"')


def _set_size(svg: str, width_mm: float, height_mm: float) -> bytes:
    """Say how large an SVG is; its inner measures stay points."""
    return _SIZE.sub(rf'<svg \g<1>width="{width_mm:.3f}mm" height="{height_mm:.3f}mm"', svg, count=1).encode()


def _fix_width(match: re.Match[str]) -> str:
    """Give a text the width that it was laid out with: another font then stays within the picture."""
    from html import unescape

    style, rest, words = match.groups()
    weight, size = _WEIGHT.search(style), _FONT_SIZE.search(style)
    if size is None or not words.strip():
        return match[0]
    wide = measure_width(unescape(words), float(size[1]), int(weight[1]) if weight else 400)
    fixed = f'textLength="{wide:.2f}" lengthAdjust="spacingAndGlyphs"'
    return f'<text style="{style}"{rest} {fixed}>{words}</text>'


_WEIGHT = re.compile(r"font-weight: (\d+)")
_FONT_SIZE = re.compile(r"font-size: ([\d.]+)px")


def _tidied(svg: str, families: tuple[str, ...], title: str) -> str:
    """Name the brand's fonts instead of this machine's, drop ids that would clash on a page with two
    figures.
    """
    from xml.sax.saxutils import escape

    names = ", ".join(
        name if name in ("serif", "sans-serif", "monospace") else f"'{name}'" for name in families
    )

    def font(match: re.Match[str]) -> str:
        weight = f"font-weight: {match[1]}; " if match[1] and match[1] != "400" else ""
        return f"{weight}font-size: {match[2]}px; font-family: {names}"

    svg = _GROUP.sub("<g>", _DOCTYPE.sub("", svg))
    svg = _ALONE.sub(r"\1", _UNTURNED.sub("", svg))
    svg = _PATH.sub(lambda path: _LONG.sub(_round, path[0]), svg)
    svg = _FONT.sub(font, svg)
    if families[:1] != (BUILT_IN,):
        svg = _WORDS.sub(_fix_width, svg)
    head, _, rest = svg.partition("<defs>")
    return _SPACE.sub("\n", f"{head}<title>{escape(title)}</title>\n<defs>{rest}")
