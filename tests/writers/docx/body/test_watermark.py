"""Watermarks."""

from __future__ import annotations

import re

from pressroom.writers.docx import write
from tests.writers.docx.full import full_page
from tests.writers.docx.opened import parts


def test_a_watermark_stands_in_every_header_with_words_for_those_who_do_not_see_it() -> None:
    made = parts(write(full_page(' data-watermark="DRAFT"')))
    headers = [text.decode() for name, text in made.items() if re.match(r"word/report-header\d", name)]
    assert len(headers) == 3  # first page, upright, landscape
    assert all('string="DRAFT"' in text and 'alt="DRAFT"' in text for text in headers)
