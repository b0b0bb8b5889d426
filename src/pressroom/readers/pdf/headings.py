"""Which paragraphs are headings, and how deep: by tags and bookmarks of the file, else by size and weight."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from pressroom.readers.pdf.lines import PlacedTable
from pressroom.readers.pdf.paragraphs import CAPTION, PdfPara

_LARGER = 1.12  # times the running text
_LONGEST = 200  # characters
_LONGEST_BOLD = 130
_SHORTEST = 3
_MOST_LINES = 4
_DEEPEST = 6
_NUMBER = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,4}\.?|[IVX]{1,5}\.|[A-Z]\.)\s+(?=\S)")
_SENTENCE = re.compile(r"[.,;][\"”’)]*$")


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
    entries: Sequence[PdfPara | PlacedTable], body: float, bookmarks: Sequence[Bookmark]
) -> dict[int, PdfHeading]:
    """Return the headings by their index in ``entries``."""
    marked = _find_marked(entries, bookmarks)
    prose = _find_prose_sizes(entries)
    looks = {
        at: _look(entry, body)
        for at, entry in enumerate(entries)
        if isinstance(entry, PdfPara) and (at in marked or _looks(entries, at, body, prose))
    }
    looks = _without_labels(entries, _without_heaps(entries, looks, marked), marked)
    title = _find_title(entries, looks, body)
    ranks = sorted({look for at, look in looks.items() if at != title}, reverse=True)
    found: dict[int, PdfHeading] = {}
    for at, look in looks.items():
        entry = entries[at]
        number = _NUMBER.match(entry.text) if isinstance(entry, PdfPara) else None
        level = 0 if at == title else marked.get(at) or min(ranks.index(look) + 1, _DEEPEST)
        found[at] = PdfHeading(level, number["number"] if number and level else "", at in marked)
    return _close_gaps(found, marked, looks)


def _without_heaps(
    entries: Sequence[PdfPara | PlacedTable], looks: Mapping[int, _Rank], marked: Mapping[int, int]
) -> dict[int, _Rank]:
    """Drop runs of lines of one look with nothing under them: words of a picture. So goes a lone sentence."""
    kept: dict[int, _Rank] = {}
    places = enumerate(sorted(looks))
    for _, group in groupby(places, lambda place: (place[1] - place[0], looks[place[1]])):
        run = [at for _, at in group]
        if len(run) < _HEAP or any(at in marked for at in run):
            kept.update({at: looks[at] for at in run})
    sentences = [at for at in kept if at not in marked and _is_sentence(entries[at])]
    counts = Counter(kept[at] for at in sentences)
    alone = {at for at in sentences if counts[kept[at]] < _FEWEST_SENTENCES}
    return {at: look for at, look in kept.items() if at not in alone}


_HEAP = 4
_FEWEST_SENTENCES = 2  # that are headings: one in bold is the text's own


def _without_labels(
    entries: Sequence[PdfPara | PlacedTable], looks: Mapping[int, _Rank], marked: Mapping[int, int]
) -> dict[int, _Rank]:
    """Drop lines of pages that hold no running text, which are labels of a picture or a form, and lines that
    come again at the same height of page after page.
    """
    told = {_find_page(entry) for entry in entries if _is_running_text(entry)}
    pages: dict[tuple[str, int], set[int]] = defaultdict(set)
    for at in looks:
        pages[_find_place(entries[at])].add(_find_page(entries[at]))
    kept: dict[int, _Rank] = {}
    empty = _find_empty_looks(entries, looks)
    for at, look in looks.items():
        entry = entries[at]
        near = {_find_page(entry), _find_page(entry) + 1}
        again = len(pages[_find_place(entry)]) >= _MANY_PAGES
        if at in marked or (near & told and not again and look not in empty):
            kept[at] = look
    return kept


def _find_empty_looks(
    entries: Sequence[PdfPara | PlacedTable], looks: Mapping[int, _Rank]
) -> frozenset[_Rank]:
    """Return the looks of lines with mostly no text and no table under them before the next line of such a
    look or a higher one.
    """
    bare: Counter[_Rank] = Counter()
    waiting: list[
        int
    ] = []  # lines under which nothing was found yet, each of a lower look than the one before
    for at, entry in enumerate(entries):
        if at in looks:
            while waiting and looks[waiting[-1]] <= looks[at]:
                bare[looks[waiting.pop()]] += 1
            waiting.append(at)
        elif _is_running_text(entry) or isinstance(entry, PlacedTable):
            waiting.clear()
    bare.update(looks[at] for at in waiting)
    every = Counter(looks.values())
    return frozenset(look for look in every if every[look] >= _HEAP and bare[look] * 3 > every[look] * 2)


_MANY_PAGES = 3
_RUNNING_WORDS = 8


def _find_page(entry: PdfPara | PlacedTable) -> int:
    return entry.lines[0].page if isinstance(entry, PdfPara) else -1


def _find_place(entry: PdfPara | PlacedTable) -> tuple[str, int]:
    """Return the letters of a paragraph and its height on the page, in points."""
    return (_plain(entry.text), round(entry.lines[0].box.top)) if isinstance(entry, PdfPara) else ("", 0)


def _is_running_text(entry: PdfPara | PlacedTable) -> bool:
    """Tell a sentence, or an item of a list that is nearly one, from labels."""
    if not isinstance(entry, PdfPara) or CAPTION.match(entry.text):
        return False
    lettered = sum(word[:1].isalpha() for word in entry.text.split())
    return lettered >= _RUNNING_WORDS and len(entry.text) >= _LEAST_TEXT


def _is_sentence(entry: PdfPara | PlacedTable) -> bool:
    return isinstance(entry, PdfPara) and bool(_SENTENCE.search(entry.text))


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


def _look(para: PdfPara, _body: float) -> _Rank:
    """Return what tells the rank of a heading: its size, its weight, whether it is in capitals."""
    return para.size, para.bold, _is_capitals(para.text)


def _is_capitals(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) > 3 and text.upper() == text and text.lower() != text


def _find_prose_sizes(entries: Sequence[PdfPara | PlacedTable]) -> frozenset[float]:
    """Return the sizes of plain type that set more sentences than lines: beside much code, which is small.

    Items of lists, and lines ahead of them, say nothing of it.
    """
    letters: dict[float, int] = defaultdict(int)
    for entry in entries:
        if isinstance(entry, PdfPara) and not (entry.bold or entry.mark or entry.text.endswith(":")):
            is_prose = _SENTENCE.search(entry.text) and len(entry.text) > _LEAST_TEXT
            letters[entry.size] += len(entry.text) * (1 if is_prose else -1)
    return frozenset(size for size, more in letters.items() if more > 0)


def _looks(entries: Sequence[PdfPara | PlacedTable], at: int, body: float, prose: Collection[float]) -> bool:
    """Tell whether a paragraph looks like a heading: large, bold or in capitals, short, over something."""
    para = entries[at]
    if not isinstance(para, PdfPara) or at + 1 >= len(entries):
        return False
    text = para.text
    if len(para.lines) > _MOST_LINES or len(text) > _LONGEST or not any(map(str.isalpha, text)):
        return False
    if (
        CAPTION.match(text)
        or _SOURCE.match(text)
        or (para.mark and para.mark.kind == "bullet")
        or len(text) < 3
    ):
        return False
    if _SENTENCE.search(text) and not _NUMBER.fullmatch(text + " x"):
        return para.bold and text.endswith(".") and para.size >= body * 0.9 and _is_over_text(entries, at)
    if para.size >= body * _LARGER and (para.bold or para.size not in prose):
        return True
    if para.size < body * 0.9 or len(text) > _LONGEST_BOLD or len(para.lines) > 2:
        return False
    if para.italic and not para.bold:
        return len(para.lines) == 1 and len(text) <= _LONGEST_ITALIC and _is_over_text(entries, at)
    if para.bold:
        return not text.endswith(":") or _stands_apart(entries, at)
    return _is_capitals(text) and len(text.split()) <= _MOST_CAPITALS and _stands_apart(entries, at)


_SOURCE = re.compile(r"(?:sources?|notes?|quellen?|anmerkung|fuente|nota|remarque)\s*[:.]", re.IGNORECASE)
_LONGEST_ITALIC = 70


def _is_over_text(entries: Sequence[PdfPara | PlacedTable], at: int) -> bool:
    """Tell whether a paragraph of plain type follows, after a line that ended a paragraph."""
    after = entries[at + 1] if at + 1 < len(entries) else None
    before = entries[at - 1] if at else None
    if not isinstance(after, PdfPara) or after.bold or after.italic or len(after.text) < _LEAST_TEXT:
        return False
    return (
        not isinstance(before, PdfPara) or bool(_ENDED.search(before.text)) or len(before.text) < _LEAST_TEXT
    )


_ENDED = re.compile(r"[.!?:;”\")\d]$")
_MOST_CAPITALS = 14  # words


def _stands_apart(entries: Sequence[PdfPara | PlacedTable], at: int) -> bool:
    """Tell whether what follows is text in another look."""
    after = entries[at + 1] if at + 1 < len(entries) else None
    if isinstance(after, PlacedTable):
        return True
    if after is None:
        return False
    return not _is_capitals(after.text) and not after.bold and len(after.text) > _LEAST_TEXT


_LEAST_TEXT = 40


def _find_marked(entries: Sequence[PdfPara | PlacedTable], bookmarks: Sequence[Bookmark]) -> dict[int, int]:
    """Return the levels of paragraphs that the file itself says are headings."""
    found: dict[int, int] = {}
    waiting = {(_plain(mark.title), mark.page): mark.level for mark in bookmarks if _plain(mark.title)}
    for at, entry in enumerate(entries):
        if not isinstance(entry, PdfPara) or len(entry.text) > _LONGEST or CAPTION.match(entry.text):
            continue
        tag = entry.tag
        if len(tag) == 2 and tag[0] == "H" and tag[1].isdecimal() and any(map(str.isalpha, entry.text)):
            found[at] = int(tag[1])
            continue
        page = entry.lines[0].page
        level = waiting.get((_plain(entry.text), page)) or waiting.get((_plain(entry.text), 0))
        if level:
            found[at] = min(level, _DEEPEST)
    return found


def _is_numbered(entry: PdfPara | PlacedTable) -> bool:
    return isinstance(entry, PdfPara) and bool(_NUMBER.match(entry.text))


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


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
