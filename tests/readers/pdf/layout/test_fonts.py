"""What the head of a font's file says of its style."""

from __future__ import annotations

import pytest

from pressroom.readers.pdf.layout.fonts import read_style


def font(style: int) -> bytes:
    """Return a TrueType file with nothing but the table that tells the style."""
    table = b"\0" * 44 + style.to_bytes(2) + b"\0" * 8
    entry = b"head" + b"\0" * 4 + (28).to_bytes(4) + len(table).to_bytes(4)
    return b"\0\1\0\0" + (1).to_bytes(2) + b"\0" * 6 + entry + table


@pytest.mark.parametrize("style", [0, 1, 2, 3])
def test_the_style_is_read(style: int) -> None:
    assert read_style(font(style)) == style


@pytest.mark.parametrize("data", [b"", b"%!PS", font(1)[:20], font(1)[:40]])
def test_another_file_says_nothing(data: bytes) -> None:
    assert read_style(data) == 0
