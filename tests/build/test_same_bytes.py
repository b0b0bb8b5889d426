"""The same source makes the same files in another folder, time zone, language, user and on a second run."""

import os
import subprocess
import sys

import pikepdf
import pytest

from tests.making import ROOT

pytestmark = pytest.mark.slow  # several processes, each of which lays out a PDF
SOURCE = """# Wells and pumps

The team counted 412 wells in 2024, and 37 of the 412 were dry.

## Costs

Repairs cost £61,400. The number of wells rose from 310 in 2020 to 412 in 2024.
"""
EPOCH = "1767225600"  # the first second of 2026


HERE = {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"}
ELSEWHERE = {
    "TZ": "Pacific/Kiritimati",
    "LC_ALL": "C",
    "LANG": "de_DE.UTF-8",
    "LANGUAGE": "de",
    "USER": "somebody",
    "LOGNAME": "somebody",
    "PYTHONHASHSEED": "2",
}


def make(source, folder, formats: str, out, **environment: str) -> dict[str, bytes]:
    """Make a source, named from a current folder, in processes of its own; return the files by name."""
    command = [sys.executable, "-m", "pressroom", "make", str(source), "--format", formats, "--out", str(out)]
    told = {"PYTHONPATH": str(ROOT / "src"), **environment}
    kept = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    done = subprocess.run(command, cwd=folder, env=kept | told, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Matplotlib" not in done.stderr  # it keeps its list of fonts, also in a new home
    return {file.name: file.read_bytes() for file in out.iterdir() if file.is_file()}


def made(folder, **environment: str) -> bytes:
    """Make the PDF in a folder that is the user's home; return it."""
    folder.mkdir(parents=True)
    (folder / "wells.md").write_text(SOURCE)
    return make("wells.md", folder, "pdf", folder / "dist", HOME=str(folder), **environment)["wells.pdf"]


def test_place_zone_language_and_user_leave_no_trace(tmp_path):
    assert made(tmp_path / "here", **HERE) == made(tmp_path / "somewhere" / "else", **ELSEWHERE)


@pytest.fixture(scope="module")
def made_at_home(tmp_path_factory):
    """Return the files of each format, by name, made in the folder of the source."""
    folder = tmp_path_factory.mktemp("home")
    (folder / "wells.md").write_text(SOURCE)
    return make("wells.md", folder, "all", folder / "made", **HERE)


@pytest.mark.parametrize("where", ["elsewhere", "above", "root of a project"])
def test_every_format_is_the_same_from_any_folder(made_at_home, tmp_path, where):
    folder = tmp_path / "texts" / "of a year"
    folder.mkdir(parents=True)
    (folder / "wells.md").write_text(SOURCE)
    current, named = {
        "elsewhere": (tmp_path / "current", folder / "wells.md"),
        "above": (tmp_path, "texts/of a year/wells.md"),
        "root of a project": (tmp_path / "current", "../texts/of a year/wells.md"),
    }[where]
    current.mkdir(exist_ok=True)
    if where == "root of a project":
        (tmp_path / "report.toml").touch()
    files = make(named, current, "all", folder / "made", **ELSEWHERE)
    assert files.keys() == made_at_home.keys() == {"wells.pdf", "wells.docx", "wells.html", "wells.eml"}
    assert [name for name, data in files.items() if data != made_at_home[name]] == []


def test_dates_come_from_the_document_or_from_outside_never_from_the_clock(tmp_path):
    with _opened(made(tmp_path / "a"), tmp_path) as file:
        assert "/CreationDate" not in file.docinfo
    dated = made(tmp_path / "b", SOURCE_DATE_EPOCH=EPOCH, TZ="America/New_York")
    with _opened(dated, tmp_path) as file:
        assert str(file.docinfo["/CreationDate"]).startswith("D:20260101000000")
    assert dated == made(tmp_path / "c", SOURCE_DATE_EPOCH=EPOCH, TZ="Asia/Tokyo")


def _opened(data: bytes, folder) -> pikepdf.Pdf:
    path = folder / "opened.pdf"
    path.write_bytes(data)
    return pikepdf.open(path)
