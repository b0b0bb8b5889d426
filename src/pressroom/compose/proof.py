"""The proof sheet: each tile and picture beside what the text says, for an editor to tick."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

from pressroom.compose.page import (
    PRINT,
    SCREEN,
    make_brand_css,
    make_environment,
    render,
    tile_words,
)
from pressroom.compose.template import Template
from pressroom.language.direction import is_right_to_left
from pressroom.model.document import Document
from pressroom.model.figure import Drawing, Figure
from pressroom.model.numbers import KeyNumber, Skipped, Wording
from pressroom.model.page import Page, PageTree
from pressroom.model.quantity import Quantity
from pressroom.model.report import Report
from pressroom.model.span import Span

LAYOUT = "sheet.html.j2"
MOST_ROWS = 12  # of a picture's data
LONGEST = 400  # characters of what a picture was drawn from; a table is not printed again


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence in three parts, the number in the middle, and where it stands; no section is ""."""

    before: str
    number: str
    after: str
    line: int
    section: str


@dataclass(frozen=True, slots=True)
class TileProof:
    """A key number on the sheet: ``refused`` are the wordings that its tile might have had, ``signed`` who
    has confirmed it, and when.
    """

    number: int
    key: KeyNumber
    passage: Passage
    refused: tuple[Wording, ...]
    signed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FigureProof:
    """A picture on the sheet with the sentences that it was drawn from or, of a table, its ``rows``."""

    number: int
    figure: Figure
    passages: tuple[Passage, ...]
    rows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LeftOutGroup:
    """The numbers that were left out for one reason: what stands there, and on which lines."""

    reason: str
    entries: tuple[tuple[str, tuple[int, ...]], ...]


def load_proof_template() -> Template:
    """Return the layout of the sheet: a tool of the editor's, the same for all templates."""
    folder = files("pressroom.compose") / "proof_sheet"
    texts = {name: (folder / name).read_text(encoding="utf-8") for name in (LAYOUT, PRINT, SCREEN)}
    return Template("proof", "proof_sheet", texts)


def compose_proof(
    report: Report, drawings: Mapping[str, Drawing], signed: Mapping[str, tuple[str, ...]], command: str
) -> Page:
    """Return the page of the proof sheet.

    ``signed`` says by the id of a key number who has confirmed it; ``command`` records a confirmation.
    """
    template = load_proof_template()
    tiles = tuple(
        _prove_tile(number, key, report.document, signed.get(key.id, ()))
        for number, key in enumerate(report.numbers.key, 1)
    )
    figures = tuple(
        _prove_figure(number, figure, report) for number, figure in enumerate(report.figures.drawn, 1)
    )
    html = render(
        make_environment(template),
        template,
        LAYOUT,
        report=report,
        tiles=tiles,
        figures=figures,
        left=_group_left_out(report.numbers.skipped),
        tile_words=tile_words,
        command=command,
        t=report.label,
        dir="rtl" if is_right_to_left(report.lang) else "ltr",
    )
    brand = make_brand_css(report.brand)
    return Page(
        PageTree(html),
        css=brand + template.files[PRINT],
        screen_css=brand + template.files[SCREEN],
        report=report,
        drawings=drawings,
        assets={},
    )


def _prove_tile(number: int, key: KeyNumber, document: Document, signed: tuple[str, ...]) -> TileProof:
    quantity = key.quantity
    at = _find_in_sentence(quantity, document.text)
    sentence, end = quantity.sentence_text, at + len(quantity.text)
    parts = (sentence[:at], sentence[at:end], sentence[end:]) if at >= 0 else (sentence, "", "")
    passage = Passage(*parts, quantity.sentence.line_start, _find_section(document, quantity.start))
    refused = tuple(wording for wording in key.wordings if wording.refused)
    return TileProof(number, key, passage, refused, signed)


def _find_in_sentence(quantity: Quantity, text: str) -> int:
    """Return where a number begins in the words of its sentence, -1 where they do not hold it.

    The source may have markup where the words have none; the number is then known by how often the same
    stands ahead of it.
    """
    ahead = text[quantity.sentence.start : quantity.start]
    found = -1
    for _ in range(ahead.count(quantity.text) + 1):
        at = quantity.sentence_text.find(quantity.text, found + 1)
        if at < 0:
            break
        found = at
    return found


def _find_section(document: Document, offset: int) -> str:
    """Return the heading of the section in which an offset of the text lies, "" ahead of the first."""
    headings = [section.heading for section in document.walk() if section.heading.span.start <= offset]
    return max(headings, key=lambda heading: heading.span.start).text if headings else ""


def _prove_figure(number: int, figure: Figure, report: Report) -> FigureProof:
    document = report.document
    passages = tuple(
        Passage(
            _shorten(document.text[span.start : span.end]),
            "",
            "",
            span.line_start,
            _find_section(document, span.start),
        )
        for span in _order(figure.sources)
    )
    told = all(passage.before for passage in passages) and passages
    return FigureProof(number, figure, passages, () if told else _list_rows(figure))


def _list_rows(figure: Figure) -> tuple[str, ...]:
    """Return the data of a picture, a line for each category."""
    (_, *names), *rows = figure.table
    single = len(names) == 1
    return tuple(
        f"{category}: {', '.join(cells if single else map(' '.join, zip(names, cells, strict=True)))}"
        for category, *cells in rows[:MOST_ROWS]
    ) + (("…",) if len(rows) > MOST_ROWS else ())


def _order(spans: tuple[Span, ...]) -> list[Span]:
    return sorted({span.start: span for span in spans}.values(), key=lambda span: span.start)


def _shorten(text: str) -> str:
    """Return words of the source on one line, "" for what is too long to be a sentence, as a table is."""
    line = " ".join(re.sub(r"[*_`]+", "", text).split())
    return line if len(line) <= LONGEST and "|" not in line and "```" not in text else ""


def _group_left_out(skipped: tuple[Skipped, ...]) -> tuple[LeftOutGroup, ...]:
    """Group the numbers left out by their reason: quantities first, then what is no quantity."""
    groups: dict[tuple[bool, str], dict[str, list[int]]] = {}
    for entry in skipped:
        quantity = entry.quantity
        words = " ".join(f"{entry.text} {quantity.subject if quantity else ''}".split())
        lines = groups.setdefault((quantity is None, entry.reason), {}).setdefault(words, [])
        if entry.line not in lines:
            lines.append(entry.line)
    ordered = sorted(groups.items(), key=lambda group: group[0][0])
    return tuple(
        LeftOutGroup(reason, tuple((words, tuple(lines)) for words, lines in entries.items()))
        for (_, reason), entries in ordered
    )
