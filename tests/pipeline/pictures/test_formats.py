"""Pictures of every kind become what all formats show."""

from __future__ import annotations

import io
import struct
import zlib
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageCms

from pressroom.pipeline.pictures.formats import convert_picture, find_media_type

RED, BLUE = (200, 30, 30), (30, 30, 200)


def two_halves(mode: str = "RGB") -> Image.Image:
    """Red at the left, blue at the right."""
    picture = Image.new("RGB", (40, 20), BLUE)
    picture.paste(RED, (0, 0, 20, 20))
    return picture.convert(mode)


def seen_through() -> Image.Image:
    picture = two_halves("RGBA")
    picture.putpixel((20, 0), (0, 0, 0, 0))
    return picture


def saved(picture: Image.Image, form: str, **more: Any) -> bytes:
    out = io.BytesIO()
    picture.save(out, form, **more)
    return out.getvalue()


def png_of_sixteen_bits(colour: int, pixel: bytes) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\0" + pixel * 40) * 20
    head = struct.pack(">IIBBBBB", 40, 20, 16, colour, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def shown(data: bytes) -> Image.Image:
    asset, drawing = convert_picture(data)
    assert drawing is None
    assert find_media_type(asset.data) == asset.media_type, "what is converted is fit"
    return Image.open(io.BytesIO(asset.data))


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA"])
def test_a_plain_png_keeps_its_bytes(mode: str) -> None:
    assert find_media_type(saved(two_halves(mode), "PNG")) == "image/png"


@pytest.mark.parametrize("mode", ["L", "RGB"])
def test_a_plain_jpeg_keeps_its_bytes(mode: str) -> None:
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    more = {"icc_profile": srgb} if mode == "RGB" else {}
    assert find_media_type(saved(two_halves(mode), "JPEG", **more)) == "image/jpeg"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (saved(two_halves("CMYK"), "JPEG"), "JPEG"),
        (saved(two_halves("CMYK"), "TIFF"), "PNG"),
        (saved(two_halves(), "WEBP"), "JPEG"),
        (saved(two_halves(), "WEBP", lossless=True), "PNG"),
        (saved(two_halves(), "BMP"), "PNG"),
        (
            saved(two_halves().quantize(), "GIF", save_all=True, append_images=[Image.new("P", (40, 20))]),
            "PNG",
        ),
        (saved(seen_through(), "WEBP"), "PNG"),
        (saved(two_halves("YCbCr"), "TIFF"), "PNG"),
    ],
)
def test_other_kinds_are_converted_and_look_as_before(data: bytes, kind: str) -> None:
    assert find_media_type(data) == ""
    found = shown(data)
    assert (found.format, found.size) == (kind, (40, 20))
    left, right = found.convert("RGB").getpixel((5, 10)), found.convert("RGB").getpixel((35, 10))
    assert left == pytest.approx(RED, abs=12)
    assert right == pytest.approx(BLUE, abs=12)


@pytest.mark.parametrize(
    ("colour", "pixel", "seen"),
    [
        (0, struct.pack(">H", 0x8000), (128, 128, 128)),
        (2, struct.pack(">HHH", 0xFFFF, 0x8000, 0), (255, 128, 0)),
        (6, struct.pack(">HHHH", 0xFFFF, 0x8000, 0, 0xFFFF), (255, 128, 0)),
    ],
)
def test_sixteen_bits_become_eight(colour: int, pixel: bytes, seen: tuple[int, int, int]) -> None:
    data = png_of_sixteen_bits(colour, pixel)
    assert find_media_type(data) == ""
    found = shown(data)
    assert found.mode in ("L", "RGB", "RGBA")
    assert found.convert("RGB").getpixel((3, 3)) == pytest.approx(seen, abs=1)


def test_numbers_of_any_width_span_black_to_white() -> None:
    values = np.linspace(-3.0, 1e9, 40, dtype=np.float32)[None, :].repeat(20, axis=0)
    found = shown(saved(Image.fromarray(values), "TIFF"))
    assert [found.getpixel((x, 5)) for x in (0, 39)] == [0, 255]


@pytest.mark.parametrize("orientation", range(2, 9))
def test_a_turned_photo_is_upright(orientation: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    turns = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    data = saved(two_halves().transpose(turns[orientation]), "JPEG", exif=exif, quality=95)
    found = shown(data)
    assert found.size == (40, 20)
    assert found.getpixel((5, 10)) == pytest.approx(RED, abs=15)
    assert found.getexif().get(0x0112, 1) == 1


def test_colours_of_another_profile_become_srgb() -> None:
    other = ImageCms.ImageCmsProfile(ImageCms.createProfile("XYZ")).tobytes()
    data = saved(two_halves(), "PNG", icc_profile=other)
    assert find_media_type(data) == ""
    assert "icc_profile" not in shown(data).info


def test_a_broken_profile_says_nothing() -> None:
    assert find_media_type(saved(two_halves(), "PNG", icc_profile=b"no profile")) == "image/png"


SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 48">'
    b'<rect width="96" height="48" fill="#c81e1e"/></svg>'
)


@pytest.mark.parametrize(
    "ahead", [b"", b'<?xml version="1.0"?>\n', b"<!-- by hand -->\n", b"<!DOCTYPE svg>\n"]
)
def test_an_svg_is_drawn(ahead: bytes) -> None:
    assert find_media_type(ahead + SVG) == ""
    asset, drawing = convert_picture(ahead + SVG)
    assert drawing is not None
    assert (asset.media_type, round(drawing.width_mm, 1), round(drawing.height_mm, 1)) == (
        "image/svg+xml",
        25.4,
        12.7,
    )
    with Image.open(io.BytesIO(drawing.png)) as png:
        assert png.convert("RGB").getpixel((20, 20)) == RED


def test_a_large_svg_fits_the_text() -> None:
    _, drawing = convert_picture(SVG.replace(b"0 0 96 48", b"0 0 9600 48000"))
    assert drawing is not None
    assert (drawing.width_mm, drawing.height_mm) == pytest.approx((30, 150))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"words", "of a kind that cannot be shown"),
        (saved(two_halves(), "WEBP")[:60], "damaged|of a kind"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'", "is no SVG"),
        (saved(Image.new("1", (9000, 9000)), "PNG"), "million pixels"),
        *((saved(two_halves(), kind)[:-30], "cut off") for kind in ("PNG", "JPEG")),
    ],
)
def test_what_cannot_be_shown_says_why(data: bytes, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        _ = find_media_type(data) or convert_picture(data)
