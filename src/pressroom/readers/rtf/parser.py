"""An RTF file token by token."""

from __future__ import annotations

import codecs
import re
from dataclasses import replace

from pressroom.errors import PressroomError
from pressroom.model.inline import LineBreak, Text
from pressroom.readers.common.links import sanitize_href
from pressroom.readers.rtf.flow import FlowBuilder
from pressroom.readers.rtf.state import LetterState, OpenLink, ParagraphState
from pressroom.readers.rtf.tokens import (
    BREAKS,
    CHARACTERS,
    CODE_PAGES,
    DESTINATIONS,
    INFORMATION,
    LEFT_OUT,
    TOKEN,
    UNREAD,
)

MOST_BINARY = 20_000_000  # bytes of one binary part
DEEPEST = 200  # groups within groups
_LINK = re.compile(r'HYPERLINK\s+"([^"]*)"')


class RtfParser:
    """Goes through a file once; what it finds gathers in its fields.

    ``information`` holds the title, the author and the subject, ``left_out`` are (words, reason), ``lost``
    names what is not read.
    """

    def __init__(self) -> None:
        self.builder = FlowBuilder()
        self.left_out: list[tuple[str, str]] = []
        self.information: dict[str, str] = {}
        self.lost: set[str] = set()
        self._groups: list[LetterState] = []
        self._letters = LetterState()
        self._paragraph = ParagraphState()
        self._bytes = bytearray()
        self._codec = "cp1252"
        self._skip = 0
        self._starred = False
        self._hidden: list[str] = []
        self._styles: dict[int, str] = {}
        self._style_number = 0
        self._links: list[OpenLink] = []

    def parse(self, data: bytes, source: str) -> None:
        """Read the bytes of a file. Raises PressroomError for one that nests too deeply."""
        for found in TOKEN.finditer(data):
            kind = found.lastgroup
            if kind in ("word", "arg"):
                self._decode_bytes()
                self._read_word(found["word"].decode("ascii"), found["arg"])
            elif kind == "hex":
                self._add_byte(int(found["hex"], 16))
            elif kind == "symbol":
                self._read_symbol(found["symbol"])
            elif kind == "open":
                self._decode_bytes()
                self._open_group(source)
            elif kind == "close":
                self._decode_bytes()
                self._close_group()
            elif kind == "text":
                for byte in found["text"]:
                    self._add_byte(byte)
        self._decode_bytes()
        self.builder.finish(self._paragraph, self._style_name)

    @property
    def _style_name(self) -> str:
        return self._styles.get(self._paragraph.style, "")

    # letters

    def _add_byte(self, byte: int) -> None:
        if self._skip:
            self._skip -= 1
        else:
            self._bytes.append(byte)

    def _decode_bytes(self) -> None:
        if self._bytes:
            text = bytes(self._bytes).decode(self._codec, "replace")
            self._bytes.clear()
            self._add_text(text)

    def _add_text(self, text: str) -> None:
        destination = self._letters.destination
        if destination == "fldinst" and self._links:
            self._links[-1].code.append(text)
        elif destination in ("pntext", "listtext"):
            self.builder.add_marker(text)
        elif destination in INFORMATION:
            self.information[destination] = self.information.get(destination, "") + text
        elif destination == "stylesheet":
            self._styles[self._style_number] = (self._styles.get(self._style_number, "") + text).strip("; ")
        elif destination in LEFT_OUT or self._letters.hidden:
            self._hidden.append(text)
        elif destination not in UNREAD and destination != "*":
            self.builder.add(self._letters, Text(text))

    def _read_symbol(self, symbol: bytes) -> None:
        if symbol == b"*":
            self._decode_bytes()
            self._starred = True
        elif symbol in (b"\\", b"{", b"}"):
            self._add_byte(symbol[0])
        elif symbol in (b"\n", b"\r"):
            self._decode_bytes()
            self._read_word("par", None)
        else:
            self._decode_bytes()
            self._add_text(CHARACTERS.get(symbol.decode("latin-1"), ""))

    # groups

    def _open_group(self, source: str) -> None:
        self._groups.append(self._letters)
        if len(self._groups) > DEEPEST:
            raise PressroomError(
                "the file nests too deeply", cure="save it as .docx", rule="document-refused", where=source
            )
        self._letters = replace(self._letters, depth=self._letters.depth + 1)

    def _close_group(self) -> None:
        if not self._groups:
            return
        before = self._letters
        self._letters = self._groups.pop()
        ended = (before.destination in LEFT_OUT or before.hidden) and not self._letters.hidden
        if self._hidden and ended and self._letters.destination not in LEFT_OUT:
            reason = LEFT_OUT.get(before.destination, "hidden text")
            self.left_out.append((" ".join("".join(self._hidden).split()), reason))
            self._hidden = []
        while self._links and self._links[-1].depth >= before.depth:
            self._close_link(self._links.pop())
        if self.builder.note_depth >= before.depth:
            self.builder.end_note()

    def _close_link(self, link: OpenLink) -> None:
        found = _LINK.search("".join(link.code))
        href = sanitize_href(found[1]) if found else ""
        if href and not href.startswith("#"):
            self.builder.link(link.start, href)

    # control words

    def _read_word(self, word: str, argument: bytes | None) -> None:
        number = int(argument) if argument else None
        if word in UNREAD or word in DESTINATIONS:
            self._open_destination(word)
        elif self._starred and word not in ("shptxt", "shppict"):
            self._letters = replace(self._letters, destination=self._letters.destination or "*")
        elif word in BREAKS:
            if self._letters.destination in UNREAD:
                self._add_text(" ")
            else:
                self.builder.end(word, self._paragraph, self._style_name)
        elif word == "u":
            self._read_unicode((number or 0) & 0xFFFF)
        elif word in CHARACTERS:
            self._add_text(CHARACTERS[word])
        elif word == "line":
            if not self._letters.destination:
                self.builder.add(self._letters, LineBreak())
        elif word == "bin":
            self._skip = min(max(number or 0, 0), MOST_BINARY)
        elif word == "ansicpg" or word in CODE_PAGES:
            self._set_code_page(CODE_PAGES.get(word, f"cp{number}"))
        else:
            self._read_format(word, number)
        self._starred = False

    def _read_format(self, word: str, number: int | None) -> None:
        letters = self._letters.apply(word, number)
        if letters is not None:
            self._letters = letters
        elif word == "pard":
            self._paragraph = ParagraphState()
        elif word == "s" and self._letters.destination == "stylesheet":
            self._style_number = number or 0
        else:
            self._paragraph.apply(word, number)

    def _open_destination(self, word: str) -> None:
        if word == "field":
            self._links.append(OpenLink(self._letters.depth, len(self.builder.pieces)))
        elif word == "footnote":
            self.builder.begin_note(self._letters.depth)
            self._letters = replace(self._letters, superscript=False)
        else:
            if word in ("pict", "object"):
                self.lost.add("pictures")
            if not self._letters.destination or word in INFORMATION:
                self._letters = replace(self._letters, destination=word)

    def _read_unicode(self, code: int) -> None:
        if not self.builder.join_surrogate(code):
            self._add_text(chr(code))
        self._skip = self._letters.unicode_skip

    def _set_code_page(self, name: str) -> None:
        try:
            self._codec = codecs.lookup(name).name
        except LookupError:
            self._codec = "cp1252"
