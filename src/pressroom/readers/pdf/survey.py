"""What is known of all paragraphs of a PDF, and which of them can be headings at all."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pressroom.readers.pdf.layout.lines import PlacedTable
from pressroom.readers.pdf.layout.page import PdfPage
from pressroom.readers.pdf.paragraphs import PdfPara, is_caption
from pressroom.readers.pdf.underlines import is_underlined
from pressroom.readers.pdf.words import (
    is_capitals,
    is_field,
    is_like_name,
    is_running,
    is_sentence,
    read_number,
)

Entry = PdfPara | PlacedTable
Look = tuple[float, bool, bool, str, int, bool, bool]
"""What the eye tells apart: size, bold, italic, typeface, colour, whether in capitals or underlined."""

LONGEST = 220  # characters of a heading
MOST_LINES = 5


@dataclass(slots=True)
class FileSurvey:
    """What is known of a whole file before one paragraph of it is judged.

    ``face``, ``ink`` and ``bold`` are those of its running text. ``candidates`` can be headings,
    by their index, ``counts`` how many each look has, ``prose`` what share of a look's letters are
    sentences. ``texts`` tells where the same letters stand, ``numbers`` those of sections, ``counted`` where
    a candidate has each of these first, ``told`` the pages with running text, ``bare`` the looks that mostly
    stand over nothing, ``beside`` the short lines at one height with another one, ``names`` the looks in
    which mostly names are set. ``tagged`` files mark headings.
    """

    entries: Sequence[Entry]
    body: float
    face: str = ""
    ink: int = 0
    bold: bool = False
    candidates: Mapping[int, Look] = field(default_factory=dict)
    counts: Counter[Look] = field(default_factory=Counter)
    prose: Mapping[Look, float] = field(default_factory=dict)
    texts: Mapping[str, set[int]] = field(default_factory=dict)
    numbers: Mapping[int, str] = field(default_factory=dict)
    counted: Mapping[str, int] = field(default_factory=dict)
    told: frozenset[int] = frozenset()
    bare: frozenset[Look] = frozenset()
    beside: frozenset[int] = frozenset()
    names: frozenset[Look] = frozenset()
    tagged: bool = False
    pages: Mapping[int, PdfPage] = field(default_factory=dict)
    first: int = 1

    def take(self, at: int) -> PdfPara:
        """Return a candidate by its index. Raises TypeError for a table."""
        entry = self.entries[at]
        if not isinstance(entry, PdfPara):
            raise TypeError("a table is no candidate")
        return entry


def look_at(para: PdfPara, pages: Mapping[int, PdfPage]) -> Look:
    """Return the look of a paragraph."""
    page = pages.get(para.lines[0].page)
    underlined = page is not None and len(para.lines) <= MOST_LINES and is_underlined(para.lines, page.rules)
    return para.size, para.bold, para.italic, para.face, para.ink, is_capitals(para.text), underlined


def could_head(entry: Entry) -> bool:
    """Tell whether an entry can be a heading at all."""
    if not isinstance(entry, PdfPara) or len(entry.lines) > MOST_LINES or len(entry.text) > LONGEST:
        return False
    letters = sum(map(str.isalpha, entry.text))
    signs = sum(not sign.isspace() for sign in entry.text)
    return letters >= max(_FEWEST_LETTERS, _FEWEST_OF_SIGNS * signs) and not is_caption(entry)


_FEWEST_LETTERS = 2
_FEWEST_OF_SIGNS = 0.4


def survey(entries: Sequence[Entry], body: float, pages: Sequence[PdfPage]) -> FileSurvey:
    """Return what is known of a whole file."""
    paras = [(at, entry) for at, entry in enumerate(entries) if isinstance(entry, PdfPara)]
    by_number = {page.number: page for page in pages}
    looks = {at: look_at(para, by_number) for at, para in paras}
    running = [para for _, para in paras if is_running(para.text) and not is_caption(para)]
    letters: Counter[tuple[str, int, bool]] = Counter()
    by_look: dict[Look, list[int]] = defaultdict(lambda: [0, 0])
    texts: dict[str, set[int]] = defaultdict(set)
    for at, para in paras:
        counts = by_look[looks[at]]
        counts[1] += len(para.text)
        if is_running(para.text) and is_sentence(para.text):
            counts[0] += len(para.text)
        if len(para.text) <= LONGEST:
            texts[fold(para.text)].add(at)
    for para in running or [para for _, para in paras]:
        for line in para.lines:
            letters[line.face, line.ink, line.bold] += len(line.text)
    usual = letters.most_common(1)[0][0] if letters else ("", 0, False)
    fixed = _find_fixed(paras)
    candidates = {at: looks[at] for at, para in paras if could_head(para) and at not in fixed}
    numbers = {at: number for at, para in paras if (number := read_number(para.text))}
    bare = _find_bare(entries, candidates)
    if not running:  # a chart or a plan: its labels head nothing
        candidates = {at: look for at, look in candidates.items() if look not in bare}
    return FileSurvey(
        entries,
        body,
        *usual,
        candidates=candidates,
        counts=Counter(candidates.values()),
        prose={look: told / max(whole, 1) for look, (told, whole) in by_look.items()},
        texts=texts,
        numbers=numbers,
        # the first place wins, which is set last
        counted={numbers[at]: at for at in sorted(numbers, reverse=True) if at in candidates},
        told=frozenset(para.lines[0].page for para in running),
        bare=bare,
        beside=_find_beside(paras),
        names=_find_names(paras, candidates),
        tagged=any(para.tag[:1] == "H" and para.tag[1:].isdecimal() for _, para in paras),
        pages=by_number,
        first=min((para.lines[0].page for _, para in paras), default=1),
    )


def _find_fixed(paras: Sequence[tuple[int, PdfPara]]) -> set[int]:
    """Return the lines that come again at the same height of page after page."""
    places: dict[tuple[str, int], dict[int, set[int]]] = defaultdict(lambda: defaultdict(set))
    for at, para in paras:
        if len(para.text) <= LONGEST:
            place = fold(para.text), round(para.lines[0].box.top)
            places[place][para.lines[0].page].add(at)
    return {
        at for pages in places.values() if len(pages) >= _MANY for found in pages.values() for at in found
    }


def _find_beside(paras: Sequence[tuple[int, PdfPara]]) -> frozenset[int]:
    """Return the short lines that stand at one height with another one: cells, labels, names in columns."""
    heights: dict[tuple[int, int], list[int]] = defaultdict(list)
    for at, para in paras:
        if not is_running(para.text) and not para.mark:
            for step in {round(para.lines[0].base / 2), round(para.lines[0].base / 2 + 0.5)}:
                heights[para.lines[0].page, step].append(at)
    return frozenset(at for places in heights.values() if len(places) > 1 for at in places)


def _find_names(paras: Sequence[tuple[int, PdfPara]], candidates: Mapping[int, Look]) -> frozenset[Look]:
    """Return the looks of which most lines are like names of people: members of a board, authors."""
    every = Counter(candidates.values())
    named = Counter(
        candidates[at] for at, para in paras if at in candidates and is_like_name(para.text.split())
    )
    return frozenset(look for look, count in named.items() if count >= _MANY and count * 3 > every[look] * 2)


def _find_bare(entries: Sequence[Entry], candidates: Mapping[int, Look]) -> frozenset[Look]:
    """Return the looks of lines with mostly no text, item, field or table under them before the next one."""
    bare: Counter[Look] = Counter()
    waiting: list[int] = []  # lines under which nothing was found yet, each smaller than the one before
    for at, entry in enumerate(entries):
        if isinstance(entry, PlacedTable) or entry.mark or is_running(entry.text) or is_field(entry.text):
            waiting.clear()
        elif at in candidates:
            while waiting and candidates[waiting[-1]][:2] <= candidates[at][:2]:
                bare[candidates[waiting.pop()]] += 1
            waiting.append(at)
    bare.update(candidates[at] for at in waiting)
    every = Counter(candidates.values())
    return frozenset(look for look in every if every[look] >= _MANY and bare[look] * 3 > every[look] * 2)


_MANY = 3


def fold(text: str) -> str:
    """Return the letters and digits of a text, without case."""
    return "".join(filter(str.isalnum, text)).casefold()
