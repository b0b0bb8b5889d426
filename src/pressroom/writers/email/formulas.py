"""Formulas of a mail as pictures on the line: most mail programs show neither MathML nor SVG."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pressroom.formulas import draw
from pressroom.writers.common.formulas import find_formulas, write_mathml
from pressroom.writers.common.vector import rasterize, read_vector
from pressroom.writers.email.pictures import WIDTH, Picture, make_picture

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from pressroom.model.brand import Colours

_LETTER = 17.0  # CSS pixels of an em: a formula is read a little larger than the words round it
_POINT = 0.75  # points a CSS pixel


def draw_formulas(root: HtmlElement, colours: Colours) -> tuple[Picture, ...]:
    """Put a picture in the place of each formula, and return these, each once."""
    from lxml.html import builder as make

    placed: dict[str, Picture] = {}
    for _, math in find_formulas(root):
        drawing = draw(write_mathml(math), colours.text)
        width = max(1, min(round(drawing.width * _LETTER), WIDTH))
        scale = width / drawing.width
        data = rasterize(read_vector(drawing.svg), width * _POINT)
        made = make_picture("image/png", data, width, colours.paper)
        picture = replace(made, height=max(1, round(drawing.height * scale)))
        placed.setdefault(picture.ident, picture)
        image = make.IMG(
            {
                "class": "formula-picture",
                "src": f"cid:{picture.ident}",
                "alt": math.get("alttext", ""),
                "width": str(picture.width),
                "height": str(picture.height),
                "style": f"vertical-align: {-round(drawing.depth * scale)}px",
            }
        )
        image.tail = math.tail
        math.getparent().replace(math, image)
    return tuple(placed.values())
