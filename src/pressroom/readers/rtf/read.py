"""Rich Text Format: paragraphs, headings, lists, tables, links and the look of the letters.

Pictures, notes' numbers and drawings are not read; the document says so.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from pressroom.errors import PressroomError
from pressroom.model.diagnostic import Diagnostic, Severity
from pressroom.model.document import Cell, Document, Footnote, Metadata, Paragraph, Row, Table
from pressroom.model.inline import (
    Emphasis,
    FootnoteRef,
    Inline,
    LineBreak,
    Link,
    Strike,
    Strong,
    Subscript,
    Superscript,
    Text,
)
from pressroom.readers.common.assemble import Content, assemble
from pressroom.readers.common.flow import Flow, ListMark, Para, build_items
from pressroom.readers.common.links import sanitize_href
from pressroom.readers.common.rendering import NOWHERE
from pressroom.readers.common.settings import ReaderSettings
from pressroom.readers.common.whitespace import tidy_spaces

MOST = 20_000_000  # bytes
DEEPEST = 200  # groups within groups
_TOKEN = re.compile(
    rb"\\(?P<word>[a-zA-Z]{1,32})(?P<arg>-?\d{1,10})? ?|\\'(?P<hex>[0-9a-fA-F]{2})|\\(?P<symbol>[^a-zA-Z])"
    rb"|(?P<open>\{)|(?P<close>\})|[\r\n]+|(?P<text>[^\\{}\r\n]+)|(?P<rest>\\)",
    re.DOTALL,
)
_HEADING = re.compile(r"heading ?(\d)|überschrift ?(\d)|titre ?(\d)|título ?(\d)|kop ?(\d)", re.IGNORECASE)
_UNREAD = frozenset(
    (
        *(
            "fonttbl",
            "colortbl",
            "stylesheet",
            "listtable",
            "listoverridetable",
            "revtbl",
            "rsidtbl",
            "generator",
        ),
        *("themedata", "colorschememapping", "latentstyles", "datastore", "xmlnstbl", "mmathPr", "filetbl"),
        *(
            "pict",
            "object",
            "objdata",
            "fldinst",
            "pntxta",
            "pntxtb",
            "bkmkstart",
            "bkmkend",
            "pgptbl",
            "wgrffmtfilter",
        ),
        *(
            "header",
            "headerl",
            "headerr",
            "headerf",
            "footer",
            "footerl",
            "footerr",
            "footerf",
            "annotation",
            "atnid",
        ),
        *(
            "atnauthor",
            "atrfstart",
            "atrfend",
            "info",
            "operator",
            "shpinst",
            "nonshppict",
            "themedata",
            "listname",
        ),
    )
)
_TOLD = {"annotation": "comment"} | {
    f"{kind}{side}": f"page {kind}" for kind in ("header", "footer") for side in ("", "l", "r", "f")
}
_CHARS = {
    "tab": " ",
    "emdash": "—",
    "endash": "–",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
    "emspace": "\u2003",
    "enspace": "\u2002",
    "~": "\xa0",
    "_": "\u2011",
    "-": "",
}
_MAKE: tuple[tuple[str, Callable[[tuple[Inline, ...]], Inline]], ...] = (
    ("bold", Strong),
    ("italic", Emphasis),
    ("strike", Strike),
    ("super", Superscript),
    ("sub", Subscript),
)


@dataclass(frozen=True, slots=True)
class _Look:
    """What holds for the letters of a group."""

    bold: bool = False
    italic: bool = False
    strike: bool = False
    super: bool = False
    sub: bool = False
    hidden: bool = False
    size: int = 24
    unicode_skip: int = 1
    destination: str = ""
    depth: int = 0


@dataclass(slots=True)
class _Shape:
    r"""What holds for a paragraph until \pard."""

    level: int = 0
    style: int = -1
    depth: int = 0
    listed: bool = False
    in_table: bool = False


@dataclass(slots=True)
class _Link:
    depth: int
    code: list[str] = field(default_factory=list)
    start: int = -1


def read(data: bytes, source: str, settings: ReaderSettings) -> Document:
    """Read an RTF file. Raises PressroomError for a file that is none."""
    if not data.lstrip()[:6].startswith(b"{\\rtf"):
        raise PressroomError(
            "this is no RTF file",
            cure="give it the ending of the format it has",
            rule="document-damaged",
            where=source,
        )
    if len(data) > MOST:
        raise PressroomError(
            "the file has more than 20 MB", cure="save it as .docx", rule="document-refused", where=source
        )
    reader = _Reader()
    reader.read(data, source)
    title, items = build_items(reader.flow)
    notes = [Footnote(label, tuple(blocks), NOWHERE) for label, blocks in reader.notes]
    info = reader.info
    content = Content(
        items=items,
        title=title,
        fallback_title=info.get("title", "").strip(),
        footnotes=notes,
        left_out=[(text, reason) for text, reason in reader.left_out if text.strip()],
        metadata=Metadata(
            author=(info["author"].strip(),) if info.get("author", "").strip() else (),
            subject=info.get("subject", "").strip(),
        ),
        diagnostics=_lost(reader.lost, source),
    )
    return assemble(source, settings, content)


def _lost(lost: set[str], source: str) -> list[Diagnostic]:
    if not lost:
        return []
    return [
        Diagnostic(
            Severity.WARNING,
            "rtf-lost",
            f"{' and '.join(sorted(lost))} of this RTF file are left out",
            "save it as .docx, which keeps them",
            where=source,
        )
    ]


class _Reader:
    """Goes through the file token by token."""

    def __init__(self) -> None:
        self.flow: list[Flow] = []
        self.notes: list[tuple[str, list[Paragraph]]] = []
        self.left_out: list[tuple[str, str]] = []
        self.info: dict[str, str] = {}
        self.lost: set[str] = set()
        self._stack: list[_Look] = []
        self._look = _Look()
        self._shape = _Shape()
        self._pieces: list[tuple[_Look, Inline]] = []
        self._bytes = bytearray()
        self._codec = "cp1252"
        self._skip = 0
        self._starred = False
        self._marker: list[str] = []
        self._aside: list[str] = []
        self._styles: dict[int, str] = {}
        self._style_number = 0
        self._rows: list[Row] = []
        self._cells: list[Cell] = []
        self._links: list[_Link] = []
        self._held: list[tuple[int, list[tuple[_Look, Inline]]]] = []

    def read(self, data: bytes, source: str) -> None:
        for found in _TOKEN.finditer(data):
            kind = found.lastgroup
            if kind in ("word", "arg"):
                self._text_done()
                self._word(found["word"].decode("ascii"), found["arg"])
            elif kind == "hex":
                self._byte(int(found["hex"], 16))
            elif kind == "symbol":
                self._symbol(found["symbol"])
            elif kind == "open":
                self._text_done()
                self._stack.append(self._look)
                if len(self._stack) > DEEPEST:
                    raise PressroomError(
                        "the file nests too deeply",
                        cure="save it as .docx",
                        rule="document-refused",
                        where=source,
                    )
                self._look = replace(self._look, depth=self._look.depth + 1)
            elif kind == "close":
                self._text_done()
                self._close()
            elif kind == "text":
                for byte in found["text"]:
                    self._byte(byte)
        self._text_done()
        self._paragraph()
        self._table()

    # letters

    def _byte(self, byte: int) -> None:
        if self._skip:
            self._skip -= 1
        else:
            self._bytes.append(byte)

    def _text_done(self) -> None:
        if self._bytes:
            text = bytes(self._bytes).decode(self._codec, "replace")
            self._bytes.clear()
            self._put(text)

    def _put(self, text: str) -> None:
        destination = self._look.destination
        if destination == "fldinst" and self._links:
            self._links[-1].code.append(text)
        elif destination in ("pntext", "listtext"):
            self._marker.append(text)
        elif destination in ("title", "author", "subject"):
            self.info[destination] = self.info.get(destination, "") + text
        elif destination == "stylesheet":
            self._styles[self._style_number] = (self._styles.get(self._style_number, "") + text).strip("; ")
        elif destination in _TOLD or self._look.hidden:
            self._aside.append(text)
        elif destination not in _UNREAD and destination != "*":
            self._pieces.append((self._look, Text(text)))

    def _symbol(self, symbol: bytes) -> None:
        if symbol == b"*":
            self._text_done()
            self._starred = True
        elif symbol in (b"\\", b"{", b"}"):
            self._byte(symbol[0])
        elif symbol in (b"\n", b"\r"):
            self._text_done()
            self._word("par", None)
        else:
            self._text_done()
            self._put(_CHARS.get(symbol.decode("latin-1"), ""))

    # control words

    def _word(self, word: str, arg: bytes | None) -> None:
        number = int(arg) if arg else None
        if word in _UNREAD or word in (
            "pntext",
            "listtext",
            "title",
            "author",
            "subject",
            "footnote",
            "field",
        ):
            self._destination(word)
        elif self._starred and word not in ("shptxt", "shppict"):
            self._look = replace(self._look, destination=self._look.destination or "*")
        elif word in ("par", "row", "cell", "nestcell", "nestrow", "sect", "page"):
            self._break(word)
        elif word == "u":
            code = (number or 0) & 0xFFFF
            self._unicode(code)
        elif word in _CHARS:
            self._put(_CHARS[word])
        elif word == "line":
            if not self._look.destination:
                self._pieces.append((self._look, LineBreak()))
        elif word == "bin":
            self._skip = min(max(number or 0, 0), MOST)
        elif word in ("ansicpg", "mac", "pc", "pca"):
            self._code_page({"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}.get(word, f"cp{number}"))
        else:
            self._format(word, number)
        self._starred = False

    def _format(self, word: str, number: int | None) -> None:
        on = number != 0
        if word == "plain":
            self._look = replace(
                _Look(),
                destination=self._look.destination,
                depth=self._look.depth,
                unicode_skip=self._look.unicode_skip,
            )
        elif word == "b":
            self._look = replace(self._look, bold=on)
        elif word == "i":
            self._look = replace(self._look, italic=on)
        elif word in ("strike", "striked"):
            self._look = replace(self._look, strike=on)
        elif word in ("super", "sub"):
            self._look = replace(self._look, super=on and word == "super", sub=on and word == "sub")
        elif word == "nosupersub":
            self._look = replace(self._look, super=False, sub=False)
        elif word == "v":
            self._look = replace(self._look, hidden=on)
        elif word == "fs":
            self._look = replace(self._look, size=number or 24)
        elif word == "uc":
            self._look = replace(self._look, unicode_skip=min(max(number or 0, 0), 8))
        else:
            self._shaped(word, number)

    def _shaped(self, word: str, number: int | None) -> None:
        if word == "pard":
            self._shape = _Shape()
        elif word == "s":
            if self._look.destination == "stylesheet":
                self._style_number = number or 0
            else:
                self._shape.style = number or 0
        elif word == "outlinelevel":
            self._shape.level = number + 1 if number is not None and 0 <= number < 9 else 0
        elif word == "ls":
            self._shape.listed = True
        elif word == "ilvl":
            self._shape.depth = min(max(number or 0, 0), 8)
        elif word == "intbl":
            self._shape.in_table = True

    def _destination(self, word: str) -> None:
        if word == "field":
            self._links.append(_Link(self._look.depth, [], len(self._pieces)))
            return
        if word == "footnote":
            self._held.append((self._look.depth, self._pieces))
            self._pieces = []
            self._look = replace(self._look, super=False)
            return
        if word in ("pict", "object"):
            self.lost.add("pictures")
        if not (self._look.destination and word not in ("title", "author", "subject")):
            self._look = replace(self._look, destination=word)

    def _unicode(self, code: int) -> None:
        last = self._pieces[-1][1] if self._pieces else None
        if (
            0xDC00 <= code <= 0xDFFF
            and isinstance(last, Text)
            and last.value
            and "\ud800" <= last.value[-1] <= "\udbff"
        ):
            high = ord(last.value[-1])
            char = chr(0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00))
            self._pieces[-1] = (self._pieces[-1][0], Text(last.value[:-1] + char))
        else:
            self._put(chr(code))
        self._skip = self._look.unicode_skip

    def _code_page(self, name: str) -> None:
        try:
            self._codec = codecs.lookup(name).name
        except LookupError:
            self._codec = "cp1252"

    def _close(self) -> None:
        if not self._stack:
            return
        depth, before = self._look.depth, self._look
        self._look = self._stack.pop()
        ended = (before.destination in _TOLD or before.hidden) and not self._look.hidden
        if self._aside and ended and self._look.destination not in _TOLD:
            reason = _TOLD.get(before.destination, "hidden text")
            self.left_out.append((" ".join("".join(self._aside).split()), reason))
            self._aside = []
        while self._links and self._links[-1].depth >= depth:
            self._link(self._links.pop())
        if self._held and self._held[-1][0] >= depth:
            self._note()

    def _link(self, link: _Link) -> None:
        found = re.search(r'HYPERLINK\s+"([^"]*)"', "".join(link.code))
        href = sanitize_href(found[1]) if found else ""
        if href and not href.startswith("#") and len(self._pieces) > link.start >= 0:
            inner = _dressed(self._pieces[link.start :])
            self._pieces[link.start :] = [(_Look(), Link(inner, href))]

    def _note(self) -> None:
        inlines = _dressed(self._pieces)
        _, self._pieces = self._held.pop()
        label = str(len(self.notes) + 1)
        self.notes.append((label, [Paragraph(inlines, NOWHERE)] if inlines else []))
        self._pieces.append((_Look(), FootnoteRef(label)))

    # paragraphs

    def _break(self, word: str) -> None:
        if self._look.destination in _UNREAD:
            self._put(" ")
        elif self._held:
            self._pieces.append((_Look(), LineBreak()))
        elif word in ("cell", "nestcell"):
            inlines = _dressed(self._pieces)
            self._cells.append(Cell(inlines, NOWHERE))
            self._pieces = []
        elif word in ("row", "nestrow"):
            if self._cells:
                self._rows.append(Row(tuple(self._cells)))
            self._cells = []
        elif self._shape.in_table and word == "par":
            self._pieces.append((_Look(), LineBreak()))
        else:
            self._paragraph()

    def _paragraph(self) -> None:
        pieces, self._pieces = self._pieces, []
        marker = "".join(self._marker).strip()
        self._marker = []
        seen = [look for look, inline in pieces if isinstance(inline, Text) and inline.value.strip()]
        if not seen and not any(isinstance(inline, Link | FootnoteRef) for _, inline in pieces):
            return
        self._table()
        bold = bool(seen) and all(look.bold for look in seen)
        shape = self._shape
        name = self._styles.get(shape.style, "")
        found = _HEADING.fullmatch(name)
        level = int(next(filter(None, found.groups()))) if found else shape.level
        part = {"title": "title", "subtitle": "subtitle", "caption": "caption", "quote": "quote"}.get(
            name.lower(), ""
        )
        para = Para(_dressed(pieces, bold and bool(level)), part, level, bold=bold)
        para.size = max((look.size for look in seen), default=0)
        if not level and (marker or shape.listed):
            para.mark = _mark(marker, shape.depth)
        elif level and marker:
            para.number = marker
        self.flow.append(para)

    def _table(self) -> None:
        if self._cells:
            self._rows.append(Row(tuple(self._cells)))
            self._cells = []
        if self._rows:
            self.flow.append(Table((), tuple(self._rows), NOWHERE))
            self._rows = []


def _mark(marker: str, depth: int) -> ListMark:
    number = re.search(r"\d{1,6}", marker)
    if number:
        return ListMark(depth, marker, "decimal", int(number.group()))
    letter = re.fullmatch(r"\(?([a-zA-Z])[.)]", marker)
    if letter:
        lower = letter[1].islower()
        return ListMark(depth, marker, "lower-alpha" if lower else "upper-alpha", ord(letter[1].lower()) - 96)
    return ListMark(
        depth, marker if marker.isprintable() and marker and not "\ue000" <= marker[0] <= "\uf8ff" else "•"
    )


def _dressed(pieces: list[tuple[_Look, Inline]], plain: bool = False) -> tuple[Inline, ...]:
    """Wrap letters of equal look in their marks."""
    found: list[Inline] = []
    at = 0
    while at < len(pieces):
        look = _marks(pieces[at][0])
        end = at
        while end < len(pieces) and _marks(pieces[end][0]) == look:
            end += 1
        inner: tuple[Inline, ...] = tuple(inline for _, inline in pieces[at:end])
        blank = not any(isinstance(inline, Text) and inline.value.strip() for inline in inner)
        for name, make in reversed(_MAKE):
            if name in look and not blank and not (plain and name == "bold"):
                inner = (make(inner),)
        found.extend(inner)
        at = end
    return tidy_spaces(found)


def _marks(look: _Look) -> tuple[str, ...]:
    return tuple(name for name, _ in _MAKE if getattr(look, name))
