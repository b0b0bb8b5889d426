"""Whose page numbers a Word file shows."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from pressroom.cli.main import run
from pressroom.errors import MachineError, PressroomError
from pressroom.model.diagnostic import Severity
from pressroom.pipeline.office import libreoffice
from pressroom.pipeline.office import word_layout as docx_layout
from pressroom.pipeline.office.word_layout import WordLayout
from pressroom.pipeline.word import MANY, count_pages
from pressroom.world import MemoryWorld
from pressroom.writers.docx import WordOptions, write
from pressroom.writers.pdf import PdfResult
from tests.pipeline.office.test_word_layout import CONTENTS
from tests.writers.docx.pages import page

LISTED = page(f"{CONTENTS}<h2 id='a-one'>A</h2><p>Words.</p><h2 id='b'>B</h2>")
IN_PDF = PdfResult(b"", {"a-one": 1, "b": 4}, 4, ())
OFFICE = Path("/opt/office/soffice")
WITH = MemoryWorld({OFFICE: b""})


@pytest.fixture
def asked(monkeypatch) -> list[list[str]]:
    """Stand in for LibreOffice: it counts one page more; return what it was asked."""
    calls: list[list[str]] = []

    def lay_out(_data, ids):
        calls.append(sorted(ids))
        return WordLayout({"a-one": 2, "b": 5}, 5)

    monkeypatch.setattr(docx_layout, "lay_out", lay_out)
    monkeypatch.setattr(libreoffice, "find_libreoffice", lambda: str(OFFICE))
    return calls


@pytest.mark.parametrize("counted_by", ["auto", "libreoffice"])
def test_libreoffice_counts_where_it_is_installed(asked, counted_by):
    word, noticed = count_pages(LISTED, IN_PDF, WordOptions(), counted_by, WITH)
    assert (word.page_numbers, word.page_count, noticed) == ({"a-one": 2, "b": 5}, 5, ())
    assert asked == [["a-one", "b"]]
    assert write(LISTED, word) != write(LISTED)


@pytest.mark.parametrize(
    ("made", "counted_by", "world"),
    [
        (LISTED, "pdf", WITH),
        (LISTED, "auto", MemoryWorld({})),
        (page("<p>No number is shown.</p>"), "auto", WITH),
        (page("<p>No number is shown.</p>"), "libreoffice", WITH),
    ],
)
def test_it_is_not_started_for_nothing(asked, made, counted_by, world):
    word, noticed = count_pages(made, IN_PDF, WordOptions(), counted_by, world)
    assert (word.page_numbers, word.page_count, noticed) == (IN_PDF.page_numbers, 4, ())
    assert asked == []


def test_where_it_fails_the_pdf_s_numbers_stay_unless_it_was_asked_for_by_name(monkeypatch, asked):
    def fails(_data, _ids):
        raise PressroomError("it cannot", cure="see why", rule="libreoffice-failed")

    monkeypatch.setattr(docx_layout, "lay_out", fails)
    word, noticed = count_pages(LISTED, IN_PDF, WordOptions(), "auto", WITH)
    assert word.page_numbers == IN_PDF.page_numbers
    assert [(found.severity, found.rule) for found in noticed] == [(Severity.WARNING, "libreoffice-failed")]
    with pytest.raises(PressroomError):
        count_pages(LISTED, IN_PDF, WordOptions(), "libreoffice", WITH)


def test_asked_for_by_name_and_missing_is_an_error(monkeypatch):
    monkeypatch.setattr(libreoffice, "which", {}.get)
    with pytest.raises(MachineError):
        count_pages(LISTED, IN_PDF, WordOptions(), "libreoffice", MemoryWorld({}))


def test_a_very_long_report_keeps_the_pdf_s_numbers_and_says_so_unless_asked(asked):
    long = PdfResult(b"", {"a-one": 1, "b": 300}, MANY + 1, ())
    word, noticed = count_pages(LISTED, long, WordOptions(), "auto", WITH)
    assert (word.page_numbers, asked) == (long.page_numbers, [])
    assert [(found.severity, found.rule) for found in noticed] == [(Severity.NOTE, "word-pages-of-pdf")]
    assert count_pages(LISTED, long, WordOptions(), "libreoffice", WITH)[0].page_count == 5


@pytest.mark.slow
@pytest.mark.parametrize(
    ("setting", "arguments", "carried"),
    [
        ("", ("always",), True),
        ("", ("never",), False),
        ("", ("never", "--embed-fonts"), True),
        ("", ("always", "--no-embed-fonts"), False),
        ("embed_fonts = false\n", ("always",), False),
        ("embed_fonts = false\n", ("always", "--embed-fonts"), True),
        ("embed_fonts = true\n", ("never",), True),
    ],
)
def test_fonts_are_carried_where_page_numbers_are_shown(tmp_path, monkeypatch, setting, arguments, carried):
    monkeypatch.chdir(tmp_path)
    contents, *option = arguments
    Path("report.toml").write_text(f'word_pages = "pdf"\ncontents = "{contents}"\n{setting}')
    Path("plan.md").write_text("# A plan\n\n## One\n\nFirst words.\n\n## Two\n\nMore words.\n")
    assert run(["make", "plan.md", "--format", "docx", *option]) == 0
    with zipfile.ZipFile("dist/plan.docx") as file:
        assert any(name.endswith(".odttf") for name in file.namelist()) == carried
