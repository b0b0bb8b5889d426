"""Figures and the logo."""

from __future__ import annotations

from lxml import etree

from tests.writers.docx.opened import body, styles_of
from tests.writers.docx.pages import asset


def test_a_logo_stands_on_the_first_page_in_its_size() -> None:
    cover = '<header class="cover"><img class="logo" src="asset:photo.png" alt="The house"></header>'
    root = body("<p>a</p>", body=cover, assets={"photo.png": asset()})
    assert [style for style, _ in styles_of(root)] == ["Logo", "LeadParagraph"]
    assert 'descr="The house"' in etree.tostring(root, encoding="unicode")


def test_a_picture_that_is_missing_leaves_its_words() -> None:
    root = body("<figure class='image'><img src='asset:none.png' alt='The bridge'></figure>")
    assert styles_of(root) == [("Figure", "The bridge")]
