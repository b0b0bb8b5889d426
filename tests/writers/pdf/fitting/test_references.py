"""References to the page that they stand on."""

from __future__ import annotations

import weasyprint

from pressroom.writers.pdf.fitting.references import drop_own_page

CSS = "a::after{content:'p. ' target-counter(attr(href), page)} #b{break-before:page}"
HTML = (
    '<p>ours <a class="pageref" href="#a"></a></p><p>other <a class="pageref" href="#b"></a></p>'
    '<p id="a">here</p><p id="b">there '
    '<a class="pageref" href="#a"></a> <a class="pageref" href="#b"></a></p>'
)


def said(page) -> str:
    boxes = page._page_box.descendants()
    return " ".join("".join(box.text for box in boxes if type(box).__name__ == "TextBox").split())


def test_a_reference_is_left_out_on_its_own_page_alone_and_takes_its_link_along():
    document = weasyprint.HTML(string=HTML).render(stylesheets=[weasyprint.CSS(string=CSS)])
    drop_own_page(document)
    first, second = document.pages
    assert said(first) == "ours other p. 2here"
    assert said(second) == "there p. 1"
    assert {link[1] for link in first.links} == {"b"}
    assert {link[1] for link in second.links} == {"a"}
    assert "b" in second.anchors
