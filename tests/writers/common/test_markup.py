"""What an element says of itself."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from pressroom.writers.common.markup import classes, words


@pytest.mark.parametrize(
    ("markup", "found", "said"),
    [
        ("<p class=' a  b '>One\n <em>two</em> three</p>", {"a", "b"}, "One two three"),
        ("<p/>", set(), ""),
    ],
)
def test_classes_and_words(markup, found, said):
    element = ET.fromstring(markup)
    assert classes(element) == found
    assert words(element) == said
