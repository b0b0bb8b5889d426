"""Queries on the elements of the page's HTML."""

from __future__ import annotations

import pytest
from lxml import html

from pressroom.writers.docx.package.tree import classes, find_first, is_block, read_words, without_comments


def element(markup: str) -> html.HtmlElement:
    return html.fragment_fromstring(markup)


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("<p> One\n <em>two</em>  three </p>", "One two three"),
        ("<p>One<span class='footnote'>A note</span> two</p>", "One two"),
        ("<h2><span class='number'>1.2</span> Scope</h2>", "Scope"),
        ("<li>One<ul><li>two</li></ul> three</li>", "One three"),
        ("<td>One<table><tr><td>x</td></tr></table></td>", "One"),
        ("<p>One<br>two</p>", "One two"),
        ("<p>a\u00a0 b</p>", "a\u00a0 b"),
    ],
)
def test_the_words_of_an_element_are_its_own_on_one_line(markup, words):
    assert read_words(element(markup)) == words


def test_an_element_is_found_by_its_class():
    found = element("<div><p class='a b'>1</p><p class='b'>2</p></div>")
    assert classes(found[0]) == ["a", "b"]
    assert find_first(found, "b").text == "1"
    assert find_first(found, "c") is None
    assert is_block(found)
    assert not is_block(element("<em>x</em>"))


def test_comments_go_and_the_text_after_them_stays():
    root = without_comments(html.document_fromstring("<p>a<!--x-->b<?y?>c</p>"))
    assert root.find(".//p").text == "abc"
