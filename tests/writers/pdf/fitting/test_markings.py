"""The foot of each page has the markings of what stands on it."""

from __future__ import annotations

import io
import re

import pypdfium2 as pdfium
import pytest

import pressroom

OPEN = "Berths are to be built here, and all of it costs a lot of money that nobody has counted so far.\n\n"
KEPT = "Cranes are to be sold soon, and none of it brings any of the money that was spent on them before.\n\n"
MARKED = "Staff\n[marking: SECRET]\n\n"


def read_pages(text: str, **settings: object) -> list[tuple[str, str]]:
    """The text of each page, and what stands in its foot ahead of the title."""
    data = next(iter(pressroom.make(text.encode(), "pdf", **settings).outputs.values()))
    with pdfium.PdfDocument(io.BytesIO(data)) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    feet = [next(line for line in page.splitlines() if re.search(r"Page \d+ of", line)) for page in pages]
    return [
        (page, foot.partition("The plan")[0].replace("Pressroom", "").strip())
        for page, foot in zip(pages, feet, strict=True)
    ]


@pytest.mark.parametrize("own", ["", "OPEN", "SECRET"])
@pytest.mark.parametrize("length", [20, 32])
def test_pages_with_text_of_a_marked_section_say_so(own: str, length: int) -> None:
    text = f"The plan\n\n{OPEN}Where it is\n\n{OPEN * 25}{MARKED}{KEPT * length}Next\n\n{OPEN * 25}"
    pages = read_pages(text, marking=own)
    assert len(pages) > 2
    for page, foot in pages:
        wanted = {"SECRET"} if "Cranes" in page else set()
        wanted |= {own} - {""} if "Berths" in page else set()
        assert set(filter(None, foot.split(" · "))) == wanted, page


def test_a_page_of_a_marked_section_alone_has_its_marking_alone() -> None:
    pages = read_pages(f"The plan\n\n{OPEN * 3}[new page]\n\n{MARKED}{KEPT * 40}", marking="OPEN")
    assert [foot for _, foot in pages] == ["OPEN", *["SECRET"] * (len(pages) - 1)]
    assert len(pages) > 2


def test_a_tile_with_a_marking_marks_its_page() -> None:
    text = f"The plan\n\n{OPEN}[new page]\n\n{MARKED}The port has 212 staff.\n\n{KEPT}"
    assert [foot for _, foot in read_pages(text)] == ["SECRET", "SECRET"]
