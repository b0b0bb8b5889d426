"""The fill of the last page."""

from __future__ import annotations

import io
import xml.etree.ElementTree as ET

import pikepdf
import pytest
from benchmarks.page_texts import make_briefing

from pressroom.api import make
from pressroom.check.pdf_pages import measure
from pressroom.writers.pdf.fitting.fill import Fill, fill_last_page, plan


@pytest.mark.parametrize(
    ("fill", "poor"),
    [
        (Fill(1, 0.1), False),
        (Fill(2, 0.24), True),
        (Fill(2, 0.26), False),
        (Fill(9, 0.2), False),
        (Fill(9, 0.05), True),
        (Fill(90, 0.01), False),
    ],
)
def test_the_last_of_few_pages_is_to_be_a_quarter_full(fill, poor):
    assert fill.poor is poor


def test_little_is_taken_in_and_more_is_filled_up():
    assert [mode for mode, _ in plan(Fill(2, 0.04))] == ["tight", "tighter"]
    assert [mode for mode, _ in plan(Fill(2, 0.11))] == ["tighter", "tightest", "loose"]
    assert [mode for mode, _ in plan(Fill(2, 0.18))] == ["tightest", "loose"]
    assert [mode for mode, _ in plan(Fill(2, 0.23))] == ["loose", "loose"]
    (_, first), (_, second) = plan(Fill(2, 0.23))
    assert 0 <= first < second <= 12


def test_a_sheet_without_these_settings_is_not_laid_out_again():
    document = type("Document", (), {"pages": []})()
    document.pages = [sheet(1.0), sheet(0.1)]
    assert fill_last_page(document, ET.Element("html"), "p{}", pytest.fail) is document


def test_a_layout_that_is_no_better_is_not_taken_and_the_root_is_as_before():
    document = type("Document", (), {"pages": [sheet(1.0), sheet(0.1)]})()
    root = ET.Element("html", {"style": "x:y"})
    seen = []

    def lay_out():
        seen.append((root.get("data-fill"), root.get("style")))
        return

    assert fill_last_page(document, root, "[data-fill]{}", lay_out) is document
    assert seen == [
        ("tighter", "--give:0mm"),
        ("tightest", "--give:-4mm"),
        ("loose", "--give:12mm"),
    ]
    assert root.attrib == {"style": "x:y"}


def sheet(share: float):
    """A page of WeasyPrint with one line that ends so far down."""
    line = type("LineBox", (), {})()
    line.style, line.element_tag, line.position_y, line.height = {"position": "static"}, "p", 0.0, 100 * share
    root = type("BlockBox", (), {})()
    root.style, root.element_tag, root.children = {"position": "static"}, "html", [line]
    box = type("PageBox", (), {"content_box_y": lambda _: 0.0})()
    box.height, box.children = 100.0, [root]
    page = type("Page", (), {})()
    page._page_box = box
    return page


@pytest.mark.slow
@pytest.mark.parametrize("words", [380, 790])
def test_a_last_page_is_a_quarter_full_and_the_footer_stays(words):
    data = make(make_briefing(words).encode(), "pdf").outputs["pdf"]
    sheets = measure(data)
    pieces = [piece for each in sheets for piece in each.pieces]
    top, bottom = max(piece.top for piece in pieces), min(piece.bottom for piece in pieces)
    assert len(sheets) > 1
    assert (top - min(piece.bottom for piece in sheets[-1].pieces)) / (top - bottom) >= 0.25
    with pikepdf.open(io.BytesIO(data)) as file:
        assert len(file.pages) == len(sheets)
