import base64
import io
import re

import pytest
from fontTools.ttLib import TTFont

from pressroom.figures import draw
from pressroom.model.figure import Datum, Figure, Series
from pressroom.writers.html.fonts import embed_fonts
from tests.making import BRAND

FIGURE = Figure("f", "bar", "Visits", "Visits", ("North", "Süd"), (Series("", (Datum(3.0), Datum(4.5))),), ())
RULE = re.compile(r"font-family:'([^']+)';font-weight:(\d+);.*?base64,([^)]+)\)")


def faces(svg: bytes) -> dict[tuple[str, str], set[str]]:
    """The letters of each face in a picture."""
    return {
        (family, weight): {chr(code) for code in TTFont(io.BytesIO(base64.b64decode(data))).getBestCmap()}
        for family, weight, data in RULE.findall(svg.decode())
    }


@pytest.mark.slow
def test_the_letters_of_a_figure_are_in_it_and_no_others():
    found = faces(embed_fonts(draw(FIGURE, BRAND, "en").svg))
    letters = set("".join(map("".join, found.values())))
    assert {family for family, _ in found} == {"Source Sans Pro"}
    assert set("NorthSüd") <= letters
    assert "Q" not in letters


def test_the_same_bytes_each_time():
    svg = draw(FIGURE, BRAND, "en").svg
    assert embed_fonts(svg) == embed_fonts(svg)


@pytest.mark.parametrize("style", ["font-family: 'Comic Sans'", ""])
def test_fonts_of_others_are_left_alone(style):
    svg = f'<svg xmlns="http://www.w3.org/2000/svg"><text style="{style}">a</text></svg>'.encode()
    assert embed_fonts(svg) == svg


def test_weights_and_slopes_have_faces_of_their_own():
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg">'
        "<text style=\"font-family: 'Source Sans Pro'; font-weight: 600\">ab</text>"
        "<text style=\"font-family: 'Source Sans Pro'; font-weight: bold; font-style: italic\">c</text></svg>"
    )
    assert faces(embed_fonts(svg.encode())) == {
        ("Source Sans Pro", "600"): {"a", "b"},
        ("Source Sans Pro", "700"): {"c"},
    }
