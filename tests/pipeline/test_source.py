"""What a text, its sidecar and the project may set: a text reaches no file and no setting of others."""

from pathlib import Path

import pytest

from pressroom.cache.steps import Steps
from pressroom.cli.main import run
from pressroom.errors import UsageError
from pressroom.pipeline.pictures.fetching import fetch_pictures
from pressroom.pipeline.source import Source, load
from pressroom.pipeline.variant import Variant
from pressroom.project.mail import parse_mail_settings
from pressroom.project.place import Place
from pressroom.project.settings import make_option_layer
from pressroom.world import RealWorld
from tests.making import ROOT
from tests.writers.sheets.press_profile import press_profile

TEXT = "A plain paragraph with 25 apples and 300 pears, so that something is read.\n"
MAIL = '[mail]\nfrom = "Boss <boss@example.org>"\n'


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project with a folder of texts, a Word file with a secret in its header outside, and a link to it."""
    from docx import Document

    root = tmp_path / "project"
    (root / "texts").mkdir(parents=True)
    (root / "report.toml").touch()
    canary = Document()
    canary.sections[0].header.paragraphs[0].text = "CANARY"
    canary.save(str(tmp_path / "canary.docx"))
    (tmp_path / "press.icc").write_bytes(press_profile())
    (root / "texts" / "link.docx").symlink_to(tmp_path / "canary.docx")
    monkeypatch.chdir(root)
    return root


def read(project: Path, name: str = "texts/brief.md", audience: str = "") -> Source:
    place = Place(project, ROOT)
    return load(project / name, place, RealWorld(), make_option_layer({}), Steps("1"), Variant(audience))


@pytest.mark.parametrize("name", ["{outside}/canary.docx", "../../canary.docx", "link.docx"])
@pytest.mark.parametrize("key", ["reference", "press_profile", "icc"])
def test_a_text_names_no_file_outside_its_folder(project, key, name):
    named = name.format(outside=project.parent)
    text = project / "texts" / "brief.md"
    text.write_text(f"---\ntitle: Pears\n{key}: {named}\n---\n\n{TEXT}")
    with pytest.raises(UsageError, match=r"^texts/brief\.md:3: error: .* Cure: put the file beside the text"):
        read(project)
    text.write_text(TEXT)
    text.with_suffix(".toml").write_text(f'title = "Pears"\n{key} = "{named}"\n')
    with pytest.raises(UsageError, match=r"^texts/brief\.toml:2: error: "):
        read(project)
    text.with_suffix(".toml").write_text(f'[audience.board]\n{key} = "{named}"\n')
    with pytest.raises(UsageError, match=rf"error: {key} = "):
        read(project, audience="board")
    read(project)


def test_no_output_is_made_of_a_file_outside(project, capfd):
    (project / "texts" / "brief.md").write_text(f"---\nreference: ../../canary.docx\n---\n\n{TEXT}")
    assert run(["make", "texts/brief.md", "--format", "docx"]) == 2
    assert "texts/brief.md:2: error: reference = '../../canary.docx' leads out" in capfd.readouterr().err
    assert not list(project.glob("dist/*.docx"))


@pytest.mark.parametrize("command", ["outline", "numbers", "figures"])
def test_what_only_looks_at_a_text_refuses_it_too(project, command):
    (project / "texts" / "brief.md").write_text(f"---\nreference: ../../canary.docx\n---\n\n{TEXT}")
    assert run([command, "texts/brief.md"]) == 2


def header(project: Path, name: str) -> str:
    from docx import Document

    sections = Document(str(project / "dist" / name)).sections
    return " ".join(each.text for section in sections for each in section.header.paragraphs)


def test_the_project_the_command_line_and_a_text_beside_the_file_may_name_it(project):
    (project / "texts" / "brief.md").write_text(f"# Pears\n\n{TEXT}")
    for reference in ("canary.docx", str(project.parent / "canary.docx"), "../canary.docx"):
        (project / "canary.docx").write_bytes((project.parent / "canary.docx").read_bytes())
        (project / "report.toml").write_text(f'reference = "{reference}"\n')
        assert run(["make", "texts/brief.md", "--format", "docx"]) == 0
        assert header(project, "brief.docx") == "CANARY"
    (project / "report.toml").write_text("")
    assert run(["make", "texts/brief.md", "-f", "docx", "--reference", "../canary.docx", "-o", "dist"]) == 0
    assert header(project, "brief.docx") == "CANARY"
    (project / "canary.docx").rename(project / "texts" / "own.docx")
    (project / "texts" / "brief.md").write_text(f"---\nreference: own.docx\n---\n\n# Pears\n\n{TEXT}")
    assert run(["make", "texts/brief.md", "--format", "docx"]) == 0
    assert header(project, "brief.docx") == "CANARY"


def test_a_press_profile_is_the_projects_or_stands_beside_the_text(project):
    (project / "report.toml").write_text('press_profile = "../press.icc"\nsheets = "shop"\n')
    (project / "texts" / "brief.md").write_text(f"# Pears\n\n{TEXT}")
    assert run(["make", "texts/brief.md"]) == 0
    assert (project / "dist" / "brief.shop.pdf").is_file()


def test_a_sidecar_that_is_called_report_toml_is_a_sidecar(project):
    (project / "texts" / "report.txt").write_text(TEXT)
    (project / "texts" / "report.toml").write_text(MAIL)
    with pytest.raises(UsageError, match=r"^texts/report\.toml: error: a document must not set 'from'"):
        read(project, "texts/report.txt")
    (project / "texts" / "report.toml").write_text('[smtp]\nserver = "smtp://evil.example.net"\n')
    with pytest.raises(UsageError, match=r"^texts/report\.toml: error: a document must not set 'server'"):
        read(project, "texts/report.txt")


def test_the_projects_settings_may_set_the_sender_in_any_of_its_tables(project):
    (project / "texts" / "brief.md").write_text(TEXT)
    (project / "report.toml").write_text(MAIL.replace("[mail]", "[audience.board.mail]"))
    assert (
        parse_mail_settings(read(project, audience="board").settings.mail).sender == "Boss <boss@example.org>"
    )


def test_the_projects_settings_are_no_sidecar_of_a_text_called_report(project):
    (project / "report.toml").write_text(MAIL + '[[figure]]\nmark = "bar"\nvalues = [{a = "x", n = 1}]\n')
    (project / "report.txt").write_text(TEXT)
    settings = read(project, "report.txt").settings
    assert len(settings.figures) == len(settings.mail) == 1


@pytest.mark.parametrize("name", ["../data.csv", "{outside}/data.csv", "link.csv"])
def test_a_chart_has_no_data_from_outside(project, name):
    (project / "data.csv").write_text("farm,sheep\nHill,120\nDale,80\n")
    (project.parent / "data.csv").write_text("farm,sheep\nHill,120\nDale,80\n")
    (project / "texts" / "link.csv").symlink_to(project / "data.csv")
    chart = f'mark = "bar"\ntitle = "Flocks"\ndata = "{name.format(outside=project.parent)}"\n'
    (project / "texts" / "brief.md").write_text(f"# Sheep\n\n{TEXT}\n```chart\n{chart}```\n")
    with pytest.raises(UsageError, match=r"^texts/brief\.md:5: error: the chart's data = "):
        figures_of(project)
    (project / "texts" / "brief.md").write_text(f"# Sheep\n\n{TEXT}")
    (project / "texts" / "brief.toml").write_text(f"[[figure]]\n{chart}")
    with pytest.raises(UsageError, match=r"^texts/brief\.toml:1: error: the chart's data = "):
        figures_of(project)


def figures_of(project: Path) -> None:
    from pressroom.pipeline.analysis import analyse

    analyse(read(project), RealWorld(), Steps("1"))


def test_a_picture_comes_from_the_texts_folder_or_is_missed(project):
    from PIL import Image

    for path in ("texts/a.png", "texts/in/b ü.png", "c.png"):
        (project / path).parent.mkdir(exist_ok=True)
        Image.new("RGB", (2, 2)).save(project / path)
    (project / "texts" / "link.png").symlink_to(project / "c.png")
    outside = (
        "../c.png",
        "%2e%2e/c.png",
        f"{project}/c.png",
        f"%2F{project}/c.png",
        "link.png",
        "file:c.png",
    )
    shown = [*outside, "a.png", "in/b%20%C3%BC.png"]
    (project / "texts" / "brief.md").write_text("\n\n".join(f"![x]({name})" for name in shown))
    found = fetch_pictures(read(project).document, project / "texts", RealWorld(), Steps("1"))
    warnings = found.diagnostics
    assert set(found.assets) == {"a.png", "in/b%20%C3%BC.png"}
    assert len(warnings) == len(outside)
    assert {found.rule for found in warnings} == {"picture-missing"}
