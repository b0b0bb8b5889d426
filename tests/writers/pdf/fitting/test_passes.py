"""Pages with references are laid out once, and print what WeasyPrint prints after three times."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import weasyprint
from weasyprint import layout
from weasyprint.layout import page

from pressroom.writers.pdf.fitting.passes import use_own_passes

STYLE = (
    "<style>@page{size:300px 200px;margin:0}html{font:10px/1 'DejaVu Sans',sans-serif}h1{break-before:page}"
    "a::after{content:target-counter(attr(href),page)}</style>"
)


def make_html(pages: int, style: str = "") -> str:
    links = "".join(f'<p>see <a href="#h{number}">p. </a></p>' for number in range(pages))
    return (
        f"<html><head>{STYLE}<style>{style}</style></head><body>{links}"
        + "".join(f'<h1 id="h{number}">{number}</h1><p>text' for number in range(pages))
        + "</body></html>"
    )


def draw(html: str) -> bytes:
    found: bytes = weasyprint.HTML(string=html).render().write_pdf(uncompressed_pdf=True, pdf_identifier=b"x")
    return found


@contextmanager
def count_pages(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """Give the number of each page that is laid out, in their order."""
    laid: list[int] = []
    theirs = page.make_page

    def make_page(context, root_box, page_type, resume_at, page_number, page_state):
        laid.append(page_number)
        return theirs(context, root_box, page_type, resume_at, page_number, page_state)

    with monkeypatch.context() as patch:
        patch.setattr(page, "make_page", make_page)
        yield laid


def test_a_page_whose_references_have_one_digit_is_laid_out_once(monkeypatch):
    with count_pages(monkeypatch) as laid, use_own_passes():
        draw(make_html(3))
    assert laid == [1, 2, 3, 4]


def test_weasyprint_still_lays_it_out_three_times(monkeypatch):
    with count_pages(monkeypatch) as laid:
        draw(make_html(3))
    assert laid == [1, 2, 3, 4, 1, 1]


def test_longer_numbers_are_laid_out_anew(monkeypatch):
    with count_pages(monkeypatch) as laid, use_own_passes():
        draw(make_html(10))
    assert laid == [*range(1, 12), 1]


@pytest.mark.parametrize(
    ("pages", "style"),
    [
        (3, ""),
        (12, ""),
        (3, "a::after{position:absolute;right:0;min-width:40px}"),
        (12, "a::after{float:right}"),
        (3, "p{text-align:justify} p::after{content:' of ' counter(pages)}"),
        (12, "a::after{content:' ' target-counter(attr(href),page,upper-roman)}"),
        (4, "h1{position:running(head)} @page{@top-left{content:element(head)}}"),
        (4, "a::after{content:target-counter(attr(href url),page)}"),
        (4, "a{display:block;height:90px} a::after{content:counter(page) target-counter(attr(href),page)}"),
        (25, "p{height:70px}"),
    ],
)
def test_the_file_is_the_one_of_weasyprint_alone(pages, style):
    html = make_html(pages, style)
    theirs = draw(html)
    with use_own_passes():
        assert draw(html) == theirs


def test_a_number_that_takes_another_room_moves_what_follows():
    style = "body{font-size:14px;width:100px} p{margin:0} a::after{content:"
    style += "target-counter(attr(href),page,lower-roman)}"
    html = make_html(19, style)
    with use_own_passes():
        ours = draw(html)
    assert ours == draw(html)


def test_the_hook_is_taken_off_again():
    theirs = layout.make_all_pages
    with use_own_passes():
        assert layout.make_all_pages is not theirs
    assert layout.make_all_pages is theirs
