"""The same page as PDF and as Word says the same, item by item."""

from __future__ import annotations

import difflib
import os
import re
import subprocess
import sys
from dataclasses import replace
from functools import cache
from html import unescape
from pathlib import Path

import pytest

from pressroom.check.docx_file import check
from pressroom.compose.page import make_brand_css
from pressroom.model.page import Page, PageTree
from pressroom.readers import read
from pressroom.readers.common.settings import ReaderSettings
from pressroom.writers import docx, pdf
from pressroom.writers.docx.roundtrip.pull import pull
from pressroom.writers.pdf import PdfResult
from tests.making import BRAND, ROOT
from tests.parity.items import Item, of_docx, of_pdf
from tests.programs import needs
from tests.writers.docx.full import full_page
from tests.writers.torture import torture

pytestmark = needs("pandoc")
SAMPLES = sorted(path for path in (ROOT / "seeds").iterdir() if path.suffix in (".txt", ".md"))


@cache
def _css() -> str:
    return make_brand_css(BRAND) + (ROOT / "templates" / "base" / "print.css").read_text(encoding="utf-8")


def _both(page: Page, layout: PdfResult, folder: Path) -> tuple[list[Item], list[Item]]:
    formulas = [unescape(tex) for tex in re.findall(r'alttext="([^"]*)"', page.html)]
    file = folder / "page.docx"
    file.write_bytes(
        docx.write(page, docx.WordOptions(page_numbers=layout.page_numbers, page_count=layout.page_count))
    )
    return of_pdf(layout.data, formulas), of_docx(file)


def _differences(first: list[Item], second: list[Item]) -> list[str]:
    matcher = difflib.SequenceMatcher(None, first, second, autojunk=False)
    found: list[str] = []
    for kind, i1, i2, j1, j2 in matcher.get_opcodes():
        if kind != "equal":
            found += [f"PDF only:  {item}" for item in first[i1:i2]]
            found += [f"Word only: {item}" for item in second[j1:j2]]
    return found


def test_a_page_with_everything_says_the_same_in_both(tmp_path: Path) -> None:
    page = replace(full_page(), css=_css())
    in_pdf, in_word = _both(page, pdf.render(page), tmp_path)
    assert len(in_word) > 40
    assert _differences(in_pdf, in_word) == []


def test_the_torture_page_says_the_same_in_both(laid_out: PdfResult, tmp_path: Path) -> None:
    in_pdf, in_word = _both(torture(), laid_out, tmp_path)
    assert len(in_word) > 250
    assert _differences(in_pdf, in_word) == []


@pytest.mark.slow
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_a_sample_says_the_same_in_both_and_is_a_sound_word_file(sample: Path, tmp_path: Path) -> None:
    asked = ["-f", "pdf", "-f", "docx", "--out", str(tmp_path)]
    command = [sys.executable, "-m", "pressroom", "make", str(sample), *asked]
    environment = {"PYTHONPATH": str(ROOT / "src"), "PATH": os.environ["PATH"], "HOME": str(tmp_path)}
    subprocess.run(command, check=True, capture_output=True, env=environment, cwd=ROOT, timeout=100)
    word = tmp_path / f"{sample.stem}.docx"
    data = word.read_bytes()
    assert check(data, word.name) == ()
    assert _differences(of_pdf((tmp_path / f"{sample.stem}.pdf").read_bytes()), of_docx(word)) == []
    document = read(sample.read_bytes(), sample.name, ReaderSettings())
    pulled = pull(data, document, lambda text: read(text.encode(), sample.name, ReaderSettings()))
    assert (pulled.edits, pulled.conflicts) == ((), ())


def test_a_changed_cell_and_a_swapped_alternative_text_are_seen(tmp_path: Path) -> None:
    page = full_page()
    file = tmp_path / "page.docx"
    file.write_bytes(docx.write(page))
    before = of_docx(file)
    changed = page.html.replace(">15</td>", ">51</td>").replace("The gauge at noon", "The gauge at night")
    file.write_bytes(docx.write(replace(page, tree=PageTree(changed))))
    kinds = {line.split("'")[1] for line in _differences(before, of_docx(file))}
    assert kinds == {"table", "fig"}
