"""What belongs to the pages and not to the text: running heads and feet, page numbers."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Sequence
from dataclasses import dataclass

from pressroom.readers.pdf.layout.page import LinePiece, PdfPage, PdfWord
from pressroom.readers.pdf.layout.pieces import build_pieces, group_rows

RUNNING_HEAD = "running head or foot of a page"
PAGE_NUMBER = "page number"
_EDGE = 0.14  # of the page's height, at its head and foot
_ROWS = 4  # at each edge
_SAME_PLACE = 8.0  # points
_FOOT, _HEAD = -1, 1
_WORD = r"(?:page|seite|pagina|página|pág\.?|strona|sida|side|p\.|pg\.?)"
_NUMBER = re.compile(
    rf"[-–—|·\[(]?\s*(?:{_WORD}\s*)?(?P<number>\d{{1,5}}|[ivxl]{{1,6}})(?:\s*(?:of|/|von|de|sur|di)\s*\d{{1,4}})?\s*[-–—|·\])]?",
    re.IGNORECASE,
)
_AT_END = re.compile(
    rf"(?:(?:{_WORD}\s*)?(?P<first>\d{{1,5}})\b(?=\D).+|.+?(?<![\d.,])(?P<last>\d{{1,5}}))", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _EdgeRow:
    page: int
    edge: int
    place: float
    size: float
    text: str
    pieces: tuple[LinePiece, ...]

    @property
    def key(self) -> str:
        """Its words without numbers, which differ from page to page."""
        return re.sub(r"\d+|\b[ivxl]+\b", "#", self.text.casefold()).strip("#|·–—- ")


def find_furniture(
    pages: Sequence[PdfPage], taken: Container[int] = ()
) -> dict[int, tuple[set[PdfWord], list[tuple[str, str]]]]:
    """Return for each page's number the words that are no text, and what they say with the reason.

    ``taken`` are words, by their id, that are known to be text.
    """
    rows = [row for page in pages for row in _edge_rows(page, taken)]
    tagged = {page.number for page in pages if _has_artifacts(page)}
    offset = _find_offset(rows)
    seen: dict[tuple[str, int], list[_EdgeRow]] = defaultdict(list)
    for row in rows:
        if row.key:
            seen[row.key, row.edge].append(row)
    found: dict[int, tuple[set[PdfWord], list[tuple[str, str]]]] = defaultdict(lambda: (set(), []))
    text: set[tuple[int, int]] = set()  # edges behind which the text has begun
    for row in rows:
        reason = (
            "" if (row.page, row.edge) in text else _judge(row, seen, offset, len(pages), row.page in tagged)
        )
        if not reason:
            text.add((row.page, row.edge))
            continue
        words, told = found[row.page]
        words.update(word for piece in row.pieces for word in piece.words)
        told.append((row.text, reason))
    return found


def _edge_rows(page: PdfPage, taken: Container[int]) -> list[_EdgeRow]:
    rows = group_rows(build_pieces(word for word in page.words if id(word) not in taken))
    found: list[_EdgeRow] = []
    for edge, few in ((_HEAD, rows[:_ROWS]), (_FOOT, rows[-_ROWS:][::-1])):
        for row in few:
            box = row[0].box
            place = box.top if edge == _HEAD else page.height - box.bottom
            if place > _EDGE * page.height:
                break
            text = " ".join(piece.text for piece in row)
            found.append(_EdgeRow(page.number, edge, place, row[0].size, text, tuple(row)))
    return found


def _judge(
    row: _EdgeRow,
    seen: dict[tuple[str, int], list[_EdgeRow]],
    offset: int | None,
    pages: int,
    has_artifacts: bool,
) -> str:
    """Return the reason why a row at a page's edge is no text, "" where it is."""
    tags = [word.tag for piece in row.pieces for word in piece.words]
    is_artifact = has_artifacts and all(tag == "Artifact" for tag in tags)
    number = _NUMBER.fullmatch(row.text)
    if number and (_parse(number["number"]) - row.page == offset or pages == 1 or not row.key):
        return PAGE_NUMBER if offset is not None or pages < _FEW or is_artifact else ""
    if is_artifact:
        return RUNNING_HEAD
    same = {
        other.page
        for other in seen.get((row.key, row.edge), ())
        if abs(other.place - row.place) < _SAME_PLACE and abs(other.size - row.size) < 0.6
    }
    if len(same) >= (2 if pages <= _FEW else 3):
        return RUNNING_HEAD
    if len(row.text) > _LONGEST:
        return ""
    if offset is not None and _has_number(row, offset):
        return RUNNING_HEAD
    alone = pages == 1 and row.pieces[0].text != row.text
    return RUNNING_HEAD if alone and any(_BARE.fullmatch(row.pieces[at].text) for at in (0, -1)) else ""


_BARE = re.compile(r"\d{1,4}")


_FEW = 6  # pages
_LONGEST = 100  # characters of a running head that differs from page to page


def _has_artifacts(page: PdfPage) -> bool:
    """Tell whether tags part a page's text from the rest: those of some programs call all of it so."""
    return 2 * sum(word.tag == "Artifact" for word in page.words) < len(page.words)


def _has_number(row: _EdgeRow, offset: int) -> bool:
    """Tell whether a row bears its page's number at one end, apart from its other words."""
    found = _AT_END.fullmatch(row.text)
    if not found or len(row.pieces) < 2:
        return False
    return any(text and int(text) - row.page == offset for text in found.group("first", "last"))


def _find_offset(rows: Sequence[_EdgeRow]) -> int | None:
    """Return by how much the printed page numbers differ from the count of pages, None without any."""
    counts: Counter[int] = Counter()
    pages = {row.page for row in rows}
    for row in rows:
        whole = _NUMBER.fullmatch(row.text)
        texts = [whole["number"]] if whole else []
        if not whole and (ends := _AT_END.fullmatch(row.text)):
            texts = [text for text in ends.group("first", "last") if text]
        counts.update({_parse(text) - row.page for text in texts if _parse(text)})
    if not counts:
        return None
    offset, count = counts.most_common(1)[0]
    return offset if count >= 2 and count >= 0.4 * len(pages) else None


_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}


def _parse(text: str) -> int:
    """Return a page number in digits or Roman numerals, 0 for none."""
    if text.isdecimal():
        return int(text)
    values = [_ROMAN[letter] for letter in text.casefold()]
    return sum(
        -value if any(value < later for later in values[at + 1 :]) else value
        for at, value in enumerate(values)
    )
