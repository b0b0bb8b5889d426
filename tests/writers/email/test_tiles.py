"""Key numbers drawn as pictures."""

import io

from lxml import html
from PIL import Image, ImageOps

from pressroom.writers.email.tiles import draw_tiles
from tests.making import BRAND


def drawn(number):
    """The picture of a tile with this number, darker where there is ink."""
    root = html.document_fromstring(f'<ul><li class="tile"><p class="tile-number">{number}</p></li></ul>')
    (picture,) = draw_tiles(root, BRAND.colours)
    return Image.open(io.BytesIO(picture.data)).convert("L")


def test_a_number_is_drawn_upright():
    image = drawn("I")
    left, top, right, bottom = ImageOps.invert(image).getbbox()
    letter = ImageOps.invert(image.crop((left, top, right, bottom)))
    high = letter.height // 4
    above, below = letter.crop((0, 0, letter.width, high)), letter.crop((0, 3 * high, letter.width, 4 * high))
    assert above.getbbox() == below.getbbox()
