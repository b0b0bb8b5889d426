"""Whether the page numbers in Word's contents hold on a machine that has none of the house's fonts."""

from __future__ import annotations

import argparse
import re
import subprocess
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from shutil import which

import pikepdf
from benchmarks.output_checks import made

_FILTER = 'pdf:writer_pdf_Export:{"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"}}'
_SHOWN = re.compile(r"PAGEREF (\S+) \\h.*?<w:t[^>]*>(\d+)</w:t>", re.DOTALL)
_SAMPLE = "heat-plan"


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument_group("contents").add_argument("--office", default="soffice", help="LibreOffice")


def measure(asked: argparse.Namespace) -> Iterator[str]:
    if which(asked.office) is None:
        yield "not measured: --office is missing"
        return
    for switch in ("--embed-fonts", "--no-embed-fonts"):
        with tempfile.TemporaryDirectory() as scratch:
            file = made.make_sample(_SAMPLE, "docx", Path(scratch), switch)
            off, count = count_off(file, asked.office, Path(scratch))
            size = file.stat().st_size / 1e6
        yield f"{_SAMPLE} {switch:16} {off} of {count} page numbers off, {size:.2f} MB"


def count_off(file: Path, office: str, folder: Path) -> tuple[int, int]:
    """Count the page numbers that LibreOffice, with the system's fonts alone, would show otherwise."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [office, "--headless", profile, "--convert-to", _FILTER, "--outdir", str(folder), str(file)]
    environment = {"HOME": str(folder), "PATH": "/usr/bin:/bin"}  # no fontconfig of a user's own
    subprocess.run(command, env=environment, capture_output=True, check=True)
    with pikepdf.open(folder / f"{file.stem}.pdf") as pdf:
        numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
        places = {str(name)[1:]: numbers.get(_find_page(place), 0) for name, place in pdf.Root.Dests.items()}
    with zipfile.ZipFile(file) as package:
        shown = _SHOWN.findall(package.read("word/document.xml").decode())
    encoded = (
        (re.sub(r"[\W_]", lambda found: f"{ord(found[0]):02X}", name), int(page)) for name, page in shown
    )
    return sum(places.get(name) != page for name, page in encoded), len(shown)


def _find_page(place: pikepdf.Object) -> tuple[int, int]:
    array = place.D if isinstance(place, pikepdf.Dictionary) else place
    return array[0].objgen
