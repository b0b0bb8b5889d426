"""Key numbers as pictures, so that every mail program shows them in the bundled font.

The alternative text says what the picture shows, so that nothing is lost where pictures are off.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from pressroom.fonts import font_files
from pressroom.model.brand import Colours
from pressroom.writers.email.pictures import DENSITY, Picture, make_picture

if TYPE_CHECKING:
    from lxml.html import HtmlElement

WIDTH = 264  # CSS pixels of one tile: two stand in a row, with a gap
FAMILY = "Source Sans Pro"
# class in the page → (weight, size and line in CSS pixels, colour)
LINES = {
    "tile-number": (600, 26, 32, "accent"),
    "tile-label": (600, 14, 19, "text"),
    "tile-detail": (400, 14, 19, "muted"),
}


def draw_tiles(root: HtmlElement, colours: Colours) -> tuple[Picture, ...]:
    """Put a picture in the place of each tile's words, and return the pictures.

    A tile with a character that the font lacks is left as text.
    """
    from lxml.html import builder as make

    drawn = []
    for tile in root.find_class("tile"):
        lines = [
            (name, _words(each))
            for each in tile.iter("p")
            for name in LINES
            if name in each.get("class", "").split()
        ]
        if not lines or not _has_all("".join(words for _, words in lines)):
            continue
        made = make_picture("image/png", _draw(lines, colours), WIDTH)
        image = make.IMG(
            {
                "class": "tiles-picture",
                "src": f"cid:{made.ident}",
                "alt": " ".join(words for _, words in lines),
            }
        )
        image.set("width", str(made.width))
        image.set("height", str(made.height))
        for child in list(tile):
            tile.remove(child)
        tile.append(make.P(image, {"class": "tile-number"}))
        drawn.append(made)
    return tuple({each.ident: each for each in drawn}.values())


def _words(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


def _font(weight: int, size: int) -> Any:
    from PIL import ImageFont

    face = next(
        each for each in font_files() if (each.family, each.weight, each.italic) == (FAMILY, weight, False)
    )
    return ImageFont.truetype(str(face.path), size * DENSITY)


def _has_all(text: str) -> bool:
    from fontTools.ttLib import TTFont

    face = next(each for each in font_files() if each.family == FAMILY)
    with TTFont(face.path, lazy=True) as font:
        known = font.getBestCmap()
        return all(ord(character) in known for character in text)


def _draw(lines: list[tuple[str, str]], colours: Colours) -> bytes:
    """Draw a tile's lines one below the other, the first after a rule, as a PNG."""
    from PIL import Image, ImageDraw

    rows = [(part, *LINES[name]) for name, words in lines for part in _wrap(words, *LINES[name][:2])]
    height = sum(line for _, _, _, line, _ in rows) + 4
    image = Image.new("RGB", (WIDTH * DENSITY, height * DENSITY), colours.paper)
    pen = ImageDraw.Draw(image)
    top = 2
    for words, weight, size, line, colour in rows:
        middle = (top + line / 2) * DENSITY
        pen.text((0, middle), words, fill=getattr(colours, colour), font=_font(weight, size), anchor="lm")
        top += line
    buffer = io.BytesIO()
    image.save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def _wrap(words: str, weight: int, size: int) -> Iterator[str]:
    font, line = _font(weight, size), ""
    for word in words.split():
        longer = f"{line} {word}".strip()
        if line and font.getlength(longer) > WIDTH * DENSITY:
            yield line
            line = word
        else:
            line = longer
    yield line
