"""The house's fonts carried in a Word file, for machines where they are not installed (ECMA-376-4, 2.8.1)."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from pressroom.fonts import font_files
from pressroom.writers.docx.package.archive import new_part, open_part
from pressroom.writers.docx.package.markup import qualify

if TYPE_CHECKING:
    from docx.package import Package

_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_TYPE = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
# in the order of the schema
_FACES = {
    "embedRegular": (400, False),
    "embedBold": (700, False),
    "embedItalic": (400, True),
    "embedBoldItalic": (700, True),
}
_AHEAD = ("writeProtection", "view", "zoom", "removePersonalInformation", "removeDateAndTime")
_MASKED = 32  # bytes at the head of a font


def embed_fonts(package: Package) -> None:
    """Put the faces of each family that comes with Pressroom into a Word file that names it."""
    from lxml.etree import Element, SubElement

    files = {(font.family, font.weight, font.italic): font.path for font in font_files()}
    table = open_part(package, "fontTable")
    owner = next(
        rel.target_part
        for rel in package.main_document_part.rels.values()
        if rel.reltype == f"{_RELATION}fontTable"
    )
    count = 0
    for font in table.iterchildren(qualify("w:font")):
        family = font.get(qualify("w:name"), "")
        for name, face in _FACES.items():
            path = files.get((family, *face))
            if path is None:
                continue
            count += 1
            data = path.read_bytes()
            key = sha256(data).hexdigest()[:32].upper()
            part = new_part(package, f"/word/fonts/font{count}.odttf", _TYPE, _mask(data, key))
            node = SubElement(font, qualify(f"w:{name}"))
            node.set(qualify("r:id"), owner.relate_to(part, f"{_RELATION}font"))
            node.set(qualify("w:fontKey"), _format_guid(key))
    if count:
        settings = open_part(package, "settings")
        ahead = {qualify(f"w:{name}") for name in _AHEAD}
        at = next((index for index, node in enumerate(settings) if node.tag not in ahead), len(settings))
        settings.insert(at, Element(qualify("w:embedTrueTypeFonts")))


def _mask(data: bytes, key: str) -> bytes:
    """Return a font with its first bytes masked by a key, as Word wants it."""
    mask = bytes.fromhex(key)[::-1]
    head = bytes(byte ^ mask[index % len(mask)] for index, byte in enumerate(data[:_MASKED]))
    return head + data[_MASKED:]


def _format_guid(key: str) -> str:
    return f"{{{key[:8]}-{key[8:12]}-{key[12:16]}-{key[16:20]}-{key[20:]}}}"
