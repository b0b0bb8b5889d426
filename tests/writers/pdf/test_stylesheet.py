"""The style sheet of a page, without a layout."""

import pytest

from pressroom.writers.pdf.stylesheet import leave_out_margins, make_stylesheet
from tests.writers.torture import small


@pytest.mark.parametrize(
    ("paper", "size"), [("A4", "A4"), ("A5", "A5"), ("Letter", "Letter"), ("napkin", "A4")]
)
def test_a_page_has_the_size_of_a_known_paper(paper, size):
    css = make_stylesheet(small(""), paper)
    assert f"@page{{size:{size}}}" in css
    assert f"@page landscape{{size:{size} landscape}}" in css


def test_what_stands_in_the_margins_is_left_out_for_counting():
    css = "@page{size:A4;@top-left{content:element(head)}@bottom-right-corner {content:none}}p{margin:0}"
    assert leave_out_margins(css).startswith("@page{size:A4;}p{margin:0}")
