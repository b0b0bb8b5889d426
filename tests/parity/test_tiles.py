"""Every format shows the same words under a key number."""

from __future__ import annotations

import io
import re
import subprocess
from email import message_from_bytes, policy

import docx
import pytest
from lxml import html

import pressroom
from tests.making import ROOT
from tests.programs import needs

SEEDS = ("council-minutes.txt", "roof-memo.txt", "border-brief.txt")


def read_pdf(made: bytes) -> str:
    found = subprocess.run(["pdftotext", "-raw", "-", "-"], input=made, capture_output=True, check=True)
    return found.stdout.decode().replace("-\n", "-")


def read_word(made: bytes) -> str:
    body = docx.Document(io.BytesIO(made)).element.body
    return " ".join(
        "".join(paragraph.itertext(f"{{{body.nsmap['w']}}}t"))
        for paragraph in body.iter(f"{{{body.nsmap['w']}}}p")
    )


def read_web(made: bytes) -> str:
    return " ".join(html.fromstring(made).itertext())


def read_mail(made: bytes) -> str:
    part = message_from_bytes(made, policy=policy.default).get_body(("html",))
    return " ".join(html.fromstring(part.get_content()).itertext())


READERS = {"pdf": read_pdf, "docx": read_word, "html": read_web, "eml": read_mail}


def squeeze(text: str) -> str:
    """Text without spaces, soft hyphens and the difference between kinds of hyphens."""
    return re.sub(r"[\s\u00ad\u200b\u2060]+", "", text).replace("\u2011", "-").replace("\u2010", "-")


@needs("pdftotext")
@pytest.mark.parametrize("name", SEEDS)
def test_a_tile_says_the_same_in_every_format(name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    source = (ROOT / "seeds" / name).read_bytes()
    made = pressroom.make(source, ("pdf", "docx", "html", "email"), name=name)
    tiles = pressroom.find_numbers(source, name=name).key
    assert tiles
    for form, data in made.outputs.items():
        text = squeeze(READERS[form](data))
        for tile in tiles:
            assert squeeze(tile.label) in text, (form, tile.label)
            assert squeeze(tile.display) in text, (form, tile.display)


@pytest.mark.parametrize("name", SEEDS)
def test_a_picture_of_the_panel_has_its_words_in_every_format(name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    source = (ROOT / "seeds" / name).read_bytes()
    panel = pressroom.prepare(source, name=name).figures.panel
    glyphs = [entry.glyph for frame in panel.frames for entry in frame.entries if entry.glyph]
    assert glyphs
    made = pressroom.make(source, ("docx", "html", "email"), name=name)
    part = message_from_bytes(made.outputs["eml"], policy=policy.default).get_body(("html",))
    body = docx.Document(io.BytesIO(made.outputs["docx"])).element.body
    found = {
        "docx": [node.get("descr") for node in body.iter("{*}docPr")],
        "html": [image.get("alt") for image in html.fromstring(made.outputs["html"]).iter("img")],
        "eml": [image.get("alt") for image in html.fromstring(part.get_content()).iter("img")],
    }
    for form, words in found.items():
        assert {glyph.alt for glyph in glyphs} <= set(words), form
