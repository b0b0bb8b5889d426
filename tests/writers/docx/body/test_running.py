"""Running headers and footers."""

from __future__ import annotations

import re

from tests.writers.docx.opened import document, full


def test_header_and_footer_have_fields() -> None:
    head = full()["word/report-header1.xml"].decode()
    foot = next(text.decode() for name, text in full().items() if "footer" in name)
    assert " STYLEREF 1 " in head
    assert re.search(r"PAGE .*NUMPAGES ", foot)
    assert "Restricted" in foot
    assert "<w:titlePg/>" in document()
