"""Headings that Word counts, and those that it does not."""

from __future__ import annotations

from tests.writers.docx.opened import W, body, document, full, styles_of


def test_numbered_headings_are_counted_by_word_where_it_comes_to_the_same() -> None:
    assert '<w:t xml:space="preserve">First</w:t>' in document()
    assert 'w:lvlText w:val="%1.%2"' in full()["word/numbering.xml"].decode()


def test_numbers_that_word_would_count_otherwise_stay_text() -> None:
    root = body(
        "<h2 id='a'><span class='number'>2</span> A</h2><h2 id='b'><span class='number'>2a</span> B</h2>"
    )
    assert styles_of(root) == [("Heading1", "2\u2002A"), ("Heading1", "2a\u2002B")]


def test_a_heading_without_number_among_counted_ones_has_none() -> None:
    root = body("<h2 id='a'><span class='number'>1</span> A</h2><h2 id='b'>B</h2>")
    counted = [node.find(f"{W}pPr/{W}numPr") is not None for node in root.iter(f"{W}p")]
    assert counted == [True, False]
