"""On which page LibreOffice sets each place of a Word file: a layout independent of ours and of Word's.

The page numbers in contents and references of a Word file are only as good as some layout that has counted
them. Our own PDF is set by another engine; where LibreOffice is at hand, its count of the Word file itself
is closer.
"""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from shutil import which
from typing import TYPE_CHECKING

from pressroom.errors import MachineError, PressroomError
from pressroom.fonts import font_files
from pressroom.writers.docx.bookmarks import bookmark_name

if TYPE_CHECKING:
    from pikepdf import Object

_FILTER = 'pdf:writer_pdf_Export:{"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"}}'
_LONGEST = 300  # seconds


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
        pdf = to_pdf(data, Path(folder))
        with open_pdf(pdf) as document:
            numbers = {page.obj.objgen: number for number, page in enumerate(document.pages, 1)}
            places = document.Root.get("/Dests")
            named = {
                str(name).lstrip("/"): numbers.get(_page(value).objgen, 0)
                for name, value in (places.items() if places is not None else ())
            }
            count = len(document.pages)
    found = {ident: named.get(_as_destination(bookmark_name(ident)), 0) for ident in ids}
    return WordLayout({ident: number for ident, number in found.items() if number}, count)


def _as_destination(bookmark: str) -> str:
    """Return the name that LibreOffice gives a bookmark in a PDF: what is no letter or digit is its code."""
    return "".join(letter if letter.isalnum() else f"{ord(letter):02X}" for letter in bookmark)


def _page(destination: Object) -> Object:
    from pikepdf import Dictionary

    array = destination.D if isinstance(destination, Dictionary) else destination
    first: Object = array[0]
    return first


def to_pdf(data: bytes, folder: Path) -> Path:
    """Convert a Word file by LibreOffice, with the house's fonts; return the PDF's path."""
    office = which("soffice")
    if office is None:
        raise MachineError(
            "LibreOffice is not installed, so the Word file's pages cannot be counted",
            cure="install libreoffice-writer, or take the page numbers of the PDF",
            rule="libreoffice-missing",
        )
    source = folder / "report.docx"
    source.write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [office, "--headless", profile, "--convert-to", _FILTER, "--outdir", str(folder), str(source)]
    environment = {"HOME": str(folder), "FONTCONFIG_FILE": str(_fontconfig(folder)), "PATH": "/usr/bin:/bin"}
    try:
        subprocess.run(command, check=True, capture_output=True, timeout=_LONGEST, env=environment)  # noqa: S603
    except (subprocess.SubprocessError, OSError) as error:
        raise PressroomError(
            f"LibreOffice could not set the Word file: {error}",
            cure="open the file in LibreOffice to see why, or take the page numbers of the PDF",
            rule="libreoffice-failed",
        ) from error
    return folder / "report.pdf"


def _fontconfig(folder: Path) -> Path:
    folders = sorted({str(font.path.parent) for font in font_files()})
    listed = "".join(f"<dir>{name}</dir>" for name in folders)
    path = folder / "fonts.conf"
    path.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f'<include ignore_missing="yes">/etc/fonts/fonts.conf</include>{listed}'
        f"<cachedir>{folder / 'cache'}</cachedir></fontconfig>",
        encoding="utf-8",
    )
    return path
