"""The marks of a plot as artists of matplotlib. Shapes that follow each other and look alike are one artist:
a hundred dots are drawn, written and set on the page like one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Any, Literal

from pressroom.figures.plot.marks import Area, Disc, Mark, Stroke, Words

if TYPE_CHECKING:
    from matplotlib.artist import Artist

Shape = Area | Disc
SIDES: dict[str, Literal["left", "center", "right"]] = {"start": "left", "middle": "center", "end": "right"}
_ARM = 0.5522847  # of the curve that comes nearest to a quarter of a circle
_CIRCLE = (
    *((0, -1), (_ARM, -1), (1, -_ARM), (1, 0), (1, _ARM), (_ARM, 1), (0, 1)),
    *((-_ARM, 1), (-1, _ARM), (-1, 0), (-1, -_ARM), (-_ARM, -1), (0, -1), (0, -1)),
)


def make_artists(marks: Iterable[Mark], place: Any, families: tuple[str, ...]) -> Iterator[Artist]:
    """Yield what draws the marks, in their order; only words are placed by ``place`` already."""
    for _, run in groupby(enumerate(marks), _find_look):
        alike = [mark for _, mark in run]
        shapes = [mark for mark in alike if isinstance(mark, Shape)]
        if shapes:
            yield _make_shapes(shapes)
        yield from (_make_words(mark, place, families) for mark in alike if isinstance(mark, Words))
        yield from (_make_stroke(mark) for mark in alike if isinstance(mark, Stroke))


def _find_look(numbered: tuple[int, Mark]) -> object:
    """Return what marks have in common that are one artist; the number of a mark that stays by itself.

    One path covers what its shapes cover one by one, if all of them turn the same way. Its edge is drawn
    after all of its fills: with an edge of another colour that would show where shapes touch.
    """
    number, mark = numbered
    if not isinstance(mark, Shape) or mark.dash or (mark.edge and mark.fill not in ("", mark.edge)):
        return number
    turns = isinstance(mark, Area) and _turns_left(mark.points)
    return type(mark), mark.fill, mark.edge, mark.line, turns


def _turns_left(points: tuple[tuple[float, float], ...]) -> bool:
    following = (*points[1:], *points[:1])
    return sum(x * down - across * y for (x, y), (across, down) in zip(points, following, strict=True)) > 0


def _make_shapes(shapes: list[Shape]) -> Artist:
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path

    paths = [
        _make_circle(shape)
        if isinstance(shape, Disc)
        else Path((*shape.points, *shape.points[:1]), closed=True)
        for shape in shapes
    ]
    first = shapes[0]
    return PathPatch(
        Path.make_compound_path(*paths),
        facecolor=first.fill or "none",
        edgecolor=first.edge or "none",
        linewidth=first.line,
        linestyle=_make_dash(first.dash, first.line),
    )


def _make_circle(disc: Disc) -> Any:
    """Return a circle of four curves: 0.03 % off, half as long as matplotlib's."""
    from matplotlib.path import Path

    points = [(disc.x + disc.radius * x, disc.y + disc.radius * y) for x, y in _CIRCLE]
    return Path(points, [Path.MOVETO, *[Path.CURVE4] * 12, Path.CLOSEPOLY])


def _make_stroke(stroke: Stroke) -> Artist:
    from matplotlib.lines import Line2D

    return Line2D(
        [x for x, _ in stroke.points],
        [y for _, y in stroke.points],
        color=stroke.colour,
        linewidth=stroke.line,
        linestyle=_make_dash(stroke.dash, stroke.line),
        solid_capstyle="butt",
        dash_capstyle="butt",
    )


def _make_words(words: Words, place: Any, families: tuple[str, ...]) -> Artist:
    from matplotlib.text import Text

    x, y = place.transform((words.x, words.y))
    return Text(
        x,
        y,
        words.text,
        color=words.colour,
        fontfamily=list(families),
        fontsize=words.size,
        fontweight=words.weight,
        horizontalalignment=SIDES[words.anchor],
        verticalalignment="baseline",
        parse_math=False,
    )


def _make_dash(dash: tuple[float, ...], line: float) -> Any:
    """Return a dash as matplotlib wants it, in lengths of the line's own width."""
    return (0, tuple(length / line for length in dash)) if dash and line else "-"
