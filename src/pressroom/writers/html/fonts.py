"""Fonts embedded in an SVG: a picture in a page cannot use the page's fonts."""

from __future__ import annotations

import base64
import io
import re
from typing import TYPE_CHECKING

from pressroom.fonts import FontFile, font_files

if TYPE_CHECKING:
    from lxml.etree import _Element

_SVG = "{http://www.w3.org/2000/svg}"
_WEIGHT = re.compile(r"font-weight:\s*(\d+|bold)")
_BOLD = 700


def embed_fonts(svg: bytes) -> bytes:
    """Return an SVG with the faces of its texts in it, cut down to the letters that they use.

    A reader without the fonts installed then sees the widths that the picture was laid out with.
    """
    from lxml import etree

    root = etree.fromstring(svg)
    used: dict[FontFile, set[str]] = {}
    for text in root.iter(f"{_SVG}text"):
        face = _find_face(text.get("style") or "")
        if face:
            used.setdefault(face, set()).update("".join(map(str, text.itertext())))
    if not used:
        return svg
    style = etree.Element(f"{_SVG}style")
    style.text = "".join(_face_rule(face, letters) for face, letters in sorted(used.items(), key=_face_order))
    _open_definitions(root).append(style)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True)


def _face_order(entry: tuple[FontFile, set[str]]) -> tuple[str, int, bool]:
    face = entry[0]
    return face.family, face.weight, face.italic


def _find_face(style: str) -> FontFile | None:
    """Return the face that a style asks for, None for a family that is not bundled."""
    found = _WEIGHT.search(style)
    weight = _BOLD if found and found[1] == "bold" else int(found[1]) if found else 400
    italic = "font-style: italic" in style
    faces = [face for face in font_files() if face.family in style and face.italic == italic]
    return min(faces, key=lambda face: abs(face.weight - weight), default=None)


def _face_rule(face: FontFile, letters: set[str]) -> str:
    data = base64.b64encode(_subset(face, "".join(sorted(letters)))).decode("ascii")
    return (
        f"@font-face{{font-family:'{face.family}';font-weight:{face.weight};"
        f"font-style:{'italic' if face.italic else 'normal'};"
        f"src:url(data:font/woff2;base64,{data}) format('woff2')}}"
    )


def _subset(face: FontFile, letters: str) -> bytes:
    from fontTools import subset

    options = subset.Options(flavor="woff2", hinting=False, notdef_outline=True, layout_features=["kern"])
    font = subset.load_font(str(face.path), options)
    try:
        cutter = subset.Subsetter(options)
        cutter.populate(text=letters)
        cutter.subset(font)
        buffer = io.BytesIO()
        subset.save_font(font, buffer, options)
    finally:
        font.close()
    return buffer.getvalue()


def _open_definitions(root: _Element) -> _Element:
    from lxml import etree

    found = root.find(f"{_SVG}defs")
    if found is None:
        found = etree.Element(f"{_SVG}defs")
        root.insert(0, found)
    return found
