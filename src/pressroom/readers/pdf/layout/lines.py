"""Pages to a flow of lines and tables in reading order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from pressroom.model.document import Table
from pressroom.readers.pdf.layout.columns import order_columns
from pressroom.readers.pdf.layout.drawn import DrawnTable
from pressroom.readers.pdf.layout.page import Box, LinePiece, PdfPage, PdfWord, join_words
from pressroom.readers.pdf.layout.pieces import build_pieces, group_rows
from pressroom.readers.pdf.layout.tables import build_table, find_table_rows


@dataclass(frozen=True, slots=True)
class PdfLine:
    """A line of a column. ``column`` is the column's box, ``region`` counts columns over the whole file.

    ``weight`` is the share of its letters that are bold; ``face`` and ``ink`` are those of nearly all of its
    letters, "" and -1 where they have several.
    """

    words: tuple[PdfWord, ...]
    box: Box
    base: float
    size: float
    bold: bool
    column: Box
    page: int
    region: int
    weight: float = 0.0
    face: str = ""
    ink: int = -1

    @property
    def text(self) -> str:
        """Its words."""
        return join_words(list(self.words))

    @property
    def tag(self) -> str:
        """The structure type of all its words, "" where they have several."""
        tags = {word.tag for word in self.words}
        return tags.pop() if len(tags) == 1 else ""


@dataclass(frozen=True, slots=True)
class PlacedTable:
    """A table with its page."""

    table: Table
    page: int


PdfFlow = PdfLine | PlacedTable


def read_flow(
    page: PdfPage, words: Sequence[PdfWord], drawn: Sequence[DrawnTable], region: int
) -> list[PdfFlow]:
    """Return the lines and tables of a page's ``words``; ``region`` is the number of its first column."""
    taken = {id(word) for table in drawn for word in table.words}
    pieces = build_pieces(word for word in words if id(word) not in taken)
    standing = [_stand_in(table) for table in drawn]
    stands = {id(piece): table for piece, table in zip(standing, drawn, strict=True)}
    found: list[PdfFlow] = []
    for number, column in enumerate(order_columns(pieces + standing), region):
        found += _read_column(column, stands, page, number)
    return found


def _stand_in(table: DrawnTable) -> LinePiece:
    """Return a piece that takes the place of a drawn table on the page."""
    first = table.words[0]
    word = PdfWord("\N{OBJECT REPLACEMENT CHARACTER}", table.box, table.box.top + first.size, first.size)
    return LinePiece([word])


def _read_column(
    column: list[LinePiece], stands: dict[int, DrawnTable], page: PdfPage, region: int
) -> list[PdfFlow]:
    found: list[PdfFlow] = []
    run: list[LinePiece] = []
    for piece in column:
        if id(piece) in stands:
            found += _read_rows(run, page, region)
            run = []
            found.append(PlacedTable(stands[id(piece)].table, page.number))
        else:
            run.append(piece)
    return found + _read_rows(run, page, region)


def _read_rows(pieces: list[LinePiece], page: PdfPage, region: int) -> list[PdfFlow]:
    if not pieces:
        return []
    rows = group_rows(pieces)
    bounds = find_table_rows(rows)
    text = [at for at in range(len(rows)) if not any(start <= at < end for start, end in bounds)]
    boxes = [piece.box for at in text for piece in rows[at]]
    column = (
        Box(min(b.left for b in boxes), boxes[0].top, _right_edge(boxes), boxes[-1].bottom)
        if boxes
        else pieces[0].box
    )
    found: list[PdfFlow] = []
    at = 0
    for start, end in [*bounds, (len(rows), len(rows))]:
        found += [_line(row, column, page, region) for row in rows[at:start]]
        if start < end:
            found.append(PlacedTable(build_table(rows[start:end]), page.number))
        at = end
    return found


def _right_edge(boxes: Sequence[Box]) -> float:
    return max(box.right for box in boxes)


def _line(row: list[LinePiece], column: Box, page: PdfPage, region: int) -> PdfLine:
    whole = LinePiece([word for piece in row for word in piece.words])
    return PdfLine(
        tuple(whole.words),
        whole.box,
        whole.base,
        whole.size,
        whole.bold,
        column,
        page.number,
        region,
        _share_bold(whole.words),
        _find_most(whole.words, lambda word: word.face, ""),
        _find_most(whole.words, lambda word: word.ink, -1),
    )


_Value = TypeVar("_Value", str, int)


def _share_bold(words: Sequence[PdfWord]) -> float:
    letters = sum(len(word.text) for word in words)
    return sum(len(word.text) for word in words if word.bold) / letters


def _find_most(words: Sequence[PdfWord], find: Callable[[PdfWord], _Value], several: _Value) -> _Value:
    """Return what nearly all letters of words have in common, ``several`` where they don't."""
    counts: Counter[_Value] = Counter()
    for word in words:
        counts[find(word)] += len(word.text)
    value, count = counts.most_common(1)[0]
    return value if count >= _NEARLY_ALL * counts.total() else several


_NEARLY_ALL = 0.8
