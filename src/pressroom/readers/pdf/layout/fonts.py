"""What a font of a PDF is called, and whether it is bold or italic."""

from __future__ import annotations

import ctypes
import re
from dataclasses import dataclass
from typing import Any

_FORCE_BOLD = 1 << 18  # a font's flag
_BOLD_NAME = re.compile(
    r"bold|black|heavy|demi|[-,]b(?:d|i)?$|medi$|^(?:cm|sf|ec)\w*bx|^lin\w+t[bz]i?$", re.IGNORECASE
)
_ITALIC_NAME = re.compile(
    r"italic|oblique|kursiv|[-,](?:it|i|bi)$|^(?:cm|sf|ec)ti\d|^lin\w+tb?i$", re.IGNORECASE
)
_LARGEST = 20_000_000  # bytes of a font that is looked into


@dataclass(frozen=True, slots=True)
class PdfFont:
    """A font: its name without the mark of a subset, and its style."""

    name: str
    bold: bool
    italic: bool


def read_font(font: Any) -> PdfFont:
    """Return what a font of PDFium says of itself: by its name, else in the head of its own file.

    Qt gives all styles of a family one name. A weight that PDFium tells is computed from the strokes' width,
    and often wrong.
    """
    import pypdfium2.raw as pdfium

    if not font:
        return PdfFont("", bold=False, italic=False)
    size = pdfium.FPDFFont_GetBaseFontName(font, None, 0)
    buffer = ctypes.create_string_buffer(max(size, 1))
    pdfium.FPDFFont_GetBaseFontName(font, buffer, size)
    name = buffer.value.decode("utf-8", "replace").rpartition("+")[2]
    bold = bool(_BOLD_NAME.search(name)) or bool(pdfium.FPDFFont_GetFlags(font) & _FORCE_BOLD)
    italic = bool(_ITALIC_NAME.search(name))
    if bold or italic:
        return PdfFont(name, bold, italic)
    style = read_style(_read_file(font))
    return PdfFont(name, bool(style & 1), bool(style & 2))


def _read_file(font: Any) -> bytes:
    """Return the bytes of an embedded font."""
    import pypdfium2.raw as pdfium

    length = ctypes.c_size_t()
    if not pdfium.FPDFFont_GetIsEmbedded(font) or not pdfium.FPDFFont_GetFontData(font, None, 0, length):
        return b""
    if not 0 < length.value < _LARGEST:
        return b""
    data = (ctypes.c_uint8 * length.value)()
    pdfium.FPDFFont_GetFontData(font, data, length.value, length)
    return bytes(data)


def read_style(data: bytes) -> int:
    """Return the style in the head of a TrueType font: 1 for bold, 2 for italic, 0 for none."""
    if data[:4] not in (b"\0\1\0\0", b"true", b"OTTO"):
        return 0
    for at in range(12, 12 + 16 * int.from_bytes(data[4:6]), 16):
        if data[at : at + 4] == b"head":
            place = int.from_bytes(data[at + 8 : at + 12]) + _STYLE_IN_HEAD
            return int.from_bytes(data[place : place + 2])
    return 0


_STYLE_IN_HEAD = 44
