"""The words of a Word document by paragraphs, as they stand with every tracked change accepted."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from pressroom.writers.docx.package.bookmarks import BLOCK_PREFIX
from pressroom.writers.docx.package.markup import qualified

if TYPE_CHECKING:
    from lxml.etree import _Element

_P = qualified("w:p")
_TEXT = qualified("w:t")
_VAL = qualified("w:val")
_RUN_PROPERTIES = qualified("w:rPr")
_EMPHASIS = (qualified("w:b"), qualified("w:i"))
_LETTERS = {
    qualified("w:tab"): "\t",
    qualified("w:br"): "\n",
    qualified("w:cr"): "\n",
    qualified("w:noBreakHyphen"): "\u2011",
    qualified("w:softHyphen"): "",
}
# struck by a tracked change, or not part of the paragraph's own words
_SKIPPED = {
    qualified(f"w:{name}") for name in ("del", "moveFrom", "pPr", "rPr", "instrText", "txbxContent", "pict")
}
# fields whose result Word or we count, so that they are nobody's words
_CONTENTS = re.compile(r"\s*TOC\b")
_COUNTED = re.compile(r"\s*(PAGEREF|NOTEREF|PAGE|NUMPAGES|SEQ)\b")


@dataclass(slots=True)
class WordParagraph:
    """A paragraph: its style's id, its words, and where in them each block of the source begins.

    ``looks`` has a letter for each of ``text``: "-" as its style has it, "b" bold, "i" italic, "x" both.
    """

    style: str
    text: str = ""
    looks: str = ""
    blocks: list[tuple[str, int]] = field(default_factory=list)
    ends: list[str] = field(default_factory=list)
    joined: bool = False  # its mark was struck, so that the next paragraph runs on from it


def squeezed(text: str) -> str:
    """Return text with every stretch of white space as one space, none at the ends."""
    return " ".join(text.split())


def word_paragraphs(root: _Element) -> list[WordParagraph]:
    """Return the paragraphs of a story in order, contents lists left out."""
    found: list[WordParagraph] = []
    numbers: dict[str, str] = {}
    fields: list[str] = []
    for node in root.iter(_P):
        if _in_contents(node, fields):
            continue
        paragraph = _read(node, numbers)
        if found and found[-1].joined:
            previous = found[-1]
            begin = len(previous.text)
            previous.text += paragraph.text
            previous.looks += paragraph.looks
            previous.blocks += [(ident, at + begin) for ident, at in paragraph.blocks]
            previous.ends += paragraph.ends
            previous.joined = paragraph.joined
        else:
            found.append(paragraph)
    return found


def _in_contents(node: _Element, fields: list[str]) -> bool:
    """Tell whether a paragraph belongs to a contents field; ``fields`` are those open, kept up to date.

    Not by its style: its id is in the language of whoever made the reference.
    """
    inside = any(map(_CONTENTS.match, fields))
    for mark in node.iter(*_FIELDS):
        kind = mark.get(qualified("w:fldCharType"))
        if kind == "begin":
            fields.append("")
        elif kind == "end" and fields:
            fields.pop()
        elif mark.tag == _FIELDS[1] and fields:
            fields[-1] += mark.text or ""
            inside = inside or bool(_CONTENTS.match(fields[-1]))
    return inside


def _read(node: _Element, numbers: dict[str, str]) -> WordParagraph:
    properties = node.find(qualified("w:pPr"))
    paragraph = WordParagraph("")
    if properties is not None:
        named = properties.find(qualified("w:pStyle"))
        paragraph.style = named.get(qualified("w:val"), "") if named is not None else ""
        paragraph.joined = properties.find(f"{qualified('w:rPr')}/{qualified('w:del')}") is not None
    fields: list[bool] = []  # of each field that is open: are its letters counted, and not written?
    for child in _inner(node):
        if child.tag in _MARKS:
            _mark(child, paragraph, numbers)
        elif child.tag in _FIELDS:
            _field(child, fields)
        elif not any(fields):
            words = (child.text or "") if child.tag == _TEXT else _LETTERS.get(str(child.tag), "")
            if words:
                paragraph.text += words
                paragraph.looks += _look(child.getparent()) * len(words)
    return paragraph


def _look(run: _Element | None) -> str:
    properties = run.find(_RUN_PROPERTIES) if run is not None else None
    if properties is None:
        return "-"
    marks = [properties.find(tag) for tag in _EMPHASIS]
    bold, italic = (mark is not None and mark.get(_VAL, "1") not in ("0", "false", "off") for mark in marks)
    return "x" if bold and italic else "b" if bold else "i" if italic else "-"


def look(paragraph: WordParagraph, start: int, end: int) -> str:
    """Return the digest of what is bold or italic by itself in a stretch of a paragraph, "" for nothing."""
    letters = zip(paragraph.text[start:end], paragraph.looks[start:end], strict=True)
    marks = "".join(mark for letter, mark in letters if not letter.isspace())
    return hashlib.sha256(marks.encode()).hexdigest()[:8] if marks.strip("-") else ""


def parts(paragraph: WordParagraph) -> Iterator[tuple[str, int, int]]:
    """Yield the blocks in a paragraph: their ids, and from where to where their words go."""
    places = [place for _, place in paragraph.blocks] + [len(paragraph.text)]
    for (ident, _), (start, end) in zip(paragraph.blocks, pairwise(places), strict=True):
        yield ident, start, end


_MARKS = (qualified("w:bookmarkStart"), qualified("w:bookmarkEnd"))
_FIELDS = (qualified("w:fldChar"), qualified("w:instrText"))


def _mark(node: _Element, paragraph: WordParagraph, numbers: dict[str, str]) -> None:
    number = node.get(qualified("w:id"), "")
    if node.tag == _MARKS[0]:
        name = node.get(qualified("w:name"), "")
        if name.startswith(BLOCK_PREFIX):
            numbers[number] = name
            paragraph.blocks.append((name, len(paragraph.text)))
    elif number in numbers:
        paragraph.ends.append(numbers.pop(number))


def _field(node: _Element, fields: list[bool]) -> None:
    if node.tag == _FIELDS[1]:
        if fields and _COUNTED.match(node.text or ""):
            fields[-1] = True
    elif node.get(qualified("w:fldCharType")) == "begin":
        fields.append(False)
    elif node.get(qualified("w:fldCharType")) == "end" and fields:
        fields.pop()


def _inner(node: _Element) -> Iterator[_Element]:
    """Yield what is in a paragraph in order, without what a tracked change has struck."""
    for child in node:
        if child.tag == qualified("w:instrText") or child.tag not in _SKIPPED:
            yield child
            yield from _inner(child)
