"""Page set-up."""

from __future__ import annotations

import re

from pressroom.writers.docx import write
from tests.writers.docx.full import full_page
from tests.writers.docx.opened import W, body, full, parts


def test_printed_on_both_sides_the_binding_has_the_wide_margin() -> None:
    made = parts(write(full_page(' data-sides="two"')))
    margins = re.findall(r'w:right="(\d+)" w:bottom="\d+" w:left="(\d+)"', made["word/document.xml"].decode())
    assert ("1644", "2041") in margins  # twips: 29 mm outside, 36 mm inside
    assert b"<w:mirrorMargins/>" in made["word/settings.xml"]
    assert b"mirrorMargins" not in full()["word/settings.xml"]


def test_letter_paper_is_letter_paper() -> None:
    sizes = [node.attrib.values() for node in body("<p>a</p>", paper="Letter").iter(f"{W}pgSz")]
    assert sizes == [["12240", "15840"]]
