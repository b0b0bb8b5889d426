"""Charts that the tables of a document allow: offered to the author, never drawn unasked."""

from __future__ import annotations

import json
from dataclasses import dataclass

from pressroom.errors import UsageError
from pressroom.figures.chart_requests import ChartRequest
from pressroom.figures.data import Data, read_table, walk_tables
from pressroom.figures.kinds import why_unreadable
from pressroom.figures.plot.positions import parse_moment
from pressroom.figures.requested import build_figure
from pressroom.figures.text.cells import parse_datum
from pressroom.model.document import Document
from pressroom.model.span import Span

MOST_ROWS = 24  # of a chart that is offered: more are a table to look things up in
_FEWEST_ROWS = 3
_MOST_OFFERS = 20


@dataclass(frozen=True, slots=True)
class Offer:
    """A chart of a table: ``table`` counts the document's tables from 1, ``x`` and ``y`` are columns."""

    mark: str
    table: int
    x: str
    y: str
    title: str
    span: Span

    @property
    def settings(self) -> tuple[str, ...]:
        """The lines by which an author asks for it in the settings of the text."""
        values = {"mark": self.mark, "table": str(self.table), "x": self.x, "y": self.y, "title": self.title}
        return (
            "[[figure]]",
            *(f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in values.items()),
        )


def offer_charts(document: Document, lang: str) -> tuple[Offer, ...]:
    """Return a chart for each table whose figures can be drawn truly, by the rules of those asked for."""
    every = [table for table, _ in walk_tables(document)]
    found: list[Offer] = []
    for number, table in enumerate(every, 1):
        data = read_table(table, every, lang)
        offer = _offer(data, number, table.span, document, lang)
        if offer and len(found) < _MOST_OFFERS:
            found.append(offer)
    return tuple(found)


def _offer(data: Data, number: int, span: Span, document: Document, lang: str) -> Offer | None:
    if not _FEWEST_ROWS <= len(data.rows) <= MOST_ROWS or len(data.columns) < 2 or not all(data.columns[:2]):
        return None
    x = data.columns[0]
    names = [str(cell or "").strip() for cell in data.column(x)]
    if not all(names) or len(set(names)) < len(names):
        return None
    mark = "line" if all(parse_moment(name) is not None for name in names) else "bar"
    for y in data.columns[1:]:
        if not y or not _is_numeric(data, y, lang):
            continue
        offer = Offer(mark, number, x, y, data.caption or y, span)
        request = ChartRequest(mark, document.source, title=offer.title, x=x, y=(y,), table=str(number))
        try:
            figure = build_figure(request, document, lang, {}, 1)
        except UsageError:
            continue
        if not why_unreadable(figure):
            return offer
    return None


def _is_numeric(data: Data, name: str, lang: str) -> bool:
    cells = [parse_datum(cell, lang) for cell in data.column(name)]
    return all(cell is not None and cell.value is not None for cell in cells)
