"""Pictures in EMF and WMF, which only office programs draw: drawn by LibreOffice where it is installed."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from pressroom.model.diagnostic import Diagnostic, Severity
from pressroom.model.document import Asset, Document
from pressroom.pipeline.office.libreoffice import run_libreoffice

METAFILES = ("image/emf", "image/wmf")
_KIND = "pdf:draw_pdf_Export"
_SHARPNESS = 300 / 72  # pixels of the picture to a point of LibreOffice's page
_MARGIN = 4  # pixels left round the picture
_MOST = 50  # pictures of one document


def find_metafiles(document: Document) -> tuple[Asset, ...]:
    """Return the pictures of a document that have to be drawn."""
    return tuple(asset for asset in document.assets if asset.media_type in METAFILES)


def draw_metafiles(document: Document) -> Document | None:
    """Return the document with its metafiles drawn as PNG, None where LibreOffice cannot draw one of them.

    LibreOffice must be installed.
    """
    metafiles = find_metafiles(document)
    drawn = _draw(metafiles) if len(metafiles) <= _MOST else {}
    if len(drawn) < len(metafiles):
        return None
    assets = tuple(
        replace(asset, media_type="image/png", data=drawn[asset.name]) if asset.name in drawn else asset
        for asset in document.assets
    )
    count = len(metafiles)
    note = Diagnostic(
        Severity.NOTE,
        "pictures-drawn",
        f"{'a picture' if count == 1 else f'{count} pictures'} in EMF or WMF drawn by LibreOffice",
        "look whether they are right; a picture in PNG or SVG in their place is sure to be",
        where=document.source,
    )
    return replace(document, assets=assets, diagnostics=(*document.diagnostics, note))


def _draw(metafiles: Sequence[Asset]) -> Mapping[str, bytes]:
    """Return the pictures that could be drawn, as PNG, by the names of their assets."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sources = []
        for number, asset in enumerate(metafiles):
            source = folder / f"picture{number}.{asset.media_type.rpartition('/')[2]}"
            source.write_bytes(asset.data)
            sources.append(source)
        run_libreoffice(sources, _KIND, folder)
        found = {}
        for asset, source in zip(metafiles, sources, strict=True):
            page = source.with_suffix(".pdf")
            picture = _cut_out(page.read_bytes()) if page.is_file() else b""
            if picture:
                found[asset.name] = picture
        return found


def _cut_out(pdf: bytes) -> bytes:
    """Return what stands on the only page of a PDF as PNG, b"" for an empty page."""
    import pypdfium2
    from PIL import Image, ImageChops

    document = pypdfium2.PdfDocument(pdf)
    try:
        page = document[0].render(scale=_SHARPNESS).to_pil().convert("RGB")
    except pypdfium2.PdfiumError:
        return b""
    finally:
        document.close()
    box = ImageChops.difference(page, Image.new("RGB", page.size, "white")).getbbox()
    if box is None:
        return b""
    left, top, right, bottom = box
    around = (
        max(left - _MARGIN, 0),
        max(top - _MARGIN, 0),
        min(right + _MARGIN, page.width),
        min(bottom + _MARGIN, page.height),
    )
    written = io.BytesIO()
    page.crop(around).save(written, "PNG")
    return written.getvalue()
