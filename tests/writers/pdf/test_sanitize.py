"""The tree before the layout."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from pressroom.model.page import PageTree
from pressroom.writers.pdf.document import copy_tree
from pressroom.writers.pdf.sanitize import (
    add_address_notes,
    find_composed,
    keep_calls,
    keep_korean_words,
    mark_row_headers,
    mark_short_tables,
    replace_missing_letters,
    sanitize_tree,
    shorten_headings,
    start_lists,
)


def tree(main: str, attributes: str = ""):
    return copy_tree(PageTree(f"<html><body{attributes}><main>{main}</main></body></html>").root)


def elements(root, tag: str) -> list[dict[str, str]]:
    return [dict(each.attrib) for each in root.iter(tag)]


def test_what_loads_or_runs_is_removed_and_reported():
    root = tree("<p>a</p><script>x</script><form><input></form><p style='color:red' rel='attachment'>b</p>")
    found = sanitize_tree(root)
    assert [each.tag for each in root.find("body/main")] == ["p", "p"]
    assert elements(root, "p") == [{}, {}]
    assert [each.rule for each in found] == ["address-refused"] * 3


@pytest.mark.parametrize(
    ("target", "kept"),
    [
        ("https://example.org", True),
        (" HTTP://example.org ", True),
        ("mailto:a@example.org", True),
        ("tel:+44", True),
        ("#part", True),
        ("file:///etc/passwd", False),
        ("javascript:x()", False),
        ("other.html", False),
        ("#", False),
    ],
)
def test_links_lead_to_the_web_to_mail_to_a_telephone_or_inside(target, kept):
    root = tree(f'<p><a href="{target}">x</a></p>')
    found = sanitize_tree(root)
    assert ("href" in elements(root, "a")[0]) == kept
    assert bool(found) != kept


def test_an_address_is_printed_once_and_not_where_the_words_say_it():
    main = (
        "<p><a href='https://www.a.org/x/'>One</a>, <a href='http://a.org/x'>again</a>, "
        "<a href='https://b.org'>b.org</a>, <a href='#c'>inside</a> "
        "<span class='footnote'>see <a href='mailto:d@e.org'>them</a></span></p>"
    )
    screen, print_ = tree(main), tree(main, " data-variant='print'")
    add_address_notes(screen)
    add_address_notes(print_)
    assert len(elements(screen, "span")) == 1
    notes = [each for each in print_.iter("span") if "address-note" in each.get("class")]
    assert [(each.get("class"), each.text) for each in notes] == [
        ("footnote address-note", "a.org/x"),
        ("address-note", " (d@e.org)"),
    ]
    assert notes[0].tail == ", "


def test_short_tables_are_marked():
    root = tree("".join(f"<table class='wide'>{'<tr><td>a</td></tr>' * n}</table>" for n in (12, 13)))
    mark_short_tables(root)
    assert [each["class"] for each in elements(root, "table")] == ["short wide", "wide"]


def test_the_first_cell_heads_its_row_where_no_header_is():
    root = tree("<table><tr><td>a</td><td>b</td></tr></table><table><tr><th>c</th><td>d</td></tr></table>")
    mark_row_headers(root)
    assert elements(root, "td") == [{"data-heads": "row"}, {}, {}]


@pytest.mark.parametrize(
    ("words", "short"),
    [
        ("Wards of the harbour, how they closed", "Wards of the harbour, how they closed"),
        ("Remarks by the mayor of the town and the port", "Remarks by the mayor of the town…"),
        ("Open, they say, and yet closed: a town", "Open, they say, and yet closed: a…"),
        ("Remarks - of the mayor - and", "Remarks - of the mayor - and"),
        (f"{'W' * 30} {'W' * 26} - town", f"{'W' * 30} {'W' * 26}…"),
        ("W" * 80, f"{'W' * 59}…"),
    ],
)
def test_a_running_head_shows_whole_words_and_few_letters(words, short):
    root = tree(f"<h2>{words}</h2>")
    shorten_headings(root)
    assert elements(root, "h2") == [{"data-running": short, "data-label": words}]


def test_letters_that_are_drawn_in_parts_without_a_glyph_are_found():
    assert find_composed("\u0e19\u0e49\u0e33 a", frozenset("\u0e4d")) == {"\u0e33"}
    assert find_composed("\u0e19\u0e49\u0e33 a", frozenset()) == frozenset()


def test_letters_without_a_glyph_are_replaced_and_named():
    root = tree("<p>a\u0d85b<em>c</em>\u0d85</p>")
    assert replace_missing_letters(root, frozenset()) == ()
    (found,) = replace_missing_letters(root, frozenset("\u0d85"))
    assert "".join(root.find(".//p").itertext()) == "a\u25a1bc\u25a1"
    assert "U+0D85" in found.message
    (many,) = replace_missing_letters(root, frozenset(map(chr, range(0xD85, 0xD8F))))
    assert "and 2 more" in many.message


def test_lists_count_from_their_start_and_keep_numbers_of_several_levels():
    root = tree('<ol start="3"><li>a<ol><li data-marker="3.1">b</li></ol></li></ol><ol><li>c</li></ol>')
    start_lists(root)
    assert [each.get("style") for each in elements(root, "ol")] == ["counter-reset:list-item 2", None, None]
    assert [each.get("style") for each in elements(root, "li")] == [
        None,
        'list-style-type:"\\000033\\00002e\\000031\\002002"',
        None,
    ]


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("<p>The end.<span class='footnote'>A note.</span> More.</p>", "end."),
        ("<p>One <em>two</em> the end<a class='footnote-again' href='#n'>1</a></p>", "end"),
        ("<p><em>two</em><span class='footnote'>A note.</span></p>", None),
        ("<p>After a space <span class='footnote'>A note.</span></p>", "space "),
        ("<p>Balloons on 32 occasions <a class='pageref' href='#a'/></p>", "occasions "),
    ],
)
def test_a_call_stays_with_its_word(words, kept):
    root = tree(words)
    before = "".join(root.itertext())
    keep_calls(root)
    found = [span for span in root.iter("span") if span.get("class") == "keep"]
    assert [span.text for span in found] == ([kept] if kept else [])
    assert "".join(root.itertext()) == before


@pytest.mark.parametrize(
    ("markup", "kept"),
    [
        ("<p>주민 약 3200명이 집을 떠났다.</p>", ["주민", "3200명이", "집을", "떠났다."]),
        ("<p>그는 <em>산림청은 봄이</em> 오기</p>", ["그는", "산림청은", "봄이", "오기"]),
        ("<p>아주아주아주아주아주아주긴낱말</p>", []),  # a column may not hold it
        ('<p lang="ja">日本語の文</p><p>도서관 문</p>', ["도서관"]),
    ],
)
def test_words_of_a_korean_text_stay_on_one_line(markup: str, kept: list[str]) -> None:
    root = ET.fromstring(f'<html lang="ko-KR"><body>{markup}</body></html>')
    before = "".join(root.itertext())
    keep_korean_words(root)
    assert [span.text for span in root.iter("span") if span.get("class") == "keep"] == kept
    assert "".join(root.itertext()) == before


def test_words_of_another_language_are_left() -> None:
    root = ET.fromstring('<html lang="en"><body><p>도서관은 library</p></body></html>')
    keep_korean_words(root)
    assert next(root.iter("span"), None) is None
