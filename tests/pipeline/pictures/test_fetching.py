"""The picture at the top of a report."""

import io
import re
from html import escape
from pathlib import Path
from urllib.parse import quote

import pytest
from PIL import Image as PillowImage

from pressroom import readers
from pressroom.cache.steps import Steps
from pressroom.model.diagnostic import Severity
from pressroom.model.document import Image, Paragraph
from pressroom.pipeline.pictures.fetching import fetch_pictures, place_picture
from pressroom.readers import ReaderSettings
from pressroom.world import MemoryWorld, RealWorld

TEXT = "Harbour opens\n\nBy Ann Roe\n\nThe harbour opened in May, with berths for four hundred boats.\n"
PATH = Path("/p/brief.txt")
WORLD = MemoryWorld({"/p/brief.txt": TEXT.encode(), "/p/brief.jpg": b"x", "/p/dawn.png": b"x"})


def place(setting="", text=TEXT, world=WORLD):
    document = readers.read(text.encode(), "brief.txt", ReaderSettings())
    return place_picture(document, PATH, setting, world)


def pictures(document):
    return [block.src for block in document.blocks if isinstance(block, Image)]


def test_a_picture_with_the_name_of_its_text_stands_over_the_text_with_one_warning(tmp_path):
    (tmp_path / "brief.jpg").write_bytes(dot())
    document = place()
    assert [type(block) for block in document.blocks] == [Paragraph, Image, Paragraph]
    assert pictures(document) == ["brief.jpg"]
    assert not document.diagnostics
    (found,) = fetch_pictures(document, tmp_path, RealWorld(), Steps("1")).diagnostics
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


def dot():
    out = io.BytesIO()
    PillowImage.new("RGB", (4, 4), "navy").save(out, "PNG")
    return out.getvalue()


NAMES = [
    "a b.png",
    "küste.png",
    "100% sure.png",
    "what?#1.png",
    'it\'s "x".png',
    "a+b&c.png",
    "Minutes: May.png",
    "(1).png",
]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("written", ["<{}>", "{quoted}", "{}", "html"])
def test_a_picture_of_any_name_is_shown_in_every_format(tmp_path, name, written):
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / name).write_bytes(dot())
    text = {
        "html": f'<img src="{escape(quote(name))}" alt="A dot">',
        "<{}>": f"![A dot](<{name}>)",
        "{quoted}": f"![A dot]({quote(name)})",
        "{}": f"![A dot](<{name}>)" if '"' in name else f"![A dot]({name})",
    }[written]
    document = readers.read(f"# Title\n\n{text}\n".encode(), "x.md", ReaderSettings())
    found = fetch_pictures(document, folder, RealWorld(), Steps("1"))
    assert found.diagnostics == ()
    (asset,) = found.assets.values()
    assert re.fullmatch(r"[A-Za-z0-9._-]+", asset.name), "no address changes it"


def test_names_that_differ_stay_apart(tmp_path):
    for name in ("a b.png", "a-b.png", "a+b.png"):
        (tmp_path / name).write_bytes(dot())
    text = "# T\n\n![1](<a b.png>) ![2](a-b.png) ![3](a+b.png)\n"
    document = readers.read(text.encode(), "x.md", ReaderSettings())
    found = fetch_pictures(document, tmp_path, RealWorld(), Steps("1"))
    assert len({asset.name for asset in found.assets.values()}) == 3


def test_pictures_without_words_are_told_with_their_lines(tmp_path):
    for name in ("one.png", "two.png", "three.png"):
        (tmp_path / name).write_bytes(dot())
    text = (
        "# T\n\n![](one.png)\n\nIn ![](two.png) line.\n\n![Words](three.png)\n\n![](one.png)\n\n"
        '![](three.png "A title")\n\n![](gone.png)\n'
    )
    document = readers.read(text.encode(), "x.md", ReaderSettings())
    found = fetch_pictures(document, tmp_path, RealWorld(), Steps("1")).diagnostics
    assert [(each.rule, str(each.span)) for each in found] == [
        ("picture-missing", "x.md:13"),
        ("picture-undescribed", "x.md:3"),
        ("picture-undescribed", "x.md:5"),
    ]


@pytest.mark.parametrize(
    ("name", "written", "cure"),
    [
        ("x.md", "![](one.png)", "![What it shows](one.png)"),
        ("x.md", "![](on Monday.png)", "![What it shows](<on Monday.png>)"),
        ("x.txt", "[picture: on Monday.png]", "[picture: on Monday.png | What it shows]"),
        ("x.html", '<img src="on Monday.png">', "alternative text"),
    ],
)
def test_the_cure_for_a_picture_without_words_is_in_the_way_of_its_text(tmp_path, name, written, cure):
    for each in ("one.png", "on Monday.png"):
        (tmp_path / each).write_bytes(dot())

    def told(line):
        text = f"The port\n\nThe port is open on Monday.\n\n{line}\n\nIt was not open on Sunday.\n"
        document = readers.read(text.encode(), name, ReaderSettings())
        found = fetch_pictures(document, tmp_path, RealWorld(), Steps("1"))
        assert len(found.assets) == 1
        return found.diagnostics

    (warning,) = told(written)
    assert cure in warning.cure
    if "What" in cure:
        assert told(cure) == ()


def test_a_picture_of_lines_is_a_drawing_by_its_name(tmp_path):
    (tmp_path / "a map.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect/></svg>'
    )
    document = readers.read(b"# T\n\n![Map](<a map.svg>)\n", "x.md", ReaderSettings())
    found = fetch_pictures(document, tmp_path, RealWorld(), Steps("1"))
    assert list(found.drawings) == [asset.name for asset in found.assets.values()]


@pytest.mark.parametrize(
    ("width", "told"),
    [
        (140, ""),  # a sign
        (400, "400 × 300 pixels: on paper it is 106 mm wide with 96 to the inch"),
        (600, "600 × 300 pixels: on paper it is 120 mm wide with 127 to the inch"),
        (709, ""),
    ],
)
def test_a_picture_with_too_few_pixels_for_paper_is_told(tmp_path, width, told):
    PillowImage.new("RGB", (width, 300)).save(tmp_path / "quay.png")
    text = f"{TEXT}\n[picture: quay.png | The quay]\n"
    found = fetch_pictures(place(text=text), tmp_path, RealWorld(), Steps("1")).diagnostics
    assert [one.rule for one in found] == (["picture-coarse"] if told else [])
    assert all(told in one.message and "709 pixels across" in one.cure for one in found)


@pytest.mark.parametrize(
    ("width", "severity", "told"),
    [
        ("40 mm", None, ""),
        ("100 mm", Severity.NOTE, "100 mm wide with 102 to the inch"),
        ("100 %", Severity.WARNING, "120 mm wide with 85 to the inch"),
    ],
)
def test_a_width_beyond_its_pixels_is_told_with_the_width_that_is_sharp(tmp_path, width, severity, told):
    PillowImage.new("RGB", (400, 300)).save(tmp_path / "quay.png")
    text = f"{TEXT}\n[picture: quay.png | The quay | {width}]\n"
    found = fetch_pictures(place(text=text), tmp_path, RealWorld(), Steps("1")).diagnostics
    assert [one.severity for one in found] == ([severity] if severity else [])
    assert all(told in one.message and "[picture: quay.png | 67 mm]" in one.cure for one in found)


def test_a_drawing_has_no_pixels_to_be_counted(tmp_path):
    (tmp_path / "quay.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200"><path d="M0 0h9v9z"/></svg>'
    )
    text = f"{TEXT}\n[picture: quay.svg | The quay]\n"
    assert fetch_pictures(place(text=text), tmp_path, RealWorld(), Steps("1")).diagnostics == ()
