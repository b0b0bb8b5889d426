"""The numbers of tables and figures: those that the source gives them, since its text calls them so."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import count

from pressroom.model import walk
from pressroom.model.document import CodeBlock, Document, Image, Table
from pressroom.model.report import Report

_NUMBER = re.compile(r"[^\W\d_]+\.?\s*(\d+(?:[.-]\d+)*[a-z]?)")  # "Table 2", "Abb. 2.1"


def choose_numbers(labels: Iterable[str]) -> list[str]:
    """Return a number for each caption: its label's ("Table 3"), else the first that no other has.

    Labels that give a number twice are passed over, all of them.
    """
    read = [_NUMBER.fullmatch(label.strip()) for label in labels]
    own = [found[1] if found else "" for found in read]
    given = [number for number in own if number]
    if len(set(given)) != len(given):
        own, given = [""] * len(own), []
    free = list_free(given)
    return [number or next(free) for number in own]


def list_free(taken: Iterable[str]) -> Iterator[str]:
    """Yield 1, 2, 3 and so on, as text, without those that are taken."""
    known = set(taken)
    return (str(number) for number in count(1) if str(number) not in known)


def number_tables(document: Document) -> dict[int, str]:
    """Return the number of each table by its offset in the source, "" for one without a caption."""
    tables = [block for block, _ in walk.blocks(document) if isinstance(block, Table)]
    numbers = iter(choose_numbers(table.label for table in tables if table.caption))
    return {table.span.start: next(numbers) if table.caption else "" for table in tables}


def number_authors_figures(report: Report, pictures: Iterable[str], *, named: bool) -> dict[str, str]:
    """Return the numbers of the figures that the author placed, by their ids in the page.

    These are pictures with a caption, of which the page has ``pictures``, and charts that were asked for in
    the text. They come ahead of those that Pressroom draws of itself, where the source numbers one or the
    text names one (``named``); else all are counted as they stand, and none is returned.
    """
    placed = {figure.anchor.start: figure.id for figure in report.figures.drawn if figure.anchor}
    there = set(pictures)
    labels: dict[str, str] = {}
    images: Counter[int] = Counter()  # by place: several may stand in one paragraph
    for block, _ in walk.blocks(report.document):
        match block:
            case Image(src=src, span=span) if src in there:
                images[span.start] += 1
                if block.caption:
                    labels[make_image_anchor(span.start, images[span.start])] = block.label
            case CodeBlock(span=span) if span.start in placed:
                labels[placed[span.start]] = ""
            case _:
                pass
    if not named and not any(labels.values()):
        return {}
    return dict(zip(labels, choose_numbers(labels.values()), strict=True))


def make_image_anchor(start: int, count: int = 1) -> str:
    """Return the id of the picture that is the first, second and so on of those at a source offset."""
    return f"image-{start}" if count == 1 else f"image-{start}-{count}"
