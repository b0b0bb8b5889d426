"""HTML between paragraphs."""

from __future__ import annotations

from tests.readers import content
from tests.readers.markdown.reading import parse


def test_html_between_paragraphs() -> None:
    text = '<div a="b">\n  <b>Hello</b> there 12\n</div>\n\n<!-- note\nto self -->\n\n> <p>\n> inner 13\n'
    document = parse(text)
    assert content.words(document) == "Hello there 12 inner 13"
    assert content.misplaced(document) == []
    assert [left.reason for left in document.left_out] == ["comment"]
