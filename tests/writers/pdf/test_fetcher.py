"""What a page may load."""

import gc
import os
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import pytest

from pressroom.fonts import font_files
from pressroom.model.document import Asset
from pressroom.writers.pdf.fetcher import (
    PageResources,
    collect_fonts,
    collect_resources,
    font_url,
    make_fetcher,
)
from pressroom.writers.pdf.render import parse_css
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


@pytest.mark.parametrize("name", ["küste.jpg", "k%C3%BCste.jpg", "a square.png", "a%20square.png"])
def test_a_picture_is_found_by_its_name_however_the_address_is_written(name):
    page = small("")
    resources = replace(collect_resources(page), assets={name: Asset(name, "image/png", b"x")})
    for written in (name, name if "%" in name else quote(name)):
        assert make_fetcher(resources).fetch(f"asset:{written}").read() == b"x"
    assert resources.refused == []


def _copy_font() -> tuple[object, Path]:
    """Return a configuration with one face, and the folder of its copy."""
    face = font_files()[0]
    fetcher = make_fetcher(PageResources({}, collect_fonts()))
    _, fonts = parse_css(f'@font-face {{ font-family: A; src: url("{font_url(face)}") }}', fetcher)
    return fonts, fonts._folder


def test_copies_are_removed_with_their_configuration() -> None:
    fonts, folder = _copy_font()
    assert folder.is_dir()
    del fonts
    gc.collect()
    assert not folder.exists()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork on this system")
def test_a_forked_process_leaves_the_copies_alone() -> None:
    fonts, folder = _copy_font()
    child = os.fork()
    if child == 0:
        try:
            del fonts
            gc.collect()
        finally:
            os._exit(0)
    os.waitpid(child, 0)
    assert folder.is_dir()
    del fonts
