from __future__ import annotations

from shutil import which

import pytest

from pressroom.check.docx_layout import lay_out
from pressroom.errors import MachineError
from pressroom.writers.docx import write
from tests.writers.docx.pages import page

needs_libreoffice = pytest.mark.skipif(which("soffice") is None, reason="LibreOffice is not installed")
FILLER = "<p>" + "Words that fill a line and another line of the page. " * 12 + "</p>"
CONTENTS = (
    '<nav class="contents"><p class="contents-title">Contents</p><ol>'
    '<li class="level-1"><a href="#a-one">A</a></li><li class="level-1"><a href="#b">B</a></li></ol></nav>'
)


@needs_libreoffice
def test_page_numbers_in_contents_are_those_of_the_layout() -> None:
    made = page(f"{CONTENTS}<h2 id='a-one'>A</h2>{FILLER * 9}<h2 id='b'>B</h2>{FILLER}")
    first = lay_out(write(made), ["a-one", "b", "nowhere"])
    assert first.page_numbers["a-one"] == 1
    assert first.page_numbers["b"] == first.page_count > 1
    assert "nowhere" not in first.page_numbers
    file = write(made, page_numbers=first.page_numbers, page_count=first.page_count)
    assert lay_out(file, ["a-one", "b"]) == first


def test_without_libreoffice_the_cure_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pressroom.check.docx_layout.which", {}.get)
    with pytest.raises(MachineError) as caught:
        lay_out(b"", [])
    assert caught.value.diagnostic.rule == "libreoffice-missing"
