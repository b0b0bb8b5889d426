"""A pale accent and a dark one can be read in every format: contrast measured in what was written."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any

import pytest
from lxml import etree, html

import pressroom
from pressroom.check.docx_file import check
from pressroom.model.colour import DISTINCT, READABLE, choose_ink, hex_contrast, hexadecimal
from tests.making import ROOT

BRAND = (ROOT / "assets" / "brand.toml").read_text(encoding="utf-8")
ACCENTS = {
    "yellow": ("#ffcc00", "#fff6cc"),
    "near black": ("#141414", "#eeeeee"),
    "pale": ("#9fd8c0", "#eef8f4"),
}
CIRCLE = '<circle cx="5" cy="5" r="5" fill="{}"/>'
LOGO = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 50 10">{CIRCLE}</svg>'
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

SCALE = 3  # pixels to a point

Colours = tuple[str, str]  # of words, and of the ground under them


def make(folder: Path, accent: str, soft: str, logo: str = "") -> dict[str, bytes]:
    """Make a sample in a brand of its own."""
    text = BRAND.replace("#12507b", accent).replace("#e6eef4", soft)
    assets = folder / "assets"
    assets.mkdir()
    if logo:
        text = text.replace('logo = ""', 'logo = "logo.svg"')
        (assets / "logo.svg").write_text(LOGO.format(logo), encoding="utf-8")
    (assets / "brand.toml").write_text(text, encoding="utf-8")
    (folder / "report.toml").write_text("", encoding="utf-8")
    source = (ROOT / "seeds" / "border-brief.txt").read_bytes()
    made = pressroom.make(source, ("pdf", "docx", "html", "email"), name="brief.txt", project=folder)
    return dict(made.outputs)


def colours_of_pdf(data: bytes) -> Iterator[Colours]:
    """The colour of each letter, and of what is drawn at its upper edge where that is not the letter."""
    import pdfplumber
    import pypdfium2

    drawn = pypdfium2.PdfDocument(data)
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        for number, page in enumerate(pdf.pages):
            image = drawn[number].render(scale=SCALE).to_pil().convert("RGB")
            for char in page.chars:
                if char["text"].strip():
                    top = max(0, int(char["top"] * SCALE))
                    across = range(int(char["x0"] * SCALE), int(char["x1"] * SCALE) + 1)
                    ink = to_hex(char["non_stroking_color"])
                    over = {image.getpixel((min(x, image.width - 1), top)) for x in across}
                    grounds = [hexadecimal((r / 255, g / 255, b / 255)) for r, g, b in over]
                    yield ink, max(grounds, key=lambda ground: hex_contrast(ink, ground))
    drawn.close()


def to_hex(colour: Any) -> str:
    channels = tuple(colour) if isinstance(colour, list | tuple) else (colour,)
    red, green, blue = channels if len(channels) == 3 else channels * 3
    return hexadecimal((red, green, blue))


def colours_of_word(data: bytes) -> Iterator[Colours]:
    """The colour of each style with that of its own ground."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        root = etree.fromstring(package.read("word/styles.xml"))
    for style in root.iter(f"{W}style"):
        colour, ground = style.find(f"{W}rPr/{W}color"), style.find(f"{W}pPr/{W}shd")
        if colour is not None:
            fill = "ffffff" if ground is None else ground.get(f"{W}fill")
            yield f"#{colour.get(f'{W}val')}", f"#{fill}"


def colours_of_mail(data: bytes) -> Iterator[Colours]:
    """The colour of all words with that of the nearest ground round them."""
    part = message_from_bytes(data, policy=policy.default).get_body(("html",))
    for element in html.fromstring(part.get_content()).find("body").iter():
        if (
            isinstance(element.tag, str)
            and (element.text or "").strip()
            and element.get("class") != "preheader"
        ):
            round_it = [element, *element.iterancestors()]
            yield _nearest(round_it, "color", "#000000"), _nearest(round_it, "background", "#ffffff")


def _nearest(elements: list[html.HtmlElement], name: str, otherwise: str) -> str:
    for element in elements:
        found = re.findall(rf"(?:^|[;\s]){name}: ?(#[0-9a-fA-F]{{6}})", element.get("style", ""))
        if found:
            return str(found[-1])
    return otherwise


def colours_of_web(data: bytes) -> Iterator[Colours]:
    """The colour of each rule of the style sheet with the ground that it sets, or else the paper's."""
    style = html.fromstring(data).find("head/style").text
    values = dict(re.findall(r"--([\w-]+):(#[0-9a-f]{6})", style))
    for rule in re.findall(r"\{([^{}]*)\}", style):
        ink = re.search(r"(?<![\w-])color: ?var\(--([\w-]+)\)", rule)
        ground = re.search(r"background: ?var\(--([\w-]+)\)", rule)
        if ink:
            yield values[ink[1]], values[ground[1] if ground else "paper"]


@pytest.mark.slow
@pytest.mark.parametrize("name", ACCENTS)
def test_all_words_can_be_read(name: str, tmp_path: Path) -> None:
    accent, soft = ACCENTS[name]
    made = make(tmp_path, accent, soft)
    found = {
        "pdf": set(colours_of_pdf(made["pdf"])),
        "docx": set(colours_of_word(made["docx"])),
        "html": set(colours_of_web(made["html"])),
        "eml": set(colours_of_mail(made["eml"])),
    }
    for form, colours in found.items():
        assert (choose_ink(accent), accent) in {(ink.lower(), ground.lower()) for ink, ground in colours}, (
            form
        )
        pale = {(form, *pair) for pair in colours if hex_contrast(*pair) < READABLE}
        assert pale == set()
    assert check(made["docx"], "x.docx") == ()


@pytest.mark.slow
def test_marks_of_pictures_can_be_seen(tmp_path: Path) -> None:
    import pdfplumber

    made = make(tmp_path, *ACCENTS["yellow"])
    with pdfplumber.open(io.BytesIO(made["pdf"])) as pdf:
        shapes = [shape for page in pdf.pages for shape in page.curves if shape["fill"]]
    fills = {to_hex(shape["non_stroking_color"]) for shape in shapes} - {"#ffffff"}
    assert fills
    assert min(hex_contrast(fill, "#ffffff") for fill in fills) >= DISTINCT


@pytest.mark.slow
@pytest.mark.parametrize(("logo", "on_paper"), [("#ffffff", False), ("#12507b", True)])
def test_the_logo_is_in_every_format_with_the_name_as_its_words(
    logo: str, on_paper: bool, tmp_path: Path
) -> None:
    import pikepdf

    made = make(tmp_path, "#12507b", "#e6eef4", logo)
    web = html.fromstring(made["html"])
    part = message_from_bytes(made["eml"], policy=policy.default)
    mail = html.fromstring(part.get_body(("html",)).get_content())
    for root, image in ((web, web.find_class("logo")[0]), (mail, mail.find(".//img"))):
        assert image.get("alt") == "Pressroom"
        assert bool(root.find_class("on-paper")) is on_paper
    assert mail.find(".//img").get("src").removeprefix("cid:") in made["eml"].decode()
    with zipfile.ZipFile(io.BytesIO(made["docx"])) as package:
        headers = [package.read(name).decode() for name in package.namelist() if "report-header" in name]
        assert sum('descr="Pressroom"' in header for header in headers) == 1
        assert {name.rpartition(".")[2] for name in package.namelist() if "/media/" in name} >= {"png", "svg"}
    with pikepdf.open(io.BytesIO(made["pdf"])) as document:
        words = [str(each.get("/Alt")) for each in document.objects if _is_figure(each)]
    assert "Pressroom" in words


def _is_figure(each: Any) -> bool:
    import pikepdf

    return isinstance(each, pikepdf.Dictionary) and each.get("/S") == "/Figure"
