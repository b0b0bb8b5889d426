"""SVG that others drew: what is left of it, and its size."""

from __future__ import annotations

import io

import pytest
from lxml import etree
from PIL import Image

from pressroom.writers.common.vector import rasterize, read_vector

OPEN = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 96 48">'
)
UNSAFE = [
    "<script>alert(1)</script>",
    '<rect onclick="alert(1)" width="9" height="9"/>',
    '<use xlink:href="http://example.org/a.svg#b"/>',
    '<use href="https://example.org/a.svg#b"/>',
    '<rect fill="url(http://example.org/p.svg#x)" width="9" height="9"/>',
    '<rect style="filter: url(\'http://example.org/f\')" width="9" height="9"/>',
    "<style>@import url(http://example.org/s.css); rect { fill: url(http://example.org/x) }</style>",
    "<foreignObject><p>http://example.org</p></foreignObject>",
    '<animate attributeName="href" to="http://example.org"/>',
    '<set attributeName="href" to="javascript:alert(1)"/>',
    "<filter id='f'><feImage href='http://example.org/i'/></filter>",
]


@pytest.mark.parametrize("piece", UNSAFE)
def test_nothing_that_acts_or_loads_is_left(piece: str) -> None:
    kept = read_vector(f'{OPEN}{piece}<circle r="4"/></svg>'.encode()).svg.decode()
    assert "example.org" not in kept
    assert "alert" not in kept
    assert "<circle" in kept


def test_what_a_drawing_needs_stays() -> None:
    inner = (
        '<defs><linearGradient id="g"><stop offset="1" stop-color="#123456"/></linearGradient></defs>'
        "<style>.a { fill: url(#g) }</style>"
        '<rect class="a" style="stroke: red" width="9" height="9"/><use href="#g"/>'
    )
    kept = read_vector(f"{OPEN}{inner}</svg>".encode()).svg.decode()
    for part in ("linearGradient", "fill: url(#g)", "stroke: red", 'href="#g"'):
        assert part in kept


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('viewBox="0 0 96 48"', (72, 36)),
        ('viewBox="0 0 10 10" width="1in"', (72, 72)),
        ('viewBox="0 0 20 10" height="36pt" width="100%"', (72, 36)),
        ('width="96px" height="48"', (72, 36)),
        ('width="25.4mm" height="2.54cm"', (72, 72)),
    ],
)
def test_the_size_is_read(attributes: str, size: tuple[float, float]) -> None:
    found = read_vector(f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}/>'.encode())
    assert (found.width, found.height) == pytest.approx(size)
    assert b"viewBox" in found.svg
    assert f'width="{found.width:g}pt"'.encode() in found.svg, "a browser takes any size for one not stated"


def test_nothing_is_drawn_beyond_the_edges() -> None:
    vector = read_vector(f'{OPEN}<rect x="-99" y="-99" width="999" height="999"/></svg>'.encode())
    root = etree.fromstring(vector.svg)
    edge, drawn = root
    assert (edge[0].get("width"), edge[0].get("height")) == ("96", "48")
    assert drawn.get("clip-path") == f"url(#{edge.get('id')})"
    assert drawn[0].get("x") == "-99"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"<html/>", "is no SVG"),
        (b"\x89PNG", "is no SVG"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "no size"),
        (f'{OPEN}<image href="data:image/png;base64,AA=="/></svg>'.encode(), "pixels"),
        (b'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg>&x;</svg>', "is no SVG"),
    ],
)
def test_what_is_no_drawing_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        read_vector(data)


def test_a_picture_with_fonts_of_its_own_is_printed_without_them():
    face = "@font-face{font-family:'A';src:url(data:font/woff2;base64,d09GMg==)}rect{fill:#c00}"
    vector = read_vector(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><style>{face}</style>'
        '<rect width="4" height="4"/></svg>'.encode()
    )
    assert b"font-face" not in vector.svg
    picture = Image.open(io.BytesIO(rasterize(vector, 20.0))).convert("RGB")
    assert picture.getpixel((picture.width // 2, picture.height // 2)) == (204, 0, 0)
