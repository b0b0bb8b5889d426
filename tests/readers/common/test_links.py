"""Addresses that a document may link to."""

from __future__ import annotations

import pytest

from pressroom.readers.common.links import note_dropped_links, sanitize_href


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://x.org/a b", "https://x.org/a%20b"),
        ("java\tscript:alert(1)", ""),
        ("\x01javascript:x", ""),
        ("file:///etc/passwd", ""),
        ("//x.org", ""),
        ("#a", "#a"),
        ("#", ""),
        ("tel:+49", "tel:+49"),
        ("http://" + "x" * 3000, ""),
    ],
)
def test_safe_addresses(address: str, expected: str) -> None:
    assert sanitize_href(address) == expected


def test_a_note_on_dropped_links_stays_short() -> None:
    assert note_dropped_links([], "a.html") == []
    (note,) = note_dropped_links(["file:///b", "x:a", "x:a"], "a.html")
    assert note.message == "2 link(s) lead to no web, mail or phone address and stay words: file:///b, x:a"
    (note,) = note_dropped_links(["x:" + "y" * 5000], "a.html")
    assert len(note.message) == 300
