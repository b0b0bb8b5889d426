"""Lines to paragraphs: which lines read on, over columns and pages too."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from pressroom.readers.pdf.layout.lines import PdfFlow, PdfLine, PlacedTable

_BULLETS = "•‣⁃◦○●◉∙·■□▪▫▸►▶▹▻◆◇➢➤➔→✓✔✗✘☐☑☒❖\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf0a8"
_MARK = re.compile(
    rf"(?P<bullet>[{_BULLETS}]|[-–—*](?=\s)|o(?=\s[A-Z]))\s*"
    r"|(?P<number>\(?(?:\d{1,2}|[a-z]|[ivx]{1,5})[.)]|\[\d{1,2}\])\s+(?=\S)"
)
_ENDS = re.compile(r"[.!?:;…][\"”’')\]]*\d{0,2}$")
_SHORT_LINE = 1.0  # of the type's size that the next word must have to spare


@dataclass(frozen=True, slots=True)
class ItemMark:
    """What a line begins with: ``kind`` is bullet or number, ``text`` the mark.

    ``left`` is where the mark begins, ``indent`` where the words behind it do.
    """

    kind: str
    text: str
    left: float
    indent: float


@dataclass(slots=True)
class PdfPara:
    """Lines that read on."""

    lines: list[PdfLine]
    mark: ItemMark | None = None

    @property
    def text(self) -> str:
        """Its words, a space between lines."""
        return " ".join(line.text for line in self.lines)

    @property
    def size(self) -> float:
        """The size of most of its lines."""
        return Counter(line.size for line in self.lines).most_common(1)[0][0]

    @property
    def bold(self) -> bool:
        """Whether it is bold throughout."""
        return all(line.bold for line in self.lines)

    @property
    def italic(self) -> bool:
        """Whether it is in italics throughout."""
        return all(word.italic for line in self.lines for word in line.words)

    @property
    def face(self) -> str:
        """The typeface of all its lines, "" where they have several."""
        faces = {line.face for line in self.lines}
        return faces.pop() if len(faces) == 1 else ""

    @property
    def ink(self) -> int:
        """The colour of all its lines, 0xRRGGBB, -1 where they have several."""
        inks = {line.ink for line in self.lines}
        return inks.pop() if len(inks) == 1 else -1

    @property
    def tag(self) -> str:
        """The structure type of all its lines, "" where they have several."""
        tags = {line.tag for line in self.lines}
        return tags.pop() if len(tags) == 1 else ""


def is_caption(para: PdfPara) -> bool:
    """Tell whether a paragraph is the caption of a table or figure."""
    return (
        bool(CAPTION.match(para.lines[0].text))
        and len(para.lines) <= _MOST_LINES
        and len(para.text) <= _LONGEST
    )


CAPTION = re.compile(
    r"(?:table|figure|fig|chart|box|map|exhibit|abb|abbildung|tabelle|tab|tableau|figura|tabla|tabella|grafik|graph)"
    r"s?(?![^\W\d_])(?:\.?\s*(?:[A-Z]{0,3}-?\d+|[IVX]+|[A-Z])(?:[.-]\d+)*\b|\.\s)",
    re.IGNORECASE,
)
_MOST_LINES = 4
_LONGEST = 300  # characters of a caption


def build_paragraphs(flow: Sequence[PdfFlow], body: float) -> list[PdfPara | PlacedTable]:
    """Return the paragraphs that lines make; ``body`` is the size of the running text."""
    pitches = _find_pitches(flow)
    bullets = _find_bullets(flow)
    found: list[PdfPara | PlacedTable] = []
    last: PdfPara | None = None  # the paragraph that may go on, behind tables of its page as well
    for entry in flow:
        if isinstance(entry, PlacedTable):
            found.append(entry)
            continue
        mark = find_mark(entry, bullets)
        if last is not None and _reads_on(last, entry, mark, pitches, body):
            last.lines.append(entry)
            continue
        last = PdfPara([entry], mark)
        found.append(last)
    return found


def _find_pitches(flow: Sequence[PdfFlow]) -> dict[float, float]:
    """Return the usual distance of two baselines for each size of type."""
    counts: dict[float, Counter[float]] = {}
    lines = [entry for entry in flow if isinstance(entry, PdfLine)]
    for above, below in pairwise(lines):
        pitch = below.base - above.base
        size = above.size  # 0 of letters that are drawn without one
        if above.region == below.region and size == below.size and 0.8 * size < pitch < 2.5 * size:
            counts.setdefault(above.size, Counter())[round(pitch * 2) / 2] += 1
    found = {}
    for size, counter in counts.items():
        most = counter.most_common(1)[0][1]
        # the smallest of the frequent ones: where every paragraph has one line, the frequent one parts them
        found[size] = min(pitch for pitch, count in counter.items() if count >= 0.5 * most)
    return found


def _find_bullets(flow: Sequence[PdfFlow]) -> frozenset[str]:
    """Return letters that only stand alone at the beginning of lines: bullets of fonts of their own."""
    first: Counter[str] = Counter()
    every: Counter[str] = Counter()
    for line in flow:
        if isinstance(line, PdfLine):
            every.update(line.text)
            if len(line.words[0].text) == 1 and len(line.words) > 1:
                first[line.words[0].text] += 1
    return frozenset(
        letter
        for letter, count in first.items()
        if count >= _FEWEST_BULLETS and every[letter] == count and not letter.isascii()
    )


_FEWEST_BULLETS = 2


def find_mark(line: PdfLine, bullets: frozenset[str] = frozenset()) -> ItemMark | None:
    """Return the mark of a list's item that a line begins with; ``bullets`` are further marks."""
    text = line.text
    if text[0] in bullets and len(line.words) > 1:
        return ItemMark("bullet", text[0], line.box.left, line.words[1].box.left)
    found = _MARK.match(text)
    if not found or (len(text) == len(found[0]) and found.lastgroup == "number"):
        return None
    written = found[0].strip()
    first = line.words[0]
    rest = line.words[1] if len(line.words) > 1 and len(first.text) <= len(written) else None
    indent = rest.box.left if rest else first.box.left + first.size
    return ItemMark(found.lastgroup or "", written, line.box.left, indent)


def _reads_on(
    para: PdfPara, line: PdfLine, mark: ItemMark | None, pitches: dict[float, float], body: float
) -> bool:
    """Tell whether a line goes on with a paragraph."""
    last = para.lines[-1]
    if abs(line.size - last.size) > 0.6 or _is_head_tag(line.tag) != _is_head_tag(last.tag):
        return False
    if _is_next_section(para, line, body) or _changes_look(last, line):
        return False
    if mark and (mark.kind == "bullet" or _is_next(para.mark, mark) or _has_ended(last, line)):
        dash = mark.text in ("-", "–", "—", "*", "o")
        if not dash or _has_ended(last, line) or (para.mark and para.mark.text == mark.text):
            return False
    if line.region != last.region:
        return _goes_on_elsewhere(para, line)
    pitch = line.base - last.base
    if _is_head_tag(line.tag) and line.tag == last.tag and 0 < pitch < _WIDEST_TAGGED * line.size:
        return line.bold == last.bold
    usual = pitches.get(line.size, 1.25 * line.size)
    if pitch > min(usual, 1.6 * line.size) * 1.18 + 0.6 or pitch < 0.3 * line.size:
        return pitch > 0 and _is_centred_title(last, line, pitch)
    if is_caption(para) and not _has_room(last, line) and not mark:
        return True  # part of it may be bold
    is_large = line.size > body * 1.1
    if is_large and (line.bold == last.bold or _share_weight(last, line)):
        return True  # a word or two of a title may be in another type
    weighs_otherwise = line.bold != last.bold and not _share_weight(last, line)
    if weighs_otherwise and (_has_ended(last, line) or is_large or last is para.lines[0]):
        return _is_run_in(para, line)
    if para.mark:
        return _goes_on_with_item(para, line)
    return not _begins_anew(para, line) or _is_centred_title(last, line, pitch)


def _share_weight(last: PdfLine, line: PdfLine) -> bool:
    """Tell whether two lines are mostly bold, one of them at least not throughout."""
    return min(last.weight, line.weight) >= _MOSTLY and not (last.bold and line.bold)


def _is_next_section(para: PdfPara, line: PdfLine, body: float) -> bool:
    """Tell whether a heading's line has a number of its own, under another one that has."""
    if not (line.weight > _MOSTLY or line.size > body * 1.1 or line.face != para.lines[0].face):
        return False
    return bool(_SECTION.match(line.text) and _SECTION.match(para.text)) and _has_room(para.lines[-1], line)


_SECTION = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*\.?|[IVX]{1,5}\.|[A-Z]\.)\s+\S")
_MOSTLY = 0.5


def _changes_look(last: PdfLine, line: PdfLine) -> bool:
    """Tell whether a line that could hold more is in another type or colour than the next one throughout."""
    if not (last.face and line.face) or not _has_room(last, line):
        return False
    return (last.face != line.face or (last.ink != line.ink and min(last.ink, line.ink) >= 0)) and (
        line.text[:1].isupper() or not line.text[:1].islower()
    )


def _is_centred_title(last: PdfLine, line: PdfLine, pitch: float) -> bool:
    """Tell whether two lines are a title: centred, bold and in one look, set wide where it is in capitals."""
    looks = (last.face, last.ink, last.bold, last.text.isupper()) == (
        line.face,
        line.ink,
        line.bold,
        line.text.isupper(),
    )
    widest = _WIDEST_TITLE if line.text.isupper() else _WIDEST_BOLD
    if not looks or not line.bold or pitch > widest * line.size:
        return False
    if _ENDS.search(last.text) or _SECTION.match(line.text):
        return False
    middles = [(each.box.left + each.box.right) / 2 for each in (last, line)]
    indented = all(each.box.left > each.column.left + 2 * each.size for each in (last, line))
    return indented and abs(middles[0] - middles[1]) < _SAME_MIDDLE


_WIDEST_TAGGED = 1.7  # of the type's size, between baselines of one heading
_WIDEST_TITLE = 2.2  # of the type's size, between baselines
_WIDEST_BOLD = 1.35
_SAME_MIDDLE = 3.0  # points


def _is_head_tag(tag: str) -> bool:
    return tag in ("H", "H1", "H2", "H3", "H4", "H5", "H6", "Title")


def _is_next(before: ItemMark | None, mark: ItemMark) -> bool:
    """Tell whether a mark goes on counting."""
    if before is None or before.kind != mark.kind:
        return False
    one, other = before.text.strip("()[]."), mark.text.strip("()[].")
    if one.isdecimal() and other.isdecimal():
        return int(other) == int(one) + 1
    if len(one) == len(other) == 1 and ord(other) == ord(one) + 1:
        return True
    return one[:1] in "ivx" and other[:1] in "ivx"


def _is_run_in(para: PdfPara, line: PdfLine) -> bool:
    """Tell whether a bold line is only the head of an item's sentence that goes on in the next."""
    mark, last = para.mark, para.lines[-1]
    return mark is not None and line.box.left >= mark.left and not _has_room(last, line)


def _has_room(last: PdfLine, line: PdfLine) -> bool:
    """Tell whether the next line's first word would have stood on the line before."""
    first = line.words[0]
    return last.box.right + _SHORT_LINE * line.size + first.box.width < last.column.right


def _has_ended(last: PdfLine, line: PdfLine) -> bool:
    return _has_room(last, line) or bool(_ENDS.search(last.text))


def _begins_anew(para: PdfPara, line: PdfLine) -> bool:
    """Tell whether a line of the same look begins a paragraph: the one before is short, or it is indented."""
    last = para.lines[-1]
    first = line.text[0]
    opens = first.isupper() or first.isdecimal() or first in '“"‘«¿¡(['
    if _has_room(last, line) and opens and (_ENDS.search(last.text) or _is_far_short(last)):
        return True
    if last is para.lines[0] and opens and _is_centred(last) and not _is_centred(line):
        return True  # a heading over text, in the size and weight of it
    indented = line.box.left - last.box.left
    left_at = min(each.box.left for each in para.lines)
    if opens and indented > 0.9 * line.size and last.box.left <= left_at + 0.4 * line.size:
        return _ENDS.search(last.text) is not None or indented < 4 * line.size
    # back at the margin behind hanging lines
    return opens and len(para.lines) > 1 and -indented > 0.9 * line.size and _hangs(para)


def _is_centred(line: PdfLine) -> bool:
    """Tell whether a line stands in the middle of its column, with white on both sides."""
    left, right = line.box.left - line.column.left, line.column.right - line.box.right
    return min(left, right) > 2 * line.size and abs(left - right) < line.size


def _is_far_short(last: PdfLine) -> bool:
    return last.box.right < last.column.left + 0.6 * last.column.width


def _hangs(para: PdfPara) -> bool:
    first, rest = para.lines[0], para.lines[1:]
    return all(line.box.left > first.box.left + 0.9 * line.size for line in rest)


def _goes_on_with_item(para: PdfPara, line: PdfLine) -> bool:
    last = para.lines[-1]
    if line.box.left >= (para.mark.left if para.mark else last.box.left) + 0.5 * line.size:
        return True
    return not _has_room(last, line) and not _ENDS.search(last.text)


def _goes_on_elsewhere(para: PdfPara, line: PdfLine) -> bool:
    """Tell whether a paragraph reads on at the head of the next column or page."""
    last = para.lines[-1]
    other_look = line.words[0].italic != last.words[-1].italic and not last.text.endswith("-")
    if line.bold != last.bold or other_look:
        return False
    if _ENDS.search(last.text) or _has_room(last, line):
        return False
    first = line.text.lstrip('“"‘«(')[:1]
    return first.islower() or last.text.endswith(("-", ",")) or first.isdecimal() or _is_full(last)


def _is_full(last: PdfLine) -> bool:
    return last.box.right > last.column.right - 2 * last.size and len(last.words) > _FEW_WORDS


_FEW_WORDS = 4
