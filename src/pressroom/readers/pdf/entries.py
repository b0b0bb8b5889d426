"""Pages to paragraphs and tables in reading order, with their notes, and what is no text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from pressroom.readers.pdf.contents import leave_out_contents
from pressroom.readers.pdf.layout.drawn import find_drawn
from pressroom.readers.pdf.layout.furniture import find_furniture
from pressroom.readers.pdf.layout.linenumbers import take_out_line_numbers
from pressroom.readers.pdf.layout.lines import PdfFlow, PdfLine, PlacedTable, read_flow
from pressroom.readers.pdf.layout.page import PdfPage
from pressroom.readers.pdf.notes import PageNote, split_notes
from pressroom.readers.pdf.paragraphs import PdfPara, build_paragraphs


@dataclass(frozen=True, slots=True)
class PdfEntries:
    """What a file holds: ``body`` is the size of its running text, ``lines`` the text of all its lines.

    ``left_out`` are words that are no text, with the reason.
    """

    entries: tuple[PdfPara | PlacedTable, ...]
    body: float
    lines: str
    notes: tuple[PageNote, ...]
    left_out: tuple[tuple[str, str], ...]


def read_entries(pages: Sequence[PdfPage]) -> PdfEntries:
    """Return the paragraphs and tables of pages."""
    pages, left_out = take_out_line_numbers(pages)
    drawn = {page.number: find_drawn(page.words, page.rules) for page in pages}
    in_tables = {id(word) for tables in drawn.values() for table in tables for word in table.words}
    furniture = find_furniture(pages, in_tables)
    flows: list[list[PdfFlow]] = []
    region = 0
    for page in pages:
        words, told = furniture.get(page.number, (set(), []))
        left_out += told
        kept = [word for word in page.words if word not in words]
        flow = read_flow(page, kept, drawn[page.number], region)
        region = max([region, *(entry.region + 1 for entry in flow if isinstance(entry, PdfLine))])
        flows.append(flow)
    body = _find_body_size(flows)
    rest: list[PdfFlow] = []
    notes: list[PageNote] = []
    for flow in flows:
        text, own = split_notes(flow, body)
        rest += text
        notes += own
    rest, contents = leave_out_contents(rest)
    return PdfEntries(
        tuple(build_paragraphs(rest, body)),
        body,
        "\n".join(line.text for line in rest if isinstance(line, PdfLine)),
        tuple(notes),
        (*left_out, *contents),
    )


def _find_body_size(flows: Sequence[Sequence[PdfFlow]]) -> float:
    """Return the size in which most letters are set."""
    counts: Counter[float] = Counter()
    for flow in flows:
        for line in flow:
            if isinstance(line, PdfLine):
                counts[line.size] += len(line.text)
    return max(counts, key=lambda size: (counts[size], size), default=10.0)
