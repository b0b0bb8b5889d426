"""Pictures that a document carries in itself."""

from __future__ import annotations

from pressroom.readers.common.pictures import Pictures
from tests.readers.packages import png


def test_pictures_are_looked_at() -> None:
    pictures = Pictures("x")
    assert pictures.add(png(), "a") == "picture-1.png"
    assert pictures.add(png(), "again") == "picture-1.png"
    assert pictures.add(png(kind="JPEG"), "b") == "picture-2.jpg"
    assert pictures.add(png(kind="GIF"), "c") == "picture-3.png"
    assert pictures.assets[2].data.startswith(b"\x89PNG")
    assert pictures.diagnostics == []
    assert pictures.add(png((6000, 5000)), "large") == ""
    assert pictures.add(b"<svg/>", "drawn") == "picture-4.svg"
    assert pictures.add(b"<html/>", "page") == ""
    assert pictures.add(b"x" * 20_000_001, "heavy") == ""
    assert [entry.rule for entry in pictures.diagnostics] == ["picture-dropped"] * 3
