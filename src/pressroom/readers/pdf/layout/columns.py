"""The reading order of a page: text in columns is read column by column, what crosses them in between."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass

from pressroom.readers.pdf.layout.page import LinePiece, surround

_FEWEST = 3  # lines of a column
_FEWEST_AT_EDGE = 2  # of them that begin at its edge
_SAME_EDGE = 3.0  # points between left edges of one column
_NARROWEST = 0.12  # of the region
_WORDS = 4  # of a line that stands beside lines: cells of a table have fewer
_FULL = 0.55  # of the column's width that a line fills
_MOST = 0.5  # of the letters of a column
_LEAST_GUTTER = 5.0  # points
_OVERFULL = 12  # lines, one of which may be too long for its column
_SAME_LINE = 1.5  # points between baselines
_DEEPEST = 6
_MOST_EDGES = 50  # that are tried: those with the most pieces
_MOST_PIECES = 2_500  # of a page with columns; maps and plans have more


@dataclass(frozen=True, slots=True)
class _Split:
    """A column's edge that parts pieces: what stands left and right of it in each band, and what crosses."""

    bands: tuple[tuple[tuple[LinePiece, ...], tuple[LinePiece, ...]], ...]
    count: int


def order_columns(pieces: list[LinePiece], depth: int = 0) -> list[list[LinePiece]]:
    """Return the regions of a page in reading order; each holds the pieces of one column, top to bottom."""
    whole = sorted(pieces, key=lambda piece: (piece.base, piece.box.left))
    if not 2 * _FEWEST <= len(whole) <= _MOST_PIECES or depth > _DEEPEST:
        return [whole] if whole else []
    split = _find_split(whole)
    if split is None:
        return [whole]
    found: list[list[LinePiece]] = []
    for left, right in split.bands:
        if right:
            found += order_columns(list(left), depth + 1) + order_columns(list(right), depth + 1)
        elif left:
            found += order_columns(list(left), depth + 1)
    return found


def _find_split(pieces: list[LinePiece]) -> _Split | None:
    """Return the edge of a column that most pieces stand beside, None where there are no columns."""
    region = surround([piece.box for piece in pieces])
    least = region.left + _NARROWEST * region.width
    edges: list[list[float]] = []
    for left in sorted(piece.box.left for piece in pieces if piece.box.left > least):
        if edges and left - edges[-1][0] <= _SAME_EDGE:
            edges[-1].append(left)
        else:
            edges.append([left])
    frequent = sorted((edge for edge in edges if len(edge) >= _FEWEST_AT_EDGE), key=len, reverse=True)
    splits = [_split_at(edge[0], pieces) for edge in sorted(frequent[:_MOST_EDGES])]
    best = max(splits, key=lambda split: split.count, default=None)
    return best if best and best.count else None


def _split_at(edge: float, pieces: list[LinePiece]) -> _Split:
    """Part pieces at an edge into bands between those that cross it."""
    bands: list[tuple[tuple[LinePiece, ...], tuple[LinePiece, ...]]] = []
    count = 0
    alone: list[LinePiece] = []
    for band in _part_into_bands(edge, pieces):
        left = tuple(piece for piece in band if piece.box.right < edge - 1)
        right = tuple(piece for piece in band if piece.box.right >= edge - 1)
        if any(piece.box.left < edge - _SAME_EDGE for piece in right) or not _are_columns(left, right):
            alone += band
            continue
        if alone:
            bands.append((tuple(alone), ()))
            alone = []
        bands.append((left, right))
        count += len(band)
    if alone:
        bands.append((tuple(alone), ()))
    return _Split(tuple(bands), count)


def _part_into_bands(edge: float, pieces: list[LinePiece]) -> list[list[LinePiece]]:
    """Return pieces from the top, each run that does not cross an edge as a band, each that does alone.

    ``pieces`` are in the order of their baselines.
    """
    bands: list[list[LinePiece]] = []
    rest: list[LinePiece] = []
    crossing: list[LinePiece] = []
    for piece in pieces:
        crosses = piece.box.left < edge - _SAME_EDGE and piece.box.right > edge - 1
        (crossing if crosses else rest).append(piece)
    at = 0
    for cut in crossing:
        start, top = at, cut.base - 0.3 * cut.size
        while at < len(rest) and rest[at].base < top:
            at += 1
        if at > start:
            bands.append(rest[start:at])
        bands.append([cut])
    return [*bands, rest[at:]] if at < len(rest) else bands


def _are_columns(left: tuple[LinePiece, ...], right: tuple[LinePiece, ...]) -> bool:
    """Tell whether two stacks of pieces are columns of running text, and no cells of a table."""
    if len(left) < _FEWEST or len(right) < _FEWEST:
        return False
    one, other = (surround([piece.box for piece in side]) for side in (left, right))
    overlap = min(one.bottom, other.bottom) - max(one.top, other.top)
    rights = sorted(piece.box.right for piece in left)
    reach = rights[-1 - len(rights) // _OVERFULL]  # a line may stick out
    if overlap < 0.3 * min(one.height, other.height) or other.left - reach < _LEAST_GUTTER:
        return False
    bases = sorted(piece.base for piece in right)
    beside = sum(_has_near(bases, piece.base) for piece in left)
    if _is_running(left) or (_is_running(right) and beside < _MOST * len(left)):
        return True  # beside the lines stand a few short ones, but no marks of theirs
    if beside < 0.5 * min(len(left), len(right)):
        return all(_share(side, lambda piece: len(piece.words) > 1) >= _MOST for side in (left, right))
    return all(_share(side, _reads_on) >= _MOST and _fill(side) >= _MOST for side in (left, right))


def _is_running(side: tuple[LinePiece, ...]) -> bool:
    """Tell whether a side is running text beyond doubt: many long lines of nearly one length."""
    return (
        len(side) >= _MANY
        and _share(side, lambda piece: len(piece.words) >= _MANY_WORDS) >= _NEARLY_ALL
        and _fill(side, _NEARLY_FULL) >= _NEARLY_ALL
    )


_MANY = 12  # lines
_MANY_WORDS = 6
_NEARLY_ALL = 0.7
_NEARLY_FULL = 0.85


def _has_near(places: list[float], place: float) -> bool:
    """Tell whether one of sorted places is on the same line as another."""
    after = bisect_right(places, place - _SAME_LINE)
    return after < len(places) and places[after] < place + _SAME_LINE


def _reads_on(piece: LinePiece) -> bool:
    return len(piece.words) >= _WORDS


def _share(side: tuple[LinePiece, ...], holds: Callable[[LinePiece], bool]) -> float:
    """Return the share of the letters of a side that stand in pieces of which something holds."""
    letters = [(sum(len(word.text) for word in piece.words), piece) for piece in side]
    return sum(count for count, piece in letters if holds(piece)) / max(sum(count for count, _ in letters), 1)


def _fill(side: tuple[LinePiece, ...], full: float = _FULL) -> float:
    """Return the share of the letters that stand in lines which are nearly as long as the longest ones."""
    widths = sorted(piece.box.width for piece in side)
    whole = max(widths[int(0.9 * (len(widths) - 1))], 1.0)
    return _share(side, lambda piece: piece.box.width >= full * whole)
