"""The words of a Word document by paragraphs, as they stand with every tracked change accepted."""

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

_P = qualify("w:p")
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
}
# struck by a tracked change, or not part of the paragraph's own words
_SKIPPED = {
    qualify(f"w:{name}") for name in ("del", "moveFrom", "pPr", "rPr", "instrText", "txbxContent", "pict")
}
# fields whose result is counted by Word or by us, so that it is not an author's words
_CONTENTS = re.compile(r"\s*TOC\b")
_COUNTED = re.compile(r"\s*(PAGEREF|NOTEREF|PAGE|NUMPAGES|SEQ)\b")


@dataclass(slots=True)
class WordParagraph:
    """A paragraph: its style's id, its words, and where in them each block of the source begins.

    ``emphasis`` has a letter for each of ``text``: "-" as its style has it, "b" bold, "i" italic, "x" both.
    """

    style: str
    text: str = ""
    emphasis: str = ""
    blocks: list[tuple[str, int]] = field(default_factory=list)
    ends: list[str] = field(default_factory=list)
    joined: bool = False  # its mark was struck, so that the next paragraph runs on from it


def normalize_spaces(text: str) -> str:
    """Return text with every stretch of white space as one space, none at the ends."""
    return " ".join(text.split())


def read_paragraphs(root: _Element) -> list[WordParagraph]:
    """Return the paragraphs of a document in order, contents lists left out."""
    found: list[WordParagraph] = []
    numbers: dict[str, str] = {}
    fields: list[str] = []
    for node in root.iter(_P):
        if _is_in_contents(node, fields):
            continue
        paragraph = _read(node, numbers)
        if found and found[-1].joined:
            previous = found[-1]
            begin = len(previous.text)
            previous.text += paragraph.text
            previous.emphasis += paragraph.emphasis
            previous.blocks += [(ident, at + begin) for ident, at in paragraph.blocks]
            previous.ends += paragraph.ends
            previous.joined = paragraph.joined
        else:
            found.append(paragraph)
    return found


def _is_in_contents(node: _Element, fields: list[str]) -> bool:
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


def _read(node: _Element, numbers: dict[str, str]) -> WordParagraph:
    properties = node.find(qualify("w:pPr"))
    paragraph = WordParagraph("")
    if properties is not None:
        named = properties.find(qualify("w:pStyle"))
        paragraph.style = named.get(qualify("w:val"), "") if named is not None else ""
        paragraph.joined = properties.find(f"{qualify('w:rPr')}/{qualify('w:del')}") is not None
    fields: list[bool] = []  # of each field that is open: are its letters counted, and not written?
    for child in _iterate(node):
        if child.tag in _MARKS:
            _read_bookmark(child, paragraph, numbers)
        elif child.tag in _FIELDS:
            _read_field(child, fields)
        elif not any(fields):
            words = (child.text or "") if child.tag == _TEXT else _LETTERS.get(str(child.tag), "")
            if words:
                paragraph.text += words
                paragraph.emphasis += _read_emphasis(child.getparent()) * len(words)
    return paragraph


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
    marks = "".join(mark for letter, mark in letters if not letter.isspace())
    return hashlib.sha256(marks.encode()).hexdigest()[:8] if marks.strip("-") else ""


def split_blocks(paragraph: WordParagraph) -> Iterator[tuple[str, int, int]]:
    """Yield the blocks in a paragraph: their ids, and from where to where their words go."""
    places = [place for _, place in paragraph.blocks] + [len(paragraph.text)]
    for (ident, _), (start, end) in zip(paragraph.blocks, pairwise(places), strict=True):
        yield ident, start, end


_MARKS = (qualify("w:bookmarkStart"), qualify("w:bookmarkEnd"))
_FIELDS = (qualify("w:fldChar"), qualify("w:instrText"))


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
        if child.tag == qualify("w:instrText") or child.tag not in _SKIPPED:
            yield child
            yield from _iterate(child)
