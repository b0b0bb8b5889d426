"""What stands beside the text is painted where it is written."""

from __future__ import annotations

from contextlib import nullcontext

import pypdfium2
import pytest
from weasyprint import HTML

from pressroom.writers.pdf.fitting.painting import use_own_painting

STYLE = """<style>@page{size:120mm 200mm;margin:10mm}section{position:relative;padding-left:30mm}
h2{position:absolute;left:0;top:0}dt{float:left;clear:left;width:20mm}dd{margin-left:25mm}
.leader{position:relative;z-index:1;overflow:hidden}</style>"""
LIST = (
    '<ol style="counter-reset:list-item 7"><li>eight<li><p>nine</p><p>more</p><ul><li>inner</ul><li>ten</ol>'
    "<p>after</p>"
)
PAGES = {
    "markers": (LIST, "8. eight 9. nine more ◦ inner 10. ten after"),
    "a list in a cell": (
        f"<table><tr><td>cell<td>{LIST}<tr><td>end</table>",
        "cell 8. eight 9. nine more ◦ inner 10. ten after end",
    ),
    "a heading beside": (
        "<section><h2>one</h2><p>first</p><ul><li>item</ul></section><section><h2>two</h2><p>second</p></section>",
        "one first • item two second",
    ),
    "terms beside": ("<dl><dt>To<dd>all<dt>From<dd>us</dl><p>after</p>", "To all From us after"),
    "an order that is asked for": ('<p class="leader">late</p><p>early</p>', "early late"),
}


def paint(body: str, *, own: bool) -> str:
    with use_own_painting() if own else nullcontext():
        data = HTML(string=f"<!doctype html>{STYLE}{body}").write_pdf()
    with pypdfium2.PdfDocument(data) as document:
        return " ".join(" ".join(page.get_textpage().get_text_bounded() for page in document).split())


@pytest.mark.parametrize("name", PAGES)
def test_the_letters_of_a_page_are_in_the_order_of_its_text(name):
    body, wanted = PAGES[name]
    assert paint(body, own=True) == wanted


@pytest.mark.parametrize("name", ["markers", "a heading beside", "terms beside"])
def test_weasyprint_still_paints_them_apart(name):
    """Where this fails, WeasyPrint has mended issue 2715: ``painting`` may go."""
    body, wanted = PAGES[name]
    assert paint(body, own=False) != wanted
