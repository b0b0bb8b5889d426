"""Addresses that a document may link to."""

from __future__ import annotations

import pytest

from pressroom.readers.common.links import sanitize_href


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
