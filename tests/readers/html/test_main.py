# ruff: noqa: E501 - markup reads better unbroken
"""Where in a page its text is."""

# ruff: noqa: E501 - markup reads better unbroken
from __future__ import annotations

import pytest
from lxml import html

from pressroom.readers.html.main import find_main
from tests.readers import content
from tests.readers.html.reading import SENTENCE, parse


@pytest.mark.parametrize(
    "frame",
    [
        "<nav>Home News</nav><main>{}</main><footer>Imprint</footer>",
        "<div class=menu><a href=/a>Home</a> <a href=/b>News</a></div><div>{}</div><div><a href=/c>Imprint</a></div>"
        "<footer>x</footer>",
        "<header><a href=/>Home</a></header><article>{}</article><aside>Imprint</aside>",
    ],
)
def test_the_text_of_a_page_is_found(frame: str) -> None:
    body = f"<h1>Ties</h1><p>{SENTENCE * 3}</p><h2>More</h2><p>{SENTENCE * 4}</p><p>{SENTENCE * 3}</p>"
    page = f"<html lang=en><head><title>Ties | Site</title></head><body>{frame.format(body)}</body></html>"
    document = parse(page)
    assert content.headings(document) == [(0, "Ties"), (1, "More")]
    assert "Home" not in content.words(document)
    assert "Imprint" not in content.words(document)
    left = " ".join(document.text[entry.span.start : entry.span.end] for entry in document.left_out)
    assert "Home" in left
    assert "Imprint" in left or "x" in left


@pytest.mark.parametrize(("sentences", "tag"), [(4, "body"), (7, "div")])
def test_a_short_page_has_no_parts_however_many_marks_its_words_bear(sentences: int, tag: str) -> None:
    marked = "<b>x</b>" * 100
    page = f"<html><body><nav>{marked}</nav><div><p>{SENTENCE * sentences}</p></div></body></html>"
    body = html.fromstring(page).find("body")
    assert body is not None
    assert find_main(body, page, "en").tag == tag
