"""An RTF file token by token."""

from __future__ import annotations

import codecs
import re
from dataclasses import replace

from pressroom.errors import PressroomError
from pressroom.model.inline import InlineImage, LineBreak, Text
from pressroom.readers.common.links import sanitize_href
from pressroom.readers.common.pictures import Pictures, unpack_metafile
from pressroom.readers.common.symbols import translate_symbol
from pressroom.readers.rtf.flow import FlowBuilder
from pressroom.readers.rtf.state import Font, LetterState, OpenLink, OpenPicture, ParagraphState
from pressroom.readers.rtf.tokens import (
    BREAKS,
    CHARACTERS,
    CHARSETS,
    CODE_PAGES,
    DESTINATIONS,
    INFORMATION,
    LEFT_OUT,
    PICTURES,
    SYMBOL_CHARSET,
    TEXT_BOXES,
    TOKEN,
    UNREAD,
)

DEEPEST = 200  # groups within groups
_CONTROLS = re.compile(r"[\s\x00-\x1f\x7f-\x9f]+")
_LINK = re.compile(r'HYPERLINK\s+"([^"]*)"')


class RtfParser:
    """Goes through a file once; what it finds gathers in its fields.

    ``information`` holds the title, the author and the subject, ``left_out`` are (words, reason), ``lost``
    names what is not read, ``after_end`` are the words behind the last brace.
    """

    def __init__(self, pictures: Pictures) -> None:
        self.builder = FlowBuilder()
        self.pictures = pictures
        self.after_end = ""
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
        self._opened = False  # the token before opened a group
        self._hidden: list[str] = []
        self._fonts: dict[int, Font] = {}
        self._default_font = 0
        self._picture: OpenPicture | None = None
        self._styles: dict[int, str] = {}
        self._style_number = 0
        self._links: list[OpenLink] = []

    def parse(self, data: bytes, source: str) -> None:
        """Read the bytes of a file. Raises PressroomError for one that nests too deeply."""
        at = 0
        while found := TOKEN.search(data, at):
            at = self._read_token(found, data, source)
            if found.lastgroup == "close" and not self._groups:
                self.after_end = _CONTROLS.sub(" ", data[at:].decode(self._codec, "replace")).strip()
                break
        self._decode_bytes()
        self.builder.finish(self._paragraph, self._style_name)

    def _read_token(self, found: re.Match[bytes], data: bytes, source: str) -> int:
        """Read one token and return where the next begins."""
        kind = found.lastgroup
        if kind in ("word", "arg"):
            self._decode_bytes()
            self._skip = max(self._skip - 1, 0)  # a control word counts as one of the characters skipped
            word = found["word"].decode("ascii")
            if word == "bin":  # bytes of which none is a token
                end = found.end() + max(int(found["arg"] or 0), 0)
                self._read_binary(data[found.end() : end])
                return end
            self._read_word(word, found["arg"])
        elif kind == "hex":
            self._add_byte(int(found["hex"], 16))
        elif kind == "symbol":
            self._read_symbol(found["symbol"])
        elif kind == "open":
            self._decode_bytes()
            self._skip = 0  # what is skipped never reaches over the edge of a group
            self._open_group(source)
        elif kind == "close":
            self._decode_bytes()
            self._skip = 0
            self._close_group()
        elif kind == "text" and self._letters.destination == "pict" and self._picture:
            self._picture.digits.append(found["text"])
        elif kind == "text":
            for byte in found["text"]:
                self._add_byte(byte)
        self._opened = kind == "open" or (self._opened and kind == "symbol" and found["symbol"] == b"*")
        return found.end()

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
            data = bytes(self._bytes)
            self._bytes.clear()
            font = self._find_font()
            is_text = self._letters.destination not in ("fonttbl", "stylesheet")
            if font.symbol and is_text:
                self._add_text(self._translate(data, font))
            else:
                codec = font.codec if is_text and font.codec else self._codec
                self._add_text(data.decode(codec, "replace"))

    def _find_font(self) -> Font:
        number = self._default_font if self._letters.font is None else self._letters.font
        return self._fonts.get(number, Font())

    def _translate(self, data: bytes, font: Font) -> str:
        """Return what bytes show in a symbol font, without those that only the font knows."""
        shown = []
        for byte in data:
            letter = " " if byte == 0x20 else translate_symbol(font.name, chr(0xF000 + byte))
            if not letter:
                reason = "a symbol that only its font can show"
                self.left_out.append((f"{font.name or 'an unnamed font'} {byte:02X}", reason))
                self.lost.add("symbols")
            shown.append(letter)
        return "".join(shown)

    def _read_binary(self, data: bytes) -> None:
        if self._letters.destination == "pict" and self._picture:
            self._picture.data += data

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
        elif destination == "fonttbl":
            font = self._fonts.setdefault(self._letters.font or 0, Font())
            font.name = (font.name + text).partition(";")[0].strip()
        elif destination in LEFT_OUT or self._letters.hidden or self._letters.deleted:
            self._hidden.append(text)
        elif destination not in UNREAD and destination != "*":
            self.builder.add(self._letters, Text(text))

    def _read_symbol(self, symbol: bytes) -> None:
        if symbol == b"*":
            self._decode_bytes()
            self._starred = self._opened  # anywhere else it says nothing
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
        reason = _find_reason(before)
        if self._hidden and reason and _find_reason(self._letters) != reason:
            self._end_hidden(reason)
        if self._picture and self._picture.depth >= before.depth:
            self._add_picture(self._picture)
        while self._links and self._links[-1].depth >= before.depth:
            self._close_link(self._links.pop())
        if self.builder.box_depth >= before.depth:
            self.builder.end_box()
        if self.builder.note_depth >= before.depth:
            self.builder.end_note()

    def _end_hidden(self, reason: str) -> None:
        self.left_out.append((" ".join("".join(self._hidden).split()), reason))
        self._hidden = []

    def _add_picture(self, picture: OpenPicture) -> None:
        self._picture = None
        data = picture.finish() if picture.shown or self.pictures.metafiles else b""
        if not picture.shown:
            data, _ = unpack_metafile(data)
        name = self.pictures.add(data, "within the text") if data else ""
        if name:
            self.builder.add(self._letters, InlineImage(name, "", picture.width))
        elif not picture.shown and not data:
            self.lost.add("pictures")

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
        elif word in TEXT_BOXES:
            self._open_text_box()
        elif word == "ud":  # the Unicode form of what stands ahead of it in the code page
            self._letters = replace(self._letters, destination=self._outer_destination("upr"))
        elif self._starred and word != "shppict":
            self._letters = replace(self._letters, destination=self._letters.destination or "*")
        elif word in BREAKS:
            self._break(word)
        elif word == "u":
            self._read_unicode((number or 0) & 0xFFFF)
        elif word in CHARACTERS:
            self._add_text(CHARACTERS[word])
        elif word in PICTURES and self._picture:
            self._picture.shown = PICTURES[word]
        elif word == "picwgoal" and self._picture:
            self._picture.twips = number or 0
        elif word == "picscalex" and self._picture:
            self._picture.scale = number or 100
        elif word == "ansicpg" or word in CODE_PAGES:
            self._set_code_page(CODE_PAGES.get(word, f"cp{number}"))
        else:
            self._read_format(word, number)
        self._starred = False

    def _break(self, word: str) -> None:
        """End a line, or what else a control word ends."""
        if self._letters.destination in UNREAD:
            self._add_text(" ")
        elif word != "line":
            self.builder.end(word, self._paragraph, self._style_name)
        elif not self._letters.destination:
            self.builder.add(self._letters, LineBreak())

    def _read_format(self, word: str, number: int | None) -> None:
        letters = self._letters.apply(word, number)
        if letters is not None:
            before, self._letters = _find_reason(self._letters), letters
            if self._hidden and before and _find_reason(letters) != before:
                self._end_hidden(before)
        elif word in ("deff", "fcharset", "cpg"):
            self._read_font_word(word, number or 0)
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
            if word == "pict" and not self._letters.destination:
                self._picture = OpenPicture(self._letters.depth)
            if word == "object" and not self._letters.destination:
                self.lost.add("embedded objects")
            if not self._letters.destination or word in INFORMATION:
                self._letters = replace(self._letters, destination=word)

    def _open_text_box(self) -> None:
        """Read the text of a drawing where the drawing hangs, as lines of its own."""
        if self._outer_destination("shpinst") == "" and self._letters.destination in ("shpinst", "*", ""):
            self._letters = replace(self._letters, destination="")
            self.builder.begin_box(self._letters.depth)

    def _outer_destination(self, inner: str) -> str:
        """Return the destination of the text round the groups of one destination."""
        names = (letters.destination for letters in reversed(self._groups))
        return next((name for name in names if name not in (inner, "*")), "")

    def _read_font_word(self, word: str, number: int) -> None:
        if word == "deff":
            self._default_font = number
            return
        if self._letters.destination != "fonttbl":
            return
        font = self._fonts.setdefault(self._letters.font or 0, Font())
        if word == "fcharset":
            font.symbol = number == SYMBOL_CHARSET
            # the number 0 is what programs write that do not know, so that the page of the file holds
            font.codec = CHARSETS.get(number, "") if number else ""
        else:
            font.codec = _find_codec(f"cp{number}") or font.codec

    def _read_unicode(self, code: int) -> None:
        if not self.builder.join_surrogate(code):
            self._add_text(chr(code))
        self._skip = self._letters.unicode_skip

    def _set_code_page(self, name: str) -> None:
        self._codec = _find_codec(name) or "cp1252"


def _find_codec(name: str) -> str:
    """Return Python's name of an encoding, "" for one that it does not know."""
    try:
        return codecs.lookup(name).name
    except LookupError:
        return ""


def _find_reason(letters: LetterState) -> str:
    """Say why letters are no text, "" where they are."""
    if letters.destination in LEFT_OUT:
        return LEFT_OUT[letters.destination]
    if letters.deleted:
        return "deleted by a tracked change"
    return "hidden text" if letters.hidden else ""
