"""A page from right to left in every template: all of it on the paper, and pictures turned with it."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
import pytest

from pressroom import api
from pressroom.figures import draw
from pressroom.model.figure import Datum, Figure, Series
from tests.making import BRAND, ROOT

TEMPLATES = sorted(path.parent.name for path in (ROOT / "templates").glob("*/template.toml"))
MARGIN = 30  # points: no template sets words nearer to the edge
TEXT = (
    (Path(__file__).with_name("samples") / "ar.md").read_text()
    + """
> [!IMPORTANT]
> يبقى حظر إشعال النار ساريًا.

Table: الحرائق حسب المنطقة

| المنطقة | الحرائق |
|---|---:|
| الشمال | 92 |
| الجنوب | 51 |

```chart
title = "الحرائق حسب المنطقة"
```

نهاية.[^1]

[^1]: تقديرات مصلحة الغابات.
"""
)


@pytest.mark.slow
@pytest.mark.parametrize("template", [name for name in TEMPLATES if name != "base"])
def test_all_words_of_a_mirrored_page_are_on_the_paper(template):
    made = api.make(TEXT.encode(), "pdf", name="text.md", template=template, project=ROOT)
    with pypdfium2.PdfDocument(made.outputs["pdf"]) as pdf:
        for page in pdf:
            text = page.get_textpage()
            boxes = [text.get_rect(index) for index in range(text.count_rects())]
            outside = [box for box in boxes if box[0] < MARGIN or box[2] > page.get_width() - MARGIN]
            assert [text.get_text_bounded(*box) for box in outside] == []


def _find_places(svg: bytes) -> dict[str, tuple[float, str]]:
    """Return where the words of a picture stand, and which of their ends does."""
    found = re.findall(rb'<text style="([^"]*)"[^>]*?x="([\d.]+)"[^>]*>([^<]*)<', svg)
    return {
        words.decode(): (float(x), (re.search(rb"text-anchor: (\w+)", style) or [b"", b"start"])[1].decode())
        for style, x, words in found
    }


@pytest.mark.slow
def test_bars_run_to_the_left_and_lines_keep_their_axis():
    data = tuple(Datum(float(value)) for value in (92, 71, 51))
    bar = Figure("f", "bar", "T", "A", ("Nord", "Mitte", "Sued"), (Series("", data),), ())
    ltr, rtl = (_find_places(draw(bar, BRAND, lang).svg) for lang in ("de", "ar"))
    assert ltr.keys() == rtl.keys()
    assert ltr["Nord"][0] < ltr["92"][0]
    assert rtl["Nord"][0] > rtl["92"][0]
    line = Figure("f", "line", "T", "A", ("2024", "2025", "2026"), (Series("", data),), ())
    assert draw(line, BRAND, "de").svg.count(b"2024") == draw(line, BRAND, "he").svg.count(b"2024") > 0
    places = _find_places(draw(line, BRAND, "he").svg)
    assert places["2024"][0] < places["2026"][0]
