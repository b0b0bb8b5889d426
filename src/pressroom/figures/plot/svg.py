"""A plot written as SVG without matplotlib, letter for letter as matplotlib writes it.

Most figures are words in the built-in sans and simple shapes; to load matplotlib for these takes longer than
all else that is done for a figure. What needs more, such as another font or a PNG, is left to matplotlib.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from pressroom.figures.plot.marks import Area, Disc, Mark, Plot, Stroke, Words
from pressroom.figures.text.measure import has_glyph

_HEAD = (
    '<?xml version="1.0" encoding="utf-8" standalone="no"?>\n'
    '<svg xmlns:xlink="http://www.w3.org/1999/xlink" width="{width}pt" height="{height}pt" '
    'viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg" version="1.1">\n'
    '<defs>\n<style type="text/css">*{{stroke-linejoin: round; stroke-linecap: butt}}</style>\n</defs>\n<g>\n'
)
_LONGEST = 128  # points of a line from which on matplotlib leaves some out
_HEX = "#rrggbb"
_DIGITS = frozenset("0123456789abcdefABCDEF")
_BLACK = "#000000"
_INCH = 72.0

# A circle of radius 1 as eight cubic curves, by the constants of matplotlib's Path.unit_circle
_MAGIC = 0.2652031
_HALF = math.sqrt(0.5)
_MAGIC45 = _HALF * _MAGIC
_CURVES = (
    (0.0, -1.0),
    (_MAGIC, -1.0),
    (_HALF - _MAGIC45, -_HALF - _MAGIC45),
    (_HALF, -_HALF),
    (_HALF + _MAGIC45, -_HALF + _MAGIC45),
    (1.0, -_MAGIC),
    (1.0, 0.0),
    (1.0, _MAGIC),
    (_HALF + _MAGIC45, _HALF - _MAGIC45),
    (_HALF, _HALF),
    (_HALF - _MAGIC45, _HALF + _MAGIC45),
    (_MAGIC, 1.0),
    (0.0, 1.0),
    (-_MAGIC, 1.0),
    (-_HALF + _MAGIC45, _HALF + _MAGIC45),
    (-_HALF, _HALF),
    (-_HALF - _MAGIC45, _HALF - _MAGIC45),
    (-1.0, _MAGIC),
    (-1.0, 0.0),
    (-1.0, -_MAGIC),
    (-_HALF - _MAGIC45, -_HALF + _MAGIC45),
    (-_HALF, -_HALF),
    (-_HALF + _MAGIC45, -_HALF - _MAGIC45),
    (-_MAGIC, -1.0),
    (0.0, -1.0),
)


def write_svg(plot: Plot, family: str) -> str | None:
    """Return a plot with its words in ``family``; None where a mark needs more than is written here."""
    if not plot.marks or not all(_is_plain(mark, plot) for mark in plot.marks):
        return None
    width, height = (_number(length / _INCH * _INCH) for length in (plot.width, plot.height))
    marks = "".join(_write(mark, family) for mark in plot.marks)
    return f"{_HEAD.format(width=width, height=height)}{marks}</g>\n</svg>\n"


def _is_plain(mark: Mark, plot: Plot) -> bool:
    """Tell whether matplotlib would write a mark as it is, with nothing clipped, left out or replaced."""
    match mark:
        case Words():
            return bool(mark.text) and _is_hex(mark.colour) and all(map(has_glyph, mark.text))
        case Area(points, fill, edge):
            clipped = not fill and not _are_within(points, plot)
            return len(points) > 1 and not clipped and all(_is_hex(each) for each in (fill, edge) if each)
        case Disc():
            far = mark.radius
            reach = ((mark.x - far, mark.y - far), (mark.x + far, mark.y + far))
            return (bool(mark.fill) or _are_within(reach, plot)) and all(
                _is_hex(each) for each in (mark.fill, mark.edge) if each
            )
        case Stroke(points, colour):
            return 1 < len(points) < _LONGEST and _are_within(points, plot) and _is_hex(colour)


def _is_hex(colour: str) -> bool:
    return len(colour) == len(_HEX) and colour[0] == "#" and _DIGITS.issuperset(colour[1:])


def _are_within(points: Iterable[tuple[float, float]], plot: Plot) -> bool:
    return all(0 <= x <= plot.width and 0 <= y <= plot.height for x, y in points)


def _write(mark: Mark, family: str) -> str:
    match mark:
        case Words():
            return _write_words(mark, family)
        case Area(points, fill, edge, line, dash):
            ring = points[:-1] if points[0] == points[-1] else points
            back = () if fill else ring[:1]  # as matplotlib writes what it might have to clip
            path = f"{_write_lines((*ring, *back))}z\n"
            return _write_path(path, _style_shape(fill, edge, line, dash))
        case Disc():
            path = f"{_write_curves(mark)}z\n"
            return _write_path(path, _style_shape(mark.fill, mark.edge, mark.line, mark.dash))
        case Stroke(points, colour, line, dash):
            style = ["fill: none", *_style_dash(dash, line), *_style_line(colour, line)]
            return _write_path(_write_lines(points), style)


def _write_path(path: str, style: Iterable[str]) -> str:
    styled = "; ".join(style)
    attribute = f' style="{styled}"' if styled else ""  # none for a black shape without an edge
    return f'<g>\n<path d="{path}"{attribute}/>\n</g>\n'


def _write_lines(points: Iterable[tuple[float, float]]) -> str:
    letters = iter("M")
    return "".join(f"{next(letters, 'L')} {_number(x)} {_number(y)} \n" for x, y in points)


def _write_curves(disc: Disc) -> str:
    places = [f"{_number(x * disc.radius + disc.x)} {_number(y * disc.radius + disc.y)}" for x, y in _CURVES]
    curves = (" ".join(places[at : at + 3]) for at in range(1, len(places), 3))
    back = "" if disc.fill else f"L {places[0]} \n"
    return f"M {places[0]} \n" + "".join(f"C {curve} \n" for curve in curves) + back


def _style_shape(fill: str, edge: str, line: float, dash: tuple[float, ...]) -> Iterator[str]:
    if fill.lower() != _BLACK:
        yield f"fill: {fill.lower() or 'none'}"
    if edge and line:
        yield from _style_dash(dash, line)
        yield from _style_line(edge, line)
        yield "stroke-linejoin: miter"


def _style_dash(dash: tuple[float, ...], line: float) -> Iterator[str]:
    if dash and line:
        yield f"stroke-dasharray: {','.join(_number(length / line * line) for length in dash)}"
        yield "stroke-dashoffset: 0"


def _style_line(colour: str, line: float) -> Iterator[str]:
    if line:
        yield f"stroke: {colour.lower()}"
        if line != 1.0:
            yield f"stroke-width: {_number(line)}"


def _write_words(words: Words, family: str) -> str:
    weight = [f"font-weight: {words.weight}"] if words.weight != 400 else []
    style = [
        *weight,
        f"font-size: {_number(words.size)}px",
        f"font-family: '{family}'",
        f"text-anchor: {words.anchor}",
    ]
    if words.colour.lower() != _BLACK:
        style.append(f"fill: {words.colour.lower()}")
    x, y = _number(words.x), _number(words.y)
    text = words.text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    place = f'x="{x}" y="{y}" transform="rotate(-0 {x} {y})"'
    return f'<g>\n<text style="{"; ".join(style)}" {place}>{text}</text>\n</g>\n'


def _number(value: float) -> str:
    """Return a number with six decimals at most."""
    return f"{value:f}".rstrip("0").rstrip(".")
