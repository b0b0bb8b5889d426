"""The width that an author wants for a picture, as every format has it."""

from __future__ import annotations

import email
import io
import re
import zipfile

import pikepdf
import pytest
from PIL import Image

import pressroom

TEXT = """The new port

The port is to have two new berths by 2028, and all of it costs a lot of money.

[picture: port.png | The port | {}]

It lies at the mouth of the river, and it is to be twice as long as it was before.
"""
MM = 72 / 25.4


def make(tmp_path, said: str, form: str, **settings: object) -> bytes:
    Image.new("RGB", (900, 300), "navy").save(tmp_path / "port.png")
    (tmp_path / "port.txt").write_text(TEXT.format(said), encoding="utf-8")
    return next(iter(pressroom.make(tmp_path / "port.txt", form, **settings).outputs.values()))


def measure_in_pdf(data: bytes) -> float:
    """How many millimetres wide the widest picture of a PDF is drawn."""
    widths = []
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            stack, matrix = [], pikepdf.Matrix()
            for operands, operator in pikepdf.parse_content_stream(page):
                match str(operator):
                    case "q":
                        stack.append(matrix)
                    case "Q":
                        matrix = stack.pop()
                    case "cm":
                        matrix = pikepdf.Matrix(*map(float, operands)) @ matrix
                    case "Do":
                        widths.append(abs(matrix.a) / MM)
    return max(widths)


@pytest.mark.parametrize(
    ("said", "settings", "wanted"),
    [
        ("60 mm", {}, 60),
        ("50 %", {}, 60),
        ("170 mm", {}, 170),
        ("50 %", {"template": "letter"}, 80),
        ("300 px", {}, 79.4),
    ],
)
def test_on_paper(tmp_path, said, settings, wanted):
    assert measure_in_pdf(make(tmp_path, said, "pdf", **settings)) == pytest.approx(wanted, abs=0.3)


@pytest.mark.parametrize(("said", "wanted"), [("60 mm", 60), ("50 %", 60), ("170 mm", 170)])
def test_in_word(tmp_path, said, wanted):
    with zipfile.ZipFile(io.BytesIO(make(tmp_path, said, "docx"))) as package:
        extent = re.search(r'<wp:extent cx="(\d+)" cy="(\d+)"', package.read("word/document.xml").decode())
    assert extent is not None
    assert int(extent[1]) / 36000 == pytest.approx(wanted, abs=0.5)
    assert int(extent[1]) / int(extent[2]) == pytest.approx(3, abs=0.01)


@pytest.mark.parametrize(
    ("said", "wanted"), [("60 mm", "50%"), ("40 %", "40%"), ("170 mm", "141.7%"), ("300 px", "300px")]
)
def test_on_the_web(tmp_path, said, wanted):
    page = make(tmp_path, said, "html").decode()
    assert f'style="width: {wanted}; max-width: 100%; height: auto"' in page


@pytest.mark.parametrize(("said", "wanted"), [("60 mm", 276), ("170 mm", 552), ("300 px", 300)])
def test_in_mail(tmp_path, said, wanted):
    message = email.message_from_bytes(make(tmp_path, said, "email"))
    html = next(part for part in message.walk() if part.get_content_type() == "text/html")
    shown = html.get_payload(decode=True).decode()
    image = re.search(r'<img[^>]*alt="The port"[^>]*>', shown)
    assert image is not None
    assert re.search(rf'width="{wanted}" height="{round(wanted / 3)}"', image[0]), image[0]
