"""The logo made ready: its size, its ground, and what is no logo."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from PIL import Image, ImageDraw

from pressroom.cache.steps import Steps
from pressroom.errors import UsageError
from pressroom.model.brand import LOGO, LOGO_HEIGHT_MM, LOGO_WIDTH_MM, Brand
from pressroom.model.document import Asset
from pressroom.model.figure import Drawing
from pressroom.pipeline.drawing import prepare_logo
from tests.making import BRAND

CIRCLE = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><circle cx="10" cy="10" r="9" fill="#fff"/>'
)


def make_png(
    colour: str, ground: str = "#0000", size: tuple[int, int] = (60, 30), mode: str = "RGBA"
) -> bytes:
    """A disc on a ground."""
    image = Image.new("RGBA", size, ground)
    ImageDraw.Draw(image).ellipse((5, 5, size[0] - 6, size[1] - 6), fill=colour)
    buffer = io.BytesIO()
    image.convert(mode).save(buffer, "JPEG" if mode == "CMYK" else "PNG")
    return buffer.getvalue()


def branded(data: bytes, media_type: str = "image/png", accent: str = "#12507b") -> Brand:
    """The default brand with a logo."""
    return replace(
        BRAND, logo=Asset("mark.png", media_type, data), colours=replace(BRAND.colours, accent=accent)
    )


GROUNDS = [
    ("#ffffff", "#0000", "#12507b", True),  # white marks are lost on paper
    ("#12507b", "#0000", "#12507b", False),  # the accent's own colour is lost on the accent
    ("#0b4a2c", "#0000", "#0a6b3b", False),
    ("#000000", "#0000", "#ffcc00", True),
    ("#000000", "#ffffff", "#ffcc00", False),  # a white ground of its own goes on in the paper
    ("#ffffff", "#9c2f1c", "#12507b", True),  # one of another colour stands on the band as a plate
    ("#777777", "#0000", "#808080", False),
]


@pytest.mark.parametrize(("colour", "ground", "accent", "wanted"), GROUNDS)
def test_a_logo_stands_where_it_can_be_seen(colour: str, ground: str, accent: str, wanted: bool) -> None:
    assert prepare_logo(branded(make_png(colour, ground), accent=accent), Steps("test"))[1] is wanted


def test_a_large_picture_is_brought_to_the_size_that_is_printed() -> None:
    logo, _ = prepare_logo(branded(make_png("#fff", size=(4000, 800))), Steps("test"))
    assert isinstance(logo, Asset)
    with Image.open(io.BytesIO(logo.data)) as made:
        assert made.size[0] <= 1300
        assert made.size[0] / made.size[1] == pytest.approx(5, rel=0.01)
    assert logo.name == LOGO


def test_a_small_picture_is_left_as_it_is() -> None:
    data = make_png("#fff")
    logo, _ = prepare_logo(branded(data), Steps("test"))
    assert isinstance(logo, Asset)
    assert logo.data == data


def test_colours_for_the_press_become_colours_of_the_screen() -> None:
    logo, _ = prepare_logo(branded(make_png("#fff", "#123456", mode="CMYK"), "image/jpeg"), Steps("test"))
    assert isinstance(logo, Asset)
    with Image.open(io.BytesIO(logo.data)) as made:
        assert (logo.media_type, made.mode) == ("image/png", "RGB")


def test_a_vector_is_drawn_for_every_format_in_its_room() -> None:
    logo, on_accent = prepare_logo(branded(CIRCLE + b"</svg>", "image/svg+xml"), Steps("test"))
    assert isinstance(logo, Drawing)
    assert on_accent
    assert logo.height_mm == pytest.approx(LOGO_HEIGHT_MM)
    assert logo.width_mm == pytest.approx(2 * LOGO_HEIGHT_MM)
    assert logo.width_mm <= LOGO_WIDTH_MM
    with Image.open(io.BytesIO(logo.png)) as made:
        assert made.getpixel((0, 0))[3] == 0
        assert made.getpixel((made.width // 4, made.height // 2)) == (255, 255, 255, 255)


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (b"no picture", "image/png"),
        (b"<svg", "image/svg+xml"),
        (CIRCLE + b'<image href="data:image/png;base64,AA"/></svg>', "image/svg+xml"),
    ],
)
def test_what_cannot_be_printed_is_named(data: bytes, media_type: str) -> None:
    with pytest.raises(UsageError, match=r"the logo mark\.png cannot be printed"):
        prepare_logo(branded(data, media_type), Steps("test"))


def test_a_brand_without_a_logo_has_none() -> None:
    assert prepare_logo(BRAND, Steps("test")) == (None, False)
