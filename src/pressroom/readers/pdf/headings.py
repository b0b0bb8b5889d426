"""Which paragraphs are headings, and how deep: by tags and bookmarks of the file, else by size and weight."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import exp

from pressroom.readers.pdf.layout.lines import PlacedTable
from pressroom.readers.pdf.layout.page import PdfPage
from pressroom.readers.pdf.paragraphs import CAPTION, PdfPara
from pressroom.readers.pdf.signs import describe, describe_company
from pressroom.readers.pdf.survey import FileSurvey, fold, survey
from pressroom.readers.pdf.weights import FIRST, SECOND
from pressroom.readers.pdf.words import is_capitals, is_running

_LARGER = 1.12  # times the running text
_LONGEST = 200  # characters
_DEEPEST = 6
_NUMBER = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,4}\.?|[IVX]{1,5}\.|[A-Z]\.)\s+(?=\S)")

_Rank = tuple[float, bool, bool]
"""What tells the rank of a heading: its size, its weight, whether it is in capitals."""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the file's own outline: ``level`` from 1, the page counted from 1, 0 for an unknown one."""

    title: str
    level: int
    page: int


@dataclass(frozen=True, slots=True)
class PdfHeading:
    """A heading's level from 1, 0 for the title; ``number`` is the numbering ahead of it.

    ``sure`` is one that the file marks, by a tag or a bookmark.
    """

    level: int
    number: str = ""
    sure: bool = False


def find_headings(
    entries: Sequence[PdfPara | PlacedTable],
    body: float,
    bookmarks: Sequence[Bookmark],
    pages: Sequence[PdfPage],
) -> dict[int, PdfHeading]:
    """Return the headings by their index in ``entries``."""
    marked = find_marked(entries, bookmarks)
    known = survey(entries, body, pages)
    scores = judge(known, {at: describe(known, at) for at in known.candidates}, WEIGHTS)
    looks = {at: _look(known.take(at)) for at in choose(known, scores, marked)}
    marked = {at: level for at, level in marked.items() if at in looks}
    title = _find_title(entries, looks, body)
    ranks = sorted({look for at, look in looks.items() if at != title}, reverse=True)
    found: dict[int, PdfHeading] = {}
    for at, look in looks.items():
        entry = entries[at]
        number = _NUMBER.match(entry.text) if isinstance(entry, PdfPara) else None
        level = 0 if at == title else marked.get(at) or min(ranks.index(look) + 1, _DEEPEST)
        found[at] = PdfHeading(level, number["number"] if number and level else "", at in marked)
    return _close_gaps(found, marked, looks)


def _find_heaps(known: FileSurvey) -> frozenset[int]:
    """Return runs of short lines of one look with nothing under any but the last: words of a picture."""
    heaps: list[int] = []
    short = (at for at in sorted(known.candidates) if not is_running(known.take(at).text))
    for _, group in groupby(
        enumerate(short), lambda place: (place[1] - place[0], known.candidates[place[1]])
    ):
        run = [at for _, at in group]
        heaps += run if len(run) >= _HEAP else []
    return frozenset(heaps)


_HEAP = 5


Model = tuple[float, dict[str, float]]
"""A bias, and the weight of each sign: logarithms of odds."""

WEIGHTS: tuple[Model, Model] = (FIRST, SECOND)
ENOUGH = -0.4  # logarithm of odds after the second pass
ENOUGH_MARKED = -3.5  # of what the file says is a heading; programs mark sentences and addresses as well


def choose(known: FileSurvey, scores: Mapping[int, float], marked: Container[int]) -> list[int]:
    """Return the candidates whose scores make them headings, in order; ``marked`` ones need less."""
    heaps = _find_heaps(known)
    return [
        at
        for at, score in sorted(scores.items())
        if (score > ENOUGH_MARKED if at in marked else score > ENOUGH and at not in heaps)
    ]


def judge(known: FileSurvey, signs: Mapping[int, list[str]], models: tuple[Model, Model]) -> dict[int, float]:
    """Return for each candidate the logarithm of the odds that it is a heading.

    The first pass takes each by itself; the second one knows what the first one says of the others.
    """
    chances = rate(signs, models[0])
    return {
        at: _weigh([*held, *describe_company(known, at, chances)], models[1]) for at, held in signs.items()
    }


def rate(signs: Mapping[int, list[str]], model: Model) -> dict[int, float]:
    """Return the chance of each candidate, from 0 to 1, by its signs alone."""
    return {at: 1 / (1 + exp(-_weigh(held, model))) for at, held in signs.items()}


def _weigh(signs: Sequence[str], model: Model) -> float:
    bias, weights = model
    return bias + sum(weights.get(sign, 0.0) for sign in signs)


def _close_gaps(
    found: dict[int, PdfHeading], marked: Mapping[int, int], looks: Mapping[int, _Rank]
) -> dict[int, PdfHeading]:
    """Give guessed headings among marked ones the level of a marked one of their look, else one below."""
    if not marked:
        return found
    by_look = {looks[at]: level for at, level in sorted(marked.items(), reverse=True)}
    done: dict[int, PdfHeading] = {}
    level = 0
    for at, heading in sorted(found.items()):
        if heading.level and at not in marked:
            nearest = by_look.get(looks[at]) or min(level + 1, _DEEPEST)
            done[at] = PdfHeading(nearest, heading.number)
        else:
            level = heading.level or level
            done[at] = heading
    return done


def _look(para: PdfPara) -> _Rank:
    """Return what tells the rank of a heading: its size, its weight, whether it is in capitals."""
    return para.size, para.bold, is_capitals(para.text)


def find_marked(entries: Sequence[PdfPara | PlacedTable], bookmarks: Sequence[Bookmark]) -> dict[int, int]:
    """Return the levels of paragraphs that the file itself says are headings."""
    found: dict[int, int] = {}
    waiting = {(fold(mark.title), mark.page): mark.level for mark in bookmarks if fold(mark.title)}
    for at, entry in enumerate(entries):
        if not isinstance(entry, PdfPara) or len(entry.text) > _LONGEST or CAPTION.match(entry.text):
            continue
        tag = entry.tag
        if len(tag) == 2 and tag[0] == "H" and tag[1].isdecimal() and any(map(str.isalpha, entry.text)):
            found[at] = int(tag[1])
            continue
        page = entry.lines[0].page
        level = waiting.get((fold(entry.text), page)) or waiting.get((fold(entry.text), 0))
        if level:
            found[at] = min(level, _DEEPEST)
    return found


def _is_numbered(entry: PdfPara | PlacedTable) -> bool:
    return isinstance(entry, PdfPara) and bool(_NUMBER.match(entry.text))


def _find_title(entries: Sequence[PdfPara | PlacedTable], looks: Mapping[int, _Rank], body: float) -> int:
    """Return the index of the title: the largest heading of the first page with text, -1 for none."""
    first = next((entry.lines[0].page for entry in entries if isinstance(entry, PdfPara)), 0)
    here = {
        at: look
        for at, look in looks.items()
        if isinstance(entry := entries[at], PdfPara) and entry.lines[0].page == first
    }
    titled = next((at for at in here if isinstance(e := entries[at], PdfPara) and e.tag == "Title"), None)
    if titled is not None:
        return titled
    if not here:
        return -1
    best = max(here, key=lambda at: (here[at], -at))
    size = here[best][0]
    rivals = [at for at, look in looks.items() if look >= here[best] and at != best]
    ahead = [at for at in range(best) if isinstance(e := entries[at], PdfPara) and len(e.text) > _LONGEST]
    if not rivals and not ahead and (size >= body * _LARGER or best == min(looks)):
        return best
    # smaller than the headings, yet ahead of everything and in a look of its own
    opening = min(here)
    alone = all(look != here[opening] for at, look in looks.items() if at != opening)
    same = [at for at, look in looks.items() if look == here[opening] and at != opening]
    counted = 2 * sum(_is_numbered(entries[at]) for at in same) > len(same)
    is_first = opening == 0 and not _is_numbered(entries[opening])
    return opening if is_first and (alone or counted) else -1
