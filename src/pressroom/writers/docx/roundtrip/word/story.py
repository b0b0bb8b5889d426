"""The paragraphs of a whole Word file in order: text, notes, headers and footers, and reviewers' comments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from pressroom.writers.docx.package.archive import find_body
from pressroom.writers.docx.package.markup import qualify
from pressroom.writers.docx.roundtrip.word.wordtext import (
    STRUCK,
    ParagraphPlace,
    WordParagraph,
    is_in_contents,
    join_paragraphs,
    normalize_spaces,
    read_paragraph,
)

if TYPE_CHECKING:
    from docx.package import Package
    from lxml.etree import _Element

_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_P, _TABLE, _ROW, _CELL = (qualify(f"w:{name}") for name in ("p", "tbl", "tr", "tc"))
_VAL = qualify("w:val")
_BOX = qualify("w:txbxContent")
_ID = qualify("w:id")
_ALTERNATIVE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


@dataclass(frozen=True, slots=True)
class Comment:
    """What a reviewer said of a place in the text."""

    number: str
    author: str
    text: str


@dataclass(slots=True)
class WordText:
    """All words of a Word file: its text, its notes by id ("footnote:3"), headers and footers, comments."""

    paragraphs: list[WordParagraph]
    notes: dict[str, list[WordParagraph]]
    margins: list[WordParagraph]
    comments: list[Comment] = field(default_factory=list)

    def walk(self) -> Iterator[WordParagraph]:
        """Yield the paragraphs of the text, then those of the notes in the order of their calls."""
        yield from self.paragraphs
        for ident in self.list_calls():
            yield from self.notes[ident]

    def list_calls(self) -> list[str]:
        """Return the notes that the text calls, in order; those in notes come after the text."""
        found: list[str] = []
        waiting = [ident for paragraph in self.paragraphs for ident in paragraph.calls]
        while waiting:
            ident = waiting.pop(0)
            if ident in self.notes and ident not in found:
                found.append(ident)
                waiting += [inner for paragraph in self.notes[ident] for inner in paragraph.calls]
        return found


def read_word(package: Package) -> WordText:
    """Return the words of a file, with its tracked changes accepted."""
    names = _read_style_names(package)
    reader = _StoryReader(names)
    paragraphs = reader.read(find_body(package), ParagraphPlace())
    notes: dict[str, list[WordParagraph]] = {}
    for kind in ("footnote", "endnote"):
        for root in _find_parts(package, f"{kind}s"):
            for node in root.findall(qualify(f"w:{kind}")):
                ident = f"{kind}:{node.get(_ID, '')}"
                if node.get(qualify("w:type"), "normal") == "normal":
                    notes[ident] = _StoryReader(names).read(node, ParagraphPlace(ident))
    margins = [
        paragraph
        for kind in ("header", "footer")
        for root in _find_parts(package, kind)
        for paragraph in _StoryReader(names).read(root, ParagraphPlace("margin"))
    ]
    return WordText(paragraphs, notes, margins, list(_read_comments(package)))


def _find_parts(package: Package, kind: str) -> Iterator[_Element]:
    from lxml.etree import XMLParser, fromstring

    parser = XMLParser(huge_tree=True, resolve_entities=False)
    for rel in package.main_document_part.rels.values():
        if rel.reltype == _RELATION + kind and not rel.is_external:
            yield fromstring(rel.target_part.blob, parser)


def _read_style_names(package: Package) -> dict[str, str]:
    names: dict[str, str] = {}
    for root in _find_parts(package, "styles"):
        for style in root.findall(qualify("w:style")):
            name = style.find(qualify("w:name"))
            if name is not None:
                names[style.get(qualify("w:styleId"), "")] = name.get(_VAL, "").lower()
    return names


def _read_comments(package: Package) -> Iterator[Comment]:
    for root in _find_parts(package, "comments"):
        for node in root.findall(qualify("w:comment")):
            said = (letters.text or "" for letters in node.iter(qualify("w:t")))
            text = normalize_spaces(" ".join(said))
            yield Comment(node.get(_ID, ""), node.get(qualify("w:author"), ""), text)


class _StoryReader:
    def __init__(self, names: Mapping[str, str]) -> None:
        self._names = names
        self._found: list[WordParagraph] = []
        self._numbers: dict[str, str] = {}
        self._fields: list[str] = []
        self._tables = 0

    def read(self, root: _Element, place: ParagraphPlace) -> list[WordParagraph]:
        """Return the paragraphs of a part in order, contents lists left out."""
        for node in root:
            self._walk(node, place)
        return self._found

    def _walk(self, node: _Element, place: ParagraphPlace) -> None:
        if node.tag == _P:
            self._add(node, place)
        elif node.tag == _TABLE:
            self._walk_table(node, place)
        elif node.tag not in STRUCK and node.tag != _ALTERNATIVE:
            for child in node:
                self._walk(child, place)

    def _add(self, node: _Element, place: ParagraphPlace) -> None:
        if is_in_contents(node, self._fields):
            return
        paragraph = read_paragraph(node, place, self._numbers)
        paragraph.name = self._names.get(paragraph.style, paragraph.style.lower())
        previous = self._found[-1] if self._found else None
        if previous is not None and previous.joined and previous.place == place:
            join_paragraphs(previous, paragraph)
        else:
            self._found.append(paragraph)
        for box in node.iter(_BOX):
            if not any(up.tag == _ALTERNATIVE or up.tag in STRUCK for up in box.iterancestors()):
                for child in box:
                    self._walk(child, replace(place, part="box"))

    def _walk_table(self, table: _Element, place: ParagraphPlace) -> None:
        number, self._tables = self._tables, self._tables + 1
        rows = (node for node in _find_inside(table, _ROW) if not _is_struck(node, "trPr", "del"))
        for row, node in enumerate(rows):
            column = 0
            for cell in _find_inside(node, _CELL):
                span = cell.find(f"{qualify('w:tcPr')}/{qualify('w:gridSpan')}")
                if not _is_struck(cell, "tcPr", "cellDel"):
                    inner = ParagraphPlace(place.part, number, row, column)
                    for child in cell:
                        self._walk(child, inner)
                columns = span.get(_VAL, "1") if span is not None else "1"
                column += int(columns) if columns.isdecimal() else 1


def _find_inside(node: _Element, tag: str) -> Iterator[_Element]:
    """Yield the rows of a table or the cells of a row, also those in content controls and changes."""
    for child in node:
        if child.tag == tag:
            yield child
        elif child.tag not in (_TABLE, _ROW, _CELL, *STRUCK):
            yield from _find_inside(child, tag)


def _is_struck(node: _Element, properties: str, mark: str) -> bool:
    return node.find(f"{qualify('w:' + properties)}/{qualify('w:' + mark)}") is not None
