"""Which blocks of a page are of its frame."""

from __future__ import annotations

import socket
from collections.abc import Mapping, Sequence

import pytest
import trafilatura
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from pressroom.model.document import Divider, Heading, Image, List, ListItem, Paragraph, Table
from pressroom.model.inline import FootnoteRef, Link, Strong, Text, words
from pressroom.model.inline import Inline as InlineKind
from pressroom.readers.common.cells import flatten_blocks
from pressroom.readers.common.outline import Item
from pressroom.readers.common.pictures import Pictures
from pressroom.readers.common.rendering import NOWHERE
from pressroom.readers.html import frame, read
from tests.readers import content
from tests.readers.html.reading import SENTENCE, parse

NAV = "<nav><a href=/>Home</a> <a href=/n>News</a></nav>"
TEASERS = "".join(
    f"<li><a href=/{name}>{name} was opened to the boats of all who asked</a></li>"
    for name in ("Northquay", "Westquay", "Eastquay", "Southquay", "Farquay", "Nearquay")
)
TEXT = [
    f"{name} was built for {name} with stone of {name}, and boats of {name} that go to {name} call at {name}."
    for name in (
        f"{side}{part}" for side in ("North", "South", "West") for part in ("quay", "port", "bay", "sea")
    )
]


def paragraph(text: str, *more: InlineKind) -> Paragraph:
    return Paragraph((Text(text), *more), NOWHERE)


def link(text: str, href: str = "https://a.org") -> Link:
    return Link((Text(text),), href)


def kept(items: Sequence[Item], other: Sequence[str] = TEXT, **names: Heading) -> list[Item]:
    return split(items, other, {id(item): name for name, item in names.items()})[0]


def split(
    items: Sequence[Item], other: Sequence[str], names: Mapping[int, str]
) -> tuple[list[Item], list[str]]:
    """Split blocks as they stand in the article of a page with a menu."""
    root = html.document_fromstring(f"<body>{NAV}<article><p></p><h2></h2></article></body>")
    article, line, heading = (next(root.iter(tag)) for tag in ("article", "p", "h2"))
    holders = {id(item): heading if isinstance(item, Heading) else line for item in items}
    return frame.split_frame(items, "\n".join(other), names, holders, set(article.iter()), "Quays")


def page(text: str, more: str) -> str:
    return f"<html lang=en><body>{NAV}<article><h1>Quays</h1>{text}{more}</article></body></html>"


def test_what_stands_in_the_text_and_is_none_is_left_out_and_told() -> None:
    text = "".join(f"<p>{each}</p>" for each in TEXT)
    related = f"<div class=related><h4>More from us</h4><ul>{TEASERS}</ul></div>"
    share = "<div class=share><p>Tell your friends</p></div>"
    document = parse(page(text, share * 3 + related))
    said = content.words(document)
    assert all(each in said for each in TEXT)
    assert "was opened" not in said
    assert "More from us" not in said
    left = [
        document.text[one.span.start : one.span.end] for one in document.left_out if one.reason == read.FRAME
    ]
    assert any("was opened" in each for each in left)
    assert "More from us" in left


def test_where_little_is_likely_text_all_of_the_main_part_stays() -> None:
    items = [paragraph("One line"), paragraph("Share"), paragraph(TEXT[0]), paragraph("A last line")]
    assert kept(items, []) == items
    assert kept(items, TEXT[:1]) == items


@pytest.mark.parametrize(
    "item",
    [
        Table((), (), NOWHERE, (), (Text("Boats by year"),)),
        List((ListItem((paragraph("one item"),), NOWHERE),), "bullet", NOWHERE),
        Image("a.png", NOWHERE),
        Divider(NOWHERE),
        paragraph("A line of its own"),
        paragraph("It was said so, ", link("by the port")),
    ],
)
def test_what_stands_between_blocks_of_the_text_stays(item: Item) -> None:
    items: list[Item] = [paragraph(TEXT[0]), *(paragraph(each) for each in TEXT[2:12])]
    assert kept([*items[:5], item, *items[5:]], TEXT) == [*items[:5], item, *items[5:]]


def test_links_between_blocks_and_lines_after_the_last_one_do_not_stay() -> None:
    more = "<div class=related><a href=/a>The other quays</a> <a href=/b>Boats for sale</a></div>"
    text = [f"<p>{each}</p>" for each in TEXT]
    said = content.words(parse(page("".join([*text[:5], more, *text[5:]]), "<div class=share>Share</div>")))
    assert all(each in said for each in TEXT)
    assert not [each for each in ("other quays", "for sale", "Share") if each in said]


def test_text_beside_the_main_part_is_found_and_titles_of_the_site_are_not() -> None:
    lead = f"<div class=lead><p>{SENTENCE}</p></div>"
    text = "".join(f"<p>{each}</p>" for each in TEXT)
    source = f"<body>{NAV}<div class=site><h1>The Gazette</h1></div><div class=post><h1>Quays</h1>{lead}"
    document = parse(f"<title>Quays</title>{source}<article>{text}</article></div></body>")
    said = content.words(document)
    assert all(each in said for each in [*TEXT, SENTENCE.strip()])
    assert "Gazette" not in said
    assert content.headings(document) == [(0, "Quays")]


@pytest.mark.parametrize(
    "item",
    [
        paragraph(
            "A sentence that only this reader has found, at the end of the text, with all its words in it."
        ),
        paragraph("1990", FootnoteRef("1")),
    ],
)
def test_prose_next_to_the_text_and_calls_of_notes_stay(item: Paragraph) -> None:
    items = [paragraph(each) for each in TEXT[:10]]
    assert kept([*items, item]) == [*items, item]


def test_a_heading_stays_over_text_as_title_and_where_a_link_leads() -> None:
    top, over, linked, other = (
        Heading((Text(f"Heading {name}"),), level, NOWHERE)
        for name, level in (("top", 1), ("over", 2), ("linked", 2), ("other", 2))
    )
    lines = [paragraph(f"line {number}") for number in range(6)]
    pointing = paragraph(TEXT[3], Strong((link("below", "#there"),)))
    items = [top, *lines, over, *(paragraph(each) for each in TEXT[4:]), pointing, *lines, linked, other]
    found = kept(items, there=linked, elsewhere=other)
    assert [item for item in found if isinstance(item, Heading)] == [top, over, linked]


def test_sources_of_the_main_part_stay_though_they_are_links() -> None:
    source = "Lee A, Roe B. Stone in sea water. J Quays. 1999;18(1):65-73. Review."
    listed = [paragraph("", link(source)) for _ in range(9)]
    items = [*(paragraph(each) for each in TEXT), *listed]
    assert kept(items) == items


def test_headings_within_the_text_stay_over_it_unless_they_lead_elsewhere(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    known = frame.weigh
    monkeypatch.setattr(frame, "weigh", lambda signs: 0.0 if "heading" in signs else known(signs))
    one, other, last = (Heading((Text(text),), 2, NOWHERE) for text in ("Costs", "Read also", "Over nothing"))
    lines = [paragraph(each) for each in TEXT]
    items = [*lines[:4], one, *lines[4:8], other, *lines[8:], last]
    assert [item for item in kept(items) if isinstance(item, Heading)] == [one]


@given(
    st.lists(st.sampled_from([*TEXT[:6], "Share", "Read more", "A line of words", ""]), max_size=30),
    st.lists(st.sampled_from([*TEXT[:6], "Share", "of another part"]), max_size=12),
)
def test_each_block_stays_or_is_told(texts: list[str], other: list[str]) -> None:
    items = [paragraph(text) if text else Divider(NOWHERE) for text in texts]
    stays, told = split(items, other, {})
    rest = iter(items)
    assert all(any(item is one for one in rest) for item in stays)  # in their order
    said = [text for item in stays if (text := words(flatten_blocks((item,))).strip())]
    assert sorted(said + told) == sorted(text.strip() for text in texts if text)


def test_scripts_of_a_page_do_not_hide_that_it_has_a_frame() -> None:
    more = f"<div class=related><h4>More from us</h4><ul>{TEASERS}</ul></div>"
    script = f"<script>{'call(1); ' * 20_000}</script>"
    text = "".join(f"<p>{each}</p>" for each in TEXT)
    said = content.words(parse(f"<body>{script}<h1>Quays</h1>{text}{more}</body>"))
    assert all(each in said for each in TEXT)
    assert "More from us" not in said
    assert "Westquay was opened to the boats" not in said


@pytest.mark.parametrize(
    "source",
    [
        page("<p>Short.</p>", ""),
        f"<html><body><h1>Plan</h1>{'<p>' + SENTENCE * 9 + '</p>'}</body></html>",
    ],
)
def test_pages_without_a_frame_and_pieces_are_read_alone(
    source: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(read, "extract_text", lambda _: pytest.fail("the page has no frame"))
    document = parse(source)
    assert any(text in content.words(document) for text in ("Short.", SENTENCE.strip()))
    for piece in (
        read.read_fragment(page(" ".join(TEXT), ""), "x.eml", Pictures("x.eml")),
        read.read_piece(page(" ".join(TEXT), ""), "x.md", Pictures("x.md")),
    ):
        assert piece.items
        assert not piece.left_out


@pytest.mark.parametrize(
    "body", ["<p>x</p>" * 15_001, ("<i>" * 90 + "x" + "</i>" * 90) * 100, "<p>" + "x" * 2_000_001 + "</p>"]
)
def test_a_huge_page_is_read_alone(body: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trafilatura, "extract", lambda *_, **__: pytest.fail("it takes minutes"))
    assert frame.extract_text(html.document_fromstring(f"<body>{body}</body>")) == ""


def test_a_page_that_trafilatura_fails_on_is_read_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> str:
        raise RecursionError

    monkeypatch.setattr(trafilatura, "extract", fail)
    text = "".join(f"<p>{each}</p>" for each in TEXT)
    assert TEXT[3] in content.words(parse(page(text, f"<ul>{TEASERS}</ul>")))


def test_nothing_is_fetched_or_changed(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    for name in ("connect", "connect_ex"):
        monkeypatch.setattr(socket.socket, name, lambda *_: pytest.fail("it asks the network"))
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: pytest.fail("it asks the network"))
    head = "<link rel=canonical href=https://a.org/x><base href=https://a.org/><img src=https://a.org/b.png>"
    root = html.document_fromstring(page("".join(f"<p>{each}</p>" for each in TEXT), head))
    before = html.tostring(root)
    assert TEXT[4] in frame.extract_text(root)
    assert html.tostring(root) == before
    assert frame.extract_text(html.document_fromstring("<body></body>")) == ""
    assert not caplog.records
