"""What a page may load."""

import pytest

from pressroom.writers.pdf.fetcher import collect_resources, make_fetcher
from tests.writers.torture import SVG, small


def test_a_picture_a_drawing_and_a_face_are_given_with_their_types():
    resources = collect_resources(small(""))
    fetcher = make_fetcher(resources)
    given = {address: fetcher.fetch(address) for address in ("asset:dot.png", "asset:fig-1")}
    assert [each.content_type for each in given.values()] == ["image/png", "image/svg+xml"]
    assert given["asset:fig-1"].read() == SVG
    face = next(iter(resources.fonts))
    assert fetcher.fetch(f"font:{face}").content_type == "font/ttf"
    assert resources.refused == []


@pytest.mark.parametrize(
    "address", ["https://example.org/a.png", "file:///a.png", "asset:other.png", "font:x"]
)
def test_anything_else_is_refused_and_noted_once(address):
    resources = collect_resources(small(""))
    fetcher = make_fetcher(resources)
    for _ in range(2):
        with pytest.raises(PermissionError, match="is not part of the page"):
            fetcher.fetch(address)
    assert resources.refused == [address]
