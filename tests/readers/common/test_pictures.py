"""Pictures that a document carries in itself."""

from __future__ import annotations

import pytest

from pressroom import readers
from pressroom.model import walk
from pressroom.model.document import Image
from pressroom.model.inline import PictureWidth, words
from pressroom.model.span import Span
from pressroom.readers.common.brackets.pictures import describe_picture
from pressroom.readers.common.pictures import Pictures, read_width
from pressroom.readers.common.settings import ReaderSettings
from tests.readers.packages import odt, png, word


def test_pictures_are_looked_at() -> None:
    pictures = Pictures("x")
    assert pictures.add(png(), "a") == "picture-1.png"
    assert pictures.add(png(), "again") == "picture-1.png"
    assert pictures.add(png(kind="JPEG"), "b") == "picture-2.jpg"
    assert pictures.add(png(kind="GIF"), "c") == "picture-3.png"
    assert pictures.assets[2].data.startswith(b"\x89PNG")
    assert pictures.diagnostics == []
    assert pictures.add(png((6000, 5000)), "large") == ""
    assert pictures.add(b"<svg/>", "drawn") == "picture-4.svg"
    assert pictures.add(b"<html/>", "page") == ""
    assert pictures.add(b"x" * 20_000_001, "heavy") == ""
    assert [entry.rule for entry in pictures.diagnostics] == ["picture-dropped"] * 3


PICTURE = png((400, 200))
DIGITS = PICTURE.hex().encode()
DRAWN = (
    '<w:p><w:r><w:drawing><wp:inline><wp:extent cx="{}" cy="9"/><wp:docPr id="1" name="a"/><a:graphic>'
    '<a:blip r:embed="p1"/></a:graphic></wp:inline></w:drawing></w:r></w:p>'
)
RELATION = '<Relationship Id="p1" Type="x/image" Target="media/a.png"/>'
FRAME = "<text:p><draw:frame svg:width=\"{}\"><draw:image xlink:href='Pictures/a.png'/></draw:frame></text:p>"
MM = 36000  # of EMU


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("80 mm", "80mm"),
        ("8cm", "80mm"),
        ("8,5 cm", "85mm"),
        ("2 in", "50.8mm"),
        ("72pt", "25.4mm"),
        ("60 %", "60%"),
        ("60٪", "60%"),
        ("300px", "300px"),
        ("300", "300px"),
        ("1200px", "None"),  # wider than the text: it says nothing of paper
        ("400 mm", "170mm"),  # no wider than both columns
        ("1mm", "None"),
        ("140 %", "None"),
        ("80 metres", "None"),
        ("auto", "None"),
        ("", "None"),
    ],
)
def test_a_measure_is_a_width(said: str, wanted: str) -> None:
    assert str(read_width(said)) == wanted
    width = read_width(said)
    assert width is None or PictureWidth.parse(str(width)) == width


@pytest.mark.parametrize("written", ["", "mm", "wide", "-3mm", "1.2.3mm", "80", "80em"])
def test_an_attribute_of_a_template_that_is_no_width_is_none(written: str) -> None:
    assert PictureWidth.parse(written) is None


@pytest.mark.parametrize(
    ("line", "caption", "wanted"),
    [
        ("a.png | The port", "The port", "None"),
        ("a.png | The port | 80 mm", "The port", "80mm"),
        ("a.png | 80 mm | The port | Photo: A. Roe", "The port · Photo: A. Roe", "80mm"),
        ("a.png | width 50 %", "", "50%"),
        ("a.png | Breite: 5 cm", "", "50mm"),
        ("a.png｜宽度 50%", "", "50%"),
        ("a.png | 1911", "1911", "None"),  # a year
        ("a.png | 80 mm of rain", "80 mm of rain", "None"),
    ],
)
def test_a_part_of_a_picture_line_that_is_a_measure_is_its_width(
    line: str, caption: str, wanted: str
) -> None:
    found = describe_picture(line, Span("x", 1, 1, 0, 1))
    assert (words(found.caption), str(found.width)) == (caption, wanted)


@pytest.mark.parametrize(
    ("name", "data", "wanted"),
    [
        ("a.md", b"# T\n\n![A](a.png){width=80mm}\n", "80mm"),
        ("a.md", b"# T\n\n![A](a.png){ #it .wide width=50% }\n", "50%"),
        ("a.md", b'# T\n\n![A](a.png){width="8.5 cm"}\n', "85mm"),
        ("a.md", b"# T\n\n![A](the port.png){width=300}\n", "300px"),
        ("a.md", b'# T\n\n<img src="a.png" width="200">\n', "200px"),
        ("a.md", b'# T\n\n<figure><img src="a.png" style="width: 40%"></figure>\n', "40%"),
        ("a.md", b"# T\n\n![A](a.png)\n", "None"),
        ("a.txt", b"A title\n\nSome words stand here.\n\n![A](a.png){width=80mm}\n", "80mm"),
        ("a.txt", b"A title\n\nSome words stand here.\n\n[picture: a.png | A | 80 mm]\n", "80mm"),
        ("a.html", b'<h1>T</h1><p>Words are here.</p><p><img src="a.png" alt="A" width="300"></p>', "300px"),
        ("a.html", b'<h1>T</h1><p>Words.</p><img src="a.png" alt="A" style="max-width: 100%">', "None"),
        ("a.docx", word(DRAWN.format(50 * MM), RELATION, **{"media/a.png": PICTURE}), "50mm"),
        ("a.docx", word(DRAWN.format(160 * MM), RELATION, **{"media/a.png": PICTURE}), "100%"),
        ("a.docx", word(DRAWN.format(0), RELATION, **{"media/a.png": PICTURE}), "None"),
        ("a.odt", odt(FRAME.format("1.9685in"), **{"Pictures/a.png": PICTURE}), "50mm"),
        ("a.odt", odt(FRAME.format("17cm"), **{"Pictures/a.png": PICTURE}), "100%"),
        ("a.rtf", rb"{\rtf1 Ahead.\par {\pict\pngblip\picwgoal5669\picscalex50 %b}\par}" % DIGITS, "50mm"),
    ],
)
def test_a_picture_has_the_width_that_its_source_says(name: str, data: bytes, wanted: str) -> None:
    document = readers.read(data, name, ReaderSettings())
    found = [block for block, _ in walk.blocks(document) if isinstance(block, Image)]
    assert [str(each.width) for each in found] == [wanted]
