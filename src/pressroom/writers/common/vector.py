"""Vector pictures that others drew: made safe to print, measured, and turned into pixels."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_SVG = "http://www.w3.org/2000/svg"
_HREF = ("href", "{http://www.w3.org/1999/xlink}href")
_POINT = 72 / 96
_UNITS = {"": _POINT, "px": _POINT, "pt": 1.0, "pc": 12.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4}
_LENGTH = re.compile(r"\s*(\d+(?:\.\d*)?|\.\d+)\s*([a-z]*)\s*")
# what acts, or brings another document in
_ACTIVE = frozenset(
    ("script", "handler", "listener", "foreignObject", "iframe", "audio", "video", "image", "feImage")
)
_ANIMATION = ("animate", "set")
_OUTSIDE = re.compile(r"@import[^;]*;?|url\(\s*['\"]?(?!#)[^)]*\)", re.IGNORECASE)
# it names nothing but files; without them WeasyPrint would refuse the whole picture
_FACE = re.compile(r"@font-face\s*\{[^}]*\}", re.IGNORECASE)
_EDGE = "picture-edge"
_PIXELS_PER_INCH = 300


@dataclass(frozen=True, slots=True)
class Vector:
    """An SVG that loads and runs nothing, with its size in points."""

    svg: bytes
    width: float
    height: float


def read_vector(data: bytes) -> Vector:
    """Return an SVG without whatever acts or loads.

    Raises ValueError, with the reason, for what is no SVG, has no size, or consists of a picture in pixels.
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise ValueError(f"is no SVG: {error}") from error
    if root.tag != f"{{{_SVG}}}svg":
        raise ValueError("is no SVG")
    if next(root.iter(f"{{{_SVG}}}image"), None) is not None:
        raise ValueError("holds a picture in pixels")
    width, height = _read_size(root)
    _clean(root)
    _clip(root)
    for name, length in (("width", width), ("height", height)):
        root.set(name, f"{length:g}pt")  # a browser would take any size for one that is not stated
    return Vector(etree.tostring(root, encoding="utf-8", xml_declaration=True), width, height)


def _clean(root: _Element) -> None:
    for element in list(root.iter()):
        name = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else "script"
        if name in _ACTIVE or name.startswith(_ANIMATION):
            parent = element.getparent()
            if parent is not None:
                parent.remove(element)
            continue
        for key, value in list(element.attrib.items()):
            if str(key).lower().startswith("on") or (key in _HREF and not str(value).startswith("#")):
                del element.attrib[key]
            else:
                element.set(key, _OUTSIDE.sub("none", str(value)))
        if element.tag == f"{{{_SVG}}}style" and element.text:
            element.text = _OUTSIDE.sub("", _FACE.sub("", element.text))


def _clip(root: _Element) -> None:
    """Cut what is drawn beyond the edges: it would cover the text round the picture."""
    from lxml import etree

    x, y, width, height = re.findall(r"-?\d+(?:\.\d+)?", str(root.get("viewBox")))[:4]
    edge = etree.Element(f"{{{_SVG}}}clipPath", id=_EDGE)
    etree.SubElement(edge, f"{{{_SVG}}}rect", x=x, y=y, width=width, height=height)
    drawn = etree.Element(f"{{{_SVG}}}g", {"clip-path": f"url(#{_EDGE})"})
    drawn.extend(list(root))
    root.append(edge)
    root.append(drawn)


def _read_size(root: _Element) -> tuple[float, float]:
    """Return the size that the SVG states, or else that of its coordinates, which are added if missing."""
    box = [float(part) for part in re.findall(r"-?\d+(?:\.\d+)?", str(root.get("viewBox", "")))]
    width, height = (_read_length(root.get(name)) for name in ("width", "height"))
    if len(box) == 4 and box[2] > 0 and box[3] > 0:
        across, down = box[2] * _POINT, box[3] * _POINT
        width, height = width or (height * across / down if height else across), height or 0.0
        return width, height or width * down / across
    if not width or not height:
        raise ValueError("states no size")
    root.set("viewBox", f"0 0 {width / _POINT:g} {height / _POINT:g}")
    return width, height


def _read_length(text: str | None) -> float:
    """Return a length in points, 0 for none or one that depends on where the picture stands."""
    found = _LENGTH.fullmatch(text or "")
    return float(found[1]) * _UNITS[found[2]] if found and found[2] in _UNITS else 0.0


def rasterize(vector: Vector, width: float) -> bytes:
    """Return a vector as PNG, ``width`` points wide at the density of print, with a clear ground."""
    import base64

    import pypdfium2
    import pypdfium2.raw as pdfium
    from weasyprint import HTML
    from weasyprint.urls import URLFetcher

    height = vector.height * width / vector.width
    source = base64.b64encode(vector.svg).decode("ascii")
    page = (
        f"<style>@page{{size:{width:.3f}pt {height:.3f}pt;margin:0}}"
        f"body{{margin:0}}img{{display:block;width:{width:.3f}pt}}</style>"
        f'<img alt="" src="data:image/svg+xml;base64,{source}">'
    )
    fetcher = URLFetcher(allowed_protocols=frozenset({"data"}), allow_redirects=False)
    document = pypdfium2.PdfDocument(HTML(string=page, url_fetcher=fetcher).write_pdf())
    try:
        bitmap = document[0].render(
            scale=_PIXELS_PER_INCH / 72,
            fill_color=(255, 255, 255, 0),
            force_bitmap_format=pdfium.FPDFBitmap_BGRA,
            rev_byteorder=True,
        )
        buffer = io.BytesIO()
        bitmap.to_pil().save(buffer, "PNG", optimize=True)
    finally:
        document.close()
    return buffer.getvalue()
