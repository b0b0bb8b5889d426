"""Pictures that a document carries in itself, looked at before anything trusts them."""

from __future__ import annotations

import base64
import binascii
import io
import re
import warnings
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import unquote_to_bytes

from pressroom.model.diagnostic import Diagnostic, Severity
from pressroom.model.document import Asset
from pressroom.model.inline import PictureWidth
from pressroom.model.paper import COLUMN_MM, MM_PER_PIXEL, TYPE_AREA_MM

if TYPE_CHECKING:
    from lxml import etree

LARGEST = 20_000_000  # bytes of one picture
MOST_PIXELS = 25_000_000
_LOOKED_AT = 4_000  # bytes at the head of a file
MOST = 500  # pictures of one document
_KEPT = {"PNG": ("png", "image/png"), "JPEG": ("jpg", "image/jpeg"), "MPO": ("jpg", "image/jpeg")}
_CONVERTED = ("GIF", "WEBP", "BMP", "TIFF", "AVIF")
KINDS = ("PNG", "JPEG", *_CONVERTED)  # as Pillow names them; a JPEG may turn out to be several, "MPO"
ENDING = r"\.(?:png|jpe?g|gif|webp|svg|avif|tiff?|bmp)"  # of a picture's name, as a pattern
NAMED = "PNG, JPEG, GIF, WebP, AVIF, TIFF, BMP or SVG"
_SVG = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*|<!DOCTYPE[^>\[]*(?:\[.*?\])?>\s*)*<(?:\w+:)?svg\b", re.DOTALL
)
_DATA = re.compile(r"data:image/[\w.+-]+(?P<how>(?:;[\w=-]+)*),(?P<data>.*)", re.DOTALL | re.IGNORECASE)
_MM = {"mm": 1.0, "cm": 10.0, "in": 25.4, "pt": 25.4 / 72, "pc": 25.4 / 6}
_PER_CENT = ("%", "٪", "％")
_MEASURE = re.compile(
    rf"(?P<value>\d{{1,4}}(?:[.,]\d{{1,6}})?)\s*(?P<unit>{'|'.join((*_MM, 'px', *_PER_CENT))})?",
    re.IGNORECASE,
)
_STYLED = re.compile(r"(?:^|[;\s])width\s*:\s*([\d.]+\s*[a-z%]*)", re.IGNORECASE)
_WHOLE = 100
_LEAST_MM = 3.0
_SCAN, _END, _FILLER = (
    b"\xff\xda",
    b"\xff\xd9",
    0xFF,
)  # of a JPEG: the mark ahead of its pixels, and behind them
# what Pillow raises for bytes that are broken
DAMAGED = (
    OSError,
    ValueError,
    SyntaxError,
    EOFError,
    KeyError,
    TypeError,
    IndexError,
    OverflowError,
    RuntimeError,
)


@dataclass(slots=True)
class Pictures:
    """Gathers a document's pictures as assets with plain names; the same bytes become one asset."""

    source: str
    metafiles: bool = False
    assets: list[Asset] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    _known: dict[bytes, str] = field(default_factory=dict)

    def add(self, data: bytes, where: str) -> str:
        """Return the name of the asset for a picture, "" when it cannot be shown (a warning says why).

        PNG, JPEG and SVG are kept as they are, other pictures become PNG. ``where`` names it in the warning.
        Where ``metafiles`` are wanted, so are EMF and WMF kept, and somebody has to draw them.
        """
        if data in self._known:
            return self._known[data]
        name, problem = "", ""
        if len(data) > LARGEST:
            problem = f"is larger than {LARGEST // 1_000_000} MB"
        elif len(self.assets) >= MOST:
            problem = f"is one of more than {MOST}"
        else:
            kept, kind = unpack_metafile(data) if self.metafiles else (b"", "")
            ending, media_type, problem = "png", f"image/{kind}", ""  # it is drawn as PNG
            if not kept:
                kept, ending, media_type, problem = _checked(data)
            if not problem:
                name = f"picture-{len(self.assets) + 1}.{ending}"
                self.assets.append(Asset(name, media_type, kept))
        if problem:
            self.warn(f"the picture {where} {problem}", f"replace it with a {NAMED}")
        self._known[data] = name
        return name

    def warn(self, message: str, cure: str) -> None:
        """Note a picture that is not there."""
        self.diagnostics.append(
            Diagnostic(Severity.WARNING, "picture-dropped", message, cure, where=self.source)
        )


def unpack_metafile(data: bytes) -> tuple[bytes, str]:
    """Return the bytes of a picture in EMF or WMF and which it is, (b"", "") for any other picture."""
    if data.startswith(_GZIP):  # .emz, .wmz
        try:
            data = zlib.decompressobj(wbits=31).decompress(data, LARGEST)
        except zlib.error:
            return b"", ""
    if data.startswith(b"\x01\0\0\0") and data[40:44] == b" EMF":
        return data, "emf"
    return (data, "wmf") if data.startswith(_WMF) else (b"", "")


_GZIP = b"\x1f\x8b"
# with the header that Aldus gave it, and without: in memory or as a file, with nine words of head
_WMF = (b"\xd7\xcd\xc6\x9a", b"\x01\0\x09\0", b"\x02\0\x09\0")


def read_data_address(src: str) -> bytes | None:
    """Return the bytes of a picture that its address holds ("data:image/png;base64,…"), None for another
    address; b"" for one that is broken.
    """
    found = _DATA.fullmatch(src)
    if not found:
        return None
    raw = unquote_to_bytes(found["data"])
    try:
        return base64.b64decode(raw) if found["how"].lower().endswith(";base64") else raw
    except (binascii.Error, ValueError):
        return b""


def read_width(text: str, *, plain_pixels: bool = True) -> PictureWidth | None:
    """Return the width that a measure says ("80 mm", "3.5in", "60 %", "300px"), None for other words.

    A number alone is pixels, as in HTML, where ``plain_pixels``. Pixels are those of a screen, 96 to the
    inch: more of them than the text is wide say nothing of paper.
    """
    found = _MEASURE.fullmatch(text.strip())
    if found is None or not (found["unit"] or plain_pixels):
        return None
    value, unit = float(found["value"].replace(",", ".")), (found["unit"] or "px").lower()
    if unit in _PER_CENT:
        return PictureWidth(value, "%") if 0 < value <= _WHOLE else None
    if unit == "px":
        return PictureWidth(value, "px") if _LEAST_MM <= value * MM_PER_PIXEL <= COLUMN_MM else None
    return measure_width(value * _MM[unit])


def read_element_width(attrs: Mapping[str, object] | etree._Attrib) -> PictureWidth | None:
    """Return the width that the attributes of an element of HTML or of Markdown say."""
    styled = _STYLED.search(str(attrs.get("style") or ""))
    return read_width(styled[1] if styled else str(attrs.get("width") or ""))


def measure_width(mm: float) -> PictureWidth | None:
    """Return a width in millimetres, at most that of the page; None for one that is none."""
    return PictureWidth(round(min(mm, TYPE_AREA_MM), 1)) if mm >= _LEAST_MM else None


def measure_office_width(mm: float) -> PictureWidth | None:
    """Return the width of a picture of an office program: one as wide as our text or wider fills it."""
    return PictureWidth(_WHOLE, "%") if mm >= COLUMN_MM else measure_width(mm)


def describe_problem(data: bytes) -> str:
    """Say why bytes are no picture that can be shown, "" for one in pixels that can.

    All pictures go through here once more before a page gets them, whatever they are called and wherever they
    come from. It looks at the header alone and unpacks nothing.
    """
    if len(data) > LARGEST:
        return f"is larger than {LARGEST // 1_000_000} MB"
    return _find_kind(data)[1]


def is_svg(data: bytes) -> bool:
    """Tell whether bytes are an SVG by how they begin."""
    return _SVG.match(data[:_LOOKED_AT]) is not None


def _find_kind(data: bytes) -> tuple[str, str]:
    """Return the kind of a picture and what is wrong with it; one of the two is empty."""
    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data), formats=KINDS) as picture:
                width, height = picture.size
                if width * height > MOST_PIXELS:
                    return "", f"has more than {MOST_PIXELS // 1_000_000} million pixels"
                cut = _is_cut_off(data, picture.format or "")
                return ("", "is cut off: its end is missing") if cut else (picture.format or "", "")
    except UnidentifiedImageError:
        return "", f"is of a kind that cannot be shown (no {NAMED})"
    except (*DAMAGED, Image.DecompressionBombError):
        return "", "is damaged"


def _is_cut_off(data: bytes, kind: str) -> bool:
    """Tell whether the end of a picture that is passed on as it is, is missing; others are unpacked."""
    if kind == "PNG":
        return b"IEND" not in data
    if kind not in ("JPEG", "MPO"):
        return False
    at = 2
    while data[at : at + 2] != _SCAN and at + 4 <= len(
        data
    ):  # over the segments: they may hold a small picture
        at += 1 if data[at + 1] == _FILLER else 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return _END not in data[at:]


def _checked(data: bytes) -> tuple[bytes, str, str, str]:
    """Return (bytes, name's ending, media type, problem) for a picture."""
    from PIL import Image

    if is_svg(data):
        return data, "svg", "image/svg+xml", ""
    kind, problem = _find_kind(data)
    if problem:
        return b"", "", "", problem
    if kind in _KEPT:
        return data, *_KEPT[kind], ""

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data), formats=_CONVERTED) as picture:
                shown = io.BytesIO()
                picture.convert("RGBA").save(shown, "PNG")
                return shown.getvalue(), *_KEPT["PNG"], ""
    except (*DAMAGED, MemoryError, Image.DecompressionBombError):
        return b"", "", "", "is damaged"
