"""On which page LibreOffice sets each place of a Word file: a layout independent of ours and of Word's.

The page numbers in contents and references of a Word file are only as good as some layout that has counted
them. Our own PDF is set by another engine; where LibreOffice is at hand, its count of the Word file itself
is closer.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pressroom.errors import MachineError, PressroomError
from pressroom.pipeline.office.libreoffice import find_libreoffice, run_libreoffice
from pressroom.writers.docx.package.bookmarks import bookmark_names

if TYPE_CHECKING:
    from pikepdf import Object

_FILTER = 'pdf:writer_pdf_Export:{"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"}}'


@dataclass(frozen=True, slots=True)
class WordLayout:
    """Where things came to stand: the page of each id, and the number of pages."""

    page_numbers: Mapping[str, int]
    page_count: int


def lay_out(data: bytes, ids: Iterable[str]) -> WordLayout:
    """Set a Word file of ours in LibreOffice and return the page of each id that has a place in it.

    Raises MachineError when LibreOffice is not installed, PressroomError when it cannot set the file.
    """
    from pikepdf import open as open_pdf

    with tempfile.TemporaryDirectory() as folder:
        pdf = convert_to_pdf(data, Path(folder))
        with open_pdf(pdf) as document:
            numbers = {page.obj.objgen: number for number, page in enumerate(document.pages, 1)}
            places = document.Root.get("/Dests")
            named = {
                str(name).lstrip("/"): numbers.get(_find_page(value).objgen, 0)
                for name, value in (places.items() if places is not None else ())
            }
            count = len(document.pages)
    found: dict[str, int] = {}
    for ident in ids:
        pages = (named.get(_encode_destination(name), 0) for name in bookmark_names(ident))
        if number := next(filter(None, pages), 0):
            found[ident] = number
    return WordLayout(found, count)


def _encode_destination(bookmark: str) -> str:
    """Return the name that LibreOffice gives a bookmark in a PDF: what is no letter or digit is its code."""
    return "".join(letter if letter.isalnum() else f"{ord(letter):02X}" for letter in bookmark)


def _find_page(destination: Object) -> Object:
    from pikepdf import Dictionary

    array = destination.D if isinstance(destination, Dictionary) else destination
    first: Object = array[0]
    return first


def convert_to_pdf(data: bytes, folder: Path) -> Path:
    """Convert a Word file by LibreOffice, with the fonts of Pressroom; return the PDF's path."""
    if find_libreoffice() is None:
        raise MachineError(
            "LibreOffice is not installed, so the Word file's pages cannot be counted",
            cure="install libreoffice-writer, or take the page numbers of the PDF",
            rule="libreoffice-missing",
        )
    source = folder / "report.docx"
    source.write_bytes(data)
    said = run_libreoffice([source], _FILTER, folder)
    if not (folder / "report.pdf").is_file():
        raise PressroomError(
            f"LibreOffice could not set the Word file{': ' if said else ''}{said}",
            cure="open the file in LibreOffice to see why, or take the page numbers of the PDF",
            rule="libreoffice-failed",
        )
    return folder / "report.pdf"
