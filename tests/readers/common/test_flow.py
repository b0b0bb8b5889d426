"""Paragraphs with their looks to headings and blocks."""

from __future__ import annotations

import time

from pressroom.model.document import Heading
from pressroom.model.inline import Strong, Text
from pressroom.readers.common.flow import Para, build_items


def test_headings_are_told_by_their_looks_in_linear_time() -> None:
    bold = Para((Strong((Text("Quays"),)),), bold=True)
    plain = [Para((Text("The boats sail twice a day."),)) for _ in range(3)]
    flow = [Para(bold.inlines, bold=True) if at % 4 == 0 else plain[at % 3] for at in range(100_000)]
    began = time.process_time()
    _, items = build_items(flow)
    assert time.process_time() - began < 10  # seconds; a minute, where each is looked up in a set made anew
    assert sum(isinstance(item, Heading) for item in items) == 25_000
