"""The letters of a page as PDFium finds them, put together to words."""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from pressroom.readers.pdf.layout.fonts import PdfFont, read_font
from pressroom.readers.pdf.layout.page import RIGHT_TO_LEFT, Box, PdfPage, PdfWord, join_words, surround

_GAP = 0.24  # of the type's size: a wider one parts two words
_LEAST_GAP = 0.08  # where PDFium takes the gap for a space
_SHIFT = 0.12  # of the type's size: what stands higher or lower begins a word of its own
_RAISED = 0.6  # of the type's size: what is higher yet stands on another line
_FILLED_AND_STROKED = 2  # text render mode
_THICKEST_RULE = 3.0  # points
_SHORTEST_RULE = 8.0
_SMALLEST_PICTURE = 20.0  # points; smaller ones are ornaments
_INVISIBLE = 3  # text render mode
_LIGATURES = {letter: unicodedata.normalize("NFKC", chr(letter)) for letter in range(0xFB00, 0xFB07)}
_SAME = {0x02: "-", 0xAD: "-", 0x2011: "-", 0xA0: " ", 0x200B: "", 0xFEFF: "", 0xFFFE: "-", **_LIGATURES}
SUPPOSED = "\t"  # a space that PDFium adds because of a gap
UNKNOWN = "\N{REPLACEMENT CHARACTER}"
MOST_LETTERS = 60_000  # of one page; no page that people read has more than 20,000


@dataclass(frozen=True, slots=True)
class _Look:
    """What all letters of a text object share; ``turn`` counts quarter turns to the left, -1 for a slant."""

    size: float
    turn: int
    bold: bool = False
    italic: bool = False
    hidden: bool = False
    tag: str = ""
    face: str = ""
    ink: int = 0


@dataclass(slots=True)
class _Letter:
    text: str
    box: Box
    base: float
    look: _Look


@dataclass(slots=True)
class _Run:
    """The letters of a word that is being put together."""

    letters: list[_Letter] = field(default_factory=list)
    glued: bool = False


def read_page(page: Any, number: int, tags: Mapping[int, str]) -> PdfPage:
    """Return what stands on a page of pypdfium2; ``tags`` are structure types by marked content.

    What lies beside the visible part of the page is not on it.
    """
    left, bottom, right, top = page.get_cropbox(fallback_ok=True)
    rules, pictures = _read_drawings(page, left, top)
    letters = list(_read_letters(page, tags))
    known = [letter for letter in letters if letter.text != UNKNOWN]
    shown, hidden, turn = _parted(known, covered=bool(pictures))
    width, height = right - left, top - bottom
    turned = [_turn(letter, turn, (left, bottom, right, top)) for letter in shown if letter.look.turn == turn]
    turned = list(_drop_doubles(turned))
    if turn % 2:
        width, height = height, width
    rules = () if turn else rules
    visible = Box(-1, -1, width + 1, height + 1)
    words: list[PdfWord] = []
    outside: list[PdfWord] = []
    for word in build_words(turned):
        middle = (word.box.left + word.box.right) / 2, (word.box.top + word.box.bottom) / 2
        (words if visible.holds(*middle) else outside).append(word)
    sideways = _joined(letter for letter in shown if letter.look.turn != turn)
    return PdfPage(
        number,
        width,
        height,
        tuple(words),
        rules,
        pictures,
        sideways,
        _joined(hidden),
        join_words(outside),
        len(letters) - len(known),
        _count_cut(page),
    )


def _count_cut(page: Any) -> int:
    """Count the letters of a page beyond those that are read."""
    import pypdfium2.raw as pdfium

    textpage = page.get_textpage()
    count: int = pdfium.FPDFText_CountChars(textpage)
    textpage.close()
    return max(count - MOST_LETTERS, 0)


def _joined(letters: Iterable[_Letter]) -> str:
    return " ".join("".join(letter.text for letter in letters).split())


def _parted(letters: list[_Letter], covered: bool) -> tuple[list[_Letter], list[_Letter], int]:
    """Return the letters that are painted, those that are not, and the way that most text runs.

    Letters over a picture that are not painted are what a scanner has read in it.
    """
    hidden = [letter for letter in letters if letter.look.hidden and not covered]
    shown = [letter for letter in letters if covered or not letter.look.hidden]
    turns = Counter(letter.look.turn for letter in shown if letter.look.turn >= 0 and letter.text.strip())
    return shown, hidden, turns.most_common(1)[0][0] if turns else 0


def _turn(letter: _Letter, turn: int, crop: tuple[float, float, float, float]) -> _Letter:
    """Return a letter with its place counted from the upper left corner of the page as it is read."""
    left, bottom, right, top = crop
    box, base = letter.box, letter.base
    if turn == 1:  # runs upwards: its right is the page's up
        placed = Box(box.bottom - bottom, box.left - left, box.top - bottom, box.right - left)
        base = letter.base - left
    elif turn == 2:
        placed = Box(right - box.right, box.bottom - bottom, right - box.left, box.top - bottom)
        base = letter.base - bottom
    elif turn == 3:
        placed = Box(top - box.top, right - box.right, top - box.bottom, right - box.left)
        base = right - letter.base
    else:
        placed = Box(box.left - left, top - box.top, box.right - left, top - box.bottom)
        base = top - letter.base
    return _Letter(letter.text, placed, base, letter.look)


def _drop_doubles(letters: Iterable[_Letter]) -> Iterator[_Letter]:
    """Yield letters without those painted over the same ones of another text object, as for a shadow."""
    seen: dict[tuple[str, int, int], _Letter] = {}
    for letter in letters:
        if letter.text in (" ", SUPPOSED):
            yield letter
            continue
        column, row = round(letter.box.left), round(letter.base)
        near = (seen.get((letter.text, column + x, row + y)) for x in (-1, 0, 1) for y in (-1, 0, 1))
        if any(other and _covers(other, letter) for other in near):
            continue
        seen[letter.text, column, row] = letter
        yield letter


def _covers(one: _Letter, other: _Letter) -> bool:
    near = _OVER * max(one.look.size, other.look.size)
    return (
        one.look is not other.look
        and one.look.size == other.look.size
        and abs(one.box.left - other.box.left) < near
        and abs(one.base - other.base) < near
    )


_OVER = 0.1  # of the type's size


def _read_letters(page: Any, tags: Mapping[int, str]) -> Iterator[_Letter]:
    """Yield the letters of a page in the order of the file, those that PDFium adds among them.

    Boxes are in the page's own coordinates, which grow upwards: ``top`` is the larger number.
    """
    import pypdfium2.raw as pdfium

    textpage = page.get_textpage()
    looks: dict[int, _Look] = {}
    fonts: dict[int, PdfFont] = {}
    rect, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    last = _Look(0.0, 0)
    try:
        for at in range(min(pdfium.FPDFText_CountChars(textpage), MOST_LETTERS)):
            code = pdfium.FPDFText_GetUnicode(textpage, at)
            text = _SAME.get(code) if code in _SAME else chr(code) if 0 < code < 0x110000 else ""
            if not text or 0xD800 <= code <= 0xDFFF:
                text = _pair(textpage, at, code) if 0xD800 <= code <= 0xDBFF else text or ""
            if not text or 0xDC00 <= code <= 0xDFFF:
                if not code:
                    yield _Letter(UNKNOWN, Box(0, 0, 0, 0), 0.0, last)
                continue
            held = pdfium.FPDFText_GetTextObject(textpage, at)
            if not held or text.isspace():
                supposed = text.isspace() and pdfium.FPDFText_IsGenerated(textpage, at)
                shown = SUPPOSED if supposed else " " if text.isspace() else text
                yield _Letter(shown, Box(0, 0, 0, 0), 0.0, last)
                continue
            key = ctypes.cast(held, ctypes.c_void_p).value or 0
            look = looks.get(key)
            if look is None:
                look = looks[key] = _read_look(textpage, at, held, tags, fonts)
            pdfium.FPDFText_GetLooseCharBox(textpage, at, rect)
            pdfium.FPDFText_GetCharOrigin(textpage, at, x, y)
            last = look
            base = x.value if look.turn in (1, 3) else y.value
            yield _Letter(text, Box(rect.left, rect.top, rect.right, rect.bottom), base, look)
    finally:
        textpage.close()


def _pair(textpage: Any, at: int, code: int) -> str:
    """Return the letter that two halves stand for, "" where the second one is missing."""
    import pypdfium2.raw as pdfium

    low = pdfium.FPDFText_GetUnicode(textpage, at + 1)
    return chr(0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00)) if 0xDC00 <= low <= 0xDFFF else ""


def _read_look(
    textpage: Any, at: int, held: Any, tags: Mapping[int, str], fonts: dict[int, PdfFont]
) -> _Look:
    import pypdfium2.raw as pdfium

    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(textpage, at, matrix)
    height = math.hypot(matrix.c, matrix.d) or 1.0
    size = pdfium.FPDFText_GetFontSize(textpage, at) * height
    quarters = math.atan2(matrix.b, matrix.a) / (math.pi / 2)
    turn = round(quarters) % 4 if abs(quarters - round(quarters)) < 0.05 else -1
    used = pdfium.FPDFTextObj_GetFont(held)
    key = ctypes.cast(used, ctypes.c_void_p).value or 0
    font = fonts.get(key)
    if font is None:
        font = fonts[key] = read_font(used)
    mode = pdfium.FPDFTextObj_GetTextRenderMode(held)
    return _Look(
        round(size * 2) / 2,
        turn,
        font.bold or mode == _FILLED_AND_STROKED,
        font.italic,
        mode == _INVISIBLE,
        _read_tag(held, tags),
        font.name,
        _read_ink(held),
    )


def _read_ink(held: Any) -> int:
    """Return the colour that a text object is filled with, 0xRRGGBB."""
    import pypdfium2.raw as pdfium

    red, green, blue, opacity = (ctypes.c_uint() for _ in range(4))
    pdfium.FPDFPageObj_GetFillColor(held, red, green, blue, opacity)
    return red.value << 16 | green.value << 8 | blue.value


def _read_tag(held: Any, tags: Mapping[int, str]) -> str:
    """Return the structure type of a text object, "Artifact" for what the file says is no text."""
    import pypdfium2.raw as pdfium

    content = pdfium.FPDFPageObj_GetMarkedContentID(held)
    if content >= 0:
        return tags.get(content, "")
    buffer, size = ctypes.create_string_buffer(64), ctypes.c_ulong()
    for at in range(pdfium.FPDFPageObj_CountMarks(held)):
        mark = pdfium.FPDFPageObj_GetMark(held, at)
        letters = ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR))
        if mark and pdfium.FPDFPageObjMark_GetName(mark, letters, 64, size):
            name = buffer.raw[: size.value].decode("utf-16-le", "replace").rstrip("\0")
            if name == "Artifact":
                return name
    return ""


def build_words(letters: list[_Letter]) -> Iterator[PdfWord]:
    """Yield the words that letters make; those of one word follow each other in the file."""
    run = _Run()
    space = ""
    for letter in letters:
        if letter.text in (" ", SUPPOSED):
            space = space if space == " " else letter.text
            continue
        if run.letters:
            how = "space" if space == " " else _joint(run.letters, letter, _LEAST_GAP if space else _GAP)
            if how == "twice":
                continue
            if how != "on":
                yield _close(run)
                run = _Run(glued=how == "shift")
        run.letters.append(letter)
        space = ""
    if run.letters:
        yield _close(run)


def _joint(run: list[_Letter], letter: _Letter, widest: float) -> str:
    """Tell how a letter follows a word: on, twice (painted over itself), shift (raised), or after a space.

    ``widest`` is the widest gap within a word, as a part of the type's size.
    """
    last = run[-1]
    size = max(last.look.size, letter.look.size, 1.0)
    rise = abs(letter.base - last.base)
    if unicodedata.bidirectional(letter.text[0]) in RIGHT_TO_LEFT:
        gap, back = last.box.left - letter.box.right, letter.box.left > last.box.left + 0.1 * size
    else:  # a ligature's letters have one box between them
        gap, back = letter.box.left - last.box.right, letter.box.left < last.box.left - 0.1 * size
    again = letter.look is not last.look and letter.text == last.text  # of another text object
    if again and rise < 0.1 * size and abs(letter.box.left - last.box.left) < 0.1 * size:
        return "twice"
    if gap > widest * size or back or rise > _RAISED * size:
        return "space"
    same = letter.look.bold == last.look.bold and letter.look.italic == last.look.italic
    if rise > _SHIFT * size or abs(letter.look.size - last.look.size) > 0.2 * size:
        return "shift"
    return "on" if same and letter.look.tag == last.look.tag else "shift"


def _close(run: _Run) -> PdfWord:
    first = run.letters[0]
    return PdfWord(
        "".join(letter.text for letter in run.letters),
        surround([letter.box for letter in run.letters]),
        first.base,
        first.look.size,
        first.look.bold,
        first.look.italic,
        run.glued,
        first.look.tag,
        first.look.face,
        first.look.ink,
    )


def _read_drawings(page: Any, left: float, top: float) -> tuple[tuple[Box, ...], tuple[Box, ...]]:
    """Return the thin lines and the pictures that are drawn on a page."""
    import pypdfium2.raw as pdfium

    rules: list[Box] = []
    pictures: list[Box] = []
    for held in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE), max_depth=4):
        if len(rules) > _MOST_RULES:
            break
        x0, y0, x1, y1 = _find_bounds(held)
        box = Box(x0 - left, top - y1, x1 - left, top - y0)
        if held.type == pdfium.FPDF_PAGEOBJ_IMAGE:
            if min(box.width, box.height) >= _SMALLEST_PICTURE:
                pictures.append(box)
        elif min(box.width, box.height) <= _THICKEST_RULE:
            if max(box.width, box.height) >= _SHORTEST_RULE:
                rules.append(box)
        elif pdfium.FPDFPath_CountSegments(held) <= _BOX_SEGMENTS:
            rules.extend(_sides(held, box))
    return tuple(rules), tuple(pictures)


def _find_bounds(held: Any) -> tuple[float, float, float, float]:
    """Return the bounds of an object on the page; what a form holds is measured in its own space."""
    bounds: tuple[float, float, float, float] = held.get_bounds()
    form = held.container
    while form is not None:
        bounds = form.get_matrix().on_rect(*bounds)
        form = form.container
    return bounds


_MOST_RULES = 4_000
_BOX_SEGMENTS = 6


def _sides(held: Any, box: Box) -> list[Box]:
    """Return the sides of a frame that is drawn as one path; those of a painted area are none."""
    import pypdfium2.raw as pdfium

    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(held, fill, stroke)
    if not stroke.value or min(box.width, box.height) < _SHORTEST_RULE:
        return []
    return [
        Box(box.left, box.top, box.right, box.top),
        Box(box.left, box.bottom, box.right, box.bottom),
        Box(box.left, box.top, box.left, box.bottom),
        Box(box.right, box.top, box.right, box.bottom),
    ]
