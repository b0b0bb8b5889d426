"""The picture at the top of a report."""

from pathlib import Path

import pytest

from pressroom import readers
from pressroom.model.document import Image, Paragraph
from pressroom.pipeline.pictures import place_picture
from pressroom.readers import ReaderSettings
from pressroom.world import MemoryWorld

TEXT = "Harbour opens\n\nBy Ann Roe\n\nThe harbour opened in May, with berths for four hundred boats.\n"
PATH = Path("/p/brief.txt")
WORLD = MemoryWorld({"/p/brief.txt": TEXT.encode(), "/p/brief.jpg": b"x", "/p/dawn.png": b"x"})


def place(setting="", text=TEXT, world=WORLD):
    document = readers.read(text.encode(), "brief.txt", ReaderSettings())
    return place_picture(document, PATH, setting, world)


def pictures(document):
    return [block.src for block in document.blocks if isinstance(block, Image)]


def test_a_picture_with_the_name_of_its_text_stands_over_the_text_with_a_warning():
    document = place()
    assert [type(block) for block in document.blocks] == [Paragraph, Image, Paragraph]
    assert pictures(document) == ["brief.jpg"]
    (found,) = document.diagnostics
    assert "brief.jpg | What it shows" in found.cure


@pytest.mark.parametrize(
    ("setting", "text", "found"),
    [
        ("none", TEXT, []),
        ("dawn.png | The harbour at dawn", TEXT, ["dawn.png"]),
        ("", f"{TEXT}\n[picture: dawn.png]\n", ["dawn.png"]),
    ],
)
def test_settings_and_the_text_come_before_a_name(setting, text, found):
    document = place(setting, text)
    assert pictures(document) == found
    assert not document.diagnostics


def test_nothing_beside_the_text_is_no_picture():
    assert place(world=MemoryWorld({"/p/other.jpg": b"x"})) == readers.read(
        TEXT.encode(), "brief.txt", ReaderSettings()
    )
