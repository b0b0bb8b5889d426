"""PDFs of lines at places, in the fonts that every reader of PDFs has."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 595, 842
FONTS = ("Helvetica", "Helvetica-Bold", "Helvetica-Oblique")


@dataclass(frozen=True)
class At:
    """A line of text: its left edge and baseline in points from the upper left corner."""

    x: float
    y: float
    text: str
    size: float = 10
    bold: bool = False
    raw: str = ""  # operators ahead of the text

    def draw(self) -> str:
        escaped = self.text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        font = 1 if self.bold else 0
        return f"q BT {self.raw} /F{font} {self.size} Tf {self.x} {HEIGHT - self.y} Td ({escaped}) Tj ET Q\n"


@dataclass(frozen=True)
class Rule:
    """A drawn line from a point to another one, counted from the upper left corner."""

    x0: float
    y0: float
    x1: float
    y1: float

    def draw(self) -> str:
        return f"{self.x0} {HEIGHT - self.y0} m {self.x1} {HEIGHT - self.y1} l S\n"


@dataclass(frozen=True)
class Picture:
    """A grey picture over a whole page."""

    def draw(self) -> str:
        return f"q {WIDTH} 0 0 {HEIGHT} 0 0 cm /Im0 Do Q\n"


Mark = At | Rule | Picture


def paragraph(x: float, y: float, *lines: str, size: float = 10, pitch: float = 12) -> list[Mark]:
    """Return lines under one another."""
    return [At(x, y + at * pitch, line, size) for at, line in enumerate(lines)]


def pdf(*pages: Sequence[Mark], outline: Sequence[tuple[str, int]] = (), info: str = "") -> bytes:
    """Return a PDF with a page for each list of marks; ``outline`` has titles with their page from 0."""
    objects: list[bytes] = []

    def add(body: bytes | str) -> int:
        objects.append(body.encode("latin-1") if isinstance(body, str) else body)
        return len(objects)

    fonts = [add(f"<</Type/Font/Subtype/Type1/BaseFont/{name}/Encoding/WinAnsiEncoding>>") for name in FONTS]
    image = add(
        _stream(
            "/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8", b"\x80"
        )
    )
    named = " ".join(f"/F{at} {number} 0 R" for at, number in enumerate(fonts))
    tree = len(objects) + 2 * len(pages) + 1
    kids: list[int] = []
    for marks in pages:
        content = add(_stream("", "".join(mark.draw() for mark in marks).encode("cp1252")))
        kids.append(
            add(
                f"<</Type/Page/Parent {tree} 0 R/MediaBox[0 0 {WIDTH} {HEIGHT}]/Contents {content} 0 R"
                f"/Resources<</Font<<{named}>>/XObject<</Im0 {image} 0 R>>>>>>"
            )
        )
    add(f"<</Type/Pages/Count {len(kids)}/Kids[{' '.join(f'{kid} 0 R' for kid in kids)}]>>")
    root = len(objects) + 1
    first = root + 2
    outlines = f"/Outlines {root + 1} 0 R" if outline else ""
    add(f"<</Type/Catalog/Pages {tree} 0 R{outlines}>>")
    if outline:
        last = first + len(outline) - 1
        add(f"<</Type/Outlines/First {first} 0 R/Last {last} 0 R/Count {len(outline)}>>")
        for at, (title, page) in enumerate(outline):
            following = f"/Next {first + at + 1} 0 R" if first + at < last else ""
            add(f"<</Title({title})/Parent {root + 1} 0 R{following}/Dest[{kids[page]} 0 R/Fit]>>")
    about = add(info) if info else 0
    return _file(objects, root, about)


def _stream(entries: str, data: bytes) -> bytes:
    packed = zlib.compress(data)
    return (
        f"<<{entries}/Filter/FlateDecode/Length {len(packed)}>>\nstream\n".encode() + packed + b"\nendstream"
    )


def _file(objects: Sequence[bytes], root: int, about: int) -> bytes:
    out = b"%PDF-1.7\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    info = f"/Info {about} 0 R" if about else ""
    trailer = f"trailer\n<</Size {len(objects) + 1}/Root {root} 0 R{info}>>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}".encode() + trailer.encode()
