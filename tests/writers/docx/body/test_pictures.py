"""Pictures in the line."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from PIL import Image

from pressroom.check.docx_file import check
from pressroom.errors import PressroomError
from pressroom.model.document import Asset
from pressroom.writers.docx import write
from tests.writers.docx.opened import document, full, parts
from tests.writers.docx.pages import drawing, page


def test_pictures_carry_words_and_the_svg_a_png_beside_it() -> None:
    xml = document()
    assert 'descr="Bars: north above south."' in xml
    assert "asvg:svgBlip" in xml
    kinds = full()["[Content_Types].xml"].decode()
    assert 'Extension="svg"' in kinds
    assert 'Extension="png"' in kinds


def test_a_picture_that_only_decorates_says_so() -> None:
    made = write(
        page("<figure class='image'><img src='asset:fig-a' alt=''></figure>", drawings={"fig-a": drawing()})
    )
    assert b"decorative" in parts(made)["word/document.xml"]
    assert check(made, "x.docx") == ()


def test_a_picture_fits_its_room() -> None:
    made = page(
        "<figure class='chart' data-figure='f'><img src='asset:f' alt='x'></figure>",
        drawings={"f": drawing(500, 50)},
    )
    extent = re.search(rb'<wp:extent cx="(\d+)" cy="(\d+)"', parts(write(made))["word/document.xml"])
    assert extent
    across, down = int(extent.group(1)), int(extent.group(2))
    assert across == pytest.approx(170 * 36000, rel=0.001)  # it is wider than the text: both columns
    assert across / down == pytest.approx(10, rel=0.01)


@pytest.mark.parametrize(
    ("body", "pixels"),
    [
        ("<p><a href='https://example.org'><img src='asset:a.png' alt='x'></a></p>", (200, 100)),
        ("<table><tbody><tr><td><img src='asset:a.png' alt='x'></td></tr></tbody></table>", (200, 100)),
        ("<p>Words <img class='in-line' src='asset:a.png' alt='x'></p>", (48, 24)),
    ],
)
def test_a_picture_among_words_is_small_and_any_other_keeps_its_size(
    body: str, pixels: tuple[int, int]
) -> None:
    out = BytesIO()
    Image.new("RGB", (200, 100)).save(out, "PNG", dpi=(72, 72))
    made = page(body, assets={"a.png": Asset("a.png", "image/png", out.getvalue())})
    extent = re.search(rb'<wp:extent cx="(\d+)" cy="(\d+)"', parts(write(made))["word/document.xml"])
    assert extent
    assert tuple(round(int(size) / 9525) for size in extent.groups()) == pytest.approx(pixels, abs=1)


def test_a_picture_that_nobody_can_read_is_refused_with_its_name() -> None:
    odd = page(
        "<figure><img src='asset:a.png' alt='x'></figure>",
        assets={"a.png": Asset("a.png", "image/png", b"no")},
    )
    with pytest.raises(PressroomError, match=r"a\.png"):
        write(odd)


@pytest.mark.parametrize(
    ("mode", "form"), [("P", "GIF"), ("RGB", "JPEG"), ("CMYK", "JPEG"), ("RGBA", "WEBP")]
)
def test_other_pictures_become_what_word_shows(mode: str, form: str) -> None:
    from PIL import Image

    out = BytesIO()
    Image.new(mode, (20, 10)).save(out, form)
    asset = Asset("a.x", "image/x", out.getvalue())
    names = parts(write(page("<figure><img src='asset:a.x' alt='x'></figure>", assets={"a.x": asset})))
    stored = [name for name in names if name.startswith("word/media/")]
    assert stored == [
        "word/media/report1.jpeg" if (mode, form) == ("RGB", "JPEG") else "word/media/report1.png"
    ]
