"""Whether a PDF holds what it says of itself, looked over when it is finished.

These are the rules that a source, a picture, a template or a font can break; a validator knows all of them.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from pressroom.model.diagnostic import Diagnostic, Severity

PDF_A, PDF_UA = "PDF/A-3a", "PDF/UA-1"
# standard → the properties of the metadata that claim it
_CLAIMS = {PDF_A: ("pdfaid:part", "pdfaid:conformance"), PDF_UA: ("pdfuaid:part",)}
_CMYK = re.compile(rb"(?:^|\s)(?:[\d.]+\s+){4}[kK]\s|/DeviceCMYK\s+(?:cs|CS)\s")
STANDARD_TYPES = frozenset(
    (
        "Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index",
        "NonStruct", "Private", "P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody",
        "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot", "Span", "Quote", "Note", "Reference",
        "BibEntry", "Code", "Link", "Annot", "Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP", "Figure",
        "Formula", "Form",
    )
)  # fmt: skip  # the list of ISO 32000-1, 14.8.4
_FONT_FILES = ("/FontFile", "/FontFile2", "/FontFile3")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
_HEADING = re.compile(r"/H([1-6])")
# what a structure element may stand in, for those that may not stand anywhere
_PARENTS = {
    "/TR": {"/Table", "/THead", "/TBody", "/TFoot"},
    "/TH": {"/TR"},
    "/TD": {"/TR"},
    "/THead": {"/Table"},
    "/TBody": {"/Table"},
    "/TFoot": {"/Table"},
    "/LI": {"/L"},
    "/Lbl": {"/LI", "/Note", "/TOCI"},
    "/LBody": {"/LI"},
    "/TOCI": {"/TOC"},
}
# what may stand in an element, for those that may not hold anything
_KIDS = {
    "/Table": {"/TR", "/THead", "/TBody", "/TFoot", "/Caption"},
    "/TR": {"/TH", "/TD"},
    "/L": {"/LI", "/L", "/Caption"},
    "/TOC": {"/TOCI", "/TOC", "/Caption"},
}


@dataclass(frozen=True, slots=True)
class BrokenClaim:
    """A standard that a file says it meets, and the cause why it does not."""

    standard: str
    cause: str


def keep_true_claims(data: bytes, source: str) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """Return a PDF that claims no standard which it does not meet, and a warning of each cause.

    ``source`` is the name of the file that it was made from.
    """
    broken = find_broken_claims(data)
    if not broken:
        return data, ()
    return withdraw_claims(data, broken), tuple(
        Diagnostic(
            Severity.WARNING,
            "standard-not-met",
            f"the PDF does not meet {claim.standard}, and no longer says that it does: {claim.cause}",
            "mend that in the text, its pictures or the template",
            where=source,
        )
        for claim in broken
    )


def find_broken_claims(data: bytes) -> tuple[BrokenClaim, ...]:
    """Return each standard that a PDF claims and does not meet, once for each cause."""
    import pikepdf

    with pikepdf.open(io.BytesIO(data)) as pdf:
        packet = pdf.Root.Metadata.read_bytes() if "/Metadata" in pdf.Root else b""
        found = [
            BrokenClaim(standard, cause)
            for standard, look in ((PDF_A, _look_at_archive), (PDF_UA, _look_at_access))
            if _CLAIMS[standard][0].encode() in packet
            for cause in look(pdf)
        ]
    return tuple(dict.fromkeys(found))


def withdraw_claims(data: bytes, broken: Iterable[BrokenClaim]) -> bytes:
    """Return a PDF that no longer says that it meets the standards which it does not meet."""
    import pikepdf

    with pikepdf.open(io.BytesIO(data)) as pdf:
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
            for key in (key for claim in broken for key in _CLAIMS[claim.standard]):
                if key in metadata:
                    del metadata[key]
        out = io.BytesIO()
        pdf.save(out, deterministic_id=True)
    return out.getvalue()


def _look_at_archive(pdf: Any) -> Iterator[str]:
    if pdf.is_encrypted:
        yield "it is encrypted"
    if "/OutputIntents" not in pdf.Root:
        yield "nothing says which colours its numbers mean (OutputIntent)"
    for number, page in enumerate(pdf.pages, start=1):
        if any(_CMYK.search(stream.read_bytes()) for stream in _list_parts(page.obj.get("/Contents"))):
            yield f"page {number} has colours of a press (CMYK)"
    for part in pdf.objects:
        if not hasattr(part, "get"):
            continue
        if part.get("/Subtype") == "/Image":
            yield from _look_at_image(part)
        elif part.get("/Subtype") == "/Form" and _CMYK.search(part.read_bytes()):
            yield "a drawing has colours of a press (CMYK)"
        elif part.get("/Subtype") in ("/Type0", "/TrueType", "/Type1") and "/ToUnicode" not in part:
            yield f"nothing says which letters the signs of the font {_name_font(part, '/BaseFont')} are"
        elif part.get("/Type") == "/FontDescriptor" and not any(key in part for key in _FONT_FILES):
            yield f"the font {_name_font(part, '/FontName')} is not embedded"


def _name_font(part: Any, key: str) -> str:
    return str(part.get(key, "/?"))[1:]


def _look_at_image(image: Any) -> Iterator[str]:
    if any(part == "/DeviceCMYK" for part in _list_parts(image.get("/ColorSpace"))):
        yield "a picture has colours of a press (CMYK)"
    if image.get("/Interpolate", False):
        yield "a picture is to be smoothed by whatever shows it"


def _look_at_access(pdf: Any) -> Iterator[str]:
    import pikepdf

    root = pdf.Root
    if not _LANGUAGE.fullmatch(str(root.get("/Lang", ""))):
        yield "its language is not told"
    if not str(pdf.docinfo.get("/Title", "")).strip():
        yield "it has no title"
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False):
        yield "readers show its file's name and not its title"
    if "/StructTreeRoot" not in root or not root.get("/MarkInfo", {}).get("/Marked", False):
        yield "it has no structure"
        return
    for number, page in enumerate(pdf.pages, start=1):
        for annotation in page.obj.get("/Annots", pikepdf.Array()):
            if "/StructParent" not in annotation or not str(annotation.get("/Contents", "")).strip():
                yield f"a link on page {number} says nothing, or is in no element"
    yield from _look_at_structure(root.StructTreeRoot)


def _look_at_structure(root: Any) -> Iterator[str]:
    """Go through the elements in reading order."""
    level = 0
    notes: set[str] = set()
    waiting = [(root, "")]
    while waiting:
        element, parent = waiting.pop()
        kind = str(element.get("/S", ""))
        if kind in _PARENTS and parent not in _PARENTS[kind]:
            yield f"an element {kind[1:]} stands in {parent[1:] or 'nothing'}"
        elif parent in _KIDS and kind not in _KIDS[parent]:
            yield f"an element {kind[1:]} stands in {parent[1:]}"
        said = str(element.get("/Alt", "")) or str(element.get("/ActualText", ""))
        if kind in ("/Figure", "/Formula") and not said.strip():
            yield f"an element {kind[1:]} has no words for who cannot see it"
        if heading := _HEADING.fullmatch(kind):
            if int(heading[1]) > level + 1:
                yield f"a heading of level {heading[1]} follows one of level {level or 'none'}"
            level = int(heading[1])
        if kind and kind[1:] not in STANDARD_TYPES:
            yield f"{kind[1:]} is no standard type of element"
        if kind == "/TH" and not any("/Scope" in each for each in _list_parts(element.get("/A"))):
            yield "a head of a table does not say whether it is one of a row or of a column"
        if kind == "/Note":
            ident = str(element.get("/ID", ""))
            if not ident or ident in notes:
                yield "a note has no name of its own"
            notes.add(ident)
        kids = element.get("/K")
        many = _list_parts(kids)
        waiting += [(kid, kind) for kid in reversed(many) if hasattr(kid, "get") and "/S" in kid]


def _list_parts(part: Any) -> list[Any]:
    """Return the parts of an array, or what stands there alone."""
    import pikepdf

    return list(part) if isinstance(part, pikepdf.Array) else [] if part is None else [part]
