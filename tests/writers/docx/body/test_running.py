"""Running headers and footers."""

from __future__ import annotations

import re

import pytest
from lxml import etree

from pressroom.writers.docx import write
from tests.writers.docx.opened import W, document, full, parts
from tests.writers.docx.pages import page


def test_header_and_footer_have_fields() -> None:
    head = full()["word/report-header1.xml"].decode()
    foot = next(text.decode() for name, text in full().items() if "footer" in name)
    assert " STYLEREF 1 " in head
    assert re.search(r"PAGE .*NUMPAGES ", foot)
    assert "Restricted" in foot
    assert "<w:titlePg/>" in document()


@pytest.mark.parametrize(
    ("pieces", "stops"), [("ab", [("right", 1.0)]), ("abc", [("center", 0.5), ("right", 1.0)])]
)
def test_what_stands_in_a_header_is_spread_over_the_text_s_width(
    pieces: str, stops: list[tuple[str, float]]
) -> None:
    words = " ".join(f"<span>{piece}</span>" for piece in pieces)
    files = parts(write(page("<p>Words.</p>", body=f"<div class='running head'>{words}</div>")))
    section = etree.fromstring(files["word/document.xml"])[0].find(f"{W}sectPr")
    sheet, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    width = int(sheet.get(f"{W}w")) - sum(int(margins.get(f"{W}{side}")) for side in ("left", "right"))
    head = etree.fromstring(files["word/report-header1.xml"])
    found = [(tab.get(f"{W}val"), int(tab.get(f"{W}pos"))) for tab in head.iter(f"{W}tab") if tab.attrib]
    assert found == [(kind, pytest.approx(share * width, abs=1)) for kind, share in stops]
    text = "".join(
        node.text or "\t" for node in head.iter(f"{W}t", f"{W}tab") if not node.attrib.get(f"{W}pos")
    )
    assert text == "\t".join(pieces)
