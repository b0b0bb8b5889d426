"""What is known of the blocks of a page."""

from __future__ import annotations

import pytest
from lxml import html

from pressroom.model.document import Heading, List, ListItem, Paragraph
from pressroom.model.inline import FootnoteRef, Link, Strong, Text
from pressroom.readers.common.rendering import NOWHERE
from pressroom.readers.html.passages import read_passages

FOUND = "The quay was built of stone in the north. Boats call at it."


def test_words_links_and_calls_are_read_from_a_block() -> None:
    line = Paragraph((Text("See "), Strong((Link((Text("below"),), "#there"), FootnoteRef("1")))), NOWHERE)
    [found] = read_passages([line], "", {}, ())
    assert found.text.startswith("See below")
    assert found.linked == len("below")
    assert found.targets == {"there"}
    assert found.has_call
    assert 0 < found.share_of_links < 1


def test_half_of_the_runs_of_words_make_a_block_shared() -> None:
    lines = [
        "The quay was built of stone in the south",
        "Boats call",
        "The quay is somewhere else today",
        "Share",
        "",
    ]
    items = [Paragraph((Text(line),), NOWHERE) for line in lines]
    shared = [each.is_shared for each in read_passages(items, FOUND, {}, ())]
    assert shared == [True, True, False, False, False]


def test_the_marks_of_a_list_are_no_words() -> None:
    items = [List((ListItem((Paragraph((Text("Boats call at it"),), NOWHERE),), NOWHERE),), NOWHERE)]
    [found] = read_passages(items, FOUND, {}, ())
    assert (found.text, found.kind, found.is_shared) == ("Boats call at it", "list", True)


def test_holders_are_those_within_the_body_the_innermost_first() -> None:
    root = html.document_fromstring("<body><main><div><h2>Quay</h2></div></main></body>")
    heading = next(root.iter("h2"))
    item = Heading((Text("Quay"),), 2, NOWHERE)
    [found] = read_passages([item], "", {id(item): heading}, set(next(root.iter("main")).iter()))
    assert [holder.tag for holder in found.holders] == ["h2", "div", "main"]
    assert (found.kind, found.level, found.in_main) == ("heading", 2, True)
    [outside] = read_passages([item], "", {id(item): heading}, ())
    assert not outside.in_main


@pytest.mark.parametrize(
    ("page", "share"),
    [
        ("<ul><li><a href=/boats>Boats</a></li><li><a href=/quay>Quay</a></li></ul>", 0.9),
        ("<a href=/boats><ul><li>Boats</li><li>Quay</li></ul></a>", 1.0),
        ("<ul><li><a name=boats>Boats</a></li><li>Quay</li></ul>", 0.0),
        ("<ul><li><a href=/boats>Boats</a></li><li>A quay of the north</li></ul>", 0.2),
    ],
)
def test_links_count_wherever_they_lead(page: str, share: float) -> None:
    holder = next(html.document_fromstring(f"<body>{page}</body>").iter("ul"))
    text = " ".join(" ".join(map(str, holder.itertext())).split())
    item = Paragraph((Text(text),), NOWHERE)  # as read: an address within the site is no link of a report
    [found] = read_passages([item], "", {id(item): holder}, ())
    assert found.share_of_links == pytest.approx(share, abs=0.1)


def test_letters_of_scripts_are_not_counted() -> None:
    page = "<body><div><script>call('a long script of many letters')</script><a href=/boats>Boats</a></div>"
    holder = next(html.document_fromstring(page).iter("div"))
    item = Paragraph((Text("Boats"),), NOWHERE)
    [found] = read_passages([item], "", {id(item): holder}, ())
    assert found.share_of_links == 1.0
