"""On which page LibreOffice sets each place of a Word file: a layout independent of ours and of Word's.

The page numbers in contents and references of a Word file are only as good as some layout that has counted
them. Our own PDF is set by another engine; where LibreOffice is at hand, its count of the Word file itself
is closer.
"""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from shutil import which
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from pressroom.errors import MachineError, PressroomError
from pressroom.fonts import font_files
from pressroom.writers.docx.package.bookmarks import bookmark_names

if TYPE_CHECKING:
    from pikepdf import Object

_FILTER = 'pdf:writer_pdf_Export:{"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"}}'
USUAL_PLACE = "/usr/bin/soffice"
_LONGEST = 60  # seconds


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


def find_libreoffice() -> str | None:
    """Return where LibreOffice's command is, None where it is not installed."""
    return which("soffice")


def convert_to_pdf(data: bytes, folder: Path) -> Path:
    """Convert a Word file by LibreOffice, with the fonts of Pressroom; return the PDF's path."""
    office = find_libreoffice()
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
    environment = {
        "HOME": str(folder),
        "TMPDIR": str(folder),
        "FONTCONFIG_FILE": str(_write_fontconfig(folder)),
        "PATH": "/usr/bin:/bin",
    }
    said = _run(command, environment)
    if not (folder / "report.pdf").is_file():
        raise PressroomError(
            f"LibreOffice could not set the Word file{': ' if said else ''}{said}",
            cure="open the file in LibreOffice to see why, or take the page numbers of the PDF",
            rule="libreoffice-failed",
        )
    return folder / "report.pdf"


def _run(command: list[str], environment: dict[str, str]) -> str:
    """Run to the end or to the limit of time; return what went wrong in words, "" for all we know nothing."""
    out, error = subprocess.DEVNULL, subprocess.PIPE
    try:
        process = subprocess.Popen(  # noqa: S603 - the office that stands on the path
            command, stdin=out, stdout=out, stderr=error, env=environment, start_new_session=True
        )
    except OSError as problem:
        return str(problem)
    try:
        _, said = process.communicate(timeout=_LONGEST)
    except subprocess.TimeoutExpired:
        # the office is a process behind a launcher, and would outlive it
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        return f"it took longer than {_LONGEST} seconds"
    lines = said.decode("utf-8", "replace").strip().splitlines()
    return lines[-1] if lines and process.returncode else ""


def _write_fontconfig(folder: Path) -> Path:
    folders = sorted({str(font.path.parent) for font in font_files()})
    listed = "".join(f"<dir>{escape(name)}</dir>" for name in folders)
    path = folder / "fonts.conf"
    path.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f'<include ignore_missing="yes">/etc/fonts/fonts.conf</include>{listed}'
        f"<cachedir>{escape(str(folder / 'cache'))}</cachedir></fontconfig>",
        encoding="utf-8",
    )
    return path
