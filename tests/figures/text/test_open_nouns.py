"""Titles that open with a noun which names nothing by itself."""

from __future__ import annotations

import pytest

from pressroom.figures.text.open_nouns import OF_WORDS, OPEN_NOUNS


@pytest.mark.parametrize(
    ("title", "is_open"),
    [
        ("Usage increased", True),
        ("Usage of buses increased", False),
        ("The average rose to 5 per cent", True),
        ("The total was 340", True),
        ("Average weekly earnings were £556", False),
        ("Total spending rose to £490 million", False),
        ("Le total est de 340", True),
    ],
)
def test_a_noun_is_open_without_what_it_is_of(title: str, is_open: bool) -> None:
    found = OPEN_NOUNS.match(title)
    assert (found is not None and found[1].lower() not in OF_WORDS) is is_open
