"""A PDF that is sent as it is: its title, and the embargo that it is under."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from typing import TYPE_CHECKING

from pressroom import readers
from pressroom.errors import PressroomError
from pressroom.readers import ReaderSettings

if TYPE_CHECKING:
    from pikepdf import Pdf

_RECORD = "provenance.json"  # what Pressroom puts into its PDFs


def read_head(data: bytes, name: str) -> tuple[str, str]:
    """Return title and embargo of a PDF, each "" where it says none.

    The embargo is in the record of a PDF that Pressroom made; of another, its text is read. Raises
    PressroomError for what is no PDF.
    """
    from pikepdf import Pdf, PdfError

    try:
        with Pdf.open(io.BytesIO(data)) as pdf:
            title = str(pdf.docinfo.get("/Title", "")).strip()
            recorded = _read_record(pdf)
    except PdfError as error:
        raise PressroomError("this is no PDF", cure="make it again", rule="not-a-pdf") from error
    return title, recorded or _read_text(data, name)


def _read_record(pdf: Pdf) -> str:
    if _RECORD not in pdf.attachments:
        return ""
    try:
        record = json.loads(pdf.attachments[_RECORD].get_file().read_bytes())
    except ValueError:
        return ""
    return str(record.get("embargo", "")) if isinstance(record, Mapping) else ""


def _read_text(data: bytes, name: str) -> str:
    try:
        return readers.read(data, name, ReaderSettings()).metadata.embargo
    except PressroomError:
        return ""  # pictures of pages, or a text that cannot be taken out: it says nothing of an embargo
