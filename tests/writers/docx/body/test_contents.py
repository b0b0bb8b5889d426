"""Contents, with page numbers where they are known."""

from __future__ import annotations

import re

from pressroom.writers.docx import write
from tests.writers.docx.full import full_page
from tests.writers.docx.opened import document, parts


def test_contents_show_their_entries_and_page_numbers() -> None:
    xml = document()
    assert ' TOC \\o "1-2" \\h \\z \\u ' in xml
    assert ' TOC \\h \\z \\c "Figure" ' in xml
    entry = re.search(r"1\.1 Scope</w:t>.*?PAGEREF scope.*?<w:t[^>]*>(\d+)</w:t>", xml)
    assert entry
    assert entry.group(1) == "2"


def test_without_page_numbers_none_is_shown() -> None:
    xml = parts(write(full_page()))["word/document.xml"].decode()
    assert "PAGEREF scope" not in xml
    assert "1.1 Scope" in xml
