"""Bare addresses become links; what only looks like one does not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressroom.compose.addresses import find_addresses, is_address
from pressroom.compose.anchors import Anchors
from pressroom.compose.inlines import InlineWriter, link_addresses
from pressroom.model.inline import Code, Emphasis, Link, Strong, Text

WRITER = InlineWriter(Anchors((), (), {}), {}, lambda label: label)


def found(text: str) -> list[tuple[str, str]]:
    return [(text[each.start : each.end], each.href) for each in find_addresses(text)]


@pytest.mark.parametrize(
    ("text", "words", "href"),
    [
        ("See https://lake.example/a.", "https://lake.example/a", "https://lake.example/a"),
        ("See HTTP://Lake.example/a?b=c&d=1#e, then", "HTTP://Lake.example/a?b=c&d=1#e", None),
        ("(https://lake.example/a)", "https://lake.example/a", None),
        ("https://lake.example/wiki/Dam_(river).", "https://lake.example/wiki/Dam_(river)", None),
        ("[see www.lake.example/b]!", "www.lake.example/b", "https://www.lake.example/b"),
        ("Visit www.lake.example…", "www.lake.example", "https://www.lake.example"),
        ("データはhttps://lake.example/waterで公開", "https://lake.example/water", None),
        ("查询https://lake.example/parks查询。", "https://lake.example/parks", None),
        ("見る https://lake.example/wiki/日本 です", "https://lake.example/wiki/日本", None),
        ("https://lake.example/에서", "https://lake.example/에서", None),
        ("„https://lake.example/ä“", "https://lake.example/ä", None),
        ("»https://lake.example/x«", "https://lake.example/x", None),
        ("“www.lake.example”", "www.lake.example", "https://www.lake.example"),
        ("<https://lake.example>", "https://lake.example", None),
        ("http://localhost:8000/x;", "http://localhost:8000/x", None),
        ("请看https://lake.example/路。谢谢", "https://lake.example/路", None),
        ("Mail desk@lake.example.", "desk@lake.example", "mailto:desk@lake.example"),
        ("mailto:desk@lake.example", "mailto:desk@lake.example", "mailto:desk@lake.example"),
        ("'desk@lake.example'", "desk@lake.example", None),
        ("(a.b+tag@sub-domain.lake.example)", "a.b+tag@sub-domain.lake.example", None),
    ],
)
def test_an_address_is_found_without_what_stands_round_it(text, words, href):
    prefix = "mailto:" if "@" in words else ""
    assert found(text) == [(words, href or prefix + words)]


@pytest.mark.parametrize(
    "text",
    [
        "e.g.this and i.e.that",
        "report.pdf, notes.md and setup.sh",
        "lake.example",
        "www.lake",
        "https://",
        "https://.",
        "https:// lake.example",
        "http://user@lake.example/x",  # who is named ahead of the sign is not where it leads
        "a@b",
        "@handle and desk@",
        "a..b@lake.example",
        "one@two@three.example",
        "x/desk@lake.example",
        "awww.lake.example",
    ],
)
def test_what_only_looks_like_an_address_is_left(text):
    assert not found(text)


@given(st.text(alphabet="https://w.aé-_@(),;:?&=#[]“”' \n", max_size=60))
def test_addresses_stand_in_order_without_overlap_and_hold_no_blank(text):
    last = 0
    for address in find_addresses(text):
        assert last <= address.start < address.end <= len(text)
        assert not any(letter.isspace() for letter in text[address.start : address.end])
        last = address.end


@pytest.mark.parametrize(
    ("words", "href", "same"),
    [
        ("https://lake.example", "https://lake.example/", True),
        ("lake.example/a", "https://lake.example/a", True),
        ("desk@lake.example", "mailto:desk@lake.example", True),
        ("the lake", "https://lake.example", False),
    ],
)
def test_words_are_an_address_when_they_say_where_the_link_leads(words, href, same):
    assert is_address(words, href) is same


def test_an_address_over_two_pieces_of_text_is_one_link():
    html = WRITER.html((Text("at https://lake.ex", 10), Text("ample/a, now", 40)))
    assert html == 'at <a class="address-link" href="https://lake.example/a">https://lake.example/a</a>, now'


def test_addresses_within_stress_are_links_and_within_links_and_code_are_not():
    assert "<strong><a " in WRITER.html((Strong((Text("www.lake.example"),)),))
    linked = WRITER.html((Link((Emphasis((Text("www.lake.example"),)),), "https://other.example"),))
    assert linked == '<a href="https://other.example"><em>www.lake.example</em></a>'
    assert WRITER.html((Code("https://lake.example"),)) == "<code>https://lake.example</code>"


def test_plain_text_of_a_template_is_escaped():
    assert link_addresses("<b> & www.lake.example?a&b") == (
        '&lt;b&gt; &amp; <a class="address-link" href="https://www.lake.example?a&amp;b">www.lake.example?a&amp;b</a>'
    )
