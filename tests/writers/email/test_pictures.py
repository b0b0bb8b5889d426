"""Pictures of a mail: opaque, as sharp as a fine screen shows, no larger."""

import io

import pytest
from PIL import Image

from pressroom.writers.email.pictures import make_picture

GROUND = "#fef0e0"


def encoded(picture, kind="PNG", **options):
    buffer = io.BytesIO()
    picture.save(buffer, kind, **options)
    return buffer.getvalue()


def see_through(mode):
    """A picture of 4 by 2 points, black on the left, nothing on the right."""
    picture = Image.new("RGBA", (4, 2), (0, 0, 0, 0))
    picture.paste((0, 0, 0, 255), (0, 0, 2, 2))
    return picture.convert(mode)


PALETTE = see_through("RGBA").quantize()
GREY = Image.new("L", (4, 2), 255)
GREY.paste(0, (0, 0, 2, 2))


@pytest.mark.parametrize(
    "data",
    [
        encoded(see_through("RGBA")),
        encoded(see_through("LA")),
        encoded(PALETTE),
        encoded(GREY, transparency=255),
    ],
    ids=["colour", "grey", "palette", "one colour that is none"],
)
def test_what_can_be_seen_through_gets_a_ground(data):
    made = make_picture("image/png", data, None, GROUND)
    with Image.open(io.BytesIO(made.data)) as opened:
        assert not opened.has_transparency_data
        shown = opened.convert("RGB")
    assert shown.getpixel((0, 0)) == (0, 0, 0)
    assert shown.getpixel((3, 1)) == (0xFE, 0xF0, 0xE0)


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "P"])
def test_an_opaque_picture_stays_as_it_is(mode):
    data = encoded(Image.new("RGB", (4, 2), "white").convert(mode))
    assert make_picture("image/png", data, None, GROUND).data == data


def test_a_large_picture_that_can_be_seen_through_is_filled_and_made_smaller():
    made = make_picture("image/png", encoded(Image.new("RGBA", (4000, 100), (0, 0, 0, 0))), None, GROUND)
    with Image.open(io.BytesIO(made.data)) as opened:
        assert (opened.size, opened.mode) == ((1104, 28), "RGB")
    assert (made.width, made.height) == (552, 14)
