"""What speaks for a block of a page being text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from pressroom.model.document import Heading, Paragraph
from pressroom.model.inline import Link, Text
from pressroom.readers.common.outline import Item
from pressroom.readers.common.rendering import NOWHERE
from pressroom.readers.html.passages import read_passages
from pressroom.readers.html.signs import describe

LONG = "The quay was built of stone in the north, and boats of all lengths call at it today."
PAGE = (
    "<body><div class='site-sidebar'><p>Share</p></div><article class='entry-content'><h1>The quay</h1>"
    f"<p>{LONG}</p><p>A note of the port</p><p>{LONG}</p></article><footer><p>© Port 2026</p></footer></body>"
)


def read_signs(page: str = PAGE, other: str = LONG, title: str = "The quay") -> list[set[str]]:
    """Return the signs of each heading and paragraph of a page."""
    root = html.document_fromstring(page)
    elements = list(root.iter("h1", "p"))
    items: list[Item] = []
    for element in elements:
        linked = next(element.iter("a"), None) is not None
        said = (Text(element.text_content()),)
        inlines = (Link(said, "https://a.org"),) if linked else said
        heading = element.tag == "h1"
        items.append(Heading(inlines, 1, NOWHERE) if heading else Paragraph(inlines, NOWHERE))
    holders = {id(item): element for item, element in zip(items, elements, strict=True)}
    main = next(root.iter("article"), root)
    return [set(signs) for signs in describe(read_passages(items, other, holders, set(main.iter())), title)]


def test_blocks_are_placed_by_the_text_that_trafilatura_finds() -> None:
    share, title, first, note, last, notice = read_signs()
    assert {"before", "not found", "not in main", "beside the text", "before the title"} <= share
    assert {"title", "heading", "level 1", "before by 1"} <= title
    assert {"found", "within", "sentence", "ends in a stop", "comma"} <= first
    assert {"within", "not found", "open end", "at -1 found", "at 1 found"} <= note
    assert {"found", "said again"} <= last
    assert {"after", "after by 1", "copyright", "in footer"} <= notice


def test_names_of_elements_say_what_stands_in_them() -> None:
    share, title, *_ = read_signs()
    assert {"named side", "itself named side"} <= share
    assert "named text" in title
    assert "named side" not in title


@pytest.mark.parametrize(
    ("line", "sign"),
    [
        ("3 May 2026", "date & short"),
        ("By Ann Lee", "begins like a byline"),
        ("Read on …", "dots"),
        ("Next »", "arrow"),
        ("What now?", "question"),
        ("12 345 678", "figures"),
        ("NEWS", "capitals"),
        ("<a href=/x>More of it</a>", "links 0.99"),
    ],
)
def test_words_of_a_line_are_signs(line: str, sign: str) -> None:
    assert sign in read_signs(f"<body><article><p>{line}</p></article></body>")[0]


def test_what_stands_under_a_heading_that_leads_elsewhere_is_told() -> None:
    page = f"<body><article><h1>Read also</h1><p>Boats</p><h1>Results</h1><p>{LONG}</p></article></body>"
    heading, boats, results, text = read_signs(page)
    assert {"leads on & short", "leads on & heading"} <= heading
    assert {"under what leads on", "under what leads on by 1", "no such phrase & short"} <= boats
    assert "heading over found block 15" in results
    assert not [sign for sign in text if sign.startswith("under what")]


def test_a_caption_is_placed_by_its_picture_and_the_text() -> None:
    page = f"<body><p>{LONG}</p><figure><p>A boat at the northern quay</p></figure><p>{LONG}</p></body>"
    first, caption, _ = read_signs(page)
    assert {"caption within & 4 words", "caption within & not found"} <= caption
    assert not [sign for sign in first if sign.startswith("caption")]


def test_a_message_that_is_quoted_is_no_button_to_share() -> None:
    [quoted] = read_signs("<body><blockquote class=twitter-tweet><p>Boats call here</p></blockquote></body>")
    assert "named quotation from elsewhere" in quoted
    assert "named sharing" not in quoted


def test_a_page_in_which_nothing_is_found_says_so() -> None:
    assert all("no text found" in signs for signs in read_signs(other=""))


@given(st.lists(st.sampled_from(["", "Share", LONG, "A line", "2026-05-03"]), max_size=12), st.booleans())
def test_every_block_has_signs_whatever_the_page(lines: list[str], found: bool) -> None:
    page = f"<body><article>{''.join(f'<p>{line}</p>' for line in lines)}</article></body>"
    signs = read_signs(page, LONG if found else "", "")
    assert len(signs) == len(lines)
    assert all(signs)
