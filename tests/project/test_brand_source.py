"""A brand taken from a Word file, a presentation or a logo, and a project that begins with it."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

import pressroom
from pressroom.cli.main import run
from pressroom.errors import PressroomError, UsageError
from pressroom.project import brand
from pressroom.project.scaffold.brand_source import propose_shade, read_brand
from pressroom.project.templates import list_templates
from pressroom.world import RealWorld
from tests.test_contracts import PLACE, WORLD

THEME = """<a:theme xmlns:a="x"><a:themeElements><a:clrScheme>
<a:dk1><a:sysClr val="windowText" lastClr="101820"/></a:dk1><a:lt1><a:srgbClr val="FFFFFF"/></a:lt1>
<a:accent1><a:srgbClr val="808080"/></a:accent1><a:accent2><a:srgbClr val="F2A900"/></a:accent2></a:clrScheme>
<a:fontScheme><a:majorFont><a:latin typeface="Fira Sans"/></a:majorFont>
<a:minorFont><a:latin typeface="Book Antiqua"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>"""
RELATION = '<Relationships><Relationship Id="r" Type="http://x/image" Target="media/i.png"/></Relationships>'


def package(path: Path, parts: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w") as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return path


@pytest.fixture
def word(tmp_path: Path, png: bytes) -> Path:
    parts = {
        "word/theme/theme1.xml": THEME.encode(),
        "word/header1.xml": b"<w:hdr/>",
        "word/_rels/header1.xml.rels": RELATION.encode(),
        "word/media/i.png": png,
    }
    return package(tmp_path / "letter.docx", parts)


@pytest.fixture
def png() -> bytes:
    import io

    from PIL import Image

    held = io.BytesIO()
    Image.new("RGB", (60, 20), "#f2a900").save(held, "PNG")
    return held.getvalue()


def test_a_word_file_gives_colours_fonts_and_logo(word: Path, png: bytes) -> None:
    found = read_brand(word, RealWorld())
    assert found.colours == {"accent": "#f2a900", "text": "#101820"}, "the grey is no accent"
    assert found.fonts == {"sans": "Fira Sans", "serif": "Book Antiqua"}
    assert (found.logo_name, found.logo) == ("logo.png", png)


def test_a_pale_accent_comes_with_the_nearest_shade_that_can_be_read(word: Path) -> None:
    advice = propose_shade(read_brand(word, RealWorld()))
    assert advice.startswith("the accent #f2a900 has a contrast of 2.0 on white, and text needs 4.5")
    assert "the nearest shade that has it is #" in advice


def test_a_presentation_gives_what_stands_on_its_master(tmp_path: Path, png: bytes) -> None:
    parts = {
        "ppt/theme/theme1.xml": THEME.encode(),
        "ppt/slideMasters/slideMaster1.xml": b"<p/>",
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": RELATION.replace("media", "../media").encode(),
        "ppt/media/i.png": png,
    }
    found = read_brand(package(tmp_path / "talk.pptx", parts), RealWorld())
    assert found.colours["accent"] == "#f2a900"
    assert found.logo == png


def test_a_logo_gives_the_colour_that_it_has_most(tmp_path: Path) -> None:
    logo = tmp_path / "logo.svg"
    logo.write_text('<svg><path fill="#0a5"/><path fill="#00aa55"/><path fill="#111111"/></svg>')
    found = read_brand(logo, RealWorld())
    assert found.colours == {"accent": "#00aa55"}
    assert found.logo_name == "logo.svg"


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("brand.pdf", b"%PDF", "brand.pdf is of no kind"),
        ("brand.docx", b"no package", "no complete ZIP package"),
        ("brand.svg", b"", "has no colours of its own"),
    ],
)
def test_another_file_is_refused(tmp_path: Path, name: str, data: bytes, message: str) -> None:
    (tmp_path / name).write_bytes(data)
    if name.endswith("svg"):
        package(tmp_path / "brand.docx", {"word/document.xml": b""})
        name = "brand.docx"
    with pytest.raises(PressroomError, match=message):
        read_brand(tmp_path / name, RealWorld())


def test_a_logo_that_is_no_picture_is_not_taken(tmp_path: Path) -> None:
    parts = {
        "word/theme/theme1.xml": THEME.encode(),
        "word/header1.xml": b"<w:hdr/>",
        "word/_rels/header1.xml.rels": RELATION.encode(),
        "word/media/i.png": b"no picture",
    }
    assert read_brand(package(tmp_path / "letter.docx", parts), RealWorld()).logo == b""


def test_a_package_that_unpacks_to_too_much_is_refused_ahead_of_it(tmp_path: Path, capsys) -> None:
    bomb = tmp_path / "bomb.docx"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("word/theme/theme1.xml", b" " * 30_000_000)
    assert run(["new", str(tmp_path / "house"), "--brand-from", str(bomb)]) != 0
    assert "packed" in capsys.readouterr().err
    assert not (tmp_path / "house").exists()


def test_entities_of_a_theme_are_not_filled_in(tmp_path: Path) -> None:
    hostile = THEME.replace("<a:theme ", '<!DOCTYPE t [<!ENTITY e "F2A900">]><a:theme ')
    with pytest.raises(PressroomError):
        read_brand(package(tmp_path / "t.docx", {"word/theme/theme1.xml": hostile.encode()}), RealWorld())


def test_a_new_project_has_that_brand(word: Path, monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    monkeypatch.chdir(word.parent)
    assert run(["new", "house", "--template", "memo", "--brand-from", word.name]) == 0
    assert "the nearest shade that has it is #" in capsys.readouterr().err
    text = Path("house/assets/brand.toml").read_bytes()
    made = brand.parse_brand(text, "brand.toml")
    assert (made.colours.accent, made.fonts.sans[0], made.fonts.serif[0]) == (
        "#f2a900",
        "Fira Sans",
        "Book Antiqua",
    )
    assert Path("house/assets/logo.png").is_file()
    monkeypatch.chdir("house")
    assert run(["make", "-f", "html"]) == 0
    assert 'class="band plain"' in Path("dist/roof-memo.html").read_text()


@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name in list_templates(PLACE, WORLD) if name != "base"])
def test_a_new_project_of_each_template_builds_at_once(name: str, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["new", "house", "--template", name]) == 0
    monkeypatch.chdir("house")
    assert run(["make"]) == 0
    assert list(Path("dist").glob("*.pdf"))


def test_a_report_is_in_the_brand_that_it_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    usual = (PLACE.default / "assets" / "brand.toml").read_text()
    brands = tmp_path / "assets" / "brands"
    brands.mkdir(parents=True)
    (tmp_path / "report.toml").write_text("")
    (brands / "board.toml").write_text(usual.replace("Pressroom", "The Board").replace("#12507b", "#7b1250"))
    (tmp_path / "text.md").write_text("---\nbrand: board\n---\n\n# Bridge\n\nIt opens.\n")
    html = pressroom.make("text.md", ("html",)).outputs["html"].decode()
    assert "The Board" in html
    assert "#7b1250" in html


def test_the_command_explains_a_template(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["templates", "press-release"]) == 0
    told = capsys.readouterr().out
    for words in (
        "formats  pdf, docx, html, email",
        "needs    title, date, contact",
        "facts",
        "number, 4 unless set",
    ):
        assert words in told
    assert run(["templates", "memoo"]) == 2
    assert "did you mean memo?" in capsys.readouterr().err


def test_the_command_lists_each_template_with_its_picture(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["templates"]) == 0
    told = capsys.readouterr().out
    for name in list_templates(PLACE, WORLD):
        assert name in told
        assert name == "base" or f"templates/{name}/preview.png" in told


@pytest.mark.parametrize(
    ("added", "said"),
    [
        ('markng = "RESTRICTED"', "a brand has no markng"),
        ('[colour]\naccent = "#123456"', "a brand has no colour"),
    ],
)
def test_a_key_that_no_brand_has_is_an_error_with_the_nearest(added: str, said: str) -> None:
    text = (PLACE.default / "assets" / "brand.toml").read_text(encoding="utf-8")
    changed = f"{added}\n{text}" if not added.startswith("[") else f"{text}\n{added}\n"
    with pytest.raises(UsageError, match=said) as caught:
        brand.parse_brand(changed.encode(), "assets/brand.toml")
    assert "did you mean" in str(caught.value.diagnostic.cure)
