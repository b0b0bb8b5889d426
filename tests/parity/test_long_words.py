"""Words that no line has room for are broken, and run over no edge of the page."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

import pressroom

LONG = "Donaudampfschifffahrtsgesellschaft" * 4


@pytest.mark.parametrize("field", ["title", "author", "issuer", "kind", "marking", "standfirst", "date"])
def test_a_long_word_in_the_head_stays_on_the_page(field: str, tmp_path: Path) -> None:
    text = f"---\n{field}: {LONG}\n---\n\nSome words.\n"
    made = pressroom.make(text.encode(), ("pdf",), name="brief.md", project=tmp_path)
    with pypdfium2.PdfDocument(made.outputs["pdf"]) as pdf:
        page = pdf[0]
        boxes = page.get_textpage()
        edges = [boxes.get_rect(at) for at in range(boxes.count_rects())]
        width = page.get_width()
    assert min(left for left, _, _, _ in edges) > 0
    assert max(right for _, _, right, _ in edges) < width
