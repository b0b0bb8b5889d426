"""The last changes to the file as a tree of objects, before its bytes are written."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import md5
from typing import Any

from pressroom.writers.pdf.attachments import EmbeddedFile
from pressroom.writers.pdf.xmp import PdfMetadata, make_packet

CREATOR = "Pressroom"
CMAP = b"/CIDInit /ProcSet findresource begin"  # how a font's table of letters begins
LONGEST_LIGATURE = len(b"<>") + 4 * 8  # digits of eight letters
ELLIPSIS = b"<2026>"
UNCLEAR = b"\r\nendstream"
# A font draws these with the glyph of the hyphen or the space of every keyboard, and WeasyPrint lets a glyph
# stand for the first letter that it was drawn for: it would then stand in all words and numbers of its font.
KEYBOARD = {
    b"<2010>": b"<002d>",
    b"<2011>": b"<002d>",
    b"<00ad>": b"<002d>",
    b"<00a0>": b"<0020>",
    b"<>": b"<200b>",
}


def finish(
    document: Any, pdf: Any, attached: Iterable[EmbeddedFile], *, sides: str, direction: str, padding: int = 0
) -> None:
    """Add attachments, labels, preferences and metadata to ``pdf``, a pydyf.PDF made of ``document``.

    ``padding`` empty objects change the file and nothing in it.
    """
    import pydyf

    catalog = pdf.catalog
    preferences = {"DisplayDocTitle": "true"}
    if direction == "rtl":
        preferences["Direction"] = "/R2L"
    if sides == "two":
        preferences["Duplex"] = "/DuplexFlipLongEdge"
        catalog["PageLayout"] = "/TwoPageRight"
    catalog["ViewerPreferences"] = pydyf.Dictionary(preferences)
    catalog["PageMode"] = "/UseOutlines" if "Outlines" in catalog else "/UseNone"
    catalog["PageLabels"] = pydyf.Dictionary({"Nums": pydyf.Array([0, pydyf.Dictionary({"S": "/D"})])})
    _attach(pdf, attached, _date(pdf))
    for part in pdf.objects:
        if isinstance(part, pydyf.Stream):
            if "Interpolate" in part.extra:
                part.extra["Interpolate"] = "false"  # PDF/A: a picture looks the same everywhere
            if part.stream[:1] == [CMAP]:
                part.stream[:] = [_name_letter(line) for line in part.stream]
    pdf.info["Creator"] = pydyf.String(CREATOR)
    _describe(document, pdf)
    for _ in range(padding):
        pdf.add_object(pydyf.Dictionary())
    _serialize(pdf)


def _name_letter(line: bytes) -> bytes:
    """Return a line of a font's table, "<glyph> <letters>", with letters that can be searched for.

    A glyph that has no letter of its own, such as a part of a ligature, stands for no width. The one that
    ends a running head which is cut would stand for all that was cut off.
    """
    glyph, _, letters = line.rpartition(b" ")
    if len(letters) > LONGEST_LIGATURE:
        letters = ELLIPSIS
    return glyph + b" " + KEYBOARD.get(letters, letters) if glyph.startswith(b"<") else line


def _serialize(pdf: Any) -> None:
    """Write each object once: pydyf would do it for the file's identifier and again for the file."""
    import pydyf

    class SerializedObject(pydyf.Object):  # type: ignore[misc]  # pydyf brings no types
        data = b""
        compressible = False

    for index, part in enumerate(pdf.objects):
        if part.free == "f":
            continue
        written = SerializedObject()
        written.number, written.generation, written.data = (
            part.number,
            part.generation,
            _separate_end(part.data),
        )
        written.compressible = part.compressible
        pdf.objects[index] = written


def _separate_end(data: bytes) -> bytes:
    """Keep a stream's last byte apart from the line end after it.

    pydyf ends a stream's data with one line feed; where the data end with a carriage return, readers cannot
    tell whether that belongs to them.
    """
    return data.removesuffix(b"\nendstream") + b"\r\nendstream" if data.endswith(UNCLEAR) else data


def has_unclear_end(data: bytes) -> bool:
    """Tell whether one of the two streams that pydyf adds when it writes a file has such an end."""
    last = data.rfind(b"endstream")
    before = data.rfind(b"endstream", 0, last)
    return any(data.endswith(UNCLEAR, 0, end + len(b"endstream")) for end in (last, before) if end > 0)


def _date(pdf: Any) -> Any:
    return pdf.info.get("ModDate") or pdf.info.get("CreationDate")


def _attach(pdf: Any, attached: Iterable[EmbeddedFile], date: Any) -> None:
    import pydyf

    specifications: dict[str, bytes] = {}
    for attachment in attached:
        asset = attachment.asset
        checksum = md5(asset.data, usedforsecurity=False).hexdigest()
        parameters = pydyf.Dictionary({"CheckSum": f"<{checksum}>", "Size": len(asset.data)})
        if date is not None:
            parameters["ModDate"] = date
        subtype = pydyf.name(asset.media_type).replace(b"/", b"#2f")
        extra = {"Type": "/EmbeddedFile", "Subtype": b"/" + subtype[3:], "Params": parameters}
        stream = pydyf.Stream([asset.data], extra, compress=True)
        pdf.add_object(stream)
        specification = pydyf.Dictionary(
            {
                "Type": "/Filespec",
                "F": pydyf.String(asset.name.encode("ascii", "replace").decode()),
                "UF": pydyf.String(asset.name),
                "EF": pydyf.Dictionary({"F": stream.reference, "UF": stream.reference}),
                "Desc": pydyf.String(asset.description),
                "AFRelationship": f"/{attachment.relationship}",
            }
        )
        pdf.add_object(specification)
        specifications[asset.name] = specification.reference
    if not specifications:
        return
    pairs = [part for name in sorted(specifications) for part in (pydyf.String(name), specifications[name])]
    names = pdf.catalog.setdefault("Names", pydyf.Dictionary())
    names["EmbeddedFiles"] = pydyf.Dictionary({"Names": pydyf.Array(pairs)})
    pdf.catalog["AF"] = pydyf.Array(specifications.values())


def _describe(document: Any, pdf: Any) -> None:
    import pydyf

    said = document.metadata
    metadata = PdfMetadata(
        title=said.title or "",
        producer=str(pdf.info["Producer"].string),
        creator=CREATOR,
        lang=said.lang or "",
        authors=tuple(said.authors),
        description=said.description or "",
        keywords=", ".join(said.keywords),
        created=said.created or "",
        modified=said.modified or "",
    )
    # not compressed: archives must be able to read it without knowing PDF
    stream = pdf.objects[int(pdf.catalog["Metadata"].split()[0])]
    stream.stream, stream.compress = [make_packet(metadata)], False
    pdf.catalog["Lang"] = pydyf.String(metadata.lang)
