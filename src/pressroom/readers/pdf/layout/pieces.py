"""Words of a page to pieces of lines: what stands on one baseline without a wide gap."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from pressroom.readers.pdf.layout.page import RIGHT_TO_LEFT, Box, LinePiece, PdfWord

_WIDEST_SPACE = 1.0  # of the type's size, between words of one piece
_OVERLAP = 0.5  # of the smaller height: on one line


def build_pieces(words: Iterable[PdfWord]) -> list[LinePiece]:
    """Return the pieces that words make, in no particular order.

    The file's order of words is used where it runs on; where it does not, their places are.
    """
    runs: list[list[PdfWord]] = []
    for word in words:
        if runs and _follows(runs[-1][-1], word):
            runs[-1].append(word)
        else:
            runs.append([word])
    return _merge([LinePiece(run) for run in runs])


def _follows(last: PdfWord, word: PdfWord) -> bool:
    size = max(last.size, word.size)
    gap = word.box.left - last.box.right
    if unicodedata.bidirectional(word.text[0]) in RIGHT_TO_LEFT:
        gap = last.box.left - word.box.right
    return -0.3 * size <= gap <= _WIDEST_SPACE * size and _share_line(last.box, word.box)


def _share_line(one: Box, other: Box) -> bool:
    overlap = min(one.bottom, other.bottom) - max(one.top, other.top)
    return overlap >= _OVERLAP * min(one.height, other.height)


def _merge(pieces: list[LinePiece]) -> list[LinePiece]:
    """Join pieces that stand side by side on a line, whatever their order in the file."""
    done: list[LinePiece] = []
    bands: dict[int, list[LinePiece]] = {}  # those of each band of the page, so that few are compared
    for piece in sorted(pieces, key=lambda piece: (piece.box.left, piece.box.top)):
        own = range(_find_band(piece.box.top), _find_band(piece.box.bottom) + 1)
        near = (other for band in own for other in reversed(bands.get(band, ())))
        before = next(
            (other for other in near if _touch(other, piece) and _share_line(other.box, piece.box)), None
        )
        if before is None:
            done.append(piece)
            before = piece
        else:
            before.take(piece)
        for band in own:
            if all(before is not last for last in bands.setdefault(band, [])[-1:]):
                bands[band].append(before)
    for piece in done:
        piece.settle()
    return done


_BAND = 24.0  # points
_MOST_BANDS = 1_000  # of the largest page; a letter that is said to be higher counts to its edge


def _find_band(place: float) -> int:
    return min(max(int(place // _BAND), 0), _MOST_BANDS)


def _touch(left: LinePiece, right: LinePiece) -> bool:
    one, other = left.words[-1].size, right.words[0].size
    gap = right.box.left - left.box.right
    if min(len(left.words), len(right.words)) >= _MANY_WORDS:  # the file parts them, as it does columns
        return -0.3 * max(one, other) <= gap <= _WIDEST_BETWEEN * min(one, other)
    return -0.3 * max(one, other) <= gap <= _WIDEST_SPACE * max(one, other)


_MANY_WORDS = 3
_WIDEST_BETWEEN = 0.6  # of the type's size


def group_rows(pieces: Iterable[LinePiece]) -> list[list[LinePiece]]:
    """Return pieces by the lines that they stand on, from the top, each line from left to right."""
    rows: list[list[LinePiece]] = []
    for piece in sorted(pieces, key=lambda piece: (piece.base, piece.box.left)):
        row = rows[-1] if rows else []
        if row and any(_share_line(other.box, piece.box) for other in row) and _near(row, piece):
            row.append(piece)
        else:
            rows.append([piece])
    return [sorted(row, key=lambda piece: piece.box.left) for row in rows]


def _near(row: list[LinePiece], piece: LinePiece) -> bool:
    return abs(piece.base - row[0].base) < 0.5 * max(piece.size, row[0].size)
