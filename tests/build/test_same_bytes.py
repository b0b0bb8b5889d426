"""The same source makes the same PDF in another folder, time zone, language, user and on a second run."""

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


def made(folder, **environment: str) -> bytes:
    """Make the report in a folder and in processes of its own; return the file."""
    folder.mkdir(parents=True)
    (folder / "wells.md").write_text(SOURCE)
    command = [sys.executable, "-m", "pressroom", "make", "wells.md", "--format", "pdf", "--out", "dist"]
    told = {"PYTHONPATH": str(ROOT / "src"), "HOME": str(folder), **environment}
    kept = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    done = subprocess.run(command, cwd=folder, env=kept | told, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Matplotlib" not in done.stderr  # it keeps its list of fonts, also in a new home
    return (folder / "dist" / "wells.pdf").read_bytes()


def test_place_zone_language_and_user_leave_no_trace(tmp_path):
    here = made(tmp_path / "here", TZ="UTC", LC_ALL="C.UTF-8", PYTHONHASHSEED="1")
    there = made(
        tmp_path / "somewhere" / "else",
        TZ="Pacific/Kiritimati",
        LC_ALL="C",
        LANG="de_DE.UTF-8",
        LANGUAGE="de",
        USER="somebody",
        LOGNAME="somebody",
        PYTHONHASHSEED="2",
    )
    assert here == there


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
