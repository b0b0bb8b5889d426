"""What a reader gets out of a PDF and out of a Word file, as lists that can be laid side by side.

The PDF is read by its structure tree and the letters in it (pikepdf, pdfplumber), the Word file by pandoc;
neither knows our writers. An item is (kind, words): h1…h6, p, li, cap, fig (alternative text), note, and
table (rows of cells).

Known differences, evened out here and nowhere else:
- white space, hyphens and the marks of lists and notes are the renderer's;
- capitals, where a style sets them, are the style's;
- right-to-left text comes out of a PDF in the order of its glyphs: its letters are compared, not their order;
- Word counts headings by itself, so their numbers are not in its text;
- contents are fields there and a TOC here; both are left out, being made from the headings;
- the key numbers are a list in the PDF and a table for layout in Word: a cell is read as an item, a number on
  one line with its words as two paragraphs, the legend as a list; pages beside numbers are in the PDF alone;
- the band at the head of the first page is a header in Word, which pandoc does not read: it is read apart;
- formulas are in words in the PDF and Word's own markup in Word: both are left out;
- a further paragraph of a list item belongs to the item in the PDF, and stands under it in Word;
- a term and its definition, a field and its value, a date and its event are one item;
- a figure's source is part of the caption in the PDF, and a paragraph under it in Word;
- the dash ahead of a quotation's source is drawn by the print style sheet.
"""

from __future__ import annotations

import json
import re
import subprocess
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

Item = tuple[str, Any]
_NUMBER = re.compile(r"^(\d+(\.\d+)*\.?)(?=\s)")
_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_PAGE_NOTE = re.compile(r",?\s*(p|S)\.\s?\d+\s*")
_NUMBER_STYLES = ("Fact Value", "Further Value", "Tile Value", "Qualifier")
_BULLET = re.compile(r"^(\W*|\(?\w{1,5}[.)])$")


def plain(text: str) -> str:
    """Even out what is the renderer's."""
    text = unicodedata.normalize("NFC", text)
    if _RIGHT_TO_LEFT.search(text):
        return "".join(sorted(unicodedata.normalize("NFKC", "".join(text.split()))))
    return re.sub(r"^[☐☑—]|[\s\u00ad\u2010-]+", "", text.strip()).casefold()


def even(item: Item) -> Item:
    kind, words = item
    if kind == "table":
        return kind, tuple(tuple(plain(cell) for cell in row) for row in words)
    if kind[0] == "h":
        words = _NUMBER.sub("", words.strip())
    return kind, plain(words)


@dataclass(slots=True)
class Node:
    """An element of a PDF's structure tree; ``kids`` are letters and elements in order."""

    type: str
    alt: str
    kids: list[str | Node]

    @property
    def children(self) -> list[Node]:
        return [kid for kid in self.kids if isinstance(kid, Node)]

    def text(self, skip: tuple[str, ...] = ()) -> str:
        """The words of an element in order; a note's call goes with its note."""
        parts: list[str] = []
        for place, kid in enumerate(self.kids):
            if isinstance(kid, str):
                parts.append(kid)
            elif kid.type == "Link" and _PAGE_NOTE.fullmatch(kid.text(skip)):
                continue
            elif kid.type not in skip and not (kid.type == "Reference" and self._calls(place)):
                parts.append(kid.text(skip))
        return "".join(parts)

    def _calls(self, place: int) -> bool:
        after = self.kids[place + 1 : place + 2]
        return bool(after) and isinstance(after[0], Node) and after[0].type == "Note"


def of_pdf(data: bytes, formulas: Iterable[str] = ()) -> list[Item]:
    """Read a tagged PDF in the order of its structure tree, without the words of formulas."""
    without = [plain(tex) for tex in formulas]
    items = [_without(even(item), without) for item in read_pdf(data)]
    return [item for item in items if item[1] and item[0] != "note"] + [n for n in items if n[0] == "note"]


def read_pdf(data: bytes) -> list[Item]:
    """Read the items of a tagged PDF with their words as they are."""
    import pdfplumber
    import pikepdf

    letters: dict[tuple[int, int], list[str]] = {}
    with pdfplumber.open(BytesIO(data)) as pdf:
        for page in pdf.pages:
            for char in page.chars:
                if char.get("mcid") is not None:
                    letters.setdefault((page.page_number, char["mcid"]), []).append(char["text"])
    with pikepdf.open(BytesIO(data)) as document:
        pages = {page.obj.objgen: number for number, page in enumerate(document.pages, 1)}
        root = _node(document.Root.StructTreeRoot, 0, pages, letters)
    reader = _PdfReader()
    reader.walk(root)
    return reader.items


def _without(item: Item, formulas: list[str]) -> Item:
    kind, words = item
    if isinstance(words, str):
        for tex in formulas:
            words = words.replace(tex, "")
    return kind, words


def _node(element: Any, page: int, pages: dict[Any, int], letters: dict[tuple[int, int], list[str]]) -> Node:
    import pikepdf

    page = pages.get(element.Pg.objgen, page) if "/Pg" in element else page
    kids: list[str | Node] = []
    inner = element.get("/K", [])
    for kid in inner if isinstance(inner, pikepdf.Array) else [inner]:
        if isinstance(kid, int):
            kids.append("".join(letters.get((page, int(kid)), ())))
        elif "/MCID" in kid:
            own = pages.get(kid.Pg.objgen, page) if "/Pg" in kid else page
            kids.append("".join(letters.get((own, int(kid.MCID)), ())))
        elif "/S" in kid:
            kids.append(_node(kid, page, pages, letters))
    return Node(str(element.get("/S", "/Root"))[1:], str(element.get("/Alt", "")), kids)


_APART = ("Note", "Lbl", "L", "Figure", "Table")


class _PdfReader:
    def __init__(self) -> None:
        self.items: list[Item] = []

    def walk(self, node: Node) -> None:
        match node.type:
            case "TOC":
                return
            case "Note":
                self.items.append(("note", node.text(("Lbl",))))
            case "P" | "Caption" | "Code":
                self.items.append(("cap" if node.type == "Caption" else "p", node.text(_APART)))
                self._apart(node)
            case "Figure":
                self.items.append(("fig", node.alt))
            case "Table":
                self._table(node)
            case "LI":
                self._item(node)
            case kind if re.fullmatch(r"H[1-6]", kind):
                self.items.append((kind.lower(), node.text(("Note", "Figure"))))
                self._apart(node)
            case _:
                before_contents = any(child.type == "TOC" for child in node.children)
                for child in node.children:
                    if not (before_contents and child.type == "P"):
                        self.walk(child)

    def _apart(self, node: Node) -> None:
        """Meet the notes and pictures inside a paragraph."""
        for child in node.children:
            if child.type in ("Note", "Figure", "L", "Table"):
                self.walk(child)
            else:
                self._apart(child)

    def _item(self, node: Node) -> None:
        label = "".join(child.text() for child in node.children if child.type == "Lbl")
        label = "" if _BULLET.match(label.strip()) else label
        for body in (child for child in node.children if child.type == "LBody"):
            own = body.text((*_APART, "P", "Div", "Sect"))
            if own.strip():
                self.items.append(("li", label + own))
                self._apart(body)
                for block in (child for child in body.children if child.type in ("P", "Div", "Sect")):
                    self.walk(block)
                continue
            begin = len(self.items)
            for block in body.children:
                self.walk(block)
            if begin < len(self.items) and self.items[begin][0] == "p":
                self.items[begin] = ("li", label + self.items[begin][1])

    def _table(self, node: Node) -> None:
        rows: list[tuple[str, ...]] = []

        def walk(part: Node) -> None:
            if part.type == "TR":
                rows.append(tuple(cell.text(("Note", "Figure")) for cell in part.children))
            elif part.type == "Caption":
                self.items.append(("cap", part.text(_APART)))
            else:
                for child in part.children:
                    walk(child)

        walk(node)
        self.items.append(("table", tuple(rows)))
        self._apart(node)


def of_docx(path: Path) -> list[Item]:
    """Read a Word file as pandoc sees it."""
    command = ["pandoc", "-f", "docx+styles", "-t", "json", str(path)]
    tree = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    reader = _PandocReader()
    reader.items += [("p", words) for words in _read_band(path)]
    if "title" in tree["meta"]:  # pandoc's word for a title that no paragraph stands ahead of
        reader.items.append(("h1", reader.text(tree["meta"]["title"])))
    reader.blocks(tree["blocks"], "")
    return [item for item in map(even, reader.items) if item[1]] + [even(item) for item in reader.notes]


def _read_band(path: Path) -> list[str]:
    """Read the table in the header of the first page: who publishes, which kind of paper, when."""
    import docx

    header = docx.Document(str(path)).sections[0].first_page_header
    cells = [cell.text for table in header.tables for row in table.rows for cell in row.cells]
    return [part for cell in cells for part in reversed(cell.split("\u2003")) if part]


class _PandocReader:
    def __init__(self) -> None:
        self.items: list[Item] = []
        self.notes: list[Item] = []

    def text(self, part: Any) -> str:
        if isinstance(part, list):
            return "".join(self.text(child) for child in part)
        if not isinstance(part, dict):
            return ""
        kind, content = part["t"], part.get("c")
        match kind:
            case "Str":
                return str(content)
            case "Space" | "SoftBreak" | "LineBreak":
                return " "
            case "Code" | "CodeBlock":
                return str(content[1])
            case "Note" | "Image" | "Math":
                return ""
        return self.text([child for child in content if isinstance(child, list | dict)] if content else [])

    def aside(self, part: Any) -> None:
        """Meet the notes and pictures inside some inlines."""
        for found in _find(part, "Image"):
            self.items.append(("fig", self.text(found["c"][1]) or found["c"][2][1]))
        for found in _find(part, "Note"):
            self.notes.append(("note", self.text(found["c"])))

    def blocks(self, blocks: list[Any], style: str) -> None:
        for block in blocks:
            self.block(block, style)

    def block(self, block: Any, style: str) -> None:
        kind, content = block["t"], block.get("c")
        match kind:
            case "Header":
                self.items.append((f"h{min(content[0] + 1, 6)}", self.text(content[2])))
                self.aside(content[2])
            case "Para" | "Plain" | "CodeBlock" | "LineBlock":
                self._paragraph(block, style)
            case "BulletList" | "OrderedList":
                for item in content if kind == "BulletList" else content[1]:
                    self._item(item)
            case "DefinitionList":
                for term, definitions in content:
                    blocks = [block for definition in definitions for block in definition]
                    self.items.append(("li", self.text(term) + self.text(blocks[:1])))
                    self.aside([term, blocks[:1]])
                    self.blocks(blocks[1:], "")
            case "BlockQuote":
                self.blocks(content, style)
            case "Div":
                self.blocks(content[1], dict(content[0][2]).get("custom-style", style))
            case "Table":
                self._table(content)

    def _item(self, item: list[Any]) -> None:
        first = True
        for block in item:
            begin = len(self.items)
            self.block(block, "")
            if first and begin < len(self.items) and self.items[begin][0] == "p":
                self.items[begin] = ("li", self.items[begin][1])
            first = False

    def _paragraph(self, block: Any, style: str) -> None:
        words, name = self.text(block), style.lower()
        if name.startswith("toc") or name == "table of figures":
            return
        if name == "source" and self.items and self.items[-1][0] == "cap":
            self.items[-1] = ("cap", self.items[-1][1] + words)
            return
        if name == "panel legend":
            self.items += [("li", part) for part in words.split("\u2003") if part.strip()]
            self.aside(block)
            return
        if name == "fact":
            self._item(self._part_number(block))
            return
        kind = "cap" if "caption" in name else "li" if name in ("field", "event") else "p"
        if name == "title":
            kind = "h1"
        self.items.append((kind, words))
        self.aside(block)

    def _table(self, content: list[Any]) -> None:
        head, bodies, foot = content[3:]
        rows = [*head[1], *(row for body in bodies for row in (*body[2], *body[3])), *foot[1]]
        cells = [[cell[4] for cell in row[1]] for row in rows]
        if any(style.startswith("Tile") for style in _styles(cells)):  # for layout: the strip of key numbers
            for row in cells:
                for cell in row:
                    self._item([part for block in cell for part in self._part_number(block)])
            return
        self.items.append(("table", tuple(tuple(self.text(cell) for cell in row) for row in cells)))
        self.aside(content)

    def _part_number(self, block: Any) -> list[Any]:
        """Part a number from its words where they stand on one line."""
        if block["t"] == "Div":
            inner = [part for child in block["c"][1] for part in self._part_number(child)]
            return [{"t": "Div", "c": [block["c"][0], [part]]} for part in inner]
        content = block["c"] if block["t"] == "Para" else []
        last = max((n for n, run in enumerate(content) if _is_number(run)), default=None)
        if last is None or not self.text(content[last + 1 :]).strip():
            return [block]
        return [{"t": "Para", "c": content[: last + 1]}, {"t": "Para", "c": content[last + 1 :]}]


def _is_number(inline: Any) -> bool:
    return any(dict(span["c"][0][2]).get("custom-style") in _NUMBER_STYLES for span in _find(inline, "Span"))


def _styles(part: Any) -> Iterator[str]:
    for div in _find(part, "Div"):
        yield dict(div["c"][0][2]).get("custom-style", "")


def _find(part: Any, kind: str) -> Iterator[Any]:
    if isinstance(part, dict):
        if part.get("t") == kind:
            yield part
            return
        part = part.get("c")
    if isinstance(part, list):
        for child in part:
            yield from _find(child, kind)
