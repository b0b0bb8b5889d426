"""One paragraph of a Word document, as it stands with every tracked change accepted."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from pressroom.writers.docx.package.bookmarks import BLOCK_PREFIX
from pressroom.writers.docx.package.markup import qualify

if TYPE_CHECKING:
    from lxml.etree import _Element

CALL = "\ufdd0"  # stands for the call of a note
OBJECT = "\ufdd1"  # stands for a picture, a formula or an embedded object
ATOMS = CALL + OBJECT

_TEXT = qualify("w:t")
_VAL = qualify("w:val")
_RUN_PROPERTIES = qualify("w:rPr")
_EMPHASIS = (qualify("w:b"), qualify("w:i"))
_LETTERS = {
    qualify("w:tab"): "\t",
    qualify("w:br"): "\n",
    qualify("w:cr"): "\n",
    qualify("w:noBreakHyphen"): "\u2011",
    qualify("w:softHyphen"): "",
    qualify("w:drawing"): OBJECT,
    qualify("w:object"): OBJECT,
    qualify("w:pict"): OBJECT,
    qualify("m:oMath"): OBJECT,
}
_OBJECTS = {tag for tag, letters in _LETTERS.items() if letters == OBJECT}
_CALLS = {qualify(f"w:{kind}Reference"): kind for kind in ("footnote", "endnote")}
_COMMENTS = (qualify("w:commentRangeStart"), qualify("w:commentReference"))
# struck by a tracked change, or not part of the paragraph's own words
_SKIPPED = {qualify(f"w:{name}") for name in ("del", "moveFrom", "pPr", "rPr", "instrText", "txbxContent")}
STRUCK = {qualify("w:del"), qualify("w:moveFrom")}
_ALTERNATIVE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
# fields whose result is counted by Word or by us, so that it is not an author's words
_CONTENTS = re.compile(r"\s*TOC\b")
_COUNTED = re.compile(r"\s*(PAGEREF|NOTEREF|PAGE|NUMPAGES|SECTIONPAGES|SEQ)\b")
_SIMPLE_FIELD = qualify("w:fldSimple")
_MARKS = (qualify("w:bookmarkStart"), qualify("w:bookmarkEnd"))
_FIELDS = (qualify("w:fldChar"), qualify("w:instrText"))


@dataclass(frozen=True, slots=True)
class ParagraphPlace:
    """Where a paragraph stands: "body", "box", "margin" or a note ("footnote:3"), and in which cell.

    ``table``, ``row`` and ``column`` count from 0 in the part; -1: in no table.
    """

    part: str = "body"
    table: int = -1
    row: int = -1
    column: int = -1


@dataclass(slots=True)
class WordParagraph:
    """A paragraph: its style's id and name, its words, and where in them each block of the source begins.

    ``level`` is the level of the list that it is in, -1 for none. ``calls`` are the notes called, one for
    each ``CALL`` among the words. ``emphasis`` has a letter for each of ``text``: "-" as its style has it,
    "b" bold, "i" italic, "x" both. ``ends`` are the blocks that end here, ``comments`` those that begin.
    """

    style: str
    name: str = ""
    level: int = -1
    place: ParagraphPlace = ParagraphPlace()
    text: str = ""
    emphasis: str = ""
    blocks: list[tuple[str, int]] = field(default_factory=list)
    ends: list[str] = field(default_factory=list)
    calls: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    joined: bool = False  # its mark was struck, so that the next paragraph runs on from it

    @property
    def look(self) -> tuple[str, int]:
        """What its style makes of it: the style's name, and the level of its list."""
        return self.name, self.level


def normalize_spaces(text: str) -> str:
    """Return text with every stretch of white space as one space, none at the ends."""
    return " ".join(text.split())


def show_words(text: str) -> str:
    """Return the words of a paragraph without what stands for notes and objects."""
    return normalize_spaces(text.replace(CALL, "").replace(OBJECT, ""))


def join_paragraphs(first: WordParagraph, second: WordParagraph) -> None:
    """Let a paragraph run on in the one that follows it."""
    begin = len(first.text)
    if not first.text.strip():
        first.style, first.name, first.level = second.style, second.name, second.level
    first.text += second.text
    first.emphasis += second.emphasis
    first.blocks += [(ident, at + begin) for ident, at in second.blocks]
    first.ends += second.ends
    first.calls += second.calls
    first.comments += second.comments
    first.joined = second.joined


def is_in_contents(node: _Element, fields: list[str]) -> bool:
    """Tell whether a paragraph belongs to a contents field; ``fields`` are those open, kept up to date.

    Not by its style: its id is in the language of whoever made the reference.
    """
    inside = any(map(_CONTENTS.match, fields))
    for mark in node.iter(*_FIELDS):
        kind = mark.get(qualify("w:fldCharType"))
        if kind == "begin":
            fields.append("")
        elif kind == "end" and fields:
            fields.pop()
        elif mark.tag == _FIELDS[1] and fields:
            fields[-1] += mark.text or ""
            inside = inside or bool(_CONTENTS.match(fields[-1]))
    return inside


def read_paragraph(node: _Element, place: ParagraphPlace, numbers: dict[str, str]) -> WordParagraph:
    """Return what a paragraph says; ``numbers`` are the block marks that are open, kept up to date."""
    properties = node.find(qualify("w:pPr"))
    paragraph = WordParagraph("", place=place)
    if properties is not None:
        named = properties.find(qualify("w:pStyle"))
        paragraph.style = named.get(_VAL, "") if named is not None else ""
        paragraph.level = _read_level(properties)
        mark = properties.find(_RUN_PROPERTIES)
        paragraph.joined = mark is not None and any(child.tag in STRUCK for child in mark)
    fields: list[bool] = []  # of each field that is open: are its letters counted, and not written?
    for child in _iterate(node):
        if child.tag in _MARKS:
            _read_bookmark(child, paragraph, numbers)
        elif child.tag in _FIELDS:
            _read_field(child, fields)
        elif child.tag in _COMMENTS:
            _read_comment(child, paragraph)
        elif not any(fields):
            _read_letters(child, paragraph)
    return paragraph


def _read_level(properties: _Element) -> int:
    numbering = properties.find(qualify("w:numPr"))
    if numbering is None:
        return -1
    values = {str(child.tag): child.get(_VAL, "") for child in numbering}
    level = values.get(qualify("w:ilvl"), "0")
    listed = values.get(qualify("w:numId"), "0") != "0" and level.isdigit()
    return int(level) if listed else -1


def _read_letters(node: _Element, paragraph: WordParagraph) -> None:
    if node.tag in _CALLS:
        paragraph.calls.append(f"{_CALLS[str(node.tag)]}:{node.get(qualify('w:id'), '')}")
        words = CALL
    else:
        words = (node.text or "") if node.tag == _TEXT else _LETTERS.get(str(node.tag), "")
    if words:
        paragraph.text += words
        paragraph.emphasis += _read_emphasis(node.getparent()) * len(words)


def _read_comment(node: _Element, paragraph: WordParagraph) -> None:
    number = node.get(qualify("w:id"), "")
    if number not in paragraph.comments:
        paragraph.comments.append(number)


def _read_emphasis(run: _Element | None) -> str:
    properties = run.find(_RUN_PROPERTIES) if run is not None else None
    if properties is None:
        return "-"
    marks = [properties.find(tag) for tag in _EMPHASIS]
    bold, italic = (mark is not None and mark.get(_VAL, "1") not in ("0", "false", "off") for mark in marks)
    return "x" if bold and italic else "b" if bold else "i" if italic else "-"


def digest_emphasis(paragraph: WordParagraph, start: int, end: int) -> str:
    """Return the digest of what is bold or italic by itself in a stretch of a paragraph, "" for nothing."""
    letters = zip(paragraph.text[start:end], paragraph.emphasis[start:end], strict=True)
    marks = "".join(mark for letter, mark in letters if not letter.isspace() and letter not in ATOMS)
    return hashlib.sha256(marks.encode()).hexdigest()[:8] if marks.strip("-") else ""


def split_blocks(paragraph: WordParagraph) -> Iterator[tuple[str, int, int]]:
    """Yield the blocks in a paragraph: their ids, and from where to where their words go."""
    places = [place for _, place in paragraph.blocks] + [len(paragraph.text)]
    for (ident, _), (start, end) in zip(paragraph.blocks, pairwise(places), strict=True):
        yield ident, start, end


def _read_bookmark(node: _Element, paragraph: WordParagraph, numbers: dict[str, str]) -> None:
    number = node.get(qualify("w:id"), "")
    if node.tag == _MARKS[0]:
        name = node.get(qualify("w:name"), "")
        if name.startswith(BLOCK_PREFIX):
            numbers[number] = name
            paragraph.blocks.append((name, len(paragraph.text)))
    elif number in numbers:
        paragraph.ends.append(numbers.pop(number))


def _read_field(node: _Element, fields: list[bool]) -> None:
    if node.tag == _FIELDS[1]:
        if fields and _COUNTED.match(node.text or ""):
            fields[-1] = True
    elif node.get(qualify("w:fldCharType")) == "begin":
        fields.append(False)
    elif node.get(qualify("w:fldCharType")) == "end" and fields:
        fields.pop()


def _iterate(node: _Element) -> Iterator[_Element]:
    """Yield what is in a paragraph in order, without what a tracked change has struck."""
    for child in node:
        if child.tag == qualify("w:instrText"):
            yield child
        elif child.tag in _OBJECTS:
            yield child  # what is in it are no words of the paragraph
        elif child.tag not in _SKIPPED and child.tag != _ALTERNATIVE and not _is_counted(child):
            yield child
            yield from _iterate(child)


def _is_counted(node: _Element) -> bool:
    return node.tag == _SIMPLE_FIELD and bool(_COUNTED.match(node.get(qualify("w:instr"), "")))
