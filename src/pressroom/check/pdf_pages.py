"""Pages measured from the finished PDF: where each piece of text landed, and what a proof reader would mark.

``measure`` reads a file into plain data; the rules are pure functions of it.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from pressroom.model.diagnostic import Diagnostic, Severity

EDGE = 28.0  # points of paper that nothing but a band of colour may come near to: 10 mm
HEADINGS = frozenset({"H1", "H2", "H3", "H4", "H5", "H6"})
BLOCKS = HEADINGS | {"P", "LBody", "Lbl", "Note", "Caption", "TD", "TH", "Figure", "TOCI"}
MIN_LINES = 3  # on the last page
RUNT = 16.0  # points: a last line shorter than this is a runt
OVERLAP = 0.3  # of the smaller piece: less is tight leading


@dataclass(frozen=True, slots=True)
class Piece:
    """Something painted for an element: its block's structure type and number, and its box in points from the
    lower left corner.
    """

    kind: str
    block: int
    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: number from 1, size in points, and all that is painted on it but artifacts, in order.

    ``left`` tells the left-hand page of a document to be printed on both sides.
    """

    number: int
    width: float
    height: float
    pieces: tuple[Piece, ...]
    left: bool = False


def check_pages(data: bytes, where: str = "") -> tuple[Diagnostic, ...]:
    """Measure a tagged PDF and return what is wrong with its pages; ``where`` names the file."""
    sheets = measure(data)
    return tuple(
        Diagnostic(severity, rule, message, cure, where=where)
        for rule, (severity, cure, find) in RULES.items()
        for message in find(sheets)
    )


def measure(data: bytes) -> tuple[Sheet, ...]:
    """Read where everything stands in a tagged PDF."""
    import pikepdf
    import pypdfium2

    with pikepdf.open(io.BytesIO(data)) as file:
        root: Any = file.Root
        both_sides = root.get("/PageLayout") == "/TwoPageRight"
        numbers = list(root.StructTreeRoot.ParentTree.Nums) if "/StructTreeRoot" in root else []
        rows = {int(key): row for key, row in zip(numbers[::2], numbers[1::2], strict=True)}
        blocks = [_index_blocks(rows.get(int(page.obj.get("/StructParents", -1)), ())) for page in file.pages]
    sheets = []
    document = pypdfium2.PdfDocument(data)
    try:
        for index, known in enumerate(blocks):
            page = document[index]
            width, height = page.get_size()
            left = both_sides and index % 2 == 1
            sheets.append(Sheet(index + 1, width, height, tuple(_list_pieces(page, known)), left))
            page.close()
    finally:
        document.close()
    return tuple(sheets)


def _index_blocks(row: Any) -> Mapping[int, tuple[str, int]]:
    """Return the block that each marked content of a page belongs to: structure type and object number."""
    found: dict[int, tuple[str, int]] = {}
    for mcid, element in enumerate(row):
        while element is not None and "/S" in element and str(element.S)[1:] not in BLOCKS:
            element = element.get("/P")
        if element is not None and "/S" in element:
            found[mcid] = (str(element.S)[1:], element.objgen[0])
    return found


def _list_pieces(page: Any, known: Mapping[int, tuple[str, int]]) -> Iterator[Piece]:
    import pypdfium2.raw as pdfium

    for painted in page.get_objects(max_depth=1):
        block = known.get(pdfium.FPDFPageObj_GetMarkedContentID(painted.raw))
        if block is not None:
            left, bottom, right, top = painted.get_bounds()
            if right > left and top > bottom:
                yield Piece(*block, left, bottom, right, top)


def find_lines(pieces: tuple[Piece, ...] | list[Piece]) -> list[tuple[float, float, float, float]]:
    """Join pieces into lines by their height on the page; boxes from the top down."""
    found: list[list[float]] = []
    for piece in sorted(pieces, key=lambda piece: -(piece.top + piece.bottom)):
        middle = (piece.top + piece.bottom) / 2
        if found and found[-1][1] <= middle <= found[-1][3]:
            box = found[-1]
            box[:] = (
                min(box[0], piece.left),
                min(box[1], piece.bottom),
                max(box[2], piece.right),
                max(box[3], piece.top),
            )
        else:
            found.append([piece.left, piece.bottom, piece.right, piece.top])
    return [(box[0], box[1], box[2], box[3]) for box in found]


def _group_by_block(sheet: Sheet) -> dict[int, list[Piece]]:
    blocks: dict[int, list[Piece]] = {}
    for piece in sheet.pieces:
        blocks.setdefault(piece.block, []).append(piece)
    return blocks


def find_overflow(sheets: tuple[Sheet, ...]) -> Iterator[str]:
    """Text or a picture comes too near to the paper's edge, or leaves it."""
    for sheet in sheets:
        for piece in sheet.pieces:
            inside = (
                piece.left >= EDGE
                and piece.bottom >= EDGE
                and piece.right <= sheet.width - EDGE
                and piece.top <= sheet.height - EDGE
            )
            if not inside:
                yield f"page {sheet.number}: a {piece.kind} comes within 10 mm of the paper's edge"
                break


def find_collisions(sheets: tuple[Sheet, ...]) -> Iterator[str]:
    """Two blocks are printed over each other."""
    for sheet in sheets:
        boxes = [
            (block, box)
            for block, pieces in _group_by_block(sheet).items()
            for box in find_lines(pieces)
            if pieces
        ]
        boxes.sort(key=lambda entry: entry[1][1])
        for index, (block, box) in enumerate(boxes):
            hit = next(
                (
                    other
                    for other, more in boxes[index + 1 : index + 40]
                    if other != block and _overlap(box, more) > OVERLAP
                ),
                None,
            )
            if hit is not None:
                yield f"page {sheet.number}: two blocks collide at {round(box[1])} points from the foot"
                break


def _overlap(one: tuple[float, float, float, float], two: tuple[float, float, float, float]) -> float:
    width = min(one[2], two[2]) - max(one[0], two[0])
    height = min(one[3], two[3]) - max(one[1], two[1])
    if width <= 0 or height <= 0:
        return 0.0
    smaller = min((box[2] - box[0]) * (box[3] - box[1]) for box in (one, two))
    return width * height / smaller


def find_stranded_headings(sheets: tuple[Sheet, ...]) -> Iterator[str]:
    """A heading is the last thing on its page."""
    for sheet in sheets[:-1]:
        body = [piece for piece in sheet.pieces if piece.kind != "Note"]
        if body and min(body, key=lambda piece: piece.bottom).kind in HEADINGS:
            yield f"page {sheet.number} ends with a heading"


def find_short_last_page(sheets: tuple[Sheet, ...]) -> Iterator[str]:
    """The last page holds next to nothing."""
    if len(sheets) < 2:
        return
    last = sheets[-1]
    count = len(find_lines(last.pieces))
    picture = any(piece.kind == "Figure" for piece in last.pieces)
    if 0 < count < MIN_LINES and not picture:
        yield f"the last page has {count} line{'s' if count > 1 else ''}"


def find_empty_pages(sheets: tuple[Sheet, ...]) -> Iterator[str]:
    """A page holds nothing, and is not the left-hand page that a chapter leaves free before it."""
    for sheet in sheets:
        if not sheet.pieces and not sheet.left:
            yield f"page {sheet.number} is empty"


def find_runts(sheets: tuple[Sheet, ...]) -> Iterator[str]:
    """A paragraph's last line is hardly more than a syllable."""
    ahead_of = [{piece.block for piece in sheet.pieces} for sheet in sheets[1:]]
    for sheet, ahead in zip(sheets, [*ahead_of, set()], strict=True):
        for block, pieces in _group_by_block(sheet).items():
            if pieces[0].kind != "P" or block in ahead:
                continue
            rows = find_lines(pieces)
            if len(rows) > 1 and rows[-1][2] - rows[-1][0] < RUNT:
                width = round(rows[-1][2] - rows[-1][0])
                yield f"page {sheet.number}: a paragraph's last line is {width} points long"


def find_parted_paragraphs(sheets: tuple[Sheet, ...]) -> Iterator[str]:
    """One line of a paragraph stands alone at the head (widow) or the foot (orphan) of a page."""
    for sheet, following in pairwise(sheets):
        here, there = _group_by_block(sheet), _group_by_block(following)
        for block in here.keys() & there.keys():
            if here[block][0].kind != "P":
                continue
            if len(find_lines(here[block])) == 1:
                yield f"page {sheet.number} ends with the first line of a paragraph (orphan)"
            if len(find_lines(there[block])) == 1:
                yield f"page {following.number} begins with the last line of a paragraph (widow)"


Find = Callable[[tuple[Sheet, ...]], Iterator[str]]
RULES: Mapping[str, tuple[Severity, str, Find]] = {
    "page-overflow": (
        Severity.ERROR,
        "shorten the word, or give the picture or table more room",
        find_overflow,
    ),
    "page-collision": (
        Severity.ERROR,
        "look at the page; the template's style sheet sets both",
        find_collisions,
    ),
    "page-empty": (Severity.ERROR, "take one of two page breaks out", find_empty_pages),
    "heading-stranded": (Severity.WARNING, "put a page break before the heading", find_stranded_headings),
    "page-short": (Severity.WARNING, "shorten the text by a few words, or add to it", find_short_last_page),
    "line-alone": (Severity.NOTE, "shorten or lengthen the paragraph by a few words", find_parted_paragraphs),
    "line-runt": (Severity.NOTE, "shorten the paragraph by a word", find_runts),
}
