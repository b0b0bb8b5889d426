"""Word files as programs that are not ours read them."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pathlib import Path

import pytest

from pressroom.writers.docx import WordOptions, write
from tests.writers.docx.full import PAGES, full_page
from tests.writers.torture import torture


@cache
def file(name: str) -> bytes:
    return write(full_page(), WordOptions(page_numbers=PAGES)) if name == "full" else write(torture())


@pytest.mark.parametrize("name", ["full", pytest.param("torture", marks=pytest.mark.slow)])
def test_mammoth_reads_headings_tables_pictures_and_notes(name: str) -> None:
    mammoth = pytest.importorskip("mammoth", reason="mammoth is not installed")
    read = mammoth.convert_to_html(BytesIO(file(name)))
    assert [message.message for message in read.messages if message.type == "error"] == []
    for part in ("<h1>", "<h2>", "<table>", "<thead>", "<li>", ' alt="', "footnote-ref"):
        assert part in read.value


@pytest.mark.parametrize("name", ["full", pytest.param("torture", marks=pytest.mark.slow)])
def test_docx2python_reads_text_and_notes(name: str, tmp_path: Path) -> None:
    docx2python = pytest.importorskip("docx2python", reason="docx2python is not installed")
    path = tmp_path / "report.docx"
    path.write_bytes(file(name))
    with docx2python.docx2python(str(path)) as read:
        assert len(read.text) > 1000
        assert "footnote1" in str(read.footnotes)
